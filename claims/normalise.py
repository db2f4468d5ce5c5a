"""Folding of words for comparison. Never used for offsets: a fold may differ in length.

``fold`` makes spellings meet that a reader takes for the same word: case, ё/е, Arabic and Urdu
presentation of the same letter, hamza seats, vowel marks, Devanagari nuqta, native digits.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARABIC = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ي": "ی", "ى": "ی", "ئ": "ی", "ؤ": "و", "ك": "ک", "ة": "ہ", "ه": "ہ", "ۃ": "ہ", "ھ": "ہ", "ە": "ہ", "ۀ": "ہ", "ے": "ے", "ۓ": "ے",
    "ـ": "", "ء": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "",
}  # fmt: skip
_MARKS = {chr(c): "" for c in (*range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E9), 0x093C)}
_DEVANAGARI = {"ँ": "ं"}
_DIGITS = {chr(base + d): str(d) for base in (0x0660, 0x06F0, 0x0966) for d in range(10)}
_QUOTES = {**dict.fromkeys("’‘ʼʹ`´", "'"), **dict.fromkeys("‐‑–—−", "-")}
_CONTROLS = dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad", "")
_ACCENTED = re.compile("[\u00c0-\u024f]")
_TABLE = str.maketrans({**_ARABIC, **_MARKS, **_DEVANAGARI, **_DIGITS, **_QUOTES, **_CONTROLS})


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The form of ``word`` in which spellings of one word are equal."""
    if word.isascii():
        return word.casefold().removesuffix("'s")
    decomposed = unicodedata.normalize("NFKC", word)
    # NFC keeps nuqta letters decomposed, so dropping the nuqta after it is enough.
    folded = decomposed.translate(_TABLE).casefold().replace("ё", "е").removesuffix("'s")
    if _ACCENTED.search(folded):  # café = cafe, but й stays й
        folded = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c) or c > "\u036f")
    return folded


def fold_plain(text: str) -> str:
    """``fold`` of every word of ``text`` at once; right only where it has no apostrophes and no accented Latin letters."""
    text = unicodedata.normalize("NFKC", text)
    for code in sorted(_TABLE.keys() & set(map(ord, set(text)))):  # a few passes at C speed beat one by table
        text = text.replace(chr(code), _TABLE[code])
    return text.casefold().replace("ё", "е")


_DIGIT_TABLE = str.maketrans(_DIGITS)


def ascii_digits(text: str) -> str:
    """``text`` with Devanagari, Arabic and Urdu digits as ASCII digits; the length is kept."""
    return text.translate(_DIGIT_TABLE)


_HALVES = re.compile("[\ud800-\udfff]")


def well_formed(text: str) -> str:
    """``text`` with halves of surrogate pairs, which no encoding can hold, as U+FFFD; the length is kept."""
    return text if text.isascii() else _HALVES.sub("\ufffd", text)
