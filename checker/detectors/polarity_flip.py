"""One claim says it happened, the other that it did not, or that its opposite did.

## What it does
Compares events of one concept where one side is negated ("approved" against "did not approve"),
and events whose concepts exclude each other in the lexicon ("approved" against "rejected").
A negated opposite agrees.

## Why it matters
It is the plainest contradiction, and the one embeddings see least: both sentences look alike.

## Example
"The court upheld the ban." against "The court struck down the ban."

## Limits
Only opposites listed in the lexicon are seen. Claims that hold both words are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Level, Outcome, Type
from checker.rules import rule
from claims.model import Claim, Event


@rule("P101", Type.POLARITY)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare negation and opposites of the events."""
    conflicts, agreements = [], []
    for a in left.all(Event):
        for b in right.all(Event):
            relation = _relation(a, b)
            if relation is Level.CONFLICT:
                conflicts.append((a, b))
            elif relation is Level.AGREE:
                agreements.append((a, b))
    settled = {a.span for a, _ in agreements} | {b.span for _, b in agreements}
    open_conflicts = [(a, b) for a, b in conflicts if a.span not in settled and b.span not in settled]
    if open_conflicts:
        a, b = open_conflicts[0]
        message = f"one says «{_named(a)}», the other «{_named(b)}»"
        yield Outcome(Level.CONFLICT, a.span, b.span, _named(a), _named(b), message)
    elif agreements:
        a, b = agreements[0]
        yield Outcome(Level.AGREE, a.span, b.span, _named(a), _named(b), f"both say «{_named(a)}»")


def _relation(a: Event, b: Event) -> Level | None:
    if a.concept == b.concept:
        return Level.AGREE if a.negated == b.negated else Level.CONFLICT
    if b.concept in a.opposites or a.concept in b.opposites:
        if a.negated and b.negated:
            return None
        return Level.CONFLICT if a.negated == b.negated else Level.AGREE
    return None


def _named(event: Event) -> str:
    return ("not " if event.negated else "") + event.concept.replace("_", " ")
