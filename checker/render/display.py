"""Text of articles made safe to print: what stands there is shown, and nothing in it acts.

Control characters become their pictures (an escape is shown as ␛), characters that reorder or
hide text are dropped, and right-to-left words are isolated so that they cannot pull the words
around them out of order.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from claims.model import Span

RIGHT_TO_LEFT, LEFT_TO_RIGHT, FIRST_STRONG, END = "\u2067", "\u2066", "\u2068", "\u2069"
_KEPT_FORMATS = frozenset("\u200c\u200d\u200e\u200f\u061c")  # joiners and plain direction marks
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL_RUN = re.compile(rf"[{_RTL}]+(?:[\s\u200c\u200d\u200e\u200f'’,،.:٪%\d-]*[{_RTL}])*")


@dataclass(frozen=True, slots=True)
class Passage:
    """Printable text with the stretches to be marked in it."""

    text: str
    marks: tuple[Span, ...] = ()


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    code, category = ord(char), unicodedata.category(char)
    if char in "\n\r\t\v\f\u0085" or category in ("Zl", "Zp"):
        return " "
    if category == "Cc":
        return "␡" if code == 0x7F else chr(0x2400 + code) if code < 0x20 else "�"
    if category == "Cs":
        return "�"
    if char == "\u00ad" or (category == "Cf" and char not in _KEPT_FORMATS and not unicodedata.name(char, "").startswith("ARABIC")):
        return ""
    return char


def passage(text: str, *marks: Span | None) -> Passage:
    """``text`` as it can be printed, with the marks moved along."""
    wanted = tuple(sorted(mark for mark in marks if mark is not None and len(mark)))
    if text.isprintable():
        return Passage(text, wanted)
    shown = [_shown(char) for char in text]
    offsets = [0]
    for piece in shown:
        offsets.append(offsets[-1] + len(piece))
    moved = (Span(offsets[mark.start], offsets[min(mark.end, len(text))]) for mark in wanted)
    return Passage("".join(shown), tuple(mark for mark in moved if len(mark)))


def visible(text: str) -> str:
    """``text`` as it can be printed."""
    return passage(text).text


def is_rtl(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def has_rtl(text: str) -> bool:
    """Whether any part of the text runs from right to left."""
    return _RTL_RUN.search(text) is not None


def isolated(text: str) -> str:
    """English prose in which each right-to-left stretch is isolated, so that the words stay in order."""
    return _RTL_RUN.sub(lambda run: f"{FIRST_STRONG}{run.group()}{END}", text)


def enclosed(text: str) -> str:
    """A whole sentence as it can be printed amid English: its words keep the order of its own direction."""
    shown = visible(text)
    if not has_rtl(shown):
        return shown
    return f"{RIGHT_TO_LEFT if is_rtl(shown) else LEFT_TO_RIGHT}{shown}{END}"


def bracketed(marked: Passage) -> Passage:
    """The passage with its marks written out, for where there is no colour."""
    pieces, at = [], 0
    for mark in marked.marks:
        if mark.start >= at:
            pieces += [marked.text[at : mark.start], "⟦", mark.of(marked.text), "⟧"]
            at = mark.end
    return Passage("".join([*pieces, marked.text[at:]]))
