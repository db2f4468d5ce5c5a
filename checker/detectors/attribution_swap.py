"""Two claims say that different people or bodies did the same thing.

## What it does
Where the claims tell of one deed (a claim of responsibility, a payment, a rescue, an order, a
purchase), compares its author: the person, body or country that each side alone names beside the
deed, or tells by kind alone ("an insurance company", "the hospital's nurse").

## Why it matters
Who did it, paid for it or ordered it is often all that two reports disagree on.

## Example
"The ransom was paid by the insurer." against "The port authority paid the ransom itself."

## Limits
Two witnesses of one fact are no contradiction: who only speaks about the deed is not compared,
unless a side says that he alone or himself did so.
Names of bodies are often translated, so two unlisted ones in two languages are not told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import distance, shared_events
from checker.slots.actors import Actor, actors, likeness, match_actors
from checker.slots.ground import ground
from checker.slots.seats import actor_of
from claims.lang import table
from claims.model import Attribution, Claim, Concept, Event
from claims.model.claim import once
from claims.normalise import fold

_AUTHORS = frozenset({"ORG", "PER", "NORP", "GPE"})
_COUNTRIES = frozenset({"NORP", "GPE"})
_DEEDS = frozenset(
    {"accuse", "aid", "allow", "appoint", "approve", "arrest", "attack", "ban", "bomb", "build", "buy", "cancel", "charge", "claim",
     "close", "deploy", "dismiss", "donate", "evacuate", "fund", "investigate", "kidnap", "kill", "launch", "law", "mediate", "money",
     "open", "order", "oust", "postpone", "reject", "release", "rescue", "sanction", "science", "sell", "sign", "support", "warn", "win"}
)  # fmt: skip
"""Frames of events that somebody does, so that it can be asked who did."""
_TOLD = frozenset({"aid", "ban", "build", "donate", "fund", "money", "order", "rescue", "sanction"})
"""Of these, the ones whose bare words ("funding", "the order") tell that they were done."""
_GIVING = frozenset({"aid", "donate", "fund", "money"})
"""Frames that tell in other words of one deed: who pays for it, gives it, funds it."""
_SPEECH = frozenset({"accuse", "call", "claim", "confirm", "deny", "promise", "say", "warn"})
_SURE, _TOLD_ONLY = (0.4, 0.8), (0.25, 0.65)
"""Least and most weight, by how much else is in common, of two named authors of a deed, and of others."""
_PLAINLY = (0.5, 0.9)
"""Least and most weight where both sides say plainly who did it, by how much else is in common."""
_REACH = 12
"""Words between a deed and its author, clauses counted as in ``checker.slots.distance``."""
_LEAST_SOLE, _LEAST_NAMED, _LEAST_TOLD = 1.0, 3.5, 3.5
"""What must be in common beside the authors, in words' worth, where one is said to be the only one,
where both are named, and where one is told by kind."""


@rule("A101", Type.ATTRIBUTION)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the authors of one deed: those beside it, then the one that each side alone has."""
    if (told := _agents(left, right)) is not None:
        yield told
        return
    sole = _names_sole_author(left) or _names_sole_author(right)
    ours, theirs = _actors(left, sole), _actors(right, sole)
    if not ours or not theirs:
        return
    deeds = [(a, b) for a, b in _told_by_both(left, right) if a.frame in _DEEDS and a.negated == b.negated]
    match = match_actors(ours, theirs)
    is_about_persons = any(map(_is_person, match.only_left)) and any(map(_is_person, match.only_right))
    for deed, other in deeds:
        a, b = _nearest(left, deed, ours), _nearest(right, other, theirs)
        if a is None or b is None:
            continue
        if a.name and b.name and (a, b) in match.shared and likeness(a, b) == 1:
            yield Outcome(Level.AGREE, a.span, b.span, a.text, b.text, f"both name the same author of the {_told(deed)}", changes=False)
            return
        if a in match.only_left and b in match.only_right and (not is_about_persons or (_is_person(a) and _is_person(b))):
            conflict = _conflict(left, right, a, b, bool(deeds), sole)
            if conflict is not None:
                yield conflict
                return
    if is_about_persons and not sole:
        return
    bodies = match_actors(*([a for a in found if not _is_country(a)] for found in (ours, theirs)))
    if bodies.one_each is None:
        return
    a, b = bodies.one_each
    if sole or _may_be_authors(a, b, is_told=bool(deeds) or not _deeds(left).isdisjoint(_deeds(right))):
        conflict = _conflict(left, right, a, b, bool(deeds), sole)
        if conflict is not None:
            yield conflict


def _told_by_both(left: Claim, right: Claim) -> Iterator[tuple[Event, Event]]:
    yield from shared_events(left, right)
    giving = [[e for e in claim.all(Event) if e.frame in _GIVING] for claim in (left, right)]
    yield from ((a, b) for a in giving[0] for b in giving[1] if a.frame != b.frame)


