"""A report on its way out: in the format asked for, with what that has no place for told elsewhere."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from checker.cli._output import note, put, view_of
from checker.render import beside, carries_notices, wording, writer
from checker.report import Report

_LARGEST = 1_000_000
"""Bytes of a job's summary; GitHub drops larger ones whole."""


def deliver(found: Report, args: Namespace, show: tuple[str, ...]) -> None:
    """Write the report where ``args`` wants it, its notices to standard error where the format has no place for them."""
    view = view_of(args, show)
    put(writer(args.format)(found, view), args.output)
    if not carries_notices(args.format):
        note(*map(wording.notice, found.notices))
    other = beside(args.format)
    if other is not None and (file := os.environ.get(other[0])):
        _append(Path(file), writer(other[1])(found, view))


def _append(file: Path, text: str) -> None:
    """Add to a file that is not ours alone; one that cannot be written is told, and is no failure of the check."""
    data = text.encode("utf-8", errors="backslashreplace")
    if len(data) > _LARGEST:
        kept = data[: data.rfind(b"\n\n", 0, _LARGEST)]
        data = kept + b"\n\nThe summary was cut here; the report in JSON has all of it.\n"
    try:
        with file.open("ab") as stream:
            stream.write(data)
    except OSError as error:
        note(f"cannot write the summary to {file}: {error.strerror}")
