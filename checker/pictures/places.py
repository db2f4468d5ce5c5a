"""Where claims lie in a map, in which groups, and how groups look: what both maps, drawn and interactive, show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.model import Finding, Verdict
from checker.nearest import unknown
from checker.pictures.canvas import COLOURS, MARKERS, NEUTRAL, OF_VERDICT
from checker.render import wording
from checker.result import REPORTED, Result, claims_of
from claims.model import Claim

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BY = ("source", "language", "verdict")
_QUIET = "in no finding"


@dataclass(frozen=True, slots=True)
class Places:
    """The claims with their points, shape (claims, 2), and the group of each; ``looks`` are colour and marker by group."""

    by: str
    claims: Sequence[Claim]
    points: NDArray[np.float64]
    groups: Sequence[str]
    looks: Mapping[str, tuple[str, str]]

    def contradictions(self, result: Result) -> Iterator[tuple[Finding, NDArray[np.float64]]]:
        """Every contradiction with both ends of its line, shape (2, 2)."""
        row = {claim.id: i for i, claim in enumerate(self.claims)}
        for finding in result.of(Verdict.CONTRADICTION):
            if finding.b is not None and finding.a.id in row and finding.b.id in row:
                yield finding, self.points[[row[finding.a.id], row[finding.b.id]]]


def places(result: Result, by: str) -> Places:
    """The claims in two dimensions: the two principal components of their vectors.

    Raises ``InputError`` for an unknown ``by``, for fewer than three claims, and for a report made by
    hand, which has no vectors.
    """
    if by not in _BY:
        raise InputError(unknown("colouring", by, _BY))
    if result.workings is None:
        raise InputError("this report was made by hand and holds no vectors to draw a map of")
    claims = result.workings.claims
    if len(claims) < 3:
        raise InputError(f"a map needs three claims; there are {len(claims)}")
    groups = _groups(result, claims, by)
    return Places(by, claims, plane(result.workings.vectors), groups, _looks(groups, by))


def plane(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """The first two principal components, shape (n, 2); of each, the entry furthest from zero is positive."""
    import numpy as np

    centred = vectors.astype(np.float64) - vectors.mean(axis=0, dtype=np.float64)
    # The eigenvectors of the small matrix (dim x dim): as exact as a full SVD, and light for many claims.
    _, axes = np.linalg.eigh(centred.T @ centred)
    points = centred @ axes[:, ::-1][:, :2]
    signs = np.sign(points[np.abs(points).argmax(axis=0), range(points.shape[1])])
    return np.asarray(np.round(points * np.where(signs == 0, 1, signs), 6))


def verdicts(result: Result) -> dict[str, str]:
    """The most serious verdict on each claim that a finding stands on, by the claim's id."""
    found: dict[str, Verdict] = {}
    for finding in reversed(result.findings):  # the most serious last, so that it stands
        found |= {claim.id: finding.verdict for claim in claims_of(finding)}
    return {name: told(verdict) for name, verdict in found.items()}


def told(verdict: Verdict) -> str:
    """A verdict in words."""
    return verdict.value.replace("_", " ")


def _groups(result: Result, claims: Sequence[Claim], by: str) -> list[str]:
    if by == "source":
        return [claim.file for claim in claims]
    if by == "language":
        return [wording.language(claim.lang) for claim in claims]
    found = verdicts(result)
    return [found.get(claim.id, _QUIET) for claim in claims]


def _looks(groups: Sequence[str], by: str) -> dict[str, tuple[str, str]]:
    if by == "verdict":
        order = {_QUIET: NEUTRAL} | {told(verdict): OF_VERDICT[verdict] for verdict in reversed(REPORTED)}
        return {name: (colour, "o") for name, colour in order.items() if name in groups}
    names = sorted(set(groups))
    return {name: (COLOURS[i % len(COLOURS)], MARKERS[i % len(MARKERS)]) for i, name in enumerate(names)}
