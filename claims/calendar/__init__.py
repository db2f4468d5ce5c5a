"""From symbolic times to days: ``resolve`` meets a ``Time`` with the day its text appeared.

A rule is one function from its arguments and the publication day to an interval; then ``part``
narrows it, ``bound`` opens one end. A text known to have appeared within an interval is resolved
at both ends: every rule is monotone, a later publication never gives an earlier result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from claims.calendar.parts import DAY, monday, narrowed, opened, plus_months
from claims.model import Interval, Time

Argument = int | str | bool | None
Arguments = Mapping[str, Argument]
Rule = Callable[[Arguments, date | None], Interval | None]

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_TOMORROW = 20
# How many times nearer an occurrence ahead must be than the last one. Even after a past verb ("the
# parade on 9 December was cancelled") a bare date is rather next week's than last year's.
_FUTURE_WEIGHTS = {"near": 1, "likely": 3, "past": _TOMORROW}
_WINDOW = range(-9, 10)  # years searched around the publication; 29 February needs eight


def resolve(time: Time, published: Interval | None) -> Interval | None:
    """The days a time means in a text that appeared at ``published``; ``None`` while that is unknown."""
    arguments = dict(time.arguments)
    timeless = _resolve(time.rule, arguments, None)
    if timeless is not None or published is None:
        return timeless
    first, last = (None if day is None else _resolve(time.rule, arguments, day) for day in (published.earliest, published.latest))
    if first is None and last is None:
        return None
    return Interval(first.earliest if first else None, last.latest if last else None)


def resolved(time: Time, published: Interval | None) -> Time:
    """The same time with its interval."""
    return replace(time, interval=resolve(time, published))


def _resolve(rule: str, arguments: Arguments, day: date | None) -> Interval | None:
    try:
        base = _RULES[rule](arguments, day)
    except (ValueError, OverflowError):  # before year 1 or after 9999
        return None
    if base is None:
        return None
    part, bound = arguments.get("part"), arguments.get("bound")
    return opened(narrowed(base, str(part)) if part else base, str(bound) if bound else "")


def _number(arguments: Arguments, name: str, default: int = 0) -> int:
    value = arguments.get(name, default)
    assert isinstance(value, int)
    return value


# --- rules ------------------------------------------------------------------------------------


def _absolute(arguments: Arguments, day: date | None) -> Interval | None:
    """A year, a month of a year, or a day of a year given by number or as an offset."""
    if "year" in arguments:
        year = _number(arguments, "year")
    elif "year_offset" in arguments and day is not None:
        year = day.year + _number(arguments, "year_offset")
    elif day is not None:
        return _recurring(arguments, day, lambda y: _in_year(arguments, y))
    else:
        return None
    return _in_year(arguments, year)


def _in_year(arguments: Arguments, year: int) -> Interval | None:
    if "season" in arguments:
        return _months(year, _SEASONS[str(arguments["season"])], 3)
    if "quarter" in arguments:
        return _months(year, 3 * _number(arguments, "quarter") - 2, 3)
    if "month" not in arguments:
        return _months(year, 1, 12)
    month = _number(arguments, "month")
    if "day" not in arguments:
        return _months(year, month, 1)
    try:
        return Interval.day(date(year, month, _number(arguments, "day")))
    except ValueError:
        return None


def _months(year: int, month: int, count: int) -> Interval:
    start = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    return Interval(start, plus_months(start, count) - DAY)


def _recurring(arguments: Arguments, day: date, in_year: Callable[[int], Interval | None]) -> Interval | None:
    """The occurrence of something yearly that the direction or a last/this/next points at."""
    occurrences = [i for offset in _WINDOW if (i := in_year(day.year + offset)) is not None]
    return _pick(occurrences, arguments, day)


def _pick(occurrences: list[Interval], arguments: Arguments, day: date) -> Interval | None:
    begun = [i for i in occurrences if i.earliest is not None and i.earliest <= day]
    over = [i for i in occurrences if i.latest is not None and i.latest < day]
    shift = arguments.get("shift")
    if shift == -1:
        return over[-1] if over else None
    if shift == 1:
        return next((i for i in occurrences if i not in begun), None)
    if arguments.get("direction") == "future":
        return next((i for i in occurrences if i not in over), None)
    weight = _FUTURE_WEIGHTS.get(str(arguments.get("direction")))
    if weight is None or (weight == _TOMORROW and "day" not in arguments):
        return begun[-1] if begun else None
    today = Interval.day(day)
    return min(occurrences, key=lambda i: i.gap_days(today) * (weight if today.before(i) else 1), default=None)


def _weekday(arguments: Arguments, day: date | None) -> Interval | None:
    if day is None:
        return None
    weekday = _number(arguments, "weekday")
    if "week_offset" in arguments:
        return Interval.day(monday(day) + timedelta(days=7 * _number(arguments, "week_offset") + weekday))
    start = monday(day)
    occurrences = [Interval.day(start + timedelta(days=7 * week + weekday)) for week in range(-2, 3)]
    if arguments.get("shift") == 1:  # nobody calls tomorrow "next Thursday"
        return next(i for i in occurrences if i.earliest is not None and i.earliest > day + DAY)
    return _pick(occurrences, arguments, day)


def _weekend(arguments: Arguments, day: date | None) -> Interval | None:
    if day is None:
        return None
    weekends = [Interval(start, start + DAY) for week in range(-2, 3) for start in [monday(day) + timedelta(days=7 * week + 5)]]
    return _pick(weekends, arguments, day)


def _offset(arguments: Arguments, day: date | None) -> Interval | None:
    """The calendar day, week, month or year so many before or after the current one."""
    if day is None:
        return None
    unit, count = str(arguments["unit"]), _number(arguments, "offset")
    if unit == "day":
        return Interval.day(day + timedelta(days=count))
    if unit == "week":
        start = monday(day) + timedelta(days=7 * count)
        return Interval(start, start + 6 * DAY)
    if unit == "month":
        return _months(day.year, day.month + count, 1)
    if unit == "quarter":
        return _months(day.year, 3 * ((day.month - 1) // 3 + count) + 1, 3)
    span = {"year": 1, "decade": 10, "century": 100}[unit]
    return _months((day.year // span + count) * span, 1, 12 * span)


def _month_offset(arguments: Arguments, day: date | None) -> Interval | None:
    if day is None:
        return None
    month = _months(day.year, day.month + _number(arguments, "offset"), 1)
    assert month.earliest is not None
    return Interval.day(month.earliest.replace(day=_number(arguments, "day")))


def _day_of_month(arguments: Arguments, day: date | None) -> Interval | None:
    """The 15th: of this month or its neighbours, by the direction."""
    if day is None:
        return None
    return _pick(list(_days_of_months(_number(arguments, "day"), day)), arguments, day)


def _days_of_months(number: int, day: date) -> Iterator[Interval]:
    for offset in range(-3, 4):
        start = plus_months(day.replace(day=1), offset)
        if (start + timedelta(days=number - 1)).month == start.month:
            yield Interval.day(start.replace(day=number))


def _stretch(arguments: Arguments, day: date | None) -> Interval | None:
    """The last or next so many units, from or to the publication."""
    if day is None:
        return None
    amount = _number(arguments, "amount")
    if arguments["unit"] == "month":
        other = plus_months(day, amount)
    else:
        other = day + timedelta(days=amount * (7 if arguments["unit"] == "week" else 1))
    return Interval(min(day, other), max(day, other))


def _years(arguments: Arguments, day: date | None) -> Interval | None:  # noqa: ARG001 - every rule has this shape
    return _months(_number(arguments, "year"), 1, 12 * (_number(arguments, "last_year") - _number(arguments, "year") + 1))


def _numeric(arguments: Arguments, day: date | None) -> Interval | None:  # noqa: ARG001
    """A date whose day and month could be swapped: from the earlier reading to the later."""
    year, month, number = (_number(arguments, name) for name in ("year", "month", "day"))
    both = sorted((date(year, month, number), date(year, number, month)))
    return Interval(both[0], both[1])


def _clock(arguments: Arguments, day: date | None) -> Interval | None:  # noqa: ARG001
    return None if day is None else Interval.day(day)


def _anniversary(arguments: Arguments, day: date | None) -> Interval | None:  # noqa: ARG001
    return None


def _range(arguments: Arguments, day: date | None) -> Interval | None:
    """From one time to the first such end after it; one that is ahead may have begun already."""
    shared = {k: v for k, v in arguments.items() if k == "direction"}
    start = {**shared, **{k[5:]: v for k, v in arguments.items() if k.startswith("from.")}}
    end = {**shared, **{k[3:]: v for k, v in arguments.items() if k.startswith("to.")}}
    if arguments.get("direction") == "future":
        last = _resolve(str(end["rule"]), end, day)
        before = last.latest if last else day
        first = _resolve(str(start["rule"]), {**start, "direction": "past"}, before if _turns(start) else day)
    else:
        first = _resolve(str(start["rule"]), start, day)
        after = first.earliest if first else day
        last = _resolve(str(end["rule"]), {**end, "direction": "future"}, after if _turns(end) else day)
    if first is None or last is None or (first.earliest and last.latest and last.latest < first.earliest):
        return None
    return Interval(first.earliest, last.latest)


def _turns(arguments: Arguments) -> bool:
    """Whether a direction chooses among occurrences; yesterday and 3 May 2024 have only one."""
    return arguments["rule"] in ("month_day", "month", "weekday", "season", "quarter", "day_of_month")


_RULES: Mapping[str, Rule] = {
    "absolute": _absolute, "anniversary": _anniversary, "clock": _clock, "day_of_month": _day_of_month, "month": _absolute,
    "month_day": _absolute, "month_offset": _month_offset, "numeric": _numeric, "offset": _offset, "quarter": _absolute,
    "range": _range, "season": _absolute, "stretch": _stretch, "weekday": _weekday, "weekend": _weekend, "years": _years,
}  # fmt: skip
