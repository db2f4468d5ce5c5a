"""One finding with two sides or more: what is said, by whom, and why it is the same event."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from checker.model import Finding, Step
from checker.render import wording
from checker.render.display import visible
from checker.render.page import Page, styled
from checker.render.width import truncated
from checker.result import Result
from checker.trace import same_event
from claims.model import Claim, Span

_IDENTITIES = ("who", "where", "number")
_SIDE_STYLES = ("red", "blue")

_NAME = 14
"""Letters of a file name that a folded line shows."""


def card(page: Page, result: Result, finding: Finding, head: str, style: str) -> None:
    """A finding in full under the head given."""
    page.add(
        styled(
            (head, style),
            f" · {wording.certainty(finding.confidence)} · {wording.reason(finding.confidence_basis)}",
        ),
        hang=3,
    )
    page.add(styled((finding.message, "bold")), indent=3)
    page.blank()
    quotes(page, result, finding)
    if len(finding.sides) > 2 or any(len(side.claims) > 1 for side in finding.sides):
        _sides(page, result, finding)
    _same_event(page, same_event(finding.trace))
    page.add(styled((f"{finding.code} {finding.rule} · finding {finding.id}", "dim")), indent=3)


def kind(finding: Finding) -> str:
    """In what the sides differ, or the rule where no type says so."""
    return ", ".join(kind.value for kind in finding.types) or finding.rule


def folded(page: Page, result: Result, finding: Finding) -> None:
    """A finding as one line."""
    sides = [claim for claim in (finding.a, finding.b) if claim is not None]
    where = " | ".join(f"{_short(claim.file)}:{result.position(claim).line}" for claim in sides)
    told = finding.message
    for name, claim in zip("AB", sides, strict=False):
        told = told.replace(claim.file, name)
    types = ", ".join(kind.value for kind in finding.types)
    page.add(truncated(visible(f"{where}: {types}: {told}" if types else f"{where}: {told}"), page.width - 2), indent=2)


def _short(file: str) -> str:
    """A file's name without its folders, cut in the middle if long."""
    name = file.rpartition("/")[2]
    return name if len(name) <= _NAME else f"{name[: _NAME // 2]}…{name[-_NAME // 2 + 1 :]}"


def byline(result: Result, claim: Claim) -> str:
    """``volga.txt:4:1 · Russian · 3 March 2025 (dateline)``."""
    row = result.row(claim.file)
    return f"{result.position(claim)} · {wording.language(claim.lang)} · {wording.published(row.published)}"


def quotes(page: Page, result: Result, finding: Finding) -> None:
    """Both sides' sentences with what differs marked."""
    _quoted(page, result, "A", finding.a, finding.left, _SIDE_STYLES[0])
    if finding.b is not None:
        _quoted(page, result, "B", finding.b, finding.right, _SIDE_STYLES[1])


def _same_event(page: Page, steps: Sequence[Step]) -> None:
    """Why the two speak of one event, in one paragraph."""
    if not steps:
        return
    text = styled(("Same event: ", "bold"))
    for number, step in enumerate(steps):
        text += styled("; " if number else "", (step.facet, "italic"), " ", _both(step))
    page.add(text, indent=3, hang=2)


def _both(step: Step) -> str:
    if step.facet == "words":  # its values are the shares of each side's words that are matched
        return f"{step.left} and {step.right} of them matched"
    if not step.left or not step.right or step.left == step.right:
        return step.left or step.right or step.note
    return f"{step.left} {'=' if step.facet in _IDENTITIES else '/'} {step.right}"


def _quoted(page: Page, result: Result, label: str, claim: Claim, mark: Span | None, style: str) -> None:
    page.add(styled((label, f"bold {style}"), f"  {byline(result, claim)}"), indent=3, hang=3)
    page.quote(claim.sentence.text, mark, indent=6, style=style)
    page.blank()


def _sides(page: Page, result: Result, finding: Finding) -> None:
    """Every value with who gives it; a side not quoted above gets the next letter and its words here."""
    page.add(styled(("Who says what", "bold")), indent=3)
    further = iter(ascii_uppercase[2:])
    for side in finding.sides:
        quoted = "A" if finding.a in side.claims else "B" if finding.b in side.claims else ""
        places = ", ".join(result.place(claim.file, claim.span.start) for claim in side.claims)
        who = wording.count(side.families, "independent source")
        label = quoted or next(further, "…")
        page.add(styled((label, "bold"), "  ", (side.value, "bold"), f" · {who}: {places}"), indent=3, hang=5)
        if not quoted:
            page.quote(side.claims[0].sentence.text, indent=6, lines=1)
