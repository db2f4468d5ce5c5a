"""Diagnostics for reviewdog (``-f=rdjsonl``): one finding a line, columns in bytes of UTF-8.

Agreements are no diagnostics and are left out, and so is what was dismissed or is known.
"""

from __future__ import annotations

from typing import Any

from checker.model import Finding, Severity
from checker.render.as_json import dumps_line
from checker.render.display import enclosed, isolated, visible
from checker.render.places import byte_columns, path_of, range_of
from checker.render.view import View
from checker.result import TROUBLE, Result
from claims.model import Claim

MEDIA_TYPE = "application/jsonl"
CARRIES_NOTICES = False
_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def write(result: Result, view: View) -> str:
    """One diagnostic a line."""
    return "".join(f"{dumps_line(_diagnostic(result, finding, view))}\n" for finding in result.of(*TROUBLE))


def _diagnostic(result: Result, finding: Finding, view: View) -> dict[str, Any]:
    others = [claim for side in finding.sides for claim in side.claims if claim not in (finding.a, finding.b)]
    related = [claim for claim in (finding.b, *others) if claim is not None]
    return {
        "message": isolated(visible(finding.message)),
        "location": _location(result, finding.a, view),
        "severity": _SEVERITY[finding.severity],
        "source": {"name": "checker"},
        "code": {"value": finding.code},
        "related_locations": [{"message": enclosed(claim.sentence.text), "location": _location(result, claim, view)} for claim in related],
    }


def _location(result: Result, claim: Claim, view: View) -> dict[str, Any]:
    place, columns = range_of(result, claim), byte_columns(result, claim)
    start, end = {"line": place.line}, {"line": place.end_line}
    if columns is not None:
        start["column"], end["column"] = columns
    return {"path": path_of(result, claim.file, view), "range": {"start": start, "end": end}}
