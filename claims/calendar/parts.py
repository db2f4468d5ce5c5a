"""Parts of an interval, and intervals as limits."""

from __future__ import annotations

from datetime import date, timedelta

from claims.model import Interval

DAY = timedelta(days=1)
_SIXTHS = {"early": (0, 2), "mid": (2, 4), "late": (4, 6), "half1": (0, 3), "half2": (3, 6)}


def narrowed(whole: Interval, part: str) -> Interval:
    """A part of an interval: ``early``, ``half1``, ``week2``, ``weekday1.6`` (the first Sunday), ``night_into``."""
    start, end = whole.earliest, whole.latest
    if start is None or end is None:
        return whole
    if part == "night_into":
        return Interval(start - DAY, end)
    if part.startswith("weekday"):
        return _nth_weekday(start, end, *map(int, part.removeprefix("weekday").split(".")))
    if part.startswith("week"):
        number = int(part[4:])
        if number < 0:
            return Interval(end - 6 * DAY, end)
        return Interval(start + timedelta(days=7 * number - 7), start + timedelta(days=7 * number - 1))
    days, months = (end - start).days + 1, 12 * (end.year - start.year) + end.month - start.month + 1
    if months > 1 and days > 7:
        cuts = [plus_months(start, months * sixth // 6) for sixth in range(7)]
    else:
        cuts = [start + offset * DAY for offset in ((0, 5, 10, 15, 20, 25) if days > 7 else (0, 1, 2, 3, 4, 5))] + [end + DAY]
    first, last = _SIXTHS[part]
    return Interval(cuts[first], cuts[last] - DAY)


def _nth_weekday(start: date, end: date, number: int, weekday: int) -> Interval:
    """The day between two that is the so-many-eth of its weekday; -1 is the last."""
    first = start + timedelta(days=(weekday - start.weekday()) % 7)
    last = end - timedelta(days=(end.weekday() - weekday) % 7)
    return Interval.day(last if number < 0 else first + timedelta(days=7 * number - 7))


def opened(whole: Interval, bound: str) -> Interval:
    """An interval as a limit: ``since`` opens its end, ``by`` its beginning; ``after`` and ``before`` exclude it."""
    start, end = whole.earliest, whole.latest
    if bound in ("since", "from"):
        return Interval(start, None)
    if bound in ("until", "by"):
        return Interval(None, end)
    if bound == "after":
        return Interval(None if end is None else end + DAY, None)
    if bound == "before":
        return Interval(None, None if start is None else start - DAY)
    return whole


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def plus_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - DAY).day
    return date(year, month + 1, min(day.day, last))
