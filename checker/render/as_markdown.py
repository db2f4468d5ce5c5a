"""The report in Markdown: for a pull request's comment, a job's summary or an editor's notes.

Nothing an article says is markup here: signs are escaped, and mentions, issue numbers and addresses
are kept from becoming links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.model import Finding, Verdict
from checker.render import wording
from checker.render.counts import counts
from checker.render.display import bracketed, enclosed, isolated, passage, visible
from checker.render.view import View
from checker.result import REPORTED, Result
from checker.standing import independent, standing
from claims.model import Claim, Span

MEDIA_TYPE = "text/markdown"

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_OPENING = re.compile(r"^([-+=]|\d+(?=[.)]))")
_LINKS = re.compile(r"([@#])(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_EMPTY = re.compile(r"\n{3,}")
_JOINER = "\u2060"  # no width, no break: parts "@" from the name after it
_TITLE = {
    Verdict.CONTRADICTION: "Contradictions",
    Verdict.STALE: "Stale: older than it reads",
    Verdict.TEMPORAL_SHIFT: "Temporal shifts: both can be right at their times",
    Verdict.CORROBORATION: "Corroborations",
}


def write(result: Result, view: View) -> str:
    """The summary, the findings that ``view`` shows, the sources, and what was not checked."""
    lines = [*_summary(result), *(_draft_lines(result, view) if result.drafts else _report_lines(result, view))]
    lines += _sources(result)
    if result.notices:
        lines += ["", "## Not checked", "", *(f"- {escaped(wording.notice(notice))}" for notice in result.notices)]
    return _EMPTY.sub("\n\n", "\n".join(lines) + "\n")


def escaped(text: str) -> str:
    """``text`` as words only: shown as it stands, whatever signs it holds."""
    return _escaped(isolated(visible(text)))


def _escaped(shown: str) -> str:
    parted = _LINKS.sub(lambda match: match.group() + _JOINER, shown)
    words = _SIGNS.sub(r"\\\1", parted).lstrip()
    return _OPENING.sub(lambda sign: sign.group() + "\\" if sign.group().isdigit() else "\\" + sign.group(), words)


def _summary(result: Result) -> list[str]:
    as_of = result.run["as_of"]
    day = wording.day(date.fromisoformat(as_of["value"]))
    scope = wording.count(len(result.sources), "source")
    if result.drafts:
        others = len(result.sources) - len(result.drafts)
        scope = f"{wording.count(len(result.drafts), 'draft')} checked against {wording.count(others, 'source')}"
    return ["# Claim check", "", f"**{' · '.join(counts(result))}**", "", f"{scope}, read as of {day} ({escaped(as_of['basis'])})."]


def _draft_lines(result: Result, view: View) -> Iterator[str]:
    for draft in result.drafts:
        yield from ("", f"## {escaped(draft)}", "")
        found = [finding for finding in result.of(*Verdict) if finding.a.file == draft]
        for finding in found:
            told = wording.standing(standing(result, finding), independent(result, finding))
            yield from _finding(result, finding, view, told)
        if not any(finding.verdict is not Verdict.CORROBORATION for finding in found):
            yield from ("", "Nothing in it is contradicted, overtaken or resting on a stale source.")
        claims = [claim for claim in result.unsupported if claim.file == draft]
        if claims and view.lists_unsupported:
            yield from ("", f"### Carried by no other source: {len(claims)}", "")
            yield from (f"- {_line(result, claim)}: {escaped(claim.text)}" for claim in claims)
        elif claims and not view.show:
            yield from ("", f"Carried by no other source: {wording.count(len(claims), 'claim')}.")


def _report_lines(result: Result, view: View) -> Iterator[str]:
    for verdict in REPORTED:
        found = result.of(verdict)
        if found and (view.opens(verdict) or view.folds(verdict)):
            yield from ("", f"## {_TITLE[verdict]}: {len(found)}", "")
            for finding in found:
                yield from _finding(result, finding, view, "")


def _finding(result: Result, finding: Finding, view: View, told: str) -> Iterator[str]:
    """In full with both quotes, or as one item of a list, as the view has it."""
    where = f"`{_code(str(result.position(finding.a)))}`"
    if view.folds(finding.verdict):
        yield f"- {where} {told + ': ' if told else ''}{escaped(finding.message)}"
    elif view.opens(finding.verdict):
        kind = ", ".join(kind.value for kind in finding.types) or finding.rule
        yield from ("", f"### {where} {' · '.join(filter(None, (told, kind)))}", "", escaped(finding.message))
        yield from _quote(result, finding.a, finding.left)
        if finding.b is not None:
            yield from _quote(result, finding.b, finding.right)
        yield from ("", f"{finding.code} {finding.rule} · {wording.certainty(finding.confidence)} · finding {escaped(finding.id)}")


def _quote(result: Result, claim: Claim, mark: Span | None) -> Iterator[str]:
    row = result.row(claim.file)
    shown = bracketed(passage(claim.sentence.text, mark)).text
    head = f"`{_code(str(result.position(claim)))}` · {wording.language(claim.lang)} · {wording.published(row.published)}"
    yield from ("", f"> {_escaped(enclosed(shown))}", ">", f"> — {head}")


def _line(result: Result, claim: Claim) -> str:
    position = result.position(claim)
    return f"{position.line}:{position.column}"


def _code(text: str) -> str:
    return visible(text).replace("`", "'")


def _sources(result: Result) -> Iterator[str]:
    yield from ("", "## Sources", "", "| file | language | published | claims |", "| --- | --- | --- | --- |")
    for row in result.sources:
        name = ("**stale** " if row.stale else "") + escaped(row.file)
        yield f"| {name} | {wording.language(row.lang)} | {wording.published(row.published)} | {row.claims} |"
