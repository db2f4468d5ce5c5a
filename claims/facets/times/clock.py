"""Clock times: kept as arguments of the day they belong to (``clock`` 21:47, ``zone`` +03:00).

Without a day the clock's day is the publication's, which is a guess and is marked as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claims.facets.times.values import Argument, Builder, Groups, Value
from claims.model import TimeBasis

_LATE_PARTS = ("afternoon", "evening")


def _minutes(groups: Groups) -> int | None:
    """Minutes since midnight as the words give them, before any half of the day is considered."""
    said = groups.get("clock", groups.get("dotclock"))
    if said is not None:
        hours, _, minutes = str(said).partition(":")
        return int(hours) * 60 + int(minutes)
    hour = groups.get("hour", groups.get("number"))
    if hour is None or hour != int(hour) or not 0 <= hour <= 24:
        return None
    if {"unit", "unit2"} <= groups.keys() and (groups["unit"], groups["unit2"]) != ("hour", "minute"):
        return None
    if groups.get("unit", "hour") not in (("minute", "hour") if "number2" in groups else ("hour",)):
        return None
    return int(hour) * 60 + int(groups.get("clockmod", 0)) + int(groups.get("number2", 0))


def _in_half(minutes: int, half: str | None, daypart: str) -> int:
    hour = minutes // 60
    if half == "pm" or daypart in _LATE_PARTS or (daypart == "night" and 7 <= hour < 12):
        return minutes + 720 if hour < 12 else minutes
    midnight = half == "am" or daypart == "night"
    return minutes - 720 if midnight and hour == 12 else minutes


def _clock(groups: Groups) -> Value | None:
    minutes = _minutes(groups)
    day: Value | None = groups.get("any")
    if minutes is None or (day is not None and (day.granularity != "day" or "bound" in day.arguments or "clock" in day.arguments)):
        return None
    daypart = str(groups.get("daypart") or (day.arguments.get("daypart", "") if day is not None else ""))
    minutes = _in_half(minutes, groups.get("meridiem"), daypart)
    if not 0 <= minutes <= 1440:
        return None
    arguments: dict[str, Argument] = {"clock": f"{minutes // 60:02}:{minutes % 60:02}"}
    if "zone" in groups:
        arguments["zone"] = groups["zone"]
    if daypart:
        arguments["daypart"] = daypart
    if day is None:
        return Value("clock", arguments, "day", TimeBasis.DEFAULT)
    return replace(day.plus(**arguments), granularity="day")


CLOCKS: Mapping[str, Builder] = {"clock": _clock}
