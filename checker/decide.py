"""From readable features to a verdict: a multinomial logistic model with its weights in a text file.

``data/decision.json`` holds one weight a feature and verdict, fitted by ``training/fit_decision.py``
on pairs written for this project. A verdict's log-odds are a visible sum, so every finding can be
taken apart bar by bar; nothing else decides.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from math import exp, log

from checker.features import Feature
from checker.model import Step, Verdict

CLASSES = (Verdict.CONTRADICTION, Verdict.CORROBORATION, Verdict.TEMPORAL_SHIFT, Verdict.UNRELATED)


@dataclass(frozen=True)
class Model:
    """Weights per verdict and feature (key ``bias`` for the constant), and thresholds per verdict.

    ``alone`` is what two sentences put side by side by hand have ahead of two that search turned
    up, by verdict in log-odds: whoever asks about a pair has a reason to. ``thresholds`` hold for
    reports, ``thresholds_alone`` for such pairs. The likeliest verdict that reaches its threshold
    is given; with a threshold of 1 ``unrelated`` never stands in the way of another.
    """

    weights: Mapping[Verdict, Mapping[str, float]]
    thresholds: Mapping[Verdict, float]
    alone: Mapping[Verdict, float] = field(default_factory=dict)
    thresholds_alone: Mapping[Verdict, float] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Mapping[str, tuple[float, ...]]:
        """What every feature weighs, verdict by verdict in the order of ``CLASSES``."""
        names = {name for weights in self.weights.values() for name in weights}
        return {name: tuple(self.weights[v].get(name, 0.0) for v in CLASSES) for name in names}

    def for_two(self) -> Model:
        """The model that decides on two sentences put side by side by hand."""
        weights = {v: {**w, "bias": round(w.get("bias", 0.0) + self.alone.get(v, 0.0), 3)} for v, w in self.weights.items()}
        return Model(weights, self.thresholds_alone)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What was weighed, by which weights, for which verdict and against which."""

    found: tuple[Feature, ...]
    weights: Model
    verdict: Verdict
    against: Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict, its probability, and the probability of every verdict."""

    verdict: Verdict
    confidence: float
    probabilities: Mapping[Verdict, float]
    weighing: Weighing

    @property
    def trace(self) -> tuple[Step, ...]:
        """The sum taken apart; made when asked for, as hardly any pair is looked at again."""
        return _trace(self.weighing.found, self.weighing.weights, self.weighing.verdict, self.weighing.against)


_NLI = {
    Verdict.CONTRADICTION: {"nli_contradiction": 2.0, "nli_entailment": -1.0},
    Verdict.CORROBORATION: {"nli_contradiction": -1.0, "nli_entailment": 2.0},
    Verdict.TEMPORAL_SHIFT: {"nli_contradiction": 1.0, "nli_entailment": -1.0},
    Verdict.UNRELATED: {},
}
"""What an NLI model's word weighs. Set, not fitted: any model may be named, and it is one signal among many."""
SURE_OF_CLASH = 0.9
"""A contradiction that an NLI model holds at least so likely may be shown though no rule names the detail."""


@cache
def model_for_two() -> Model:
    """The shipped model, for two sentences put side by side by hand."""
    return model().for_two()


@cache
def model() -> Model:
    """The shipped model, for the pairs of a report."""
    data = json.loads((files("checker") / "data" / "decision.json").read_text("utf-8"))
    named = ("thresholds", "alone", "thresholds_alone")
    return Model(
        {Verdict(v): {**w, **_NLI[Verdict(v)]} for v, w in data["weights"].items()},
        *({Verdict(v): x for v, x in data[n].items()} for n in named),
    )


def sums(found: Sequence[Feature], weights: Model) -> tuple[float, ...]:
    """What the features add up to for every verdict of ``CLASSES``, before its constant: the same for two claims alone and in a report."""
    rows = weights.rows
    known = [(rows[f.name], f.value) for f in found if f.name in rows]
    return tuple(sum(row[k] * value for row, value in known) for k in range(len(CLASSES)))


def odds(found: Sequence[Feature], weights: Model) -> dict[Verdict, float]:
    """The log-odds of every verdict, up to a number that all share."""
    return _with_constants(sums(found, weights), weights)


def _with_constants(total: Sequence[float], weights: Model) -> dict[Verdict, float]:
    return {v: weights.weights[v].get("bias", 0.0) + x for v, x in zip(CLASSES, total, strict=True)}


