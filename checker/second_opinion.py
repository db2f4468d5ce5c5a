"""An NLI model's word on pairs that may speak of one event: one more signal in the same visible sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.decide import Model
from checker.encoders.nli import NliModel
from checker.matching import JudgedPair, judged_pair
from checker.model import Evidence

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
        found[i] = judged_pair(replace(pair.pair, evidence=evidence), pair.judged, weights)
    return tuple(found)
