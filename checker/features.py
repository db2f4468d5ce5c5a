"""From a pair's evidence and its detectors' outcomes to the named features a decision weighs.

Every feature is a number an editor can read back in the trace: what it is, what stood on either
side. Features that combine two lines ("the numbers differ and the days differ") say so in their
name. Nothing here knows which verdict a feature speaks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log

from checker.model import Evidence, Level, Outcome, Type
from checker.slots import told_apart
from checker.slots.courses import step_between
from checker.slots.ground import FULL, ground
from checker.slots.refusals import is_waited_for, negated
from claims.model import Attribution, Claim, Event, Interval, Quantity, Span, Status, Time, TimeBasis


@dataclass(frozen=True, slots=True)
class Feature:
    """One named number with what it was read from."""

    name: str
    value: float
    left: str = ""
    right: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """One rule's outcome on a pair."""

    code: str
    type: Type
    outcome: Outcome


VAGUE = 60
"""Days from which on a time is as good as unknown."""
_PENDING = frozenset({Status.PLANNED, Status.EXPECTED})


def features(left: Claim, right: Claim, evidence: Sequence[Evidence], judged: Sequence[Judged]) -> tuple[Feature, ...]:
    """All features of a pair that are not zero, sorted by name."""
    found = {f.name: f for f in (Feature(e.aspect, e.weight, e.left, e.right, e.note) for e in evidence)}
    for feature in (
        *_from_outcomes(judged),
        *_from_sides(left, right),
        *_growth(left, right, judged),
        *_turn(left, right, judged),
        *_went_on(left, right),
        *_rest(left, right, judged),
    ):
        found[feature.name] = feature
    for feature in _combined(found):
        found[feature.name] = feature
    return tuple(found[name] for name in sorted(found) if found[name].value)


def _from_outcomes(judged: Sequence[Judged]) -> list[Feature]:
    """The strongest outcome of each type and level, and how many types clash."""
    strongest: dict[str, Feature] = {}
    for j in judged:
        name = f"{j.type.value}_{j.outcome.level.value}"
        if name not in strongest or strongest[name].value < j.outcome.weight:
            strongest[name] = Feature(name, j.outcome.weight, j.outcome.left_value, j.outcome.right_value, j.outcome.message)
    weights: dict[Type, float] = {}
    for j in judged:
        if j.outcome.level is Level.CONFLICT:
            weights[j.type] = max(weights.get(j.type, 0.0), j.outcome.weight)
    if not weights:
        return [*strongest.values(), Feature("no_detail_clashes", 1.0)]
    note = ", ".join(sorted(weights))
    beyond = max((w for t, w in weights.items() if t is not Type.DATE), default=0.0)
    counted = [Feature("a_detail_clashes", max(weights.values()), note=note), Feature("more_than_the_date_clashes", beyond, note=note)]
    for name, changes in (("what_can_change_clashes", True), ("what_cannot_change_clashes", False)):
        of_kind = [
            j.outcome.weight
            for j in judged
            if j.outcome.level is Level.CONFLICT and j.type is not Type.DATE and j.outcome.changes is changes
        ]
        counted += [Feature(name, max(of_kind), note=note)] if of_kind else []
    if not beyond:
        counted.append(Feature("only_the_date_clashes", weights[Type.DATE]))
    if len(weights) > 1:
        counted.append(Feature("several_details_clash", 1.0, note=note))
    return [*strongest.values(), *counted]


