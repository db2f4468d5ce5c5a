"""The findings as JSON Lines: one finding a line, as under ``findings`` in the JSON report."""

from __future__ import annotations

from checker.render.as_json import dumps_line, finding_record
from checker.render.view import View
from checker.result import Result

MEDIA_TYPE = "application/jsonl"
CARRIES_NOTICES = False


def write(result: Result, view: View) -> str:  # noqa: ARG001 - every format is called alike
    """One line a finding, all of them; a report without findings is empty."""
    return "".join(f"{dumps_line(finding_record(result, finding))}\n" for finding in result.findings)
