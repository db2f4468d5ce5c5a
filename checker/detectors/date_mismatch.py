"""Two claims give different days for the same event.

## What it does
Compares the times that stand with the event both claims tell of, as intervals of days: "3 May"
agrees with "in May", "Wednesday" with the day it falls on, and "21:47 GMT on Monday" with the Tuesday
it is in Karachi. The day on which somebody said so
is not the day of what was said. Two starts ("since 1 April", "from 1 July") are compared as
days; deadlines, and spans that only say how long, are not.

## Why it matters
A wrong day is the commonest slip in rewritten copy, and it makes two reports of one event look
like two events.

## Example
"The bridge was opened on 3 May." against "The bridge was opened on 5 May."

## Limits
Whether two days mean two events or one wrong day is not seen here; the outcome weighs less the
further they are apart, and the decision weighs the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import distance, same_topic, shared_events
from checker.slots.ground import ground
from claims.calendar.moments import moment
from claims.model import Attribution, Claim, Event, Facet, Interval, Time, TimeBasis

_FINENESS = {"day": 0, "week": 1, "range": 2, "month": 2, "season": 3, "year": 4}
_CONFIRMS = {0: 1.0, 1: 0.7, 2: 0.5, 3: 0.4, 4: 0.3}
"""What an agreement weighs by the coarser of the two times: the same day says more than the same year."""
_APART = ((14, 1.0), (45, 0.8), (120, 0.5), (400, 0.3))
_FAR_APART = 0.2
"""What a conflict weighs up to so many days apart: days are mistaken for one another, years mean two events."""
_TOPIC = (0.3, 0.9)
"""Least and most share of the weight where no event that the times stand by is in common, by how much else is."""
_YEARS_APART = 400
_REACH = 14
"""Words that may lie between an event and the time that dates it."""
_BESIDE = 4
"""A time stands beside a word of saying when at most so many words lie between."""
_YEAR = timedelta(days=365)
_ONE_MOMENT = timedelta(minutes=30)
_FIXED = frozenset({"offset", "stretch", "weekday", "weekend", "years", "numeric", "clock"})
"""Rules of times whose year is not guessed."""
_STARTS = frozenset({"launch", "open", "start"})
_SPEECH = frozenset({"accuse", "call", "claim", "confirm", "deny", "promise", "say", "warn"})


@dataclass(frozen=True, slots=True)
class _Dated:
    """A time and the days it gives for the event: of a start ("since 1 April") its first day."""

    time: Time
    days: Interval
    is_start: bool = False


@rule("D101", Type.DATE)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the times of the event that two claims share."""
    ours, theirs = _dates(left), _dates(right)
    if not ours or not theirs:
        return
    events = [(a, b) for a, b in shared_events(left, right) if a.frame not in _SPEECH]
    if not events and not same_topic(left, right):
        return
    pairs = [(_nearest(left, ours, a), _nearest(right, theirs, b)) for a, b in events] or [(a, b) for a in ours for b in theirs]
    fitting = [(a, b) for a, b in pairs if _meet(a, b) or _is_one_moment(a.time, b.time)]
    if fitting:
        yield _fit(left, right, *min(fitting, key=lambda p: (p[0].days != p[1].days, _coarseness(*p), _place(*p))))
        return
    starts = any(a.frame in _STARTS for a, _ in events)
    clashing = [(a, b) for a, b in pairs if _can_clash(left, right, a, b, starts=starts)]
    if clashing:
        a, b = min(clashing, key=lambda p: (p[0].days.gap_days(p[1].days), _place(*p)))
        beside = any(_beside(left, a, e) and _beside(right, b, f) for e, f in events)
        common = ground(left, right, (a.time.span,), (b.time.span,))
        yield _clash(left, right, a, b, 1.0 if beside else common.weight(*_TOPIC))


def _meet(a: _Dated, b: _Dated) -> bool:
    """Whether the days have one in common; of a weekday in a longer stretch only those weekdays count."""
    met = a.days.intersect(b.days)
    if met is None or not met.is_closed or met.earliest is None or met.latest is None:
        return met is not None
    weekdays = {weekday for x in (a, b) if x.time.rule == "weekday" and isinstance(weekday := dict(x.time.arguments).get("weekday"), int)}
    days = (met.earliest + timedelta(days=n) for n in range(min((met.latest - met.earliest).days, 6) + 1))
    return not weekdays or any(weekdays <= {day.weekday()} for day in days)


