"""Two claims number the same thing differently.

## What it does
Compares places in a series ("first meeting", "second visit", "last round") when both claims
number the same series, or number the same event without naming the series. A series may be
limited ("second this year", "first since 2018"): a place within limits can only be as high as
the place without them, so "second this year" fits "fifth", but not "first ever". A first in May and a second
in December are in order.

## Why it matters
"For the first time" is claimed more often than it is true; a rank is checkable, and a
different rank is either another event or an error.

## Example
"It was their first meeting." against "It was their second meeting."

## Limits
Two ranks of one series told without times of their own may be two events; the decision weighs
when they were told. Places in a ranking ("came second") are no ordinals: N101 compares them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import distance, same_topic, shared_events
from checker.slots.kinds import FRAMES, may_be_one
from claims.lang import table
from claims.lexicon import entries
from claims.model import Claim, Event, Interval, Ordinal, Time, TimeBasis

_ANY = frozenset({None, "occasion"})
"""Series of ordinals that name none: "for the third time", "the third"."""
_SERIES, _EVENT, _TOPIC, _PERHAPS = 1.0, 0.9, 0.5, 0.3
"""What a pair weighs that names one series, numbers a shared event, only shares a name or a word, or names a series on one side alone."""
_OTHER_LIMITS = 0.6
"""Share of the weight left where both places are limited, but in other words ("this summer", "this monsoon")."""
_BESIDE = 5
"""A time limits an ordinal when at most so many words lie between them."""
_WELL_APART = 30
"""Days between two events that each claim dates itself, from which on they are two events."""
_LAST = -1
_TWICE = 2
"""A stretch of time no more than so many times as long as another is meant to be the same."""


@dataclass(frozen=True, slots=True)
class _Place:
    """An ordinal and the stretch of time within which it counts, if the claim limits it."""

    ordinal: Ordinal
    within: Interval | None


@rule("O101", Type.ORDINAL)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the ordinals of one series."""
    ours, theirs = _current(left), _current(right)
    found = []
    for a in ours:
        for b in theirs:
            weight, level = _weight(left, right, a.ordinal, b.ordinal), _level(a, b)
            if level is Level.CONFLICT and None not in (a.within, b.within) and a.within != b.within:
                weight = round(weight * _OTHER_LIMITS, 4)
            if level is Level.CONFLICT and _in_order(left, right, a.ordinal.rank, b.ordinal.rank):
                level = Level.COMPATIBLE
            if weight and level is not None:
                found.append((weight, level, a.ordinal, b.ordinal))
    if found:
        weight, level, first, second = min(found, key=_rank)
        yield _outcome(level, first, second, weight)


def _rank(found: tuple[float, Level, Ordinal, Ordinal]) -> tuple[float, bool, int, list[str]]:
    """The surest first, then agreements, then the earliest; the same whichever side is left."""
    weight, level, a, b = found
    return -weight, level is Level.CONFLICT, a.span.start + b.span.start, sorted((a.text, b.text))


def _current(claim: Claim) -> list[_Place]:
    """The ordinals of a claim; of several places in one series the highest, as the lower ones are its history."""
    best: dict[str | None, Ordinal] = {}
    for ordinal in claim.all(Ordinal):
        series = None if ordinal.series in _ANY else ordinal.series
        if series not in best or best[series].rank < ordinal.rank:
            best[series] = ordinal
    return [_Place(o, _limits(claim, o)) for o in best.values()]


def _limits(claim: Claim, ordinal: Ordinal) -> Interval | None:
    """The stretch of time within which an ordinal counts: "this year", "since 2018", "in four months", "of 2025".

    A time limits the ordinal nearest to it: in "the fourth, and the first since 2018" only the first.
    """
    for time in claim.all(Time):
        if ordinal.span != min(claim.all(Ordinal), key=lambda o: (distance(claim, o.span, time.span), o.span)).span:
            continue
        verb_last = table(claim.lang, "words").get("verb_last", False)
        follows = (verb_last or time.span.start >= ordinal.span.end) and distance(claim, ordinal.span, time.span) <= _BESIDE
        if _counts_from(time) or (follows and time.granularity in ("year", "season") and time.role == "at"):
            return time.interval or Interval(None, None)
    return None


