"""The generated tables of README.md: rules, options, and how well the checker does on the examples."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from checker.evaluation.clusters import ClusterScores, find_clusters, score_cluster
from checker.evaluation.pairs import PairScores, score_pairs
from checker.evaluation.scores import Score, wilson
from checker.settings import Settings

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_NEVER = "0000-00-00"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def rules_table(_: str) -> str:
    """Every code a finding can carry."""
    from checker.catalogue import catalogue

    rows = [(entry.code, entry.name, entry.finds, entry.summary) for entry in catalogue()]
    return _table(("code", "name", "finds", "what it says"), rows)


def commands_table(_: str) -> str:
    """Every command with its first line of help."""
    rows = [(f"`checker {name}`", parser.description.splitlines()[0]) for name, parser in parsers().items() if parser.description]
    return _table(("command", "what it does"), rows)


def options_table(_: str) -> str:
    """Every option with the commands that take it; one row where they mean the same."""
    commands: dict[tuple[str, str], list[str]] = {}
    for name, parser in parsers().items():
        for action in parser._actions:
            if action.option_strings and action.dest != "help":
                commands.setdefault((_called(action), str(action.help)), []).append(name)
    everywhere = len(parsers())
    rows = [(call, "all" if len(names) == everywhere else ", ".join(names), told) for (call, told), names in commands.items()]
    return _table(("option", "of", "what it does"), rows)


def parsers() -> Mapping[str, argparse.ArgumentParser]:
    """The parser of every command."""
    from checker.cli import build_parser

    (choice,) = [a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    found: Mapping[str, argparse.ArgumentParser] = choice.choices
    return found


def accuracy(before: str) -> str:
    """The figures on the example corpus; the day is the one ``before`` gives."""
    from checker.encoders import load_encoder

    pairs, stories = scores()
    day = _DAY.search(before)
    right = sum(result.is_right for result in pairs.results)
    articles = sum(len(gold["articles"]) for gold in _golds())
    undated = _sum(story.dates for story in stories)
    verdicts = [
        *(_row(f"pairs: {name.replace('_', ' ')}", score) for name, score in pairs.by_verdict().items()),
        *(_row(f"stories: {name.replace('_', ' ')}", _sum(s.verdicts[name] for s in stories)) for name in stories[0].verdicts),
    ]
    kinds = [(name, [score, *(s.types[name] for s in stories if name in s.types)]) for name, score in pairs.by_type().items()]
    heading = ("", "precision", "95 %", "right of reported", "recall", "95 %", "found of labelled")
    measured = (
        f"Measured {day.group() if day else _NEVER} with `checker evaluate examples/`: bundled encoder, revision"
        f" {load_encoder('bundled').revision}; {len(pairs.results)} labelled pairs of sentences and {len(stories)} stories of"
        f" {articles} articles together, in five languages. The 95 % intervals are Wilson's."
    )
    besides = (
        f"- Pairs that got the labelled verdict: {right} of {len(pairs.results)} ({_interval(right, len(pairs.results))}).\n"
        f"- Articles without a date that were dated to an interval with the true day in it: {undated.found} of {undated.expected}.\n"
        "- Pairs planted in the stories because they only look like findings, and reported all the same:"
        f" {sum(len(story.traps) for story in stories)} of {sum(len(gold['must_not_flag']) for gold in _golds())}."
    )
    by_type = _table(heading, [_row(name, _sum(of_type)) for name, of_type in kinds])
    parts = [measured, _table(heading, verdicts), "Contradictions by type, pairs and stories together:", by_type, besides]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


@cache
def scores() -> tuple[PairScores, tuple[ClusterScores, ...]]:
    """The pairs and the stories of the example corpus, scored."""
    settings = Settings()
    return score_pairs(EXAMPLES / "pairs.jsonl", settings), tuple(score_cluster(folder, settings) for folder in find_clusters(EXAMPLES))


def _golds() -> list[Mapping[str, list[object]]]:
    return [json.loads((folder / "gold.json").read_text("utf-8")) for folder in find_clusters(EXAMPLES)]


def _sum(scored: Iterable[Score]) -> Score:
    counts = [(s.hits, s.reported, s.found, s.expected) for s in scored]
    return Score(*(sum(column) for column in zip(*counts, strict=True)))


def _row(name: str, s: Score) -> tuple[str, ...]:
    precision = (_share(s.precision), _interval(s.hits, s.reported), f"{s.hits} of {s.reported}")
    return (name, *precision, _share(s.recall), _interval(s.found, s.expected), f"{s.found} of {s.expected}")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _interval(hits: int, total: int) -> str:
    return "{:.2f}–{:.2f}".format(*wilson(hits, total)) if total else "–"


def _called(action: argparse.Action) -> str:
    values = action.metavar if isinstance(action.metavar, str) else ""
    count = action.nargs if isinstance(action.nargs, int) else 1
    return f"`{' '.join([action.option_strings[0], *[values] * count]).strip()}`"


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heading, ["---"] * len(heading), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


TABLES: Mapping[str, Callable[[str], str]] = {
    "rules": rules_table,
    "commands": commands_table,
    "options": options_table,
    "accuracy": accuracy,
}
"""Each is given what stood there before."""
