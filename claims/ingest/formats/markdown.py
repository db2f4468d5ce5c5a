"""Markdown: the file, verbatim; headings, lists and quotes without the signs that mark them.

Links and emphasis inside a sentence stay as they are: a sentence is quoted as it stands in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.ingest.format import FRONT_MATTER, Draft, Format
from claims.ingest.frontmatter import front_matter
from claims.model import Block, Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|$)")
_BLANK = re.compile(r"[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_TABLE = re.compile(r"[ \t]*\|")
_IMAGE = re.compile(r"[ \t]*!\[[^\]]*\]\([^)]*\)[ \t]*$")
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:[ \t]*\S+")
_HARD_BREAK = re.compile(r"(?:  +|\\)$")


def _read(text: str) -> Draft:
    fields = front_matter(text)
    start = fields.span.end if fields else 0
    scan = _Scan(text, start)
    scan.run()
    blocks = scan.blocks
    title = scan.title
    if fields is not None:
        named = fields.title if title is None else None
        blocks += _around(fields.span, named)
        title = named or title
    if scan.title is not None:
        blocks.append(Block(scan.title, "title"))
    paragraphs = (*scan.paragraphs, *(b.span for b in blocks))
    return Draft(
        text, tuple(sorted(paragraphs)), tuple(sorted(blocks, key=lambda b: b.span)),
        fields.dates if fields else (), fields.byline if fields else "", fields.lang if fields else None,
    )  # fmt: skip


def _around(whole: Span, title: Span | None) -> list[Block]:
    """The front matter as blocks; the title in it is one of its own where the text has no heading."""
    if title is None:
        return [Block(whole, "boilerplate", FRONT_MATTER)]
    sides = (Span(whole.start, title.start), Span(title.end, whole.end))
    return [Block(title, "title"), *(Block(s, "boilerplate", FRONT_MATTER) for s in sides)]


class _Scan:
    """One pass over the lines after the front matter."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        self.paragraphs: list[Span] = []
        self.blocks: list[Block] = []
        self.title: Span | None = None
        self.running: Span | None = None

    def run(self) -> None:
        fence, comment = "", False
        for line in self._lines():
            words = line.of(self.text)
            if fence or comment:
                self.blocks.append(Block(line, "boilerplate", "code" if fence else "comment"))
                if fence and words.strip().startswith(fence) and not words.strip().strip(fence[0]):
                    fence = ""
                comment = comment and "-->" not in words
                continue
            opened = _FENCE.match(words)
            if opened or words.lstrip().startswith("<!--"):
                self._end()
                self.blocks.append(Block(line, "boilerplate", "code" if opened else "comment"))
                fence, comment = (opened.group(1), False) if opened else ("", "-->" not in words)
                continue
            at = words.find("<!--")
            if at < 0:
                self._line(line, words)
                continue
            comment = self._around_comments(line, at)
        self._end()

    def _around_comments(self, line: Span, at: int) -> bool:
        """A line with comments in it: what stands beside them is prose; whether the last one goes on below."""
        start = line.start
        while at >= 0:
            opened = line.start + at
            before = Span(start, opened)
            if before.of(self.text).strip():
                self._line(before, before.of(self.text))
            closed = self.text.find("-->", opened, line.end)
            start = line.end if closed < 0 else closed + 3
            self._end()
            self.blocks.append(Block(Span(opened, start), "boilerplate", "comment"))
            if closed < 0:
                return True
            at = self.text.find("<!--", start, line.end) - line.start if "<!--" in self.text[start : line.end] else -1
        if self.text[start : line.end].strip():
            rest = Span(start, line.end)
            self._line(rest, rest.of(self.text))
        return False

    def _lines(self) -> Iterator[Span]:
        for m in _LINE.finditer(self.text, self.start):
            if m.start() < len(self.text):
                yield Span(m.start(1), m.end(1))

    def _line(self, line: Span, words: str) -> None:
        heading = _HEADING.match(words)
        if _BLANK.match(words):
            self._end()
        elif heading is not None:
            self._end()
            self._heading(Span(line.start + heading.start(2), line.start + heading.end(2)), len(heading.group(1)))
        elif self.running is not None and _UNDERLINE.match(words):
            title, self.running = self.running, None
            self._heading(title, 1 if "=" in words else 2)
        elif _RULE.match(words):
            self._end()
        elif _TABLE.match(words) or _REFERENCE.match(words) or _IMAGE.match(words):
            self._end()
            kind, reason = ("caption", "picture") if _IMAGE.match(words) else ("boilerplate", "table" if _TABLE.match(words) else "link")
            self.blocks.append(Block(line, kind, reason))
        else:
            self._prose(line, words)

    def _prose(self, line: Span, words: str) -> None:
        marked = _ITEM.match(words) or _QUOTE.match(words)
        if marked is not None:
            self._end()
            line = Span(line.start + marked.end(), line.end)
        if not line.of(self.text).strip():
            return
        self.running = line if self.running is None else Span(self.running.start, line.end)
        if _HARD_BREAK.search(words) or _QUOTE.match(words):
            self._end()

    def _heading(self, span: Span, level: int) -> None:
        if span.start == span.end:
            return
        if self.title is None and (level == 1 or not self.paragraphs):
            self.title = span
        else:
            self.paragraphs.append(span)

    def _end(self) -> None:
        if self.running is not None:
            self.paragraphs.append(self.running)
            self.running = None


MARKDOWN = Format((".md", ".markdown"), _read)
