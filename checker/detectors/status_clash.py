"""One claim says it is done or goes on, the other that it is called off, denied, or not yet so.

## What it does
Compares the status of one event: planned, expected, begun, ongoing, done, cancelled, postponed,
denied, unconfirmed. Done clashes with cancelled, postponed, denied and not yet confirmed;
planned or expected against done is a matter of time and only compatible.

## Why it matters
A draft that calls a postponed summit held, or a suspect charged who is not, needs a correction.

## Example
"The launch was cancelled." against "The launch went ahead."

## Limits
The status is read from cue words near the event; a cue in another clause may be missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Level, Outcome, Type
from checker.rules import rule
from checker.slots import shared_events
from claims.model import Claim, Event, Status

_CLASH = frozenset(
    frozenset(pair)
    for pair in (
        (Status.DONE, Status.CANCELLED),
        (Status.DONE, Status.POSTPONED),
        (Status.DONE, Status.DENIED),
        (Status.DONE, Status.UNCONFIRMED),
        (Status.ONGOING, Status.CANCELLED),
        (Status.ONGOING, Status.DENIED),
        (Status.BEGUN, Status.CANCELLED),
        (Status.BEGUN, Status.POSTPONED),
        (Status.PLANNED, Status.CANCELLED),
        (Status.PLANNED, Status.POSTPONED),
        (Status.PLANNED, Status.DENIED),
        (Status.EXPECTED, Status.CANCELLED),
        (Status.EXPECTED, Status.POSTPONED),
    )
)
_PROGRESS = frozenset({Status.PLANNED, Status.EXPECTED, Status.BEGUN, Status.ONGOING, Status.DONE})


@rule("S101", Type.STATUS)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare how far the same event has come."""
    pairs = [(a, b) for a, b in shared_events(left, right) if a.negated == b.negated]
    if not pairs:
        return
    a, b = next(((a, b) for a, b in pairs if _level(a, b) is not None), pairs[0])
    level = _level(a, b)
    if level is None:
        return
    word = {Level.AGREE: "both give the same status", Level.COMPATIBLE: "the status moved on", Level.CONFLICT: "the status differs"}[level]
    yield Outcome(level, a.span, b.span, a.status.value, b.status.value, f"{word}: {a.status.value} against {b.status.value}")


def _level(a: Event, b: Event) -> Level | None:
    if a.status is b.status:
        return None if a.status is Status.DONE else Level.AGREE
    if frozenset({a.status, b.status}) in _CLASH:
        return Level.CONFLICT
    return Level.COMPATIBLE if {a.status, b.status} <= _PROGRESS else None
