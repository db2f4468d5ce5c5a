"""What one run found, as plain data: the one thing every output reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from checker.errors import InputError
from checker.model import SHORTEST_ID, Finding, Notice, State, Verdict
from checker.nearest import nearest
from checker.workings import Workings
from claims.model import Claim, Published, Reading, Source

REPORTED = (Verdict.CONTRADICTION, Verdict.STALE, Verdict.TEMPORAL_SHIFT, Verdict.CORROBORATION)
"""The verdicts of findings, the most serious first."""

TROUBLE = tuple(verdict for verdict in REPORTED if verdict is not Verdict.CORROBORATION)
"""Those that somebody has to look at."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One article as the run judged it.

    ``stale_evidence`` are the claims that show the age. ``family`` names the wire family: the
    sources that carry one text; empty for a source that stands alone.
    """

    file: str
    lang: str
    title: str
    published: Published
    stale: bool = False
    stale_evidence: tuple[Claim, ...] = ()
    family: str = ""
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Position:
    """Where a claim stands in its file: code points as decoded, line and column from 1."""

    file: str
    start: int
    end: int
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def rank(finding: Finding) -> tuple[int, float, str, int, str, int, str]:
    """The key findings are sorted by: the most serious first, then the most certain, then by place."""
    b = finding.b or finding.a
    return (
        REPORTED.index(finding.verdict),
        -finding.confidence,
        finding.a.file,
        finding.a.span.start,
        b.file,
        b.span.start,
        finding.id,
    )


def rank_in_draft(finding: Finding) -> tuple[str, int, int, float, str, int, str]:
    """The key the findings on a draft are sorted by: its own order, at one sentence the most serious first."""
    verdict, confidence, file, _, other, place, name = rank(finding)
    return file, finding.a.sentence.start, verdict, confidence, other, place, name


def claims_of(finding: Finding) -> tuple[Claim, ...]:
    """Every claim a finding stands on: its two sides, all it groups, and the evidence; each once."""
    claims = [finding.a, finding.b, *(claim for side in finding.sides for claim in side.claims), *finding.evidence]
    return tuple({(claim.file, claim.span): claim for claim in claims if claim is not None}.values())


@dataclass(frozen=True, slots=True)
class Result:
    """Findings, notices, sources and the facts of the run.

    Whatever order they are given in, findings are kept by ``rank``, sources and readings by file,
    notices by code. ``run`` holds ``encoder`` (``name``, ``revision``), ``as_of`` (``value``,
    ``basis``), ``thresholds``, and ``pairs`` (``looked_at``, of the ``same_event``, and
    ``suppressed`` by reason). ``readings`` are kept to locate claims, ``workings`` to explore the run
    further; no output holds them, and a result made by hand has no ``workings``.

    Where drafts were checked, ``run`` names them under ``drafts``, findings are kept in their order,
    side ``a`` is always the draft's, and ``unsupported`` are their claims that no other source carries.
    """

    run: Mapping[str, Any]
    notices: tuple[Notice, ...]
    sources: tuple[SourceRow, ...]
    findings: tuple[Finding, ...]
    readings: tuple[Reading, ...] = field(repr=False)
    unsupported: tuple[Claim, ...] = ()
    workings: Workings | None = field(default=None, repr=False, compare=False)
    _source: Mapping[str, Source] = field(init=False, repr=False, compare=False)
    _row: Mapping[str, SourceRow] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        keep = object.__setattr__  # the class is frozen for everyone else
        keep(self, "findings", tuple(sorted(self.findings, key=rank_in_draft if self.drafts else rank)))
        keep(self, "sources", tuple(sorted(self.sources, key=lambda row: row.file)))
        keep(self, "readings", tuple(sorted(self.readings, key=lambda reading: reading.source.file)))
        keep(self, "notices", tuple(sorted(self.notices, key=lambda notice: (notice.code, notice.file or "", notice.message))))
        keep(self, "_source", {reading.source.file: reading.source for reading in self.readings})
        keep(self, "_row", {row.file: row for row in self.sources})

    @property
    def drafts(self) -> tuple[str, ...]:
        """The files that were checked against the others; empty where all were compared with all."""
        return tuple(self.run.get("drafts", ()))

    def position(self, claim: Claim) -> Position:
        """Where ``claim`` stands in its file."""
        source = self._source[claim.file]
        start = source.offset_in_file(claim.span.start)
        # The last character's place, not the place after it: in HTML that may be another paragraph's.
        end = source.offset_in_file(claim.span.end - 1) + 1 if len(claim.span) else start
        return Position(claim.file, start, end, *source.line_and_column(claim.span.start))

    def place(self, file: str, offset: int) -> str:
        """``file:line`` of an offset in a source's text."""
        line, _ = self._source[file].line_and_column(offset)
        return f"{file}:{line}"

    def source(self, file: str) -> Source:
        """One source as read."""
        return self._source[file]

    def row(self, file: str) -> SourceRow:
        """The row of one source."""
        return self._row[file]

    def of(self, *verdicts: Verdict) -> tuple[Finding, ...]:
        """The findings with one of these verdicts that still have to be looked at: not dismissed, not in the baseline."""
        return tuple(finding for finding in self.findings if finding.verdict in verdicts and finding.state is State.NEW)

    def set_aside(self, state: State) -> tuple[Finding, ...]:
        """The findings that were dismissed, or are known from the baseline."""
        return tuple(finding for finding in self.findings if finding.state is state)

    def find(self, name: str) -> Finding:
        """The finding with this id, or the only one whose id begins so; ``InputError`` if there is none."""
        exact = [finding for finding in self.findings if finding.id == name]
        near = [finding for finding in self.findings if finding.id.startswith(name)] if len(name) >= SHORTEST_ID else []
        if exact or len(near) == 1:  # a sentence that stands twice in a file has its finding twice, with one id
            return (exact or near)[0]
        ids = ", ".join(finding.id for finding in near) or nearest(name, [finding.id for finding in self.findings])
        raise InputError(f"no finding {name!r} in this report" + (f"; did you mean {ids}?" if ids else ""))
