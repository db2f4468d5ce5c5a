"""Workflow commands of GitHub Actions: findings as annotations on the lines of a pull request.

Agreements are left out, and so is what was dismissed or is known. What a file says cannot end an
annotation or begin a command of its own: line ends, percent signs and separators are escaped.
"""

from __future__ import annotations

from checker.model import Finding, Severity
from checker.render import wording
from checker.render.counts import counts
from checker.render.display import enclosed, isolated, visible
from checker.render.places import path_of, range_of
from checker.render.view import View
from checker.result import TROUBLE, Result

BESIDE = ("GITHUB_STEP_SUMMARY", "markdown")
_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(result: Result, view: View) -> str:
    """One annotation a finding, one for each thing that was not checked, and the counts."""
    lines = [_annotation(result, finding, view) for finding in result.of(*TROUBLE)]
    lines += [f"::notice title=Not checked::{_data(wording.notice(notice))}" for notice in result.notices]
    return "".join(f"{line}\n" for line in (*lines, " · ".join(counts(result))))


def _annotation(result: Result, finding: Finding, view: View) -> str:
    place = range_of(result, finding.a)
    kind = ", ".join(kind.value for kind in finding.types)
    properties = {
        "file": path_of(result, finding.a.file, view),
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": f"{finding.code} {kind or finding.rule} {finding.verdict.value.replace('_', ' ')}",
    }
    if place.line != place.end_line:  # columns of two lines are not understood there
        del properties["col"], properties["endColumn"]
    told = [isolated(visible(finding.message))]
    if finding.b is not None:
        told.append(f"{visible(str(result.position(finding.b)))}: {enclosed(finding.b.sentence.text)}")
    told.append(f"{wording.certainty(finding.confidence)}; checker explain {finding.code} has the rule, finding {finding.id}")
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMAND[finding.severity]} {listed}::{_data(chr(10).join(told), shown=True)}"


def _data(text: str, *, shown: bool = False) -> str:
    safe = text if shown else visible(text)
    return safe.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
