"""Cells a text takes in a terminal, and breaking it into lines that fit.

Terminals disagree on Devanagari's spacing vowel signs: some give them a cell, some none. They
count as one here, so a line can come out short of the edge but never runs over it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from checker.render.display import Passage
from claims.model import Span

_WORD = re.compile(r"[^ ]+")


@lru_cache(maxsize=8192)
def _cell(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cells(text: str) -> int:
    """Cells ``text`` takes at most."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def fit(text: str, width: int, start: int = 0) -> int:
    """The end of the longest piece from ``start`` that fits ``width``; it never parts a letter from its marks."""
    used, at = 0, start
    while at < len(text) and (used := used + _cell(text[at])) <= width:
        at += 1
    while start + 1 < at < len(text) and unicodedata.category(text[at]).startswith("M"):
        at -= 1
    return max(at, start + 1)


def wrap(text: str, width: int) -> list[Span]:
    """Lines of at most ``width`` cells, broken at spaces; a word is cut only where it alone is too wide."""
    lines: list[Span] = []
    used = 0
    for word in _WORD.finditer(text):
        needed = cells(word.group())
        gap = word.start() - lines[-1].end if lines else 0
        if lines and used + gap + needed <= width:
            lines[-1] = Span(lines[-1].start, word.end())
            used += gap + needed
            continue
        start = word.start()
        while needed > width:
            cut = fit(text, width, start)
            needed -= cells(text[start:cut])
            lines.append(Span(start, cut))
            start = cut
        if start < word.end():
            lines.append(Span(start, word.end()))
        used = needed
    return lines


def truncated(text: str, width: int) -> str:
    """``text`` in at most ``width`` cells, ended by … where it was cut."""
    return text if cells(text) <= width else text[: fit(text, width - 1)].rstrip() + "…"


def excerpt(whole: Passage, width: int) -> Passage:
    """The part of a long passage around its marks, in about ``width`` cells, cut at spaces and marked with …."""
    text = whole.text
    if cells(text) <= width:
        return whole
    start = first = whole.marks[0].start if whole.marks else 0
    end = max((mark.end for mark in whole.marks), default=0)
    room = max(width - cells(text[start:end]), 0)
    start = _space_before(text, start, room // 2)
    end = _space_after(text, start, first, width)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    marks = tuple(Span(mark.start + shift, min(mark.end, end) + shift) for mark in whole.marks if mark.start < end)
    return Passage(before + text[start:end] + after, marks)


def _space_before(text: str, at: int, room: int) -> int:
    """The start of a word at most ``room`` cells before ``at``."""
    start, used = at, 0
    while start and (used := used + _cell(text[start - 1])) <= room:
        start -= 1
    if not start or start == at:
        return start
    space = text.find(" ", start, at)
    return at if space < 0 else space + 1


def _space_after(text: str, start: int, first: int, width: int) -> int:
    """The end of a word at most ``width`` cells after ``start``, but behind the character at ``first``."""
    end = max(fit(text, width, start), first + 1)
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", first + 1, end + 1)
    return space if space > 0 else end