def _can_clash(left: Claim, right: Claim, a: _Dated, b: _Dated, *, starts: bool) -> bool:
    """Whether two times can be meant for one: not the day of a statement, not a start and a day between."""
    if _is_of_speech(left, a.time) or _is_of_speech(right, b.time) or (a.is_start != b.is_start and not starts):
        return False
    if _meet_in_another_year(a, b) or _meet_in_another_year(b, a):
        return False
    if a.days.gap_days(b.days) <= _YEARS_APART:
        return True
    return a.time.granularity == b.time.granularity and a.time.basis is b.time.basis is TimeBasis.EXPLICIT


def _meet_in_another_year(a: _Dated, b: _Dated) -> bool:
    """Whether ``a`` gives no year, and with the year before or after would fit: then only a guessed year differs."""
    if "year" in dict(a.time.arguments) or a.time.rule in _FIXED or a.days.earliest is None or a.days.latest is None:
        return False
    return any(Interval(a.days.earliest + by, a.days.latest + by).widen(1).overlaps(b.days) for by in (_YEAR, -_YEAR))


def _fit(left: Claim, right: Claim, a: _Dated, b: _Dated) -> Outcome:
    level = Level.AGREE if a.days == b.days or _is_one_moment(a.time, b.time) else Level.COMPATIBLE
    verb = "both date it" if level is Level.AGREE else "the dates fit"
    return _outcome(level, left, right, a, b, verb, _CONFIRMS[_coarseness(a, b)])


def _is_one_moment(ours: Time, theirs: Time) -> bool:
    """Whether two clock times of different zones are one: 21:47 GMT on Monday and 02:47 on Tuesday in Karachi."""
    a, b = moment(ours), moment(theirs)
    return a is not None and b is not None and abs(a - b) <= _ONE_MOMENT


def _clash(left: Claim, right: Claim, a: _Dated, b: _Dated, share: float) -> Outcome:
    gap = a.days.gap_days(b.days)
    weight = next((w for days, w in _APART if gap <= days), _FAR_APART) * share
    return _outcome(Level.CONFLICT, left, right, a, b, "the dates differ", round(weight, 4))


def _outcome(level: Level, left: Claim, right: Claim, a: _Dated, b: _Dated, verb: str, weight: float) -> Outcome:
    bases = {a.time.basis, b.time.basis, left.event_time.basis, right.event_time.basis}
    basis = Basis.INFERRED if TimeBasis.INFERRED in bases else Basis.CONVERTED if TimeBasis.RELATIVE in bases else Basis.PARSED
    ours, theirs = str(a.days), str(b.days)
    message = f"{verb}: {ours} against {theirs}"
    return Outcome(level, a.time.span, b.time.span, ours, theirs, message, basis, changes=False, weight=weight)


def _place(a: _Dated, b: _Dated) -> tuple[int, list[str]]:
    """Breaks ties by where the times stand, the same whichever side is left."""
    return a.time.span.start + b.time.span.start, sorted((a.time.text, b.time.text))


def _coarseness(a: _Dated, b: _Dated) -> int:
    return max(_FINENESS.get(x.time.granularity, 4) for x in (a, b))


def _dates(claim: Claim) -> list[_Dated]:
    """The resolved times that can date what is told, the finest first; of a day, its month is no second time."""
    found = []
    for time in claim.all(Time):
        if time.interval is None or time.interval.earliest is None:
            continue
        if time.role == "at" and time.interval.is_closed:
            found.append(_Dated(time, time.interval))
        elif time.role == "since" and time.granularity == "day" and dict(time.arguments).get("bound") != "after":
            found.append(_Dated(time, Interval.day(time.interval.earliest), is_start=True))
    told = found if len(found) < 2 else [d for d in found if not _is_of_speech(claim, d.time)] or found
    finest = min((_FINENESS.get(d.time.granularity, 4) for d in told), default=0)
    return [d for d in told if _FINENESS.get(d.time.granularity, 4) == finest]


def _is_of_speech(claim: Claim, time: Time) -> bool:
    """Whether the time says when something was said: it stands beside the word of saying, and no event is nearer."""
    said = _reach(claim, time, claim.all(Attribution))
    done = _reach(claim, time, [e for e in claim.all(Event) if e.frame not in _SPEECH])
    return said is not None and said <= _BESIDE and (done is None or said <= done)


def _reach(claim: Claim, time: Time, facets: Sequence[Facet]) -> int | None:
    return min((distance(claim, time.span, f.span) for f in facets), default=None)


def _beside(claim: Claim, date: _Dated, event: Event) -> bool:
    """Whether a time stands near enough to an event to date it."""
    return distance(claim, date.time.span, event.span) <= _REACH


def _nearest(claim: Claim, dates: Sequence[_Dated], event: Event) -> _Dated:
    if len(dates) == 1:
        return dates[0]
    return min(dates, key=lambda d: (distance(claim, d.time.span, event.span), d.time.span))
