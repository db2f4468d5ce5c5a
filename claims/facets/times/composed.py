"""Times made of times: parts, limits, ranges, nights, and weeks of a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claims.facets.times.dates import date_value, month_value
from claims.facets.times.relative import ago_value, unit_value
from claims.facets.times.values import Argument, Builder, Groups, Value
from claims.model import TimeBasis

_DIVISIBLE = ("week", "month", "season", "year")


def _half(groups: Groups) -> Value | None:
    """First or second half of a month or year."""
    number = groups["ordinal"]
    return _part({**groups, "part": f"half{number}"}) if number in (1, 2) else None


def _part(groups: Groups) -> Value | None:
    whole = groups["any"] if "any" in groups else unit_value({"unit": groups["unit"]})
    if whole is None or "part" in whole.arguments or not (whole.granularity in _DIVISIBLE or whole.rule == "years"):
        return None
    if abs(int(whole.arguments.get("offset") or 0)) > 1:  # early three years ago
        return None
    return replace(whole.plus(part=groups["part"]), granularity="range")


def _nth_week(groups: Groups) -> Value | None:
    number, month = groups["ordinal"], month_value(groups)
    if month is None or groups["unit"] != "week" or number not in (-1, 1, 2, 3, 4):
        return None
    return replace(month.plus(part=f"week{number}"), granularity="week")


def _daypart(groups: Groups) -> Value | None:
    whole, daypart = groups["any"], groups["daypart"]
    return whole.plus(daypart=daypart) if whole.granularity == "day" else None


def _edition(groups: Groups) -> Value | None:
    """A bare year beside the event it names: only a year of our times, not a count."""
    year: Value = groups["any"]
    return year if year.rule == "absolute" and 1900 <= int(year.arguments["year"] or 0) < 2050 else None


def _compared(groups: Groups) -> Value | None:
    """A bare year that something is more or less than: one of this century; a round number is an amount."""
    year: Value = groups["any"]
    number = int(year.arguments.get("year") or 0)
    return year if year.rule == "absolute" and 2000 < number < 2050 and number % 50 else None


def _whole(groups: Groups) -> Value | None:
    """A time with words around it that add nothing."""
    whole: Value = groups["any"]
    return whole


def _night_into(groups: Groups) -> Value | None:
    """A night named by the day it ends on: that day and the one before."""
    whole = groups["any"]
    return replace(whole.plus(part="night_into"), granularity="range") if whole.granularity == "day" else None


def _bounded(whole: Value, bound: str) -> Value | None:
    """A time as a limit. "After yesterday", "before four months" are told from elsewhere."""
    if (
        whole.role == "duration"
        or "bound" in whole.arguments
        or (bound in ("after", "before") and (whole.rule == "offset" or not {"clock", "daypart"}.isdisjoint(whole.arguments)))
    ):
        return None
    if bound == "before" and whole.arguments.get("part") == "late":
        bound = "until"  # "before the end of the year" includes it
    return replace(whole.plus(bound=bound), role="until" if bound in ("until", "by", "before") else "since")


def _nights(groups: Groups) -> Value | None:
    """The night between two days."""
    return _range(groups) if groups["any"].granularity == groups["any2"].granularity == "day" else None


def _bound(groups: Groups) -> Value | None:
    return _bounded(groups["any"], groups["bound"])


def _limit(bound: str) -> Builder:
    return lambda groups: _bounded(groups["any"], bound)


def _range(groups: Groups) -> Value | None:
    first, last = groups["any"], groups["any2"]
    if not {first.role, last.role} <= {"at", "since", "until"} or "range" in (first.rule, last.rule):
        return None
    start, end = ({k: v for k, v in value.arguments.items() if k != "bound"} for value in (first, last))
    if last.rule == "absolute" and "month" in end and first.rule in ("month_day", "month"):
        turns = _place(start) > _place(end)  # 25 December to 5 January 2026
        start["year"] = int(end["year"] or 0) - turns
    flat: dict[str, Argument] = {"from.rule": first.rule, "to.rule": last.rule}
    flat |= {f"from.{k}": v for k, v in start.items()} | {f"to.{k}": v for k, v in end.items()}
    relative = TimeBasis.RELATIVE in (first.basis, last.basis)
    basis = TimeBasis.RELATIVE if relative else TimeBasis.EXPLICIT
    return Value("range", flat, "range", basis, tensed=first.tensed or last.tensed)


def _place(arguments: Mapping[str, Argument]) -> tuple[int, int]:
    """Where in the year a date stands."""
    return int(arguments["month"] or 0), int(arguments.get("day") or 1)


def _span(groups: Groups) -> Value | None:
    """3 to 5 May: two days of one month."""
    second = date_value({**groups, "day": groups["day2"]})
    first = date_value(groups)
    return None if first is None or second is None or groups["day"] >= groups["day2"] else _range({"any": first, "any2": second})


def _since_ago(groups: Groups) -> Value | None:
    value = ago_value(groups)
    return None if value is None else _bounded(value, "since")


COMPOSED: Mapping[str, Builder] = {
    **{bound: _limit(bound) for bound in ("after", "before", "by", "from", "since", "until")},
    "bound": _bound, "compared": _compared, "daypart": _daypart, "edition": _edition, "half": _half, "night_into": _night_into,
    "nights": _nights, "nth_week": _nth_week, "part": _part, "range": _range, "since_ago": _since_ago, "span": _span, "whole": _whole,
}  # fmt: skip
