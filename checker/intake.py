"""From whatever the caller has (paths, sources, a frame) to sources and notices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Union, cast

from checker.errors import InputError
from checker.model import Notice
from claims.ingest import find_articles, read_path, read_text
from claims.model import DateCandidate, Interval, Source, UnreadableError

if TYPE_CHECKING:
    import pandas as pd

Inputs = Union[str, Path, Source, Sequence[str | Path | Source], "pd.DataFrame"]


def intake(inputs: Inputs) -> tuple[tuple[Source, ...], list[Notice]]:
    """The sources, sorted by file, and what could not be read.

    Raises ``InputError`` for a path that does not exist and where nothing is readable.
    """
    if hasattr(inputs, "columns"):
        return _from_frame(cast("pd.DataFrame", inputs)), []
    items = [inputs] if isinstance(inputs, str | Path | Source) else list(inputs)
    given = [i for i in items if isinstance(i, Source)]
    paths = [Path(i) for i in items if not isinstance(i, Source)]
    read, notices = _from_paths(paths) if paths else ([], [])
    sources = sorted([*given, *read], key=lambda s: s.file)
    if not sources:
        reasons = "; ".join(n.message for n in notices) or "no article (.txt, .md, .html) was found"
        raise InputError(f"nothing to read: {reasons}")
    doubled = sorted({s.file for i, s in enumerate(sources) if i and sources[i - 1].file == s.file})
    if doubled:
        raise InputError(f"two sources carry the name {doubled[0]}; give each its own")
    return tuple(sources), notices


def _from_paths(paths: Sequence[Path]) -> tuple[list[Source], list[Notice]]:
    try:
        found = find_articles(paths)
    except UnreadableError as error:
        raise InputError(str(error)) from error
    sources, notices = [], []
    for path, file in found.articles:
        try:
            source, notes = read_path(path, file)
        except UnreadableError as error:
            notices.append(Notice("unreadable", str(error), file))
            continue
        sources.append(source)
        notices += [Notice("reading", f"{file}: {note}", file) for note in notes]
    if found.ignored:
        names = ", ".join(name for name, _ in found.ignored[:5]) + (", …" if len(found.ignored) > 5 else "")
        notices.append(Notice("ignored", f"{len(found.ignored)} other file(s) left alone: {names}"))
    return sources, notices


def _from_frame(frame: pd.DataFrame) -> tuple[Source, ...]:
    if "text" not in frame.columns:
        raise InputError("a frame needs a column 'text' (and may have 'source', 'published', 'lang')")
    sources = []
    for number, row in enumerate(frame.to_dict("records")):
        file = str(row.get("source") or f"row{number:04d}")
        source = read_text(str(row["text"]), file, lang=row.get("lang") or None)
        sources.append(with_published(source, row.get("published")))
    return tuple(sorted(sources, key=lambda s: s.file))


def with_published(source: Source, published: object) -> Source:
    """The source with a publication day given by the caller (a date, an ISO string, or nothing)."""
    from dataclasses import replace

    if published is None or str(published) in ("", "NaT", "nan", "None"):
        return source
    try:
        day = date.fromisoformat(str(published)[:10])
    except ValueError as error:
        raise InputError(f"{source.file}: published is not an ISO date: {published!r}") from error
    return replace(source, dates=(DateCandidate(Interval.day(day), "argument", str(published)), *source.dates))
