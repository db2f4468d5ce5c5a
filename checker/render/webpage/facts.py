"""The table of sources, and how the run was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.render import wording
from checker.render.webpage.anchors import Anchors
from checker.render.webpage.clues import Clue, clues
from checker.result import Result, SourceRow


@dataclass(frozen=True, slots=True)
class Source:
    """A row of the table of sources. ``wire`` is a letter that sources of one text share."""

    row: SourceRow
    number: int
    target: str
    language: str
    published: str
    basis: str
    wire: str
    is_draft: bool
    clues: tuple[Clue, ...]


def source_rows(result: Result, anchors: Anchors) -> list[Source]:
    """One row a source, by file, with the clues of an inferred date."""
    wires = wording.families([row.family for row in result.sources])
    return [
        Source(
            row=row,
            number=anchors.source(row.file),
            target=anchors.text(row.file),
            language=wording.language(row.lang),
            published="undated" if row.published.basis == "unknown" else wording.days(row.published.interval),
            basis="" if row.published.basis == "unknown" else wording.basis(row.published.basis),
            wire=wires.get(row.family, ""),
            is_draft=row.file in result.drafts,
            clues=clues(result, anchors, row) if row.published.basis == "inferred" else (),
        )
        for row in result.sources
    ]


def facts(result: Result) -> list[tuple[str, str]]:
    """Totals, then everything the run says of itself, in its own order."""
    found = [("sources", f"{len(result.sources):,}"), ("claims", f"{sum(row.claims for row in result.sources):,}")]
    found += [("findings", f"{len(result.findings):,}"), ("notices", f"{len(result.notices):,}")]
    return found + list(_flat(result.run, ""))


def _flat(table: Mapping[str, object], above: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{above}{key}".replace("_", " ")
        if isinstance(value, Mapping):
            yield from _flat(value, f"{name}: ") if value else [(name, "none")]
        elif isinstance(value, list):
            yield name, ", ".join(map(str, value))
        else:
            yield name, f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
