"""A checked draft for a terminal or a pipe: line by line, what the other sources make of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker.model import Finding, Verdict
from checker.render import wording
from checker.render.card import card
from checker.render.counts import counts, standings
from checker.render.page import Page, styled
from checker.render.sources import notices, sources
from checker.render.stale import support_card
from checker.result import Result
from checker.standing import Standing, independent, standing

_MOST_FOLDED = 12
_STYLE = {
    Standing.CONTRADICTED: "bold red",
    Standing.OVERTAKEN: "bold cyan",
    Standing.STALE: "bold yellow",
    Standing.AHEAD: "cyan",
    Standing.SUPPORTED: "bold green",
}


def write_check(page: Page, result: Result) -> None:
    """The summary, each draft with its findings in order, the sources, what was not checked, and totals."""
    _summary(page, result)
    for draft in result.drafts:
        _draft(page, result, draft)
    sources(page, result)
    notices(page, result)
    _totals(page, result)


def _summary(page: Page, result: Result) -> None:
    """The answer in one line, before anything else."""
    found = standings(result)
    parts: list[str | tuple[str, str]] = []
    for kind in (Standing.CONTRADICTED, Standing.OVERTAKEN, Standing.STALE, Standing.SUPPORTED):
        number = found[kind]
        style = _STYLE[kind] if number else "bold green" if kind is Standing.CONTRADICTED else "dim"
        words = wording.standings(kind, number)
        parts += [" · ", (words if parts else words.capitalize(), style)]
    page.add(styled(*parts[1:]), hang=2)
    others = len(result.sources) - len(result.drafts)
    languages = wording.listed(sorted({wording.language(row.lang) for row in result.sources}))
    as_of = result.run["as_of"]
    day = wording.day(date.fromisoformat(as_of["value"]))
    drafts = wording.count(len(result.drafts), "draft")
    seen = f"{drafts} checked against {wording.count(others, 'source')}, in {languages}, read as of {day} ({as_of['basis']})"
    page.add(styled((seen, "dim")), hang=2)


def _draft(page: Page, result: Result, draft: str) -> None:
    row = result.row(draft)
    page.heading(f"{draft} · {wording.language(row.lang)} · {wording.published(row.published)}")
    found = [finding for finding in result.of(*Verdict) if finding.a.file == draft]
    trouble = [finding for finding in found if finding.verdict is not Verdict.CORROBORATION]
    shown = [finding for finding in trouble if page.view.opens(finding.verdict) or page.view.folds(finding.verdict)]
    for number, finding in enumerate(shown):
        opened = page.view.opens(finding.verdict)
        if opened or (number and page.view.opens(shown[number - 1].verdict)):
            page.blank()
        (_open if opened else _fold)(page, result, finding)
    if not trouble:
        page.add(styled(("Nothing in it is contradicted, overtaken or resting on a stale source.", "bold green")))
    if any(page.view.folds(finding.verdict) for finding in shown):
        page.add(styled(("--show temporal_shift opens what is overtaken", "dim")), indent=2)
    _supported(page, result, [finding for finding in found if finding.verdict is Verdict.CORROBORATION])
    _unsupported(page, result, draft)


def _open(page: Page, result: Result, finding: Finding) -> None:
    kind = standing(result, finding)
    line = result.position(finding.a)
    types = ", ".join(kind.value for kind in finding.types)
    head = f"{line.line}:{line.column}  {wording.standing(kind, independent(result, finding))}".upper() + (
        f" · {types.upper()}" if types else ""
    )
    if kind is Standing.STALE:
        support_card(page, result, finding, head, _STYLE[kind])
    else:
        card(page, result, finding, head, _STYLE[kind])


def _fold(page: Page, result: Result, finding: Finding) -> None:
    """A finding in a line or two: where in the draft, how it stands, what either says, and where the other says so."""
    place = result.position(finding.a)
    told = wording.standing(standing(result, finding), independent(result, finding))
    message = finding.message.replace(finding.a.file, "the draft")
    if finding.b is not None:
        message = message.replace(finding.b.file, result.place(finding.b.file, finding.b.span.start).rpartition("/")[2])
    page.add(styled(f"{place.line}:{place.column}  ", (told, _STYLE[standing(result, finding)]), f": {message}"), indent=2, hang=4)


def _supported(page: Page, result: Result, found: Sequence[Finding]) -> None:
    if not found or not (page.view.opens(Verdict.CORROBORATION) or page.view.folds(Verdict.CORROBORATION)):
        return
    page.blank()
    page.add(styled((f"Supported: {len(found)}", _STYLE[Standing.SUPPORTED])))
    if page.view.opens(Verdict.CORROBORATION):
        for finding in found:
            page.blank()
            _open(page, result, finding)
        return
    for finding in found[:_MOST_FOLDED]:
        _fold(page, result, finding)
    more = len(found) - _MOST_FOLDED
    page.add(styled(((f"and {more:,} more; " if more > 0 else "") + "--show corroboration opens them", "dim")), indent=2)


def _unsupported(page: Page, result: Result, draft: str) -> None:
    claims = [claim for claim in result.unsupported if claim.file == draft]
    if not claims or (page.view.show and not page.view.lists_unsupported):
        return
    page.blank()
    told = f"Carried by no other source: {len(claims)}"
    if not page.view.lists_unsupported:
        page.add(styled((f"{told}; --show unsupported lists them", "dim")))
        return
    page.add(styled((told, "bold")))
    for claim in claims:
        position = result.position(claim)
        page.add(f"{position.line}:{position.column}", indent=2)
        page.quote(claim.text, indent=5, lines=2)


def _totals(page: Page, result: Result) -> None:
    pairs = result.run["pairs"]
    claims = sum(result.row(draft).claims for draft in result.drafts)
    found = [wording.count(claims, "claim") + " of the draft" + ("s" if len(result.drafts) > 1 else "")]
    found.append(f"{wording.count(pairs['looked_at'], 'pair')} looked at")
    found.append(f"{pairs['same_event']:,} about one event")
    found += [f"{number:,} left out: {reason}" for reason, number in pairs["suppressed"].items()] or ["none left out"]
    found += counts(result)
    page.heading("TOTALS")
    page.add(" · ".join(found), hang=2)
    if result.findings:
        page.add(styled(("checker explain FINDING DRAFT... --against PATH... takes one finding apart", "dim")))
