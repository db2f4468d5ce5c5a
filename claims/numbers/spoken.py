"""Decimals in words: "three point five", तीन दशमलव पच्चीस, "три целых пять десятых", "ثلاثة فاصل خمسة".

The word for the point stands under ``[decimal]`` in a language's ``numbers.toml``. What follows it are digits one by one
("point one four") or a number read together (दशमलव पच्चीस is .25); a language that names its places ("десятых") says so
under ``[places]``, and there the name of the place must follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from claims.lang import table
from claims.model import Token
from claims.numbers import grammar
from claims.numbers.tables import ONE, Number, Part
from claims.numbers.tables import language as tables_of
from claims.phrases import PhraseBook

_SPACE = frozenset((" ", "\u00a0", "-"))
_MOST_DIGITS = 3
_TEN = 10


def number_at(tokens: Sequence[Token], i: int, text: str, lang: str, *, bounded: bool = False) -> Number | None:
    """The longest number that begins at token ``i``, its decimals in words or not; see ``claims.numbers.grammar``."""
    whole = grammar.number_at(tokens, i, text, lang, bounded=bounded)
    if whole is None or whole.last >= len(tokens) - 1 or whole.vague or whole.fraction or whole.scale != ONE or whole.low % 1:
        return whole
    point = _book(lang, "decimal").at(tokens, whole.last)
    if point is None or not _joined(tokens, whole.last, text):
        return whole
    rest = (_named if table(lang, "numbers").get("places") else _digits)(tokens, point.last, text, lang)
    if rest is None:
        return whole
    share, last, scale = rest
    value = (whole.low + share) * scale
    return replace(whole, last=last, low=value, high=value, scale=scale, digits=False, weak=False)


@cache
def _book(lang: str, section: str) -> PhraseBook[str]:
    book: PhraseBook[str] = PhraseBook(lang)
    for value, forms in table(lang, "numbers").get(section, {}).items():
        for form in forms.split("|"):
            book.add(form, value)
    return book


def _joined(tokens: Sequence[Token], i: int, text: str) -> bool:
    """Whether nothing but a space stands before token ``i``."""
    return i < len(tokens) and text[tokens[i - 1].span.end : tokens[i].span.start] in _SPACE


def _exact(tokens: Sequence[Token], i: int, text: str, lang: str) -> Number | None:
    """A plain number directly after what stands before token ``i``."""
    number = grammar.number_at(tokens, i, text, lang) if _joined(tokens, i, text) else None
    return None if number is None or number.vague or number.fraction or number.low % 1 else number


def _digits(tokens: Sequence[Token], i: int, text: str, lang: str) -> tuple[Decimal, int, Decimal] | None:
    """What stands after the point, the token it ends before, and the scale of the whole: "two million" of "3 point two million"."""
    said, scale, number = "", ONE, _exact(tokens, i, text, lang)
    while number is not None and len(said) < _MOST_DIGITS and scale == ONE:
        scale, i = number.scale, number.last
        said += str(int(number.low / scale))
        number = _exact(tokens, i, text, lang) if number.low < _TEN else None
    return (Decimal(f"0.{said}"), i, scale) if said else None


def _named(tokens: Sequence[Token], i: int, text: str, lang: str) -> tuple[Decimal, int, Decimal] | None:
    """The same where the place is named: "пять десятых", "и двадцать пять сотых миллиона"."""
    if i < len(tokens) and _book(lang, "and").at(tokens, i) is not None:
        i += 1
    number = _exact(tokens, i, text, lang)
    place = _book(lang, "places").at(tokens, number.last) if number is not None and number.last < len(tokens) else None
    if number is None or place is None or number.scale != ONE:
        return None
    match = tables_of(lang).book.at(tokens, place.last) if _joined(tokens, place.last, text) else None
    scale = next((w.low for w in match.values if w.part is Part.SCALE), None) if match is not None else None
    share = number.low * Decimal(place.values[0])
    return (share, place.last, ONE) if match is None or scale is None else (share, match.last, scale)
