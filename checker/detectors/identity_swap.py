"""Two claims put different persons in the same slot.

## What it does
Compares who holds an office ("President X" against "President Y" of the same country), and, where
the claims have enough else in common, the persons that each side alone names.

## Why it matters
Two names for one role is either a changed office-holder or a wrong name; both need a look.

## Example
"Pilot Ivan Orlov died in the crash." against "Pilot Anton Belov died in the crash."

## Limits
Different persons may well do the same thing; without a shared office the outcome weighs less. Who
only speaks is not compared: two witnesses of one fact are no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import DIFFERENT, SAME, shared_events
from checker.slots.actors import Actor, ActorMatch, actors, match_actors
from checker.slots.company import is_beside
from checker.slots.ground import ground
from checker.slots.seats import seated_pairs, seats_of
from claims.model import Attribution, Claim, Name, TimeBasis
from claims.model.claim import once
from claims.naming import same_name

_IN_COMPANY = 0.4
"""Weight where both of the others may be right: somebody else in common, or people who met on days not known to be one."""
_NO_SEAT = (0.3, 0.6)
"""Least and most weight, by how much else is in common, where no seat of a deed is known to be at issue."""
_ENCOUNTERS = frozenset({"meet", "visit", "talk", "call", "travel"})
_LEAST_WITH_EVENT = 1.0
_LEAST_ALONE = 2.0
"""What must be in common beside the persons, in words' worth, with and without an event on both sides."""


@rule("E101", Type.IDENTITY)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare office-holders, then the persons each side alone names."""
    by_office = [(a, b, same_name(a, b)) for a in left.all(Name) for b in right.all(Name) if _same_office(a, b)]
    for a, b, like in by_office:
        if like >= SAME:
            yield Outcome(Level.AGREE, a.span, b.span, a.text, b.text, f"both name the same {_office(a)}")
            return
    for a, b, like in by_office:
        if like <= DIFFERENT:
            yield Outcome(Level.CONFLICT, a.span, b.span, a.text, b.text, f"they name {a.text} and {b.text} as {_office(a)}")
            return
    yield from _persons(left, right)


def _same_office(a: Name, b: Name) -> bool:
    """One office of one country or body, held at the time of writing."""
    return a.role is not None and a.role == b.role and a.tense == b.tense == "current" and a.role_of is not None and a.role_of == b.role_of


def _persons(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the persons who do or suffer what both claims tell; who declines to speak denies nothing."""
    if any(x.mode == "declined" for c in (left, right) for x in c.all(Attribution)):
        return
    match = match_actors(_named_persons(left), _named_persons(right))
    has_event = next(shared_events(left, right), None) is not None
    if match.only_left and match.only_right:
        a, b, seat = _clashing(left, right, match)
        if a is None or b is None:
            return
        if match.shared and _is_beside(left, a, match.shared[0][0]) is not _is_beside(right, b, match.shared[0][1]):
            return  # one stands with the person in common, the other faces him
        common = ground(left, right, (a.span,), (b.span,))
        if common.strength < (_LEAST_WITH_EVENT if has_event else _LEAST_ALONE) or (not has_event and _two_offices(a.name, b.name)):
            return
        role = min(a.kinds & b.kinds, default="")
        if not role and not seat and not (_in_full(a) and _in_full(b) and match.one_each):
            return
        weight = 0.8 if role else 0.7 if seat else common.weight(*_NO_SEAT)
        if not role and (match.shared or (_only_encounters(left, right) and not _same_day(left, right))):
            weight = min(weight, _IN_COMPANY)
        as_what = f" as {role.replace('_', ' ')}" if role else f" as {seat}" if seat else " in the same place"
        yield Outcome(
            Level.CONFLICT, a.span, b.span, a.text, b.text, f"they name {a.text} and {b.text}{as_what}", Basis.PARTIAL, weight=weight
        )
    elif match.shared and has_event and not match.unclear:
        a, b = match.shared[0]
        yield Outcome(Level.AGREE, a.span, b.span, a.text, b.text, "both name the same person", changes=False)


def _clashing(left: Claim, right: Claim, match: ActorMatch) -> tuple[Actor | None, Actor | None, str]:
    """The persons to set against each other, those in one seat of one deed first, and that seat in words.

    Nobody where the two sit in different seats: who arrested is not whom the other claim says was arrested.
    """
    sitting = list(seated_pairs(left, right))
    for pair in sitting:
        a = next((x for x in match.only_left if x.span == pair.left.span), None)
        b = next((x for x in match.only_right if x.span == pair.right.span), None)
        if a is not None and b is not None:
            deed = pair.deed.concept.replace("_", " ")
            return a, b, f"who did it ({deed})" if pair.seat == "agent" else f"to whom it was done ({deed})"
    first, second = match.only_left[0], match.only_right[0]
    seats = [{seat for seat, who in seats_of(claim) if who.overlaps(x.span)} for claim, x in ((left, first), (right, second))]
    return (None, None, "") if all(seats) and seats[0].isdisjoint(seats[1]) else (first, second, "")


def _in_full(actor: Actor) -> bool:
    """Whether a person is surely one: listed, or named with more than one word."""
    return actor.name is not None and (actor.name.known or len(actor.text.split()) > 1)


def _is_beside(claim: Claim, one: Actor, other: Actor) -> bool:
    return is_beside(claim, one.span, other.span)


def _only_encounters(left: Claim, right: Claim) -> bool:
    """Whether all that the claims have in common is that people met: there are many meetings."""
    frames = {a.frame for a, _ in shared_events(left, right)}
    return bool(frames) and frames <= _ENCOUNTERS


def _same_day(left: Claim, right: Claim) -> bool:
    a, b = left.event_time, right.event_time
    return TimeBasis.DEFAULT not in (a.basis, b.basis) and a.interval.overlaps(b.interval)


def _two_offices(a: Name | None, b: Name | None) -> bool:
    """Whether the two hold different offices, or one has given his up: without an event in common both may be right."""
    if a is None or b is None or a.role is None or b.role is None or (a.role_of is None and b.role_of is None):
        return False
    return (a.role, a.tense) != (b.role, b.tense)


@once
def _named_persons(claim: Claim) -> list[Actor]:
    """Persons with a name who do more than speak."""
    speakers = {x.speaker for x in claim.all(Attribution)}
    return [a for a in actors(claim, ("PER",)) if a.name is not None and a.name.key not in speakers]


def _office(name: Name) -> str:
    return (name.role or "office-holder").replace("_", " ")
