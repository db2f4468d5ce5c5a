"""The matrix of sources: how often each two agree, and how often they contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.model import Finding, Verdict
from checker.pictures.canvas import INK, drawing, figure
from checker.pictures.lanes import chosen, name, of_all
from checker.pictures.picture import Picture
from checker.render import wording
from checker.result import Result, SourceRow

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_CONTRADICT, _MIXED, _AGREE = (0.90, 0.28, 0.30), (0.55, 0.55, 0.55), (0.25, 0.60, 0.33)
_LABELS_WIDE, _LABELS_HIGH = 4.2, 1.6
"""Inches that the names of the sources take."""
_Counts = dict[tuple[str, str], Counter[Verdict]]


def agreement(result: Result, *, most: int = 30) -> Picture:
    """A square for each two sources: green where they agree, red where they contradict each other, both counts in it.

    A finding counts once for each two sources whose claims it sets beside each other. Of more than
    ``most`` sources those that stand in most findings are shown.
    """
    rows = chosen(result, most)
    counts = _counts(result)
    with drawing():
        side = 0.62 * len(rows)
        drawn = figure(side + _LABELS_WIDE, side + _LABELS_HIGH)
        picture = Picture(drawn, f"agreement of {of_all(rows, result)}")
        ax = drawn.subplots()
        for i, one in enumerate(rows):
            for j, other in enumerate(rows):
                if i != j:
                    _square(picture, ax, (j, i), one, other, counts.get(_pair(one.file, other.file), Counter()))
        ax.set_xlim(-0.5, len(rows) - 0.5)
        ax.set_ylim(len(rows) - 0.5, -0.5)
        ax.set_yticks(range(len(rows)), [name(row) for row in rows])
        ax.set_xticks(range(len(rows)), [name(row).partition("\n")[0] for row in rows], rotation=40, ha="right", rotation_mode="anchor")
        ax.tick_params(length=0)
        ax.spines[:].set_visible(False)
        ax.set_title(f"Who agrees (+) and who contradicts whom (−): {of_all(rows, result)}")
    return picture


def _counts(result: Result) -> _Counts:
    """How many findings of each verdict set two sources beside each other."""
    counts: _Counts = {}
    for finding in result.findings:
        for pair in sorted(set(_pairs(finding))):
            counts.setdefault(pair, Counter())[finding.verdict] += 1
    return counts


def _pairs(finding: Finding) -> Iterator[tuple[str, str]]:
    """Two sources on different sides of a finding."""
    sides = [{claim.file for claim in side.claims} for side in finding.sides]
    for i, one in enumerate(sides):
        for other in sides[i + 1 :]:
            yield from (_pair(a, b) for a in one for b in other if a != b)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)


def _square(picture: Picture, ax: Axes, at: tuple[int, int], one: SourceRow, other: SourceRow, counts: Counter[Verdict]) -> None:
    from matplotlib.patches import Rectangle

    agree, contradict, shift = (counts[v] for v in (Verdict.CORROBORATION, Verdict.CONTRADICTION, Verdict.TEMPORAL_SHIFT))
    family = f"\nboth carry one text ({one.family})" if one.family and one.family == other.family else ""
    words = f"{one.file} and {other.file}\n" + ", ".join(
        wording.verdicts(verdict, counts[verdict]) for verdict in (Verdict.CONTRADICTION, Verdict.CORROBORATION, Verdict.TEMPORAL_SHIFT)
    )
    colour = _colour(agree, contradict)
    ax.add_patch(
        Rectangle(
            (at[0] - 0.47, at[1] - 0.47),
            0.94,
            0.94,
            facecolor=(*colour, min(0.2 + 0.1 * (agree + contradict), 0.6)) if agree + contradict else "none",
            edgecolor=INK if family else (*_MIXED, 0.6),
            linewidth=1.4 if family else 0.5,
            gid=picture.hover(words + family),
        )
    )
    told = " ".join(filter(None, [f"+{agree}" if agree else "", f"−{contradict}" if contradict else ""]))
    ax.text(*at, told or ("~" if shift else ""), ha="center", va="center", fontsize=8)


def _colour(agree: int, contradict: int) -> tuple[float, float, float]:
    """Red over grey to green, by the share of agreement."""
    if not agree + contradict:
        return _MIXED
    share = agree / (agree + contradict)
    low, high, at = (_CONTRADICT, _MIXED, share * 2) if share < 0.5 else (_MIXED, _AGREE, share * 2 - 1)
    red, green, blue = (a + (b - a) * at for a, b in zip(low, high, strict=True))
    return red, green, blue