def _rest(left: Claim, right: Claim, judged: Sequence[Judged]) -> list[Feature]:
    """How much is in common beside what clashes most, and who or what only one side names."""
    clash = max((j.outcome for j in judged if j.outcome.level is Level.CONFLICT), key=lambda o: o.weight, default=None)
    common = ground(left, right, (clash.left,) if clash else (), (clash.right,) if clash else ())
    found = [Feature("rest", round(min(max(common.strength, 0.0) / FULL, 1.5), 4), note="names, numbers, words and the time in common")]
    for name, types in (("people_apart", ("PER",)), ("bodies_apart", ("ORG",)), ("places_apart", ("LOC", "GPE"))):
        apart = told_apart(left, right, types)
        if apart[0]:
            ours, theirs = (", ".join(n.text for n in names) for names in apart)
            found.append(Feature(name, 1.0, ours, theirs, "named on one side only"))
    numbers = [{(q.low, q.high) for q in c.all(Quantity) if q.low is not None and q.low > FEW} for c in (left, right)]
    if numbers[0] and numbers[1] and numbers[0].isdisjoint(numbers[1]):
        found.append(Feature("numbers_apart", 1.0, note="no number in common"))
    then = [_looks_back(c, other) for c, other in ((left, right), (right, left))]
    if any(then):
        found.append(Feature("looks_back", 1.0, then[0], then[1], "one side tells of a time long before"))
    return found


FEW = 2
"""Numbers up to it tell nothing apart."""
LONG_BEFORE = 200
"""Days from which on a time is looked back on."""


def _looks_back(claim: Claim, other: Claim) -> str:
    """The time in a claim that lies long before all that the other tells of; an empty string where there is none."""
    theirs = [t.interval for t in other.all(Time) if t.interval is not None and t.interval.earliest is not None] or [
        other.event_time.interval
    ]
    for time in claim.all(Time):
        start = time.interval.earliest if time.interval else None
        if start is None or time.basis is not TimeBasis.EXPLICIT or time.role not in ("at", "since"):
            continue
        if all(i.earliest is not None and (i.earliest - start).days > LONG_BEFORE for i in theirs):
            return time.text
    return ""


def _from_sides(left: Claim, right: Claim) -> list[Feature]:
    found = []
    if left.lang == right.lang:
        found.append(Feature("same_language", 1.0, left.lang, right.lang))
    a, b = left.event_time, right.event_time
    own = [t.basis is not TimeBasis.DEFAULT for t in (a, b)]
    gap = a.interval.gap_days(b.interval)
    ours, theirs = str(a.interval), str(b.interval)
    if gap:
        found.append(Feature("gap", round(log(1 + gap) / 6, 4), ours, theirs, f"{gap} days lie between"))
    if all(own):
        found.append(Feature("both_dated", 1.0, ours, theirs, "each says when"))
        if not gap:
            found.append(Feature("same_time", 1.0, ours, theirs, "the times meet"))
    elif any(own):
        found.append(Feature("one_dated", 1.0, ours, theirs, "one says when, the other is dated by its article"))
    if any(_is_vague(t.interval) for t in (a, b)):
        found.append(Feature("undated", 1.0, ours, theirs, "of one side it is not known when"))
    if any(x.mode == "declined" for c in (left, right) for x in c.all(Attribution)):
        found.append(Feature("declined", 1.0, note="one side declines to say"))
    pending = [{e.status in _PENDING for e in c.all(Event)} for c in (left, right)]
    if all(pending) and (True in pending[0]) != (True in pending[1]):
        found.append(Feature("pending_one_side", 1.0, note="still to come on one side"))
    return found


def _is_vague(interval: Interval) -> bool:
    return interval.earliest is None or interval.latest is None or (interval.latest - interval.earliest).days > VAGUE


def _growth(left: Claim, right: Claim, judged: Sequence[Judged]) -> list[Feature]:
    """Whether a number that differs is larger on the later side: tolls and totals grow."""
    a, b = left.event_time.interval, right.event_time.interval
    if not (a.before(b) or b.before(a)):
        return []
    for j in judged:
        if j.type is Type.NUMBER and j.outcome.level is Level.CONFLICT:
            ours, theirs = _value(left, j.outcome.left), _value(right, j.outcome.right)
            if ours is not None and theirs is not None and ours != theirs:
                grew = a.before(b) == (ours < theirs)
                note = "the later number is larger" if grew else "the later number is smaller"
                return [Feature("number_grew" if grew else "number_shrank", 1.0, j.outcome.left_value, j.outcome.right_value, note)]
    return []


