"""Two quantities side by side: what agrees, what can be, what clashes, what is not comparable."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Level
from checker.slots.quantities import Relation, compare, relation, shown
from claims.model import Quantity, Span

_KINDS = {
    **dict.fromkeys(("second", "minute", "hour", "day", "week", "month", "year"), "duration"),
    **dict.fromkeys(("percent", "percentage point", "basis point"), "percent"),
    **dict.fromkeys(("USD", "EUR", "INR", "PKR", "rupee"), "money"),
}


def quantity(words: str) -> Quantity:
    """A quantity from "at least|up to|about LOW[..HIGH] [unit:U] [of:COUNTED] [in:SCOPE,...]"."""
    bound = next((b for b in ("at least ", "up to ", "about ") if words.startswith(b)), "")
    value, *rest = words.removeprefix(bound).split()
    low, _, high = value.partition("..")
    named = dict(part.replace("_", " ").split(":", 1) for part in rest)
    unit = named.get("unit")
    return Quantity(
        Span(0, len(words)),
        words,
        None if bound == "up to " else Decimal(low),
        None if bound == "at least " else Decimal(high or low),
        bound == "about ",
        unit,
        named.get("of"),
        named.get("kind") or ("count" if unit is None else _KINDS.get(unit, "measure")),
        frozenset(named["in"].split(",")) if "in" in named else frozenset(),
    )


AGREE = [
    ("23 of:killed", "23 of:killed"),
    ("at least 20 of:killed", "23 of:killed"),
    ("up to 50 of:injured", "45 of:injured"),
    ("about 400000 of:people", "385000 of:people"),
    ("about 50 of:arrested", "48 of:arrested"),
    ("1900000 of:people", "1902411 of:people"),
    ("5000 of:people", "5012 of:people"),
    ("20..25 of:killed", "24 of:killed"),
    ("24..99 of:injured", "24..99 of:injured"),
    ("48 unit:hour", "2 unit:day"),
    ("72 unit:hour", "3 unit:day"),
    ("2 unit:week", "14 unit:day"),
    ("60 unit:day", "2 unit:month"),
    ("90 unit:day", "3 unit:month"),
    ("18 unit:month", "1.5 unit:year"),
    ("102 unit:month", "8.5 unit:year"),
    ("150 unit:minute", "2.5 unit:hour"),
    ("60 unit:mile", "100 unit:kilometre"),
    ("10 unit:mile", "16 unit:kilometre"),
    ("2.65 unit:kilometre", "2650 unit:metre"),
    ("2 unit:tonne", "2000 unit:kilogram"),
    ("25 unit:percent", "about 25 unit:percent"),
    ("12 unit:percent", "12.3 unit:percent"),
    ("50 unit:basis_point", "0.5 unit:percentage_point"),
    ("25 unit:basis_point", "0.25 unit:percent"),
    ("68 unit:rupee", "68 unit:INR"),
    ("3..2 kind:score", "2..3 kind:score"),
    ("5 kind:rank", "5 kind:rank"),
    ("12 of:killed in:workers", "12 of:killed"),
    ("3 of:children in:including", "3 of:children"),
    ("840", "840 of:militants"),
]
COMPATIBLE = [
    ("at least 20 of:killed", "63 of:killed"),
    ("24..99 of:injured", "47 of:injured"),
    ("at least 20 of:killed", "up to 90 of:killed"),
    ("1..10 kind:rank", "5 kind:rank"),
]
CONFLICT = [
    ("23 of:killed", "32 of:killed"),
    ("at least 20 of:killed", "14 of:killed"),
    ("up to 4200 of:people", "7000 of:people"),
    ("60 of:arrested", "61 of:arrested"),
    ("about 50 of:arrested", "about 90 of:arrested"),
    ("24..99 of:injured", "200..999 of:injured"),
    ("1200000 unit:USD", "12000000 unit:USD"),
    ("48 unit:hour", "3 unit:day"),
    ("3 unit:month", "45 unit:day"),
    ("60 unit:mile", "60 unit:kilometre"),
    ("2 unit:tonne", "200 unit:kilogram"),
    ("61 unit:percent", "48 unit:percent"),
    ("25 unit:basis_point", "50 unit:basis_point"),
    ("3..2 kind:score", "3..1 kind:score"),
    ("100 kind:rank", "101 kind:rank"),
    ("1..10 kind:rank", "23 kind:rank"),
    ("18 of:killed in:workers", "15 of:killed"),
    ("2150 of:pilgrims", "1680 of:people"),
]
NOT_COMPARABLE = [
    ("12 of:killed", "40 of:injured"),
    ("12 of:children", "40 of:women"),
    ("12 of:killed in:workers", "15 of:killed"),
    ("12 of:killed in:workers", "15 of:killed in:soldiers"),
    ("900 of:passengers", "1200 of:people"),
    ("12 of:killed in:another", "30 of:killed"),
    ("12 of:cases in:daily", "400 of:cases"),
    ("300 unit:USD", "300 unit:EUR"),
    ("300 unit:INR", "300 unit:PKR"),
    ("300 unit:metre", "300 unit:kilogram"),
    ("45 unit:year kind:age", "45 unit:year"),
    ("0.5 unit:percentage_point", "21 unit:percent"),
    ("3..2 kind:score", "3 of:goals"),
    ("3 kind:rank", "3 of:goals"),
    ("3 kind:rank", "4"),
    ("25 unit:percent", "25 of:killed"),
]
_LEVELS = [
    (pair, level) for pairs, level in ((AGREE, Level.AGREE), (COMPATIBLE, Level.COMPATIBLE), (CONFLICT, Level.CONFLICT)) for pair in pairs
]


@pytest.mark.parametrize(("pair", "level"), _LEVELS, ids=lambda v: " - ".join(v) if isinstance(v, tuple) else v)
def test_two_quantities_of_one_thing(pair: tuple[str, str], level: Level) -> None:
    found = compare(quantity(pair[0]), quantity(pair[1]))
    assert found is not None
    assert found.level is level


@pytest.mark.parametrize("pair", NOT_COMPARABLE, ids=" - ".join)
def test_quantities_of_different_things_are_not_compared(pair: tuple[str, str]) -> None:
    assert compare(quantity(pair[0]), quantity(pair[1])) is None


@pytest.mark.parametrize("pair", [*(p for p, _ in _LEVELS), *NOT_COMPARABLE], ids=" - ".join)
def test_sides_can_be_swapped(pair: tuple[str, str]) -> None:
    a, b = map(quantity, pair)
    there, back = compare(a, b), compare(b, a)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert (there.level, there.converted, there.apart) == (back.level, back.converted, back.apart)
        assert {there.relation, back.relation} in ({Relation.PART, Relation.WHOLE}, {there.relation})


def test_a_changed_unit_is_told() -> None:
    found = compare(quantity("48 unit:hour"), quantity("2 unit:day"))
    assert found is not None
    assert found.converted
    same = compare(quantity("48 unit:hour"), quantity("48 unit:hour"))
    assert same is not None
    assert not same.converted


def test_a_clash_tells_how_far_apart_the_values_are() -> None:
    near, far = (compare(quantity("1000 of:seats"), quantity(f"{n} of:seats")) for n in ("1040", "4000"))
    assert near is not None
    assert far is not None
    assert 0 < near.apart < far.apart < 1


def test_workers_are_part_of_people() -> None:
    assert relation(quantity("3 of:workers"), quantity("3 of:people")) is Relation.PART
    assert relation(quantity("3 of:people"), quantity("3 of:workers")) is Relation.WHOLE
    assert relation(quantity("3 of:workers"), quantity("3 of:soldiers")) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("at least 20 of:killed", "at least 20 killed"),
        ("up to 50", "up to 50"),
        ("about 3500000 unit:USD", "about 3,500,000 USD"),
        ("20..25 of:houses", "20 to 25 houses"),
        ("3..2 kind:score", "3-2"),
        ("5 kind:rank", "place 5"),
        ("1..10 kind:rank", "top 10"),
        ("2.50 unit:percentage_point", "2.5 percentage point"),
    ],
)
def test_values_are_shown_in_plain_english(words: str, expected: str) -> None:
    assert shown(quantity(words)) == expected


_WHOLE = st.integers(min_value=1, max_value=10**9)
_UNITS = st.sampled_from(["metre", "kilometre", "mile", "tonne", "kilogram", "hour", "day", "percent", "USD"])


@given(_WHOLE, _UNITS)
def test_a_quantity_agrees_with_itself(value: int, unit: str) -> None:
    q = quantity(f"{value} unit:{unit}")
    found = compare(q, q)
    assert found is not None
    assert found.level is Level.AGREE


@given(_WHOLE, st.sampled_from([("kilometre", "metre", 1000), ("tonne", "kilogram", 1000), ("day", "hour", 24), ("week", "day", 7)]))
def test_a_conversion_agrees_with_its_source(value: int, units: tuple[str, str, int]) -> None:
    large, small, factor = units
    found = compare(quantity(f"{value} unit:{large}"), quantity(f"{value * factor} unit:{small}"))
    assert found is not None
    assert found.level is Level.AGREE


@given(_WHOLE, _WHOLE)
def test_a_number_twice_as_large_clashes(value: int, extra: int) -> None:
    found = compare(quantity(f"{value} of:killed"), quantity(f"{2 * value + extra} of:killed"))
    assert found is not None
    assert found.level is Level.CONFLICT
