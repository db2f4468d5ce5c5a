"""One finding taken apart: each step with both values, its weight, and the sum so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Finding
from checker.result import Position
from checker.trace import bars

if TYPE_CHECKING:
    from checker.otherwise import Otherwise

if TYPE_CHECKING:
    from checker.pictures import Picture


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """Why a finding stands in a report. Prints as a waterfall; ``rows()`` gives it as data, ``otherwise`` what would have changed it."""

    finding: Finding
    a: Position
    b: Position | None
    otherwise: tuple[Otherwise, ...] = ()

    def rows(self) -> list[dict[str, str | float]]:
        """One mapping a step: facet, left, right, level, weight, total, note."""
        return [
            {
                "facet": bar.step.facet,
                "left": bar.step.left,
                "right": bar.step.right,
                "level": bar.step.level,
                "weight": bar.step.weight,
                "total": round(bar.total, 6),
                "note": bar.step.note,
            }
            for bar in bars(self.finding.trace)
        ]

    def plot(self) -> Picture:
        """The waterfall as a picture; raises ``ExtraError`` without the extra ``notebook``."""
        from checker.pictures import waterfall

        return waterfall(self.finding)

    def _repr_html_(self) -> str:
        from checker.render.html_waterfall import explanation

        return explanation(self.finding, self.a, self.b, self.otherwise)

    def __str__(self) -> str:
        from checker.render.view import View
        from checker.render.waterfall import explanation

        return explanation(self.finding, self.a, self.b, View(), self.otherwise).rstrip("\n")

    __repr__ = __str__
