"""One claim says it is done or goes on, the other that it is called off, over, denied, or not yet so.

## What it does
Compares how far one event has come: planned, begun, ongoing, done, cancelled, postponed, denied.
Done clashes with cancelled, postponed and denied, "not yet" with done, a state with the state that
excludes it: alive and dead, open and closed, missing and found, in force and expired. Planned or
expected against done is a matter of time and only compatible, as is unconfirmed against done.

## Why it matters
A draft that calls a postponed summit held, or a suspect charged who is not, needs a correction.

## Example
"The launch was cancelled." against "The launch went ahead."

## Limits
The claims must have a name or another word in common. Who declines to comment says nothing, and a
claim that holds both states ("the closed road was opened") is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import distance, near, share_name, things
from claims.frames import progress
from claims.model import Attribution, Claim, Concept, Event, Quantity, Status

_OFF = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED})
_ON = frozenset({Status.DONE, Status.BEGUN, Status.ONGOING})
_PENDING = frozenset({Status.PLANNED, Status.EXPECTED})
_GENERAL = frozenset({"cancel", "postpone", "suspended", "resumed", "start", "end", "held_event"})
"""Senses that say how far something else has come: what that is must stand on both sides."""
_STILL = frozenset({"not_yet", "still", "so_far"})
_NEAR, _NAME, _WORD = 1.0, 0.7, 0.5
"""What a clash weighs with words in common near the event and a name, with one of the two, with a word further off."""
_COUNTED = 0.5
"""Share of the weight left where both sides count those in the state: "three died" leaves room for "two survived"."""
_TELLING, _PLAIN = 1.0, 0.4
"""What an agreement weighs that took a cue, and one that only names the same state."""


@dataclass(frozen=True, slots=True)
class _Pair:
    left: Event
    right: Event
    level: Level
    weight: float

    @property
    def rank(self) -> tuple[float, bool, int, list[str]]:
        """The surest first, then one concept before two, then the earliest; the same whichever side is left."""
        a, b = self.left, self.right
        return -self.weight, a.concept != b.concept, a.span.start + b.span.start, sorted((f"{a.text} {a.concept}", f"{b.text} {b.concept}"))


@rule("S101", Type.STATUS)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare how far the same event has come."""
    if any(x.mode == "declined" for claim in (left, right) for x in claim.all(Attribution)):
        return
    pairs = [p for a in left.all(Event) for b in right.all(Event) if (p := _pair(left, right, a, b)) is not None]
    agreements = [p for p in pairs if p.level is Level.AGREE]
    ours, theirs = ({getattr(p, side).span for p in agreements} for side in ("left", "right"))
    clashes = [p for p in pairs if p.level is Level.CONFLICT and p.left.span not in ours and p.right.span not in theirs]
    for found in (clashes, agreements, [p for p in pairs if p.level is Level.COMPATIBLE]):
        if found:
            yield _outcome(left, right, min(found, key=lambda p: p.rank))
            return


def _pair(left: Claim, right: Claim, a: Event, b: Event) -> _Pair | None:
    level, telling = _level(left, right, a, b)
    if level is None:
        return None
    weight = _sure(left, right, a, b)
    if not weight:
        return None
    if level is Level.AGREE:
        weight = _TELLING if telling else _PLAIN
    return _Pair(a, b, level, weight)


def _level(left: Claim, right: Claim, a: Event, b: Event) -> tuple[Level | None, bool]:
    """What two events say of each other's progress, and whether words beside them say so."""
    if a.concept == b.concept:
        return _of_one(left, right, a, b)
    if _is_over(right, a, b) or _is_over(left, b, a):
        return Level.CONFLICT, True
    if b.concept not in progress().get(a.concept, frozenset()) or _holds(left, b.concept) or _holds(right, a.concept):
        return None, False
    if {a.status, b.status} & (_PENDING | {Status.UNCONFIRMED}):
        return (Level.COMPATIBLE, True) if a.negated == b.negated else (None, False)
    true = [(e.status not in _OFF or e.concept in _GENERAL) and not e.negated for e in (a, b)]
    if all(true):
        return Level.CONFLICT, True
    return (Level.AGREE, True) if any(true) else (None, False)


