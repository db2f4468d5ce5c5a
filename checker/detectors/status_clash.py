"""One claim says it is so still or is done, the other that it is over, called off, denied or not yet so.

## What it does
Compares the state a thing is in: alive or dead, held or free, found or missing, going on or over,
open or shut, in office or out of it, confirmed or denied. Compares also how far one event has
come: planned, begun, ongoing, done, cancelled, postponed, denied, unconfirmed, not yet so. Planned
or unconfirmed against done is a matter of time and only compatible, and so are two stages of one
course of affairs: held, then charged; elected, then sworn in.

## Why it matters
A draft that calls a postponed summit held, or a freed suspect detained, needs a correction.

## Example
"The missing climber is alive, rescuers said." against "The climber died on the mountain."

## Limits
Some of a group may be dead and others alive: a state with a number beside it is not compared.
Which thing a state belongs to is taken from what else the claims have in common. Who declines to
comment says nothing, nor does a claim that tells of both states.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import near, share_name, things
from checker.slots.courses import step_between
from checker.slots.ground import ground
from checker.slots.refusals import is_waited_for, only_asked_for
from checker.slots.states import State, states
from claims.frames import progress
from claims.model import Attribution, Claim, Concept, Event, Quantity, Span, Status

_CLASH = frozenset(
    frozenset(pair)
    for pair in (
        (Status.DONE, Status.CANCELLED),
        (Status.DONE, Status.POSTPONED),
        (Status.DONE, Status.DENIED),
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
_PROGRESS = frozenset(Status) - {Status.CANCELLED, Status.POSTPONED, Status.DENIED}
_LEAST_GROUND = 2.0
"""Words' worth in common from which two states are taken for states of one thing."""
_ORDER = (Level.CONFLICT, Level.AGREE, Level.COMPATIBLE)
_OFF = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED})
_PENDING = frozenset({Status.PLANNED, Status.EXPECTED, Status.UNCONFIRMED})
_GENERAL = frozenset({"cancel", "postpone", "suspended", "resumed", "start", "end", "held_event"})
"""Senses that say how far something else has come: what that is must stand on both sides."""
_NEAR, _NAME, _WORD = 1.0, 0.7, 0.5
"""What a clash weighs with words in common near the event and a name, with one of the two, with a word further off."""
_COUNTED = 0.5
"""Share of the weight left where both sides count: "three died" leaves room for "two were found"."""
_STATE, _CUE = (0.6, 1.0), (0.4, 0.8)
"""Least and most weight of a clash of states, and of one that rests on cue words; states of one named thing weigh most."""


