"""The report an editor on deadline reads: what conflicts first, what was not checked last."""

from __future__ import annotations

from datetime import date

from checker.model import Verdict
from checker.render import wording
from checker.render.card import card, folded, kind
from checker.render.check_terminal import write_check
from checker.render.counts import counts
from checker.render.page import Page, styled
from checker.render.sources import notices, sources
from checker.render.stale import stale_panel
from checker.render.view import View
from checker.result import REPORTED, Result

_MOST_FOLDED = 12
_STYLE = {
    Verdict.CONTRADICTION: "bold red",
    Verdict.STALE: "bold yellow",
    Verdict.TEMPORAL_SHIFT: "bold cyan",
    Verdict.CORROBORATION: "bold green",
}
_TITLE = {
    Verdict.CONTRADICTION: "CONTRADICTIONS",
    Verdict.STALE: "STALE: OLDER THAN IT READS",
    Verdict.TEMPORAL_SHIFT: "TEMPORAL SHIFTS: BOTH CAN BE RIGHT AT THEIR TIMES",
    Verdict.CORROBORATION: "CORROBORATIONS",
}


def write(result: Result, view: View) -> str:
    """The whole report as text for a terminal or a pipe."""
    page = Page(view)
    if result.drafts:
        write_check(page, result)
        return str(page)
    _summary(page, result)
    for verdict in REPORTED:
        _section(page, result, verdict)
    sources(page, result)
    notices(page, result)
    _totals(page, result)
    return str(page)


def _summary(page: Page, result: Result) -> None:
    """The answer in one line, before anything else."""
    parts: list[str | tuple[str, str]] = []
    for verdict in REPORTED:
        number = len(result.of(verdict))
        style = _STYLE[verdict] if number else "bold green" if verdict is Verdict.CONTRADICTION else "dim"
        words = wording.verdicts(verdict, number)
        parts += [" · ", (words if parts else words.capitalize(), style)]
    page.add(styled(*parts[1:]), hang=2)
    languages = sorted({wording.language(row.lang) for row in result.sources})
    as_of = result.run["as_of"]
    seen = f"{wording.count(len(result.sources), 'source')} in {wording.listed(languages)}"
    day = wording.day(date.fromisoformat(as_of["value"]))
    page.add(styled((f"{seen}, read as of {day} ({as_of['basis']})", "dim")), hang=2)


def _section(page: Page, result: Result, verdict: Verdict) -> None:
    findings = result.of(verdict)
    if not findings or not (page.view.opens(verdict) or page.view.folds(verdict)):
        return
    page.heading(f"{_TITLE[verdict]}  {len(findings)}", _STYLE[verdict])
    if page.view.folds(verdict):
        for finding in findings[:_MOST_FOLDED]:
            folded(page, result, finding)
        more = len(findings) - _MOST_FOLDED
        page.add(styled(((f"and {more:,} more; " if more > 0 else "") + f"--show {verdict.value} opens them", "dim")), indent=2)
        return
    for number, finding in enumerate(findings, start=1):
        page.blank()
        if verdict is Verdict.STALE:
            stale_panel(page, result, finding, number)
        else:
            card(page, result, finding, f"{number}. {kind(finding).upper()}", _STYLE[verdict])


def _totals(page: Page, result: Result) -> None:
    pairs = result.run["pairs"]
    claims = sum(row.claims for row in result.sources)
    found = [f"{wording.count(len(result.sources), 'source')}", wording.count(claims, "claim")]
    found.append(f"{wording.count(pairs['looked_at'], 'pair')} looked at")
    found.append(f"{pairs['same_event']:,} about one event")
    left_out = [f"{number:,} left out: {reason}" for reason, number in pairs["suppressed"].items()]
    found += left_out or ["none left out"]
    found += counts(result)
    page.heading("TOTALS")
    page.add(" · ".join(found), hang=2)
    if result.findings:
        page.add(styled(("checker explain FINDING PATH... takes one finding apart", "dim")))
