"""Precision, recall and F1 with 95 % intervals from counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

_Z = 1.959964


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Wilson score interval (95 %) of a share (Wilson 1927); 0 to 1 where nothing was counted."""
    if total == 0:
        return 0.0, 1.0
    share, z2 = hits / total, _Z * _Z
    centre = (share + z2 / (2 * total)) / (1 + z2 / total)
    half = _Z * sqrt(share * (1 - share) / total + z2 / (4 * total * total)) / (1 + z2 / total)
    # At 0 and 1 the bound is exact; rounding must not move it past.
    return (0.0 if hits == 0 else max(0.0, centre - half)), (1.0 if hits == total else min(1.0, centre + half))


def together(parts: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """The counts of several tables, class by class."""
    total: dict[str, Score] = {}
    for part in parts:
        for name, score in part.items():
            total[name] = total[name] + score if name in total else score
    return total


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one class: ``hits`` right of ``reported``; ``found`` of the ``expected``.

    ``hits`` and ``found`` are equal for pairs; for clusters several findings may hit one group.
    """

    hits: int
    reported: int
    found: int
    expected: int

    def __add__(self, other: Score) -> Score:
        """The counts of both together."""
        return Score(self.hits + other.hits, self.reported + other.reported, self.found + other.found, self.expected + other.expected)

    @property
    def precision(self) -> float | None:
        """Share of what was reported that is right; ``None`` where nothing was reported."""
        return self.hits / self.reported if self.reported else None

    @property
    def recall(self) -> float | None:
        """Share of what was expected that was found; ``None`` where nothing was expected."""
        return self.found / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; ``None`` where either is."""
        if self.precision is None or self.recall is None:
            return None
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0

    def as_json(self) -> dict[str, object]:
        """Plain values for the JSON output, rounded to four digits."""

        def rounded(value: float | None) -> float | None:
            return None if value is None else round(value, 4)

        return {
            "precision": rounded(self.precision),
            "precision_interval": [round(v, 4) for v in wilson(self.hits, self.reported)],
            "recall": rounded(self.recall),
            "recall_interval": [round(v, 4) for v in wilson(self.found, self.expected)],
            "f1": rounded(self.f1),
            "reported": self.reported,
            "expected": self.expected,
        }
