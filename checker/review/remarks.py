"""Comments in a draft that set findings aside: ``<!-- checker: ignore CODE REASON note -->``.

A comment covers the paragraph it stands in, or, on a line of its own, the next one;
``ignore-file`` covers the whole draft. Only drafts are listened to: an article that a draft is
checked against must not be able to switch off what is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.catalogue import catalogue
from checker.model import REASONS, Dismissal, Finding, Notice
from checker.nearest import unknown
from claims.model import Remark, Source, Span

_FORM = re.compile(r"(\S+)(?:\s+([\w-]+(?:\s*,\s*[\w-]+)*))?(?:\s+([\w-]+))?\s*(.*)", re.DOTALL)
_DEEDS = ("ignore", "ignore-file")
_SHAPE = "write <!-- checker: ignore CODE REASON note -->"
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
_LINE = re.compile(r"[^\n]+")
_COMMENTS = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Suppression:
    """What one comment sets aside: findings of these codes on sentences within ``span`` of the file."""

    file: str
    span: Span
    codes: frozenset[str]
    dismissal: Dismissal

    def covers(self, finding: Finding, source: Source) -> bool:
        """Whether a finding stands where the comment speaks of it."""
        inside = self.file == finding.a.file and finding.code in self.codes
        return inside and self.span.start <= source.offset_in_file(finding.a.sentence.start) < self.span.end


def suppressions(source: Source) -> tuple[tuple[Suppression, ...], tuple[Notice, ...]]:
    """What the comments of a draft set aside, and those of them that cannot be understood."""
    made: list[Suppression] = []
    notices: list[Notice] = []
    for remark in source.remarks:
        line = source.line_of(remark.start)
        where = f"{source.file}:{line}"
        problem, codes, reason, note, whole = _read(remark.text)
        if problem:
            notices.append(Notice("suppression", f"line {line}: the comment was not heeded: {problem}", source.file))
            continue
        span = Span(0, _END) if whole else _covered(source, remark)
        made.append(Suppression(source.file, span, codes, Dismissal(reason, note, where)))
    return tuple(made), tuple(notices)


_END = 2**62


def _read(text: str) -> tuple[str, frozenset[str], str, str, bool]:
    """What is wrong with a comment, or else its codes, reason and note, and whether it speaks of the whole file."""
    form = _FORM.fullmatch(text)
    deed, names, reason, note = form.groups() if form else ("", None, None, "")
    known = {name.casefold(): entry.code for entry in catalogue() for name in (entry.code, entry.name)}
    codes = [name.strip() for name in (names or "").split(",") if name.strip()]
    problem = ""
    if deed not in _DEEDS:
        problem = f"{unknown('word', deed, _DEEDS)}; {_SHAPE}"
    elif not codes:
        problem = f"no code; {_SHAPE}"
    elif wrong := [code for code in codes if code.casefold() not in known]:
        problem = unknown("rule", wrong[0], [name for entry in catalogue() for name in (entry.code, entry.name)])
    elif reason not in REASONS:
        problem = unknown("reason", reason, REASONS) if reason else f"no reason; give one of {', '.join(REASONS)}"
    return problem, frozenset(known.get(code.casefold(), "") for code in codes), reason or "", " ".join(note.split()), deed == _DEEDS[1]


def _covered(source: Source, remark: Remark) -> Span:
    """The paragraph that a comment stands in, or the next one, as code points of the file."""
    return next((span for span in _paragraphs(source) if span.end >= remark.start), Span(0, 0))


def _paragraphs(source: Source) -> Iterator[Span]:
    """Stretches of the file between empty lines that hold more than comments; of a web page one a paragraph."""
    pattern = _LINE if source.places else _PARAGRAPH
    for match in pattern.finditer(source.text):
        if source.places or _COMMENTS.sub("", match.group()).strip():
            start, last = source.offset_in_file(match.start()), source.offset_in_file(match.end() - 1)
            yield Span(start, last + 1)
