"""Two claims put different persons or bodies in the same slot.

## What it does
Compares who holds an office ("President X" against "President Y" of the same country), and,
where the claims have much else in common, the one person each side names alone: who died, who
won, who was appointed.

## Why it matters
Two names for one role is either a changed office-holder or a wrong name; both need a look.

## Example
"Pilot Ivan Orlov died in the crash." against "Pilot Anton Belov died in the crash."

## Limits
Different persons may well do the same thing; without a shared office the outcome weighs less,
the less so the more the claims share. Who says a thing is the matter of another rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.actors import actors, is_speaker, match_actors
from checker.deeds import authored
from checker.ground import ground
from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import DIFFERENT, SAME
from claims.model import Claim, Name
from claims.naming import same_name

_LEAST_GROUND = 2.0
"""Words' worth in common from which two names in otherwise like claims are set against each other."""


@rule("E101", Type.IDENTITY)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare office-holders, then the persons each side alone names."""
    yield from _office_holders(left, right) or _alone(left, right)


def _office_holders(left: Claim, right: Claim) -> list[Outcome]:
    """What is said of offices that both sides fill."""
    by_office = [(same_name(a, b), a, b) for a in left.all(Name) for b in right.all(Name) if _same_office(a, b)]
    same = [(a, b) for like, a, b in by_office if like >= SAME]
    other = [(a, b) for like, a, b in by_office if like <= DIFFERENT]
    if same:
        a, b = same[0]
        return [Outcome(Level.AGREE, a.span, b.span, a.text, b.text, f"both name the same {_office(a)}")]
    if other:
        a, b = other[0]
        return [Outcome(Level.CONFLICT, a.span, b.span, a.text, b.text, f"they name different persons as {_office(a)}")]
    return []


def _same_office(a: Name, b: Name) -> bool:
    return a.role is not None and a.role == b.role and a.tense == b.tense == "current" and a.role_of == b.role_of


def _office(name: Name) -> str:
    return (name.role or "office-holder").replace("_", " ")


def _alone(left: Claim, right: Claim) -> list[Outcome]:
    """What is said of the persons that each side alone names, where the rest is much the same."""
    ours, theirs = ([a for a in actors(c, {"PER"}) if a.name is not None and not is_speaker(c, a)] for c in (left, right))
    match = match_actors(ours, theirs)
    if match.unclear or match.one_each is None:
        return []
    a, b = match.one_each
    common = ground(left, right, (a.span,), (b.span,))
    if common.strength < _LEAST_GROUND or authored(left, right):
        return []
    weight = common.weight(0.4, 0.9)
    return [Outcome(Level.CONFLICT, a.span, b.span, a.text, b.text, "they name different persons", Basis.PARTIAL, weight=weight)]
