"""Drafts of quantities: number, bounds and unit, before it is known what they count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from claims.facets.quantities import bounds, compound, other, units
from claims.facets.quantities.words import Layout, at, book
from claims.lang import table
from claims.numbers import Number, number_at
from claims.numbers.tables import language as tables_of
from claims.tokens import tokenise

_TEN, _LARGEST_WHOLE, _OLDEST = 10, 1000, 110


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity before it is known what it counts: number tokens, all tokens, value and unit."""

    value: bounds.Value
    unit: units.Unit | None
    first: int
    last: int
    start: int
    end: int
    noun: str | None = None
    event: str | None = None


def draft_at(layout: Layout, i: int) -> Draft | None:
    """The draft of the quantity that begins at token ``i``."""
    if not _may_begin(layout.lang, layout.tokens[i].text):
        return None
    return _whole_word(layout, i) or _draft(layout, i)


@lru_cache(maxsize=100_000)
def _may_begin(lang: str, word: str) -> bool:
    """Whether a word could begin a quantity at all; asked once a word, because most cannot."""
    books = (tables_of(lang).book, book(lang, "units", "fused"), book(lang, "units", "one"), book(lang, "counted", "duals"))
    return any(c.isdigit() for c in word) or units.is_compound(lang, word) or any(b.may_begin(word) for b in books)


def _whole_word(layout: Layout, i: int) -> Draft | None:
    """A word that is number and unit, or number and noun, in one: "полчаса", يومان, قتيلان."""
    fused = compound.fused_at(layout, i)
    if fused is not None:
        value = bounds.value_of(Number(i, fused[1].last, fused[0], fused[0]))
        return _with_bounds(layout, *compound.with_parts(layout, value, fused[1]), None)
    adjective = units.compound_at(layout, i)
    if adjective is not None and layout.is_open(i, i + 1):
        return _with_bounds(layout, bounds.value_of(Number(i, i + 1, adjective[0], adjective[0])), adjective[1], None)
    one = compound.one_at(layout, i)
    if one is not None:
        return _with_bounds(layout, *one, None)
    match = book(layout.lang, "counted", "duals").at(layout.tokens, i)
    if match is None or not layout.is_open(match.first, match.last):
        return None
    noun = _listed(layout.lang, "counted", match.values[0])
    event = _listed(layout.lang, "events", match.values[0])
    value = bounds.value_of(Number(i, match.last, Decimal(2), Decimal(2)))
    draft = _with_bounds(layout, value, None, None)
    return replace(draft, noun=noun, event=event)


@cache
def _listed(lang: str, section: str, form: str) -> str | None:
    match = book(lang, "counted", section).at(tokenise(form), 0)
    return match.values[0] if match else None


def _draft(layout: Layout, i: int) -> Draft | None:
    text, lang, tokens = layout.text, layout.lang, layout.tokens
    if other.is_other_word(layout, i):
        return None
    number = number_at(tokens, i, text, lang)
    if number is not None and other.is_doubled(layout, i) and (again := number_at(tokens, i + 1, text, lang)) is not None:
        number = replace(again, first=i)
    if number is not None and number.vague and bounds.bound_before(layout, i) is not None:
        number = number_at(tokens, i, text, lang, bounded=True)
    number = _ratio(layout, number)
    if number is None or not layout.is_open(number.first, number.last):
        return None
    money = units.money_before(layout, i)
    number = _attached_scale(layout, number, money)
    labelled = other.is_label(layout, number) if money is None else False
    if number.digits and (labelled or other.is_numbering(layout, number) or other.has_ending(layout, number)):
        return None
    if not number.digits and other.is_numbered(layout, number):
        return None
    own = units.unit_after(layout, number.last, number.low) if money is None else None
    value = _range(layout, number, money, own) or bounds.value_of(number)
    if value.number.last > number.last:
        own = units.unit_after(layout, value.last, value.high)
        number = value.number
    elif number.fraction and own is None:
        own = _unit_of_share(layout, number)
    if own is None and money is None and other.is_glued(layout, number):
        return None
    unit = money or own or _age_in_apposition(layout, number)
    if unit is not None and unit.first >= number.last and not (units.is_code(layout, unit) or layout.is_open(unit.first, unit.last)):
        return None
    if unit is not None and unit.kind == "measure" and other.in_race(layout, number.first, unit.last):
        return None
    if other.is_clock(layout, number) or (unit is None and other.is_date(layout, number)):
        return None
    if unit is not None and unit.kind != "money" and bounds.is_negative(layout, value.first):
        value = replace(value, low=_minus(value.high), high=_minus(value.low))
    if own is not None and unit is own and own.kind != "percent":
        value, unit = compound.with_parts(layout, value, own)
    if unit is not None and unit.kind == "money":
        value, unit = compound.with_cents(layout, value, unit)
    draft = _with_bounds(layout, value, unit, money)
    return _announced(layout, draft)


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _range(layout: Layout, number: Number, money: units.Unit | None, own: units.Unit | None) -> bounds.Value | None:
    """The range that a number begins, in one unit: "between £3m and £4m", but not "by 1.7% to 85.20 dollars"."""
    value = bounds.range_from(layout, number, own.last if own else number.last)
    if value is not None and own is not None:
        again = units.unit_after(layout, value.last, value.high)
        return value if again is None or again.name == own.name or value.number.last <= own.first else None
    if value is not None or money is None:
        return value
    return bounds.money_range(layout, number, money, lambda second: _attached_scale(layout, second, money))


