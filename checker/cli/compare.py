"""Compare two texts and explain the answer.

The verdict is contradiction, temporal_shift, corroboration or unrelated.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from checker.cli._options import add_output, add_settings, settings_of
from checker.cli._output import check_output, note, put, view_of


def add_arguments(parser: ArgumentParser) -> None:
    """Two texts and what is known of them."""
    parser.add_argument("a", metavar="TEXT")
    parser.add_argument("b", metavar="TEXT")
    parser.add_argument("--published", nargs=2, metavar="DATE", help="when each of the two appeared")
    parser.add_argument("--lang", nargs=2, metavar="LANG", help="their languages (default: detected)")
    add_output(parser, ("terminal", "json"))
    add_settings(parser)


def run(args: Namespace) -> int:
    """Compare, and write the answer; the status is 0 whatever it is."""
    settings = settings_of(args)
    check_output(args.output)
    from checker.comparing import compare
    from checker.render import pair, wording

    published, lang = (tuple(given or (None, None)) for given in (args.published, args.lang))
    answer = compare(args.a, args.b, published=published, lang=lang, settings=settings)
    shown = answer.verdict, answer.types, answer.confidence, answer.message, answer.trace, answer.finding
    told = pair.Pair((args.a, args.b), *shown, answer.otherwise())
    put(pair.as_json(told) if args.format == "json" else pair.terminal(told, view_of(args)), args.output)
    note(*map(wording.notice, answer.notices))
    return 0
