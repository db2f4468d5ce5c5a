"""Two claims number the same thing differently.

## What it does
Compares places in a series ("first meeting", "second visit", "last round") when both claims
number the same series, or number the same event without naming the series.

## Why it matters
"For the first time" is claimed more often than it is true; a rank is checkable, and a
different rank is either another event or an error.

## Example
"It was their first meeting." against "It was their second meeting."

## Limits
Two ranks of one series told at different times are usually two events; the decision weighs
their times.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Level, Outcome, Type
from checker.rules import rule
from checker.slots import shared_events
from claims.model import Claim, Ordinal

_ANY = frozenset({None, "time", "occasion"})


@rule("O101", Type.ORDINAL)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the ordinals of one series."""
    ours, theirs = left.all(Ordinal), right.all(Ordinal)
    same_event = next(shared_events(left, right), None) is not None
    comparable = [(a, b) for a in ours for b in theirs if _same_series(a, b, same_event)]
    if not comparable:
        return
    a, b = next(((a, b) for a, b in comparable if a.rank == b.rank), comparable[0])
    level = Level.AGREE if a.rank == b.rank else Level.CONFLICT
    word = "both give the same place" if level is Level.AGREE else "the places in the series differ"
    message = f"{word}: {_name(a.rank)} against {_name(b.rank)}"
    yield Outcome(level, a.span, b.span, _name(a.rank), _name(b.rank), message)


def _same_series(a: Ordinal, b: Ordinal, same_event: bool) -> bool:
    if a.series == b.series and a.series not in _ANY:
        return True
    return same_event and (a.series in _ANY or b.series in _ANY)


def _name(rank: int) -> str:
    if rank == -1:
        return "last"
    suffix = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{suffix}"
