"""A finding as a waterfall: what each step adds, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Finding, Step
from checker.otherwise import Otherwise
from checker.render import wording
from checker.render.page import Page, styled
from checker.render.view import View
from checker.result import Position
from checker.trace import bars

_BAR = 10


def explanation(finding: Finding, a: Position, b: Position | None, view: View, changes: Sequence[Otherwise] = ()) -> str:
    """A finding taken apart, as text."""
    page = Page(view)
    kind = ", ".join([finding.verdict.value, *(kind.value for kind in finding.types)])
    how = f" · {wording.certainty(finding.confidence)} · {wording.reason(finding.confidence_basis)}"
    page.add(styled((f"{finding.id} {kind}", "bold"), how), hang=2)
    page.add(finding.message)
    page.blank()
    sides = [("A", a, finding.a, finding.left)]
    if finding.b is not None and b is not None:
        sides.append(("B", b, finding.b, finding.right))
    for label, position, claim, mark in sides:
        page.add(styled((label, "bold"), f"  {position} · {wording.language(claim.lang)}"), hang=3)
        page.quote(claim.sentence.text, mark, indent=3)
    page.blank()
    waterfall(page, finding.trace)
    otherwise(page, changes)
    page.blank()
    page.add(styled((f"checker explain {finding.code} has the page of the rule ({finding.rule})", "dim")))
    return str(page)


def waterfall(page: Page, trace: tuple[Step, ...]) -> None:
    """One line a step: its weight, the sum so far, a bar to the scale of the largest, and what stood on either side."""
    if not trace:
        page.add("No step was weighed.")
        return
    largest = max(abs(step.weight) for step in trace) or 1.0
    rows = [("weight", "sum", "", "step: A | B")]
    for bar in bars(trace):
        length = round(_BAR * abs(bar.step.weight) / largest)
        drawn = ("█" if bar.step.weight >= 0 else "▒") * length
        rows.append((f"{bar.step.weight:+6.2f}", f"{bar.total:+6.2f}", drawn, _step(bar.step)))
    page.table(rows, ["dim", *("" for _ in trace)])


def otherwise(page: Page, changes: Sequence[Otherwise]) -> None:
    """What would have changed the verdict, one line each."""
    if changes:
        page.blank()
    for change in changes:
        page.add(styled(("It", "dim"), f" {change}."), hang=3)


def _step(step: Step) -> str:
    values = step.left if step.left == step.right else " | ".join(value for value in (step.left, step.right) if value)
    told = f"{step.facet}: {values}" if values else step.facet
    return f"{told} ({step.note})" if step.note else told
