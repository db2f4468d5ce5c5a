"""How much two claims have in common beside the words at issue.

A different name counts against another only where the rest is the same: the more of it, the surer
that both tell of one event. Every word of a claim counts once, however many meanings it has.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from checker.slots import ACTORS, PLACES, SAME, content_concepts, distinct, meant_alike
from claims.model import Claim, Name, Quantity, Span, TimeBasis
from claims.model.claim import once
from claims.naming import same_name

_NAME, _MEANT, _NUMBER, _TIME = 2.0, 1.0, 2.0, 1.0
"""What a name, a name that one side only means, a number and the time in common count beside a word of content, which counts one."""
_SMALL = 2
"""Numbers up to it stand in too many texts to tell anything."""
FULL = 6.0
"""Strength from which nothing more is gained."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands on both sides: words of content, names (said, or meant by the text around), numbers, and whether the times meet."""

    words: int
    names: int
    meant: int
    numbers: int
    times_meet: bool | None

    @property
    def strength(self) -> float:
        """All of it in words' worth; times that differ take away what times that meet add."""
        time = 0.0 if self.times_meet is None else _TIME if self.times_meet else -_TIME
        return self.words + _NAME * self.names + _MEANT * self.meant + _NUMBER * self.numbers + time

    def weight(self, least: float, most: float) -> float:
        """A weight between ``least`` and ``most`` that grows with the strength."""
        share = min(max(self.strength / FULL, 0.0), 1.0)
        return round(least + (most - least) * share, 2)


def ground(left: Claim, right: Claim, ours: Collection[Span] = (), theirs: Collection[Span] = ()) -> Ground:
    """What two claims have in common outside the spans at issue on either side."""
    names = _names(left, right, ours, theirs)
    return Ground(_words(left, right, ours, theirs), names, _meant_names(left, right), _numbers(left, right), _times_meet(left, right))


def _words(left: Claim, right: Claim, ours: Collection[Span], theirs: Collection[Span]) -> int:
    mine, others = _meanings(left, ours), _meanings(right, theirs)
    return min(
        sum(any(ids & found for found in others) for ids in mine),
        sum(any(ids & found for found in mine) for ids in others),
    )


def _meanings(claim: Claim, without: Collection[Span]) -> tuple[frozenset[str], ...]:
    """Every meaning of every word of content, names left out."""
    if not without:
        return tuple(ids for _, ids in _meant(claim))
    return tuple(ids for span, ids in _meant(claim) if not any(s.overlaps(span) for s in without))


@once
def _meant(claim: Claim) -> tuple[tuple[Span, frozenset[str]], ...]:
    names = [n.span for n in claim.all(Name)]
    found: dict[Span, frozenset[str]] = {}
    for concept in content_concepts(claim):
        if not any(s.overlaps(concept.span) for s in names):
            found[concept.span] = found.get(concept.span, frozenset()) | {concept.id}
    return tuple(found.items())


def _names(left: Claim, right: Claim, ours: Collection[Span], theirs: Collection[Span]) -> int:
    mine = distinct([n for n in left.all(Name) if not any(s.overlaps(n.span) for s in ours)])
    others = distinct([n for n in right.all(Name) if not any(s.overlaps(n.span) for s in theirs)])
    return min(
        sum(any(same_name(a, b) >= SAME for b in others) for a in mine),
        sum(any(same_name(a, b) >= SAME for a in mine) for b in others),
    )


def _meant_names(left: Claim, right: Claim) -> int:
    """Names that a side means without saying them, one of each kind at most."""
    return sum(bool(meant_alike(left, right, types)) for types in (PLACES, ACTORS))


def _numbers(left: Claim, right: Claim) -> int:
    values = [{(q.low, q.high, q.unit) for q in claim.all(Quantity) if q.low is not None and q.low > _SMALL} for claim in (left, right)]
    return len(values[0] & values[1])


def _times_meet(left: Claim, right: Claim) -> bool | None:
    a, b = left.event_time, right.event_time
    if TimeBasis.DEFAULT in (a.basis, b.basis):
        return None
    return a.interval.overlaps(b.interval)
