"""The report as JSON, ``schema_version`` 1. Keys come in a fixed order; text is not escaped to ASCII."""

from __future__ import annotations

import json
import re
from typing import Any

from checker.model import Finding, Notice, State, Step
from checker.render.view import View
from checker.result import Result, SourceRow
from claims.model import Claim, Clue, Interval, Published

SCHEMA_VERSION = 1
MEDIA_TYPE = "application/json"

# Letters stay readable; what could steer a terminal or hide text in a review is escaped instead.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def write(result: Result, view: View) -> str:  # noqa: ARG001 - every format is called alike
    """The report as a JSON document that ends in a newline."""
    return dumps(document(result)) + "\n"


def dumps(value: object) -> str:
    """JSON text: indented, keys as ordered, safe to print."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def dumps_line(value: object) -> str:
    """JSON text on one line, safe to print."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def document(result: Result) -> dict[str, Any]:
    """The report as plain data."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "run": dict(result.run),
        "notices": [_notice(notice) for notice in result.notices],
        "sources": [_source(result, row) for row in result.sources],
        "findings": [finding_record(result, finding) for finding in result.findings],
    }
    if result.drafts:
        whole["unsupported"] = [claim_record(result, claim) for claim in result.unsupported]
    return whole


def claim_record(result: Result, claim: Claim) -> dict[str, Any]:
    """A claim: its whole sentence verbatim, where the claim stands in the file, and when it happened."""
    position, when = result.position(claim), claim.event_time
    return {
        "file": claim.file,
        "sentence": claim.sentence.text,
        "start": position.start,
        "end": position.end,
        "line": position.line,
        "column": position.column,
        "lang": claim.lang,
        "event_time": {**bounds(when.interval), "granularity": when.granularity, "basis": when.basis.value},
    }


def published_record(published: Published) -> dict[str, Any]:
    """When a source appeared, how that is known, and the clues."""
    return {**bounds(published.interval), "basis": published.basis, "clues": [_clue(clue) for clue in published.clues]}


def bounds(interval: Interval | None) -> dict[str, str | None]:
    """An interval's ends as ISO days; null is open."""
    ends = (interval.earliest, interval.latest) if interval else (None, None)
    return dict(zip(("earliest", "latest"), (end.isoformat() if end else None for end in ends), strict=True))


def step_record(step: Step) -> dict[str, Any]:
    """One line of a trace."""
    return {
        "facet": step.facet,
        "left": step.left,
        "right": step.right,
        "level": step.level,
        "weight": round(step.weight, 4),
        "note": step.note,
    }


def _clue(clue: Clue) -> dict[str, Any]:
    return {"text": clue.text, "says": clue.says, "file": clue.file, "start": clue.start, "end": clue.end}


def _notice(notice: Notice) -> dict[str, Any]:
    return {"code": notice.code, "message": notice.message, "file": notice.file}


def _source(result: Result, row: SourceRow) -> dict[str, Any]:
    return {
        "file": row.file,
        "lang": row.lang,
        "title": row.title,
        "published": published_record(row.published),
        "stale": row.stale,
        "stale_evidence": [claim_record(result, claim) for claim in row.stale_evidence],
        "family": row.family,
        "claims": row.claims,
    }


def finding_record(result: Result, finding: Finding) -> dict[str, Any]:
    """One finding."""
    return {
        "id": finding.id,
        "code": finding.code,
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "types": [kind.value for kind in finding.types],
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 4),
        "confidence_basis": finding.confidence_basis.value,
        "message": finding.message,
        "a": claim_record(result, finding.a),
        "b": claim_record(result, finding.b) if finding.b else None,
        "sides": [
            {
                "id": side.id,
                "value": side.value,
                "families": side.families,
                "claims": [claim_record(result, claim) for claim in side.claims],
            }
            for side in finding.sides
        ],
        "scope": finding.scope,
        "evidence": [claim_record(result, claim) for claim in finding.evidence],
        "trace": [step_record(step) for step in finding.trace],
        "group": finding.group,
    } | _review(finding)


def _review(finding: Finding) -> dict[str, Any]:
    """Why a finding need not be looked at; nothing for one that is new."""
    if finding.state is State.NEW:
        return {}
    told = finding.dismissal
    dismissed = {} if told is None else {"dismissal": {"reason": told.reason, "note": told.note, "where": told.where}}
    return {"state": finding.state.value, **dismissed}