def _agents(left: Claim, right: Claim) -> Outcome | None:
    """The outcome where both claims say plainly who did one thing to one patient or in one clause."""
    for deed, other in _told_by_both(left, right):
        ours, theirs = deed.agent, other.agent
        if ours is None or theirs is None or not _one_deed(deed, other) or deed.negated != other.negated:
            continue
        a, b = actor_of(left, ours), actor_of(right, theirs)
        if a is None or b is None:
            continue
        like = likeness(a, b)
        if like == 1:
            message = f"both name the same author of the {_told(deed)}"
            return Outcome(Level.AGREE, ours.span, theirs.span, ours.text, theirs.text, message, changes=False)
        common = ground(left, right, (ours.span,), (theirs.span,))
        if like == 0 and common.strength >= _LEAST_SOLE and _surely_two(left, right, a, b):
            message = f"they name {ours.text} and {theirs.text} as author of one deed"
            weight = common.weight(*_PLAINLY)
            return Outcome(
                Level.CONFLICT, ours.span, theirs.span, ours.text, theirs.text, message, Basis.PARTIAL, changes=False, weight=weight
            )
    return None


def _one_deed(a: Event, b: Event) -> bool:
    """Whether two events may be one deed that only one can have done: many may warn or accuse, but one has claimed responsibility."""
    if {a.frame, b.frame} <= _GIVING:
        return True
    return a.concept == b.concept and (a.frame not in _SPEECH or a.concept == "claim_responsibility")


def _deeds(claim: Claim) -> frozenset[str]:
    """Deeds that a claim's words speak of, whether or not they were read as events."""
    return frozenset(c.frame for c in claim.all(Concept)) & _TOLD


def _conflict(left: Claim, right: Claim, a: Actor, b: Actor, has_deed: bool, sole: bool) -> Outcome | None:
    """The outcome on two authors, if they are surely two and enough else is in common."""
    named = a.name is not None and b.name is not None
    least = _LEAST_SOLE if sole else _LEAST_NAMED if named or not has_deed else _LEAST_TOLD
    common = ground(left, right, (a.span,), (b.span,))
    if common.strength < least or not _surely_two(left, right, a, b):
        return None
    message = f"they name {a.text} and {b.text} as author of one deed"
    weight = common.weight(*(_SURE if named and (has_deed or sole) else _TOLD_ONLY))
    return Outcome(Level.CONFLICT, a.span, b.span, a.text, b.text, message, Basis.PARTIAL, changes=False, weight=weight)


def _may_be_authors(a: Actor, b: Actor, *, is_told: bool) -> bool:
    """Whether two actors may stand in one place: any where a deed is told, otherwise a person against a body."""
    persons = _is_person(a) + _is_person(b)
    return persons == 1 or (persons == 0 and is_told)


@once
def _actors(claim: Claim, sole: bool) -> tuple[Actor, ...]:
    """The actors of a claim. Who only speaks is left out, unless it is at issue who alone did."""
    speakers = set() if sole else {x.speaker for x in claim.all(Attribution)} - {None}
    return tuple(a for a in actors(claim, _AUTHORS) if not (speakers & a.kinds or (a.name and a.name.key in speakers)))


@once
def _names_sole_author(claim: Claim) -> bool:
    """Whether words such as "alone" or "himself" say that nobody else did it."""
    return any(t.fold in _sole_words(claim.lang) for t in claim.sentence.tokens)


@cache
def _sole_words(lang: str) -> frozenset[str]:
    return frozenset(fold(w) for w in table(lang, "words").get("sole", "").split())


def _nearest(claim: Claim, deed: Event, found: tuple[Actor, ...]) -> Actor | None:
    """The actor that stands nearest to a deed; people and bodies come before countries, which are mostly its place."""
    near = [(distance(claim, a.span, deed.span), a) for a in found if not a.span.overlaps(deed.span)]
    ranked = sorted((_is_country(a), gap, a.span) for gap, a in near if gap <= _REACH)
    return next((a for a in found if ranked and a.span == ranked[0][2]), None)


def _is_person(actor: Actor) -> bool:
    return actor.name is not None and actor.name.type == "PER"


def _is_country(actor: Actor) -> bool:
    return actor.name is not None and actor.name.type in _COUNTRIES


def _surely_two(left: Claim, right: Claim, a: Actor, b: Actor) -> bool:
    """Whether two authors cannot be one; a country may be meant by its government."""
    if _is_country(a) != _is_country(b):
        return False
    if a.name and b.name:
        bodies = a.name.type == b.name.type == "ORG"
        return not bodies or left.lang == right.lang or a.name.known or b.name.known
    persons = [x for x in (a, b) if _is_person(x)]
    return not persons or bool(persons[0].kinds)


def _told(deed: Event) -> str:
    return deed.concept.replace("_", " ")
