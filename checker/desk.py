"""What lies before the checker: articles to compare with each other, or drafts and what they are checked against."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import InputError
from checker.intake import Inputs, as_items, from_paths, in_order
from checker.model import Notice
from claims.ingest import FRONT_MATTER, find_articles
from claims.model import Claim, Reading, Source, Span, UnreadableError

Lines = Mapping[Path, Collection[int]]
"""Lines of drafts, from 1, by path: those to check."""

_ARCHIVE_SUFFIXES = (".archive", ".faiss", ".sqlite", ".sqlite3", ".db")


@dataclass(frozen=True, slots=True)
class Desk:
    """The sources of one run, what could not be read, and which of the sources are drafts.

    ``drafts`` is empty where all are compared with all; ``lines`` are those to check of a draft, all
    of them where it has no entry.
    """

    sources: tuple[Source, ...]
    notices: Sequence[Notice]
    drafts: frozenset[str] = frozenset()
    lines: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def asked(self, readings: Iterable[Reading]) -> frozenset[str]:
        """The ids of the drafts' claims that are to be checked."""
        return frozenset(
            claim.id for r in readings if r.source.file in self.drafts for claim in r.claims if self._stands_in_lines(claim, r.source)
        )

    def _stands_in_lines(self, claim: Claim, source: Source) -> bool:
        wanted = self.lines.get(source.file)
        if wanted is None:
            return True
        # The date in the front matter is part of every claim that says "on Friday".
        heads = [block.span for block in source.blocks if block.reason == FRONT_MATTER]
        return any(line in wanted for span in (claim.sentence.span, *heads) for line in _lines_of(span, source))


def _lines_of(span: Span, source: Source) -> range:
    first, last = (source.line_and_column(at)[0] for at in (span.start, max(span.end - 1, span.start)))
    return range(first, last + 1)


def on_desk(drafts: Inputs, against: Inputs, lines: Lines | None = None) -> Desk:
    """Drafts and what they are checked against, all named relative to their common parent.

    A file that is given on both sides is a draft. Raises ``InputError`` where either side has
    nothing readable, and for an archive, which cannot be read here.
    """
    (ours, notices), (theirs, more) = as_items(drafts), as_items(against)
    our_paths, their_paths = ([item for item in side if isinstance(item, Path)] for side in (ours, theirs))
    for path in their_paths:
        _refuse_archive(path)
    sources, unread = from_paths([*our_paths, *their_paths]) if our_paths or their_paths else ([], [])
    notices += [*more, *unread]
    names = _names(our_paths, [*our_paths, *their_paths])
    given = [item for item in (*ours, *theirs) if isinstance(item, Source)]
    files = frozenset(names.values()) | {item.file for item in ours if isinstance(item, Source)}
    found = in_order([*sources, *given], notices)
    read = {source.file for source in found}
    _must_be_read(read & files, "no draft", our_paths, notices)
    _must_be_read(read - files, "nothing to check against", their_paths, notices)
    asked = {os.path.realpath(path): frozenset(numbers) for path, numbers in (lines or {}).items()}
    return Desk(found, notices, files & read, {names[path]: numbers for path, numbers in asked.items() if path in names})


def _must_be_read(side: Collection[str], what: str, paths: Sequence[Path], notices: Sequence[Notice]) -> None:
    if not side:
        where = f" in {', '.join(map(str, paths))}" if paths else ""
        raise InputError(": ".join([f"{what} could be read{where}", *(notice.message for notice in notices)][:4]))


def _names(drafts: Sequence[Path], everything: Sequence[Path]) -> dict[str, str]:
    """The name in the report of every draft, by its real path."""
    if not drafts:
        return {}
    try:
        ours = {os.path.realpath(path) for path, _ in find_articles(drafts).articles}
        return {real: name for path, name in find_articles(everything).articles if (real := os.path.realpath(path)) in ours}
    except UnreadableError as error:
        raise InputError(str(error)) from error


def _refuse_archive(path: Path) -> None:
    if path.is_dir() and (path.suffix in _ARCHIVE_SUFFIXES or any([*path.glob(f"*{suffix}")] for suffix in _ARCHIVE_SUFFIXES)):
        raise InputError(f"{path}: is an archive, which cannot be checked against yet; give the articles themselves, as files or a folder")
