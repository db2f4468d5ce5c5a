"""The map: every claim a point, near others that say alike; contradictions are joined by lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.model import Verdict
from checker.nearest import unknown
from checker.pictures.canvas import COLOURS, INK, MARKERS, NEUTRAL, OF_VERDICT, drawing, figure, label
from checker.pictures.picture import Picture
from checker.render import wording
from checker.result import REPORTED, Result
from claims.model import Claim

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

_BY = ("source", "language", "verdict")
_MOST_HOVERS = 3_000
"""Points beyond this many are drawn as one, without words under the mouse."""
_MOST_KEYS = 12
_QUIET = "in no finding"


def claim_map(result: Result, *, by: str = "source") -> Picture:
    """The claims in two dimensions, coloured ``by`` source, language or verdict.

    The dimensions are the two principal components of the vectors: nearness in the map is a hint, not
    a measure. Signs are fixed, so that the same report gives the same map. Raises ``InputError`` for
    an unknown ``by``, for fewer than three claims, and for a report made by hand, which has no vectors.
    """
    if by not in _BY:
        raise InputError(unknown("colouring", by, _BY))
    if result.workings is None:
        raise InputError("this report was made by hand and holds no vectors to draw a map of")
    claims = result.workings.claims
    if len(claims) < 3:
        raise InputError(f"a map needs three claims; there are {len(claims)}")
    points = plane(result.workings.vectors)
    groups = _groups(result, claims, by)
    with drawing():
        drawn = figure(9, 6.5)
        picture = Picture(drawn, f"map of {wording.count(len(claims), 'claim')} by {by}")
        ax = drawn.subplots()
        _lines(picture, ax, result, {claim.id: i for i, claim in enumerate(claims)}, points)
        for number, (group, (colour, marker)) in enumerate(_looks(groups, by).items()):
            _points(picture, ax, [(claims[i], points[i]) for i, g in enumerate(groups) if g == group], colour, marker)
            if number < _MOST_KEYS:
                ax.plot([], [], marker, color=colour, markersize=5, ls="", label=label(group, 30))
        more = len(set(groups)) - _MOST_KEYS
        left_out = f"\n({more} more not in the key)" if more > 0 else ""
        ax.plot([], [], color=OF_VERDICT[Verdict.CONTRADICTION], lw=1.2, label=f"sides of a contradiction{left_out}")
        ax.set_xticks([])
        ax.set_yticks([])
        ax.spines[:].set_visible(False)
        ax.set_title(f"Claims that say alike lie near each other: {wording.count(len(claims), 'claim')}, by {by}")
        drawn.legend(loc="outside right upper")
    return picture


def plane(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """The first two principal components, shape (n, 2); of each, the entry furthest from zero is positive."""
    import numpy as np

    centred = vectors.astype(np.float64) - vectors.mean(axis=0, dtype=np.float64)
    # The eigenvectors of the small matrix (dim x dim): as exact as a full SVD, and light for many claims.
    _, axes = np.linalg.eigh(centred.T @ centred)
    points = centred @ axes[:, ::-1][:, :2]
    signs = np.sign(points[np.abs(points).argmax(axis=0), range(points.shape[1])])
    return np.asarray(np.round(points * np.where(signs == 0, 1, signs), 6))


def _groups(result: Result, claims: tuple[Claim, ...], by: str) -> list[str]:
    if by == "source":
        return [claim.file for claim in claims]
    if by == "language":
        return [wording.language(claim.lang) for claim in claims]
    found: dict[str, Verdict] = {}
    for finding in reversed(result.findings):  # the most serious last, so that it stands
        found |= {c.id: finding.verdict for c in (finding.a, *(c for side in finding.sides for c in side.claims), *finding.evidence)}
    return [_told(found[claim.id]) if claim.id in found else _QUIET for claim in claims]


def _looks(groups: list[str], by: str) -> dict[str, tuple[str, str]]:
    if by == "verdict":
        order = {_QUIET: NEUTRAL} | {_told(verdict): OF_VERDICT[verdict] for verdict in reversed(REPORTED)}
        return {name: (colour, "o") for name, colour in order.items() if name in groups}
    names = sorted(set(groups))
    return {name: (COLOURS[i % len(COLOURS)], MARKERS[i % len(MARKERS)]) for i, name in enumerate(names)}


def _told(verdict: Verdict) -> str:
    return verdict.value.replace("_", " ")


def _lines(picture: Picture, ax: Axes, result: Result, row: dict[str, int], points: NDArray[np.float64]) -> None:
    for finding in result.of(Verdict.CONTRADICTION):
        if finding.b is None or finding.a.id not in row or finding.b.id not in row:
            continue
        ends = points[[row[finding.a.id], row[finding.b.id]]]
        gid = picture.hover(f"{', '.join(kind.value for kind in finding.types)}: {finding.message}")
        ax.plot(ends[:, 0], ends[:, 1], color=OF_VERDICT[Verdict.CONTRADICTION], lw=1.2, alpha=0.75, zorder=1, gid=gid)


def _points(picture: Picture, ax: Axes, placed: list[tuple[Claim, NDArray[np.float64]]], colour: str, marker: str) -> None:
    looks = {"color": colour, "markersize": 6, "ls": "", "markeredgecolor": INK, "markeredgewidth": 0.3, "alpha": 0.85, "zorder": 2}
    if len(picture.hovers) + len(placed) > _MOST_HOVERS:
        ax.plot([p[0] for _, p in placed], [p[1] for _, p in placed], marker, **looks | {"markersize": 3})  # type: ignore[arg-type]
        return
    for claim, point in placed:
        gid = picture.hover(f"{claim.text}\n{claim.file} · {wording.language(claim.lang)}")
        ax.plot([point[0]], [point[1]], marker, gid=gid, **looks)  # type: ignore[arg-type]
