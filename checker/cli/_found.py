"""The report that a command line asks for: of articles on each other, or of drafts on articles."""

from __future__ import annotations

from argparse import Namespace

from checker.progress import Progress
from checker.report import Report
from checker.settings import Settings


def found_by(args: Namespace, settings: Settings, progress: Progress) -> Report:
    """A report on ``args.paths``, or, where there is ``args.against``, a check of them."""
    if args.against:
        from checker.cli._drafts import drafts_of
        from checker.engine import check

        return check(drafts_of(args.paths), args.against, settings=settings, as_of=settings.as_of, progress=progress)
    from checker.engine import report

    return report(args.paths, settings=settings, as_of=settings.as_of, progress=progress)
