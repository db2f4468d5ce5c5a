"""What is known of whole sources settles some pairs, whatever their sentences say.

- What an old article says is no claim about today: no contradiction, no agreement. Where it
  differs in who holds an office or in a state of things, the world has changed since.
- Copies of one wire text do not support each other.
- Where a source had to be dated from the others, and so to another time, a difference between
  them is one of time: the date was chosen because they differ.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.matching import JudgedPair
from checker.model import Basis, Level, Type, Verdict
from checker.slots import shared_events
from claims.model import Claim, Interval, Published, TimeBasis

ALIKE = 0.8
"""Likelihood of one kind of event from which two sources of different times are set side by side."""
APART_DAYS = 7
"""Sources further apart report different days of a story."""

OLD_SIDE = "one side is an old article"
"""Why a pair is kept back that an old article is a side of."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A pair that is not reported, with the reason."""

    pair: JudgedPair
    reason: str


def sift(
    pairs: Sequence[JudgedPair], published: Mapping[str, Published], old: Collection[str], families: Mapping[str, str]
) -> tuple[tuple[JudgedPair, ...], tuple[Suppressed, ...]]:
    """The decided pairs to report, some with their verdict settled anew, and those kept back."""
    shown, suppressed = [], []
    for pair in pairs:
        files = (pair.pair.left.file, pair.pair.right.file)
        verdict = pair.decision.verdict
        if not set(files).isdisjoint(old) and verdict is not Verdict.UNRELATED:
            if verdict is not Verdict.CORROBORATION and _tells_how_the_world_changed(pair):
                shown.append(_as_shift(pair))
            else:
                suppressed.append(Suppressed(pair, OLD_SIDE))
        elif verdict is Verdict.CORROBORATION and families[files[0]] == families[files[1]] != "":
            suppressed.append(Suppressed(pair, "both carry one wire text"))
        elif _dated_apart(pair, published) and pair.pair.same_event >= ALIKE:
            if verdict is Verdict.CONTRADICTION or _same_happening(pair):
                shown.append(_as_shift(pair))
            elif verdict is Verdict.CORROBORATION:
                suppressed.append(Suppressed(pair, "they agree about different events"))
        else:
            shown.append(pair)
    return tuple(shown), tuple(suppressed)


def _same_happening(pair: JudgedPair) -> bool:
    """Whether both tell of the same kind of event as news, with somebody or some place in common."""
    happened = next(((a, b) for a, b in shared_events(pair.pair.left, pair.pair.right) if not a.negated and not b.negated), None)
    return happened is not None and any(e.aspect in ("who", "where") for e in pair.pair.evidence)


def _tells_how_the_world_changed(pair: JudgedPair) -> bool:
    """Whether an old and a new article differ in who holds an office or in a state of things, not in two events' figures."""
    return any(
        j.outcome.level is Level.CONFLICT
        and (j.type in (Type.STATUS, Type.POLARITY) or (j.type is Type.IDENTITY and j.outcome.basis is Basis.PARSED))
        for j in pair.judged
    )


def _dated_apart(pair: JudgedPair, published: Mapping[str, Published]) -> bool:
    """Whether an inferred date puts the sources apart, and both claims tell of their own day."""
    a, b = (published[c.file] for c in (pair.pair.left, pair.pair.right))
    if a.is_known and b.is_known:
        return False
    apart = a.interval.gap_days(b.interval) > APART_DAYS
    return apart and _own_day(pair.pair.left, a.interval) and _own_day(pair.pair.right, b.interval)


def _own_day(claim: Claim, published: Interval) -> bool:
    """Whether a claim tells of the days around its article's publication."""
    time = claim.event_time
    return time.basis is TimeBasis.DEFAULT or time.interval.gap_days(published) <= APART_DAYS


def _as_shift(pair: JudgedPair) -> JudgedPair:
    """The pair as a shift, as sure as it is that both speak of the same kind of thing."""
    return replace(pair, decision=replace(pair.decision, verdict=Verdict.TEMPORAL_SHIFT, confidence=pair.pair.same_event))
