"""Check a draft before publication: which of its claims other articles contradict, have overtaken or support.

DRAFT is an article (txt, md, html), a folder of them, or - for standard input. Findings stand at the
line and column of the draft. Drafts are not compared with each other; a file that is also among the
articles to check against counts as a draft.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from checker.cli._options import add_report_options, settings_of
from checker.cli._output import check_output, progress

_FAIL_ON = "contradiction"


def add_arguments(parser: ArgumentParser) -> None:
    """Drafts, what they are checked against, and the options of a report."""
    parser.add_argument("drafts", nargs="+", metavar="DRAFT")
    parser.add_argument(
        "--against",
        nargs="+",
        action="extend",
        required=True,
        metavar="PATH",
        help="articles, or folders of them, to check the draft against (repeatable)",
    )
    parser.add_argument("--changed-only", metavar="REF", help="check only the lines that git says differ from this commit, branch or tag")
    add_report_options(parser, _FAIL_ON)


def run(args: Namespace) -> int:
    """Check the drafts, write the report, and say what it means."""
    settings = settings_of(args)
    check_output(args.output)
    from checker.cli._deliver import deliver
    from checker.cli._drafts import changed_lines, drafts_of
    from checker.cli._last import keep
    from checker.cli._status import status
    from checker.engine import check

    drafts = drafts_of(args.drafts)
    lines = None if args.changed_only is None else changed_lines(drafts, args.changed_only)
    with progress() as seen:
        found = check(drafts, args.against, settings=settings, as_of=settings.as_of, lines=lines, progress=seen)
    keep(found)
    deliver(found, args, settings.show)
    return status(found, settings.fail_on or _FAIL_ON, strict=args.strict)
