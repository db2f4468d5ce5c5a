"""The steps of the way from two sentences to a finding, and which of them a judged pair did not take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.matching import JudgedPair
from checker.model import Level, Verdict

FOUND = "found"
STEPS = (
    FOUND,
    "no claim read",
    "not set side by side",
    "taken for two events",
    "no rule sees a clash",
    "decided otherwise",
    "settled by the sources",
    "grouped away",
)
"""The steps in order, and ``FOUND`` where nothing was lost."""


def lost_at(pairs: Sequence[JudgedPair], verdict: Verdict) -> tuple[str, str]:
    """Why none of the pairs that state a finding of the gold was decided as it should be."""
    best = max(pairs, key=lambda p: (p.decision.probabilities[verdict], p.pair.same_event))
    clashes = [j for j in best.judged if j.outcome.level is Level.CONFLICT]
    said = "; ".join(f"{j.type.value} {j.outcome.weight:.2f} {j.outcome.message}" for j in clashes)
    odds = " ".join(f"{v.value[:6]} {p:.2f}" for v, p in best.decision.probabilities.items())
    if best.pair.same_event < 0.5:
        return "taken for two events", f"{odds} {said}"
    if verdict is Verdict.CONTRADICTION and not clashes:
        return "no rule sees a clash", odds
    return "decided otherwise", f"{best.decision.verdict.value}: {odds} {said}"


def counted(lost: Iterable[tuple[Verdict, Sequence[str], str]]) -> dict[str, Counter[str]]:
    """How many findings came to each step, by verdict and, for contradictions, by first type.

    ``lost`` gives verdict, types and step of each.
    """
    counts: dict[str, Counter[str]] = {}
    for verdict, types, step in lost:
        names = [verdict.value.replace("_", " ")]
        if types and verdict is Verdict.CONTRADICTION:
            names.append(f"{names[0]}: {types[0]}")
        for name in names:
            counts.setdefault(name, Counter())[step] += 1
    return dict(sorted(counts.items()))
