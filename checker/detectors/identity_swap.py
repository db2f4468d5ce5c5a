"""Two claims put different persons or bodies in the same slot.

## What it does
Compares who holds an office ("President X" against "President Y" of the same country), and,
where the claims tell of one event and share their other names, the one person each side names
alone.

## Why it matters
Two names for one role is either a changed office-holder or a wrong name; both need a look.

## Example
"Pilot Ivan Orlov died in the crash." against "Pilot Anton Belov died in the crash."

## Limits
Different persons may well do the same thing; without a shared office the outcome weighs less.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import DIFFERENT, SAME, match_names, shared_events
from claims.model import Claim, Name
from claims.naming import same_name


@rule("I101", Type.IDENTITY)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare office-holders, then the persons each side alone names."""
    by_office = [(a, b) for a in left.all(Name) for b in right.all(Name) if _same_office(a, b)]
    for a, b in by_office:
        likeness = same_name(a, b)
        if likeness >= SAME:
            yield Outcome(Level.AGREE, a.span, b.span, a.text, b.text, f"both name the same {_office(a)}")
            return
    for a, b in by_office:
        if same_name(a, b) <= DIFFERENT:
            yield Outcome(Level.CONFLICT, a.span, b.span, a.text, b.text, f"they name different persons as {_office(a)}")
            return
    if next(shared_events(left, right), None) is None:
        return
    alone = match_names(left, right, ("PER",)).one_each
    if alone is not None and not _doers(left, right):
        a, b = alone
        yield Outcome(Level.CONFLICT, a.span, b.span, a.text, b.text, "they name different persons", Basis.PARTIAL, weight=0.6)


def _same_office(a: Name, b: Name) -> bool:
    return a.role is not None and a.role == b.role and a.tense == b.tense == "current" and (a.role_of == b.role_of)


def _doers(left: Claim, right: Claim) -> bool:
    """Whether the persons only speak: who says it is the attribution detector's matter."""
    from claims.model import Attribution

    speakers = {x.speaker for c in (left, right) for x in c.all(Attribution)}
    return any(n.key in speakers for c in (left, right) for n in c.all(Name) if n.type == "PER")


def _office(name: Name) -> str:
    return (name.role or "office-holder").replace("_", " ")
