"""The timeline as a table, for those who cannot see the drawing; with the times that have an open end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from checker.render import wording
from checker.render.webpage.anchors import Anchors
from checker.render.webpage.quotes import Quote, quote
from checker.result import Result
from claims.model import Claim, TimeBasis

_TOLD = (TimeBasis.EXPLICIT, TimeBasis.RELATIVE, TimeBasis.INFERRED)


@dataclass(frozen=True, slots=True)
class Row:
    """An article's appearance (no quote), or what a claim tells of."""

    when: str
    basis: str
    place: str
    target: str
    quote: Quote | None


def told(result: Result) -> list[Claim]:
    """The claims that say when: those merely taken to tell of the day of their report say nothing of it."""
    return [
        claim
        for reading in result.readings
        for claim in reading.claims
        if claim.event_time.basis in _TOLD and (claim.event_time.interval.earliest or claim.event_time.interval.latest)
    ]


def rows(result: Result, anchors: Anchors, claims: Iterable[Claim]) -> tuple[Row, ...]:
    """Everything with a time, the earliest first; what has no beginning stands before all."""
    keyed = []
    for source in result.sources:
        if source.published.basis != "unknown":
            interval = source.published.interval
            row = Row(wording.days(interval), wording.basis(source.published.basis), source.file, anchors.text(source.file), None)
            keyed.append(((interval.earliest or date.min, source.file, -1), row))
    for claim in claims:
        interval = claim.event_time.interval
        place = str(result.position(claim))
        row = Row(wording.days(interval), claim.event_time.basis.value, place, anchors.claim(claim), quote(result, anchors, claim))
        keyed.append(((interval.earliest or date.min, claim.file, claim.span.start), row))
    return tuple(row for _, row in sorted(keyed, key=lambda pair: pair[0]))
