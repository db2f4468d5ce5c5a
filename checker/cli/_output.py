"""Where output goes: a file, a terminal or a pipe; and the progress bar beside it."""

from __future__ import annotations

import io
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from checker.errors import InputError

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

    from checker.progress import Progress
    from checker.render.view import View

T = TypeVar("T")


def view_of(args: Namespace, show: tuple[str, ...] = ()) -> View:
    """How wide the reader's screen is and whether it shows colour; a pipe or a file is 80 wide, unless COLUMNS says otherwise."""
    from checker.render.view import View

    screen = getattr(args, "output", None) is None and sys.stdout is not None and sys.stdout.isatty()
    width = shutil.get_terminal_size((80, 24)).columns if screen else _number(os.environ.get("COLUMNS", "")) or 80
    forbidden = args.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return View(width, screen and not forbidden, show, _root())


def _root() -> str:
    """Where the repository begins for whoever reads annotations: the workspace of a GitHub job, or the current folder."""
    here, workspace = Path.cwd(), os.environ.get("GITHUB_WORKSPACE", "")
    return workspace if workspace and here.is_relative_to(workspace) else str(here)


def check_output(output: str | None) -> None:
    """Raise ``InputError`` early for an output that can never be written."""
    if output is None:
        return
    path = Path(output)
    if not output:
        raise InputError("the output's name is empty; give a file")
    if path.is_dir():
        raise InputError(f"cannot write {output}: it is a folder")
    if not path.parent.is_dir():
        raise InputError(f"cannot write {output}: there is no folder {path.parent}")


def put(text: str, output: str | None = None) -> None:
    """Write ``text`` to a file or to standard output; a reader that stops reading is no error."""
    if output is not None:
        try:
            Path(output).write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as error:
            raise InputError(f"cannot write {output}: {error.strerror}") from error
        return
    if sys.stdout is None:  # closed by the caller (>&-)
        raise InputError("standard output is closed; give --output FILE")
    if isinstance(sys.stdout, io.TextIOWrapper):  # whatever the locale, text in five scripts comes out whole
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # The interpreter flushes once more on exit; that must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise InputError(f"cannot write to standard output: {error.strerror}") from error


def note(*lines: str) -> None:
    """Say something beside the output, if anybody listens."""
    from checker.render.display import visible

    if sys.stderr is None:  # closed by the caller (2>&-)
        return

    for line in lines:
        sys.stderr.write(f"checker: {visible(line)}\n")


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar on standard error if that is a terminal, otherwise nothing."""
    from checker.progress import NO_PROGRESS

    if sys.stderr is None or not sys.stderr.isatty():
        yield NO_PROGRESS
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as RichProgress

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with RichProgress(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _Bars(bars)


class _Bars:
    """Draws each tracked step as a bar."""

    def __init__(self, bars: RichProgress) -> None:
        self._bars = bars

    def track(self, items: Sequence[T], description: str) -> Iterable[T]:
        """The items unchanged, counted on the screen."""
        return self._bars.track(items, description=description)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
