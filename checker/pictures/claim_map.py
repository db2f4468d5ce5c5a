"""The map: every claim a point, near others that say alike; contradictions are joined by lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Verdict
from checker.pictures.canvas import INK, OF_VERDICT, drawing, figure, label
from checker.pictures.map_chart import map_chart
from checker.pictures.picture import Picture
from checker.pictures.places import Places, places
from checker.render import wording
from checker.result import Result
from claims.model import Claim

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from numpy.typing import NDArray

_MOST_HOVERS = 3_000
"""Points beyond this many are drawn as one, without words under the mouse."""
_MOST_KEYS = 12


def claim_map(result: Result, *, by: str = "source") -> Picture:
    """The claims in two dimensions, coloured ``by`` source, language or verdict.

    The dimensions are the two principal components of the vectors: nearness in the map is a hint, not
    a measure. Signs are fixed, so that the same report gives the same map. Raises ``InputError`` for
    an unknown ``by``, for fewer than three claims, and for a report made by hand, which has no vectors.
    """
    shown = places(result, by)
    with drawing():
        drawn = figure(9, 6.5)
        picture = Picture(drawn, f"map of {wording.count(len(shown.claims), 'claim')} by {by}", live=lambda: map_chart(result, shown))
        ax = drawn.subplots()
        _lines(picture, ax, result, shown)
        placed: dict[str, list[tuple[Claim, NDArray[np.float64]]]] = {}
        for claim, point, group in zip(shown.claims, shown.points, shown.groups, strict=True):
            placed.setdefault(group, []).append((claim, point))
        for number, (group, (colour, marker)) in enumerate(shown.looks.items()):
            _points(picture, ax, placed[group], colour, marker)
            if number < _MOST_KEYS:
                ax.plot([], [], marker, color=colour, markersize=5, ls="", label=label(group, 30))
        more = len(shown.looks) - _MOST_KEYS
        left_out = f"\n({more} more not in the key)" if more > 0 else ""
        ax.plot([], [], color=OF_VERDICT[Verdict.CONTRADICTION], lw=1.2, label=f"sides of a contradiction{left_out}")
        ax.set_xticks([])
        ax.set_yticks([])
        ax.spines[:].set_visible(False)
        ax.set_title(f"Claims that say alike lie near each other: {wording.count(len(shown.claims), 'claim')}, by {by}")
        drawn.legend(loc="outside right upper")
    return picture


def _lines(picture: Picture, ax: Axes, result: Result, shown: Places) -> None:
    for finding, ends in shown.contradictions(result):
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
