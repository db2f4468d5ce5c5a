"""The number words of a language, ready for look-up, and what a number is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

from claims.lang import table
from claims.normalise import fold
from claims.phrases import PhraseBook

ONE = Decimal(1)


class Part(StrEnum):
    """What a number word does."""

    VALUE = "values"
    SCALE = "scales"
    VAGUE = "vague"
    BEFORE = "before"
    """Added to the value that follows: साढ़े (+0.5), पौने (-0.25)."""
    AFTER = "after"
    """Added to the value, or to that share of the scale, that precedes: "and a half"."""
    FRACTION = "fractions"


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in tokens ``[first, last)``; ``low`` equals ``high`` unless it is vague ("dozens").

    ``scale`` is its last multiplier; ``weak`` marks a word that is mostly something else ("one",
    एक); ``fraction`` a share such as "two thirds", which counts only of something.
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    scale: Decimal = ONE
    digits: bool = False
    vague: bool = False
    weak: bool = False
    fraction: bool = False

    @property
    def value(self) -> Decimal:
        """The number where it is exact."""
        return self.low


@dataclass(frozen=True, slots=True)
class Word:
    """A listed word: what it does and its value, or range of values."""

    part: Part
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Language:
    """The tables of one language, ready for look-up."""

    lang: str
    known: bool
    book: PhraseBook[Word]
    weak: frozenset[str]
    bare: frozenset[str]
    joiners: frozenset[str]
    prefix: str
    glue: str
    outside: frozenset[str]
    decimal: str
    group: str
    spaced: bool
    atomic: bool
    of: frozenset[str]


@cache
def language(lang: str) -> Language:
    """The tables of a language; empty where it has none."""
    data = table(lang, "numbers")
    book: PhraseBook[Word] = PhraseBook(lang)
    for part in Part:
        for value, forms in _entries(data, part.value):
            low, _, high = value.partition("..")
            for form in forms:
                book.add(form, Word(part, Decimal(low), Decimal(high or low)))
    grammar: Mapping[str, Any] = data.get("grammar", {})
    return Language(
        lang,
        bool(data),
        book,
        weak=frozenset(map(fold, grammar.get("weak", ()))),
        bare=frozenset(map(fold, grammar.get("bare_scales", ()))),
        joiners=frozenset(map(fold, grammar.get("joiners", ()))),
        prefix=grammar.get("joining_prefix", ""),
        glue=grammar.get("glue", ""),
        outside=frozenset(map(fold, grammar.get("not_inside", ()))),
        decimal=grammar.get("decimal", "."),
        group=grammar.get("group", ","),
        spaced=bool(grammar.get("spaced_groups", not data)),
        atomic=bool(grammar.get("atomic", False)),
        of=frozenset(map(fold, grammar.get("of", ()))),
    )


def _entries(data: Mapping[str, Any], name: str) -> list[tuple[str, list[str]]]:
    return [(value, forms.split("|")) for value, forms in data.get(name, {}).items()]
