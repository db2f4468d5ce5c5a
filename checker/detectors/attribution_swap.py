"""Two claims say that different people or bodies said or did the same thing.

## What it does
Where the claims tell of one deed (a claim of responsibility, a payment, a rescue, an order, a
statement), compares the one person, body or country that each side alone names as its author.

## Why it matters
Who did it, paid for it or said it is often all that two reports disagree on.

## Example
"The ransom was paid by the insurer." against "The port authority paid the ransom itself."

## Limits
Two witnesses of one fact are no contradiction: different sources quoted for the same fact are
not compared. Authors told by role only ("a tourist") are not seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import match_names, shared_events
from claims.model import Attribution, Claim, Name

_AUTHORS = frozenset({"ORG", "PER", "NORP", "GPE"})
_DEEDS = frozenset(
    {"accuse", "aid", "appoint", "approve", "arrest", "attack", "ban", "build", "buy", "claim", "donate", "fund", "investigate", "kidnap",
     "kill", "launch", "mediate", "order", "reject", "release", "rescue", "sanction", "sign", "support", "talk", "warn", "win"}
)  # fmt: skip


@rule("A101", Type.ATTRIBUTION)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the authors of one deed."""
    deeds = [(a, b) for a, b in shared_events(left, right) if a.frame in _DEEDS and a.negated == b.negated]
    if not deeds:
        return
    match = match_names(left, right, _AUTHORS)
    alone = match.one_each
    if alone is None or (not match.shared and not _places_shared(left, right)):
        return
    a, b = alone
    if {a.type, b.type} <= {"PER"} or _only_speaks(left, a) or _only_speaks(right, b):
        return
    yield Outcome(Level.CONFLICT, a.span, b.span, a.text, b.text, "they name different authors of the deed", Basis.PARTIAL, weight=0.7)


def _places_shared(left: Claim, right: Claim) -> bool:
    return bool(match_names(left, right, ("LOC", "GPE")).shared)


def _only_speaks(claim: Claim, name: Name) -> bool:
    return any(x.speaker == name.key for x in claim.all(Attribution))
