"""What would have changed a verdict: the same pair decided again with one thing different.

Nothing is guessed from the verdict. A claim is given the other's value, or its article another day
of publication, its times are resolved anew, all rules are asked again and the decision is made
again; what is told is what came out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from checker.decide import Model, decide
from checker.event_time import with_times
from checker.features import Judged, features
from checker.gate import when
from checker.matching import JudgedPair, judge
from checker.model import Level, Verdict
from claims.model import Claim, Event, Facet, Interval, Name, Ordinal, Published, Quantity, Span, Time

_STEPS = (1, 2, 3, 5, 7, 14, 30, 60, 120, 365, 730)
"""Days by which a publication is moved, until the verdict changes."""
_VALUES = (Quantity, Ordinal, Time, Name, Event)
_OF_TIME = frozenset({"when", "when_far", "when_differs"})


@dataclass(frozen=True, slots=True)
class Otherwise:
    """One change to what was given, and the verdict it leads to."""

    change: str
    verdict: Verdict

    def __str__(self) -> str:
        return f"{_WOULD[self.verdict]} {self.change}"


_WOULD = {
    Verdict.CONTRADICTION: "would be a contradiction",
    Verdict.TEMPORAL_SHIFT: "would be an update",
    Verdict.CORROBORATION: "would be an agreement",
    Verdict.UNRELATED: "would not be reported",
}


def otherwise(pair: JudgedPair, published: tuple[Published | None, Published | None], weights: Model) -> tuple[Otherwise, ...]:
    """The changes, one at a time, that lead to another verdict: another day of either article, or one value on both sides.

    ``published`` are the two articles' days; ``weights`` the model that decided.
    """
    return (*_other_days(pair, published, weights), *dict.fromkeys(_one_value(pair, weights)))


def _other_days(pair: JudgedPair, published: tuple[Published | None, Published | None], weights: Model) -> Iterator[Otherwise]:
    """The nearest later and earlier day of publication of each side that changes the verdict."""
    for side, given in enumerate(published):
        if given is None or not given.interval.is_day or given.interval.earliest is None:
            continue
        for sign, word in ((1, "on or after"), (-1, "on or before")):
            found = _turning_day(pair, side, given, sign, weights)
            if found is not None:
                day, verdict = found
                yield Otherwise(f"if {'AB'[side]} had appeared {word} {day}", verdict)


def _turning_day(pair: JudgedPair, side: int, given: Published, sign: int, weights: Model) -> tuple[date, Verdict] | None:
    start = given.interval.earliest
    assert start is not None

    def verdict_on(days: int) -> Verdict:
        moved = Published(Interval.day(start + timedelta(days=sign * days)), given.basis)
        claims = [pair.pair.left, pair.pair.right]
        claims[side] = with_times(claims[side], moved)
        return _decided(pair, claims[0], claims[1], weights)

    was = verdict_on(0)
    same = 0
    for days in _STEPS:
        if verdict_on(days) is was:
            same = days
            continue
        while days - same > 1:
            middle = (same + days) // 2
            same, days = (middle, days) if verdict_on(middle) is was else (same, middle)
        return start + timedelta(days=sign * days), verdict_on(days)
    return None


def _one_value(pair: JudgedPair, weights: Model) -> Iterator[Otherwise]:
    """For each value that clashes: what if B gave A's."""
    left, right, told = pair.pair.left, pair.pair.right, pair.decision.verdict
    for judged in sorted((j for j in pair.judged if j.outcome.level is Level.CONFLICT), key=lambda j: (-j.outcome.weight, j.code)):
        outcome = judged.outcome
        changed = _given_by(left, outcome.left, right, outcome.right)
        verdict = _decided(pair, left, changed, weights) if changed != right else told
        if verdict is not told:
            yield Otherwise(f"if B too said {outcome.left_value}", verdict)


def _given_by(claim: Claim, span: Span, other: Claim, at: Span) -> Claim:
    """``other`` with the values of ``claim`` under ``span`` in place of its own under ``at``."""

    def swapped(facet: Facet) -> Facet:
        if not isinstance(facet, _VALUES) or not facet.span.overlaps(at):
            return facet
        alike = next((f for f in claim.facets if type(f) is type(facet) and f.span.overlaps(span)), None)
        return facet if alike is None else replace(alike, span=facet.span, text=facet.text)

    return replace(other, facets=tuple(map(swapped, other.facets)))


def _decided(pair: JudgedPair, left: Claim, right: Claim, weights: Model) -> Verdict:
    evidence = (*(e for e in pair.pair.evidence if e.aspect not in _OF_TIME), *when(left, right))
    judged: tuple[Judged, ...] = judge(left, right)
    return decide(features(left, right, evidence, judged), weights).verdict
