"""A figure over time: how many dead, injured, votes ... each source gives, with its bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.nearest import nearest
from checker.pictures.canvas import drawing, figure, label
from checker.pictures.days import at, dated
from checker.pictures.lanes import looks
from checker.pictures.picture import Picture
from checker.render import wording
from checker.result import Result
from claims.model import Claim, Interval, Quantity, TimeBasis

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_OF_THE_STORY_DAYS = 45
"""A figure for a time further from its article's day belongs to another event."""
_MOST_SOURCES = 20
_OUT_OF_PROPORTION = 10
"""A figure so many times the median stands at the upper edge with its number, or it would flatten all others."""
_BEYOND, _HEADROOM = 1.12, 1.2


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as a source gives it: when it held, and its bounds (``None`` is open)."""

    when: Interval
    claim: Claim
    quantity: Quantity

    @property
    def value(self) -> float:
        """The figure to draw: the lower bound, or the upper where there is no lower."""
        bound = self.quantity.low if self.quantity.low is not None else self.quantity.high
        return float(bound or 0)


def counted_things(result: Result) -> dict[str, int]:
    """What the articles count, the most told first, with the number of sources that give a figure."""
    files: dict[str, set[str]] = {}
    for reading in result.readings:
        for claim in reading.claims:
            for quantity in claim.all(Quantity):
                if quantity.kind == "count" and quantity.counted:
                    files.setdefault(quantity.counted, set()).add(claim.file)
    return {thing: len(files[thing]) for thing in sorted(files, key=lambda thing: (-len(files[thing]), thing))}


def tolls(result: Result, counted: str = "") -> Picture:
    """The figures for ``counted`` ("killed", "injured" ...), by default what most sources count.

    Steps join the figures of one source. Bars up and down are bounds ("at least", "from ... to"), bars
    sideways days that are not known. Figures of long ago, and of articles older than they read, are
    left out. Raises ``InputError`` where nothing fits.
    """
    things = counted_things(result)
    wanted = counted or next(iter(things), "")
    figures = list(_figures(result, wanted))
    if not figures:
        meant = nearest(wanted, things) or ", ".join(list(things)[:8])
        raise InputError(f"no figure for {wanted!r} in this report" + (f"; did you mean {meant}?" if meant else ""))
    by_file: dict[str, list[Figure]] = {}
    for one in sorted(figures, key=lambda f: (*_ends(f.when), f.value)):
        by_file.setdefault(one.claim.file, []).append(one)
    shown = sorted(by_file, key=lambda file: (-len(by_file[file]), file))[:_MOST_SOURCES]
    roof = _roof([one.value for one in figures])
    with drawing():
        drawn = figure(9, 4.8)
        picture = Picture(drawn, f"{wanted.replace('_', ' ')} over time in {wording.count(len(shown), 'source')}")
        ax = drawn.subplots()
        for number, (file, (colour, marker)) in enumerate(looks(shown).items()):
            shift = (number - (len(shown) - 1) / 2) * 0.5 / len(shown)
            _source(picture, ax, by_file[file], roof, (colour, marker, shift))
            ax.plot([], [], marker=marker, color=colour, markersize=5, lw=1.2, label=f"{label(file, 26)} · {by_file[file][0].claim.lang}")
        days = [day for one in figures for day in _ends(one.when)]
        dated(ax, min(days) - timedelta(days=1), max(days) + timedelta(days=1))
        ax.set_ylim(0, roof * _HEADROOM)
        ax.set_ylabel(wanted.replace("_", " "))
        of = f" (of {wording.count(len(by_file), 'source')})" if len(shown) < len(by_file) else ""
        ax.set_title(f"{wanted.replace('_', ' ').capitalize()}, as each source gives it{of}")
        ax.grid(visible=True)
        drawn.legend(loc="outside right upper")
    return picture


def _figures(result: Result, counted: str) -> Iterator[Figure]:
    for reading in result.readings:
        row = result.row(reading.source.file)
        for claim in reading.claims if not row.stale else ():
            when = row.published.interval if claim.event_time.basis is TimeBasis.DEFAULT else claim.event_time.interval
            if not when.is_closed or when.gap_days(row.published.interval) > _OF_THE_STORY_DAYS:
                continue
            for quantity in claim.all(Quantity):
                if quantity.kind == "count" and quantity.counted == counted:
                    yield Figure(when, claim, quantity)


def _ends(interval: Interval) -> tuple[date, date]:
    assert interval.earliest is not None
    assert interval.latest is not None
    return interval.earliest, interval.latest


def _roof(values: Sequence[float]) -> float:
    """The top of the axis: the largest figure that is not out of all proportion to the others."""
    usual = median(values)
    return max((value for value in values if value <= _OUT_OF_PROPORTION * max(usual, 1)), default=usual) or 1


def _source(picture: Picture, ax: Axes, figures: Sequence[Figure], roof: float, looks_like: tuple[str, str, float]) -> None:
    """One source's figures, a little aside so that sources of one day do not hide each other; those beyond the roof on it."""
    colour, marker, aside = looks_like
    days = [sum(map(at, _ends(one.when))) / 2 + 0.5 + aside for one in figures]
    heights = [min(one.value, roof * _BEYOND) for one in figures]
    ax.step(days, heights, where="post", color=colour, lw=1.1, alpha=0.6, zorder=1)
    for day, height, one in zip(days, heights, figures, strict=True):
        first, last = _ends(one.when)
        below, above = _bounds(one, roof) if height == one.value else (0.0, 0.0)
        sideways = (last - first).days / 2 or None
        ax.errorbar([day], [height], [[below], [above]], sideways, "none", color=colour, elinewidth=1, capsize=2.5, zorder=2)
        gid = picture.hover(f"{one.quantity.text}: {wording.days(one.when)}\n{one.claim.sentence.text}\n{one.claim.file}")
        filled = "none" if one.quantity.approximate else colour
        ax.plot([day], [height], marker, color=colour, markerfacecolor=filled, markersize=6, zorder=3, gid=gid)
        if height < one.value:
            ax.annotate(f"{one.value:,.0f}", (day, height), xytext=(5, 0), textcoords="offset points", va="center", fontsize=8)
        elif one.quantity.high is None:
            ax.plot([day], [height + above], "^", color=colour, markersize=4, zorder=3)


def _bounds(one: Figure, roof: float) -> tuple[float, float]:
    """How far the bounds lie below and above; an open end is drawn a little way."""
    low, high = one.quantity.low, one.quantity.high
    little = max(0.06 * roof, 0.5)
    below = one.value - float(low) if low is not None else min(little, one.value)
    return below, float(high) - one.value if high is not None else little
