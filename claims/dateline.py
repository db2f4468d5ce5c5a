"""The date of an article: what its text offers, and the choice among all candidates.

``candidates`` looks only where newsrooms put dates: beside a label ("Published:"), in a dateline,
on a line of its own at the top or the very end, and, weakest, in a first sentence that gives
weekday and full date of what has just happened. A date elsewhere is the date of something else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from claims.facets.times import read
from claims.facets.times.tense import direction
from claims.lang import table
from claims.model import Clue, DateCandidate, Published, Sentence, Source, Span, Time
from claims.phrases import PhraseBook
from claims.tokens import sentence_of

_ORDER = ("argument", "front-matter", "json-ld", "meta", "time-tag", "published-line", "dateline", "url", "modified", "visible")
_TOP_LINES = 8
_DATELINE_WORDS = 6
_LABEL_REACH = 25
_LONG = 2_000  # characters of a line; what stands further on is no dateline
_LEAD_END = re.compile(r"[.!?।۔؟](?=\s+\D|$)")
_DASHES = "—–-"
_FOREIGN = re.compile(r"[@©>]|https?://|pic\.")  # quoted posts, footers
_SEPARATED = re.compile(r"[,،\-–—|/(:•·]\s*$")


def choose(candidates: Sequence[DateCandidate]) -> Published | None:
    """The date of the best-placed candidate, the others as clues; ``None`` without any."""
    ranked = sorted(candidates, key=lambda c: _ORDER.index(c.basis))
    if not ranked:
        return None
    clues = tuple(dict.fromkeys(Clue(c.text, f"{c.basis}: {c.interval}") for c in ranked))
    return Published(ranked[0].interval, ranked[0].basis, clues)


def candidates(source: Source) -> tuple[DateCandidate, ...]:
    """The dates that the text of a source offers as its own, best-placed first."""
    found: list[DateCandidate] = []
    lines = list(_lines(source))
    for number, span in enumerate(lines):
        if number < _TOP_LINES or span == lines[-1] or _kind(source, span) == "dateline":
            found += _in_line(source, span, first=number == 0)
    taken = {c.interval for c in found}
    found += [c for c in _in_lead(source, lines) if c.interval not in taken]
    return tuple(sorted(dict.fromkeys(found), key=lambda c: _ORDER.index(c.basis)))


def _lines(source: Source) -> Iterator[Span]:
    """The lines that are the article's own words."""
    for match in re.finditer(r"[^\n]*\S[^\n]*", source.text):
        span = Span(match.start(), min(match.end(), match.start() + _LONG))
        if _kind(source, span) not in ("boilerplate", "caption") and not _FOREIGN.search(match.group()):
            yield span


def _kind(source: Source, span: Span) -> str:
    """The kind of the first block that overlaps a span; blocks stand in order and apart."""
    at = bisect_right(source.blocks, span.start, key=lambda block: block.span.end)
    block = source.blocks[at] if at < len(source.blocks) else None
    return block.kind if block is not None and block.span.overlaps(span) else ""


def _in_line(source: Source, span: Span, *, first: bool) -> Iterator[DateCandidate]:
    sentence = sentence_of(span.of(source.text), source.lang)
    days = [t for t in read(sentence, ()) if _is_whole_day(t)]
    if not days:
        return
    labelled = list(_labelled(sentence, days))
    if labelled:
        yield from labelled
    elif _kind(source, span) == "dateline" or _is_bare(sentence, days) or _is_dateline(sentence, days[0], first=first):
        yield _candidate(days[0], "dateline")


def _is_whole_day(time: Time) -> bool:
    return time.interval is not None and time.interval.is_day and time.role == "at" and time.rule == "absolute"


def _candidate(time: Time, basis: str) -> DateCandidate:
    assert time.interval is not None
    return DateCandidate(time.interval, basis, time.text)


@cache
def _labels(lang: str) -> PhraseBook[str]:
    book: PhraseBook[str] = PhraseBook(lang)
    for basis, forms in table(lang, "times").get("dateline", {}).items():
        for form in forms.split("|"):
            book.add(form, "modified" if basis == "modified" else "published-line")
    return book


def _labelled(sentence: Sentence, days: Sequence[Time]) -> Iterator[DateCandidate]:
    """The day right after each label; a label may stand in a sentence only if it opens the line or a part of it."""
    for match in _labels(sentence.lang).find(sentence.tokens):
        before = sentence.text[: match.span.start].rstrip()
        opens = not before or before[-1] in "|•·-–—,:(" or any(t.span.end >= len(before) - 1 for t in days)
        after = next((t for t in days if 0 <= t.span.start - match.span.end <= _LABEL_REACH), None)
        if opens and after is not None:
            yield _candidate(after, match.values[0])


def _is_bare(sentence: Sentence, days: Sequence[Time]) -> bool:
    """Whether nothing but a date, a clock time and a place's time zone stands on the line."""
    if len(days) != 1:
        return False
    rest = [t for t in sentence.tokens if not t.span.overlaps(days[0].span)]
    return len([t for t in rest if not t.text[0].isdigit()]) <= 1 and not _LEAD_END.search(sentence.text)


def _is_dateline(sentence: Sentence, day: Time, *, first: bool) -> bool:
    """Whether a few words, a separator and a date open the line: QUETTA, Nov. 18, 2025 —.

    The first line may be a headline that ends in a date: there a dash must follow.
    """
    before = [t for t in sentence.tokens if t.span.end <= day.span.start]
    if len(before) > _DATELINE_WORDS or (before and not _SEPARATED.search(sentence.text[: day.span.start])):
        return False
    rest = sentence.text[day.span.end :].lstrip(" .)")
    if first:
        return rest[:1] in _DASHES and bool(rest)
    return not rest or rest[0] in f"{_DASHES}:|(/" or (not before and rest[0] in "،,")


def _in_lead(source: Source, lines: Sequence[Span]) -> Iterator[DateCandidate]:
    """Weekday and full date of something past, in the first sentence of the body."""
    body = [s for s in lines if _kind(source, s) in ("", "body") and (source.title is None or not source.title.overlaps(s))]
    for span in body[:2]:
        line = span.of(source.text)
        end = next((m.end() for m in _LEAD_END.finditer(line) if m.end() > 40), len(line))
        sentence = sentence_of(line[:end], source.lang)
        for time in read(sentence, ()):
            weekday = dict(time.arguments).get("weekday")
            if not _is_whole_day(time) or time.interval is None or time.interval.earliest is None:
                continue
            if weekday == time.interval.earliest.weekday() and direction(sentence, time.span) != "future":
                yield _candidate(time, "visible")
                return
