"""The texts of the sources, with every claim set off, named, and linked to the findings that stand on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Finding
from checker.render import wording
from checker.render.display import visible
from checker.render.markup import direction
from checker.render.webpage.anchors import Anchors
from checker.result import Result, SourceRow
from claims.model import Block, Claim, Reading, Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A link from a claim to a finding."""

    target: str
    number: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: ``anchors`` name the claims that begin with it, ``references`` follow those that end with it."""

    words: str
    claimed: bool
    verdict: str
    anchors: tuple[str, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text; ``kind`` is that of its block, ``reason`` says why a block is boilerplate."""

    kind: str
    reason: str
    direction: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A source's text as the page keeps it."""

    row: SourceRow
    anchor: str
    number: int
    language: str
    direction: str
    published: str
    byline: str
    cited: int
    lines: tuple[Line, ...]


def articles(result: Result, anchors: Anchors) -> list[Article]:
    """Every text, in the order of the files."""
    return [_article(result.row(reading.source.file), reading, anchors) for reading in result.readings]


def _article(row: SourceRow, reading: Reading, anchors: Anchors) -> Article:
    source = reading.source
    return Article(
        row=row,
        anchor=anchors.text(row.file),
        number=anchors.source(row.file),
        language=wording.language(row.lang),
        direction=direction(row.title or source.text),
        published=wording.published(row.published),
        byline=visible(source.byline),
        cited=anchors.cited(reading),
        lines=tuple(_lines(reading, anchors)),
    )


def _lines(reading: Reading, anchors: Anchors) -> Iterator[Line]:
    text = reading.source.text
    for block in reading.source.blocks or (Block(Span(0, len(text)), "body"),):
        start = block.span.start
        for words in block.span.of(text).splitlines(keepends=True):
            span = Span(start, start + len(words.rstrip("\r\n")))
            start += len(words)
            if span.of(text).strip():
                inside = [claim for claim in reading.claims if claim.span.overlaps(span)]
                yield Line(block.kind, block.reason, direction(span.of(text)), tuple(_pieces(text, span, inside, anchors)))


def _pieces(text: str, line: Span, claims: Sequence[Claim], anchors: Anchors) -> Iterator[Piece]:
    """The line cut wherever a claim begins or ends, so that claims may overlap or run on to the next line."""
    edges = {edge for claim in claims for edge in (claim.span.start, claim.span.end) if line.start < edge < line.end}
    cuts = [line.start, *sorted(edges), line.end]
    for start, end in pairwise(cuts):
        covering = [claim for claim in claims if claim.span.start <= start and end <= claim.span.end]
        citing = [finding for claim in covering for finding in anchors.citing(claim)]
        ending = [finding for claim in covering if claim.span.end == end for finding in anchors.citing(claim)]
        yield Piece(
            words=visible(text[start:end]),
            claimed=bool(covering),
            verdict=min(citing, key=anchors.number).verdict.value if citing else "",
            anchors=tuple(anchors.claim(claim) for claim in covering if claim.span.start == start),
            references=_references(ending, anchors),
        )


def _references(findings: Sequence[Finding], anchors: Anchors) -> tuple[Reference, ...]:
    distinct = sorted({finding.id: finding for finding in findings}.values(), key=anchors.number)
    return tuple(Reference(anchors.finding(finding), anchors.number(finding), finding.verdict.value) for finding in distinct)
