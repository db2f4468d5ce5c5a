"""How often detectors see what they are for, and how often they see a clash where none is.

    python benchmarks/detector_recall.py                 the written pairs and minimal sets under training/data
    python benchmarks/detector_recall.py --list FILE     also write, for every pair, which detectors clash

No decision is taken here: a labelled contradiction counts as seen where a detector of one of its
types finds a clash; pairs that agree or are unrelated should have none. Minimal sets come from the
five-way news sentences: two translations agree, two rows of one set contradict. Translations are
taken into two languages drawn by a fixed seed.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from checker.comparing import published_on, sentence_claims
from checker.event_time import with_times
from checker.matching import judge
from checker.model import Level, Verdict
from claims.model import Claim
from training.fit_decision import labelled_pairs, minimal_sets

SEED = 20261120


def claims_of(side: dict[str, str], file: str) -> list[Claim]:
    """The claims of one side, dated by its day of publication."""
    published = published_on(side.get("published"))
    return [with_times(claim, published) for claim in sentence_claims(side["text"], file, side["lang"])]


def clashes(a: dict[str, str], b: dict[str, str]) -> frozenset[str]:
    """The types of which some pair of claims of the two sides clashes."""
    left, right = claims_of(a, "a"), claims_of(b, "b")
    return frozenset(j.type.value for x in left for y in right for j in judge(x, y) if j.outcome.level is Level.CONFLICT)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=Path, help="write the clashes of every pair to this file")
    args = parser.parse_args(arguments)
    rng = random.Random(SEED)  # noqa: S311 - a seed, not a secret
    rows = [*labelled_pairs(), *minimal_sets(rng)]
    seen: Counter[str] = Counter()
    total: Counter[str] = Counter()
    lines = []
    for n, (fold, a, b, verdict, types) in enumerate(rows):
        found = clashes(a, b)
        kind = "minimal sets" if fold.startswith("minimal") else "written pairs"
        right = bool(found & set(types)) if types else bool(found)
        total[f"{kind}, {verdict.value}"] += 1
        seen[f"{kind}, {verdict.value}"] += right
        for each in types if verdict is Verdict.CONTRADICTION else ():
            total[f"    of type {each}"] += 1
            seen[f"    of type {each}"] += each in found
        lines.append(f"{n}\t{verdict.value}\t{' '.join(types)}\t{' '.join(sorted(found))}\t{a['text']}\t{b['text']}\n")
    for name in sorted(total):
        print(f"{name:36} {seen[name]:4} of {total[name]:4}  {100 * seen[name] / total[name]:5.1f} %")
    if args.list:
        args.list.write_text("".join(lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