def _of_one(left: Claim, right: Claim, a: Event, b: Event) -> tuple[Level | None, bool]:
    """The same event on both sides."""
    if a.negated != b.negated:
        waiting, affirmed = (left, a) if a.negated else (right, b), b if a.negated else a
        if affirmed.status not in _PENDING and (affirmed.status in _ON or a.concept in _GENERAL) and (a.concept in progress() or _is_waiting(*waiting)):
            return Level.CONFLICT, True
        return None, False
    statuses = {a.status, b.status}
    is_settled = a.concept in _GENERAL and not statuses & _PENDING
    if is_settled or (statuses <= _ON and Status.DONE in statuses and not a.negated):
        excluded = progress().get(a.concept, frozenset())
        return (Level.AGREE if excluded and not any(_holds(c, other) for c in (left, right) for other in excluded) else None), False
    if a.status is b.status:
        return Level.AGREE, True
    if a.negated:
        return None, False
    if statuses & _OFF and statuses & (_ON | _PENDING):
        return Level.CONFLICT, True
    return (Level.COMPATIBLE, True) if statuses <= _ON | _PENDING | {Status.UNCONFIRMED} else (None, False)


def _holds(claim: Claim, concept: str) -> bool:
    return any(e.concept == concept for e in claim.all(Event))


def _is_over(claim: Claim, going: Event, end: Event) -> bool:
    """Whether ``end``, of ``claim``, ends the very thing that the other side says goes on."""
    if going.status is not Status.ONGOING or going.negated or end.concept != "end" or end.negated or end.status in _PENDING:
        return False
    return any(e.concept == going.concept and distance(claim, e.span, end.span) <= 4 for e in claim.all(Event))


def _is_waiting(claim: Claim, event: Event) -> bool:
    """Whether a denial reads "not yet"."""
    return any(c.id in _STILL and distance(claim, c.span, event.span) <= 3 for c in claim.all(Concept))


def _sure(left: Claim, right: Claim, a: Event, b: Event) -> float:
    """How sure it is that both are said of one thing; 0 where nothing says so."""
    own = {a.concept, b.concept} | _under(left, a) | _under(right, b)
    in_common, named = bool((near(left, a.span) & near(right, b.span)) - own), share_name(left, right)
    far = bool((things(left) & things(right)) - own)
    if not in_common and not (named and far if {a.concept, b.concept} & _GENERAL else named or far):
        return 0.0
    weight = _NEAR if in_common and named else _NAME if in_common or named else _WORD
    if a.concept != b.concept and all(claim.all(Quantity) for claim in (left, right)):
        weight *= _COUNTED
    return round(weight, 4)


def _under(claim: Claim, event: Event) -> frozenset[str]:
    """The concepts that the event's own words name."""
    return frozenset(c.id for c in claim.all(Concept) if c.span.overlaps(event.span))


def _outcome(left: Claim, right: Claim, pair: _Pair) -> Outcome:
    ours, theirs = _named(left, pair.left), _named(right, pair.right)
    message = {
        Level.AGREE: f"both say «{ours}»" if ours == theirs else f"«{ours}» and «{theirs}» say the same",
        Level.COMPATIBLE: f"the status moved on: one says «{ours}», the other «{theirs}»",
        Level.CONFLICT: f"one says «{ours}», the other «{theirs}»",
    }[pair.level]
    basis = Basis.PARSED if pair.level is not Level.CONFLICT or pair.weight >= _NEAR else Basis.PARTIAL
    return Outcome(pair.level, pair.left.span, pair.right.span, ours, theirs, message, basis, weight=pair.weight)


def _named(claim: Claim, event: Event) -> str:
    said = event.concept.replace("_", " ")
    if event.negated:
        return ("not yet " if _is_waiting(claim, event) else "not ") + said
    return said if event.status is Status.DONE else f"{said} ({event.status.value})"
