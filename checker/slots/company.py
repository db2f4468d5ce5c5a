"""Who is named beside whom: in "the minister and the envoy met the president" two play one part, the third another."""

from __future__ import annotations

from claims.facets.events.grammar import grammar
from claims.lang import table
from claims.model import Claim, Event, Span, Token
from claims.tokens import words_under

_REACH = 8
"""Words that an office and a country may take between two names that are joined."""


def is_beside(claim: Claim, one: Span, other: Span) -> bool:
    """Whether two names are joined by "and" or the like right behind the first, with no event between them."""
    first, second = sorted((one, other))
    tokens = claim.sentence.tokens
    between = range(words_under(tokens, first).stop, words_under(tokens, second).start + 1)
    if not 1 <= len(between) <= _REACH or any(Span(first.end, second.start).overlaps(e.span) for e in claim.all(Event)):
        return False
    return _joins(claim.lang, tokens, between.start)


def _joins(lang: str, tokens: tuple[Token, ...], at: int) -> bool:
    rules = grammar(lang)
    prefixes = tuple(table(lang, "events").get("clauses", {}).get("coordinate_prefixes", ()))
    if prefixes and at < len(tokens) and tokens[at].text.startswith(prefixes):
        return True
    return rules is not None and rules.joined.at(tokens, at) is not None
