"""What a timeline shows: the sources with their lanes, the claims that tell of a time of their own, and the days between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checker.errors import InputError
from checker.pictures.days import Stretch, stretches
from checker.pictures.lanes import chosen, of_all
from checker.render import wording
from checker.result import Result, SourceRow
from claims.model import Claim, Interval, TimeBasis

OF_BASIS = {
    TimeBasis.EXPLICIT: ("#0072b2", "gives the day"),
    TimeBasis.RELATIVE: ("#009e73", "gives it from the day it appeared (yesterday, on Friday)"),
    TimeBasis.INFERRED: ("#cc79a7", "gives it from a day worked out by other articles"),
}
_ROWS = 5
"""Heights in a lane over which claims are spread, so that those of one day do not hide each other."""
_SPREAD = 0.12


@dataclass(frozen=True, slots=True)
class Story:
    """The sources in the order of their lanes, their dated claims, and the stretches of days that hold them."""

    rows: Sequence[SourceRow]
    claims: Sequence[Claim]
    shown: Sequence[Stretch]
    of: str

    @property
    def intervals(self) -> list[Interval]:
        """All that is told of: when each source appeared and what each claim tells."""
        return [*(row.published.interval for row in self.rows), *(claim.event_time.interval for claim in self.claims)]

    @property
    def says(self) -> str:
        """What the picture shows, in one line."""
        return f"timeline of {wording.count(len(self.claims), 'claim')} in {self.of}"

    def told(self, row: SourceRow) -> Iterator[tuple[Claim, float]]:
        """The claims of a source, earliest first, each with how far it stands below the middle of its lane."""
        own = [claim for claim in self.claims if claim.file == row.file]
        own.sort(key=lambda c: (c.event_time.interval.earliest or date.min, c.span.start))
        for number, claim in enumerate(own):
            yield claim, _SPREAD * (number % _ROWS - (min(len(own), _ROWS) - 1) / 2)


def story(result: Result, most: int) -> Story:
    """Of more than ``most`` sources those that stand in most findings. Raises ``InputError`` where nothing is dated."""
    rows = chosen(result, most)
    files = {row.file for row in rows}
    claims = [c for r in result.readings if r.source.file in files for c in r.claims if c.event_time.basis is not TimeBasis.DEFAULT]
    shown = stretches([*(row.published.interval for row in rows), *(claim.event_time.interval for claim in claims)])
    if not shown:
        raise InputError("nothing in this report is dated: there is no timeline to draw")
    return Story(rows, claims, shown, of_all(rows, result))
