"""The five-language concept lexicon: from words to concepts, news frames and opposites.

``data/concepts.tsv`` has one row a concept: id, part of speech, class (the coarse news frame or
kind), opposites (ids), then surface forms a language. A match gives candidates, not a sense.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claims.inflection import as_past, bases, expanded, expands, parts
from claims.lang import table
from claims.model import Concept, Sentence, Token
from claims.phrases import Match, PhraseBook, words_of_each

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
    """Every surface form of a language with its concept, in the lexicon's order; of one without a column, those of its own table."""
    if lang not in LANGUAGES:
        return tuple((form, entries()[concept]) for concept, row in table(lang, "concepts").items() for form in row.split("|"))
    column = LANGUAGES.index(lang)
    return tuple((form, entry) for entry, row in _rows() if row[column] for form in row[column].split("|"))


@cache
def book(lang: str) -> PhraseBook[Entry]:
    """The phrase book of a language."""
    phrases: PhraseBook[Entry] = PhraseBook(lang)
    listed = forms(lang)
    folded = words_of_each([form for form, _ in listed], lang)
    rows = [(words, entry) for words, (_, entry) in zip(folded, listed, strict=True) if words]
    for words, (written, entry) in zip(folded, listed, strict=True):
        phrases.add_words(words, entry, written)
    known = {words for words, _ in rows}
    for words, entry in rows if expands(lang) else ():
        if entry.pos in _INFLECTED:
            for form in expanded(words, lang):
                if form not in known:  # what is listed says enough of its own meanings
                    phrases.add_words(form, entry)
    return phrases


_INFLECTED = ("verb", "adj")
_LONGEST_COMPOUND = 5


def read(sentence: Sentence) -> tuple[Concept, ...]:
    """All concept candidates of a sentence: longest match first, one facet a sense."""
    return tuple(
        Concept(match.span, match.span.of(sentence.text), entry.id, entry.frame, entry.opposites)
        for match in find(sentence.tokens, sentence.lang)
        for entry in match.values
    )


def find(tokens: Sequence[Token], lang: str) -> Iterator[Match[Entry]]:
    """Matches over tokens, left to right: listed forms, then words that are forms of a listed verb."""
    listed = book(lang)
    in_past = as_past(tokens, lang)
    i = 0
    while i < len(tokens):
        match = listed.at(tokens, i)
        # A light verb is the end of a compound: only a phrase that reaches one can gain by it.
        if in_past is not None and any(in_past[k] is not tokens[k] for k in range(i + 1, min(i + _LONGEST_COMPOUND, len(tokens)))):
            other = listed.at(in_past, i)
            if other is not None and other.last > (match.last if match is not None else i + 1):
                match = other
        match = match or _inflected(tokens, i, lang)
        if match is None:
            i += 1
        else:
            yield match
            i = match.last


def _inflected(tokens: Sequence[Token], i: int, lang: str) -> Match[Entry] | None:
    """A verb that is listed in another form only."""
    base = base_of(tokens[i].fold, lang)
    return None if base is None else Match(i, i + 1, tokens[i].span, _of_kind(base, lang))


@lru_cache(maxsize=50_000)
def base_of(word: str, lang: str) -> str | None:
    """The listed word of which a folded word is a form; ``None`` where there is none."""
    return next((base for base in bases(word, lang) if _of_kind(base, lang)), None)


def _of_kind(base: str, lang: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in book(lang).values((base,)) if entry.pos in parts(lang))
