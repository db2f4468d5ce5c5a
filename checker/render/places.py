"""Where claims stand, as other programs want it: paths from the reader's folder, and ranges of lines and columns."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import PurePath

from checker.render.view import View
from checker.result import Result
from claims.model import Claim


@dataclass(frozen=True, slots=True)
class Range:
    """Lines and columns from 1, in code points; ``end_column`` is the column after the last letter."""

    line: int
    column: int
    end_line: int
    end_column: int


def range_of(result: Result, claim: Claim) -> Range:
    """The range of a claim in its file."""
    source = result.source(claim.file)
    line, column = source.line_and_column(claim.span.start)
    end_line, last = source.line_and_column(max(claim.span.end - 1, claim.span.start))
    return Range(line, column, end_line, last + 1)


def path_of(result: Result, file: str, view: View) -> str:
    """A file's path from ``view.root``, with ``/``; the report's own name for it where there is no root, or no way from it."""
    origin = result.source(file).origin
    if not view.root or not PurePath(origin).is_absolute():
        return file
    try:
        way = os.path.relpath(origin, view.root)
    except ValueError:  # another drive
        return file
    return os.fsencode(PurePath(way).as_posix()).decode("utf-8", errors="backslashreplace")


def byte_columns(result: Result, claim: Claim) -> tuple[int, int] | None:
    """The first column and the one after the last, from 1, in bytes of UTF-8; ``None`` where the file's own lines are not at hand."""
    source = result.source(claim.file)
    if source.places:
        return None
    place = range_of(result, claim)
    columns = []
    for line, column in ((place.line, place.column), (place.end_line, place.end_column)):
        start = source.line_starts[line - 1]
        columns.append(len(source.text[start : start + column - 1].encode()) + 1)
    return columns[0], columns[1]
