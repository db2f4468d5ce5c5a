"""The timeline: what each source tells to have happened when, a lane a source, uncertain days as bars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.model import Verdict
from checker.pictures.canvas import INK, NEUTRAL, OF_VERDICT, drawing, figure
from checker.pictures.days import Stretch, at, panels, stretches
from checker.pictures.lanes import chosen, name, of_all
from checker.pictures.picture import Picture
from checker.render import wording
from checker.result import Result, SourceRow
from claims.model import Claim, TimeBasis

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_OF_BASIS = {
    TimeBasis.EXPLICIT: ("#0072b2", "gives the day"),
    TimeBasis.RELATIVE: ("#009e73", "gives it from the day it appeared (yesterday, on Friday)"),
    TimeBasis.INFERRED: ("#cc79a7", "gives it from a day worked out by other articles"),
}
_ROWS = 5
"""Heights in a lane over which claims are spread, so that those of one day do not hide each other."""
_SPREAD = 0.12
_BAND = 0.42
_NOON = 12


def timeline(result: Result, *, most: int = 40) -> Picture:
    """Claims that give a time of their own, as dots (a day) and bars (longer, or not known to the day).

    Behind them stands when each source appeared. Of more than ``most`` sources those that stand in most
    findings are shown. Years in which nothing is told are left out. Raises ``InputError`` for a report
    in which nothing is dated.
    """
    rows = chosen(result, most)
    files = {row.file for row in rows}
    claims = [c for r in result.readings if r.source.file in files for c in r.claims if c.event_time.basis is not TimeBasis.DEFAULT]
    told = [*(row.published.interval for row in rows), *(claim.event_time.interval for claim in claims)]
    shown = stretches(told)
    if not shown:
        raise InputError("nothing in this report is dated: there is no timeline to draw")
    with drawing():
        drawn = figure(10, 1.4 + 0.62 * len(rows))
        picture = Picture(drawn, f"timeline of {wording.count(len(claims), 'claim')} in {of_all(rows, result)}")
        axes = panels(drawn, shown, [day for interval in told for day in (interval.earliest, interval.latest) if day is not None])
        for ax, stretch in zip(axes, shown, strict=True):
            for lane, row in enumerate(rows):
                _published(picture, ax, stretch, lane, row)
                _told(picture, ax, stretch, lane, [claim for claim in claims if claim.file == row.file])
        axes[0].set_yticks(range(len(rows)), [name(row) for row in rows])
        axes[0].set_ylim(len(rows) - 0.5, -0.5)
        drawn.suptitle(f"What is told to have happened when: {of_all(rows, result)}", x=0.01, ha="left", fontsize=11)
        _legend(drawn)
    return picture


def _published(picture: Picture, ax: Axes, stretch: Stretch, lane: int, row: SourceRow) -> None:
    """A band for the days on which a source may have appeared, hatched where they were worked out."""
    ends = stretch.cut(row.published.interval)
    if ends is None:
        return
    inferred = not row.published.is_known
    colour = OF_VERDICT[Verdict.STALE] if row.stale else NEUTRAL
    stale = "; older than it reads" if row.stale else ""
    ax.broken_barh(
        [(at(ends[0]), (ends[1] - ends[0]).days + 1)],
        (lane - _BAND, 2 * _BAND),
        facecolor=colour,
        alpha=0.35,
        hatch="////" if inferred else None,
        edgecolor=INK,
        linewidth=0,
        gid=picture.hover(f"{row.file}: appeared {wording.published(row.published)}{stale}"),
    )


def _told(picture: Picture, ax: Axes, stretch: Stretch, lane: int, claims: Sequence[Claim]) -> None:
    ordered = sorted(claims, key=lambda c: (c.event_time.interval.earliest or date.min, c.span.start))
    for number, claim in enumerate(ordered):
        ends = stretch.cut(claim.event_time.interval)
        if ends is None:
            continue
        colour, _ = _OF_BASIS[claim.event_time.basis]
        height = lane + _SPREAD * (number % _ROWS - (min(len(ordered), _ROWS) - 1) / 2)
        words = f"{wording.days(claim.event_time.interval)} ({claim.event_time.basis.value})\n{claim.text}\n{claim.file}"
        gid = picture.hover(words)
        if claim.event_time.interval.is_day:
            ax.plot([at(ends[0], _NOON)], [height], "o", color=colour, markersize=4.5, gid=gid)
            continue
        ax.plot([at(ends[0]), at(ends[1], 24)], [height] * 2, color=colour, lw=2, solid_capstyle="butt", gid=gid)
        for end, day, marker in ((claim.event_time.interval.earliest, ends[0], "<"), (claim.event_time.interval.latest, ends[1], ">")):
            if end is None:
                ax.plot([at(day, _NOON)], [height], marker, color=colour, markersize=4)


def _legend(drawn: Figure) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    handles: list[Line2D | Patch] = [
        *(Line2D([], [], color=colour, marker="o", markersize=4.5, lw=2, label=says) for colour, says in _OF_BASIS.values()),
        Patch(facecolor=NEUTRAL, alpha=0.35, label="when the article appeared"),
        Patch(facecolor=NEUTRAL, alpha=0.35, hatch="////", edgecolor=INK, linewidth=0, label="the same, worked out"),
        Patch(facecolor=OF_VERDICT[Verdict.STALE], alpha=0.35, hatch="////", edgecolor=INK, linewidth=0, label="older than it reads"),
    ]
    drawn.legend(handles=handles, loc="outside lower left", ncols=2)
