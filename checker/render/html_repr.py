"""The report inside a notebook: self-contained HTML that reads well on light and dark pages.

Every word of an article is escaped and made visible first; quotes carry their language and direction.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from checker.model import Finding, Notice, Side, Verdict
from checker.render import wording
from checker.render.html_notebook import framed, quote
from checker.render.html_notebook import text as _text
from checker.result import REPORTED, Result, SourceRow
from checker.trace import same_event
from claims.model import Claim, Span

_MOST_FOLDED, _MOST_OPEN, _MOST_SOURCES = 50, 200, 200
"""Findings behind a fold, findings that stand open, and sources that are shown; a notebook cannot hold thousands."""


def html(result: Result) -> str:
    """The whole report as one ``div``."""
    sections = [_section(result, verdict) for verdict in REPORTED]
    return framed(_summary(result), *sections, _sources(result.sources), _notices(result.notices))


def _summary(result: Result) -> str:
    counts = " · ".join(wording.verdicts(verdict, len(result.of(verdict))) for verdict in REPORTED)
    as_of = result.run["as_of"]
    day = wording.day(date.fromisoformat(as_of["value"]))
    sources = wording.count(len(result.sources), "source")
    return f'<p><strong>{counts}</strong><br><span class="dim">{sources}, read as of {_text(day)} ({_text(as_of["basis"])})</span></p>'


def _section(result: Result, verdict: Verdict) -> str:
    """A verdict's findings: open where an editor must act, behind a fold where not."""
    findings = result.of(verdict)
    if not findings:
        return ""
    urgent = verdict in (Verdict.CONTRADICTION, Verdict.STALE)
    shown = findings[: _MOST_OPEN if urgent else _MOST_FOLDED]
    cards = "\n".join(_card(result, finding) for finding in shown)
    if len(shown) < len(findings):
        cards += f'\n<p class="dim">and {len(findings) - len(shown):,} more; filter() and to_frame() have them all</p>'
    opened = " open" if urgent else ""
    return f"<details{opened}><summary><strong>{wording.verdicts(verdict, len(findings))}</strong></summary>\n{cards}\n</details>"


def _card(result: Result, finding: Finding) -> str:
    kind = ", ".join(kind.value for kind in finding.types) or finding.rule
    sides = [_quote(result, "A", finding.a, finding.left)]
    if finding.b is not None:
        sides.append(_quote(result, "B", finding.b, finding.right))
    sides += [_quote(result, "Clue", claim, None) for claim in finding.evidence]
    return (
        f'<div class="f {finding.verdict.value}">'
        f"<strong>{_text(kind)}</strong> · {wording.certainty(finding.confidence)} · {wording.reason(finding.confidence_basis)}<br>"
        f"{_text(finding.message)}\n{''.join(sides)}{_sides(result, finding.sides)}{_why(finding)}"
        f'<span class="dim">{_text(finding.code)} {_text(finding.rule)} · finding <code>{_text(finding.id)}</code></span></div>'
    )


def _quote(result: Result, label: str, claim: Claim, mark: Span | None) -> str:
    place, when = result.position(claim), wording.published(result.row(claim.file).published)
    where = f"<strong>{label}</strong> {_text(str(place))} · {_text(wording.language(claim.lang))} · {_text(when)}"
    return quote(where, claim.sentence.text, claim.lang, mark)


def _sides(result: Result, sides: tuple[Side, ...]) -> str:
    if len(sides) <= 2 and all(len(side.claims) == 1 for side in sides):
        return ""
    rows = "".join(
        f"<li><bdi>{_text(side.value)}</bdi> · {wording.count(side.families, 'independent source')}: "
        + _text(", ".join(result.place(claim.file, claim.span.start) for claim in side.claims))
        + "</li>"
        for side in sides
    )
    return f"<ul>{rows}</ul>\n"


def _why(finding: Finding) -> str:
    """Why the two speak of one event."""
    steps = [step for step in same_event(finding.trace) if step.facet != "words"]
    if not steps:
        return ""
    told = "; ".join(
        f"{_text(step.facet)} " + " / ".join(f"<bdi>{_text(value)}</bdi>" for value in dict.fromkeys((step.left, step.right)) if value)
        for step in steps
    )
    return f'<div class="dim">Same event: {told}</div>\n'


def _sources(rows: Sequence[SourceRow]) -> str:
    head = "".join(f"<th>{name}</th>" for name in ("file", "language", "published", "claims", "wire", ""))
    body = "\n".join(
        "<tr>"
        f'<td><bdi>{_text(row.file)}</bdi><br><span class="dim" dir="auto" lang="{escape(row.lang)}">{_text(row.title)}</span></td>'
        f"<td>{_text(wording.language(row.lang))}</td><td>{_text(wording.published(row.published))}</td><td>{row.claims}</td>"
        f"<td>{_text(row.family)}</td><td>{'<strong>stale</strong>' if row.stale else ''}</td></tr>"
        for row in rows[:_MOST_SOURCES]
    )
    more = f'\n<p class="dim">and {len(rows) - _MOST_SOURCES:,} more; sources_frame() has them all</p>' if len(rows) > _MOST_SOURCES else ""
    return f"<h3>Sources</h3>\n<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>{more}"


def _notices(notices: tuple[Notice, ...]) -> str:
    if not notices:
        return ""
    rows = "".join(f"<li>{_text(wording.notice(notice))}</li>" for notice in notices)
    return f"<h3>Not checked</h3>\n<ul>{rows}</ul>"
