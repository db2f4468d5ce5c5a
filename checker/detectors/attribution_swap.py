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
Two witnesses of one fact are no contradiction: who only speaks about the deed is not compared.
Names of bodies are often translated, so two unlisted ones in two languages are not told apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.actors import Actor, actors, likeness, match_actors
from checker.ground import ground
from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import distance, shared_events
from claims.model import Attribution, Claim, Event

_AUTHORS = frozenset({"ORG", "PER", "NORP", "GPE"})
_COUNTRIES = frozenset({"NORP", "GPE"})
_DEEDS = frozenset(
    {"accuse", "aid", "appoint", "approve", "arrest", "attack", "ban", "build", "buy", "claim", "close", "donate", "fund", "investigate",
     "kidnap", "kill", "launch", "mediate", "money", "order", "reject", "release", "rescue", "sanction", "science", "sell", "sign", "support",
     "warn", "win"}
)  # fmt: skip
"""Frames of events that somebody does, so that it can be asked who did."""
_REACH = 6
"""Words between a deed and its author, clauses counted as in ``checker.slots.distance``."""
_LEAST_NAMED, _LEAST_TOLD = 2.0, 3.0
"""What must be in common beside the authors, in words' worth, where both are named and where one is told by kind."""


@rule("A101", Type.ATTRIBUTION)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the authors of one deed."""
    ours, theirs = _actors(left), _actors(right)
    match = match_actors(ours, theirs)
    for deed, other in shared_events(left, right):
        if deed.frame not in _DEEDS or deed.negated != other.negated:
            continue
        a, b = _nearest(left, deed, ours), _nearest(right, other, theirs)
        if a is None or b is None:
            continue
        if a.name and b.name and (a, b) in match.shared and likeness(a, b) == 1:
            yield Outcome(Level.AGREE, a.span, b.span, a.text, b.text, f"both name the same author of the {_told(deed)}", changes=False)
            return
        if a in match.only_left and b in match.only_right and _surely_two(left, right, a, b):
            named = a.name is not None and b.name is not None
            if ground(left, right, (a.span,), (b.span,)).strength < (_LEAST_NAMED if named else _LEAST_TOLD):
                continue
            message = f"they name {a.text} and {b.text} as author of the {_told(deed)}"
            yield Outcome(Level.CONFLICT, a.span, b.span, a.text, b.text, message, Basis.PARTIAL, weight=0.7 if named else 0.5)
            return


def _actors(claim: Claim) -> tuple[Actor, ...]:
    """The actors of a claim without those who only speak."""
    speakers = {x.speaker for x in claim.all(Attribution)} - {None}
    return tuple(a for a in actors(claim, _AUTHORS) if not (speakers & a.kinds or (a.name and a.name.key in speakers)))


def _nearest(claim: Claim, deed: Event, found: tuple[Actor, ...]) -> Actor | None:
    """The actor that stands nearest to a deed; people and bodies come before countries, which are mostly its place."""
    near = [(distance(claim, a.span, deed.span), a) for a in found if not a.span.overlaps(deed.span)]
    ranked = sorted((_is_country(a), gap, a.span) for gap, a in near if gap <= _REACH)
    return next((a for a in found if ranked and a.span == ranked[0][2]), None)


def _is_country(actor: Actor) -> bool:
    return actor.name is not None and actor.name.type in _COUNTRIES


def _surely_two(left: Claim, right: Claim, a: Actor, b: Actor) -> bool:
    """Whether two authors cannot be one; a country may be meant by its government."""
    if _is_country(a) != _is_country(b):
        return False
    if a.name and b.name:
        bodies = a.name.type == b.name.type == "ORG"
        return not bodies or left.lang == right.lang or a.name.known or b.name.known
    persons = [x for x in (a, b) if x.name and x.name.type == "PER"]
    return not persons or bool(persons[0].kinds)


def _told(deed: Event) -> str:
    return deed.concept.replace("_", " ")
