"""A finding as a waterfall in a notebook: one row a step, with a bar from the sum before to the sum after."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Finding, Step
from checker.otherwise import Otherwise
from checker.render import wording
from checker.render.html_notebook import framed, quote, text
from checker.result import Position
from checker.trace import bars


def explanation(finding: Finding, a: Position, b: Position | None, changes: Sequence[Otherwise] = ()) -> str:
    """A finding taken apart."""
    kind = ", ".join([finding.verdict.value.replace("_", " "), *(kind.value for kind in finding.types)])
    how = f"{wording.certainty(finding.confidence)} · {wording.reason(finding.confidence_basis)}"
    head = f"<p><strong>{text(kind)}</strong> · {how}<br>{text(finding.message)}</p>"
    quotes = [quote(_where("A", a, finding.a.lang), finding.a.sentence.text, finding.a.lang, finding.left)]
    if finding.b is not None and b is not None:
        quotes.append(quote(_where("B", b, finding.b.lang), finding.b.sentence.text, finding.b.lang, finding.right))
    more = [f"<ul>{''.join(f'<li>It {text(str(change))}.</li>' for change in changes)}</ul>"] if changes else []
    return framed(head, *quotes, waterfall(finding.trace), *more)


def waterfall(trace: tuple[Step, ...]) -> str:
    """The steps as a table with bars on one scale."""
    if not trace:
        return "<p>No step was weighed.</p>"
    totals = [0.0, *(bar.total for bar in bars(trace))]
    low, high = min(totals), max(totals)
    scale = 100 / ((high - low) or 1.0)
    rows = []
    for before, bar in zip(totals, bars(trace), strict=False):
        start, width = (min(before, bar.total) - low) * scale, abs(bar.step.weight) * scale
        tone = "for" if bar.step.weight >= 0 else "against"
        rows.append(
            f'<tr><td class="n">{bar.step.weight:+.2f}</td><td class="n">{bar.total:+.2f}</td>'
            f'<td class="bar"><div class="{tone}" style="margin-left: {start:.1f}%; width: {width:.1f}%"></div></td>'
            f"<td>{text(bar.step.facet.replace('_', ' '))}</td><td><bdi>{text(bar.step.left)}</bdi></td>"
            f'<td><bdi>{text(bar.step.right)}</bdi></td><td class="dim">{text(bar.step.note)}</td></tr>'
        )
    head = "".join(f"<th>{name}</th>" for name in ("weight", "sum", "", "step", "A", "B", "note"))
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n" + "\n".join(rows) + "\n</tbody></table>"


def _where(label: str, position: Position, lang: str) -> str:
    return f"<strong>{label}</strong> {text(str(position))} · {text(wording.language(lang))}"