def _counts_from(time: Time) -> bool:
    """Whether a time says from when on something is counted: not "in 2019", which only dates it."""
    if time.role in ("since", "duration") or time.rule == "stretch":
        return time.granularity != "day" or time.rule == "stretch"
    arguments = dict(time.arguments)
    return time.rule == "offset" and arguments.get("unit") == "year" and arguments.get("offset") == 0


def _level(a: _Place, b: _Place) -> Level | None:
    ours, theirs = a.ordinal.rank, b.ordinal.rank
    if _LAST in (ours, theirs):
        return Level.AGREE if ours == theirs else None  # the fifth may be the last
    if a.within is None and b.within is None:
        return Level.AGREE if ours == theirs else Level.CONFLICT
    if a.within is not None and b.within is not None:
        if a.within == b.within:
            return Level.AGREE if ours == theirs else Level.CONFLICT
        if not a.within.overlaps(b.within):
            return None
        return Level.AGREE if ours == theirs else Level.CONFLICT if _as_long(a.within, b.within) else None
    limited, whole = (ours, theirs) if a.within is not None else (theirs, ours)
    return Level.CONFLICT if limited > whole else Level.COMPATIBLE


def _as_long(a: Interval, b: Interval) -> bool:
    """Whether two stretches of time are about as long, so that the same is counted within both."""
    if None in (a.earliest, a.latest, b.earliest, b.latest):
        return (a.earliest, a.latest) == (b.earliest, b.latest)
    lengths = sorted((i.latest - i.earliest).days + 1 for i in (a, b) if i.earliest and i.latest)
    return lengths[1] <= _TWICE * lengths[0]


def _in_order(left: Claim, right: Claim, ours: int, theirs: int) -> bool:
    """Whether the claims date two events well apart, and the earlier has the lower place."""
    a, b = left.event_time, right.event_time
    if TimeBasis.DEFAULT in (a.basis, b.basis) or a.interval.gap_days(b.interval) < _WELL_APART:
        return False
    return a.interval.before(b.interval) == (ours < theirs)


def _weight(left: Claim, right: Claim, a: Ordinal, b: Ordinal) -> float:
    """How sure it is that both number one series; 0 where too little says so."""
    if a.series == b.series and a.series not in _ANY:
        return _SERIES if same_topic(left, right) else 0.0
    if a.series not in _ANY and b.series not in _ANY:
        one_office = all(_is_kind(o.series) for o in (a, b)) and may_be_one(a.series or "", b.series or "")
        return _EVENT if one_office and same_topic(left, right) else 0.0
    if any(True for _ in shared_events(left, right)) or _names(a, right) or _names(b, left):
        return _EVENT
    if not same_topic(left, right):
        return 0.0
    return _TOPIC if a.series in _ANY and b.series in _ANY else _PERHAPS


def _is_kind(series: str | None) -> bool:
    """Whether a series numbers people by what they are: the third governor."""
    return series in entries() and entries()[series].frame in FRAMES


def _names(ordinal: Ordinal, other: Claim) -> bool:
    """Whether the series that one claim numbers is what happens in the other."""
    return ordinal.series not in _ANY and any(ordinal.series in (e.concept, e.frame) for e in other.all(Event))


def _outcome(level: Level, a: Ordinal, b: Ordinal, weight: float) -> Outcome:
    verb = {
        Level.AGREE: "both give the same place",
        Level.COMPATIBLE: "both places can be right",
        Level.CONFLICT: "the places in the series differ",
    }[level]
    ours, theirs = _place(a), _place(b)
    basis = Basis.PARSED if weight >= _SERIES else Basis.PARTIAL
    return Outcome(level, a.span, b.span, ours, theirs, f"{verb}: {ours} against {theirs}", basis, weight=weight)


def _place(ordinal: Ordinal) -> str:
    rank = ordinal.rank
    suffix = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    place = "last" if rank == _LAST else f"{rank}{suffix}"
    return place if ordinal.series in _ANY else f"{place} {(ordinal.series or '').replace('_', ' ')}"
