"""Clauses: which tokens of a sentence belong together, and where it states several facts.

``clause_numbers`` cuts at punctuation and at words that open a clause; it bounds the scope of a
negation. ``statements`` cuts far less: only where both sides state a fact of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
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
    limits = _limits(cuts, len(sentence.text))
    kinds: _Kinds = {kind: _Places.of(kind, facets) for kind in (Event, Quantity, Time, Name)} if cuts else {}
    for cut, limit in zip(cuts, limits, strict=True):
        left, right = Span(start, cut.end), Span(cut.start, limit)
        if _cut_holds(cut, left, right, kinds):
            parts.append(Statement(_trimmed(sentence.text, start, cut.end), not cut.is_strong and not _has_subject(right, kinds)))
            start = cut.start
    if not parts:
        return (Statement(Span(0, len(sentence.text))),)
    return (*parts, Statement(_trimmed(sentence.text, start, len(sentence.text))))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the facets of one kind stand, by their starts: asked anew at every cut, so found by bisection."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, kind: type[Facet], facets: Sequence[Facet]) -> _Places:
        spans = sorted(f.span for f in facets if isinstance(f, kind))
        return cls(tuple(s.start for s in spans), tuple(s.end for s in spans))

    def first_in(self, stretch: Span) -> int | None:
        """Where the first facet inside a stretch begins."""
        k = bisect_left(self.starts, stretch.start)
        while k < len(self.starts) and self.starts[k] < stretch.end:
            if self.ends[k] <= stretch.end:
                return self.starts[k]
            k += 1
        return None


_Kinds = Mapping[type[Facet], _Places]


def _limits(cuts: Sequence[_Cut], end: int) -> list[int]:
    """For every cut where the next strong one ends what it opens."""
    limits = []
    for cut in reversed(cuts):
        limits.append(end)
        end = cut.end if cut.is_strong else end
    return limits[::-1]


def _cut_holds(cut: _Cut, left: Span, right: Span, kinds: _Kinds) -> bool:
    if not (_has(left, Event, kinds) and _has(right, Event, kinds)):
        return False
    if cut.is_strong:
        return cut.has_word is False or any(_has(right, kind, kinds) for kind in (Quantity, Time, Name))
    return _has(left, Quantity, kinds) and _has(right, Quantity, kinds)


def _has_subject(stretch: Span, kinds: _Kinds) -> bool:
    """Whether a name opens a part before its event: it has a subject or a place of its own."""
    name, event = kinds[Name].first_in(stretch), kinds[Event].first_in(stretch)
    return name is not None and event is not None and name < event


def _has(stretch: Span, kind: type[Facet], kinds: _Kinds) -> bool:
    return kinds[kind].first_in(stretch) is not None


def _cuts(sentence: Sentence) -> Iterator[_Cut]:
    """Places where a sentence may be cut, in order; none inside brackets or quotation marks."""
    joined = {match.first: match.last for match in _book(sentence.lang, "coordinate").find(sentence.tokens)}
    prefixes = tuple(table(sentence.lang, "events").get("clauses", {}).get("coordinate_prefixes", ()))
    closed = [m.span() for m in _enclosed(sentence.text)]
    opened = [start for start, _ in closed]
    for i, token in enumerate(sentence.tokens[1:], 1):
        before = sentence.tokens[i - 1].span.end
        between = sentence.text[before : token.span.start]
        around = bisect_left(opened, token.span.start) - 1
        if around >= 0 and token.span.start < closed[around][1]:
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
