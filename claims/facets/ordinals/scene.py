"""What the ordinal reader looks at: a sentence's tokens, concepts and the tables of its language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.lang import table
from claims.model import Concept, Facet, Name, Sentence, Time, Token
from claims.normalise import fold
from claims.numbers import tokens_of
from claims.phrases import PhraseBook

_CLOSED = (Time, Name)
_SPACES = frozenset(("", " ", "-", "\u00a0", "\u200c"))


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence laid out: tokens, those under earlier facets, concepts by their first token."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    blocked: frozenset[int]
    concepts: Mapping[int, tuple[Concept, ...]]

    def is_open(self, first: int, last: int) -> bool:
        """Whether no earlier facet lies on any of these tokens."""
        return self.blocked.isdisjoint(range(first, last))

    def touches(self, i: int) -> bool:
        """Whether only a space or hyphen stands before token ``i``."""
        if not 0 < i < len(self.tokens):
            return False
        return self.sentence.text[self.tokens[i - 1].span.end : self.tokens[i].span.start] in _SPACES

    def glued(self, i: int, mark: str = "-") -> bool:
        """Whether token ``i`` hangs on the one before by ``mark``."""
        return 0 < i < len(self.tokens) and self.sentence.text[self.tokens[i - 1].span.end : self.tokens[i].span.start] == mark


def lay_out(sentence: Sentence, found: Sequence[Facet]) -> Scene:
    """The layout of a sentence; tokens under times and names are blocked."""
    tokens = tokens_of(sentence)
    spans = [f.span for f in found if isinstance(f, _CLOSED)]
    blocked = frozenset(i for i, t in enumerate(tokens) if any(t.span.overlaps(s) for s in spans)) if spans else frozenset()
    starts = {t.span.start: i for i, t in enumerate(tokens)}
    concepts: dict[int, tuple[Concept, ...]] = {}
    for facet in found:
        if isinstance(facet, Concept) and (at := starts.get(facet.span.start)) is not None:
            concepts[at] = (*concepts.get(at, ()), facet)
    return Scene(sentence, tokens, blocked, concepts)


@cache
def rules(lang: str) -> Mapping[str, Any]:
    """The rules of a language."""
    found: Mapping[str, Any] = table(lang, "ordinals").get("rules", {})
    return found


@cache
def ranks(lang: str, section: str) -> PhraseBook[int]:
    """The ordinal words of a section, each with its rank."""
    book: PhraseBook[int] = PhraseBook(lang)
    for rank, forms in table(lang, "ordinals").get(section, {}).items():
        for form in forms.split("|"):
            book.add(form, int(rank))
    return book


@cache
def series_names(lang: str) -> PhraseBook[str]:
    """The nouns that ordinals number most, each with the name of its series."""
    book: PhraseBook[str] = PhraseBook(lang)
    for name, forms in table(lang, "ordinals").get("series", {}).items():
        for form in forms.split("|"):
            book.add(form, name)
    return book


@cache
def phrases(lang: str, rule: str) -> PhraseBook[bool]:
    """The phrases of one rule."""
    return _listed(lang, rules(lang).get(rule, ""))


@cache
def ranking(lang: str, name: str) -> PhraseBook[bool]:
    """The words with which places in a ranking are told: nouns, verbs, what may stand between."""
    return _listed(lang, table(lang, "ordinals").get("ranking", {}).get(name, ""))


@cache
def decimal_places(lang: str) -> PhraseBook[bool]:
    """The names of decimal places, which are written as ordinals: "десятых"."""
    return _listed(lang, "|".join(table(lang, "numbers").get("places", {}).values()))


@cache
def stops(lang: str, kind: str) -> PhraseBook[bool]:
    """Function words that end a noun phrase (``stop``), or break a clause (``breaks``)."""
    return _listed(lang, table(lang, "counted").get("links", {}).get(kind, ""))


def _listed(lang: str, forms: str) -> PhraseBook[bool]:
    book: PhraseBook[bool] = PhraseBook(lang)
    for form in forms.split("|"):
        book.add(form, True)
    return book


@cache
def words(lang: str, rule: str) -> frozenset[str]:
    """The folded words of one rule."""
    return frozenset(map(fold, rules(lang).get(rule, ())))
