"""Report where articles contradict each other, only seem to, agree, or are older than they read.

PATH is an article (txt, md, html) or a folder of them.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from checker.cli._options import add_report_options, settings_of
from checker.cli._output import check_output, progress

_FAIL_ON = "never"


def add_arguments(parser: ArgumentParser) -> None:
    """Paths and the options of a report."""
    parser.add_argument("paths", nargs="+", metavar="PATH")
    add_report_options(parser, _FAIL_ON)


def run(args: Namespace) -> int:
    """Make the report, write it, and say what it means."""
    settings = settings_of(args)
    check_output(args.output)
    from checker.cli._deliver import deliver
    from checker.cli._last import keep
    from checker.cli._status import status
    from checker.engine import report

    with progress() as seen:
        found = report(args.paths, settings=settings, as_of=settings.as_of, progress=seen)
    keep(found)
    deliver(found, args, settings.show)
    return status(found, settings.fail_on or _FAIL_ON, strict=args.strict)
