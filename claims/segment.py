"""Cutting a source's title and body into sentences.

A splitter of its own, because none at hand reads all five languages: the danda, the Urdu and the
Arabic stop, a dot that ends a Hindi sentence, abbreviations, initials, decimals and closing
quotation marks. What is special to a language stands in its ``segment.toml``.

A sentence is always a contiguous stretch of the text, without surrounding whitespace and without
the bullet or number of a list before it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claims.lang import table
from claims.language import detect_sentence
from claims.model import Sentence, Source, Span
from claims.tokens import sentence_of

_STOP = re.compile(r"[.।॥۔؟?!…。！？።]+")
_ALWAYS = frozenset("।॥。！？።")  # end a sentence whatever follows; some scripts put no space after them
_CLOSERS = "»”’)]}›"
_STRAIGHT = "\"'"
_EITHER = "\"'‘“"  # opens or closes, by language and by what follows
_OPENERS = "«“‘([{‹„"
_LEAD = re.compile(
    r"(?:[\s•▪●◦‣·*–—\-_=~|>→►▶✔✅✦♦■□,;:،؛]|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufe0f]|\(?[0-9०-९۰-۹٠-٩]{1,2}[.)۔]\s)+"
)
_BROKEN_LINE = re.compile(r"(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WORD_BEFORE = re.compile(r"[^\s«“„\"‘'(\[{‹—–/،,:;।]+$")
LONGEST = 5_000
"""Characters of the longest stretch that is read as a sentence. Nobody writes such a one; a longer stretch has lost
its stops, and reading it would take minutes. It is named, not cut: a cut in the middle makes false claims."""
_BRACKET_LIMIT = 200  # a bracket longer than this is taken for one that was never closed


@dataclass(frozen=True, slots=True)
class _Habits:
    """A language's ``segment.toml``, ready for look-up."""

    abbreviations: frozenset[str]
    finals: frozenset[str]
    after_number: frozenset[str]
    starters: frozenset[str]


@cache
def _habits(lang: str) -> _Habits:
    data = table(lang, "segment")
    return _Habits(
        frozenset([*data.get("abbreviations", ()), *data.get("initials", ())]),
        frozenset(data.get("finals", ())),
        frozenset(data.get("after_number", ())),
        frozenset(data.get("starters", ())),
    )


def sentences(source: Source) -> tuple[Sentence, ...]:
    """The sentences of a source's title and body, in the order of the text.

    A line break inside a block is only a place where the line was wrapped: blocks are paragraphs.
    """
    if not source.blocks:
        return sentences_of(source.text, source.lang)
    found = []
    for block in sorted(source.blocks, key=lambda b: b.span):
        if block.kind in ("title", "body"):
            spans = [_trim(source.text, block.span)] if block.kind == "title" else split(source.text, block.span, source.lang)
            found += [_sentence(source.text, s, source.lang, block.kind == "title") for s in spans if s.start < s.end]
    return tuple(found)


def sentences_of(text: str, lang: str) -> tuple[Sentence, ...]:
    """The sentences of a text without blocks; every line break ends one."""
    lines = (Span(m.start(), m.end()) for m in _LINE.finditer(text))
    return tuple(_sentence(text, s, lang) for line in lines for s in split(text, line, lang))


def _sentence(text: str, span: Span, lang: str, is_title: bool = False) -> Sentence:
    words = span.of(text)
    if len(words) > LONGEST:
        return Sentence(words, lang, (), span.start, is_title)
    return sentence_of(words, detect_sentence(words, lang), span.start, is_title)


def split(text: str, within: Span, lang: str) -> tuple[Span, ...]:
    """Spans of the sentences in one paragraph of ``text``."""
    found = []
    start = within.start
    for end in _ends(text, within, lang):
        span = _trim(text, Span(start, end))
        if any(c.isalnum() for c in span.of(text)):
            found.append(span)
            start = end
        elif found and not span.of(text).strip(_STRAIGHT + _CLOSERS + "-–—.…!?।۔ \t\r\n"):
            start = end  # nothing but signs: belongs to no sentence
    return tuple(found)


def _trim(text: str, span: Span) -> Span:
    """The span without whitespace around it and without a bullet or number before it."""
    start, end = span.start, span.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b\u200e\u200f\ufeff"):
        end -= 1
    lead = _LEAD.match(text, start, end)
    if lead is not None:
        start = lead.end()
        if start < end and text[start - 1] in "-–—" and text[start].isdigit():
            start -= 1  # a minus sign, no bullet
    return Span(start, end)