def _turn(left: Claim, right: Claim, judged: Sequence[Judged]) -> list[Feature]:
    """Which way a deed turned that one side tells and the other denies: done since, or denied after it was told as done."""
    for j in judged:
        if j.type is not Type.POLARITY or j.outcome.level is not Level.CONFLICT:
            continue
        a, b = (_event_at(c, span) for c, span in ((left, j.outcome.left), (right, j.outcome.right)))
        if a is None or b is None or a.concept != b.concept or a.status in _PENDING or b.status in _PENDING:
            continue
        told, denied, not_done = (right, left, a) if negated(left, a) else (left, right, b)
        meet = denied.event_time.interval.overlaps(told.event_time.interval)
        if denied.event_time.interval.before(told.event_time.interval) or (meet and is_waited_for(denied, not_done)):
            return [
                Feature("done_since", 1.0, j.outcome.left_value, j.outcome.right_value, "told as done on a later day than it was denied")
            ]
        if told.event_time.interval.before(denied.event_time.interval):
            return [Feature("denied_since", 1.0, j.outcome.left_value, j.outcome.right_value, "denied on a later day than it is told of")]
    return []


def _went_on(left: Claim, right: Claim) -> list[Feature]:
    """Whether the claims tell of two stages of one course of affairs, the further no earlier than the other."""
    step = step_between(left, right)
    if step is None or not step.is_in_time(left, right):
        return []
    value = ground(left, right, (step.left.span,), (step.right.span,)).weight(0.0, 1.0)
    return [Feature("went_on", value, step.left.name, step.right.name, "two stages of one course of affairs")]


def _event_at(claim: Claim, span: Span) -> Event | None:
    return next((e for e in claim.all(Event) if e.span.overlaps(span)), None)


def _value(claim: Claim, span: Span) -> Decimal | None:
    """The lower bound of the quantity under a span."""
    return next((q.low for q in claim.all(Quantity) if q.span.overlaps(span)), None)


_CLASHES = tuple(f"{t.value}_conflict" for t in Type)
_PRODUCTS = (
    *((clash, other) for clash in _CLASHES for other in ("rest", "gap")),
    *(("a_detail_clashes", other) for other in ("words", "rest", "who", "where", "what", "same_time", "looks_back")),
    *(("words", other) for other in ("words", "who", "where", "what", "gap", "both_dated", "one_dated", "same_time", "when_differs")),
    *(("more_than_the_date_clashes", other) for other in ("gap", "both_dated", "one_dated", "same_time", "when_differs")),
    *(
        (clash, other)
        for clash in ("what_can_change_clashes", "what_cannot_change_clashes")
        for other in ("gap", "words", "stands_out", "undated")
    ),
    *(("only_the_date_clashes", other) for other in ("words", "gap", "what")),
    *(("no_detail_clashes", other) for other in ("words", "same_time", "gap")),
    ("number_agree", "words"),
    *((what, "stands_out") for what in ("a_detail_clashes", "no_detail_clashes", "words")),
)


def _combined(found: Mapping[str, Feature]) -> list[Feature]:
    """Products of two features: what one means often depends on the other."""
    return [
        Feature(f"{a} & {b}", round(found[a].value * found[b].value, 4), found[a].left, found[a].right, found[a].note)
        for a, b in _PRODUCTS
        if a in found and b in found
    ]


def types_of(judged: Sequence[Judged]) -> tuple[Type, ...]:
    """Types of the conflicts, the weightiest first."""
    conflicts = sorted((-j.outcome.weight, _ORDER.index(j.type), j.type) for j in judged if j.outcome.level is Level.CONFLICT)
    return tuple(dict.fromkeys(t for _, _, t in conflicts))


_ORDER = (Type.NUMBER, Type.ORDINAL, Type.STATUS, Type.POLARITY, Type.IDENTITY, Type.LOCATION, Type.ATTRIBUTION, Type.DATE)
"""At equal weight the rarer reason comes first; a date differs whenever anything else does."""
