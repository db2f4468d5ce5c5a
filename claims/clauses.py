"""Clauses: which tokens of a sentence belong together, and where it states several facts.

``clause_numbers`` cuts at punctuation and at words that open a clause; it bounds the scope of a
negation. ``statements`` cuts far less: only where both sides state a fact of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.lang import table
from claims.model import Event, Facet, Name, Quantity, Sentence, Span, Time
from claims.phrases import PhraseBook
from claims.tokens import sentence_of

_BREAK = re.compile(r"[,;:—–()\[\]«»\"“”„،؛؟!?…۔।]|\s-\s")
_SEMICOLON = re.compile(r"[;؛]")
_COMMA = re.compile(r"[,،]")
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ("‘", "’"))


def clause_numbers(sentence: Sentence) -> tuple[int, ...]:
    """For every token the number of its clause, counted from 0."""
    return _clause_numbers(sentence.text, sentence.lang)


@lru_cache(maxsize=10_000)
def _clause_numbers(text: str, lang: str) -> tuple[int, ...]:
    """The same by what makes a sentence, so that several readers, and every pair it stands in, ask only once."""
    sentence = sentence_of(text, lang)
    opens = {match.first for match in _book(sentence.lang, "open").find(sentence.tokens)}
    numbers, number, end = [], 0, 0
    for i, token in enumerate(sentence.tokens):
        if i and (i in opens or _BREAK.search(sentence.text, end, token.span.start)):
            number += 1
        numbers.append(number)
        end = token.span.end
    return tuple(numbers)


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of a sentence that states a fact; ``is_tight`` where it shares what follows it.

    In "23 were killed and 140 injured in Quetta" the first half shares the place that stands in
    the second; in "The mayor resigned, and a successor starts on Monday" it does not share the day.
    """

    span: Span
    is_tight: bool = False


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place to cut: the left part ends at ``end``, the right one begins at ``start``."""

    end: int
    start: int
    is_strong: bool
    has_word: bool


def statements(sentence: Sentence, facets: Sequence[Facet]) -> tuple[Statement, ...]:
    """The parts of a sentence that each state a fact; the whole sentence where it states one.

    A semicolon cuts between two events; a comma or "and" only where each side has an event and
    a number of its own, or, both together, where the right side has a time, name or number.
    """
    start, parts = 0, []
    cuts = list(_cuts(sentence))
    for k, cut in enumerate(cuts):
        limit = next((c.end for c in cuts[k + 1 :] if c.is_strong), len(sentence.text))
        left = [f for f in facets if start <= f.span.start and f.span.end <= cut.end]
        right = [f for f in facets if cut.start <= f.span.start and f.span.end <= limit]
        if _cut_holds(cut, left, right):
            parts.append(Statement(_trimmed(sentence.text, start, cut.end), not cut.is_strong and not _has_subject(right)))
            start = cut.start
    if not parts:
        return (Statement(Span(0, len(sentence.text))),)
    return (*parts, Statement(_trimmed(sentence.text, start, len(sentence.text))))


def _cut_holds(cut: _Cut, left: Sequence[Facet], right: Sequence[Facet]) -> bool:
    if not (_has(left, Event) and _has(right, Event)):
        return False
    if cut.is_strong:
        return cut.has_word is False or any(_has(right, kind) for kind in (Quantity, Time, Name))
    return _has(left, Quantity) and _has(right, Quantity)


def _has_subject(facets: Sequence[Facet]) -> bool:
    """Whether a name opens a part before its event: it has a subject or a place of its own."""
    first_event = min(f.span.start for f in facets if isinstance(f, Event))
    return any(isinstance(f, Name) and f.span.start < first_event for f in facets)


def _has(facets: Sequence[Facet], kind: type[Facet]) -> bool:
    return any(isinstance(f, kind) for f in facets)


def _cuts(sentence: Sentence) -> Iterator[_Cut]:
    """Places where a sentence may be cut, in order; none inside brackets or quotation marks."""
    joined = {match.first: match.last for match in _book(sentence.lang, "coordinate").find(sentence.tokens)}
    prefixes = tuple(table(sentence.lang, "events").get("clauses", {}).get("coordinate_prefixes", ()))
    closed = [m.span() for m in _enclosed(sentence.text)]
    for i, token in enumerate(sentence.tokens[1:], 1):
        before = sentence.tokens[i - 1].span.end
        between = sentence.text[before : token.span.start]
        if any(start < token.span.start < end for start, end in closed):
            continue
        semicolon, comma = _SEMICOLON.search(between), _COMMA.search(between)
        has_word = i in joined or (bool(prefixes) and token.text.startswith(prefixes) and len(token.text) > len(prefixes[0]) + 1)
        if semicolon or comma or has_word:
            last = joined.get(i, i)
            start = sentence.tokens[last].span.start if last < len(sentence.tokens) else token.span.start
            yield _Cut(before, start, bool(semicolon) or (bool(comma) and has_word), has_word and not semicolon)


@cache
def _enclosing() -> re.Pattern[str]:
    return re.compile("|".join(rf"\{o}[^\{c}]*\{c}" for o, c in _PAIRS) + r"|\"[^\"]*\"")


def _enclosed(text: str) -> Iterator[re.Match[str]]:
    return _enclosing().finditer(text)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",،;؛"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",،;؛"):
        end -= 1
    return Span(start, end)


@cache
def _book(lang: str, name: str) -> PhraseBook[None]:
    book: PhraseBook[None] = PhraseBook(lang)
    for form in table(lang, "events").get("clauses", {}).get(name, ()):
        book.add(form, None)
    return book
