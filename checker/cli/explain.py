"""Explain a rule (explain N101), or one finding of a report (explain FINDING PATH...).

A run leaves nothing behind, so a finding is explained by making the report on the same paths again.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from checker.cli._options import add_colour, add_settings, settings_of
from checker.cli._output import progress, put, view_of


def add_arguments(parser: ArgumentParser) -> None:
    """A rule's code or name, or a finding's id and the paths of its report."""
    parser.add_argument("name", metavar="CODE|FINDING")
    parser.add_argument("paths", nargs="*", default=(), metavar="PATH")
    add_colour(parser)
    add_settings(parser)


def run(args: Namespace) -> int:
    """Print the page of a rule, or take a finding apart."""
    view = view_of(args)
    if not args.paths:
        from checker.catalogue import entry
        from checker.render.rulebook import leaf

        put(leaf(entry(args.name), view))
        return 0
    settings = settings_of(args)
    from checker.engine import report
    from checker.render.waterfall import explanation

    with progress() as seen:
        found = report(args.paths, settings=settings, as_of=settings.as_of, progress=seen)
    told = found.explain(args.name)
    put(explanation(told.finding, told.a, told.b, view))
    return 0
