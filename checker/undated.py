"""Which sources have to be dated from the others, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from checker import dating, stale
from checker.matching import JudgedPair
from claims.model import Claim, Published, Reading


def is_to_date(published: Published | None) -> bool:
    """Whether a source carries no date, or only that of a later edit."""
    return published is None or published.basis == "modified"


def date_from_others(
    readings: Iterable[Reading], claims: Mapping[str, Claim], pairs: Sequence[JudgedPair], known: Mapping[str, Published], as_of: date
) -> dict[str, dating.Dating]:
    """What the sources that are to be dated are taken for, by file; ``claims`` are by id, with their times as far as known.

    A date of editing stands unless the clues put the text well before it: an old article touched up
    today is the very one that would be misread.
    """
    sure = {file: published for file, published in known.items() if not is_to_date(published)}
    found = {}
    for reading in readings:
        file = reading.source.file
        edited = known.get(file)
        if not is_to_date(edited):
            continue
        latest = edited.interval.latest if edited else None
        dated = dating.infer(reading, claims, pairs, sure, min(latest or as_of, as_of))
        if edited is None or stale.is_stale(dated.published, as_of):
            found[file] = dated
    return found