@rule("S101", Type.STATUS)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the states, how far the same event has come, and events that leave no room for each other."""
    if any(x.mode == "declined" for claim in (left, right) for x in claim.all(Attribution)):
        return
    found = [o for o in (_states(left, right), _progress(left, right), _exclusive(left, right), _course(left, right)) if o is not None]
    if found:
        yield min(found, key=lambda o: (_ORDER.index(o.level), -o.weight))


def _states(left: Claim, right: Claim) -> Outcome | None:
    """The surest clash of two answers to one question, else the surest agreement."""
    found = [o for a in states(left) for b in states(right) if a.dimension == b.dimension and (o := _state(left, right, a, b)) is not None]
    return min(found, key=lambda o: (o.level is not Level.CONFLICT, -o.weight, o.left.start + o.right.start), default=None)


def _state(left: Claim, right: Claim, a: State, b: State) -> Outcome | None:
    common = ground(left, right, (a.span,), (b.span,))
    if common.strength < _LEAST_GROUND:
        return None
    if a.holds == b.holds:
        message = f"both say it is {a.name}"
        return Outcome(Level.AGREE, a.span, b.span, a.name, b.name, message, Basis.PARTIAL, weight=common.weight(0.3, 0.7))
    message = f"one says «{a.text}» ({a.name}), the other «{b.text}» ({b.name})"
    tied = _sure(left, right, a.span, b.span) >= _NAME
    weight = _STATE[1] if tied else common.weight(*_STATE)
    return Outcome(Level.CONFLICT, a.span, b.span, a.name, b.name, message, Basis.PARTIAL, weight=weight)


def _progress(left: Claim, right: Claim) -> Outcome | None:
    pairs = [
        (level, a, b)
        for a in left.all(Event)
        for b in right.all(Event)
        if a.concept == b.concept and a.negated == b.negated and (level := _level(a, b)) is not None
    ]
    if not pairs:
        return None
    level, a, b = min(pairs, key=lambda p: (_ORDER.index(p[0]), p[1].span.start + p[2].span.start))
    common = ground(left, right, (a.span,), (b.span,))
    if level is Level.CONFLICT and (common.strength < _LEAST_GROUND or not _tied(left, right, a, b)):
        return None
    word = {Level.AGREE: "both give the same status", Level.COMPATIBLE: "the status moved on", Level.CONFLICT: "the status differs"}[level]
    message = f"{word}: {a.status.value} against {b.status.value}" if a.status is not b.status else f"{word}: {a.status.value}"
    weight = common.weight(*_CUE)
    return Outcome(level, a.span, b.span, a.status.value, b.status.value, message, Basis.PARTIAL, weight=weight)


def _course(left: Claim, right: Claim) -> Outcome | None:
    """Two stages of one course of affairs, the further told of no earlier time than the other."""
    step = step_between(left, right)
    if step is None or not step.is_in_time(left, right):
        return None
    common = ground(left, right, (step.left.span,), (step.right.span,))
    if common.strength < _LEAST_GROUND:
        return None
    ours, theirs = step.left.name, step.right.name
    message = f"the matter went on: {ours} on one side, {theirs} on the other"
    return Outcome(Level.COMPATIBLE, step.left.span, step.right.span, ours, theirs, message, Basis.PARTIAL, weight=common.weight(*_CUE))


def _tied(left: Claim, right: Claim, a: Event, b: Event) -> bool:
    """Whether a name, or a word beside the event, stands on both sides."""
    return share_name(left, right) or not near(left, a.span).isdisjoint(near(right, b.span))


def _level(a: Event, b: Event) -> Level | None:
    if a.status is b.status:
        return None if a.status is Status.DONE else Level.AGREE
    if frozenset({a.status, b.status}) in _CLASH:
        return Level.CONFLICT
    return Level.COMPATIBLE if {a.status, b.status} <= _PROGRESS else None


def _exclusive(left: Claim, right: Claim) -> Outcome | None:
    """The surest pair of an event and its "not yet", or of two events that leave no room for each other."""
    pairs = [(a, b, level) for a in left.all(Event) for b in right.all(Event) if (level := _both(left, right, a, b)) is not None]
    found = []
    for a, b, level in pairs:
        weight = _sure(left, right, a.span, b.span, frozenset({a.concept, b.concept}))
        if weight:
            ours, theirs = _named(left, a), _named(right, b)
            message = f"«{ours}» and «{theirs}» say the same" if level is Level.AGREE else f"one says «{ours}», the other «{theirs}»"
            found.append(Outcome(level, a.span, b.span, ours, theirs, message, Basis.PARTIAL, weight=weight))
    return min(found, key=lambda o: (_ORDER.index(o.level), -o.weight, o.left.start + o.right.start), default=None)


def _both(left: Claim, right: Claim, a: Event, b: Event) -> Level | None:
    """Whether two events can be true of one thing."""
    if only_asked_for(left, a) or only_asked_for(right, b):
        return None
    pending = bool({a.status, b.status} & _PENDING)
    if a.concept == b.concept:
        waiting, told = ((left, a), b) if a.negated else ((right, b), a)
        if a.negated == b.negated or pending or (told.status in _OFF and a.concept not in _GENERAL):
            return None
        return Level.CONFLICT if a.concept in progress() or is_waited_for(*waiting) else None
    if b.concept not in progress().get(a.concept, frozenset()) or _tells(left, b.concept) or _tells(right, a.concept):
        return None
    if pending:
        return Level.COMPATIBLE if a.negated == b.negated else None
    true = [not e.negated and (e.status not in _OFF or e.concept in _GENERAL) for e in (a, b)]
    if all(true):
        return Level.CONFLICT
    return Level.AGREE if any(true) else None


def _tells(claim: Claim, concept: str) -> bool:
    return any(e.concept == concept for e in claim.all(Event))


def _sure(left: Claim, right: Claim, ours: Span, theirs: Span, own: frozenset[str] = frozenset()) -> float:
    """How sure it is that both are said of one thing; 0 where nothing says so."""
    under = {c.id for claim, span in ((left, ours), (right, theirs)) for c in claim.all(Concept) if c.span.overlaps(span)} | own
    beside, named = bool((near(left, ours) & near(right, theirs)) - under), share_name(left, right)
    far = bool((things(left) & things(right)) - under)
    if not beside and not (named and far if own & _GENERAL else named or far):
        return 0.0
    weight = _NEAR if beside and named else _NAME if beside or named else _WORD
    counted = len(own) > 1 and all(claim.all(Quantity) for claim in (left, right))
    return weight * _COUNTED if counted else weight


def _named(claim: Claim, event: Event) -> str:
    said = event.concept.replace("_", " ")
    if event.negated:
        return f"not yet {said}" if is_waited_for(claim, event) else f"not {said}"
    return said
