"""The warning for an article, or one claim of it, that is older than it reads."""

from __future__ import annotations

from checker.model import Finding, Step
from checker.render import wording
from checker.render.card import byline, quotes
from checker.render.page import Page, styled
from checker.render.sources import clues
from checker.result import Result

_STYLE = "yellow"


def stale_panel(page: Page, result: Result, finding: Finding, number: int) -> None:
    """A panel of its own: what is old, the clues, and what speaks against it."""
    row = result.row(finding.a.file)
    with page.margin("┃ ", _STYLE):
        what = row.file if finding.scope == "article" else f"one claim of {row.file}"
        page.add(styled((f"{number}. {what}", f"bold {_STYLE}"), f" · {wording.certainty(finding.confidence)}"), hang=3)
        page.add(styled((finding.message, "bold")), indent=3)
        page.add(f"Published: {wording.published(row.published)}", indent=3)
        page.quote(row.title if finding.scope == "article" and row.title else finding.a.sentence.text, indent=3, lines=2)
        page.blank()
        _why(page, result, finding)
        page.blank()
        _against(page, finding.trace)
        page.add(styled((f"{finding.code} {finding.rule} · finding {finding.id}", "dim")), indent=3)


def support_card(page: Page, result: Result, finding: Finding, head: str, style: str) -> None:
    """A claim of a draft that only an old article supports, with what shows the age of that article."""
    page.add(styled((head, style), f" · {wording.certainty(finding.confidence)}"), hang=3)
    page.add(styled((finding.message, "bold")), indent=3)
    page.blank()
    quotes(page, result, finding)
    if finding.b is not None:
        page.add(styled(("Why it is old", "bold")), indent=3)
        clues(page, result, result.row(finding.b.file), indent=5)
    page.add(styled((f"{finding.code} {finding.rule} · finding {finding.id}", "dim")), indent=3)


def _why(page: Page, result: Result, finding: Finding) -> None:
    """The clues of the date, then the evidence that is none of them."""
    row = result.row(finding.a.file)
    page.add(styled(("Why", "bold")), indent=3)
    clues(page, result, row, indent=5)
    told = {(clue.file, clue.start) for clue in row.published.clues}
    for claim in finding.evidence:
        if (claim.file, claim.span.start) not in told:
            page.add(styled((byline(result, claim), "dim")), indent=5, hang=2)
            page.quote(claim.sentence.text, indent=7, lines=2)
    if not row.published.clues:
        for step in finding.trace:
            if step.weight > 0:
                page.add(_line(step), indent=5, hang=2)


def _against(page: Page, trace: tuple[Step, ...]) -> None:
    steps = [step for step in trace if step.weight < 0]
    nothing = "" if steps else "no clue speaks for a newer date"
    page.add(styled(("Against it: ", "bold"), nothing), indent=3)
    for step in steps:
        page.add(_line(step), indent=5, hang=2)


def _line(step: Step) -> str:
    return f"{step.facet}: " + "; ".join(part for part in (step.left, step.right, step.note) if part)
