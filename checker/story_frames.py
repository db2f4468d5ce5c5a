"""Tidy tables that tell a story: what happened when, who answers a question how, and which claims lie near a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.frames import DAY, Row, table
from checker.questions import question
from checker.result import Result
from claims.model import Claim, Event, TimeBasis

if TYPE_CHECKING:
    import pandas as pd

TIMELINE: Mapping[str, str] = {
    "event_earliest": DAY,
    "event_latest": DAY,
    "granularity": "string",
    "basis": "string",
    "event": "string",
    "file": "string",
    "lang": "string",
    "line": "int64",
    "claim": "string",
    "id": "string",
    "published_earliest": DAY,
    "published_latest": DAY,
    "published_basis": "string",
    "stale": "bool",
}

GROUPS: Mapping[str, str] = {
    "finding": "string",
    "verdict": "string",
    "confidence": "float64",
    "question": "string",
    "answer": "string",
    "families": "int64",
    "sources": "int64",
    "files": "string",
    "langs": "string",
    "published_earliest": DAY,
    "published_latest": DAY,
    "claims": "int64",
    "claim": "string",
}

NEIGHBOURS: Mapping[str, str] = {
    "similarity": "float64",
    "file": "string",
    "lang": "string",
    "line": "int64",
    "claim": "string",
    "sentence": "string",
    "event_earliest": DAY,
    "event_latest": DAY,
    "id": "string",
}


def timeline_frame(result: Result, *, dated: bool = False) -> pd.DataFrame:
    """The claims in the order of what they tell; ``dated`` leaves out those that give no time of their own."""
    return table(timeline_rows(result, dated=dated), TIMELINE)


def timeline_rows(result: Result, *, dated: bool = False) -> Iterator[Row]:
    """One row a claim, the earliest event first; what has no beginning stands before all."""
    claims = [c for reading in result.readings for c in reading.claims if not (dated and c.event_time.basis is TimeBasis.DEFAULT)]
    for claim in sorted(claims, key=_by_time):
        row = result.row(claim.file)
        yield {
            "event_earliest": claim.event_time.interval.earliest,
            "event_latest": claim.event_time.interval.latest,
            "granularity": claim.event_time.granularity,
            "basis": claim.event_time.basis.value,
            "event": _happening(claim),
            "file": claim.file,
            "lang": claim.lang,
            "line": result.position(claim).line,
            "claim": claim.text,
            "id": claim.id,
            "published_earliest": row.published.interval.earliest,
            "published_latest": row.published.interval.latest,
            "published_basis": row.published.basis,
            "stale": row.stale,
        }


def _by_time(claim: Claim) -> tuple[date, date, str, int]:
    when = claim.event_time.interval
    return when.earliest or date.min, when.latest or date.max, claim.file, claim.span.start


def _happening(claim: Claim) -> str | None:
    """What happened, in the lexicon's word: the first event of the claim."""
    return next((event.concept.replace("_", " ") for event in claim.all(Event)), None)


def groups_frame(result: Result) -> pd.DataFrame:
    """The questions the sources answer differently or alike, one row an answer."""
    return table(group_rows(result), GROUPS)


def group_rows(result: Result) -> Iterator[Row]:
    """One row an answer, in the order of the findings and of their sides."""
    for finding in result.findings:
        asked = question(finding) if finding.sides else ""
        for side in finding.sides:
            files = sorted({claim.file for claim in side.claims})
            published = [result.row(file).published.interval for file in files]
            starts, ends = [p.earliest for p in published], [p.latest for p in published]
            yield {
                "finding": finding.id,
                "verdict": finding.verdict.value,
                "confidence": round(finding.confidence, 4),
                "question": asked,
                "answer": side.value,
                "families": side.families,
                "sources": len(files),
                "files": ", ".join(files),
                "langs": ", ".join(sorted({claim.lang for claim in side.claims})),
                "published_earliest": None if None in starts else min(d for d in starts if d),
                "published_latest": None if None in ends else max(d for d in ends if d),
                "claims": len(side.claims),
                "claim": side.claims[0].text,
            }


def neighbours_frame(result: Result, text: str, k: int) -> pd.DataFrame:
    """The ``k`` claims whose vectors lie nearest to a sentence of any language, the nearest first.

    Raises ``InputError`` for a text without words and for a result made by hand, which has no vectors.
    """
    if not any(char.isalnum() for char in text):
        raise InputError("neighbours of what? Give a sentence")
    if result.workings is None:
        raise InputError("this report was made by hand and holds no vectors")
    return table(_neighbour_rows(result, _nearest(result, text, k)), NEIGHBOURS)


def _nearest(result: Result, text: str, k: int) -> Sequence[tuple[float, Claim]]:
    import numpy as np

    assert result.workings is not None
    (wanted,) = result.workings.encoder.encode([text])
    similarity = np.round((result.workings.vectors @ wanted).astype(np.float64), 4)
    order = np.argsort(-similarity, kind="stable")[: max(k, 0)]
    return [(float(similarity[i]), result.workings.claims[i]) for i in order]


def _neighbour_rows(result: Result, found: Sequence[tuple[float, Claim]]) -> Iterator[Row]:
    for similarity, claim in found:
        yield {
            "similarity": similarity,
            "file": claim.file,
            "lang": claim.lang,
            "line": result.position(claim).line,
            "claim": claim.text,
            "sentence": claim.sentence.text,
            "event_earliest": claim.event_time.interval.earliest,
            "event_latest": claim.event_time.interval.latest,
            "id": claim.id,
        }