def _ratio(layout: Layout, number: Number | None) -> Number | None:
    """So many of so many as a share: "nine in ten"."""
    if number is None or number.vague or number.last >= len(layout.tokens):
        return number
    link = at(layout, book(layout.lang, "numbers", "ratios", "of"), number.last)
    whole = number_at(layout.tokens, link.last, layout.text, layout.lang) if link and link.last < len(layout.tokens) else None
    if whole is None or not number.low < whole.low <= _LARGEST_WHOLE or whole.low % 1 or units.unit_after(layout, whole.last, None):
        return number
    if not layout.is_open(number.first, whole.last) or (whole.low > _TEN and whole.low % _TEN):
        return number
    share = number.low / whole.low
    return Number(number.first, whole.last, share, share, fraction=True)


def _age_in_apposition(layout: Layout, number: Number) -> units.Unit | None:
    """A bare number between commas, or in brackets, after a word: an age ("the driver, 45, was unhurt"; "राम (45)")."""
    marks = table(layout.lang, "units").get("age", {}).get("between", "")
    if not marks or not number.digits or not 0 < number.low <= _OLDEST or number.low % 1 or number.first == 0:
        return None
    before, after = layout.gap(number.first).strip(), layout.gap(number.last).strip()
    opens, closes = marks
    alone = before == opens and after[:1] == closes and not layout.tokens[number.first - 1].fold[:1].isdigit()
    comes = number.last < len(layout.tokens) and layout.tokens[number.last].fold[:1].isdigit()
    return units.Unit("year", "age", number.first, number.last) if alone and not comes else None


@cache
def _attached(lang: str) -> dict[str, Decimal]:
    scales = table(lang, "numbers").get("grammar", {}).get("attached_scales", {})
    return {letter: Decimal(value) for letter, value in scales.items()}


def _attached_scale(layout: Layout, number: Number, money: units.Unit | None) -> Number:
    """A letter stuck to a sum of money, or to a number of something, is a scale: "$5m", "£20k", "1.3m homes"."""
    i = number.last
    if not number.digits or i >= len(layout.tokens) or layout.gap(i) != "":
        return number
    scale = _attached(layout.lang).get(layout.tokens[i].fold)
    if scale is None or (money is None and at(layout, book(layout.lang, "counted", "counted"), i + 1) is None):
        return number
    return replace(number, last=i + 1, low=number.low * scale, high=number.high * scale, scale=scale, digits=False)


def _unit_of_share(layout: Layout, number: Number) -> units.Unit | None:
    """The unit after "a": "half an hour"."""
    of = frozenset(table(layout.lang, "numbers").get("grammar", {}).get("of", ()))
    i = number.last
    while i < len(layout.tokens) and layout.tokens[i].fold in of:
        i += 1
    return units.unit_after(layout, i, number.low) if i > number.last else None


def _with_bounds(layout: Layout, value: bounds.Value, unit: units.Unit | None, money: units.Unit | None) -> Draft:
    first = min(value.first, money.first) if money else value.first
    before = bounds.bound_before(layout, first)
    if before is not None and _is_during(layout, before, unit):
        before = None
    last = value.last
    after = bounds.bound_after(layout, last) if before is None else None
    if after is not None:
        last = after[1]
        unit = unit or units.unit_after(layout, last, value.low)
    if unit is not None:
        last = max(last, unit.last)
    if after is None and before is None and unit is not None:
        after = bounds.bound_after(layout, last)
        last = after[1] if after else last
    bound = before or after or (_bound_after_noun(layout, last) if unit is None else None)
    if bound is not None:
        value = bounds.bounded(value, bound[0])
    if before is not None:
        first = before[1]
    end = layout.tokens[last - 1].span.end
    return Draft(value, unit, first, last, _start(layout, first), end)


def _bound_after_noun(layout: Layout, i: int) -> tuple[str, int] | None:
    """A lower or upper bound told after what is counted: "five people at least", "خمسة أشخاص على الأقل"."""
    noun = at(layout, book(layout.lang, "counted", "counted"), i)
    bound = bounds.bound_after(layout, noun.last) if noun else None
    return bound if bound is not None and bound[0] in ("at_least", "at_most") else None


def _start(layout: Layout, first: int) -> int:
    """Where the words begin; an Arabic joining و belongs to the sentence, not to the number."""
    token = layout.tokens[first]
    prefix = bounds.prefix_of(layout.lang)
    if prefix and token.text.startswith(prefix) and len(token.text) > 2:
        rest = tokenise(token.text[len(prefix) :])
        follows = (*rest, *layout.tokens[first + 1 : first + 4])
        if number_at(follows, 0, layout.text, layout.lang) or book(layout.lang, "numbers", "bounds").at(follows, 0):
            return token.span.start + len(prefix)
    return token.span.start


def _is_during(layout: Layout, before: tuple[str, int], unit: units.Unit | None) -> bool:
    """Whether the bound is "in the course of": "over three days"."""
    during = book(layout.lang, "numbers", "ranges", "during")
    return unit is not None and unit.kind == "duration" and during.at(layout.tokens, before[1]) is not None


def _announced(layout: Layout, draft: Draft) -> Draft | None:
    """Ages and magnitudes told by the words before them ("aged 45", "magnitude 6.8"); years left out."""
    number = draft.value.number
    unit = draft.unit
    if (unit is None or unit.name == "year") and number.low <= 130 and units.labelled(layout, "age", draft.first):
        last = unit.last if unit else draft.last
        draft = replace(draft, unit=units.Unit("year", "age", number.first, last))
    elif (unit is None or unit.name in ("degree", "point")) and number.high <= 10 and units.labelled(layout, "magnitude", draft.first):
        draft = replace(draft, unit=units.Unit("magnitude", "measure", number.first, draft.last))
    elif unit is not None and unit.name == "year" and other.is_year(layout, number):
        return None
    return draft
