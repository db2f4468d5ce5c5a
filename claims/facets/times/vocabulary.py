"""The time words of a language, from ``lang/<lang>/times.toml``, and what a number can be.

Tables ``[words.<kind>]`` hold value = "form|form". A ``~`` after a form marks a homonym that
counts only in company; a capital letter must be one in the text too; ``stem{a,b}`` stands for
both endings; a form with the article (option ``article``) must have it in the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from claims.lang import table
from claims.normalise import ascii_digits, fold
from claims.phrases import PhraseBook, words_of

EVENT, POSSESSOR, COUNTED = "event", "possessor", "counted"
_NUMERIC_DATE = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})|(\d{4})([./])(\d{1,2})\6(\d{1,2})")
_CLOCK = re.compile(r"([01]?\d|2[0-4])([:.])([0-5]\d)(?::[0-5]\d)?")
_BRACES = re.compile(r"([^{|]*)\{([^}]*)\}([^|]*)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One form: what it can be, and when it may count."""

    kind: str
    value: Any
    doubtful: bool
    capital: bool
    article: bool


class Signs:
    """The letters of one language's sets of kinds, handed out in the order of first use."""

    def __init__(self) -> None:
        self._letters: dict[frozenset[str], str] = {}

    def of(self, kinds: Iterable[str]) -> str:
        """The letter of a set of kinds."""
        key = frozenset(kinds)
        return self._letters.setdefault(key, chr(0xE000 + len(self._letters)))

    def of_each_subset(self, kinds: Collection[str]) -> None:
        """Hand out letters for whatever part of a homonym's kinds may apply."""
        for size in range(1, len(kinds) + 1):
            for chosen in combinations(sorted(kinds), size):
                self.of({k for kind in chosen for k in (kind, kind.lstrip("~"))})

    def having(self, kind: str) -> str:
        """All letters whose set holds ``kind``."""
        return "".join(sorted(letter for kinds, letter in self._letters.items() if kind in kinds))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The time words of a language."""

    lang: str
    book: PhraseBook[Entry]
    signs: Signs
    day_suffixes: frozenset[str]
    decade_suffixes: frozenset[str]
    year_suffixes: frozenset[str]
    clitics: str
    has_article: re.Pattern[str]
    lower: frozenset[str]
    ambiguous_order: bool


@cache
def vocabulary(lang: str) -> Vocabulary:
    """The vocabulary of a language, with the nouns that numbers count ("2030 jobs"); of one without data: numbers only."""
    data = table(lang, "times")
    options: Mapping[str, Any] = data.get("options", {})
    article = str(options.get("article", ""))
    book: PhraseBook[Entry] = PhraseBook(lang)
    listed: dict[tuple[str, ...], set[str]] = {}
    for kind, values in data.get("words", {}).items():
        for value, forms in values.items():
            for form in expand(forms):
                bare = form.rstrip("~")
                doubtful = bare != form
                book.add(bare, Entry(kind, _value_of(value), doubtful, bare[0].isupper(), bool(article) and bare.startswith(article)))
                listed.setdefault(words_of(bare, lang), set()).add(f"~{kind}" if doubtful else kind)
    for form in _counted_forms(lang):
        book.add(form, Entry(COUNTED, True, doubtful=False, capital=False, article=False))
        listed.setdefault(words_of(form, lang), set()).add(COUNTED)
    signs = Signs()
    for kinds in listed.values():
        signs.of_each_subset(kinds)
    for number in ("0", "1", "15", "30", "40", "100", "2000", "1.1.2000", "1:00", "1.00"):
        signs.of(number_kinds(number, False))
    for kinds in ({"decade"}, {"tens"}, {"year"}, {"day", "ordinal"}, {EVENT}, {POSSESSOR}):
        signs.of(kinds)
    return Vocabulary(
        lang,
        book,
        signs,
        frozenset(fold(s) for s in options.get("day_suffixes", ())),
        frozenset(fold(s) for s in options.get("decade_suffixes", ())),
        frozenset(fold(s) for s in options.get("year_suffixes", ())),
        str(options.get("clitics", "")),
        re.compile(str(options.get("has_article", ""))),
        frozenset(options.get("lower", ())),
        bool(options.get("ambiguous_order", False)),
    )


def _counted_forms(lang: str) -> Iterator[str]:
    """Nouns and units that follow numbers; units of time are none: they have kinds of their own."""
    times = {name for values in table(lang, "times").get("words", {}).values() for name in values}
    for section, names in (("counted", table(lang, "counted").get("counted", {})), ("units", table(lang, "units").get("units", {}))):
        for name, forms in names.items():
            if section == "counted" or name not in times:
                yield from forms.split("|")


def expand(forms: str) -> Iterator[str]:
    """The forms of a ``|`` list; ``stem{a,b}end`` stands for each filling."""
    for form in forms.split("|"):
        braces = _BRACES.fullmatch(form)
        if braces is None:
            yield form
        else:
            yield from (f"{braces[1]}{filling}{tail}" for filling in braces[2].split(",") for tail in expand(braces[3]))


def _value_of(text: str) -> int | float | str | tuple[int | float | str, str]:
    amount, _, unit = text.partition(" ")
    number: int | float | str = text
    if re.fullmatch(r"-?\d+", amount):
        number = int(amount)
    elif re.fullmatch(r"\d+\.\d+", amount):
        number = float(amount)
    return (number, unit) if unit else number


def number_kinds(text: str, ambiguous_order: bool) -> dict[str, Any]:
    """What a number can be: a day, a month's number, an hour, a year, a clock time, a whole date."""
    digits = ascii_digits(text).replace("٫", ".")
    if digits.isdecimal():
        number = int(digits)
        if len(digits) == 4 and 1500 <= number < 2200:
            return {"year": number, "~year": True}
        kinds: dict[str, Any] = {"number": number} if len(digits) <= 3 else {}
        if len(digits) <= 2:
            kinds["yy"] = number
            if number <= 24:
                kinds["hour"] = number
            if 1 <= number <= 31:
                kinds["day"] = number
            if 1 <= number <= 12:
                kinds["monthno"] = number
        return kinds
    whole = _NUMERIC_DATE.fullmatch(digits)
    if whole:
        first, second, year = (int(g) for g in ((whole[1], whole[3], whole[4]) if whole[1] else (whole[8], whole[7], whole[5])))
        if second > 12 and ambiguous_order:
            first, second = second, first
        either = bool(whole[1]) and whole[2] == "/" and ambiguous_order and first <= 12 and first != second
        return {"numdate": (year, second, first, either)} if second <= 12 and 1 <= first <= 31 and second else {}
    clock = _CLOCK.fullmatch(digits)
    if clock:
        time = f"{int(clock[1]):02}:{clock[3]}"
        return {"clock" if clock[2] == ":" else "dotclock": time}
    return {}
