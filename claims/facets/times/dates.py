"""Times that the calendar names: days, months, years, seasons, quarters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from claims.facets.times.relative import unit_value
from claims.facets.times.values import Argument, Builder, Groups, Value
from claims.model import TimeBasis


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


def _decade_of(groups: Groups) -> Value | None:
    """A decade told by its first year or by its tens: "1980 के दशक", "नब्बे के दशक"."""
    first = groups["year"] if "year" in groups else 1900 + int(groups.get("tens", groups.get("yy")) or 0)
    return None if groups.get("unit", "decade") != "decade" or first % 10 else _decade({"decade": first})


def _nth_weekday(groups: Groups) -> Value | None:
    """The first Sunday of a month."""
    number, month = groups["ordinal"], month_value(groups) if "month" in groups else unit_value(groups)
    if month is None or month.granularity != "month" or number not in (-1, 1, 2, 3, 4):
        return None
    return replace(month.plus(part=f"weekday{number}.{groups['weekday']}"), granularity="day")


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


DATES: Mapping[str, Builder] = {
    "dashed": _dashed, "date": date_value, "decade": _decade, "decade_of": _decade_of, "iso": _iso, "month": month_value,
    "nth_weekday": _nth_weekday, "numeric": _numeric, "quarter": _quarter, "season": _season, "year": _year, "years": _years,
}  # fmt: skip
