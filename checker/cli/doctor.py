"""Check the installation: versions, data, encoder, languages, terminal, cache."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from checker.cli._options import add_colour, add_settings, settings_of
from checker.cli._output import put, view_of

if TYPE_CHECKING:
    from checker.settings import Settings

Check = tuple[bool, str, str]
"""Whether it is well, what was looked at, and what was seen."""

_LIBRARIES = ("numpy", "pandas", "faiss-cpu", "rich", "sentence-transformers", "torch", "trafilatura", "Babel")
_DATA = ("claims/data/concepts.tsv", "claims/data/names.tsv", "checker/data/decision.json", "checker/data/codes.md")
_SAMPLE = "أصيب 12 شخصا في ساروفا"


def add_arguments(parser: ArgumentParser) -> None:
    """The encoder to try, and colour."""
    add_colour(parser)
    add_settings(parser)


def run(args: Namespace) -> int:
    """Print what was seen; 2 if anything the main job needs is missing."""
    from checker.render.page import Page

    view = view_of(args)
    page = Page(view)
    checks = list(_checks(settings_of(args)))
    rows = [("ok" if well else "MISSING", name, seen) for well, name, seen in checks]
    page.table(rows, ["" if well else "bold red" for well, _, _ in checks])
    page.blank()
    page.add("Arabic and Urdu are ordered well here if the next line begins at its right end, with the 12 as its second word:")
    page.quote(_SAMPLE, indent=2)
    page.add("If not, read reports in a terminal that knows Unicode's bidirectional algorithm, or in a notebook.")
    put(str(page))
    return 0 if all(well for well, _, _ in checks) else 2


def _checks(settings: Settings) -> Iterator[Check]:
    from checker import __version__
    from claims.lang import languages

    yield True, "checker", f"{__version__}, Python {sys.version.split()[0]}"
    yield from map(_library, _LIBRARIES)
    yield from map(_data, _DATA)
    yield bool(languages()), "languages", ", ".join(languages()) or "no language data"
    yield _encoder(settings)
    yield True, "terminal", f"{'a terminal' if sys.stdout.isatty() else 'a pipe'}, encoding {sys.stdout.encoding}"
    yield True, "cache", _cache()


def _library(name: str) -> Check:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return True, name, version(name)
    except PackageNotFoundError:
        return False, name, f"not installed; pip install {name}"


def _data(path: str) -> Check:
    from importlib.resources import files

    package, _, rest = path.partition("/")
    found = (files(package) / rest).is_file()
    return found, path, "present" if found else "not found; install the package again"


def _encoder(settings: Settings) -> Check:
    from checker.chosen import calibration_notices, chosen_encoder
    from checker.errors import ModelError

    try:
        encoder = chosen_encoder(settings)
    except ModelError as error:
        return False, "encoder", str(error)
    amiss = "".join(f"; {notice.message}" for notice in calibration_notices(encoder))
    return True, "encoder", f"{encoder.name}, revision {encoder.revision}, {encoder.dim} dimensions{amiss}"


def _cache() -> str:
    from checker.encoders.cache import cache_file

    file = cache_file()
    if file is None:
        return "off (CHECKER_CACHE)"
    return f"{file.stat().st_size / 2**20:.1f} MB in {file}" if file.is_file() else "empty"
