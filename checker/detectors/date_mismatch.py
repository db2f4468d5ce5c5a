"""Two claims give different days for the same event.

## What it does
Compares the times that date the event of each claim, as intervals of days: "3 May" agrees with
"in May", and "Wednesday" with the day it falls on. Claims without a time of their own are not
compared, and neither are a deadline and a day, or spans that only say how long.

## Why it matters
A wrong day is the commonest slip in rewritten copy, and it makes two reports of one event look
like two events.

## Example
"The bridge was opened on 3 May." against "The bridge was opened on 5 May."

## Limits
Whether two days mean two events or one wrong day is not seen here; the decision weighs it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import shared_events
from claims.model import Claim, Time, TimeBasis

_COMPARABLE = ("at", "until")


@rule("D101", Type.DATE)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the dating expressions of two claims of one event."""
    ours, theirs = _dating(left), _dating(right)
    if not ours or not theirs:
        return
    for a in ours:
        for b in theirs:
            if a.role == b.role and a.interval and b.interval and a.interval.overlaps(b.interval):
                exact = a.interval == b.interval
                yield _outcome(Level.AGREE if exact else Level.COMPATIBLE, a, b)
                return
    if next(shared_events(left, right), None) is None:
        return
    a, b = ours[0], theirs[0]
    if a.role == b.role:
        yield _outcome(Level.CONFLICT, a, b)


def _dating(claim: Claim) -> list[Time]:
    """Resolved times that date the event, finest first."""
    times = [t for t in claim.all(Time) if t.role in _COMPARABLE and t.interval is not None and t.interval.latest is not None]
    fineness = {"day": 0, "week": 1, "range": 2, "month": 2, "season": 3, "year": 4}
    return sorted(times, key=lambda t: (fineness.get(t.granularity, 5), t.span.start))


def _outcome(level: Level, a: Time, b: Time) -> Outcome:
    explicit = a.basis is TimeBasis.EXPLICIT and b.basis is TimeBasis.EXPLICIT
    verb = {Level.AGREE: "both date it", Level.COMPATIBLE: "the dates fit", Level.CONFLICT: "the dates differ"}[level]
    message = f"{verb}: {a.interval} against {b.interval}"
    return Outcome(
        level, a.span, b.span, str(a.interval), str(b.interval), message, Basis.PARSED if explicit else Basis.CONVERTED, changes=False
    )
