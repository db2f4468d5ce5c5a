"""Days laid out on a line: those of the story to scale, what lies long before and after it squeezed to the sides.

An old article years before the story, or an election years ahead, would otherwise squeeze the
story itself into one dot.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import log2

from claims.model import Interval

_DAY = timedelta(days=1)
_EARLIER, _LATER = 0.2, 0.12
"""Shares of the width that what lies before and after the story may take at most."""
_LONGEST = 14.0
"""Days without anything that are to scale within the story; more are squeezed."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From days to places between 0 and ``width``. ``story`` are the ends of the part that is to scale."""

    edges: tuple[date, ...]
    places: tuple[float, ...]
    story: tuple[float, float]

    def start(self, day: date) -> float:
        """Where a day begins."""
        at = min(max(bisect_right(self.edges, day) - 1, 0), len(self.edges) - 2)
        first, last = self.edges[at], self.edges[at + 1]
        share = (day - first).days / (last - first).days
        return round(self.places[at] + share * (self.places[at + 1] - self.places[at]), 1)

    def end(self, day: date) -> float:
        """Where a day ends."""
        return self.start(after(day))


def scale(days: Iterable[date], story: Interval, width: float) -> Scale:
    """A scale with room for all the days, of which there is one at least; ``story`` is the part to draw to scale."""
    first, last = story.earliest, story.latest
    assert first is not None
    assert last is not None
    used = {*days, first, last}
    edges = sorted(used | {after(day) for day in used})
    parts = {part: [(a, b) for a, b in pairwise(edges) if _part(a, first, last) == part] for part in (-1, 0, 1)}
    lengths = {part: [_length((b - a).days, part) for a, b in gaps] for part, gaps in parts.items()}
    shares = {-1: _EARLIER, 1: _LATER}
    taken = {part: width * min(share, len(lengths[part]) * share / 4) for part, share in shares.items()}
    taken[0] = width - sum(taken.values())
    places = [0.0]
    for part in (-1, 0, 1):
        whole = sum(lengths[part])
        for length in lengths[part]:
            places.append(places[-1] + length * taken[part] / whole)
    return Scale(tuple(edges), tuple(places), (round(taken[-1], 1), round(taken[-1] + taken[0], 1)))


def spaced(days: Sequence[date], on: Scale, apart: float) -> list[date]:
    """As many of the days, in order, as can be written below the line without touching."""
    kept: list[date] = []
    for day in days:
        if not kept or on.start(day) - on.start(kept[-1]) >= apart:
            kept.append(day)
    return kept


def after(day: date) -> date:
    """The next day; the last day of the calendar has none and is its own."""
    return day if day == date.max else day + _DAY


def _part(day: date, first: date, last: date) -> int:
    return -1 if day < first else 1 if day > last else 0


def _length(days: int, part: int) -> float:
    """How long a stretch is drawn, in days; outside the story only its order of magnitude counts."""
    if part:
        return 1 + log2(days)
    return days if days <= _LONGEST else _LONGEST + log2(days / _LONGEST)
