"""Set a finding aside, with a reason: it is kept in a text file, and no longer shown nor counted as new.

FINDING is the id that check or report printed. It is looked up in the last run in this folder, or in
the report in JSON that --report names.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from checker.cli._options import DISMISSALS, add_dismissals
from checker.cli._output import put
from checker.cli._parser import one_of
from checker.model import REASONS


def add_arguments(parser: ArgumentParser) -> None:
    """The finding, why it is set aside, and where that is kept."""
    parser.add_argument("finding", metavar="FINDING")
    parser.add_argument("--reason", required=True, type=one_of("reason", REASONS), metavar="REASON", help=", ".join(REASONS))
    parser.add_argument("--note", default="", metavar="TEXT", help="what a colleague should know")
    parser.add_argument("--report", type=Path, metavar="FILE", help="a report in JSON that holds the finding (default: the last run here)")
    add_dismissals(parser)


def run(args: Namespace) -> int:
    """Write the dismissal down."""
    from checker.cli._last import kept
    from checker.errors import InputError
    from checker.review import baseline
    from checker.review.dismissals import Entry, add

    report = args.report or kept()
    if report is None or (args.report is None and not report.exists()):
        raise InputError("no run in this folder is known; run check or report again, or give --report FILE")
    found = baseline.find(report, args.finding)
    path = Path(args.dismissals or DISMISSALS)
    changed = add(path, Entry(found, args.reason, " ".join(args.note.split())))
    put(f"{'dismissed in' if changed else 'stood already in'} {path}: {found.rule} {args.finding} ({args.reason})\n")
    return 0
