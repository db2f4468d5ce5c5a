"""The command line: the library's calls, an output and an exit status.

A command is one file here whose docstring is its help, with ``add_arguments(parser)`` and
``run(args) -> int``; nothing else has to name it. Whatever is heavy is imported inside ``run``,
so that ``--help`` stays quick. Status: 0 nothing at or above ``--fail-on``, 1 findings, 2 the job
could not be done.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from checker.cli._output import note, put
from checker.cli._parser import Parser, UsageError
from checker.nearest import nearest

FAILED = 2

_EXAMPLES = """\
examples:
  checker report articles/                       where the articles contradict each other
  checker report articles/ --format json --output report.json
  checker compare "Two died." "Nobody died." --lang en en
  checker explain N101                           what a rule does
exit status: 0 nothing at or above --fail-on, 1 findings, 2 the job could not be done
"""


@cache
def commands() -> tuple[str, ...]:
    """The names of all commands."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


def build_parser() -> Parser:
    """The parser of the whole command line."""
    parser = Parser(
        prog="checker",
        description="Shows an editor where articles in several languages contradict each other, and where they only seem to.",
        epilog=_EXAMPLES,
    )
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    parts = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name in commands():
        module = import_module(f"{__name__}.{name}")
        doc = (module.__doc__ or "").strip()
        part = parts.add_parser(name, help=doc.splitlines()[0], description=doc)
        module.add_arguments(part)
        part.add_argument("--debug", action="store_true", help="show where an error came from")
    return parser


def run(argv: Sequence[str]) -> int:
    """Run one command line; returns its exit status and never raises or exits."""
    try:
        return _run(argv)
    except SystemExit as stop:  # argparse leaves so after --help
        return stop.code if isinstance(stop.code, int) else FAILED
    except UsageError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return _complain("interrupted")
    except Exception as error:
        if "--debug" in argv:
            import traceback

            traceback.print_exc()
            return FAILED
        return _complain(*_lines(error))


def _run(argv: Sequence[str]) -> int:
    if argv and not argv[0].startswith("-") and argv[0] not in commands():
        raise UsageError("checker", f"unknown command {argv[0]!r}{_meant(argv[0])}")
    parser = build_parser()
    args, rest = parser.parse_known_args(argv)
    if args.version:
        from checker import __version__

        put(f"checker {__version__}\n")
        return 0
    if args.command is None:
        parser.print_help()
        return FAILED
    if rest:
        parser.refuse(args.command, rest)
    status: int = import_module(f"{__name__}.{args.command}").run(args)
    return status


def _meant(word: str) -> str:
    if Path(word).exists():
        return f"; did you mean 'checker report {word}'?"
    name = nearest(word, commands())
    return f"; did you mean {name!r}?" if name else f"; the commands are {', '.join(commands())}"


def _lines(error: Exception) -> list[str]:
    """What to say of an error: one line a problem."""
    from checker.errors import CheckerError, SettingsError
    from claims.model import UnreadableError

    if isinstance(error, SettingsError):
        return list(error.problems)
    if isinstance(error, CheckerError | UnreadableError):
        return [str(error)]
    if isinstance(error, OSError) and error.strerror:
        return [f"{error.filename}: {error.strerror}" if error.filename else error.strerror]
    return [f"internal error: {type(error).__name__}: {error} (--debug shows where)"]


def _complain(*lines: str) -> int:
    note(*lines)
    return FAILED
