"""Units, currencies, ages and magnitudes beside a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from claims.facets.quantities.codes import data
from claims.facets.quantities.words import Layout, at, book, ending_at
from claims.lang import table
from claims.normalise import fold
from claims.phrases import Match

_SIGNS = {"C": "celsius", "F": "fahrenheit", "%": "percent", "٪": "percent"}
_DEGREES = {"c": "celsius", "с": "celsius", "f": "fahrenheit"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and the kind of quantity it makes; tokens ``[first, last)`` are its words."""

    name: str
    kind: str
    first: int
    last: int


@cache
def kind_of(name: str) -> str:
    """The kind of quantity that a plain unit makes."""
    return next((kind for kind, names in data()["kinds"].items() if name in names), "measure")


def unit_after(layout: Layout, i: int, low: Decimal | None) -> Unit | None:
    """The unit whose words begin at token ``i``."""
    if i > 0 and layout.gap(i).strip().startswith("°"):
        letter = layout.tokens[i].fold if i < len(layout.tokens) else ""
        return Unit(_DEGREES.get(letter, "degree"), "measure", i, i + 1 if letter in _DEGREES else i)
    if not layout.touches(i):
        return None
    sign = _SIGNS.get(layout.tokens[i].text)
    if sign is not None:
        return Unit(sign, kind_of(sign), i, i + 1)
    code = _codes().get(layout.tokens[i].text)
    if code is not None and not _opens_a_sum(layout, i):
        return Unit(code, "money", i, i + 1)
    lang = layout.lang
    choices: list[tuple[int, int, str, str]] = []
    for rank, (section, kind) in enumerate((("age", "age"), ("magnitude", "magnitude"), ("money", "money"), ("units", ""))):
        match = at(layout, book(lang, "units", section, None if section in ("money", "units") else "after"), i)
        if match is not None:
            choices.append((-match.last, rank, kind, match.values[0]))
    if not choices:
        return None
    last, _, kind, name = min(choices)
    if kind == "age":
        return Unit("year", "age", i, -last)
    if kind == "magnitude":
        return Unit("magnitude", "measure", i, -last) if low is None or low <= 10 else None
    if kind == "money":
        return Unit(currency(layout, name), "money", i, -last)
    return Unit(_in_context(layout, name), kind_of(name), i, -last)


def compound_at(layout: Layout, i: int) -> tuple[Decimal, Unit] | None:
    """Number and unit in one adjective, with its amount: "девятиэтажный", "двухлетний"."""
    pattern, numbers, stems = _compounds(layout.lang)
    match = pattern.fullmatch(layout.tokens[i].fold) if pattern is not None else None
    if match is None:
        return None
    name = stems[match["unit"]]
    kind = "age" if name == "age" else kind_of(name)
    return numbers[match["number"]], Unit("year" if name == "age" else name, kind, i, i + 1)


def is_compound(lang: str, word: str) -> bool:
    """Whether a word is number and unit in one adjective."""
    pattern = _compounds(lang)[0]
    return pattern is not None and pattern.fullmatch(fold(word)) is not None


@cache
def _compounds(lang: str) -> tuple[re.Pattern[str] | None, Mapping[str, Decimal], Mapping[str, str]]:
    """The pattern of compound adjectives, with the values of their first and the units of their second halves."""
    tables = table(lang, "units").get("compounds")
    if not tables:
        return None, {}, {}
    numbers = {fold(f): Decimal(value) for value, forms in tables["numbers"].items() for f in forms.split("|")}
    stems = {fold(f): name for name, forms in tables["units"].items() for f in forms.split("|")}
    first, second = ("|".join(sorted(words, key=len, reverse=True)) for words in (numbers, stems))
    return re.compile(f"(?P<number>{first})(?P<unit>{second})(?:{tables['endings']})"), numbers, stems


@cache
def _codes() -> Mapping[str, str]:
    """Codes and signs of currencies that every language shares."""
    return {form: code for code, forms in data()["codes"].items() for form in forms}


def is_code(layout: Layout, unit: Unit) -> bool:
    """Whether a unit is the code of a currency; in a foreign script a name reader may take it for an organisation."""
    return layout.tokens[unit.first].text in _codes()


def _opens_a_sum(layout: Layout, i: int) -> bool:
    """Whether a sign belongs to the number after it: "from 20 to $30", "4 $5 notes"."""
    return i + 1 < len(layout.tokens) and layout.gap(i + 1) == "" and layout.tokens[i + 1].fold[:1].isdigit()


def _in_context(layout: Layout, name: str) -> str:
    """What bare degrees or points measure, told by what the sentence speaks of."""
    if name not in ("degree", "point"):
        return name
    for meant in ("magnitude", "celsius"):
        concepts = data()["context"][meant]
        if not layout.frames.isdisjoint(concepts) and (name == "degree" or meant == "magnitude"):
            return meant
    return name


def money_before(layout: Layout, i: int) -> Unit | None:
    """The currency sign or code directly before token ``i``."""
    signs = book(layout.lang, "units", "money_before")
    for longest in (2, 1):
        match = ending_at(layout, signs, i, longest)
        if match is not None and not any(layout.gap(k) for k in range(match.first + 1, match.last)):  # "a $5 fee" is no "A$5"
            taken = _closes_a_sum(layout, match.first, i)
            return None if taken else Unit(currency(layout, match.values[0]), "money", match.first, match.last)
    code = _codes().get(layout.tokens[i - 1].text) if 0 < i <= len(layout.tokens) and layout.touches(i) else None
    return Unit(code, "money", i - 1, i) if code and not _closes_a_sum(layout, i - 1, i) else None


def _closes_a_sum(layout: Layout, first: int, i: int) -> bool:
    """Whether a sign that ends before token ``i`` belongs to the number before it: "20€ 30"."""
    return layout.gap(i) != "" and layout.touches(first) and layout.tokens[first - 1].text[-1].isdigit()


def currency(layout: Layout, name: str) -> str:
    """The ISO code of a currency name: by the one country named, else the language's own, else the default.

    A name that stays open ("rupee", "dinar") is its own unit: it agrees with itself only.
    """
    shared: Mapping[str, str] | None = data()["currency"].get(name)
    if shared is None:
        return name
    named = {shared[c] for c in layout.countries if c in shared}
    if len(named) == 1:
        return named.pop()
    home: Mapping[str, str] = table(layout.lang, "units").get("home", {})
    return home.get(name) or shared.get("default") or name


def labelled(layout: Layout, section: str, i: int) -> Match[str] | None:
    """The words of a section ("age", "magnitude") that announce a number at token ``i``."""
    return ending_at(layout, book(layout.lang, "units", section, "before"), i)