def likelihoods(found: Sequence[Feature], weights: Model, total: Sequence[float] | None = None) -> dict[Verdict, float]:
    """The probability of every verdict: a clash on one day is no shift, so what speaks for a shift speaks for a contradiction.

    ``total`` are the ``sums`` of the features where they are known already.
    """
    scores = _with_constants(sums(found, weights) if total is None else total, weights)
    top = max(scores.values())
    whole = log(sum(exp(s - top) for s in scores.values())) + top
    found_likely = {v: exp(s - whole) for v, s in scores.items()}
    if _clash_on_one_day(found):
        found_likely[Verdict.CONTRADICTION] += found_likely[Verdict.TEMPORAL_SHIFT]
        found_likely[Verdict.TEMPORAL_SHIFT] = 0.0
    return {v: round(p, 4) for v, p in found_likely.items()}


def _clash_on_one_day(found: Sequence[Feature]) -> bool:
    """Whether both claims say that it was on one and the same day, and still differ: no time for anything to change.

    What is still to come on one side may have come true since.
    """
    values = {f.name: f.value for f in found}
    same_day = values.get("when", 0.0) >= 1.0 and "same_time" in values and "pending_one_side" not in values
    return same_day and values.get("more_than_the_date_clashes", 0.0) >= FIRM


def decide(found: Sequence[Feature], weights: Model | None = None, total: Sequence[float] | None = None) -> Decision:
    """The likeliest verdict that reaches its threshold and has something to show; ``unrelated`` if there is none.

    A contradiction needs a detail that a rule saw clash: likeness alone never accuses. An
    agreement needs one that a rule saw agree, or words that nearly all meet. ``total`` are the ``sums``
    of the features where they are known already.
    """
    chosen = weights or model()
    probabilities = likelihoods(found, chosen, total)
    ranked = sorted(CLASSES, key=lambda v: (-probabilities[v], CLASSES.index(v)))
    reached = [v for v in ranked if probabilities[v] >= chosen.thresholds.get(v, _LEAST[v]) and _shown(found, v)]
    verdict = reached[0] if reached else Verdict.UNRELATED
    confidence = (
        probabilities[verdict] if verdict is not Verdict.UNRELATED else max(probabilities[verdict], round(1 - probabilities[ranked[0]], 4))
    )
    if verdict is Verdict.CORROBORATION and _came_true(found):
        verdict = Verdict.TEMPORAL_SHIFT
    against = next(v for v in ranked if v is not verdict)
    return Decision(verdict, confidence, probabilities, Weighing(tuple(found), chosen, verdict, against))


_LEAST = {Verdict.CONTRADICTION: 0.5, Verdict.CORROBORATION: 0.5, Verdict.TEMPORAL_SHIFT: 0.5, Verdict.UNRELATED: 1.0}
"""Thresholds where none is given: ``unrelated`` is what is left where nothing else reaches its own."""
NEARLY_ALL = 0.6
"""Word coverage from which two claims are taken to say the same without a value that agrees."""


FIRM = 0.25
"""A rule must hold a clash at least this strongly before it may be called a contradiction."""


def _shown(found: Sequence[Feature], verdict: Verdict) -> bool:
    """Whether the features hold something that an editor can be shown for the verdict."""
    names = {f.name for f in found}
    if verdict is Verdict.UNRELATED:
        return True
    if verdict is Verdict.CONTRADICTION:
        values = {f.name: f.value for f in found}
        return values.get("a_detail_clashes", 0.0) >= FIRM or values.get("nli_contradiction", 0.0) >= SURE_OF_CLASH
    if verdict is Verdict.TEMPORAL_SHIFT:
        return "a_detail_clashes" in names or bool(names & {"status_compatible", "when_differs", "when_far", "gap"})
    agreed = any(n.endswith("_agree") for n in names)
    return agreed or any(f.name == "words" and f.value >= NEARLY_ALL for f in found)


def _came_true(found: Sequence[Feature]) -> bool:
    """Whether one claim looks ahead to what the other tells as done: both right, each at its time."""
    return {"pending_one_side", "status_compatible"} <= {f.name for f in found}


def _trace(found: Sequence[Feature], weights: Model, verdict: Verdict, against: Verdict) -> tuple[Step, ...]:
    """What speaks for the verdict rather than for the next likeliest, the weightiest first.

    A product of two features ("number_conflict & words") is counted with its first, so that every
    line is the whole of what one observation adds.
    """
    ours, theirs = weights.weights[verdict], weights.weights[against]

    def share(name: str) -> float:
        return ours.get(name, 0.0) - theirs.get(name, 0.0)

    sums: dict[str, float] = {}
    for f in found:
        base = f.name.partition(" & ")[0]
        sums[base] = sums.get(base, 0.0) + share(f.name) * f.value
    steps = [Step("bias", "", "", "", round(share("bias"), 3), f"before anything is compared, against {against.value.replace('_', ' ')}")]
    steps += [Step(f.name, f.left, f.right, f"{f.value:.2f}", round(sums[f.name], 3), f.note) for f in found if f.name in sums]
    return tuple(sorted(steps, key=lambda s: (-abs(s.weight), s.facet)))
