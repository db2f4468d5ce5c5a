"""Fail if the checker has become less accurate than the pinned floors.

    python benchmarks/accuracy_gate.py                     the project's own examples
    python benchmarks/accuracy_gate.py --gold DIR          labelled pairs and stories of another folder (tests/corpus)
    python benchmarks/accuracy_gate.py --update            pin today's figures; refuses to lower a floor
    python benchmarks/accuracy_gate.py --update --allow-regression

Stories count together by the folder they lie in, so that one finding more or less is no alarm. The
floors (``accuracy_floors.json``) carry a fingerprint of the gold they were measured on, so that a
silent edit of the gold fails too. ``checker evaluate`` shows the same figures in full.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from checker.evaluation.clusters import ClusterScores, find_clusters, score_cluster
from checker.evaluation.pairs import score_pairs
from checker.evaluation.scores import Score, together
from checker.settings import Settings

HERE = Path(__file__).parent
FLOORS = HERE / "accuracy_floors.json"
OWN = HERE.parent / "examples"
TOLERANCE = 0.001
"""Figures are stored with three digits."""


def measure(gold: Path) -> dict[str, float]:
    """Precision and recall of every verdict, traps hit and pairs right, by file of pairs and folder of stories."""
    figures: dict[str, float] = {}
    for path in sorted(gold.glob("*pairs*.jsonl")):
        scores = score_pairs(path, Settings())
        figures |= _figures(path.stem, scores.by_verdict())
        figures[f"{path.stem}/right"] = round(sum(r.is_right for r in scores.results) / len(scores.results), 3)
    halves: dict[str, list[ClusterScores]] = {}
    for folder in find_clusters(gold):
        halves.setdefault(folder.parent.name, []).append(score_cluster(folder, Settings()))
    for half, clusters in sorted(halves.items()):
        figures |= _figures(half, together(cluster.verdicts for cluster in clusters))
        figures[f"{half}/without_traps"] = -float(sum(len(cluster.traps) for cluster in clusters))
    return dict(sorted(figures.items()))


def _figures(corpus: str, scores: Mapping[str, Score]) -> dict[str, float]:
    figures = {}
    for verdict, score in scores.items():
        if verdict != "unrelated":
            for name, value in (("precision", score.precision), ("recall", score.recall)):
                if value is not None:
                    figures[f"{corpus}/{verdict}/{name}"] = round(value, 3)
    return figures


def fingerprint(gold: Path) -> str:
    """A hash of all gold and articles."""
    digest = sha256()
    for path in sorted(p for p in gold.rglob("*") if p.suffix in (".txt", ".md", ".html", ".json", ".jsonl") and p.name != "README.md"):
        digest.update(path.relative_to(gold).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def problems(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Floors that are not reached any more."""
    missed = {name: floor for name, floor in floors.items() if figures.get(name, -1e9) < floor - TOLERANCE}
    return [f"{name}: {figures.get(name)} is below {floor}" for name, floor in missed.items()]


def main(argv: Sequence[str] | None = None) -> int:
    """0 if every floor holds, 1 if not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=OWN)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    arguments = parser.parse_args(argv)
    name = "examples" if arguments.gold.resolve() == OWN.resolve() else arguments.gold.name
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    figures = measure(arguments.gold)
    pinned = floors.get(name, {"fingerprint": fingerprint(arguments.gold), "figures": {}})
    found = problems(figures, pinned["figures"])
    if pinned["fingerprint"] != fingerprint(arguments.gold) and not arguments.update:
        found.append("the gold has changed since the floors were pinned; review the change and run with --update")
    if found and not (arguments.update and arguments.allow_regression):
        print(f"accuracy gate ({name}):", *found, sep="\n  ")
        return 1
    if arguments.update:
        floors[name] = {"fingerprint": fingerprint(arguments.gold), "figures": figures}
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
        print(f"accuracy gate ({name}): {len(figures)} floors pinned")
        return 0
    print(f"accuracy gate ({name}): {len(pinned['figures'])} floors hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
