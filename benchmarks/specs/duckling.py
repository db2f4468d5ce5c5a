"""Facebook's Duckling corpora (BSD-3): bare expressions with their values, as Haskell source.

In scope: days, weeks, months, quarters, years and intervals of them; numbers, money, distances, quantities and durations
of one unit; ordinals. Left out, with the reason: clock times, feasts, open ends at an hour, spans from now on, astronomical
seasons, English months and weekdays in small letters, amounts of units that news does not use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from benchmarks.specs import SMALL_LETTERS, UNITS, Amount, Days, Spec

PUBLISHED = date(2013, 2, 12)
_NAME = "duckling"
_BLOCK = re.compile(r"examples\s*\((?P<value>[^\[\]]*?)\)\s*\[(?P<texts>(?:\s*,?\s*\"(?:[^\"\\]|\\.)*\")+)\s*\]", re.DOTALL)
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_STAMP = re.compile(r"\(\s*(\d+),\s*(\d+),\s*(\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\s*\)")
_NUMBER = re.compile(r"\(?(-?\d+(?:\.\d+)?(?:e\d+)?)\)?")


def specs(folder: Path) -> Iterator[Spec]:
    """All examples of English, Hindi, Arabic and Russian."""
    for path in sorted(folder.glob("*_Corpus.hs")):
        topic, lang, _ = path.stem.split("_")
        source = path.read_text("utf-8")
        source = source[source.index("allExamples ::") if "allExamples ::" in source else 0 :]
        for block in _BLOCK.finditer(source):
            value = " ".join(block["value"].split())
            for text in _TEXT.findall(block["texts"]):
                yield _spec(topic, lang.lower(), value, re.sub(r"\\(\d+)", lambda m: chr(int(m[1])), text).replace('\\"', '"'))


def _spec(topic: str, lang: str, value: str, text: str) -> Spec:
    if topic == "Time":
        values, reason = _times(value)
        if not reason and SMALL_LETTERS.search(text):
            reason = "months and weekdays in small letters"
        return Spec(_NAME, "times", lang, text, text, PUBLISHED, values, reason)
    if topic == "Ordinal":
        number = _NUMBER.search(value)
        rank = int(Decimal(number[1])) if number else 0
        return Spec(_NAME, "ordinals", lang, text, text, None, frozenset({rank}), "" if 0 < rank < 1000 else "ordinal beyond a thousand")
    amounts, reason = _amounts(topic, value)
    return Spec(_NAME, "quantities", lang, text, text, None, amounts, reason)


def _times(value: str) -> tuple[frozenset[Days], str]:
    name, grain = value.split(" ", 1)[0], value.rsplit(" ", 1)[-1]
    stamps = [day for m in _STAMP.finditer(value) if (day := _day(*(int(part) for part in m.groups()[:3])))]
    if "Holiday" in name:
        return frozenset(), "feast"
    if grain not in ("Day", "Week", "Month", "Quarter", "Year"):
        return frozenset(), "clock time"
    if len(stamps) < 1 + (name == "datetimeInterval"):
        return frozenset(), "no days"
    if name == "datetimeOpenInterval":
        start = " After " in value
        return frozenset({(stamps[0], None) if start else (None, stamps[0]), (None, stamps[0] - timedelta(days=1))}), ""
    if name == "datetimeInterval":
        if 19 < stamps[0].day < 25 and 85 < (stamps[1] - stamps[0]).days < 97:
            return frozenset(), "astronomical season"
        if PUBLISHED <= stamps[0] <= PUBLISHED + timedelta(days=1):
            return frozenset(), "from now on: plans of an assistant"
        return frozenset({(stamps[0], stamps[1] - timedelta(days=1))}), ""
    return frozenset({(stamps[0], _end(stamps[0], grain))}), ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # the corpus holds a few days that do not exist
        return None


def _end(start: date, grain: str) -> date:
    if grain in ("Day", "Week"):
        return start + timedelta(days=6 if grain == "Week" else 0)
    months = start.year * 12 + start.month - 1 + {"Month": 1, "Quarter": 3, "Year": 12}[grain]
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


def _amounts(topic: str, value: str) -> tuple[frozenset[Amount], str]:
    words = value.replace("(", " ").replace(")", " ").split()
    numbers = [Decimal(m[1]) for m in _NUMBER.finditer(value.replace(",", " "))]
    if topic == "Numeral":
        exact = len(numbers) == 1 and numbers[0] >= 0 and (numbers[0] >= 1 or numbers[0] == 0)
        return (frozenset({(numbers[0], numbers[0], None)}), "") if exact else (frozenset(), "negative number or bare fraction")
    unit = UNITS.get(words[-1 if topic == "Duration" else 1].lower()) if len(words) > 1 else None
    if unit is None or not numbers:
        return frozenset(), "unit that news does not use"
    shape = words[0]
    low, high = numbers[0], numbers[-1]
    if shape == "under":
        return frozenset({(None, high, unit)}), ""
    if shape == "above":
        return frozenset({(low, None, unit)}), ""
    return frozenset({(low, high, unit)}), ""
