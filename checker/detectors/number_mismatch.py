"""Two claims give different numbers for the same thing.

## What it does
Compares quantities of one kind and counted thing as ranges of values: "at least 20" agrees with
23, "about 1,900" with 1,902, 20 lakh with 2 million, 72 hours with three days. Killed are not
compared with injured, an addition ("another 12") not with a total. A part of a whole (workers
among people) conflicts only where it exceeds the whole. Scores and places in a ranking are kinds of their own: a place
meets only places, "fifth" fits "top ten".

## Why it matters
Tolls, votes and sums are what readers remember and what corrections are about.

## Example
"The fire killed 23 people." against "The fire killed 32 people."

## Limits
A growing toll is an update, not a contradiction: the decision looks at the time of each count.
Sums, lengths and shares name no counted thing; they are compared where the same words stand near
them, and weigh less where only the event is shared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from checker.model import Basis, Level, Outcome, Type
from checker.rules import rule
from checker.slots import DIFFERENT, distance, near, same_event, same_topic, things
from checker.slots.quantities import Comparison, Relation, relation, shown
from checker.slots.quantities import compare as compare_values
from checker.slots.quantities.changing import can_change
from claims.facets.quantities.counted import is_people
from claims.model import Attribution, Claim, Concept, Event, Interval, Name, Quantity, Span, Time
from claims.model.claim import once
from claims.naming import same_name

_NAMED, _PART, _NEAR, _EVENT, _TOPIC = 1.0, 0.7, 0.9, 0.5, 0.3
"""What a pair weighs that counts one named thing, or a part of it, or has words in common nearby, or only the event, or the topic.

