"""Microsoft's Recognizers-Text specifications (MIT): sentences with a reference day and the values in them.

In scope: dates and ranges of days (``date``, ``daterange``), numbers, percentages, amounts of money, dimensions, ages,
temperatures, ordinals. Left out, with the reason: clock times and spans of hours, which we keep beside a day; durations and
repetitions ("every Monday"), which are no times of an event; feasts; what an assistant is told to plan from now on; halves
of a period, where our convention is thirds; weekends and seasons by other bounds; dates of digits that could be anything;
English months and weekdays in small letters; fractions told by slashes, powers and negative numbers without a unit; values
that the specification itself marks as not checked; units that news does not use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from benchmarks.specs import SMALL_LETTERS, UNITS, Amount, Days, Spec

LANGUAGES = {"English": "en", "Hindi": "hi", "Arabic": "ar"}
_NAME = "recognizers"
_DATES = ("DateParser", "DatePeriodParser", "DateTimeParser", "DateTimePeriodParser", "DateTimeModel", "HolidayParser")
_NUMBERS = ("NumberModel", "PercentModel", "OrdinalModel")
_REASONS = {
    "time": "clock time", "timerange": "clock time", "datetime": "clock time", "datetimerange": "clock time", "duration": "duration",
    "set": "repetition", "timezone": "time zone", "datetimealt": "alternatives",
}  # fmt: skip
_FEAST = re.compile(r"XXXX-\d\d-WXX-\d-#|christmas|thanksgiving|easter|new year|valentine|halloween|hallow|day$|eve$", re.IGNORECASE)


def specs(folder: Path) -> Iterator[Spec]:
    """All specifications of the three languages."""
    for name, lang in LANGUAGES.items():
        for stem in _DATES:
            for row in _rows(folder / "DateTime" / name / f"{stem}.json"):
                yield from _times(row, lang, feast=stem == "HolidayParser")
        for stem in _NUMBERS:
            for row in _rows(folder / "Number" / name / f"{stem}.json"):
                yield from _amounts(row, lang)
        for path in sorted((folder / "NumberWithUnit" / name).glob("*.json")):
            for row in _rows(path):
                yield from _amounts(row, lang)


def _rows(path: Path) -> list[Mapping[str, Any]]:
    return json.loads(path.read_text("utf-8-sig")) if path.is_file() else []


def _times(row: Mapping[str, Any], lang: str, *, feast: bool) -> Iterator[Spec]:
    published = date.fromisoformat(row.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
    for result in row["Results"]:
        kind = (result.get("Type") or result.get("TypeName") or "").removeprefix("datetimeV2.")
        found = result.get("Value") or result.get("Resolution")
        found = found if isinstance(found, dict) else {}
        values = frozenset(days for each in _resolutions(found) for days in _days(each))
        reason = _REASONS.get(kind, "")
        if kind not in ("date", "daterange"):
            reason = reason or "no date"
        elif feast or _FEAST.search(str(found.get("Timex") or "")):
            reason = "feast"
        elif row.get("IgnoreResolution"):
            reason = "value not checked by the specification"
        elif not values or any(day is not None and day.year < 2 for days in values for day in days):
            reason = "no days"
        else:
            reason = _convention(
                result["Text"], str(found.get("Timex") or next(iter(found.get("values", ({},))), {}).get("timex")), values, published
            )
        yield Spec(_NAME, "times", lang, row["Input"], result["Text"], published, values, reason)


def _convention(words: str, timex: str, values: frozenset[Days], published: date) -> str:
    """Why an expression is read otherwise on purpose, or stands in no news; empty where it is in scope."""
    starts = {start for start, _ in values}
    if (
        re.fullmatch(r"[\d\s./-]+", words)
        and not re.match(r"\d{4}-\d\d-\d\d$", words.strip())
        and not re.search(r"[./-](?:19|20)\d\d$", words)
    ):
        return "digits that could be anything, or a day without its year"
    if SMALL_LETTERS.search(words):
        return "months and weekdays in small letters"
    if timex.startswith("(") and not starts.isdisjoint({published, published + timedelta(days=1)}):
        return "from now on: plans of an assistant"
    whole = re.fullmatch(r"(?:\d{4}|XXXX)(-\d\d|-W\d\d|-WXX-\d)?", timex)
    if whole and any(start and end and (end - start).days in range(1, 340) and not _is_whole(start, end) for start, end in values):
        return "halves of a period, where we read thirds"
    if "WE" in timex or re.search(r"-(?:SP|SU|FA|WI)$", timex):
        return "weekend or season of the specification's own bounds"
    return ""


def _is_whole(start: date, end: date) -> bool:
    """Whether two days bound a week, a month or a year, the last of them counted or not."""
    following = end + timedelta(days=1)
    return (end - start).days in (6, 7) or (start.day == 1 and 1 in (end.day, following.day))


def _resolutions(found: Mapping[str, Any]) -> Iterator[Mapping[str, str]]:
    yield from found.get("values", ())
    yield from (found[name] for name in ("FutureResolution", "PastResolution") if name in found)


def _days(each: Mapping[str, str]) -> Iterator[Days]:
    """The days of a resolution; where a span ends on a day that may be in it or the first after it, both readings."""
    day = _date(each.get("value") or each.get("date"))
    if day is not None:
        yield day, day
    start, end = (_date(each.get(name) or each.get(f"{name}Date")) for name in ("start", "end"))
    if start is not None or end is not None:
        yield start, None if end is None else end - timedelta(days=1)
        yield start, end
        if end is not None and end.day == 1:  # "from March to May": we count the month or year that is named last
            yield start, date(end.year + end.month // 12, end.month % 12 + 1, 1) - timedelta(days=1)
            if end.month == 1:
                yield start, date(end.year, 12, 31)


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _amounts(row: Mapping[str, Any], lang: str) -> Iterator[Spec]:
    for result in row["Results"]:
        resolution = result.get("Resolution") or {}
        kind = "ordinals" if result["TypeName"].startswith("ordinal") else "quantities"
        value, reason = _decimal(str(resolution.get("value", "")).rstrip("%")), ""
        unit = resolution.get("unit")
        if row.get("IgnoreResolution"):
            reason = "value not checked by the specification"
        elif value is None:
            reason = "no single value"
        elif unit is not None and unit.lower() not in UNITS:
            reason = "unit that news does not use"
        elif re.search(r"\d\s*/\s*\d|\^|[eE][+-]?\d", result["Text"]) or (value < 0 and unit is None):
            reason = "fraction with a slash, power or negative number"
        elif value != value.to_integral_value() and abs(value) < 1 and "." not in result["Text"]:
            reason = "fraction of nothing"
        elif kind == "ordinals" and (result["TypeName"] != "ordinal" or not 0 < value < 1000):
            reason = "ordinal beyond a thousand, or relative to another"
        ours = "percent" if result["TypeName"] == "percentage" else UNITS.get(unit.lower()) if unit else None
        if kind == "ordinals":
            yield Spec(_NAME, kind, lang, row["Input"], result["Text"], None, frozenset({int(value or 0)} if not reason else ()), reason)
        else:
            values: frozenset[Amount] = frozenset() if value is None else frozenset({(value, value, ours)})
            yield Spec(_NAME, kind, lang, row["Input"], result["Text"], None, values, reason)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
