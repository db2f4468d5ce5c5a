"""Two claims place the same event differently.

## What it does
Where the claims tell of one event, compares the one place at which each side alone says that it
happened. Places of one kind that surely differ clash; a country and a town in it are compatible.

## Why it matters
A place is part of what makes an event that event; two places mean two events or one slip.

## Example
"The plane landed in Sialkot." against "The plane landed in Faisalabad."

## Limits
Which town lies in which district is not known, so places of two kinds are not compared, nor a
place nearby with one that is named only here. Nothing is said where days, ranks, offices or
actors show two different events, nor of where a speaker is, or where something comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import DIFFERENT, PLACES, SAME, distance, match_names, near, shared_events
from checker.slots.ground import ground
from claims.model import Attribution, Claim, Concept, Event, EventTime, Interval, Name, Ordinal, TimeBasis
from claims.model.claim import once
from claims.naming import same_name
from claims.whereabouts import Place, places_of

_LISTED, _UNLISTED, _LITTLE, _OTHER_DAY = 1.0, 0.7, 0.5, 0.4
"""What a clash weighs between two known places, with an unlisted one, and where little says that it is one event."""
_MUCH, _ENOUGH, _SOME = 2.0, 3.0, 2.0
"""What two claims must have in common, places left out, in words' worth: with a common event, without one, and for a faint clash."""
_OF_MANY = 0.8
"""Share of the weight left where a claim names several places of its own."""
_ACTORS = ("PER", "ORG", "EVENT")
_COMPASS = frozenset({"north", "south", "east", "west"})


