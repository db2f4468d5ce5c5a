"""Serve the check to editors and content management systems over HTTP.

POST a draft to /check (text, Markdown, HTML or JSON) and get the report as JSON, HTML or any other
format. The articles to check against are read once, at the start. /openapi.json describes it all.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from importlib.util import find_spec

from checker.cli._options import add_settings, settings_of
from checker.cli._output import note, progress
from checker.errors import InputError

_MOST_BYTES = 1_000_000
_SECONDS = 30.0


def add_arguments(parser: ArgumentParser) -> None:
    """What is checked against, where the service listens, and its limits."""
    parser.add_argument(
        "--against", nargs="+", action="extend", required=True, metavar="PATH", help="articles, or folders of them (repeatable)"
    )
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="NAME", help="the address to listen on (default: 127.0.0.1, this machine only)"
    )
    parser.add_argument("--port", type=_number(0, 65_535), default=8000, metavar="N", help="the port (default: 8000; 0 takes a free one)")
    parser.add_argument("--token", metavar="TOKEN", help="ask for it in every check (Authorization: Bearer TOKEN); better in CHECKER_TOKEN")
    parser.add_argument(
        "--max-bytes", type=_number(1, 20_000_000), default=_MOST_BYTES, metavar="N", help=f"the largest draft (default: {_MOST_BYTES:,})"
    )
    parser.add_argument(
        "--timeout", type=_number(1, 3_600), default=_SECONDS, metavar="SECONDS", help=f"the longest check (default: {_SECONDS:g})"
    )
    add_settings(parser)


def run(args: Namespace) -> int:
    """Read the articles, then answer until interrupted."""
    settings = settings_of(args)
    _need_the_extra()
    from checker.reference import Reference
    from checker.render import wording
    from checker.service.app import create_app, warm_up
    from checker.service.requests import Limits
    from checker.service.server import answer, hosts_of, listen

    token = args.token if args.token is not None else os.environ.get("CHECKER_TOKEN") or None
    if token == "":
        raise InputError("the token is empty; give one, or leave --token out")
    limits = Limits(token, args.max_bytes, float(args.timeout), hosts_of(args.host))
    with listen(args.host, args.port) as (socket, address):
        if not limits.hosts and token is None:
            note(f"{args.host} can be reached from other machines and no token is set: whoever reaches it can use it; set CHECKER_TOKEN")
        with progress() as seen:
            reference = Reference.read(args.against, settings, seen)
        note(*map(wording.notice, reference.notices))
        warm_up(reference, settings)
        ready = f"checking against {wording.count(len(reference.readings), 'source')} at {address} (Ctrl-C stops)"
        answer(create_app(reference, settings, limits), socket, lambda: note(ready))
    return 0


def _need_the_extra() -> None:
    """Raise ``InputError`` where the libraries that serve are not installed."""
    if find_spec("fastapi") is None or find_spec("uvicorn") is None:
        raise InputError("checker serve needs the extra 'serve': pip install 'claim-consistency-checker[serve]'")


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(word: str) -> int:
        if not word.isascii() or not word.isdecimal() or not least <= int(word) <= most:
            raise ArgumentTypeError(f"must be a whole number from {least} to {most:,}, not {word!r}")
        return int(word)

    return read