def _ends(text: str, within: Span, lang: str) -> Iterator[int]:
    """Where sentences end, the end of the paragraph last."""
    habits = _habits(lang)
    breaks = deque(m.start() for m in _BROKEN_LINE.finditer(text, within.start, within.end))
    start = within.start
    for stop in _STOP.finditer(text, within.start, within.end):
        while breaks and breaks[0] <= stop.start():
            start = breaks.popleft()
            yield start
        end = _past_closers(text, stop.end(), within.end)
        if end < within.end and _is_boundary(text, start, stop.start(), stop.end(), end, within.end, habits):
            yield end
            start = end
    yield from breaks
    yield within.end


def _past_closers(text: str, at: int, limit: int) -> int:
    """The offset after the closing quotation marks and brackets that follow a stop."""
    while at < limit:
        c = text[at]
        closes = c in _CLOSERS or (c in _EITHER and (at + 1 >= limit or not text[at + 1].isalnum()))
        if not closes:
            break
        at += 1
    return at


def _is_boundary(text: str, start: int, stop: int, after_stop: int, end: int, limit: int, habits: _Habits) -> bool:
    """Whether the stop at ``[stop, after_stop)``, with closers up to ``end``, ends a sentence begun at ``start``."""
    sign = text[stop:after_stop]
    follows = end
    while follows < limit and (text[follows].isspace() or text[follows] in _OPENERS + _STRAIGHT or text[follows] in "\u200e\u200f—–-"):
        follows += 1
    if follows >= limit:
        return True
    next_letter = text[follows]
    spaced = text[end].isspace() or text[end] in _OPENERS
    if next_letter.islower() or text[end] in ",،;؛" or (end == after_stop and _in_bracket(text, start, stop, limit)):
        return False
    if not _ALWAYS.isdisjoint(sign):
        return True
    if sign[0] == "۔" and len(sign) == 1:
        return not _is_short_form(text, start, stop, follows, limit, habits) if spaced else _glued(text, start, stop, follows, habits)
    if "…" in sign or (len(sign) > 1 and set(sign) == {"."}):
        return spaced and next_letter.isupper()
    if sign != ".":
        return spaced or end > after_stop
    if not spaced:
        return end > after_stop or _glued(text, start, stop, follows, habits)
    return end > after_stop or not _is_short_form(text, start, stop, follows, limit, habits)


def _glued(text: str, start: int, stop: int, follows: int, habits: _Habits) -> bool:
    """Whether a dot with no space after it still ends a sentence: ``said.The``, ``है.उन्होंने``."""
    found = _WORD_BEFORE.search(text, max(start, stop - 40), stop)
    if found is None or not text[follows].isalpha():
        return False
    word = found.group()
    if any(c in "./@:" for c in word) or word[-1].isdigit() or len(word) < 2 or _listed(word, habits):
        return False
    if word[-1].islower():
        return len(word) > 3 and text[follows].isupper() and text[follows + 1 : follows + 2].islower()
    return not word.isascii() and not text[follows].isascii() and not word[-1].isupper()


def _listed(word: str, habits: _Habits) -> bool:
    return any(w in group for group in (habits.abbreviations, habits.finals, habits.after_number) for w in (word, word.lower()))


def _is_short_form(text: str, start: int, stop: int, follows: int, limit: int, habits: _Habits) -> bool:
    """Whether the dot at ``stop`` belongs to an abbreviation, an initial or a list number."""
    found = _WORD_BEFORE.search(text, max(start, stop - 40), stop)
    if found is None:
        return False
    word = found.group()
    if word.isdigit():  # the number of a list item, or a year that ends a sentence
        return not text[max(start, found.start() - 20) : found.start()].strip()
    next_word = re.compile(r"[^\W\d_]+").match(text, follows, limit)
    starts = next_word is not None and next_word.group() in habits.starters and text[next_word.end() : next_word.end() + 1] != "."
    lower = word.lower()
    if word in habits.finals or lower in habits.finals:
        return False
    if word in habits.after_number or lower in habits.after_number:
        before = text[max(start, found.start() - 20) : found.start()].rstrip()
        return not (starts or before[-1:].isdigit())
    if word in habits.abbreviations or lower in habits.abbreviations:
        return not starts
    if len(word) == 1 and word.isalpha():  # an initial
        return not starts
    return "." in word and all(len(part) == 1 or part in habits.abbreviations for part in word.split(".")) and not starts


def _in_bracket(text: str, start: int, stop: int, limit: int) -> bool:
    """Whether the stop stands inside a round bracket that closes soon."""
    opened = text.rfind("(", max(start, stop - _BRACKET_LIMIT), stop)
    if opened < 0 or text.rfind(")", opened, stop) >= 0:
        return False
    return text.find(")", stop, min(limit, opened + _BRACKET_LIMIT)) >= 0
