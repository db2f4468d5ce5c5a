"""Which sources a picture has room for, in which order, and how they are named and coloured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.model import Finding
from checker.pictures.canvas import COLOURS, MARKERS, label
from checker.render import wording
from checker.result import Result, SourceRow
from claims.model import Interval

TITLE_CELLS = 44


def chosen(result: Result, most: int) -> tuple[SourceRow, ...]:
    """Up to ``most`` sources, those that stand in most findings, in the order in which they appeared."""
    told = Counter(file for finding in result.findings for file in _files(finding))
    kept = sorted(result.sources, key=lambda row: (-told[row.file], row.file))[:most]
    return tuple(sorted(kept, key=lambda row: (*_ends(row.published.interval), row.file)))


def _files(finding: Finding) -> set[str]:
    return {finding.a.file, *(claim.file for side in finding.sides for claim in side.claims)}


def _ends(interval: Interval) -> tuple[str, str]:
    return str(interval.earliest or ""), str(interval.latest or "9999")


def of_all(shown: Sequence[object], result: Result) -> str:
    """``7 sources``, or ``40 of 2,000 sources`` where some are left out."""
    if len(shown) == len(result.sources):
        return wording.count(len(shown), "source")
    return f"{len(shown)} of {wording.count(len(result.sources), 'source')}"


def name(row: SourceRow) -> str:
    """The file and its language, and below it the headline."""
    first = f"{label(row.file, 30)} · {row.lang}"
    return f"{first}\n{label(row.title, TITLE_CELLS)}" if row.title else first


def looks(files: Sequence[str]) -> dict[str, tuple[str, str]]:
    """A colour and a marker for every file, the same whatever else is shown."""
    return {file: (COLOURS[i % len(COLOURS)], MARKERS[(i // len(COLOURS) + i) % len(MARKERS)]) for i, file in enumerate(sorted(files))}
