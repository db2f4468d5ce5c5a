"""What a time expression means: one builder a form, from the words' values to a symbolic value.

A builder gets the values of the capitalised words of its form and returns a ``Value``, or ``None``
where they make no date (31 February, "last 3 May"). Nothing here knows a language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from claims.model import TimeBasis

NOT_A_TIME = "not"

Argument = int | str | bool | None
Groups = Mapping[str, Any]

_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Value:
    """A ``Time`` without its words. ``tensed`` values still need a direction from the verb."""

    rule: str
    arguments: Mapping[str, Argument]
    granularity: str = "day"
    basis: TimeBasis = TimeBasis.EXPLICIT
    role: str = "at"
    tensed: bool = False

    def plus(self, **arguments: Argument) -> Value:
        """The same with more arguments."""
        return replace(self, arguments={**self.arguments, **arguments})


Builder = Callable[[Groups], Value | None]


def _year_of(groups: Groups) -> dict[str, Argument] | None:
    """The year a form gives: a number, or "last year" as an offset; ``None`` where the words clash."""
    if "year" in groups:
        return {"year": groups["year"]}
    if "shift" in groups:
        return {"year_offset": groups["shift"]} if groups.get("unit") == "year" else None
    return {}


def _exists(month: int, day: int, year: int = 2000) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _dated(arguments: dict[str, Argument], granularity: str) -> Value:
    explicit = "year" in arguments
    relative = "year_offset" in arguments
    rule = "absolute" if explicit else "month_day" if "day" in arguments else "month"
    basis = TimeBasis.EXPLICIT if explicit or not relative else TimeBasis.RELATIVE
    return Value(rule, arguments, granularity, basis, tensed=not explicit and not relative)


def date_value(groups: Groups) -> Value | None:
    """A day of a month, of a year where one is said."""
    if groups.get("month2", groups["month"]) != groups["month"]:  # two names of one month, or no date
        return None
    if "shift" in groups and "unit" not in groups and _exists(groups["month"], groups["day"]):  # next 24 November
        arguments = {name: groups[name] for name in ("month", "day", "shift")}
        return Value("month_day", arguments, "day", TimeBasis.RELATIVE, tensed=True)
    year = _year_of(groups)
    if year is None or not _exists(groups["month"], groups["day"], groups.get("year", 2000)):
        return None
    weekday = {"weekday": groups["weekday"]} if "weekday" in groups else {}
    return _dated({**year, **weekday, "month": groups["month"], "day": groups["day"]}, "day")


def month_value(groups: Groups) -> Value | None:
    """A month, of a year or beside today where said."""
    if "shift" in groups and "unit" not in groups:  # "last October"
        return Value("month", {"month": groups["month"], "shift": groups["shift"]}, "month", TimeBasis.RELATIVE, tensed=True)
    year = _year_of(groups)
    if year is None or groups.get("month2", groups["month"]) != groups["month"]:
        return None
    return _dated({**year, "month": groups["month"]}, "month")


def _numeric(groups: Groups) -> Value | None:
    year, month, day, either = groups["numdate"]
    if either:  # 01/02/2026 in a language that writes both orders
        return Value("numeric", {"year": year, "month": month, "day": day}, "range")
    return _dated({"year": year, "month": month, "day": day}, "day")


def _iso(groups: Groups) -> Value | None:
    return date_value({"year": groups["year"], "month": groups["monthno"], "day": groups["day"]})


def _dashed(groups: Groups) -> Value | None:
    return date_value({"day": groups["day"], "month": groups["monthno"], "year": groups["year"]})


def _day_of_month(groups: Groups) -> Value | None:
    """The 15th, this month's or last month's where said."""
    if groups.get("unit", "month") != "month":
        return None
    if "shift" in groups:
        return Value("month_offset", {"offset": groups["shift"], "day": groups["day"]}, "day", TimeBasis.RELATIVE)
    return Value("day_of_month", {"day": groups["day"]}, "day", TimeBasis.RELATIVE, tensed=True)


def _year(groups: Groups) -> Value | None:
    return Value("absolute", {"year": groups["year"]}, "year")


def _years(groups: Groups) -> Value | None:
    first = groups["year"]
    last = groups["year2"] if "year2" in groups else first - first % 100 + groups["yy"]
    if not first < last < first + 100 or ("yy" in groups and last != first + 1):
        return None
    return Value("years", {"year": first, "last_year": last}, "year")


def _decade(groups: Groups) -> Value | None:
    return Value("years", {"year": groups["decade"], "last_year": groups["decade"] + 9}, "range")


def _weekday(groups: Groups) -> Value | None:
    if "unit" in groups:  # "Friday of last week"
        if groups["unit"] != "week":
            return None
        return Value("weekday", {"weekday": groups["weekday"], "week_offset": groups["shift"]}, "day", TimeBasis.RELATIVE)
    shift = {"shift": groups["shift"]} if "shift" in groups else {}
    return Value("weekday", {"weekday": groups["weekday"], **shift}, "day", TimeBasis.RELATIVE, tensed=True)


def _deictic(groups: Groups) -> Value | None:
    day = groups["deictic"]
    if isinstance(day, str):  # "±1": yesterday or tomorrow by the verb
        return Value("offset", {"unit": "day", "either": int(day.lstrip("±"))}, "day", TimeBasis.RELATIVE, tensed=True)
    return Value("offset", {"unit": "day", "offset": day}, "day", TimeBasis.RELATIVE)


def _part_of_day(groups: Groups) -> Value | None:
    """A part of today or yesterday: tonight, last night."""
    offset, daypart = groups["shift"], groups["daypart"]
    if offset > 0 or (offset < 0 and daypart not in ("evening", "night")):
        return None
    return Value("offset", {"unit": "day", "offset": offset, "daypart": daypart}, "day", TimeBasis.RELATIVE)


def unit_value(groups: Groups) -> Value | None:
    """A calendar unit: this week, last year."""
    unit, shift = groups["unit"], groups.get("shift", 0)
    if unit == "weekend":
        return _weekend(groups)
    if unit in ("hour", "minute", "second") or (unit == "day" and shift):
        return None  # "the next day" is told from another day, not from today
    granularity = unit if unit in ("day", "week", "month", "year") else "range"
    return Value("offset", {"unit": unit, "offset": shift}, granularity, TimeBasis.RELATIVE)


def _weekend(groups: Groups) -> Value | None:
    if groups["unit"] != "weekend":
        return None
    given = {"shift": groups["shift"]} if "shift" in groups else {}
    return Value("weekend", given, "range", TimeBasis.RELATIVE, tensed=True)


def _amount(groups: Groups) -> tuple[int, str] | None:
    """How many of which unit: two years, a dual, a year and a half."""
    if "dual" in groups:
        number, unit = groups["dual"]
    else:
        number, unit = groups.get("number", 1), groups["unit"] if "unit" in groups else groups["unit2"]
    if unit in ("minute", "second", "weekend"):
        return None
    if unit == "hour":
        number, unit = -(-number // 24), "day"
    if unit not in ("day", "week"):
        number, unit = number * _MONTHS_OF[unit], "month"
    elif number != int(number):
        number, unit = number * {"day": 1, "week": 7}[unit], "day"
    return (int(number), unit) if 0 < number < 36000 else None


def ago_value(groups: Groups, sign: int = -1) -> Value | None:
    """So many units before (or, with ``sign``, after) now: the calendar unit that lies there."""
    amount = _amount(groups)
    if amount is None:
        return None
    number, unit = amount
    if unit == "month" and number % 12 == 0:
        number, unit = number // 12, "year"
    return Value("offset", {"unit": unit, "offset": sign * number}, unit, TimeBasis.RELATIVE)


def _hence(groups: Groups) -> Value | None:
    value = ago_value(groups, 1)
    return None if value is None else value.plus(needs="future")


def _past(groups: Groups, sign: int = -1) -> Value | None:
    if groups.get("shift", sign) != sign:
        return None
    amount = _amount(groups)
    if amount is None:
        return None
    arguments: dict[str, Argument] = {"unit": amount[1], "amount": sign * amount[0]}
    return Value("stretch", arguments, "range", TimeBasis.RELATIVE, "duration")


def _stretch(groups: Groups) -> Value | None:
    """Units before or after now: the last four months, the next two days."""
    return _past(groups, groups["shift"]) if groups["shift"] else None


def _season(groups: Groups) -> Value | None:
    arguments: dict[str, Argument] = {"season": groups["season"]}
    if "shift" in groups and groups.get("unit", "season") == "season":
        return Value("season", {**arguments, "shift": groups["shift"]}, "season", TimeBasis.RELATIVE, tensed=True)
    year = _year_of(groups)
    return None if year is None else Value("season", {**arguments, **year}, "season", tensed=not year)


def _quarter(groups: Groups) -> Value | None:
    number = groups.get("qcode", groups.get("ordinal"))
    units = [groups[name] for name in ("unit", "unit2") if name in groups]
    if "shift" in groups and "year" in units:
        units.remove("year")
        groups = {**groups, "unit": "year"}
    year = _year_of(groups)
    if year is None or number not in (1, 2, 3, 4) or any(unit != "quarter" for unit in units):
        return None
    return Value("quarter", {"quarter": number, **year}, "range", tensed=not year)


def _not(groups: Groups) -> Value | None:  # noqa: ARG001 - every builder has this shape
    """Words that look like a time and are none: they are passed over."""
    return Value(NOT_A_TIME, {})


def _anniversary(groups: Groups) -> Value | None:
    return Value("anniversary", {"number": groups.get("ordinal")}, "day", TimeBasis.RELATIVE, "anniversary")


DATES: Mapping[str, Builder] = {
    "ago": ago_value, "anniversary": _anniversary, "dashed": _dashed, "date": date_value, "day_of_month": _day_of_month,
    "decade": _decade, "deictic": _deictic, "hence": _hence, "iso": _iso, "month": month_value, "not": _not, "numeric": _numeric,
    "part_of_day": _part_of_day, "past": _past, "quarter": _quarter, "season": _season, "stretch": _stretch, "unit": unit_value,
    "weekday": _weekday, "weekend": _weekend, "year": _year, "years": _years,
}  # fmt: skip
