"""An axis of days that leaves out the years in which nothing is told: panels side by side, each with its own stretch."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.model import Interval

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_LEAST_GAP_DAYS = 60
_GAP_SHARE = 0.08
"""A gap is left out where it is longer than this share of the whole and than ``_LEAST_GAP_DAYS``."""
_MOST_PANELS = 5
_LONG_DAYS = 400
_MARGIN_SHARE = 0.06
_LEAST_WIDTH_SHARE = 0.18
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of days that one panel shows."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Its length."""
        return (self.last - self.first).days + 1

    def cut(self, interval: Interval) -> tuple[date, date] | None:
        """What of an interval lies in the stretch; an open end reaches to the edge."""
        first, last = max(interval.earliest or self.first, self.first), min(interval.latest or self.last, self.last)
        return (first, last) if first <= last else None


def stretches(intervals: Iterable[Interval]) -> tuple[Stretch, ...]:
    """The runs of days to show, with a margin: everything told of, without the longest gaps between.

    Long and open intervals do not fill a gap, or one "since 2011" would.
    """
    runs = _runs(intervals)
    if not runs:
        return ()
    whole = (runs[-1][1] - runs[0][0]).days
    gaps = [((after[0] - before[1]).days, i) for i, (before, after) in enumerate(pairwise(runs), 1)]
    wide = [i for gap, i in sorted(gaps, reverse=True) if gap > max(_LEAST_GAP_DAYS, _GAP_SHARE * whole)][: _MOST_PANELS - 1]
    edges = [0, *sorted(wide), len(runs)]
    return tuple(_with_margin(runs[a][0], runs[b - 1][1]) for a, b in pairwise(edges))


def _runs(intervals: Iterable[Interval]) -> list[tuple[date, date]]:
    """The days that are told of, as runs that do not touch, in order."""
    told: list[tuple[date, date]] = []
    for interval in intervals:
        first, last = interval.earliest, interval.latest
        if first is not None and last is not None and (last - first).days <= _LONG_DAYS:
            told.append((first, last))
        else:
            told += [(day, day) for day in (first, last) if day is not None]
    runs: list[tuple[date, date]] = []
    for first, last in sorted(told):
        if runs and first <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(runs[-1][1], last)
        else:
            runs.append((first, last))
    return runs


def _with_margin(first: date, last: date) -> Stretch:
    margin = timedelta(days=max(1, round(_MARGIN_SHARE * (last - first).days)))
    return Stretch(
        first - margin if first - date.min > margin else first,
        last + margin if date.max - last > margin else last,
    )


def at(day: date, hours: float = 0.0) -> float:
    """A moment as matplotlib counts it: days since 1970."""
    return (day - _EPOCH).days + hours / 24


def dated(ax: Axes, first: date, last: date, ticks: int = 7) -> None:
    """Make the horizontal axis one of days, from the beginning of ``first`` to the end of ``last``, with at most ``ticks`` or one a day."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, DayLocator

    short = (last - first).days < ticks
    locator = DayLocator() if short else AutoDateLocator(minticks=2, maxticks=ticks)  # type: ignore[no-untyped-call]
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]
    ax.set_xlim(at(first), at(last, 24))


def panels(figure: Figure, shown: Sequence[Stretch], days: Collection[date]) -> list[Axes]:
    """Axes for the stretches with one common vertical axis, wider where more of ``days`` lie."""
    marks = [sum(stretch.first <= day <= stretch.last for day in days) for stretch in shown]
    widths = [max(mark, _LEAST_WIDTH_SHARE * max(marks)) for mark in marks]
    room = {"width_ratios": widths, "wspace": 0.02}
    axes: list[Axes] = list(figure.subplots(1, len(shown), sharey=True, squeeze=False, gridspec_kw=room)[0])
    for ax, stretch, width in zip(axes, shown, widths, strict=True):
        narrow = width < max(widths)
        dated(ax, stretch.first, stretch.last, ticks=4 if narrow else 7)
        ax.tick_params(axis="x", labelsize=7 if narrow else 9)
        ax.grid(axis="x")
    for ax in axes[1:]:
        ax.spines["left"].set_linestyle((0, (2, 3)))
        ax.tick_params(axis="y", length=0)
    return axes
