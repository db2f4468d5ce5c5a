"""One claim says it happened, the other that it did not, or that its opposite did.

## What it does
Compares events of one meaning where one side is negated ("approved" against "did not approve"),
and events whose meanings exclude each other ("approved" against "rejected"). A negated opposite
agrees; "rejected calls to resign" counts as not resigning. The claims must have a name or another
word in common: "the bank opened" says nothing against "the road was closed".

## Why it matters
It is the plainest contradiction, and the one embeddings see least: both sentences look alike.

## Example
"The court upheld the ban." against "The court struck down the ban."

## Limits
Only opposites that the lexicon lists are seen. Who wins makes another lose: "won" and "lost" are
compared only where both claims name the same side and no other. Claims that hold both words are
not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import distance, match_names, near, share_name, things
from checker.slots.refusals import negated, only_asked_for
from claims.model import Claim, Concept, Event, Status, TimeBasis

_TWO_SIGNS, _ONE_SIGN, _WORD = 1.0, 0.6, 0.4
"""What a clash weighs by the signs that both are said of one thing: a thing beside the event, a name, the day; or a word further off."""
_MANY_SENSES = 0.6
"""Share of the weight left where the words have other meanings too."""
_PENDING_SIDE = 0.6
"""Share of the weight left where one side speaks of what is to come, the other of what was."""
_TELLING, _PLAIN = 1.0, 0.4
"""What an agreement weighs that took a negation, and one that only names the same event."""
_LONG, _BESIDE = 5, 4
"""Words of so many letters, so many words off, count as standing beside an event."""
_PENDING = frozenset({Status.PLANNED, Status.EXPECTED})
_CONVERSE = frozenset(
    frozenset(pair)
    for pair in (
        ("win", "lose"), ("buy", "sell"), ("attack", "defend"), ("lend", "borrow"), ("send", "receive"), ("import", "export"),
        ("arrive", "leave"), ("accuse", "defend"), ("pay", "receive"),
    )
)  # fmt: skip
"""Opposites that are two sides of one event."""
_ACTORS = ("PER", "ORG", "GPE", "NORP")


@dataclass(frozen=True, slots=True)
class _Pair:
    left: Event
    right: Event
    level: Level
    weight: float


@rule("P101", Type.POLARITY)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare negation and opposites of the events."""
    pairs = [p for a in left.all(Event) for b in right.all(Event) if (p := _pair(left, right, a, b)) is not None]
    agreements = [p for p in pairs if p.level is Level.AGREE]
    settled_left, settled_right = {p.left.span for p in agreements}, {p.right.span for p in agreements}
    clashes = [
        p for p in pairs if p.level is Level.CONFLICT and p.weight and p.left.span not in settled_left and p.right.span not in settled_right
    ]
    if clashes:
        yield _outcome(left, right, min(clashes, key=_rank))
    elif agreements:
        yield _outcome(left, right, min(agreements, key=_rank))


def _rank(pair: _Pair) -> tuple[float, bool, int, list[str]]:
    """The surest first, then one concept before two, then the earliest; the same whichever side is left."""
    a, b = pair.left, pair.right
    return -pair.weight, a.concept != b.concept, a.span.start + b.span.start, sorted((f"{a.text} {a.concept}", f"{b.text} {b.concept}"))


def _pair(left: Claim, right: Claim, a: Event, b: Event) -> _Pair | None:
    if (a.concept != b.concept and not _exclude(a, b)) or only_asked_for(left, a) or only_asked_for(right, b):
        return None
    denied_left, denied_right = negated(left, a), negated(right, b)
    if a.concept == b.concept:
        if denied_left == denied_right:
            return _Pair(a, b, Level.AGREE, _TELLING if denied_left else _PLAIN)
    elif denied_left and denied_right:
        return None
    elif denied_left != denied_right:
        return _Pair(a, b, Level.AGREE, _TELLING)
    elif frozenset((a.concept, b.concept)) in _CONVERSE and not _one_actor(left, right):
        return None
    return _Pair(a, b, Level.CONFLICT, _clash(left, right, a, b))


def _exclude(a: Event, b: Event) -> bool:
    return b.concept in a.opposites or a.concept in b.opposites


def _clash(left: Claim, right: Claim, a: Event, b: Event) -> float:
    """How sure it is that both are said of one thing; 0 where nothing says so."""
    own = {a.concept, b.concept}
    shared = (things(left) & things(right)) - own
    signs = (
        bool((near(left, a.span) & near(right, b.span)) - own) or _one_word_beside(left, a, right, b),
        share_name(left, right),
        _same_day(left, right),
    )
    if not any(signs) and not shared:
        return 0.0
    weight = (_WORD, _ONE_SIGN, _TWO_SIGNS, _TWO_SIGNS)[sum(signs)]
    if a.concept != b.concept and (_senses(left, a) > 1 or _senses(right, b) > 1):
        weight *= _MANY_SENSES
    if (a.status in _PENDING) != (b.status in _PENDING):
        weight *= _PENDING_SIDE
    return round(weight, 4)


def _one_word_beside(left: Claim, a: Event, right: Claim, b: Event) -> bool:
    """Whether a word of content stands beside both events, in claims of one script."""
    return not _words_beside(left, a).isdisjoint(_words_beside(right, b))


def _words_beside(claim: Claim, event: Event) -> frozenset[str]:
    return frozenset(
        t.fold
        for t in claim.sentence.tokens
        if len(t.fold) >= _LONG and not t.span.overlaps(event.span) and distance(claim, t.span, event.span) < _BESIDE
        and not any(f.span.overlaps(t.span) for f in claim.facets if not isinstance(f, Concept | Event))
    )  # fmt: skip


def _same_day(left: Claim, right: Claim) -> bool:
    """Whether each claim says when, and the times meet."""
    a, b = left.event_time, right.event_time
    return TimeBasis.DEFAULT not in (a.basis, b.basis) and a.interval.overlaps(b.interval)


def _senses(claim: Claim, event: Event) -> int:
    return len({e.concept for e in claim.all(Event) if e.span == event.span})


def _one_actor(left: Claim, right: Claim) -> bool:
    match = match_names(left, right, _ACTORS)
    return len(match.shared) == 1 and not match.only_left and not match.only_right


def _outcome(left: Claim, right: Claim, pair: _Pair) -> Outcome:
    ours, theirs = _named(left, pair.left), _named(right, pair.right)
    if pair.level is Level.AGREE:
        message = f"both say «{ours}»" if ours == theirs else f"«{ours}» and «{theirs}» say the same"
    else:
        message = f"one says «{ours}», the other «{theirs}»"
    basis = Basis.PARSED if pair.level is Level.AGREE or pair.weight >= _TWO_SIGNS else Basis.PARTIAL
    return Outcome(pair.level, pair.left.span, pair.right.span, ours, theirs, message, basis, weight=pair.weight)


def _named(claim: Claim, event: Event) -> str:
    return ("not " if negated(claim, event) else "") + event.concept.replace("_", " ")
