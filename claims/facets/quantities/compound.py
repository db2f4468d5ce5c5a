"""Values told in parts: "two hours and 40 minutes", "1 घंटा 20 मिनट", "7 feet 10 inches", "an hour and a half", "полчаса".

A value in several units is given in the smallest of them. Words between the parts stand under ``[joined]`` in a language's ``units.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from claims.facets.quantities.bounds import Value, prefix_of
from claims.facets.quantities.codes import data
from claims.facets.quantities.units import Unit, kind_of, unit_after
from claims.facets.quantities.words import Layout, at, book, ending_at
from claims.numbers import Number, number_at, share_at

_KINDS = frozenset(("duration", "measure"))
_COMMAS = (",", "،")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Scale:
    """What a unit is measured in, and how many of that it is."""

    base: str
    factor: Decimal


@cache
def _scale(unit: str) -> _Scale | None:
    found = data()["convert"].get(unit)
    return _Scale(found[0], Decimal(found[1])) if found else None


def fused_at(layout: Layout, i: int) -> tuple[Decimal, Unit] | None:
    """The amount and unit of a word that is both: "полчаса", يومان."""
    match = book(layout.lang, "units", "fused").at(layout.tokens, i)
    if match is None or not layout.is_open(match.first, match.last):
        return None
    amount, _, name = match.values[0].partition(" ")
    return Decimal(amount), Unit(name, kind_of(name), i, match.last)


def with_cents(layout: Layout, value: Value, unit: Unit) -> tuple[Value, Unit]:
    """A sum with the hundredths told after it: "$20 and 43 cents", "20 рублей 50 копеек"."""
    last = max(value.last, unit.last)
    part = _amount_after(layout, last) if value.low is not None and value.low == value.high and value.low % 1 == 0 else None
    if part is None or part[1].name not in data()["hundredths"]["names"] or part[0] >= _HUNDRED or not layout.is_open(last, part[1].last):
        return value, unit
    total = value.low + part[0] / _HUNDRED if value.low is not None else None
    return replace(value, low=total, high=total), replace(unit, last=part[1].last)


def with_parts(layout: Layout, value: Value, unit: Unit) -> tuple[Value, Unit]:
    """The value with what is told after its unit: a share ("two hours and a half"), or amounts of smaller units."""
    share = share_at(layout.tokens, unit.last, layout.lang)
    if share is None or not layout.touches(unit.last) or value.low is None or value.high is None:
        return with_smaller(layout, value, unit)
    again = unit_after(layout, share[1], None) if share[1] < len(layout.tokens) else None
    last = again.last if again is not None and again.name == unit.name else share[1]
    return replace(value, low=value.low + share[0], high=value.high + share[0]), replace(unit, last=last)


def with_smaller(layout: Layout, value: Value, unit: Unit) -> tuple[Value, Unit]:
    """The value and unit with the smaller units that follow."""
    while value.low is not None and value.low == value.high and unit.kind in _KINDS:
        part = _part(layout, unit.last)
        ours, theirs = _scale(unit.name), _scale(part[1].name) if part else None
        if part is None or ours is None or theirs is None or ours.base != theirs.base:
            break
        if not 0 < part[0] * theirs.factor < ours.factor or not layout.is_open(value.first, part[1].last):
            break
        total = value.low * ours.factor / theirs.factor + part[0]
        value, unit = replace(value, low=total, high=total), replace(part[1], first=unit.first)
    return value, unit


def _part(layout: Layout, i: int) -> tuple[Decimal, Unit] | None:
    """The amount and unit that begin at token ``i``, a joining word before them or not; after a comma only within a longer row."""
    found = _amount_after(layout, i)
    if found is None or found[1].kind not in _KINDS or (layout.gap(i).strip() in _COMMAS and _part(layout, found[1].last) is None):
        return None
    return found


def _amount_after(layout: Layout, i: int) -> tuple[Decimal, Unit] | None:
    """An exact amount with its unit from token ``i`` on, a joining word or comma before it or not."""
    joined = at(layout, book(layout.lang, "units", "joined", "and"), i)
    first = joined.last if joined is not None else i
    if first == len(layout.tokens):
        return None
    if not layout.touches(first) and layout.gap(first).strip() not in (prefix_of(layout.lang), *_COMMAS):
        return None
    number = number_at(layout.tokens, first, layout.text, layout.lang) if first < len(layout.tokens) else None
    if number is None or number.vague or number.fraction:
        return fused_at(layout, first) if first < len(layout.tokens) else None
    unit = unit_after(layout, number.last, number.low)
    return (number.low, unit) if unit is not None else None


def one_at(layout: Layout, i: int) -> tuple[Value, Unit] | None:
    """A unit that stands for one of itself before a part of it: "an hour and 45 minutes", "час 20 минут", "ساعة ونصف"."""
    match = book(layout.lang, "units", "one").at(layout.tokens, i)
    if match is None or ending_at(layout, book(layout.lang, "units", "joined", "not_one"), i) is not None:
        return None
    value = Value(i, match.last, Decimal(1), Decimal(1), Number(i, match.last, Decimal(1), Decimal(1)))
    unit = Unit(match.values[0], kind_of(match.values[0]), i, match.last)
    share = share_at(layout.tokens, unit.last, layout.lang)
    if share is not None and layout.touches(unit.last) and layout.is_open(i, share[1]):
        return replace(value, low=1 + share[0], high=1 + share[0]), replace(unit, last=share[1])
    whole, smallest = with_smaller(layout, value, unit)
    return None if smallest.name == unit.name else (whole, smallest)
