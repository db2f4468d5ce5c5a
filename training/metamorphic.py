"""Pairs made from written claims by a readable change whose label is known.

Another number, "not", another day, a word of who reports it, a name in another script, another
language, a later day of publication, the sides swapped: each change says what it does to the
verdict. Seeded and sorted; a change that finds nothing to change gives nothing.
"""

from __future__ import annotations

import csv
import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from checker.comparing import sentence_claims
from checker.model import Verdict
from claims.gazetteer import entry
from claims.model import Claim, Event, Name, Quantity, Span, Time

LANGUAGES = ("hi", "ur", "en", "ar", "ru")
GROWING = frozenset({"killed", "injured", "casualties", "hospitalised", "displaced"})
"""What a count of can only rise while news comes in."""
_ONE_SCRIPT = frozenset({"ur", "ar"})
LEAST = 11
"""From it on, and with a last digit of 0 or 5 to 9, a number takes one form of its noun in all five languages."""


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a pair."""

    text: str
    lang: str
    published: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two texts, what they are to each other, and what was done to make them; ``fold`` is that of the pair they come from."""

    fold: str
    a: Text
    b: Text
    verdict: Verdict
    types: tuple[str, ...] = ()
    change: str = "written"


def swapped(pair: Labelled) -> Labelled:
    """The sides change places; nothing else does."""
    return replace(pair, a=pair.b, b=pair.a, change="swapped")


def attributed(text: Text) -> Text:
    """The same, told as the report of a newspaper."""
    return replace(text, text=_table()[text.lang]["attributed"] + text.text)


def renumbered(text: Text, rng: random.Random, only: frozenset[str] | None = None) -> Text | None:
    """The same with one exact count of people or things made larger; with ``only``, one of what is named there."""
    for claim in _claims(text):
        for q in claim.all(Quantity):
            digits = list(re.finditer(r"\d+", q.text))
            if len(digits) != 1 or q.unit is not None or q.approximate or q.low != q.high or (only and q.counted not in only):
                continue
            old = int(digits[0].group())
            if old != q.low or not _one_form(old):
                continue
            new = next(n for n in range(old + max(old * rng.choice((4, 7, 11, 16)) // 10, 5), 5 * old + 100) if _one_form(n))
            return _with(text, q.span, _in_digits_of(digits[0].group(), q.text, new))
    return None


def redated(text: Text, rng: random.Random) -> Text | None:
    """The same on another day of the month; days that are named by weekday as well are left alone."""
    for claim in _claims(text):
        for time in claim.all(Time):
            told = dict(time.arguments)
            day, weekday = told.get("day"), told.get("weekday")
            digits = next((m for m in re.finditer(r"\d+", time.text) if isinstance(day, int) and int(m.group()) == day), None)
            if digits is None or weekday is not None or time.role != "at" or time.granularity != "day" or "month" not in told:
                continue
            new = rng.choice([d for d in range(1, 29) if abs(d - int(digits.group())) > 2])
            return _with(text, time.span, _in_digits_of(digits.group(), time.text, new))
    return None


def negated(text: Text) -> Text | None:
    """The same said not to have happened, where one word can say so and nothing is denied yet."""
    if {word.strip("،,.!?।۔«»\"'") for word in text.text.lower().split()} & set(_table()[text.lang]["no"]):
        return None
    for claim in _claims(text):
        for event in claim.all(Event):
            if event.negated:
                continue
            for pattern, put in _table()[text.lang]["negate"]:
                word = re.escape(event.text)
                found = re.compile(pattern.replace("{event}", word))
                changed = found.sub(put, text.text, count=1)
                if changed != text.text:
                    return replace(text, text=changed)
    return None


def in_other_script(text: Text, lang: str) -> Text | None:
    """The same with one known name written as ``lang`` writes it, if that is another script."""
    if {text.lang, lang} <= _ONE_SCRIPT:
        return None
    for claim in _claims(text):
        for name in claim.all(Name):
            ours, theirs = (_forms().get(name.key, {}).get(code, ()) for code in (text.lang, lang))
            if entry(name.key) and theirs and name.text in ours and theirs[0] not in ours:
                return _with(text, name.span, theirs[0])
    return None


def in_other_language(text: Text, lang: str, rows: Mapping[tuple[str, str], Mapping[str, str]]) -> Text | None:
    """The translation of a sentence of the five-way news; ``rows`` by language and text."""
    row = rows.get((text.lang, text.text))
    return Text(row[lang], lang, text.published) if row and lang != text.lang else None


def later(text: Text, days: int) -> Text:
    """The same, published some days later."""
    return replace(text, published=str(date.fromisoformat(text.published) + timedelta(days=days)))


def changed(pairs: Sequence[Labelled], rng: random.Random, share: float) -> list[Labelled]:
    """A share of the pairs, each changed in every way that fits, in their order."""
    made: list[Labelled] = []
    for pair in (p for p in pairs if rng.random() < share):
        made += [*_against_itself(pair, pair.a, rng), *_same_label(pair)]
    return made


def _against_itself(pair: Labelled, text: Text, rng: random.Random) -> list[Labelled]:
    """A claim beside itself with one thing changed, told in its own words and so by another source."""
    made = []
    for change, other in (("number", renumbered(text, rng)), ("polarity", negated(text)), ("date", redated(text, rng))):
        if other:
            made.append(Labelled(pair.fold, text, other, Verdict.CONTRADICTION, (change,), change))
    times = {time.span for claim in _claims(text) for time in claim.all(Time)}
    if len(times) < 2 and (grown := renumbered(text, rng, GROWING)):
        made.append(Labelled(pair.fold, text, later(grown, rng.randint(1, 6)), Verdict.TEMPORAL_SHIFT, (), "overtaken"))
    return made


def _same_label(pair: Labelled) -> list[Labelled]:
    """The pair told otherwise, its label kept."""
    made = []
    if "attribution" not in pair.types:
        made.append(replace(pair, b=attributed(pair.b), change="attributed"))
    if other := in_other_script(pair.a, pair.b.lang if pair.b.lang != pair.a.lang else "en"):
        made.append(replace(pair, a=other, change="other script"))
    return made


def _claims(text: Text) -> Sequence[Claim]:
    return sentence_claims(text.text, "a", text.lang)


def _with(text: Text, span: Span, words: str) -> Text:
    return replace(text, text=text.text[: span.start] + words + text.text[span.end :])


def _in_digits_of(digits: str, words: str, value: int) -> str:
    """The words with another number, in the digits of the script that they use."""
    zero = ord(digits[0]) - int(digits[0])
    return words.replace(digits, "".join(chr(zero + int(d)) for d in str(value)), 1)


def _one_form(value: int) -> bool:
    return value % 100 >= LEAST and value % 10 in (0, 5, 6, 7, 8, 9)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "changes.toml").read_text("utf-8"))


@cache
def _forms() -> dict[str, dict[str, tuple[str, ...]]]:
    """The forms of every name of the gazetteer by language."""
    lines = (files("claims") / "data" / "names.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["id"]: {lang: tuple(row[lang].split("|")) for lang in LANGUAGES if row[lang]} for row in rows}
