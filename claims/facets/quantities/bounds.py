"""Values with their bounds: "at least 20", "20 से ज़्यादा", "from 10 to 15 thousand"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from claims.facets.quantities.units import Unit, money_before
from claims.facets.quantities.words import Layout, at, book, ending_at
from claims.lang import table
from claims.model import Token
from claims.numbers import ONE, Number, number_at

_MOVES = frozenset(("rise", "fall"))
_DASHES = frozenset(("-", "–", "—", "‑", " - ", " – ", " — "))


@dataclass(frozen=True, slots=True)
class Value:
    """A range of values over tokens ``[first, last)``; ``start`` is where its bound begins."""

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    number: Number
    approximate: bool = False
    bound: str | None = None


def value_of(number: Number) -> Value:
    """A number as it stands, without bounds."""
    return Value(number.first, number.last, number.low, number.high, number, approximate=number.vague)


def bound_before(layout: Layout, i: int) -> tuple[str, int] | None:
    """The bound that ends before token ``i``, with the token it begins at; words like "another" may come between."""
    phrases = book(layout.lang, "numbers", "bounds")
    match = ending_at(layout, phrases, i)
    if match is None:  # "почти на 20", "at least another 20"
        through = ending_at(layout, book(layout.lang, "numbers", "ranges", "through"), i)
        match = ending_at(layout, phrases, through.first) if through else None
    if match is None:
        another = ending_at(layout, book(layout.lang, "counted", "scope", "another"), i)
        match = ending_at(layout, phrases, another.first) if another else None
    if match is None or (match.values[0] == "up_to" and _moves(layout, match.first)):
        return None
    return match.values[0], match.first


def _moves(layout: Layout, before: int, reach: int = 5) -> bool:
    """Whether something rises or falls shortly before a token: "выросло до 97" is 97, not "up to 97"."""
    first = max(0, before - reach)
    start, end = layout.tokens[first].span.start, layout.tokens[before].span.end
    reached = book(layout.lang, "numbers", "ranges", "reached")
    return any(reached.at(layout.tokens, k) for k in range(first, before)) or any(
        c.frame in _MOVES and start <= c.span.start < end for c in layout.concepts
    )


def bound_after(layout: Layout, i: int) -> tuple[str, int] | None:
    """The bound that begins at token ``i``, with the token it ends before."""
    match = at(layout, book(layout.lang, "numbers", "bounds_after"), i)
    if match is None:
        return None
    # "79 तक पहुंच गई" reaches 79; "79 तक" alone is "up to 79".
    if match.values[0] == "up_to" and _moves_after(layout, match.last):
        return None
    return match.values[0], match.last


def _moves_after(layout: Layout, at_token: int, reach: int = 2) -> bool:
    if at_token >= len(layout.tokens):
        return False
    start = layout.tokens[at_token].span.start
    end = layout.tokens[min(len(layout.tokens), at_token + reach) - 1].span.end
    reached = book(layout.lang, "numbers", "ranges", "reached")
    return any(reached.at(layout.tokens, k) for k in range(at_token, min(len(layout.tokens), at_token + reach))) or any(
        c.frame in _MOVES and start <= c.span.start < end for c in layout.concepts
    )


def bounded(value: Value, bound: str) -> Value:
    """The value under a bound."""
    if value.low is None or value.high is None:
        return value
    if bound in ("at_least", "more_than"):
        return replace(value, high=None, bound=bound)
    if bound in ("at_most", "less_than", "up_to"):
        return replace(value, low=None, bound=bound)
    return replace(value, approximate=value.approximate or bound == "about", bound=bound)


@cache
def _adjacent_pairs(lang: str) -> bool:
    return bool(table(lang, "numbers").get("ranges", {}).get("adjacent", False))


def is_negative(layout: Layout, i: int) -> bool:
    """Whether "minus" or its sign stands directly before token ``i``."""
    before = layout.text[: layout.tokens[i].span.start]
    return ending_at(layout, book(layout.lang, "numbers", "sign"), i) is not None or re.search(r"(?:^|[\s(])[-−–]$", before) is not None


def range_from(layout: Layout, number: Number, after_unit: int) -> Value | None:
    """The range that begins with ``number``, whose unit, if it has one of its own, ends before ``after_unit``."""
    opening = ending_at(layout, book(layout.lang, "numbers", "ranges", "open"), number.first)
    for i in dict.fromkeys((number.last, after_unit)):
        if i >= len(layout.tokens):
            continue
        second, closing = _second(layout, number, i, opened=opening is not None)
        if second is None or not layout.is_open(second.first, second.last):
            continue
        low = number.low
        if second.scale > ONE and number.scale == ONE and low * second.scale < second.high:
            low *= second.scale
        if _is_calendar(layout, number) and _is_calendar(layout, second):
            continue
        if low < second.high and not (number.vague or second.vague or number.fraction or second.fraction):
            first = opening.first if opening else number.first
            whole = replace(second, first=number.first)
            return Value(first, closing or second.last, low, second.high, whole)
    return None


def money_range(layout: Layout, number: Number, money: Unit, scaled: Callable[[Number], Number]) -> Value | None:
    """The range between two sums that each carry the sign: "between £3m and £4m", "$2bn-$3bn"."""
    opening = ending_at(layout, book(layout.lang, "numbers", "ranges", "open"), money.first)
    closing = at(layout, book(layout.lang, "numbers", "ranges", "closing"), number.last) if opening else None
    i = closing.last if closing else number.last
    if (closing is None and layout.gap(i) not in _DASHES) or i >= len(layout.tokens):
        return None
    for first in range(i, min(i + 3, len(layout.tokens))):
        sign = money_before(layout, first)
        second = number_at(layout.tokens, first, layout.text, layout.lang) if sign and sign.first == i and sign.name == money.name else None
        if second is not None and number.low < (second := scaled(second)).low and layout.is_open(first, second.last):
            return Value(
                opening.first if opening else money.first, second.last, number.low, second.high, replace(second, first=number.first)
            )
    return None


def _is_calendar(layout: Layout, number: Number) -> bool:
    """Whether a numeral could be a year: two of them make a span of years, not a range of amounts."""
    return re.fullmatch(r"(?:1[89]|20)\d\d", layout.span(number.first, number.last).of(layout.text)) is not None


def _second(layout: Layout, number: Number, i: int, *, opened: bool) -> tuple[Number | None, int | None]:
    """The second number of a range from token ``i`` on, and where a closing word ("के बीच") ends."""
    text, lang, tokens = layout.text, layout.lang, layout.tokens
    if layout.gap(i) in _DASHES:
        return number_at(tokens, i, text, lang), None
    link = at(layout, book(lang, "numbers", "ranges", "pair"), i)
    if opened and _starts_joined(tokens[i], lang):
        return number_at(tokens, i, text, lang), None
    if opened:
        link = link or at(layout, book(lang, "numbers", "ranges", "closing"), i)
        if link is None and layout.gap(i).strip() in _joined(lang):
            return number_at(tokens, i, text, lang), None
    if link is not None and link.last < len(tokens) and layout.touches(link.last):
        if opened and _changes(layout, number.first):
            return None, None
        return number_at(tokens, link.last, text, lang), None
    link = at(layout, book(lang, "numbers", "ranges", "closing"), i)
    close = book(lang, "numbers", "ranges", "close")
    if link is not None and link.last < len(tokens):
        second = number_at(tokens, link.last, text, lang)
        closing = at(layout, close, second.last) if second else None
        if closing is not None:
            return second, closing.last
    if _adjacent_pairs(lang) and not number.digits and layout.gap(i) == " ":
        second = number_at(tokens, i, text, lang)
        if second is not None and not second.digits and second.low <= 100 * second.scale and second.low > number.low:
            return second, None
    return None, None


def _starts_joined(token: Token, lang: str) -> bool:
    """Whether a word carries the joining prefix: "بين ملياري دولار وثلاثة مليارات"."""
    return any(p and token.text.startswith(p) and len(token.text) > len(p) + 1 for p in _joined(lang))


@cache
def prefix_of(lang: str) -> str:
    """What a language joins to the front of a number for "and": the Arabic و; empty where nothing is."""
    return str(table(lang, "numbers").get("grammar", {}).get("joining_prefix", ""))


@cache
def _joined(lang: str) -> frozenset[str]:
    """Joining prefixes that may stand alone before a numeral: "بين 10 و15"."""
    return frozenset((prefix_of(lang),)) - {""}


def _changes(layout: Layout, i: int) -> bool:
    """Whether "from 10 to 15" is a change ("rose from 10 to 15") rather than a range."""
    return _moves(layout, i, reach=6)
