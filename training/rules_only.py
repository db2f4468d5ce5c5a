"""A decision by plain rules, to set the learned one beside: the strongest detector wins.

No weights: two claims that have too little in common are unrelated; else the strongest clash is a
contradiction, or a shift where days lie between; else what agrees is a corroboration. The only
number that is chosen, how much must be in common, is the one that suits the very pairs it is
measured on best, which flatters the rules.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.decide import CLASSES, FIRM, NEARLY_ALL
from checker.features import Feature
from checker.model import Verdict
from training.stories import Example

LEAST_IN_COMMON = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5)
"""Shares of the ground at which nothing more is gained (``checker/slots/ground.py``) that are tried."""
_STATED = frozenset({"when_differs", "when_far"})


def by_rules(found: Sequence[Feature], least: float) -> Verdict:
    """The verdict on a pair of which ``found`` was observed; ``least`` is how much must be in common."""
    values = {f.name: f.value for f in found if " & " not in f.name}
    if values.get("rest", 0.0) < least:
        return Verdict.UNRELATED
    if values.get("a_detail_clashes", 0.0) >= FIRM:
        apart = "gap" in values or bool(_STATED & set(values))
        shifted = apart and "more_than_the_date_clashes" in values
        return Verdict.TEMPORAL_SHIFT if shifted else Verdict.CONTRADICTION
    if {"pending_one_side", "status_compatible"} <= set(values):
        return Verdict.TEMPORAL_SHIFT
    agreed = any(name.endswith("_agree") for name in values) or values.get("words", 0.0) >= NEARLY_ALL
    return Verdict.CORROBORATION if agreed else Verdict.UNRELATED


def rules_only(pairs: Sequence[Example]) -> list[tuple[Example, Verdict]]:
    """The rules' verdicts on pairs, with the demand on what is in common that gives them the best mean F1."""
    tried = [[(e, by_rules(e.found, least)) for e in pairs] for least in LEAST_IN_COMMON]
    return max(tried, key=mean_f1)


def precision_recall(scored: Sequence[tuple[Example, Verdict]], verdict: Verdict) -> tuple[float, float]:
    """Share of a verdict's reports that are right, and of its pairs that are found."""
    hits = [e.verdict is verdict for e, given in scored if given is verdict]
    total = sum(e.verdict is verdict for e, _ in scored)
    return sum(hits) / max(len(hits), 1), sum(hits) / max(total, 1)


def f1(scored: Sequence[tuple[Example, Verdict]], verdict: Verdict) -> float:
    """The harmonic mean of precision and recall."""
    precision, recall = precision_recall(scored, verdict)
    return 2 * precision * recall / max(precision + recall, 1e-9)


def mean_f1(scored: Sequence[tuple[Example, Verdict]]) -> float:
    """The mean over all verdicts, ``unrelated`` included."""
    return float(np.mean([f1(scored, verdict) for verdict in CLASSES]))