Sums of money with nothing else in common weigh as much as the topic, where each is the only one of its claim: the
claims may be about one thing in other words, and what speaks for that is for the decision to say.
"""
_FEW = 10
"""Numbers of unnamed things up to it are too common to be set against each other."""
_WORLDS = 0.95
"""Numbers further apart than this share of the larger are of two things (3 km, 3,400 km), unless one named thing is
counted or only the scale differs."""
_FATE = 6
"""Words between a number of people and what befell them."""
_DIMENSIONS = frozenset(
    {
        "area_measure",
        "depth_measure",
        "distance",
        "earthquake_depth",
        "height_measure",
        "length_measure",
        "speed_measure",
        "weight_measure",
        "width_measure",
    }
)
"""Concepts that say what a measure is of."""
_HAIR, _LARGE = 0.03, 1000
"""Large numbers this little apart may be two roundings of one."""
_OTHER_TIMES, _THEN = 60, 0.3
"""Days between the times of two numbers from which they are of two events, and the share of the weight left then."""
_OWNED, _DATED = 4, 10
"""Words between a number and the name it belongs to, and between a number and the time it is of."""
_THINGS = 2
"""Things that both claims speak of, from which the same count on both sides is of one event though no word for it is shared."""
_MOST_RECKONED = 8
"""Numbers of a claim up to which sums and shares are made of them; more are a list, of which any sum can be made."""


@dataclass(frozen=True, slots=True)
class _Pair:
    left: Quantity
    right: Quantity
    found: Comparison
    weight: float
    measure_alike: bool
    """Whether a word such as "depth" says of both what they measure."""


@rule("N101", Type.NUMBER)
def compare(left: Claim, right: Claim) -> Iterator[Outcome]:
    """Compare the quantities that count the same thing."""
    ours, theirs = left.all(Quantity), right.all(Quantity)
    if not ours or not theirs:
        return
    reckoned, event = (*theirs, *_reckoned(theirs)), same_event(left, right)
    pairs = [p for a in (*ours, *_reckoned(ours)) for b in reckoned if (p := _pair(left, right, a, b, event)) is not None]
    used_left, used_right = list[Span](), list[Span]()
    for pair in sorted(pairs, key=_rank):
        a, b = pair.left, pair.right
        if any(a.span.overlaps(s) for s in used_left) or any(b.span.overlaps(s) for s in used_right):
            continue
        if pair.found.level is Level.CONFLICT and (a not in ours or b not in theirs or _told(a, theirs) or _told(b, ours)):
            continue
        # A sum stands for its parts only against what it was made for: "seven of nine" and "six, and three" agree on nine alone.
        used_left += [a.span] if a in ours else []
        used_right += [b.span] if b in theirs else []
        yield _outcome(pair, changes=can_change(left, a) or can_change(right, b))


def _pair(left: Claim, right: Claim, a: Quantity, b: Quantity, event: bool) -> _Pair | None:
    found = compare_values(a, b)
    if found is None or (found.level is Level.CONFLICT and _of_two_owners(left, right, a, b)):
        return None
    weight = _weight(left, right, a, b, found, event)
    if found.level is Level.CONFLICT and _counted_on(left, a).gap_days(_counted_on(right, b)) > _OTHER_TIMES:
        weight = round(weight * _THEN, 4)
    if found.level is Level.CONFLICT and found.apart > _WORLDS and (weight <= _TOPIC or (weight < _NAMED and not _slipped(a, b))):
        return None
    return _Pair(a, b, found, weight, _measure_alike(left, right, a, b)) if weight else None


def _slipped(a: Quantity, b: Quantity) -> bool:
    """Whether only the scale differs, as where "million" and "billion" are mixed up."""
    values = [(q.low if q.low is not None else q.high) or Decimal(1) for q in (a, b)]
    return values[0].normalize().as_tuple().digits == values[1].normalize().as_tuple().digits


def _of_two_owners(left: Claim, right: Claim, a: Quantity, b: Quantity) -> bool:
    """Whether the numbers stand beside two surely different people or bodies: the votes of one, the votes of another."""
    ours, theirs = _owner(left, a), _owner(right, b)
    return ours is not None and theirs is not None and same_name(ours, theirs) <= DIFFERENT


def _owner(claim: Claim, q: Quantity) -> Name | None:
    """The person or body named nearest to a number, if one stands near."""
    speakers = {x.speaker for x in claim.all(Attribution)}
    near_by = [(distance(claim, n.span, q.span), n.span, n) for n in claim.all(Name) if n.type in ("PER", "ORG") and n.key not in speakers]
    gap, _, name = min(near_by, default=(_OWNED + 1, q.span, None))
    return name if gap <= _OWNED else None


def _counted_on(claim: Claim, q: Quantity) -> Interval:
    """The time that a number is of: that which stands nearest in its claim, of "since June 2014" June 2014, or the claim's own."""
    times = [
        (distance(claim, t.span, q.span), t.span, t.interval)
        for t in claim.all(Time)
        if t.interval is not None and t.role in ("at", "since")
    ]
    gap, _, interval = min(times, default=(_DATED + 1, q.span, None))
    if interval is None or gap > _DATED:
        return claim.event_time.interval
    if interval.latest is None and interval.earliest is not None:
        return Interval(interval.earliest, interval.earliest + timedelta(days=31))
    return interval


def _weight(left: Claim, right: Claim, a: Quantity, b: Quantity, found: Comparison, event: bool) -> float:
    """How sure it is that both numbers are of one thing; 0 where too little says so. ``event``: whether one event is told."""
    agrees, is_same = found.level is not Level.CONFLICT, found.relation is Relation.SAME
    if a.counted is not None and b.counted is not None and found.relation is not Relation.UNSURE:
        if not agrees and is_same and is_people(a.counted) and _of_two_fates(left, a, right, b):
            return _TOPIC
        if agrees or event or (is_same and len(things(left) & things(right)) >= _THINGS):
            return _NAMED if is_same else _PART
        return _EVENT if is_same else 0.0
    in_common = not near(left, a.span).isdisjoint(near(right, b.span)) or _measure_alike(left, right, a, b)
    is_alone = _only_one(left, a) and _only_one(right, b)
    if found.relation is Relation.UNSURE and not agrees:
        if not in_common or not is_alone:
            return 0.0
        return _EVENT if event else _TOPIC if min(_values(a, b), default=Decimal(0)) > _FEW else 0.0
    if in_common or a.kind == "score":
        return _NEAR if is_same else _EVENT
    if agrees or event:
        return _EVENT
    return _TOPIC if a.unit is not None and ((is_alone and a.kind == "money") or same_topic(left, right)) else 0.0


