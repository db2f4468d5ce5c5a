"""Score the checker against labelled pairs, clusters and sentences.

GOLD is a file of labelled pairs or of labelled sentences (.jsonl), or a folder that holds pairs.jsonl, readers.jsonl or
subfolders of articles with a gold.json.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from checker.cli._options import add_output, add_settings, settings_of
from checker.cli._output import check_output, progress, put, view_of

_PAIRS, _READERS = "*pairs.jsonl", "readers.jsonl"


def add_arguments(parser: ArgumentParser) -> None:
    """What to score against."""
    parser.add_argument("gold", metavar="GOLD", type=Path)
    parser.add_argument("--all", action="store_true", help="list every miss, and the step at which each finding of the gold was lost")
    add_output(parser, ("terminal", "json"))
    add_settings(parser)


def run(args: Namespace) -> int:
    """Score and print; the status is 0 whatever the score."""
    settings = settings_of(args)
    check_output(args.output)
    from checker.errors import InputError
    from checker.evaluation.clusters import find_clusters, score_cluster
    from checker.evaluation.pairs import score_pairs
    from checker.evaluation.readers import holds_sentences, score_readers
    from checker.evaluation.show import as_json, terminal

    if not args.gold.exists():
        raise InputError(f"{args.gold}: does not exist; check the path")
    if args.gold.is_dir():
        files, folders = sorted(args.gold.rglob(_PAIRS)), find_clusters(args.gold)
        texts = sorted(args.gold.rglob(_READERS))
    else:
        is_sentences = holds_sentences(args.gold)
        files, folders, texts = [] if is_sentences else [args.gold], (), [args.gold] if is_sentences else []
    if not files and not folders and not texts:
        raise InputError(f"{args.gold}: holds neither pairs.jsonl nor {_READERS} nor a folder with a gold.json")
    with progress() as seen:
        pairs = [score_pairs(file, settings, seen) for file in files]
        readers = [score_readers(file, seen) for file in texts]
        clusters = [score_cluster(folder, settings, seen) for folder in folders]
    if args.format == "json":
        put(as_json(pairs, clusters, readers), args.output)
        return 0
    put(terminal(pairs, clusters, view_of(args), readers=readers, every_miss=args.all), args.output)
    return 0
