"""From whatever the caller has (paths, sources, a frame) to sources and notices."""

from __future__ import annotations

from collections.abc import Sequence
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
    sources, notices = _from_frame(inputs) if hasattr(inputs, "columns") else _from_items(inputs)
    if not sources:
        raise InputError(f"nothing to read: {'; '.join(n.message for n in notices) or 'no article was given'}")
    sources.sort(key=lambda source: source.file)
    doubled = sorted({s.file for i, s in enumerate(sources) if i and sources[i - 1].file == s.file})
    if doubled:
        raise InputError(f"two sources carry the name {doubled[0]}; give each its own")
    return tuple(sources), notices


def _from_frame(inputs: Inputs) -> tuple[list[Source], list[Notice]]:
    from checker.frame_intake import from_frame

    return from_frame(cast("pd.DataFrame", inputs))


def _from_items(inputs: Inputs) -> tuple[list[Source], list[Notice]]:
    items = [inputs] if isinstance(inputs, str | Path | Source) else list(inputs)
    paths = [_path(i) for i in items if not isinstance(i, Source)]
    sources, notices = _from_paths(paths) if paths else ([], [])
    return [*sources, *(i for i in items if isinstance(i, Source))], notices


def _path(given: object) -> Path:
    if not isinstance(given, str | Path):
        raise InputError(f"give paths, sources or a frame with a column 'text', not {type(given).__name__}")
    if given == "":  # Path("") is the current folder, which nobody means who passes an unset variable
        raise InputError("a path is empty; give a file or a folder")
    return Path(given)


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
    if not found.articles:
        notices.append(Notice("ignored", f"no article ({' '.join(formats())}) in {', '.join(map(str, paths))}"))
    return sources, notices
