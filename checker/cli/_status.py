"""What a report means for the exit status."""

from __future__ import annotations

from checker.model import State
from checker.report import Report
from checker.settings import FAIL_ON

UNREADABLE = "unreadable"
"""The code of notices on files that could not be read."""


def status(report: Report, fail_on: str, *, strict: bool) -> int:
    """0 nothing new at or above ``fail_on``, 1 findings, 2 a file could not be read and ``strict`` forbids that."""
    if strict and any(notice.code == UNREADABLE for notice in report.notices):
        return 2
    if fail_on == "never":
        return 0
    failing = FAIL_ON[: FAIL_ON.index(fail_on) + 1]
    return int(any(finding.verdict in failing and finding.state is State.NEW for finding in report.findings))
