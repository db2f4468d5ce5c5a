"""Symbolic times become days: rules, parts, bounds, and what holds of all of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.calendar import Argument, resolve, resolved
from claims.calendar.moments import moment
from claims.model import Interval, Span, Time

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
DIRECTIONS = st.sampled_from(("past", "future", "near"))
SHIFTS = st.sampled_from((None, -1, 1))


def time(rule: str, **arguments: Argument) -> Time:
    return Time(Span(0, 1), "x", rule, tuple(sorted((k.replace("__", "."), v) for k, v in arguments.items() if v is not None)))


def days(rule: str, published: str, **arguments: Argument) -> str:
    return str(resolve(time(rule, **arguments), Interval.day(date.fromisoformat(published))))


SYMBOLIC = st.one_of(
    st.builds(lambda m, d, to: time("month_day", month=m, day=d, direction=to), st.integers(1, 12), st.integers(1, 28), DIRECTIONS),
    st.builds(lambda m, to, s: time("month", month=m, direction=to, shift=s), st.integers(1, 12), DIRECTIONS, SHIFTS),
    st.builds(lambda m, y: time("month", month=m, year_offset=y), st.integers(1, 12), st.integers(-2, 2)),
    st.builds(lambda w, to, s: time("weekday", weekday=w, direction=to, shift=s), st.integers(0, 6), DIRECTIONS, SHIFTS),
    st.builds(lambda w, o: time("weekday", weekday=w, week_offset=o), st.integers(0, 6), st.integers(-2, 2)),
    st.builds(
        lambda u, o: time("offset", unit=u, offset=o),
        st.sampled_from(("day", "week", "month", "quarter", "year", "decade")),
        st.integers(-20, 20),
    ),
    st.builds(lambda u, a: time("stretch", unit=u, amount=a), st.sampled_from(("day", "week", "month")), st.integers(-40, 40)),
    st.builds(lambda s, to: time("season", season=s, direction=to), st.sampled_from(("spring", "summer", "autumn", "winter")), DIRECTIONS),
    st.builds(lambda q, to: time("quarter", quarter=q, direction=to), st.integers(1, 4), DIRECTIONS),
    st.builds(lambda d, to: time("day_of_month", day=d, direction=to), st.integers(1, 31), DIRECTIONS),
    st.builds(lambda to, s: time("weekend", direction=to, shift=s), DIRECTIONS, SHIFTS),
    st.builds(lambda w: time("clock", clock="09:30", weekday=w), st.integers(0, 6)),
)


@given(SYMBOLIC, DAYS, st.integers(0, 800))
def test_later_publication_never_gives_an_earlier_time(symbolic: Time, published: date, later: int) -> None:
    first = resolve(symbolic, Interval.day(published))
    second = resolve(symbolic, Interval.day(published + timedelta(days=later)))
    assert first is not None
    assert second is not None
    assert first.earliest is not None
    assert first.latest is not None
    assert second.earliest is not None
    assert second.latest is not None
    assert first.earliest <= second.earliest
    assert first.latest <= second.latest


@given(SYMBOLIC, DAYS, st.integers(0, 60), st.integers(0, 60))
def test_wide_publication_covers_every_day_in_it(symbolic: Time, published: date, wide: int, inside: int) -> None:
    whole = resolve(symbolic, Interval(published, published + timedelta(days=wide)))
    one = resolve(symbolic, Interval.day(published + timedelta(days=min(inside, wide))))
    assert whole is not None
    assert one is not None
    assert whole.contains(one)


@given(DAYS, st.integers(0, 6), DIRECTIONS, SHIFTS)
def test_weekday_of_a_known_day_is_one_day_of_that_name(published: date, weekday: int, direction: str, shift: int | None) -> None:
    found = resolve(time("weekday", weekday=weekday, direction=direction, shift=shift), Interval.day(published))
    assert found is not None
    assert found.is_day
    assert found.earliest is not None
    assert found.earliest.weekday() == weekday
    assert abs((found.earliest - published).days) <= (8 if shift == 1 else 7)  # tomorrow is not "next" Thursday


@given(DAYS, st.integers(-400, 400))
def test_day_in_gives_day_out(published: date, offset: int) -> None:
    found = resolve(time("offset", unit="day", offset=offset), Interval.day(published))
    assert found == Interval.day(published + timedelta(days=offset))


@pytest.mark.parametrize(
    ("published", "arguments", "expected"),
    [
        ("2026-01-28", {"weekday": 2, "direction": "past"}, "2026-01-28"),
        ("2026-01-28", {"weekday": 2, "direction": "future"}, "2026-01-28"),
        ("2026-01-28", {"weekday": 3, "direction": "past"}, "2026-01-22"),
        ("2026-01-28", {"weekday": 3, "direction": "future"}, "2026-01-29"),
        ("2026-01-28", {"weekday": 2, "shift": -1}, "2026-01-21"),
        ("2026-01-28", {"weekday": 2, "shift": 1}, "2026-02-04"),
        ("2026-01-28", {"weekday": 4, "week_offset": -1}, "2026-01-23"),
    ],
)
def test_weekdays(published: str, arguments: dict[str, Argument], expected: str) -> None:
    assert days("weekday", published, **arguments) == expected


@pytest.mark.parametrize(
    ("rule", "arguments", "expected"),
    [
        ("absolute", {"year": 2024, "month": 2}, "2024-02-01 to 2024-02-29"),
        ("absolute", {"year": 2024, "part": "late"}, "2024-09-01 to 2024-12-31"),
        ("absolute", {"year": 2024, "part": "half1"}, "2024-01-01 to 2024-06-30"),
        ("month", {"month": 2, "direction": "past", "part": "late"}, "2025-02-21 to 2025-02-28"),
        ("month", {"month": 5, "direction": "past", "part": "mid"}, "2025-05-11 to 2025-05-20"),
        ("month", {"month": 5, "direction": "past", "part": "week-1"}, "2025-05-25 to 2025-05-31"),
        ("month_day", {"month": 2, "day": 29, "direction": "past"}, "2024-02-29"),
        ("month_day", {"month": 2, "day": 29, "direction": "future"}, "2028-02-29"),
        ("month_day", {"month": 12, "day": 30, "direction": "near"}, "2025-12-30"),
        ("month_day", {"month": 2, "day": 3, "direction": "near"}, "2026-02-03"),
        ("offset", {"unit": "week", "offset": -1}, "2026-01-19 to 2026-01-25"),
        ("offset", {"unit": "month", "offset": -13}, "2024-12-01 to 2024-12-31"),
        ("offset", {"unit": "decade", "offset": -1}, "2010-01-01 to 2019-12-31"),
        ("stretch", {"unit": "month", "amount": -11}, "2025-02-28 to 2026-01-28"),
        ("season", {"season": "winter", "direction": "past"}, "2025-12-01 to 2026-02-28"),
        ("season", {"season": "autumn", "shift": -1}, "2025-09-01 to 2025-11-30"),
        ("quarter", {"quarter": 4, "year_offset": -1}, "2025-10-01 to 2025-12-31"),
        ("numeric", {"year": 2025, "month": 5, "day": 3}, "2025-03-05 to 2025-05-03"),
        ("years", {"year": 2022, "last_year": 2023}, "2022-01-01 to 2023-12-31"),
        ("absolute", {"year": 2027, "bound": "after"}, "2028-01-01 to …"),
        ("absolute", {"year": 2027, "bound": "before"}, "… to 2026-12-31"),
        ("absolute", {"year": 2027, "bound": "since"}, "2027-01-01 to …"),
        ("absolute", {"year": 2027, "bound": "until"}, "… to 2027-12-31"),
        ("weekday", {"weekday": 1, "direction": "past", "part": "night_into"}, "2026-01-26 to 2026-01-27"),
    ],
)
def test_rules_parts_and_bounds(rule: str, arguments: dict[str, Argument], expected: str) -> None:
    assert days(rule, "2026-01-28", **arguments) == expected


def test_range_across_new_year_keeps_its_order() -> None:
    ends: dict[str, Argument] = {
        "from__rule": "month_day",
        "from__month": 12,
        "from__day": 25,
        "to__rule": "month_day",
        "to__month": 1,
        "to__day": 5,
    }
    assert days("range", "2026-01-28", direction="past", **ends) == "2025-12-25 to 2026-01-05"
    assert days("range", "2026-01-28", direction="future", **ends) == "2026-12-25 to 2027-01-05"


def test_range_under_way_contains_the_publication() -> None:
    ends: dict[str, Argument] = {
        "from__rule": "month_day",
        "from__month": 1,
        "from__day": 25,
        "to__rule": "month_day",
        "to__month": 2,
        "to__day": 8,
    }
    assert days("range", "2026-01-28", direction="past", **ends) == "2026-01-25 to 2026-02-08"
    assert days("range", "2026-01-28", direction="future", **ends) == "2026-01-25 to 2026-02-08"


def test_symbolic_time_without_publication_is_unresolved() -> None:
    assert resolve(time("offset", unit="day", offset=-1), None) is None
    assert resolved(time("offset", unit="day", offset=-1), None).interval is None


def test_absolute_time_ignores_publication() -> None:
    symbolic = time("absolute", year=2021, month=5, day=5)
    assert resolve(symbolic, None) == resolve(symbolic, Interval.day(date(2026, 1, 28))) == Interval.day(date(2021, 5, 5))


def test_half_open_publication_leaves_that_end_open() -> None:
    yesterday = time("offset", unit="day", offset=-1)
    assert resolve(yesterday, Interval(None, date(2026, 1, 28))) == Interval(None, date(2026, 1, 27))
    assert resolve(yesterday, Interval(None, None)) is None


def test_date_outside_the_calendar_is_unresolved() -> None:
    assert resolve(time("offset", unit="century", offset=-30), Interval.day(date(2026, 1, 28))) is None


@pytest.mark.parametrize(
    ("clock", "zone", "expected"),
    [
        ("21:47", "+00:00", "2025-03-10 21:47"),
        ("02:47", "+05:00", "2025-03-09 21:47"),
        ("22:15", "-05:00", "2025-03-11 03:15"),
        ("21:47", "local", None),
        ("21:47", None, None),
    ],
)
def test_a_zone_can_move_the_day(clock: str, zone: str | None, expected: str | None) -> None:
    arguments = tuple((name, value) for name, value in (("clock", clock), ("zone", zone)) if value)
    found = moment(Time(Span(0, 1), "x", "clock", arguments, interval=Interval.day(date(2025, 3, 10))))
    assert (None if found is None else f"{found:%Y-%m-%d %H:%M}") == expected
