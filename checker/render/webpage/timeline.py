"""When each source appeared and what times its claims tell of, on one line of days.

What is known to the day is a point, what is not is an interval, and what was inferred is drawn
hollow: nobody should read a guess as a date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.render import wording
from checker.render.display import visible
from checker.render.webpage.anchors import Anchors
from checker.render.webpage.marks import HEIGHT, Mark, appearance, happenings
from checker.render.webpage.scale import Scale, scale, spaced
from checker.render.webpage.times import Row, rows, told
from checker.render.width import truncated
from checker.result import Result, SourceRow
from claims.model import Claim, Interval

WIDTH, MARGIN = 960.0, 12.0
_NAME, _FOOT, _LABEL = 22.0, 46.0, 58.0
_LONGEST_NAME = 70
_FEW_DAYS = 3
_VAGUE = 45
"""Days a date of publication may be unsure by and still show where the story is."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One source: its name at ``y``, below it its marks, closed off by a line at ``end``."""

    name: str
    y: float
    end: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day written below the line; ``year`` only where it changes."""

    x: float
    day: str
    year: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing and the table. ``squeezed`` are the stretches (x and width) that are not to scale."""

    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    squeezed: tuple[tuple[float, float], ...]
    today: float | None
    rows: tuple[Row, ...]
    undrawn: int


def timeline(result: Result, anchors: Anchors) -> Timeline | None:
    """The timeline of a report, or nothing where no day is known."""
    claims = told(result)
    drawn = [claim for claim in claims if claim.event_time.interval.is_closed]
    dated = sorted((row for row in result.sources if row.published.basis != "unknown" and row.published.interval.is_closed), key=_by_date)
    intervals = [*(row.published.interval for row in dated), *(claim.event_time.interval for claim in drawn)]
    days = sorted({end for interval in intervals for end in _ends(interval)})
    if not days:
        return None
    as_of = date.fromisoformat(result.run["as_of"]["value"])
    on = scale([*days, as_of], _story(dated, intervals), WIDTH - 2 * MARGIN)
    telling, placed = {claim.file for claim in drawn}, {row.file for row in dated}
    undated = [row for row in result.sources if row.file in telling and row.file not in placed]
    lanes = tuple(_lanes(result, anchors, on, [*dated, *undated], drawn))
    left, right = on.story
    return Timeline(
        height=lanes[-1].end + _FOOT,
        lanes=lanes,
        ticks=tuple(_ticks(days, on)),
        squeezed=tuple((x, width) for x, width in ((0.0, MARGIN + left), (MARGIN + right, WIDTH - MARGIN - right)) if width > MARGIN),
        today=MARGIN + on.end(as_of),
        rows=rows(result, anchors, claims),
        undrawn=len(claims) - len(drawn),
    )


def _ends(interval: Interval) -> list[date]:
    return [day for day in (interval.earliest, interval.latest) if day is not None]


def _by_date(row: SourceRow) -> tuple[list[date], str]:
    return _ends(row.published.interval), row.file


def _story(dated: Sequence[SourceRow], intervals: Sequence[Interval]) -> Interval:
    """The days in which the current articles appeared, and what they tell of shortly before and after."""
    sure = [row.published.interval for row in dated if not row.stale and _length(row.published.interval) <= _VAGUE]
    days = sorted(day for interval in sure or intervals for day in _ends(interval))
    first, last = days[0], days[-1]
    near = timedelta(days=max(_FEW_DAYS, (last - first).days // 2))
    around = Interval(first - min(near, first - date.min), last + min(near, date.max - last))
    days += [day for interval in intervals if around.contains(interval) for day in _ends(interval)]
    return Interval(min(days), max(days))


def _length(interval: Interval) -> int:
    first, last = _ends(interval)
    return (last - first).days


def _lanes(result: Result, anchors: Anchors, on: Scale, sources: Sequence[SourceRow], drawn: Sequence[Claim]) -> Iterator[Lane]:
    y = 0.0
    of_file: dict[str, list[Claim]] = defaultdict(list)
    for claim in drawn:
        of_file[claim.file].append(claim)
    for row in sources:
        dated = row.published.interval.is_closed and row.published.basis != "unknown"
        line = y + _NAME + HEIGHT / 2
        marks = [appearance(row, anchors, on, line)] if dated else []
        marks += happenings(result, anchors, on, of_file[row.file], line + HEIGHT)
        end = max((mark.y for mark in marks), default=line) + HEIGHT * 0.7
        yield Lane(truncated(visible(row.file if dated else f"{row.file} (undated)"), _LONGEST_NAME), y + 15, end, tuple(marks))
        y = end


def _ticks(days: Sequence[date], on: Scale) -> Iterator[Tick]:
    year = 0
    for day in spaced(days, on, _LABEL):
        name = wording.short_days(Interval.day(day)).rpartition(" ")[0]
        yield Tick(round(MARGIN + (on.start(day) + on.end(day)) / 2, 1), name, str(day.year) if day.year != year else "")
        year = day.year
