"""Options that several commands share, and the settings they make."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli._parser import one_of
from checker.render import formats

if TYPE_CHECKING:
    from checker.settings import Settings

DISMISSALS = "checker-dismissed.toml"
"""Where dismissals are kept unless told otherwise."""


def add_settings(parser: ArgumentParser) -> None:
    """What every command that reads articles can be told."""
    parser.add_argument("--encoder", metavar="NAME", help="'bundled' (default), or a sentence-transformers model by name or folder")
    parser.add_argument("--nli", metavar="NAME", help="a cross-encoder with entailment and contradiction labels, for a second opinion")
    parser.add_argument("--as-of", metavar="DATE", help="the day the reader reads (default: the newest publication date)")
    parser.add_argument("--config", metavar="FILE", type=Path, help="settings (default: checker.toml, or [tool.checker] of pyproject.toml)")


def add_report_options(parser: ArgumentParser, fail_on: str) -> None:
    """The output and exit status of a command that makes a report; ``fail_on`` is its default."""
    add_output(parser, formats())
    parser.add_argument(
        "--show",
        metavar="VERDICT",
        action="append",
        help="open these in full and leave the others out: contradiction, stale, temporal_shift, corroboration,"
        " unsupported (claims of a draft that no other source carries) or all (repeat, or separate by commas;"
        " terminal, Markdown and HTML only)",
    )
    parser.add_argument(
        "--fail-on",
        metavar="LEVEL",
        help=f"exit with 1 from this level up: contradiction, stale, temporal_shift or never (default: {fail_on})",
    )
    parser.add_argument("--min-confidence", metavar="X", type=float, help="leave out findings below this confidence, 0 to 1")
    parser.add_argument("--baseline", metavar="FILE", help="an earlier report in JSON: its findings are known, and only new ones count")
    add_dismissals(parser)
    parser.add_argument("--strict", action="store_true", help="exit with 2 if any file could not be read")
    add_settings(parser)


def add_dismissals(parser: ArgumentParser) -> None:
    """Where dismissed findings are kept."""
    parser.add_argument("--dismissals", metavar="FILE", help=f"findings that were set aside (default: {DISMISSALS}, where there is one)")


def add_output(parser: ArgumentParser, names: tuple[str, ...]) -> None:
    """Where the output goes and in which of these formats."""
    parser.add_argument("--format", type=one_of("format", names), default="terminal", metavar="FORMAT", help=f"{', '.join(names)}")
    parser.add_argument("--output", metavar="FILE", help="write there instead of to the terminal")
    add_colour(parser)


def add_colour(parser: ArgumentParser) -> None:
    """Colour only where the terminal shows it."""
    parser.add_argument("--no-color", action="store_true", help="mark differences with brackets instead of colour")


def settings_of(args: Namespace) -> Settings:
    """The settings a command line asks for."""
    from checker.settings import load

    show = getattr(args, "show", None)
    settings = load(
        args.config,
        encoder=args.encoder,
        nli=args.nli,
        as_of=args.as_of,
        show=[name.strip() for part in show for name in part.split(",")] if show else None,
        fail_on=getattr(args, "fail_on", None),
        min_confidence=getattr(args, "min_confidence", None),
        baseline=getattr(args, "baseline", None),
        dismissals=getattr(args, "dismissals", None),
    )
    if settings.dismissals is None and hasattr(args, "dismissals") and Path(DISMISSALS).is_file():
        return replace(settings, dismissals=Path(DISMISSALS))
    return settings
