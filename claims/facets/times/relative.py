"""Times told from the day of publication: weekdays, yesterday, last month, three years ago."""

from __future__ import annotations

from collections.abc import Mapping

from claims.facets.times.values import NOT_A_TIME, Argument, Builder, Groups, Value
from claims.model import TimeBasis

_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def _day_of_month(groups: Groups) -> Value | None:
    """The 15th, this month's or last month's where said."""
    if groups.get("unit", "month") != "month":
        return None
    if "shift" in groups:
        return Value("month_offset", {"offset": groups["shift"], "day": groups["day"]}, "day", TimeBasis.RELATIVE)
    return Value("day_of_month", {"day": groups["day"]}, "day", TimeBasis.RELATIVE, tensed=True)


def _weekday(groups: Groups) -> Value | None:
    if "unit" in groups:  # "Friday of last week"
        if groups["unit"] != "week":
            return None
        return Value("weekday", {"weekday": groups["weekday"], "week_offset": groups["shift"]}, "day", TimeBasis.RELATIVE)
    shift = {"shift": groups["shift"]} if "shift" in groups else {}
    if shift.get("shift") == 0:  # "this Thursday": the coming one unless a verb looks back
        return Value("weekday", {"weekday": groups["weekday"], "this": True}, "day", TimeBasis.RELATIVE, tensed=True)
    return Value("weekday", {"weekday": groups["weekday"], **shift}, "day", TimeBasis.RELATIVE, tensed=True)


def _deictic(groups: Groups) -> Value | None:
    day = groups["deictic"]
    daypart = {"daypart": groups["daypart"]} if "daypart" in groups else {}
    if isinstance(day, str):  # "±1": yesterday or tomorrow by the verb
        return Value("offset", {"unit": "day", "either": int(day.lstrip("±")), **daypart}, "day", TimeBasis.RELATIVE, tensed=True)
    return Value("offset", {"unit": "day", "offset": day, **daypart}, "day", TimeBasis.RELATIVE)


def _part_of_day(groups: Groups) -> Value | None:
    """A part of today or yesterday: tonight, last night."""
    offset, daypart = groups["shift"], groups["daypart"]
    if offset > 0 or (offset < 0 and daypart not in ("evening", "night")):
        return None
    return Value("offset", {"unit": "day", "offset": offset, "daypart": daypart}, "day", TimeBasis.RELATIVE)


def _overnight(groups: Groups) -> Value | None:  # noqa: ARG001 - every builder has this shape
    """The night before: it began yesterday and ended today."""
    return Value("offset", {"unit": "day", "offset": 0, "part": "night_into"}, "range", TimeBasis.RELATIVE)


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


def _not(groups: Groups) -> Value | None:  # noqa: ARG001 - every builder has this shape
    """Words that look like a time and are none: they are passed over."""
    return Value(NOT_A_TIME, {})


def _anniversary(groups: Groups) -> Value | None:
    return Value("anniversary", {"number": groups.get("ordinal")}, "day", TimeBasis.RELATIVE, "anniversary")


RELATIVE: Mapping[str, Builder] = {
    "ago": ago_value, "anniversary": _anniversary, "day_of_month": _day_of_month, "deictic": _deictic, "hence": _hence, "not": _not,
    "overnight": _overnight, "part_of_day": _part_of_day,
    "past": _past, "stretch": _stretch, "unit": unit_value, "weekday": _weekday, "weekend": _weekend,
}  # fmt: skip