@rule("L101", Type.LOCATION)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the places of one event."""
    ours, theirs = _happening(left), _happening(right)
    strength = _one_event(left, right) if ours and theirs else 0.0
    if not strength:
        yield from _sides(left, right)
        return
    shared = [(a, b) for a in ours for b in theirs if _likeness(a, b) >= SAME]
    ours, theirs = (tuple(p for p in side if all(p not in pair for pair in shared)) for side in (ours, theirs))
    if not ours or not theirs:
        if shared:
            yield _agree(*shared[-1])
        return
    a, b = _nearest(left, right, ours), _nearest(right, left, theirs)
    if len(ours) + len(theirs) > 2:
        strength *= _OF_MANY
    if _named_in(right, a.name) or _named_in(left, b.name) or _likeness(a, b) > DIFFERENT:
        return
    if _one_holds_the_other(a, b):
        message = f"of «{a.name.text}» and «{b.name.text}» one lies in the other"
        yield Outcome(Level.COMPATIBLE, a.name.span, b.name.span, a.name.text, b.name.text, message, changes=False)
    elif _comparable(a, b):
        listed = a.name.known and b.name.known
        weight = round(min(_LISTED if listed else _UNLISTED, strength), 4)
        message = f"one places it in «{a.name.text}», the other in «{b.name.text}»"
        basis = Basis.INFERRED if listed else Basis.PARTIAL
        yield Outcome(Level.CONFLICT, a.name.span, b.name.span, a.name.text, b.name.text, message, basis, changes=False, weight=weight)


def _sides(left: Claim, right: Claim) -> Iterator[Outcome]:
    """The outcome where each claim names one side of a thing: the northern tunnel, the southern one."""
    ours, theirs = _side(left), _side(right)
    if ours is None or theirs is None or ours.id == theirs.id:
        return
    if not (near(left, ours.span) & near(right, theirs.span)) - _COMPASS:
        return  # nothing beside both that could be the thing they are sides of
    if ground(left, right, (ours.span,), (theirs.span,)).strength >= _SOME and not _apart(left, right):
        message = f"one speaks of the {ours.id}, the other of the {theirs.id}"
        yield Outcome(Level.CONFLICT, ours.span, theirs.span, ours.text, theirs.text, message, Basis.PARTIAL, changes=False, weight=_LITTLE)


@once
def _side(claim: Claim) -> Concept | None:
    """The one point of the compass in a claim that belongs to no name."""
    names = [n.span for n in claim.all(Name)]
    found = [c for c in claim.all(Concept) if c.id in _COMPASS and not any(c.span.overlaps(n) for n in names)]
    return found[0] if len({c.id for c in found}) == 1 else None


def _nearest(claim: Claim, other: Claim, places: Sequence[Place]) -> Place:
    """Of several places the one at which the event of both claims happens; one that something is only near to comes last."""
    events = [e.span for e, _ in shared_events(claim, other)]
    return min(places, key=lambda p: (p.is_near, min((distance(claim, p.name.span, e) for e in events), default=0), p.name.span))


def _agree(a: Place, b: Place) -> Outcome:
    return Outcome(Level.AGREE, a.name.span, b.name.span, a.name.text, b.name.text, f"both place it in «{a.name.text}»", changes=False)


def _likeness(a: Place, b: Place) -> float:
    """How alike the names are; listed towns, or ports and airports named after them, are one or they are not."""
    if a.town is not None and b.town is not None:
        return float(a.town == b.town)
    return same_name(a.name, b.name)


@once
def _happening(claim: Claim) -> tuple[Place, ...]:
    """The places of what is told, without those where it is merely said."""
    speakers, events = claim.all(Attribution), claim.all(Event)

    def is_said_there(name: Name) -> bool:
        said = min((distance(claim, name.span, a.span) for a in speakers), default=99)
        return said <= 3 and said <= min((distance(claim, name.span, e.span) for e in events), default=99)

    return tuple(p for p in places_of(claim) if not is_said_there(p.name))


def _named_in(claim: Claim, place: Name) -> bool:
    return any(same_name(place, other) >= SAME for other in claim.all(Name))


def _one_holds_the_other(a: Place, b: Place) -> bool:
    return (a.kind == "country") != (b.kind == "country") and a.name.country is not None and a.name.country == b.name.country


def _comparable(a: Place, b: Place) -> bool:
    """Whether two different places exclude each other: known in two countries, or of one kind, with no word in common."""
    if not set(_parts(a)).isdisjoint(_parts(b)):
        return False
    if None not in (a.name.country, b.name.country) and a.name.country != b.name.country:
        return "water" not in (a.kind, b.kind)
    if a.is_near != b.is_near and not (a.name.known and b.name.known):
        return False
    kinds = {a.kind, b.kind}
    return len(kinds) == 1 or kinds == {None, "settlement"}


def _parts(place: Place) -> list[str]:
    return place.name.key.partition(":")[2].split()


def _one_event(left: Claim, right: Claim) -> float:
    """How sure it is that both tell of one event; 0 where it is not, or something tells the two apart."""
    if _apart(left, right):
        return 0.0
    places = [[n.span for n in claim.all(Name) if n.type in PLACES] for claim in (left, right)]
    common = ground(left, right, *places).strength
    told_by_both = any(a.negated == b.negated and a.status is b.status for a, b in shared_events(left, right))
    if _seems_apart(left, right):
        return _OTHER_DAY if common >= _SOME else 0.0
    if common >= _MUCH and told_by_both:
        return _LISTED
    if common >= _ENOUGH:
        return _UNLISTED
    return _LITTLE if told_by_both or common >= _SOME else 0.0


def _apart(left: Claim, right: Claim) -> bool:
    """Whether the ranks or offices of two claims show two events."""
    ranks = [{o.rank for o in c.all(Ordinal)} for c in (left, right)]
    if all(ranks) and ranks[0].isdisjoint(ranks[1]):
        return True
    offices = [{c.id for c in claim.all(Concept) if c.frame == "role"} for claim in (left, right)]
    return all(offices) and offices[0].isdisjoint(offices[1]) and not match_names(left, right, _ACTORS).shared


def _begun(time: EventTime) -> Interval:
    """The days of an event; of one that goes on ("from Tuesday") the day it begins."""
    interval = time.interval
    return Interval.day(interval.earliest) if interval.latest is None and interval.earliest is not None else interval


def _seems_apart(left: Claim, right: Claim) -> bool:
    """Whether days or actors differ too: two events, or one that is told differently in more than the place."""
    times = left.event_time, right.event_time
    if all(t.basis is not TimeBasis.DEFAULT for t in times) and _begun(times[0]).gap_days(_begun(times[1])) > 1:
        return True
    actors = match_names(left, right, _ACTORS)
    return not actors.shared and bool(actors.only_left and actors.only_right)
