"""From a pair's evidence and its detectors' outcomes to the named features a decision weighs.

Every feature is a number an editor can read back in the trace: what it is, what stood on either
side. Features that combine two lines ("the numbers differ and the days differ") say so in their
name. Nothing here knows which verdict a feature speaks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.model import Evidence, Level, Outcome, Type
from claims.model import Attribution, Claim, Event, Status, TimeBasis


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


_PENDING = frozenset({Status.PLANNED, Status.EXPECTED})


def features(left: Claim, right: Claim, evidence: Sequence[Evidence], judged: Sequence[Judged]) -> tuple[Feature, ...]:
    """All features of a pair that are not zero, sorted by name."""
    found = [Feature(e.aspect, e.weight, e.left, e.right, e.note) for e in evidence]
    found += _from_outcomes(judged)
    found += _from_sides(left, right)
    found += _combined({f.name: f for f in found})
    return tuple(sorted((f for f in found if f.value), key=lambda f: f.name))


def _from_outcomes(judged: Sequence[Judged]) -> list[Feature]:
    strongest: dict[str, Feature] = {}
    for j in judged:
        name = f"{j.type.value}_{j.outcome.level.value}"
        if name not in strongest or strongest[name].value < j.outcome.weight:
            strongest[name] = Feature(name, j.outcome.weight, j.outcome.left_value, j.outcome.right_value, j.outcome.message)
    conflicts = sum(f.value for n, f in strongest.items() if n.endswith("_conflict"))
    if conflicts:
        strongest["any_conflict"] = Feature("any_conflict", 1.0, note="some detail differs")
    return list(strongest.values())


def _from_sides(left: Claim, right: Claim) -> list[Feature]:
    found = []
    if left.lang == right.lang:
        found.append(Feature("same_language", 1.0, left.lang, right.lang))
    gap = left.event_time.interval.gap_days(right.event_time.interval)
    if gap == 0 and TimeBasis.DEFAULT not in (left.event_time.basis, right.event_time.basis):
        found.append(Feature("same_time", 1.0, str(left.event_time.interval), str(right.event_time.interval)))
    if any(x.mode == "declined" for c in (left, right) for x in c.all(Attribution)):
        found.append(Feature("declined", 1.0, note="one side declines to say"))
    ours, theirs = ({e.status in _PENDING for e in c.all(Event)} for c in (left, right))
    if ours and theirs and (True in ours) != (True in theirs):
        found.append(Feature("pending_one_side", 1.0, note="still to come on one side"))
    return found


_PRODUCTS = (
    ("any_conflict", "when_differs"),
    ("any_conflict", "when_far"),
    ("any_conflict", "same_time"),
    ("any_conflict", "words"),
    ("any_conflict", "who"),
    ("any_conflict", "where"),
    ("any_conflict", "number"),
    ("number_conflict", "when_differs"),
    ("number_agree", "words"),
    ("number_agree", "what"),
    ("status_compatible", "when_differs"),
    ("what", "words"),
    ("when_differs", "words"),
    ("same_time", "words"),
)


def _combined(found: Mapping[str, Feature]) -> list[Feature]:
    return [
        Feature(f"{a} & {b}", round(found[a].value * found[b].value, 4), found[b].left, found[b].right, found[b].note)
        for a, b in _PRODUCTS
        if a in found and b in found
    ]


def types_of(judged: Sequence[Judged]) -> tuple[Type, ...]:
    """Types of the conflicts, the weightiest first."""
    conflicts = sorted((-j.outcome.weight, _ORDER.index(j.type), j.type) for j in judged if j.outcome.level is Level.CONFLICT)
    return tuple(dict.fromkeys(t for _, _, t in conflicts))


_ORDER = (Type.NUMBER, Type.ORDINAL, Type.POLARITY, Type.STATUS, Type.IDENTITY, Type.LOCATION, Type.ATTRIBUTION, Type.DATE)
