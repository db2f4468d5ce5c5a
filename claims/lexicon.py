"""The five-language concept lexicon: from words to concepts, news frames and opposites.

``data/concepts.tsv`` has one row a concept: id, part of speech, class (the coarse news frame or
kind), opposites (ids), then surface forms a language. A match gives candidates, not a sense.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.model import Concept, Sentence
from claims.phrases import PhraseBook

LANGUAGES = ("hi", "ur", "en", "ar", "ru")


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept: ``frame`` is its class, ``opposites`` the ids whose meaning excludes it."""

    id: str
    pos: str
    frame: str
    opposites: frozenset[str]


@cache
def _rows() -> tuple[tuple[Entry, tuple[str, ...]], ...]:
    text = (files("claims") / "data" / "concepts.tsv").read_text("utf-8")
    rows = []
    for line in text.splitlines()[1:]:
        id_, pos, frame, opposites, *forms = line.split("\t")
        rows.append((Entry(id_, pos, frame, frozenset(opposites.split())), tuple(forms)))
    return tuple(rows)


@cache
def entries() -> dict[str, Entry]:
    """All concepts by id."""
    return {entry.id: entry for entry, _ in _rows()}


@cache
def forms(lang: str) -> tuple[tuple[str, Entry], ...]:
    """Every surface form of a language with its concept, in the lexicon's order."""
    if lang not in LANGUAGES:
        return ()
    column = LANGUAGES.index(lang)
    return tuple((form, entry) for entry, row in _rows() if row[column] for form in row[column].split("|"))


@cache
def book(lang: str) -> PhraseBook[Entry]:
    """The phrase book of a language."""
    phrases: PhraseBook[Entry] = PhraseBook(lang)
    for form, entry in forms(lang):
        phrases.add(form, entry)
    return phrases


def read(sentence: Sentence) -> tuple[Concept, ...]:
    """All concept candidates of a sentence: longest match first, one facet a sense."""
    return tuple(
        Concept(match.span, match.span.of(sentence.text), entry.id, entry.frame, entry.opposites)
        for match in book(sentence.lang).find(sentence.tokens)
        for entry in match.values
    )
