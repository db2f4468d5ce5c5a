"""The marks of the timeline: where a source appeared, and what its claims tell of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from checker.render import wording
from checker.render.markup import prose
from checker.render.webpage.anchors import Anchors
from checker.render.webpage.scale import Scale
from checker.result import Result, SourceRow
from claims.model import Claim, Interval, TimeBasis

HEIGHT = 14.0
"""From one row of marks to the next."""
_MARGIN = 12.0
_LEAST = 7.0
_APART = 3.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One point or bar, its middle at height ``y``. ``verdict`` is that of the most serious finding it stands in."""

    kind: str
    x: float
    y: float
    width: float
    inferred: bool
    verdict: str
    target: str
    title: Markup


def appearance(row: SourceRow, anchors: Anchors, on: Scale, y: float) -> Mark:
    """When a source appeared: a point where its day is known, otherwise a span."""
    x, width = _extent(row.published.interval, on)
    inferred = row.published.basis == "inferred"
    kind = "point" if row.published.interval.is_day and not inferred else "span"
    title = prose(f"{row.file} appeared: {wording.published(row.published)}")
    return Mark(kind, x, y, width, inferred, "stale" if row.stale else "", anchors.text(row.file), title)


def happenings(result: Result, anchors: Anchors, on: Scale, claims: Sequence[Claim], y: float) -> list[Mark]:
    """What the claims of one source tell of, from ``y`` downwards, in as few rows as they fit without touching.

    Claims that tell of one day stand side by side in it.
    """
    marks: list[Mark] = []
    filled: list[float] = []
    for interval, group in groupby(sorted(claims, key=_by_time), key=lambda claim: claim.event_time.interval):
        together = list(group)
        x, width = _extent(interval, on)
        abreast = max(min(len(together), int(width // (_LEAST + _APART))), 1) if interval.is_day else 1
        for at in range(0, len(together), abreast):
            row = next((number for number, end in enumerate(filled) if end + 1 <= x), len(filled))
            filled[row : row + 1] = [x + width]
            share = width / abreast
            for number, claim in enumerate(together[at : at + abreast]):
                gap = _APART if abreast > 1 else 0.0
                marks.append(_mark(result, anchors, claim, round(x + number * share, 1), y + row * HEIGHT, round(share - gap, 1)))
    return marks


def _by_time(claim: Claim) -> tuple[object, ...]:
    interval = claim.event_time.interval
    return interval.earliest, interval.latest, claim.span


def _extent(interval: Interval, on: Scale) -> tuple[float, float]:
    """Left end and width of a closed interval; the shortest is still seen."""
    assert interval.earliest is not None
    assert interval.latest is not None
    left, right = on.start(interval.earliest), on.end(interval.latest)
    width = max(right - left - _APART, _LEAST)
    return round(_MARGIN + (left + right - width) / 2, 1), round(width, 1)


def _mark(result: Result, anchors: Anchors, claim: Claim, x: float, y: float, width: float) -> Mark:
    citing = anchors.citing(claim)
    title = prose(f"{wording.days(claim.event_time.interval)}: {claim.text} ({result.position(claim)})")
    inferred = claim.event_time.basis is TimeBasis.INFERRED
    return Mark("event", x, y, width, inferred, citing[0].verdict.value if citing else "", anchors.claim(claim), title)
