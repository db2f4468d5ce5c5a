"""Which files of the given paths are articles, and what they are called."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.ingest.formats import formats
from claims.model import UnreadableError

_DRAFTS = "drafts"
"""A folder of this name holds what is not published yet: it is read only where it is named itself."""
_ABOUT_THE_FOLDER = frozenset({"README", "CHANGELOG", "CONTRIBUTING", "LICENSE", "LICENCE", "NOTICE"})


@dataclass(frozen=True, slots=True)
class Found:
    """The articles among the given paths, each with its name, and whatever else was there, with the reason."""

    articles: tuple[tuple[Path, str], ...]
    ignored: tuple[tuple[str, str], ...] = ()


def find_articles(paths: Sequence[Path]) -> Found:
    """Files as given, and the articles in folders, recursively, sorted by name.

    Names are relative to the common parent of all paths, so that they are unique and do not depend
    on the order of the paths. A file that several paths lead to counts once. Raises
    ``UnreadableError`` for a path that does not exist.
    """
    given = [Path(os.path.abspath(p)) for p in paths]  # noqa: PTH100 - resolve() would follow links, and lose their names
    for path, shown in zip(given, paths, strict=True):
        _must_exist(path, str(shown))
    if not given:
        return Found(())
    base = Path(os.path.commonpath([p if p.is_dir() else p.parent for p in given]))
    articles: dict[str, Path] = {}
    ignored: dict[str, str] = {}
    for path in given:
        if path.is_dir():
            for file, reason in _walk(path, ()):
                name = _name(file, base)
                if reason:
                    ignored[name] = reason
                else:
                    articles[name] = file
        else:
            articles[_name(path, base)] = path
    once: dict[str, tuple[Path, str]] = {}
    for name in sorted(articles):
        once.setdefault(os.path.realpath(articles[name]), (articles[name], name))
    rest = tuple((name, ignored[name]) for name in sorted(ignored) if name not in articles)
    return Found(tuple(once.values()), rest)


def _name(path: Path, base: Path) -> str:
    """The name of a file; bytes of it that are no UTF-8 are written out, since no output could hold them."""
    return os.fsencode(path.relative_to(base).as_posix()).decode("utf-8", errors="backslashreplace")


def _must_exist(path: Path, shown: str) -> None:
    try:
        path.stat()
    except FileNotFoundError:
        raise UnreadableError(shown, "does not exist", "check the path") from None
    except PermissionError:
        raise UnreadableError(shown, "may not be read", "allow reading it") from None
    except OSError as error:
        raise UnreadableError(shown, _trouble(error), "check the path") from None


def _trouble(error: OSError) -> str:
    return "is a link that leads back to itself" if error.errno == errno.ELOOP else (error.strerror or "cannot be read").lower()


def _walk(folder: Path, above: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Files below a folder with the reason to ignore them, empty for articles; what is hidden is left out."""
    real = os.path.realpath(folder)
    if real in above:
        yield folder, "a link back to a folder above it"
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder, "a folder that may not be read"
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and entry.name == _DRAFTS:
            yield entry, "drafts, read only where they are named"
        elif entry.is_dir():
            yield from _walk(entry, (*above, real))
        elif entry.stem.upper() in _ABOUT_THE_FOLDER:
            yield entry, "tells about the folder, no article"
        elif entry.suffix.lower() not in formats():
            yield entry, f"no article: {entry.suffix.lower() or 'a file without suffix'}"
        elif entry.is_file():
            yield entry, ""
        else:
            yield entry, "no regular file"
