"""Cutting a sentence into words and numbers.

A word is a run of letters with their marks and joiners; a hyphen, apostrophe or dot inside keeps
it whole only where it joins letters without space (``al-Rashid``, ``N-25``, ``U.S.``). A number
keeps its separators (``18,000``, ``6.4``, ``٤٠٠٬٠٠٠``) but not a sentence's full stop.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from claims.model import Sentence, Span, Token
from claims.normalise import fold

_MARK = r"[\u0900-\u0963\u0971-\u097F\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200c\u200d\u0300-\u036f]"
_LETTER = rf"[^\W\d_]|{_MARK}"
_LETTERS_AND_DIGITS = rf"(?:[^\W_]+|{_MARK}+)"
_WORD = re.compile(
    rf"""
    \d+(?:[.,:٫٬/]\d+|،\d{{3}}(?!\d))*              # 18,000  6.4  02:47  3/4  19،500
  | [\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+   # 受伤: scripts without spaces; digits stand apart
  | (?:[^\W\d_]\.){{2,}}                           # U.S.  a.m.  д.м.
  | (?:{_LETTER}){_LETTERS_AND_DIGITS}*(?:['’\-‑]{_LETTERS_AND_DIGITS}+)*   # al-Rashid, N-25, О'Нил
  | [%٪$€£₹₽₨﷼¥]
    """,
    re.VERBOSE,
)


_PLAIN_LETTER = re.compile(_LETTER)


@lru_cache(maxsize=10_000)
def is_plain_letter(character: str) -> bool:
    """Whether it only ever stands inside a word and folds by itself (no accented Latin letter, digit or sign)."""
    return _PLAIN_LETTER.fullmatch(character) is not None and not "\u00c0" <= character <= "\u024f"


def folded_words(text: str) -> list[str]:
    """The folds of the tokens of ``text``, where nothing else of them is needed."""
    return [fold(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=2_000)
def tokenise(text: str) -> tuple[Token, ...]:
    """The words, numbers and unit signs of ``text``, in order; remembered, since several readers ask for one sentence."""
    return tuple(Token(Span(m.start(), m.end()), m.group(), fold(m.group())) for m in _WORD.finditer(text))


def sentence_of(text: str, lang: str, start: int = 0, is_title: bool = False) -> Sentence:
    """A ``Sentence`` with its tokens."""
    return Sentence(text, lang, tokenise(text), start, is_title)


def words_under(tokens: Sequence[Token], span: Span) -> range:
    """The indices of the words that ``span`` overlaps."""
    first = bisect_right(tokens, span.start, key=lambda t: t.span.end)
    return range(first, bisect_left(tokens, span.end, lo=first, key=lambda t: t.span.start))
