"""What is known of whole sources settles some pairs, whatever their sentences say.

- Where articles tell of two stories, what is alike in them is so by chance.
- What an old article says is no claim about today: no contradiction, no agreement. Where it
  differs in who holds an office or in a state of things, the world has changed since.
- What two claims date to days far apart is no contradiction: both can be right, each of its day.
- Copies of one wire text do not support each other.
- What an article quotes in order to refute it, it does not say.
- Where a source had to be dated from the others, and so to another time, a difference between
  them is one of time: the date was chosen because they differ.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.matching import JudgedPair
from checker.model import Basis, Level, Type, Verdict
from checker.slots import shared_events
from checker.storylines import are_of_two_stories
from claims.model import Claim, Interval, Published, TimeBasis

ALIKE = 0.8
"""Likelihood of one kind of event from which two sources of different times are set side by side."""
APART_DAYS = 7
"""Sources further apart report different days of a story."""
SLIP_DAYS, MONTH_DAYS = 60, 30
"""Days by which a date may be a slip; days from which two ranks of a series are of two events."""

LOOKING_BACK_DAYS = 60
"""What is told of this long after it happened is looked back on."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A pair that is not reported, with the reason."""

    pair: JudgedPair
    reason: str


def sift(
    pairs: Sequence[JudgedPair],
    published: Mapping[str, Published],
    old: Collection[str],
    families: Mapping[str, str],
    stories: Mapping[str, str],
) -> tuple[tuple[JudgedPair, ...], tuple[Suppressed, ...]]:
    """The decided pairs to report, some with their verdict settled anew, and those kept back."""
    shown, suppressed = [], []
    for pair in pairs:
        files = (pair.pair.left.file, pair.pair.right.file)
        verdict = pair.decision.verdict
        if verdict is not Verdict.UNRELATED and are_of_two_stories(pair, stories):
            suppressed.append(Suppressed(pair, "their articles tell of two stories"))
        elif not set(files).isdisjoint(old) and verdict is not Verdict.UNRELATED:
            if verdict is not Verdict.CORROBORATION and _tells_how_the_world_changed(pair):
                shown.append(_as_shift(pair))
            else:
                suppressed.append(Suppressed(pair, "one side is an old article"))
        elif verdict is not Verdict.UNRELATED and (pair.pair.left.is_refuted or pair.pair.right.is_refuted):
            suppressed.append(Suppressed(pair, "one side quotes it to refute it"))
        elif verdict is Verdict.CORROBORATION and families[files[0]] == families[files[1]] != "":
            suppressed.append(Suppressed(pair, "both carry one wire text"))
        elif verdict is Verdict.CONTRADICTION and tell_of_two_times(pair):
            if _same_happening(pair):
                shown.append(_as_shift(pair))
            else:
                suppressed.append(Suppressed(pair, "they tell of different days"))
        elif _dated_apart(pair, published) and pair.pair.same_event >= ALIKE:
            if verdict is Verdict.CONTRADICTION or _same_happening(pair):
                shown.append(_as_shift(pair))
            elif verdict is Verdict.CORROBORATION:
                suppressed.append(Suppressed(pair, "they agree about different events"))
        else:
            shown.append(pair)
    return tuple(shown), tuple(suppressed)


def fit_for_draft(pairs: Sequence[JudgedPair], published: Mapping[str, Published]) -> tuple[tuple[JudgedPair, ...], tuple[Suppressed, ...]]:
    """The pairs that tell the writer of a draft something, and those kept back.

    A shift is news to him only where it names what has changed, and where neither side looks back
    itself: who writes what happened long ago knows that it is past. What one side tells of its own
    day and the other of a later one is a shift where it can change.
    """
    kept, suppressed = [], []
    for pair in (_as_shift(p) if _changed_since(p, published) else p for p in pairs):
        if pair.decision.verdict is not Verdict.TEMPORAL_SHIFT:
            kept.append(pair)
        elif any(_looks_back(claim, published) for claim in (pair.pair.left, pair.pair.right)):
            suppressed.append(Suppressed(pair, "one side looks back on it"))
        elif not any(judged.outcome.level is Level.CONFLICT for judged in pair.judged):
            suppressed.append(Suppressed(pair, "no detail tells what has changed"))
        else:
            kept.append(pair)
    return tuple(kept), tuple(suppressed)


def _changed_since(pair: JudgedPair, published: Mapping[str, Published]) -> bool:
    """Whether a contradiction is between two times, in what can change from one to the other.

    Either both claims say when, and their times do not meet; or one tells of its own day, and the
    other says that what it tells came after.
    """
    clashes = [judged.outcome for judged in pair.judged if judged.outcome.level is Level.CONFLICT]
    if pair.decision.verdict is not Verdict.CONTRADICTION or not clashes or not all(clash.changes for clash in clashes):
        return False
    sides = (pair.pair.left, pair.pair.right)
    told = [claim.event_time.basis in (TimeBasis.EXPLICIT, TimeBasis.RELATIVE) for claim in sides]
    if all(told):
        return not sides[0].event_time.interval.overlaps(sides[1].event_time.interval)
    return any(
        before.event_time.basis is TimeBasis.DEFAULT and says_when and published[before.file].interval.before(after.event_time.interval)
        for before, after, says_when in ((*sides, told[1]), (*sides[::-1], told[0]))
    )


def _looks_back(claim: Claim, published: Mapping[str, Published]) -> bool:
    """Whether a claim says itself that it tells of long before its own article."""
    event, written = claim.event_time, published[claim.file].interval
    return event.basis is TimeBasis.EXPLICIT and event.interval.before(written) and event.interval.gap_days(written) > LOOKING_BACK_DAYS


def tell_of_two_times(pair: JudgedPair) -> bool:
    """Whether the claims date what clashes to days so far apart that both can be right.

    A wrong day is a slip of days or weeks, so a clash of dates alone stands up to ``SLIP_DAYS``. A
    higher rank in a series is no clash with a lower one told of a month or more before.
    """
    a, b = pair.pair.left.event_time, pair.pair.right.event_time
    gap = a.interval.gap_days(b.interval)
    clashing = {j.type for j in pair.judged if j.outcome.level is Level.CONFLICT}
    if TimeBasis.DEFAULT in (a.basis, b.basis):
        return clashing <= {Type.ORDINAL, Type.DATE} and Type.ORDINAL in clashing and gap >= MONTH_DAYS
    return gap > (SLIP_DAYS if clashing == {Type.DATE} else APART_DAYS)


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
