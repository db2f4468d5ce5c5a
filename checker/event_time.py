"""When a claim's event happened: the claim's own time expressions, resolved, or its source's date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claims.calendar import resolved
from claims.calendar.moments import moment
from claims.model import Claim, EventTime, Facet, Interval, Published, Time, TimeBasis

_OF_LATE = 31
"""Days within which a state that has lasted "since" a day is one of the story that is told."""
_FINENESS = {"day": 0, "week": 1, "range": 2, "month": 2, "season": 3, "year": 4}


def with_times(claim: Claim, published: Published | None) -> Claim:
    """The claim with its times resolved against its source's date, and its event time."""
    known = published.interval if published is not None else None
    facets: tuple[Facet, ...] = tuple(resolved(f, known) if isinstance(f, Time) else f for f in claim.facets)
    times = [f for f in facets if isinstance(f, Time)]
    return replace(claim, facets=facets, event_time=_event_time(times, published))


def _event_time(times: list[Time], published: Published | None) -> EventTime:
    at = main_time(times)
    if at is not None and at.interval is not None:
        interval = at.interval
        if at.role == "until" and interval.latest is not None:
            interval = Interval.day(interval.latest)  # a state of things as of that day
        if at.role == "since" and interval.latest is None and published is not None:
            interval = _as_told(interval, published.interval)
        interval = _in_every_zone(at, interval)
        basis = at.basis
        if basis is TimeBasis.RELATIVE and published is not None and not published.is_known:
            basis = TimeBasis.INFERRED
        return EventTime(interval, at.granularity, basis)
    if published is not None:
        return EventTime(published.interval, "range", TimeBasis.DEFAULT)
    return EventTime(Interval(None, None), "range", TimeBasis.DEFAULT)


def _as_told(since: Interval, published: Interval) -> Interval:
    """Up to when a state "since Monday" is told: no article tells of the days after it appeared.

    Since long ago is left open: such words mostly say what something is the worst since.
    """
    if published.latest is None or since.earliest is None or not 0 <= (published.latest - since.earliest).days <= _OF_LATE:
        return since
    return Interval(since.earliest, published.latest)


def _in_every_zone(time: Time, interval: Interval) -> Interval:
    """The day of a clock time with its zone, and the day in UTC: 02:47 on Tuesday in Karachi is still Monday in London."""
    when = moment(time)
    if when is None or interval.earliest is None or interval.latest is None:
        return interval
    return Interval(min(interval.earliest, when.date()), max(interval.latest, when.date()))


def main_time(times: list[Time]) -> Time | None:
    """The expression that dates the claim: the finest that says *at*, else an *until* or *since*."""
    for role in ("at", "until", "since"):
        of_role = [t for t in times if t.role == role]
        if of_role:
            return min(of_role, key=lambda t: (_FINENESS.get(t.granularity, 5), t.span.start))
    return None


def is_later(claim: Claim, other: Claim, published: Mapping[str, Published]) -> bool:
    """Whether ``claim`` tells of a later time than ``other``; where their times meet, whether its article is the newer one."""
    ours, theirs = claim.event_time.interval, other.event_time.interval
    if ours.overlaps(theirs):
        ours, theirs = (published[c.file].interval for c in (claim, other))
    return theirs.before(ours)
