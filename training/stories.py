"""Pairs as a report meets them: every pair of claims that is compared in the written stories, with its label.

Labelled pairs alone teach nothing of how rare a contradiction is. A story's answers list every
contradiction between its articles, so each pair that no answer names is one of the many that must
be passed over. Borderline answers and stale articles are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.engine import report
from checker.evaluation.gold import read_gold
from checker.evaluation.hits import is_side
from checker.features import Feature, features
from checker.matching import JudgedPair
from checker.model import Level, Verdict
from checker.sifting import tell_of_two_times

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "examples", ROOT / "tests" / "corpus" / "dev", ROOT / "training" / "data" / "stories")
"""Where stories with answers lie that may be looked at."""


@dataclass(frozen=True)
class Example:
    """One labelled pair with its features; ``fold`` names the file or story it comes from.

    ``is_of_two_times`` tells that no report calls it a contradiction, as the claims date what clashes far apart.
    """

    fold: str
    verdict: Verdict
    types: tuple[str, ...]
    found: tuple[Feature, ...]
    is_of_two_times: bool = False


def folders() -> list[Path]:
    """All stories, sorted."""
    return sorted(path.parent for folder in FOLDERS for path in folder.rglob("gold.json"))


def examples(folder: Path) -> Iterator[Example]:
    """Every pair of one story that is compared."""
    gold = read_gold(folder)
    made = report([folder / article["file"] for article in gold["articles"]])
    assert made.workings is not None
    old = {article["file"] for article in gold["articles"] if article.get("stale")}
    told = [e for e in gold["findings"] if e.get("b")]
    named: dict[int, list[JudgedPair]] = defaultdict(list)
    for pair in made.workings.pairs:
        if {pair.pair.left.file, pair.pair.right.file} & old or pair.pair.left.is_refuted or pair.pair.right.is_refuted:
            continue
        answers = [n for n, entry in enumerate(told) if _joins(pair, entry)]
        if not answers:
            yield _example(folder, pair, Verdict.UNRELATED, ())
        elif not told[answers[0]].get("borderline"):
            named[answers[0]].append(pair)
    for n, pairs in sorted(named.items()):
        verdict, types = Verdict(told[n]["verdict"]), tuple(told[n].get("types") or ())
        # Of the clauses of two sentences one pair states the finding.
        yield _example(
            folder, max(pairs, key=lambda p: (_clash(p, types) if verdict is Verdict.CONTRADICTION else 0, _words(p))), verdict, types
        )


def _example(folder: Path, pair: JudgedPair, verdict: Verdict, types: tuple[str, ...]) -> Example:
    found = features(pair.pair.left, pair.pair.right, pair.pair.evidence, pair.judged)
    return Example(f"story:{folder.name}", verdict, types, found, tell_of_two_times(pair))


def _joins(pair: JudgedPair, entry: Mapping[str, Any]) -> bool:
    a, b, one, other = pair.pair.left, pair.pair.right, entry["a"], entry["b"]
    return (is_side(a, one) and is_side(b, other)) or (is_side(a, other) and is_side(b, one))


def _clash(pair: JudgedPair, types: tuple[str, ...]) -> float:
    return max((j.outcome.weight for j in pair.judged if j.type.value in types and j.outcome.level is Level.CONFLICT), default=0.0)


def _words(pair: JudgedPair) -> float:
    return next(e.weight for e in pair.pair.evidence if e.aspect == "words")
