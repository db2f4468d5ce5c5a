"""Explain a rule (explain N101), or one finding of a report (explain FINDING PATH...).

With --against the paths are drafts, and the finding is one of checking them.

A finding is explained by making the report on the same paths again.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from checker.cli._options import add_colour, add_settings, settings_of
from checker.cli._output import progress, put, view_of


def add_arguments(parser: ArgumentParser) -> None:
    """A rule's code or name, or a finding's id and the paths of its report."""
    parser.add_argument("name", metavar="CODE|FINDING")
    parser.add_argument("paths", nargs="*", default=(), metavar="PATH")
    parser.add_argument("--against", nargs="+", action="extend", metavar="PATH", help="what the drafts are checked against")
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
    from checker.cli._found import found_by
    from checker.render.waterfall import explanation

    with progress() as seen:
        found = found_by(args, settings, seen)
    told = found.explain(args.name)
    put(explanation(told.finding, told.a, told.b, view, told.otherwise))
    return 0
