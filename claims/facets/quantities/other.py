"""Digits that are no quantity: years, labels, models, telephone numbers; and scores."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from claims.facets.quantities.bounds import bound_before
from claims.facets.quantities.codes import data
from claims.facets.quantities.units import unit_after
from claims.facets.quantities.words import Layout, at, book, ending_at
from claims.lang import table
from claims.model import Quantity, Span
from claims.normalise import ascii_digits, fold
from claims.numbers import ONE, Number, number_at

_SPORTS = frozenset(("sport", "win", "lose"))
_DOUBLING_MARKS = frozenset(("", "-", "–", "‑", ",", "،"))
_SCORE_MARKS = frozenset(("-", "–", "‑", ":"))
_PHONE = re.compile(r"(?<![\w.,/-])(?=\+|0|[^\n]*?\d-\d)\+?\(?\d{1,4}\)?(?:[ -]\(?\d{2,4}\)?){2,5}(?![\w-])")
_UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
"""Letters of scripts without spaces: what follows digits there is the next word."""
_LEAST_PHONE, _MOST_PHONE = 7, 13


def telephone_tokens(layout: Layout) -> frozenset[int]:
    """The tokens of telephone numbers: "8-800-111-99-99", "+44 20 7946 0000", "0800 111 999"."""
    if sum(map(str.isdigit, layout.text)) < _LEAST_PHONE:
        return frozenset()
    found = []
    for match in _PHONE.finditer(layout.text):
        digits = sum(c.isdigit() for c in match.group())
        if _LEAST_PHONE <= digits <= _MOST_PHONE and (match.group().count("-") > 1 or match.group().startswith(("+", "0", "("))):
            found.append(Span(*match.span()))
    return frozenset(i for i, t in enumerate(layout.tokens) if any(t.span.overlaps(s) for s in found))


def is_label(layout: Layout, number: Number) -> bool:
    """Whether the digits name something ("Article 370", "Boeing 737", "№ 5", "на 5 этаже", minute "90+2") or belong to a longer code."""
    first = layout.tokens[number.first]
    before = layout.text[: first.span.start]
    if re.search(r"(?:\d[-–/]|\d\+|[№#]|[^\W\d_]/|\w@|https?:\S*)\s?$", before):
        return True
    after = layout.text[layout.tokens[number.last - 1].span.end :]
    named_after = at(layout, book(layout.lang, "numbers", "labels", "after"), number.last) is not None and number.low > 1
    if named_after or re.match(r"\+\d", after):
        return True
    if re.search(r"[\d+][\d\s()-]*[\d)][-\s(]*$", before) and re.match(r"\d{2,}-\d{2}", layout.text[first.span.start :]):
        return True
    plain = ascii_digits(layout.text[first.span.start : layout.tokens[number.last - 1].span.end])
    if re.fullmatch(r"0\d+|\d{8,}", plain):
        return True
    if number.first > 0 and layout.gap(number.first) == " " and _is_code(layout.tokens[number.first - 1].text, layout.lang):
        return True
    if ending_at(layout, book(layout.lang, "numbers", "labels", "before"), number.first, longest=3) is None:
        return False
    unit = unit_after(layout, number.last, number.low)
    return unit is None or unit.kind not in ("measure", "money", "percent", "duration")  # "the runway is 3,200 metres long"


def is_numbered(layout: Layout, number: Number) -> bool:
    """Whether a number word names something by its number: "house number five"."""
    return number.low == number.high and ending_at(layout, book(layout.lang, "numbers", "labels", "number"), number.first) is not None


def _is_code(word: str, lang: str) -> bool:
    """Whether a word before digits is the first half of a code or the name of a model: SU 1234, iPhone 15."""
    if not (word.isascii() and word.isalpha()):
        return False
    inner = any(c.isupper() for c in word[1:]) and not word.isupper()
    return inner or (word.isupper() and len(word) < 4 and (lang != "en" or word not in ("A", "I")) and not word.startswith("US"))


def is_year(layout: Layout, number: Number) -> bool:
    """Whether the number looks like a calendar year: 2015, "दो हज़ार बाईस"; "2,015" is an amount."""
    if not 1800 <= number.low <= 2100 or number.low != number.high or number.low % 1:
        return False
    written = ascii_digits(layout.span(number.first, number.last).of(layout.text))
    return not number.digits or re.fullmatch(r"\d{4}", written) is not None


def is_date(layout: Layout, number: Number) -> bool:
    """Whether a month stands beside a number that could be its day, or the number is part of a day's name ("8 Марта")."""
    if not 1 <= number.low <= 31 or number.vague:
        return False
    day = layout.span(number.first, number.last)
    if re.match(r"\.?\s[^\W\d_]+\s(?:19|20)\d\d\b", layout.text[day.end :]):  # "12 Mart 2020", the month in a language without tables
        return True
    if any(c.frame == "time" and c.span.contains(day) for c in layout.concepts):
        return True
    months = [c.span for c in layout.concepts if c.id in _months()]
    return any(
        layout.text[day.end : m.start].strip(" -") == "" if m.start >= day.end else layout.text[m.end : day.start].strip() == ""
        for m in months
    )


@cache
def _months() -> frozenset[str]:
    return frozenset(data()["context"]["months"])


def is_clock(layout: Layout, number: Number) -> bool:
    """Whether the number is an hour: "at 5 p.m.", "पाँच बजे", "الساعة 3"."""
    after, before = book(layout.lang, "units", "clock", "after"), book(layout.lang, "units", "clock", "before")
    return number.low <= 24 and (at(layout, after, number.last) is not None or ending_at(layout, before, number.first) is not None)


