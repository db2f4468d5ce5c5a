"""The day on which the reader reads: what is well before it would be misread as current."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from checker.model import Notice
from claims.model import Published


def readers_day(wanted: date | None, known: Mapping[str, Published]) -> tuple[date, str, list[Notice]]:
    """The day the reader reads, how it is known, and a notice where it had to be taken from the clock."""
    if wanted is not None:
        return wanted, "given", []
    if day := _newest(known.values()):
        return day, "newest publication date", []
    notice = Notice("no-date", "no source carries a date: read as of today; give the day with --as-of for a repeatable report")
    return date.today(), "today", [notice]


def day_of_each(files: Iterable[str], stories: Mapping[str, str], known: Mapping[str, Published], day: date) -> Mapping[str, date]:
    """The day on which each article is read where none was given: the newest of its story, or else of all.

    Whoever reads several stories at once reads each as news of its own days.
    """
    told: dict[str, list[Published]] = {}
    for file, story in stories.items():
        told.setdefault(story, []).extend([known[file]] if file in known else [])
    return {file: _newest(told.get(stories.get(file, ""), ())) or day for file in files}


def _newest(published: Iterable[Published]) -> date | None:
    return max((p.interval.latest for p in published if p.interval.latest is not None), default=None)
