"""From whatever the caller has (paths, sources, a frame) to sources and notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Union, cast

from checker.errors import InputError
from checker.model import Notice
from claims.ingest import find_articles, formats, read_path
from claims.model import Source, UnreadableError

if TYPE_CHECKING:
    import pandas as pd

Inputs = Union[str, Path, Source, Sequence[str | Path | Source], "pd.DataFrame"]


def intake(inputs: Inputs) -> tuple[tuple[Source, ...], list[Notice]]:
    """The sources, sorted by file, and what could not be read.

    Raises ``InputError`` for a path that does not exist and where nothing is readable.
    """
    items, notices = as_items(inputs)
    paths = [item for item in items if isinstance(item, Path)]
    sources, more = from_paths(paths) if paths else ([], [])
    notices += more
    return in_order([*sources, *(item for item in items if isinstance(item, Source))], notices), notices


def as_items(inputs: Inputs) -> tuple[list[Path | Source], list[Notice]]:
    """What was given as paths and sources, one by one; a frame's rows are sources, and those without text notices."""
    if hasattr(inputs, "columns"):
        from checker.frame_intake import from_frame

        sources, notices = from_frame(cast("pd.DataFrame", inputs))
        return [*sources], notices
    items = [inputs] if isinstance(inputs, str | Path | Source) else list(inputs)
    return [item if isinstance(item, Source) else _path(item) for item in items], []


def in_order(sources: Sequence[Source], notices: Sequence[Notice]) -> tuple[Source, ...]:
    """The sources by file. Raises ``InputError`` where there is none, and where two carry one name."""
    if not sources:
        raise InputError(f"nothing to read: {'; '.join(n.message for n in notices) or 'no article was given'}")
    files = sorted(source.file for source in sources)
    doubled = next((file for file, following in pairwise(files) if file == following), None)
    if doubled is not None:
        raise InputError(f"two sources carry the name {doubled}; give each its own")
    return tuple(sorted(sources, key=lambda source: source.file))


def _path(given: object) -> Path:
    if not isinstance(given, str | Path):
        raise InputError(f"give paths, sources or a frame with a column 'text', not {type(given).__name__}")
    if given == "":  # Path("") is the current folder, which nobody means who passes an unset variable
        raise InputError("a path is empty; give a file or a folder")
    return Path(given)


def from_paths(paths: Sequence[Path]) -> tuple[list[Source], list[Notice]]:
    """The articles among the paths, and what could not be read. Raises ``InputError`` for a path that does not exist."""
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
        sources.append(replace(source, origin=str(path)))
        notices += [Notice("reading", f"{file}: {note}", file) for note in notes]
    if found.ignored:
        names = ", ".join(name for name, _ in found.ignored[:5]) + (", …" if len(found.ignored) > 5 else "")
        notices.append(Notice("ignored", f"{len(found.ignored)} other file(s) left alone: {names}"))
    if not found.articles:
        notices.append(Notice("ignored", f"no article ({' '.join(formats())}) in {', '.join(map(str, paths))}"))
    return sources, notices
