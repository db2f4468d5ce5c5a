"""Where findings of the gold are lost: the first step of the way at which each one goes missing.

A finding is lost at the first of these steps that does not carry it on: a sentence yields no claim;
the two claims are not set side by side; they are not taken for one event; no rule sees a clash; the
decision says something else; whole sources settle it otherwise; it is grouped away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from checker.evaluation.hits import finds, is_side
from checker.evaluation.steps import FOUND, STEPS, counted, lost_at
from checker.matching import JudgedPair
from checker.model import Verdict
from checker.report import Report

_PAIRED = (Verdict.CONTRADICTION, Verdict.TEMPORAL_SHIFT, Verdict.CORROBORATION)


@dataclass(frozen=True, slots=True)
class Loss:
    """One finding of the gold and the furthest step it came to, with what was said there."""

    group: str
    verdict: Verdict
    types: tuple[str, ...]
    step: str
    detail: str = ""


def losses(made: Report, gold: Mapping[str, Any]) -> tuple[Loss, ...]:
    """Every group of the gold but the borderline ones, in its order; of a group's pairs the one that came furthest."""
    best: dict[str, Loss] = {}
    for entry in gold["findings"]:
        verdict = Verdict(entry["verdict"])
        if verdict not in _PAIRED or entry.get("borderline"):
            continue
        step, detail = _step(made, entry, verdict)
        loss = Loss(entry["group"], verdict, tuple(entry.get("types") or ()), step, detail)
        key = f"{verdict}: {entry['group']}"
        if key not in best or _far(loss) > _far(best[key]):
            best[key] = loss
    return tuple(best.values())


def _far(loss: Loss) -> int:
    return len(STEPS) if loss.step == FOUND else STEPS.index(loss.step)


def _step(made: Report, entry: Mapping[str, Any], verdict: Verdict) -> tuple[str, str]:
    if any(f.verdict is verdict and finds(f, entry) for f in made.findings):
        return FOUND, ""
    claims = [c for r in made.readings for c in r.claims]
    missing = [side for side in ("a", "b") if not any(is_side(c, entry[side]) for c in claims)]
    if missing:
        return "no claim read", f"{missing[0]}: {entry[missing[0]]['file']}"
    workings = made.workings
    assert workings is not None
    pairs = [p for p in workings.pairs if _joins(p, entry)]
    if not pairs:
        return "not set side by side", ""
    if any(p.decision.verdict is verdict for p in workings.settled.shown if _joins(p, entry)):
        return "grouped away", ""
    if any(p.decision.verdict is verdict for p in pairs):
        return "settled by the sources", ", ".join(sorted({s.reason for s in workings.settled.suppressed if _joins(s.pair, entry)}))
    return lost_at(pairs, verdict)


def _joins(pair: JudgedPair, entry: Mapping[str, Any]) -> bool:
    a, b, one, other = pair.pair.left, pair.pair.right, entry["a"], entry["b"]
    return (is_side(a, one) and is_side(b, other)) or (is_side(a, other) and is_side(b, one))


def table(lost: Iterable[Loss]) -> dict[str, Counter[str]]:
    """How many findings came to each step, by verdict and type."""
    return counted((loss.verdict, loss.types, loss.step) for loss in lost)
