"""List the rules: code, name, what each finds, default severity."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from checker.cli._options import add_colour
from checker.cli._output import put, view_of


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing but colour."""
    add_colour(parser)


def run(args: Namespace) -> int:
    """Print the table."""
    from checker.catalogue import catalogue
    from checker.render.rulebook import table

    put(table(catalogue(), view_of(args)))
    return 0
