"""Show the claims and facets read from articles, before anything is compared."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.cli._options import add_output
from checker.cli._output import check_output, note, put, view_of

if TYPE_CHECKING:
    from claims.model import Reading, Source


def add_arguments(parser: ArgumentParser) -> None:
    """Paths, and whether to list the sentences that are no claim."""
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--all", action="store_true", help="also list the sentences that yield no claim, with the reason")
    add_output(parser, ("terminal", "json"))


def run(args: Namespace) -> int:
    """Read the articles one by one and write what each says."""
    check_output(args.output)
    from checker.intake import intake
    from checker.notices import unread
    from checker.render import wording

    sources, notices = intake(args.paths)
    readings = [_read(source) for source in sources]
    if args.format == "json":
        from checker.render.as_json import dumps
        from checker.render.claims_json import document

        put(dumps(document(readings, everything=args.all)) + "\n", args.output)
    else:
        from checker.render.claims_terminal import write

        put(write(readings, view_of(args), everything=args.all), args.output)
    note(*map(wording.notice, [*notices, *(notice for reading in readings for notice in unread(reading))]))
    return 0


def _read(source: Source) -> Reading:
    """What one article says on its own: dated by its own words, times resolved."""
    from checker.event_time import with_times
    from claims.dateline import candidates, choose
    from claims.extract import extract

    published = choose((*source.dates, *candidates(source)))
    reading = extract(replace(source, published=published))
    return replace(reading, claims=tuple(with_times(claim, published) for claim in reading.claims))
