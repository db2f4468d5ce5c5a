"""Fit the weights of ``checker/data/decision.json`` on pairs written for this project.

    python training/fit_decision.py                    fit, cross-validate, write
    python training/fit_decision.py --dry-run          fit and cross-validate only

Material: ``training/data/pairs/*.jsonl`` (labelled pairs), ``training/data/parallel5.news.tsv.gz``
(translations agree, the other rows of a minimal set contradict), and unrelated pairs made of the
nearest claims of different pairs, since in real use nearly every retrieved pair is unrelated.
Folds keep each file together, so that no topic is on both sides. Everything is seeded.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from checker.comparing import published_on, sentence_claims
from checker.decide import CLASSES, Decision, Model, decide
from checker.encoders import load_encoder
from checker.event_time import with_times
from checker.features import Feature, features
from checker.matching import judge_alone
from checker.model import Verdict
from claims.model import Claim

HERE = Path(__file__).parent
TARGET = HERE.parent / "checker" / "data" / "decision.json"
PENALTY = 1.0
"""Inverse strength of the L2 penalty; the best of 0.1, 0.3, 1, 3 by cross-validation."""
PRECISION = {Verdict.CONTRADICTION: 0.8, Verdict.TEMPORAL_SHIFT: 0.6, Verdict.CORROBORATION: 0.7}
"""The precision at which thresholds are set, on the written pairs with strangers among them."""


@dataclass(frozen=True)
class Example:
    """One labelled pair with its features; ``fold`` names the file it comes from."""

    fold: str
    verdict: Verdict
    types: tuple[str, ...]
    found: tuple[Feature, ...]


def labelled_pairs() -> list[tuple[str, dict, dict, Verdict, tuple[str, ...]]]:
    """(fold, side a, side b, verdict, types) of every written pair."""
    rows = []
    for path in sorted((HERE / "data" / "pairs").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            rows.append((path.stem, row["a"], row["b"], Verdict(row["verdict"]), tuple(row["types"])))
    return rows


def minimal_sets(rng: random.Random) -> list[tuple[str, dict, dict, Verdict, tuple[str, ...]]]:
    """Pairs from the five-way news sentences: translations agree, rows of one minimal set contradict."""
    with gzip.open(HERE / "data" / "parallel5.news.tsv.gz", "rt", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    languages = ("hi", "ur", "en", "ar", "ru")
    sets = defaultdict(list)
    for row in rows:
        if "#" in row["topic"]:
            sets[row["topic"]].append(row)
    made = []

    def side(row: dict, lang: str) -> dict:
        return {"text": row[lang], "lang": lang, "published": "2025-06-12"}

    for topic in sorted(sets):
        group = sets[topic]
        for i, row in enumerate(group):
            one, other = rng.sample(languages, 2)
            made.append(("minimal:" + str(hash_fold(topic)), side(row, one), side(row, other), Verdict.CORROBORATION, ()))
            if i:
                made.append(("minimal:" + str(hash_fold(topic)), side(group[0], one), side(row, other), Verdict.CONTRADICTION, ()))
    return made


def hash_fold(topic: str) -> int:
    """A fold 0 to 3 for a topic, the same in every run."""
    return sum(map(ord, topic)) % 4


def strangers(pairs: list, rng: random.Random, share: float) -> list:
    """Unrelated pairs: each chosen claim with its nearest claims of other labelled pairs."""
    encoder = load_encoder()
    sides = [(fold, side, n) for n, (fold, a, b, _, _) in enumerate(pairs) for side in (a, b)]
    vectors = encoder.encode([s["text"] for _, s, _ in sides])
    made = []
    for i in sorted(rng.sample(range(len(sides)), int(len(sides) * share))):
        order = np.argsort(-(vectors @ vectors[i]), kind="stable")
        near = [int(j) for j in order if sides[int(j)][2] != sides[i][2] and sides[int(j)][0] == sides[i][0]][:4]
        j = rng.choice(near)
        made.append((sides[i][0], sides[i][1], sides[j][1], Verdict.UNRELATED, ()))
    return made


def examples(rows: list) -> list[Example]:
    """Every row with its features, as ``compare`` sees it."""
    encoder = load_encoder()
    made = []
    for fold, a, b, verdict, types in rows:
        left, right = (_dated(side, file) for file, side in (("a", a), ("b", b)))
        judged = judge_alone(left, right, encoder)
        # Texts of several sentences are rare here; the pair whose words meet best is the one labelled.
        best = max(judged, key=lambda p: next(e.weight for e in p.pair.evidence if e.aspect == "words"))
        made.append(Example(fold, verdict, types, features(best.pair.left, best.pair.right, best.pair.evidence, best.judged)))
    return made


def _dated(side: dict, file: str) -> list[Claim]:
    """The claims of one side with their times resolved."""
    published = published_on(side.get("published"))
    return [with_times(claim, published) for claim in sentence_claims(side["text"], file, side["lang"])]


def fit(data: list[Example], names: list[str], penalty: float) -> Model:
    """Weights of every verdict and feature."""
    column = {n: i for i, n in enumerate(names)}
    x = np.zeros((len(data), len(names)))
    for i, example in enumerate(data):
        for f in example.found:
            if f.name in column:
                x[i, column[f.name]] = f.value
    y = [CLASSES.index(e.verdict) for e in data]
    regression = LogisticRegression(C=penalty, max_iter=5000).fit(x, y)
    weights = {
        v: {"bias": round(float(regression.intercept_[k]), 3)}
        | {n: round(float(w), 3) for n, w in zip(names, regression.coef_[k], strict=True) if abs(w) >= 0.005}
        for k, v in enumerate(CLASSES)
    }
    return Model(weights, dict.fromkeys(CLASSES, 0.0))


def scores(data: list[Example], penalty: float) -> list[tuple[Example, Decision]]:
    """The decision on every example by a model that never saw its fold, thresholds at zero."""
    out = []
    for fold in sorted({e.fold for e in data}):
        rest = [e for e in data if e.fold != fold]
        model = fit(rest, sorted({f.name for e in rest for f in e.found}), penalty)
        out += [(e, decide(e.found, model)) for e in data if e.fold == fold]
    return out


def show(scored: list[tuple[Example, Decision]], thresholds: dict[Verdict, float]) -> None:
    """Precision and recall per verdict."""
    for verdict in CLASSES:
        reported = [e for e, d in scored if d.verdict is verdict and d.confidence >= thresholds.get(verdict, 0)]
        hits = [e.verdict is verdict for e in reported]
        total = sum(e.verdict is verdict for e, _ in scored)
        precision, recall = sum(hits) / max(len(hits), 1), sum(hits) / max(total, 1)
        print(f"  {verdict.value:15} P {precision:.3f} R {recall:.3f} reported {len(hits)} of {total}")


def threshold(scored: list[tuple[Example, Decision]], verdict: Verdict, precision: float) -> float:
    """The lowest probability from which the verdict is right often enough, by cross-validation."""
    ranked = sorted(((d.confidence, e.verdict is verdict) for e, d in scored if d.verdict is verdict), reverse=True)
    best, right = 0.95, 0  # an accusation should also be clearly likelier than not, and nothing shown a mere guess
    for n, (confidence, hit) in enumerate(ranked, 1):
        right += hit
        if n >= 20 and right / n >= precision:
            best = confidence
    return round(max(best, 0.6 if verdict is Verdict.CONTRADICTION else 0.4), 3)


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true", help="do not write the weights")
    parser.add_argument("--grid", action="store_true", help="try other penalties first")
    parser.add_argument("--strangers", type=float, default=0.5, help="unrelated pairs made, as a share of all claims")
    arguments = parser.parse_args()
    rng = random.Random(20261120)  # noqa: S311 - a seed, not a secret
    pairs = labelled_pairs()
    data = examples([*pairs, *minimal_sets(rng), *strangers(pairs, rng, arguments.strangers)])
    written = [e for e in data if not e.fold.startswith("minimal")]
    for penalty in (0.1, 0.3, 1.0, 3.0) if arguments.grid else ():
        likelihood = np.mean([np.log(max(d.probabilities[e.verdict], 1e-4)) for e, d in scores(data, penalty)])
        print(f"C {penalty}: mean log-likelihood {likelihood:.4f}")
    scored = [(e, d) for e, d in scores(data, PENALTY) if not e.fold.startswith("minimal")]
    print(f"{len(written)} written pairs and strangers, by cross-validation, no thresholds:")
    show(scored, {})
    thresholds = {v: threshold(scored, v, p) for v, p in PRECISION.items()}
    print("thresholds", {v.value: t for v, t in thresholds.items()})
    show(scored, thresholds)
    model = fit(data, sorted({f.name for e in data for f in e.found}), PENALTY)
    if not arguments.dry_run:
        text = {
            "weights": {v.value: dict(sorted(model.weights[v].items())) for v in CLASSES},
            "thresholds": {v.value: thresholds.get(v, 0.0) for v in CLASSES},
        }
        TARGET.write_text(json.dumps(text, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
