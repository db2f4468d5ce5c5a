"""Tidy tables of every pair that was compared: what speaks for one event, what each rule said, how it was decided.

``PAIRS`` has one row a pair, ``OUTCOMES`` one row for each thing a rule said of one. The columns that
follow the types of contradiction and the verdicts grow with ``Type`` and ``Verdict``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from checker.decide import CLASSES
from checker.frames import Row, table
from checker.grouping import main_type
from checker.matching import JudgedPair
from checker.model import Finding, Level, Type, Verdict
from checker.result import Result
from claims.model import Claim

if TYPE_CHECKING:
    import pandas as pd

_SIDE = {"id": "string", "file": "string", "lang": "string", "line": "int64", "claim": "string"}
_ASPECTS = ("who", "what", "where", "when", "number", "words", "things")
_AGAINST = {"who_differs": "who", "what_differs": "what", "where_differs": "where", "when_differs": "when", "when_far": "when"}
"""Lines of evidence that speak against one event, by the aspect they belong to."""
_LEVELS = (Level.CONFLICT, Level.COMPATIBLE, Level.AGREE)
"""Where rules of one type disagree, the first of these counts."""

PAIRS: Mapping[str, str] = {
    **{f"{side}_{name}": dtype for side in "ab" for name, dtype in _SIDE.items()},
    "similarity": "float64",
    "same_event": "float64",
    **dict.fromkeys((f"same_{aspect}" for aspect in _ASPECTS), "float64"),
    **dict.fromkeys((kind.value for kind in Type), "string"),
    **dict.fromkeys((f"p_{verdict.value}" for verdict in CLASSES), "float64"),
    "decided": "string",
    "confidence": "float64",
    "verdict": "string",
    "kept_back": "string",
    "finding": "string",
}

OUTCOMES: Mapping[str, str] = {
    "a_id": "string",
    "b_id": "string",
    "rule": "string",
    "type": "string",
    "level": "string",
    "a_words": "string",
    "b_words": "string",
    "a_value": "string",
    "b_value": "string",
    "weight": "float64",
    "basis": "string",
    "message": "string",
}


def pairs_frame(result: Result) -> pd.DataFrame:
    """The pairs as a DataFrame; without rows where the result was made by hand."""
    return table(pair_rows(result), PAIRS)


def outcomes_frame(result: Result) -> pd.DataFrame:
    """What the rules said as a DataFrame."""
    return table(outcome_rows(result), OUTCOMES)


def pair_rows(result: Result) -> Iterator[Row]:
    """One row a pair, in the order of the files and the claims in them."""
    if result.workings is None:
        return
    settled = result.workings.settled
    ended = {_key(pair): pair for pair in settled.shown}
    kept_back = {_key(s.pair): s.reason for s in settled.suppressed}
    holders = _holders(result.findings)
    for pair in result.workings.pairs:
        key, probabilities = _key(pair), pair.decision.probabilities
        final = ended.get(key)
        yield {
            **_side(result, "a", pair.pair.left),
            **_side(result, "b", pair.pair.right),
            "similarity": pair.pair.similarity,
            "same_event": pair.pair.same_event,
            **_evidence(pair),
            **_levels(pair),
            **{f"p_{verdict.value}": probabilities[verdict] for verdict in CLASSES},
            "decided": pair.decision.verdict.value,
            "confidence": pair.decision.confidence,
            "verdict": final.decision.verdict.value if final else "unrelated",
            "kept_back": kept_back.get(key),
            "finding": _holder(final, holders, result.findings) if final else None,
        }


def outcome_rows(result: Result) -> Iterator[Row]:
    """One row for each outcome of a rule, pair by pair."""
    for pair in result.workings.pairs if result.workings else ():
        a, b = pair.pair.left, pair.pair.right
        for judged in pair.judged:
            outcome = judged.outcome
            yield {
                "a_id": a.id,
                "b_id": b.id,
                "rule": judged.code,
                "type": judged.type.value,
                "level": outcome.level.value,
                "a_words": outcome.left.of(a.sentence.text),
                "b_words": outcome.right.of(b.sentence.text),
                "a_value": outcome.left_value,
                "b_value": outcome.right_value,
                "weight": outcome.weight,
                "basis": outcome.basis.value,
                "message": outcome.message,
            }


def _key(pair: JudgedPair) -> tuple[str, str]:
    return pair.pair.left.id, pair.pair.right.id


_Claimed = tuple[Verdict, Type | None, str]
"""A verdict, a main type and the id of a claim."""


def _holders(findings: tuple[Finding, ...]) -> dict[_Claimed, list[int]]:
    """The places of the findings in which a claim stands, by their verdict and main type.

    By claim and not by pair: a finding of a thousand claims has a million pairs.
    """
    found: dict[_Claimed, list[int]] = {}
    for place, finding in enumerate(findings):
        kind = finding.types[0] if finding.types else None
        for name in {claim.id for side in finding.sides for claim in side.claims}:
            found.setdefault((finding.verdict, kind, name), []).append(place)
    return found


def _holder(final: JudgedPair, holders: Mapping[_Claimed, list[int]], findings: tuple[Finding, ...]) -> str | None:
    """The id of the first finding in which both claims of a pair stand."""
    ours, theirs = (holders.get((final.decision.verdict, main_type(final), name), []) for name in _key(final))
    places = set(ours).intersection(theirs)
    return findings[min(places)].id if places else None


def _side(result: Result, side: str, claim: Claim) -> Row:
    values: Row = {"id": claim.id, "file": claim.file, "lang": claim.lang, "line": result.position(claim).line, "claim": claim.text}
    return {f"{side}_{name}": value for name, value in values.items()}


def _evidence(pair: JudgedPair) -> Row:
    """The weight of each aspect: above zero where both sides share it, below where they differ, missing where one is silent."""
    found: dict[str, float] = {}
    for line in pair.pair.evidence:
        if line.aspect in _ASPECTS:
            found[line.aspect] = line.weight
        elif line.aspect in _AGAINST:
            found.setdefault(_AGAINST[line.aspect], -line.weight)
    return {f"same_{aspect}": found.get(aspect) for aspect in _ASPECTS}


def _levels(pair: JudgedPair) -> Row:
    row: Row = dict.fromkeys(kind.value for kind in Type)
    for judged in sorted(pair.judged, key=lambda j: _LEVELS.index(j.outcome.level), reverse=True):
        row[judged.type.value] = judged.outcome.level.value
    return row
