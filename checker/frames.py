"""Tidy tables of a report: the same rows for pandas and for CSV.

Each table is a mapping of column to pandas dtype, in the order of the columns. Days are
``datetime64[s]`` and missing where open; everything else is never missing, except ``b_...`` of a
finding that has one side only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from checker.result import Result
from claims.model import Claim, Source

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | bool | date | None
Row = dict[str, Cell]

DAY = "datetime64[s]"
_SIDE = {
    "file": "string",
    "lang": "string",
    "line": "Int64",
    "column": "Int64",
    "claim": "string",
    "sentence": "string",
    "published_earliest": DAY,
    "published_latest": DAY,
    "published_basis": "string",
    "event_earliest": DAY,
    "event_latest": DAY,
}

FINDINGS: Mapping[str, str] = {
    "id": "string",
    "verdict": "string",
    "types": "string",  # separated by ", "
    "code": "string",
    "rule": "string",
    "severity": "string",
    "confidence": "float64",
    "confidence_basis": "string",
    "message": "string",
    **{f"{side}_{name}": dtype for side in "ab" for name, dtype in _SIDE.items()},
    "sides": "int64",
    "claims": "int64",  # on all sides
    "families": "int64",  # independent ones, on all sides
    "scope": "string",
    "evidence": "int64",
    "group": "string",
    "state": "string",
}

SOURCES: Mapping[str, str] = {
    "file": "string",
    "lang": "string",
    "title": "string",
    "published_earliest": DAY,
    "published_latest": DAY,
    "published_basis": "string",
    "clues": "int64",
    "stale": "bool",
    "family": "string",
    "claims": "int64",
}

CLAIMS: Mapping[str, str] = {
    "id": "string",
    "file": "string",
    "lang": "string",
    "line": "int64",
    "column": "int64",
    "start": "int64",
    "end": "int64",
    "claim": "string",
    "sentence": "string",
    "event_earliest": DAY,
    "event_latest": DAY,
    "event_basis": "string",
    "facets": "int64",
}


ARTICLES: Mapping[str, str] = {
    "source": "string",
    "text": "string",
    "published": DAY,
    "lang": "string",
}


def finding_rows(result: Result) -> Iterator[Row]:
    """One row a finding, in the order of the report."""
    for finding in result.findings:
        yield {
            "id": finding.id,
            "verdict": finding.verdict.value,
            "types": ", ".join(kind.value for kind in finding.types),
            "code": finding.code,
            "rule": finding.rule,
            "severity": finding.severity.value,
            "confidence": round(finding.confidence, 4),
            "confidence_basis": finding.confidence_basis.value,
            "message": finding.message,
            **_side(result, "a", finding.a),
            **_side(result, "b", finding.b),
            "sides": len(finding.sides),
            "claims": sum(len(side.claims) for side in finding.sides),
            "families": sum(side.families for side in finding.sides),
            "scope": finding.scope,
            "evidence": len(finding.evidence),
            "group": finding.group,
            "state": finding.state.value,
        }


def source_rows(result: Result) -> Iterator[Row]:
    """One row a source, by file."""
    for row in result.sources:
        yield {
            "file": row.file,
            "lang": row.lang,
            "title": row.title,
            "published_earliest": row.published.interval.earliest,
            "published_latest": row.published.interval.latest,
            "published_basis": row.published.basis,
            "clues": len(row.published.clues),
            "stale": row.stale,
            "family": row.family,
            "claims": row.claims,
        }


def claim_rows(result: Result) -> Iterator[Row]:
    """One row a claim, by file and place."""
    for reading in result.readings:
        for claim in reading.claims:
            position = result.position(claim)
            yield {
                "id": claim.id,
                "file": claim.file,
                "lang": claim.lang,
                "line": position.line,
                "column": position.column,
                "start": position.start,
                "end": position.end,
                "claim": claim.text,
                "sentence": claim.sentence.text,
                "event_earliest": claim.event_time.interval.earliest,
                "event_latest": claim.event_time.interval.latest,
                "event_basis": claim.event_time.basis.value,
                "facets": len(claim.facets),
            }


def article_rows(result: Result) -> Iterator[Row]:
    """One row an article, with what ``report()`` takes; the day only where the article itself gives one."""
    for reading in result.readings:
        source, published = reading.source, result.row(reading.source.file).published
        known = published.is_known and published.basis != "modified" and published.interval.is_day
        yield {
            "source": source.file,
            "text": _plain(source),
            "published": published.interval.earliest if known else None,
            "lang": source.lang,
        }


def _plain(source: Source) -> str:
    """A plain text as it was read; of any other format the title and the paragraphs of the article, as a plain text has them."""
    if not source.places and (source.title is None or not source.text[: source.title.start].strip()):
        return source.text
    title = [source.title] if source.title is not None else []
    kept = [block.span for block in source.blocks if block.kind in ("dateline", "body")]
    return "\n\n".join(span.of(source.text).strip() for span in (*title, *kept)) + "\n"


def articles_frame(result: Result) -> pd.DataFrame:
    """The articles as a DataFrame."""
    return table(article_rows(result), ARTICLES)


def findings_frame(result: Result) -> pd.DataFrame:
    """The findings as a DataFrame."""
    return table(finding_rows(result), FINDINGS)


def sources_frame(result: Result) -> pd.DataFrame:
    """The sources as a DataFrame."""
    return table(source_rows(result), SOURCES)


def claims_frame(result: Result) -> pd.DataFrame:
    """The claims as a DataFrame."""
    return table(claim_rows(result), CLAIMS)


def table(rows: Iterable[Row], columns: Mapping[str, str]) -> pd.DataFrame:
    """The rows as a DataFrame with these columns and dtypes, whether there are any rows or none."""
    import pandas as pd

    listed: dict[str, list[Cell]] = {name: [] for name in columns}
    for row in rows:  # never all rows at once: of a large report they would take more room than the report
        for name, cells in listed.items():
            cells.append(row[name])
    return pd.DataFrame({name: pd.Series(listed.pop(name), dtype=dtype) for name, dtype in columns.items()})


def _side(result: Result, side: str, claim: Claim | None) -> Row:
    if claim is None:
        return {f"{side}_{name}": None for name in _SIDE}
    position, published = result.position(claim), result.row(claim.file).published
    values: Row = {
        "file": claim.file,
        "lang": claim.lang,
        "line": position.line,
        "column": position.column,
        "claim": claim.text,
        "sentence": claim.sentence.text,
        "published_earliest": published.interval.earliest,
        "published_latest": published.interval.latest,
        "published_basis": published.basis,
        "event_earliest": claim.event_time.interval.earliest,
        "event_latest": claim.event_time.interval.latest,
    }
    return {f"{side}_{name}": value for name, value in values.items()}
