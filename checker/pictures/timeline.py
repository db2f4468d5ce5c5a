"""The timeline: what each source tells to have happened when, a lane a source, uncertain days as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Verdict
from checker.pictures.canvas import INK, NEUTRAL, OF_VERDICT, drawing, figure
from checker.pictures.days import Stretch, at, panels
from checker.pictures.lanes import name
from checker.pictures.picture import Picture
from checker.pictures.story import OF_BASIS, story
from checker.pictures.timeline_chart import timeline_chart
from checker.render import wording
from checker.result import Result, SourceRow
from claims.model import Claim

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_BAND = 0.42
_NOON = 12


def timeline(result: Result, *, most: int = 40) -> Picture:
    """Claims that give a time of their own, as dots (a day) and bars (longer, or not known to the day).

    Behind them stands when each source appeared. Of more than ``most`` sources those that stand in most
    findings are shown. Years in which nothing is told are left out. Raises ``InputError`` for a report
    in which nothing is dated.
    """
    told = story(result, most)
    with drawing():
        drawn = figure(10, 1.4 + 0.62 * len(told.rows))
        picture = Picture(drawn, told.says, live=lambda: timeline_chart(result, told))
        days = [day for interval in told.intervals for day in (interval.earliest, interval.latest) if day is not None]
        axes = panels(drawn, told.shown, days)
        for ax, stretch in zip(axes, told.shown, strict=True):
            for lane, row in enumerate(told.rows):
                _published(picture, ax, stretch, lane, row)
                for claim, below in told.told(row):
                    _told(picture, ax, stretch, lane + below, claim)
        axes[0].set_yticks(range(len(told.rows)), [name(row) for row in told.rows])
        axes[0].set_ylim(len(told.rows) - 0.5, -0.5)
        drawn.suptitle(f"What is told to have happened when: {told.of}", x=0.01, ha="left", fontsize=11)
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


def _told(picture: Picture, ax: Axes, stretch: Stretch, height: float, claim: Claim) -> None:
    when = claim.event_time
    ends = stretch.cut(when.interval)
    if ends is None:
        return
    colour, _ = OF_BASIS[when.basis]
    gid = picture.hover(f"{wording.days(when.interval)} ({when.basis.value})\n{claim.text}\n{claim.file}")
    if when.interval.is_day:
        ax.plot([at(ends[0], _NOON)], [height], "o", color=colour, markersize=4.5, gid=gid)
        return
    ax.plot([at(ends[0]), at(ends[1], 24)], [height] * 2, color=colour, lw=2, solid_capstyle="butt", gid=gid)
    for end, day, marker in ((when.interval.earliest, ends[0], "<"), (when.interval.latest, ends[1], ">")):
        if end is None:
            ax.plot([at(day, _NOON)], [height], marker, color=colour, markersize=4)


def _legend(drawn: Figure) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    handles: list[Line2D | Patch] = [
        *(Line2D([], [], color=colour, marker="o", markersize=4.5, lw=2, label=says) for colour, says in OF_BASIS.values()),
        Patch(facecolor=NEUTRAL, alpha=0.35, label="when the article appeared"),
        Patch(facecolor=NEUTRAL, alpha=0.35, hatch="////", edgecolor=INK, linewidth=0, label="the same, worked out"),
        Patch(facecolor=OF_VERDICT[Verdict.STALE], alpha=0.35, hatch="////", edgecolor=INK, linewidth=0, label="older than it reads"),
    ]
    drawn.legend(handles=handles, loc="outside lower left", ncols=2)
