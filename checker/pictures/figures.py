"""The figures that sources give for one thing over time, ready to be drawn: which, whose, and how high the axis reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from checker.errors import InputError
from checker.nearest import nearest
from checker.result import Result
from claims.model import Claim, Interval, Quantity, TimeBasis

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

    @property
    def ends(self) -> tuple[date, date]:
        """The first and the last day on which it may have held."""
        assert self.when.earliest is not None
        assert self.when.latest is not None
        return self.when.earliest, self.when.latest


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures for one thing by the sources that are shown, those that give most of them first; ``of`` is how many sources there are."""

    thing: str
    by_file: Mapping[str, Sequence[Figure]]
    of: int
    roof: float

    @property
    def called(self) -> str:
        """What is counted, in words."""
        return self.thing.replace("_", " ")

    @property
    def top(self) -> float:
        """Where the axis ends."""
        return self.roof * _HEADROOM

    def height(self, one: Figure) -> float:
        """Where a figure stands; those out of proportion share one place below the top."""
        return min(one.value, self.roof * _BEYOND)

    def bounds(self, one: Figure) -> tuple[float, float]:
        """How far the bounds lie below and above; an open end is drawn a little way."""
        low, high = one.quantity.low, one.quantity.high
        little = max(0.06 * self.roof, 0.5)
        if self.height(one) < one.value:
            return 0.0, 0.0
        below = one.value - float(low) if low is not None else min(little, one.value)
        return below, float(high) - one.value if high is not None else little

    def aside(self, file: str) -> float:
        """Days by which a source stands aside, so that sources of one day do not hide each other."""
        return ([*self.by_file].index(file) - (len(self.by_file) - 1) / 2) * 0.5 / len(self.by_file)


def counted_things(result: Result) -> dict[str, int]:
    """What the articles count, the most told first, with the number of sources that give a figure."""
    files: dict[str, set[str]] = {}
    for reading in result.readings:
        for claim in reading.claims:
            for quantity in claim.all(Quantity):
                if quantity.kind == "count" and quantity.counted:
                    files.setdefault(quantity.counted, set()).add(claim.file)
    return {thing: len(files[thing]) for thing in sorted(files, key=lambda thing: (-len(files[thing]), thing))}


def counted(result: Result, thing: str = "") -> Counted:
    """The figures for ``thing``, by default what most sources count. Raises ``InputError`` where nothing fits."""
    things = counted_things(result)
    wanted = thing or next(iter(things), "")
    figures = sorted(_figures(result, wanted), key=lambda f: (*f.ends, f.value))
    if not figures:
        meant = nearest(wanted, things) or ", ".join(list(things)[:8])
        raise InputError(f"no figure for {wanted!r} in this report" + (f"; did you mean {meant}?" if meant else ""))
    by_file: dict[str, list[Figure]] = {}
    for one in figures:
        by_file.setdefault(one.claim.file, []).append(one)
    shown = sorted(by_file, key=lambda file: (-len(by_file[file]), file))[:_MOST_SOURCES]
    return Counted(wanted, {file: by_file[file] for file in shown}, len(by_file), _roof([one.value for one in figures]))


def _figures(result: Result, thing: str) -> Iterator[Figure]:
    for reading in result.readings:
        row = result.row(reading.source.file)
        for claim in reading.claims if not row.stale else ():
            when = row.published.interval if claim.event_time.basis is TimeBasis.DEFAULT else claim.event_time.interval
            if not when.is_closed or when.gap_days(row.published.interval) > _OF_THE_STORY_DAYS:
                continue
            for quantity in claim.all(Quantity):
                if quantity.kind == "count" and quantity.counted == thing:
                    yield Figure(when, claim, quantity)


def _roof(values: Sequence[float]) -> float:
    """The top of the axis: the largest figure that is not out of all proportion to the others."""
    usual = median(values)
    return max((value for value in values if value <= _OUT_OF_PROPORTION * max(usual, 1)), default=usual) or 1
