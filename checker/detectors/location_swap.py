"""Two claims place the same event differently.

## What it does
Where the claims tell of one event, compares the one place that each side alone names. A country
and a town in it are compatible.

## Why it matters
A place is part of what makes an event that event; two places mean two events or one slip.

## Example
"The plane landed in Sialkot." against "The plane landed in Faisalabad."

## Limits
Which town lies in which district is known only as far as the gazetteer goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import PLACES, match_names, shared_events
from claims.model import Claim, Name


@rule("L101", Type.LOCATION)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the places of one event."""
    if next(shared_events(left, right), None) is None:
        return
    match = match_names(left, right, PLACES)
    alone = match.one_each
    if alone is not None:
        a, b = alone
        if _one_holds_the_other(a, b):
            yield Outcome(Level.COMPATIBLE, a.span, b.span, a.text, b.text, "one place lies in the other")
        elif a.type == b.type:
            weight = 1.0 if a.known and b.known else 0.8
            yield Outcome(
                Level.CONFLICT, a.span, b.span, a.text, b.text, "they place it differently", Basis.INFERRED, changes=False, weight=weight
            )
    elif match.shared and not match.only_left and not match.only_right:
        a, b = match.shared[-1]
        yield Outcome(Level.AGREE, a.span, b.span, a.text, b.text, "both place it there", changes=False)


def _one_holds_the_other(a: Name, b: Name) -> bool:
    return (a.type == "GPE") != (b.type == "GPE") and a.country is not None and a.country == b.country