def is_numbering(layout: Layout, number: Number) -> bool:
    """Whether the sentence opens with a list number: "3. ...", "3) ..."."""
    end = layout.tokens[number.last - 1].span.end
    return number.first == 0 and number.digits and re.match(r"[.)]\s", layout.text[end:]) is not None


def is_other_word(layout: Layout, i: int) -> bool:
    """Whether a word only looks like a number: كمية "amount"; the second half of an ordinal, السابع عشر."""
    if layout.tokens[i].fold in _never(layout.lang) or layout.tokens[i].text in _never_written(layout.lang):
        return True
    ordinal = book(layout.lang, "ordinals", "words").at(layout.tokens, i - 1) if i > 0 and layout.touches(i) else None
    return ordinal is not None and (ordinal.last > i or _is_definite_joined(layout, i))


def _is_definite_joined(layout: Layout, i: int) -> bool:
    """Whether a word has the joining prefix and the article, as the tens of an ordinal have: "الثامنة والسبعين"."""
    prefix = str(table(layout.lang, "numbers").get("grammar", {}).get("joining_prefix", ""))
    article = str(table(layout.lang, "ordinals").get("rules", {}).get("article", ""))
    return bool(prefix and article) and layout.tokens[i].text.startswith(prefix + article)


def is_definite_pair(layout: Layout, number: Number) -> bool:
    """Whether two known ones are meant and nothing is counted: "the two sides"."""
    definite = table(layout.lang, "numbers").get("grammar", {}).get("definite", ())
    return number.low == number.high == 2 and not number.digits and number.first > 0 and layout.tokens[number.first - 1].fold in definite


@cache
def _never(lang: str) -> frozenset[str]:
    return frozenset(map(fold, table(lang, "numbers").get("grammar", {}).get("never", ())))


@cache
def _never_written(lang: str) -> frozenset[str]:
    """Words as written that fold to a number and are none: Urdu تھائی is Thai, تہائی a third."""
    return frozenset(table(lang, "numbers").get("grammar", {}).get("never_written", ()))


def is_one_of(layout: Layout, number: Number) -> bool:
    """Whether the word for one means "one of the": أحد العقود."""
    return layout.tokens[number.first].fold in _one_of(layout.lang)


@cache
def _one_of(lang: str) -> frozenset[str]:
    return frozenset(map(fold, table(lang, "numbers").get("grammar", {}).get("one_of", ())))


def has_ending(layout: Layout, number: Number) -> bool:
    """Whether the ending of an ordinal follows the digits: "7-м" is no seven metres, "17 वीं" no seventeen."""
    i = number.last
    if i >= len(layout.tokens) or layout.tokens[i].fold not in _endings(layout.lang):
        return False
    return layout.gap(i) in ("", "-", "‑") or (
        layout.gap(i) == " " and len(layout.tokens[i].text) > 1 and not layout.tokens[i].text.isascii()
    )


@cache
def _endings(lang: str) -> frozenset[str]:
    return frozenset(map(fold, str(table(lang, "ordinals").get("rules", {}).get("digit_suffixes", "")).split("|"))) - {""}


def is_glued(layout: Layout, number: Number) -> bool:
    """Whether letters are stuck to the digits: "5G", "12-й", "737s"."""
    end = layout.tokens[number.last - 1].span.end
    return number.digits and re.match(rf"[-‑]?(?!{_UNSPACED})[^\W\d_]|[年月日时時分秒号號]", layout.text[end:]) is not None


def in_race(layout: Layout, first: int, last: int) -> bool:
    """Whether a distance belongs to a race ("100 metres freestyle")."""
    phrases = book(layout.lang, "numbers", "labels", "race")
    return any(phrases.at(layout.tokens, k) for k in range(max(0, first - 2), min(len(layout.tokens), last + 2)) if not first <= k < last)


def score_at(layout: Layout, i: int) -> tuple[Quantity, int] | None:
    """The score that begins at token ``i`` ("3-2", "245/7"), with the token it ends before."""
    if not layout.tokens[i].text[0].isdigit():
        return None
    text = ascii_digits(layout.tokens[i].text)
    sports = not layout.frames.isdisjoint(_SPORTS)
    one = re.fullmatch(r"(\d{1,3})([:/])(\d{1,2})", text)
    if one:
        clock = one[2] == ":" and len(one[3]) == 2
        return (_score(layout, i, i + 1, one[1], one[3]), i + 1) if sports and not clock else None
    if not re.fullmatch(r"\d{1,3}", text) or i + 1 >= len(layout.tokens) or layout.gap(i + 1) not in _SCORE_MARKS:
        return None
    other = ascii_digits(layout.tokens[i + 1].text)
    if not re.fullmatch(r"\d{1,3}", other) or is_doubled(layout, i):
        return None
    if i + 2 < len(layout.tokens) and unit_after(layout, i + 2, None) is not None:
        return None
    if (sports or int(text) >= int(other)) and bound_before(layout, i) is None:
        return _score(layout, i, i + 2, text, other), i + 2
    return None


def is_doubled(layout: Layout, i: int) -> bool:
    """Whether a number is said twice for "each": "20-20 हजार", "10، 10 لاکھ", "دس دس ہزار"."""
    if not table(layout.lang, "numbers").get("grammar", {}).get("doubled", False) or i + 1 >= len(layout.tokens):
        return False
    if layout.tokens[i].fold != layout.tokens[i + 1].fold or layout.gap(i + 1).strip() not in _DOUBLING_MARKS:
        return False
    again = number_at(layout.tokens, i + 1, layout.text, layout.lang)
    return again is not None and (again.scale > ONE or unit_after(layout, again.last, again.low) is not None)


def _score(layout: Layout, first: int, last: int, ours: str, theirs: str) -> Quantity:
    span = layout.span(first, last)
    return Quantity(span, span.of(layout.text), Decimal(ours), Decimal(theirs), kind="score")
