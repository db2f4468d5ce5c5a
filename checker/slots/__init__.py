"""Typed slots of two claims: which names, events, counts and series they share, and which they do not.

Detectors are built on these, so that every detector means the same by "shared".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from claims.clauses import clause_numbers
from claims.lang import table
from claims.model import Claim, Concept, Event, Name, Span, Token
from claims.model.claim import once
from claims.naming import same_name
from claims.normalise import fold

Types = frozenset[str] | tuple[str, ...]
"""Types of names; hashable, as what a claim names of them is looked up once."""
SAME = 0.8
"""From this likeness on two names are taken for one (see ``claims.naming`` for the measurement)."""
DIFFERENT = 0.35
"""Up to this likeness two names are taken for two; between the two nothing is concluded."""
PLACES = frozenset({"LOC", "GPE"})
ACTORS = frozenset({"PER", "ORG", "NORP", "EVENT"})
_GRAMMAR = frozenset(
    {"approximator", "attribution", "comparison", "confirm", "connective", "currency", "hedge", "number", "ordinal", "polarity", "pronoun",
     "quantifier", "relation", "say", "scale", "time", "unit"}
)  # fmt: skip
"""Classes of the lexicon whose words may stand beside anything and so tell nothing of what is meant."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How the names of some types in two claims correspond."""

    shared: tuple[tuple[Name, Name], ...]
    only_left: tuple[Name, ...]
    only_right: tuple[Name, ...]

    @property
    def one_each(self) -> tuple[Name, Name] | None:
        """The two names where each side has exactly one of its own, and they are surely different."""
        if len(self.only_left) == len(self.only_right) == 1 and same_name(self.only_left[0], self.only_right[0]) <= DIFFERENT:
            return self.only_left[0], self.only_right[0]
        return None


def distinct(names: Collection[Name]) -> tuple[Name, ...]:
    """The first mention of each entity."""
    return tuple({n.key: n for n in reversed(tuple(names))}.values())[::-1]


def match_names(left: Claim, right: Claim, types: Types) -> NameMatch:
    """Pair the names of ``types`` one to one, likest first."""
    ours, theirs = said(left, types), said(right, types)
    if not ours or not theirs:
        return NameMatch((), ours, theirs)
    scored = sorted(((-same_name(a, b), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)))
    used_left, used_right, shared = set(), set(), []
    for score, i, j in scored:
        if -score >= SAME and i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            shared.append((i, j))
    return NameMatch(
        tuple((ours[i], theirs[j]) for i, j in sorted(shared)),
        tuple(n for i, n in enumerate(ours) if i not in used_left),
        tuple(n for j, n in enumerate(theirs) if j not in used_right),
    )


def meant_alike(left: Claim, right: Claim, types: Types) -> tuple[tuple[Name, Name], ...]:
    """Names of ``types`` that both claims mean though one of them or both only say "she", "the bank" or leave the place out.

    Their spans may count from other sentences, so they tell what is spoken of and are never shown as what differs.
    """
    if not left.inherited and not right.inherited:
        return ()
    ours, theirs = ((said(c, types), meant(c, types)) for c in (left, right))
    found = [(a, b) for a in ours[1] for b in theirs[0] + theirs[1] if same_name(a, b) >= SAME]
    found += [(a, b) for a in ours[0] for b in theirs[1] if same_name(a, b) >= SAME]
    return tuple({a.key: (a, b) for a, b in reversed(found)}.values())[::-1]


@once
def said(claim: Claim, types: Types) -> tuple[Name, ...]:
    """The first mention of each entity of ``types`` in a claim."""
    return distinct([n for n in claim.all(Name) if n.type in types])


@once
def meant(claim: Claim, types: Types) -> tuple[Name, ...]:
    """The entities of ``types`` that a claim takes over from the text around it."""
    return distinct([n for n in claim.all_inherited(Name) if n.type in types])


def told_apart(left: Claim, right: Claim, types: Types) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """The names of ``types`` that stand on one side only, if both sides have some.

    Unlisted bodies in two languages are left out: their names are translated, so they may be one.
    """
    match = match_names(left, right, types)
    ours, theirs = (
        tuple(n for n in names if n.known or n.type != "ORG" or left.lang == right.lang) for names in (match.only_left, match.only_right)
    )
    return (ours, theirs) if ours and theirs else ((), ())


def shared_events(left: Claim, right: Claim) -> Iterator[tuple[Event, Event]]:
    """Events of the same concept or news frame on both sides, same concepts first."""
    pairs = [(a, b) for a in left.all(Event) for b in right.all(Event)]
    yield from ((a, b) for a, b in pairs if a.concept == b.concept)
    yield from ((a, b) for a, b in pairs if a.concept != b.concept and a.frame == b.frame)


def same_event(left: Claim, right: Claim) -> bool:
    """Whether something says that both tell of one event: a news frame on both sides, or a name and something else in common."""
    if next(shared_events(left, right), None) is not None:
        return True
    return not things(left).isdisjoint(things(right)) and share_name(left, right)


def same_topic(left: Claim, right: Claim) -> bool:
    """Whether the claims have at least a name or a word of content in common."""
    return not things(left).isdisjoint(things(right)) or share_name(left, right)


def share_name(left: Claim, right: Claim) -> bool:
    """Whether some name of one claim stands in the other, or is meant there."""
    types = frozenset(n.type for n in (*left.all(Name), *left.all_inherited(Name)))
    return bool(match_names(left, right, types).shared or meant_alike(left, right, types))


@once
def content_concepts(claim: Claim) -> tuple[Concept, ...]:
    """The concepts of content in a claim: what its words speak of, grammar and measures left out."""
    return tuple(c for c in claim.all(Concept) if c.frame not in _GRAMMAR)


@once
def things(claim: Claim) -> frozenset[str]:
    """What the words of content in a claim speak of."""
    return frozenset(c.id for c in content_concepts(claim))


def near(claim: Claim, span: Span, reach: int = 5) -> frozenset[str]:
    """Concepts of content within ``reach`` words of a span of the sentence: what the words there speak of."""
    tokens = claim.sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.span.overlaps(span)]
    if not inside:
        return frozenset()
    stretch = Span(tokens[max(inside[0] - reach, 0)].span.start, tokens[min(inside[-1] + reach, len(tokens) - 1)].span.end)
    return frozenset(c.id for c in claim.all(Concept) if c.frame not in _GRAMMAR and c.span.overlaps(stretch) and not c.span.overlaps(span))


@cache
def _relative_words(lang: str) -> frozenset[str]:
    return frozenset(fold(w) for w in table(lang, "words").get("relative", "").split())


def _start(token: Token) -> int:
    return token.span.start


def _end(token: Token) -> int:
    return token.span.end


def distance(claim: Claim, a: Span, b: Span) -> int:
    """Words between two spans of a claim's sentence; a clause boundary counts five more, a relative word ten."""
    tokens = claim.sentence.tokens
    first, last = sorted((a, b))
    inner = tokens[bisect_left(tokens, first.end, key=_start) : bisect_right(tokens, last.start, key=_end)]
    between = len(inner) + 10 * sum(t.fold in _relative_words(claim.sentence.lang) for t in inner)
    numbers = clause_numbers(claim.sentence)
    clauses = [numbers[max(bisect_right(tokens, s.start, key=_start) - 1, 0)] for s in (first, last)]
    return between + 5 * abs(clauses[1] - clauses[0])
