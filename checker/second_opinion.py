"""An NLI model's word on pairs that may speak of one event: one more signal in the same visible sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.decide import Model, decide
from checker.encoders.nli import NliModel
from checker.features import features
from checker.matching import JudgedPair
from checker.model import Evidence, Verdict

ASKED_FROM = 0.3
"""Likelihood of one event from which the model is asked; it is slow, and says "neutral" of all else."""


def with_opinions(pairs: Sequence[JudgedPair], nli: NliModel, weights: Model) -> tuple[JudgedPair, ...]:
    """The pairs, those that may speak of one event decided anew with what the model says of them."""
    asked = [i for i, pair in enumerate(pairs) if pair.pair.same_event >= ASKED_FROM]
    opinions = dict(zip(asked, nli.judge([(pairs[i].pair.left.text, pairs[i].pair.right.text) for i in asked]), strict=True))
    found = list(pairs)
    for i, opinion in opinions.items():
        pair = pairs[i]
        said = (
            Evidence("nli_contradiction", "", "", opinion.contradiction, f"likelihood of a contradiction by {nli.name}"),
            Evidence("nli_entailment", "", "", opinion.entailment, f"likelihood that one follows from the other by {nli.name}"),
        )
        evidence = (*pair.pair.evidence, *said)
        decision = decide(features(pair.pair.left, pair.pair.right, evidence, pair.judged), weights)
        same = round(1 - decision.probabilities[Verdict.UNRELATED], 4)
        found[i] = JudgedPair(replace(pair.pair, evidence=evidence, same_event=same), pair.judged, decision)
    return tuple(found)
