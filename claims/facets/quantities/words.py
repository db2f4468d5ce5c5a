"""A sentence laid out for reading quantities, and the phrase tables around numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.facets.quantities import codes
from claims.lang import table
from claims.model import Concept, Facet, Name, Sentence, Span, Token
from claims.numbers import tokens_of
from claims.phrases import Match, PhraseBook
from claims.tokens import words_under

SPACES = frozenset(("", " ", "-", "‑", "–", "\u00a0", "\u202f", "\u2009", "\u200c", ". "))


@dataclass(frozen=True, slots=True)
class Layout:
    """A sentence's tokens with what earlier readers found, by token."""

    text: str
    lang: str
    tokens: tuple[Token, ...]
    blocked: frozenset[int]
    names: frozenset[int]
    concepts: tuple[Concept, ...]
    countries: frozenset[str]
    frames: frozenset[str]

    def gap(self, at: int) -> str:
        """The text between token ``at - 1`` and token ``at``."""
        before = self.tokens[at - 1].span.end if at > 0 else 0
        after = self.tokens[at].span.start if at < len(self.tokens) else len(self.text)
        return self.text[before:after]

    def touches(self, at: int) -> bool:
        """Whether nothing but space or a hyphen stands before token ``at``."""
        return 0 < at < len(self.tokens) and self.gap(at) in SPACES

    def span(self, first: int, last: int) -> Span:
        """The span of tokens ``[first, last)``."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def is_open(self, first: int, last: int) -> bool:
        """Whether no earlier facet claims any of these tokens."""
        return self.blocked.isdisjoint(range(first, last))


def lay_out(sentence: Sentence, found: Sequence[Facet], closed: tuple[type[Facet], ...]) -> Layout:
    """The layout of a sentence; tokens under facets of the ``closed`` kinds are blocked."""
    tokens = codes.apart(tokens_of(sentence), sentence.text, sentence.lang)
    spans = [f.span for f in found if isinstance(f, closed)]
    blocked = _under(tokens, spans)
    names = _under(tokens, [f.span for f in found if isinstance(f, Name) and f.type != "NORP"])
    concepts = tuple(f for f in found if isinstance(f, Concept))
    countries = frozenset(c for f in found if (c := getattr(f, "country", None)))
    frames = frozenset(c.frame for c in concepts) | frozenset(c.id for c in concepts)
    return Layout(sentence.text, sentence.lang, tokens, blocked, names, concepts, countries, frames)


def _under(tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    """The tokens that overlap one of the spans."""
    return frozenset(i for span in spans for i in words_under(tokens, span))


@cache
def book(lang: str, name: str, section: str, key: str | None = None) -> PhraseBook[str]:
    """The phrases of a section of a language's table, each with its key; of one ``key`` alone if given."""
    phrases: PhraseBook[str] = PhraseBook(lang)
    entries: Mapping[str, Any] = table(lang, name).get(section, {})
    for value, forms in entries.items():
        if isinstance(forms, str) and key in (None, value):
            for form in forms.split("|"):
                phrases.add(form, value)
    return phrases


def at(layout: Layout, phrases: PhraseBook[str], i: int) -> Match[str] | None:
    """The phrase that begins at token ``i`` and runs on without punctuation, if it directly follows token ``i - 1``."""
    if not layout.touches(i):
        return None
    return _whole(layout, phrases.at(layout.tokens, i))


def ending_at(layout: Layout, phrases: PhraseBook[str], end: int, longest: int = 5) -> Match[str] | None:
    """The longest phrase whose last token stands directly before token ``end``."""
    if not layout.touches(end) and end < len(layout.tokens):
        return None
    for first in range(max(0, end - longest), end):
        match = _whole(layout, phrases.at(layout.tokens, first))
        if match is not None and match.last == end:
            return match
    return None


def _whole(layout: Layout, match: Match[str] | None) -> Match[str] | None:
    if match is None or any(layout.gap(k) not in SPACES and layout.gap(k).strip(" ./") for k in range(match.first + 1, match.last)):
        return None
    return match
