"""A figure over time: how many dead, injured, votes ... each source gives, with its bounds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from checker.pictures.canvas import drawing, figure, label
from checker.pictures.days import at, dated
from checker.pictures.figures import Counted, Figure, counted
from checker.pictures.lanes import looks
from checker.pictures.picture import Picture
from checker.pictures.tolls_chart import tolls_chart
from checker.render import wording
from checker.result import Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def tolls(result: Result, thing: str = "") -> Picture:
    """The figures for ``thing`` ("killed", "injured" ...), by default what most sources count.

    Steps join the figures of one source. Bars up and down are bounds ("at least", "from ... to"), bars
    sideways days that are not known. Figures of long ago, and of articles older than they read, are
    left out. Raises ``InputError`` where nothing fits.
    """
    told = counted(result, thing)
    shown = told.by_file
    with drawing():
        drawn = figure(9, 4.8)
        says = f"{told.called} over time in {wording.count(len(shown), 'source')}"
        picture = Picture(drawn, says, live=lambda: tolls_chart(result, told))
        ax = drawn.subplots()
        for file, (colour, marker) in looks(list(shown)).items():
            _source(picture, ax, file, told, (colour, marker))
            ax.plot([], [], marker=marker, color=colour, markersize=5, lw=1.2, label=f"{label(file, 26)} · {shown[file][0].claim.lang}")
        days = [day for figures in shown.values() for one in figures for day in one.ends]
        dated(ax, min(days) - timedelta(days=1), max(days) + timedelta(days=1))
        ax.set_ylim(0, told.top)
        ax.set_ylabel(told.called)
        of = f" (of {wording.count(told.of, 'source')})" if len(shown) < told.of else ""
        ax.set_title(f"{told.called.capitalize()}, as each source gives it{of}")
        ax.grid(visible=True)
        drawn.legend(loc="outside right upper")
    return picture


def _source(picture: Picture, ax: Axes, file: str, told: Counted, looks_like: tuple[str, str]) -> None:
    """One source's figures, a little aside from the others'; those out of proportion below the upper edge."""
    colour, marker = looks_like
    figures = told.by_file[file]
    days = [sum(map(at, one.ends)) / 2 + 0.5 + told.aside(file) for one in figures]
    heights = [told.height(one) for one in figures]
    ax.step(days, heights, where="post", color=colour, lw=1.1, alpha=0.6, zorder=1)
    for day, height, one in zip(days, heights, figures, strict=True):
        first, last = one.ends
        below, above = told.bounds(one)
        sideways = (last - first).days / 2 or None
        ax.errorbar([day], [height], [[below], [above]], sideways, "none", color=colour, elinewidth=1, capsize=2.5, zorder=2)
        filled = "none" if one.quantity.approximate else colour
        ax.plot([day], [height], marker, color=colour, markerfacecolor=filled, markersize=6, zorder=3, gid=picture.hover(_words(one)))
        if height < one.value:
            ax.annotate(f"{one.value:,.0f}", (day, height), xytext=(5, 0), textcoords="offset points", va="center", fontsize=8)
        elif one.quantity.high is None:
            ax.plot([day], [height + above], "^", color=colour, markersize=4, zorder=3)


def _words(one: Figure) -> str:
    return f"{one.quantity.text}: {wording.days(one.when)}\n{one.claim.sentence.text}\n{one.claim.file}"
