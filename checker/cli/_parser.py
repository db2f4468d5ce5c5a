"""An argument parser that raises instead of exiting, and names the nearest valid option."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from checker.cli._output import put
from checker.nearest import nearest, unknown


class UsageError(Exception):
    """A command line that cannot be understood; the text is one line."""

    def __init__(self, prog: str, message: str) -> None:
        super().__init__(f"{message} ({prog} --help lists what there is)")


class Parser(argparse.ArgumentParser):
    """No abbreviations (they would change meaning when an option is added) and no exit on error."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(**{"allow_abbrev": False, "formatter_class": argparse.RawDescriptionHelpFormatter, **options})
        self._commands: argparse._SubParsersAction[Any] | None = None

    def add_subparsers(self, **options: Any) -> argparse._SubParsersAction[Any]:  # noqa: ANN401 - argparse's own
        """The commands; remembered, so that ``refuse`` knows their options."""
        self._commands = super().add_subparsers(**options)
        return self._commands

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would have printed."""
        raise UsageError(self.prog, message)

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002 - argparse's own
        """Help goes the way of all output, so that a reader who stops reading is no error."""
        put(message)

    def refuse(self, command: str, rest: Sequence[str]) -> NoReturn:
        """Complain of the arguments a command has no use for."""
        assert self._commands is not None
        part: Parser = self._commands.choices[command]
        word = next((word for word in rest if word.startswith("-")), rest[0]).partition("=")[0]
        if not word.startswith("-"):
            part.error(f"unexpected argument {word!r}")
        meant = nearest(word, part._option_string_actions)
        part.error(f"unknown option {word}" + (f"; did you mean {meant}?" if meant else ""))


def one_of(kind: str, valid: Iterable[str]) -> Callable[[str], str]:
    """An argument type: one of some names, with the nearest offered for any other."""
    names = tuple(valid)

    def read(word: str) -> str:
        if word not in names:
            raise argparse.ArgumentTypeError(unknown(kind, word, names))
        return word

    return read