def _of_two_fates(left: Claim, a: Quantity, right: Claim, b: Quantity) -> bool:
    """Whether different things befall the people who are counted: eleven prisoners at large, two caught."""
    ours, theirs = ({e.frame for e in c.all(Event) if distance(c, e.span, q.span) <= _FATE} for c, q in ((left, a), (right, b)))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _measure_alike(left: Claim, right: Claim, a: Quantity, b: Quantity) -> bool:
    return not _dimensions(left, a).isdisjoint(_dimensions(right, b))


@once
def _dimensions(claim: Claim, q: Quantity) -> frozenset[str]:
    """What a number is the measure of: words such as "depth" belong to the number that stands nearest."""
    words = [c for c in claim.all(Concept) if c.id in _DIMENSIONS]
    return frozenset(
        c.id for c in words if min(claim.all(Quantity), key=lambda other: (distance(claim, c.span, other.span), other.span)).span == q.span
    )


def _only_one(claim: Claim, q: Quantity) -> bool:
    return all(other is q or other.kind != q.kind for other in claim.all(Quantity))


def _rank(pair: _Pair) -> tuple[bool, float, bool, float, int, list[str]]:
    """Agreements first, then the surest, those said to measure alike, the nearest in value and place; the same whichever side is left."""
    a, b = pair.left, pair.right
    return (
        pair.found.level is Level.CONFLICT,
        -pair.weight,
        not pair.measure_alike,
        pair.found.apart,
        a.span.start + b.span.start,
        sorted((a.text, b.text)),
    )


def _told(q: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the other side gives this very number, of something that may be the same."""
    return any((q.low, q.high, q.unit) == (o.low, o.high, o.unit) and relation(q, o) is not None for o in others)


def _reckoned(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """What follows from several numbers of a claim: a sum, a share of a count, a count as a share of another.

    "Two guards and a driver" are three, a quarter of 12,000 workers are 3,000, 55 of 101 seats 54 percent.
    """
    exact = [q for q in quantities if q.low is not None and q.low == q.high and q.low > 0]
    for a, b in combinations(exact if len(exact) <= _MOST_RECKONED else (), 2):
        assert a.low is not None
        assert b.low is not None
        span = Span(a.span.start, b.span.end)
        if a.unit == b.unit and a.counted == b.counted and a.kind == b.kind and a.kind in ("count", "money"):
            total = a.low + b.low
            yield replace(a, low=total, high=total, scope=frozenset(), span=span)
            if a.kind == "count":
                share = 100 * min(a.low, b.low) / max(a.low, b.low)
                yield replace(a, low=share, high=share, unit="percent", kind="percent", scope=frozenset(), span=span, approximate=False)
        elif {a.kind, b.kind} == {"count", "percent"} and {a.unit, b.unit} <= {"percent", None}:
            whole = a if a.kind == "count" else b
            part = a.low * b.low / 100
            yield replace(whole, low=part, high=part, scope=frozenset(), span=span)


def _outcome(pair: _Pair, *, changes: bool) -> Outcome:
    a, b, found = pair.left, pair.right, pair.found
    ours, theirs = shown(a), shown(b)
    verb = {
        Level.AGREE: "the numbers agree",
        Level.COMPATIBLE: "both numbers can be right",
        Level.CONFLICT: "the numbers differ",
    }[found.level]
    weight = pair.weight
    if found.level is Level.CONFLICT and found.apart < _HAIR and min(_values(a, b)) >= _LARGE:
        weight *= 0.5
    basis = Basis.CONVERTED if found.converted else Basis.PARSED if pair.weight >= _NEAR else Basis.PARTIAL
    message = f"{verb}: {ours} against {theirs}"
    return Outcome(found.level, a.span, b.span, ours, theirs, message, basis, changes=changes, weight=weight)


def _values(*quantities: Quantity) -> list[Decimal]:
    return [abs(v) for q in quantities for v in (q.low, q.high) if v is not None]
