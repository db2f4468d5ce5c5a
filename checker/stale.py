"""Articles that would be misread as current: undated, and by their clues well before the others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from claims.model import Claim, Published, Reading

OLD_DAYS = 180
"""An article is old when it surely appeared this many days before the reader's day."""


def is_stale(published: Published, as_of: date) -> bool:
    """Whether a source without a date of its own surely lies well before the reader's day."""
    misread = not published.is_known or published.basis == "modified"
    latest = published.interval.latest
    return misread and published.basis != "unknown" and latest is not None and latest <= as_of - timedelta(days=OLD_DAYS)


def evidence(published: Published, claims: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """The claims, here and elsewhere, that show the age."""
    by_place = {(c.file, c.span.start): c for c in claims.values()}
    places = [(clue.file, clue.start) for clue in published.clues if clue.file is not None and clue.start is not None]
    found = [by_place[place] for place in places if place in by_place]
    return tuple(dict.fromkeys(found))


def lead(reading: Reading) -> Claim | None:
    """The claim an article is flagged at: its headline, or its first claim."""
    titles = [c for c in reading.claims if c.sentence.is_title]
    return next(iter([*titles, *reading.claims]), None)
