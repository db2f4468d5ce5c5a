"""Fit the weights of ``checker/data/decision.json`` on pairs written for this project.

    python training/fit_decision.py                    fit, cross-validate, write
    python training/fit_decision.py --dry-run          fit and cross-validate only

Material: ``training/data/pairs/*.jsonl`` (labelled pairs), ``training/data/parallel5.news.tsv.gz``
(translations agree, the other rows of a minimal set contradict), unrelated pairs made of the
nearest claims of different pairs, and the pairs that are compared in the written stories
(``training/stories.py``). Folds keep each file and each story together, so that no topic is on both
sides. Two sentences put side by side by hand and pairs of a report have one set of weights, each
with a constant and thresholds of its own, since the one are mostly related and the other hardly
ever. Everything is seeded.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from checker.comparing import published_on, sentence_claims
from checker.decide import CLASSES, Decision, Model, decide, odds
from checker.encoders import load_encoder
from checker.evaluation.gold import read_gold
from checker.event_time import with_times
from checker.features import features
from checker.matching import judge_alone
from checker.model import Verdict
from claims.model import Claim
from training import stories
from training.metamorphic import LANGUAGES, Labelled, Text, changed, in_other_language
from training.rules_only import f1, mean_f1, precision_recall, rules_only
from training.stories import Example

HERE = Path(__file__).parent
Odds = dict[Verdict, float]
TARGET = HERE.parent / "checker" / "data" / "decision.json"
PENALTY = 1.0
"""Inverse strength of the L2 penalty; the best of 0.1, 0.3, 1, 3 by cross-validation."""
TOLERANCE = 1 / 20
"""False alarms an article that a report may raise: one contradiction in twenty articles."""
PRECISION = {Verdict.TEMPORAL_SHIFT: 0.5, Verdict.CORROBORATION: 0.65}
"""The precision at which the other thresholds of a report are set."""
ALONE = 0.85
"""The precision of contradictions where two sentences are put side by side by hand; other verdicts need only be the likeliest."""
FOUND = 4.0
"""What a pair of a story that its answers name counts in the fit: they are few, and reports are made of such pairs."""


def labelled_pairs() -> list[tuple[str, dict, dict, Verdict, tuple[str, ...]]]:
    """(fold, side a, side b, verdict, types) of every written pair."""
    rows = []
    for path in sorted((HERE / "data" / "pairs").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            rows.append((path.stem, row["a"], row["b"], Verdict(row["verdict"]), tuple(row["types"])))
    return rows


def news() -> list[dict[str, str]]:
    """The five-way news sentences."""
    with gzip.open(HERE / "data" / "parallel5.news.tsv.gz", "rt", encoding="utf-8") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def minimal_sets(rng: random.Random) -> list[tuple[str, dict, dict, Verdict, tuple[str, ...]]]:
    """Pairs from the five-way news sentences: translations agree, rows of one minimal set contradict."""
    rows = news()
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
            one, other = rng.sample(LANGUAGES, 2)
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


def changed_pairs(pairs: list, rng: random.Random, share: float) -> list[tuple[str, dict, dict, Verdict, tuple[str, ...]]]:
    """What becomes of a share of the written pairs by changes of a known label, each in the fold of the pair it comes from."""
    written = [Labelled(fold, _text(a), _text(b), verdict, types) for fold, a, b, verdict, types in pairs]
    made = [*changed(written, rng, share), *_translated(rng, share)]
    return [(pair.fold, asdict(pair.a), asdict(pair.b), pair.verdict, pair.types) for pair in made]


def _translated(rng: random.Random, share: float) -> list[Labelled]:
    """A share of the pairs of five-way news sentences, the second side in another language."""
    rows = {(lang, row[lang]): row for row in news() for lang in LANGUAGES}
    made = []
    for fold, a, b, verdict, types in minimal_sets(rng):
        lang = rng.choice([code for code in LANGUAGES if code != a["lang"]])
        if rng.random() < share and (other := in_other_language(_text(b), lang, rows)):
            made.append(Labelled(fold, _text(a), other, verdict, types, "translated"))
    return made


def _text(side: dict) -> Text:
    return Text(side["text"], side["lang"], side["published"])


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
    counted = [FOUND if is_story(e) and e.verdict is not Verdict.UNRELATED else 1.0 for e in data]
    with threadpool_limits(1):  # on a busy machine the threads of a second would only wait for each other
        regression = LogisticRegression(C=penalty, max_iter=500, tol=1e-3).fit(x, y, sample_weight=counted)
    weights = {
        v: {"bias": round(float(regression.intercept_[k]), 3)}
        | {n: round(float(w), 3) for n, w in zip(names, regression.coef_[k], strict=True) if abs(w) >= 0.005}
        for k, v in enumerate(CLASSES)
    }
    return Model(weights, dict.fromkeys(CLASSES, 0.0))


def is_story(example: Example) -> bool:
    """Whether an example comes from a story, where nearly every pair is unrelated."""
    return example.fold.startswith("story:")


def held_back(data: list[Example], penalty: float) -> list[tuple[Example, Odds]]:
    """The log-odds of every written example by a model that never saw its fold."""
    out = []
    for fold in sorted({e.fold for e in data if not e.fold.startswith("minimal")}):
        rest = [e for e in data if e.fold != fold]
        model = fit(rest, sorted({f.name for e in rest for f in e.found}), penalty)
        out += [(e, odds(e.found, model)) for e in data if e.fold == fold]
    return out


def constants(scored: list[tuple[Example, Odds]], counted: Callable[[Example], float]) -> Odds:
    """What to add to the log-odds of each verdict so that the shares foretold are those found (by gradient, from zero)."""
    x = np.array([[o[v] for v in CLASSES] for _, o in scored])
    y = np.array([CLASSES.index(e.verdict) for e, _ in scored])
    weight = np.array([counted(e) for e, _ in scored])
    share = np.array([weight[y == k].sum() for k in range(len(CLASSES))]) / weight.sum()
    add = np.zeros(len(CLASSES))
    for _ in range(500):
        add += 0.5 * (np.log(share) - np.log((probabilities(x + add) * weight[:, None]).sum(0) / weight.sum()))
    return {v: round(float(a), 3) for v, a in zip(CLASSES, add - add.mean(), strict=True)}


def probabilities(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows of log-odds as probabilities."""
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def decided(scored: list[tuple[Example, Odds]], add: Odds, thresholds: Mapping[Verdict, float]) -> list[tuple[Example, Decision]]:
    """The decisions that log-odds of held-back models come to with these constants and thresholds."""
    return [(e, decide(e.found, Model({v: {"bias": o[v] + add[v]} for v in CLASSES}, thresholds))) for e, o in scored]


def show(scored: Sequence[tuple[Example, Verdict]]) -> None:
    """Precision, recall and F1 per verdict, and their mean F1."""
    for verdict in CLASSES:
        precision, recall = precision_recall(scored, verdict)
        given, total = (sum(v is verdict for v in side) for side in zip(*((v, e.verdict) for e, v in scored), strict=True))
        print(f"  {verdict.value:15} P {precision:.3f} R {recall:.3f} F1 {f1(scored, verdict):.3f} reported {given} of {total}")
    print(f"  macro-F1 {mean_f1(scored):.3f}")


def show_beside_rules(scored: list[tuple[Example, Decision]]) -> None:
    """The learned decision, and what plain rules without weights make of the same pairs."""
    show([(e, d.verdict) for e, d in scored])
    print("  rules only, for comparison:")
    show(rules_only([e for e, _ in scored]))


def reliability(scored: list[tuple[Example, Odds]], add: Odds, verdict: Verdict) -> None:
    """How often the verdict is right where it was foretold with a probability of each fifth, and the Brier score."""
    x = probabilities(np.array([[o[v] + add[v] for v in CLASSES] for _, o in scored]))[:, CLASSES.index(verdict)]
    y = np.array([e.verdict is verdict for e, _ in scored])
    print(f"  {verdict.value}: Brier {np.mean((x - y) ** 2):.4f}")
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        inside = (x >= low) & ((x < low + 0.2) | (low == 0.8))
        if inside.any():
            print(f"    {low:.1f}-{low + 0.2:.1f}  foretold {x[inside].mean():.2f}  found {y[inside].mean():.2f}  of {inside.sum()}")


def by_precision(scored: list[tuple[Example, Decision]], verdict: Verdict, precision: float) -> float:
    """The lowest probability from which the verdict is right often enough."""
    ranked = sorted(((d.confidence, e.verdict is verdict) for e, d in scored if d.verdict is verdict), reverse=True)
    best, right = 0.95, 0
    for n, (confidence, hit) in enumerate(ranked, 1):
        right += hit
        if n >= 10 and right / n >= precision:
            best = confidence
    return round(max(best, 0.3), 3)


def by_tolerance(scored: list[tuple[Example, Decision]], articles: int) -> float:
    """The lowest probability from which contradictions stay within the false alarms that are tolerated."""
    shown = [(e, d) for e, d in scored if d.verdict is Verdict.CONTRADICTION and not e.is_of_two_times]
    false = sorted((d.confidence for e, d in shown if e.verdict is not Verdict.CONTRADICTION), reverse=True)
    allowed = int(TOLERANCE * articles)
    return round(false[allowed] + 0.001, 3) if len(false) > allowed else 0.5


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true", help="do not write the weights")
    parser.add_argument("--penalty", type=float, default=PENALTY, help="another inverse strength of the L2 penalty")
    parser.add_argument("--strangers", type=float, default=0.25, help="unrelated pairs made, as a share of all claims")
    parser.add_argument("--changed", type=float, default=0.0, help="share of the pairs also changed (metamorphic.py)")
    arguments = parser.parse_args()
    rng = random.Random(20261120)  # noqa: S311 - a seed, not a secret
    pairs = labelled_pairs()
    labelled = examples(pairs)
    folders = stories.folders()
    told = [example for folder in folders for example in stories.examples(folder)]
    made = [*minimal_sets(rng), *strangers(pairs, rng, arguments.strangers), *changed_pairs(pairs, rng, arguments.changed)]
    data = [*labelled, *examples(made), *told]
    scored = held_back(data, arguments.penalty)
    alone = [(e, o) for (e, o) in scored if any(e is x for x in labelled)]
    in_stories = [(e, o) for (e, o) in scored if is_story(e)]
    add_alone, add = constants(alone, lambda _: 1.0), constants(in_stories, lambda _: 1.0)
    for name, part, more in (("labelled pairs", alone, add_alone), ("pairs of stories", in_stories, add)):
        print(f"{len(part)} {name}, each by a model that never saw its file or story:")
        for verdict in (Verdict.CONTRADICTION, Verdict.TEMPORAL_SHIFT, Verdict.CORROBORATION):
            reliability(part, more, verdict)
    free = dict.fromkeys(CLASSES, 0.0)
    of_two = decided(alone, add_alone, free)
    thresholds_alone = {**free, Verdict.CONTRADICTION: by_precision(of_two, Verdict.CONTRADICTION, ALONE)}
    print("labelled pairs:", {v.value: t for v, t in thresholds_alone.items()})
    show_beside_rules(decided(alone, add_alone, thresholds_alone))
    articles = sum(len(read_gold(folder)["articles"]) for folder in folders)
    free[Verdict.UNRELATED] = 1.0
    of_report = decided(in_stories, add, free)
    thresholds = {**free, Verdict.CONTRADICTION: by_tolerance(of_report, articles)}
    thresholds |= {v: by_precision(of_report, v, p) for v, p in PRECISION.items()}
    print(f"pairs of {len(folders)} stories, {articles} articles:", {v.value: t for v, t in thresholds.items()})
    show_beside_rules(decided(in_stories, add, thresholds))
    model = fit(data, sorted({f.name for e in data for f in e.found}), arguments.penalty)
    if not arguments.dry_run:
        weights = {v: {**model.weights[v], "bias": round(model.weights[v]["bias"] + add[v], 3)} for v in CLASSES}
        text = {
            "weights": {v.value: dict(sorted(weights[v].items())) for v in CLASSES},
            "thresholds": {v.value: thresholds.get(v, 0.0) for v in CLASSES},
            "alone": {v.value: round(add_alone[v] - add[v], 3) for v in CLASSES},
            "thresholds_alone": {v.value: thresholds_alone[v] for v in CLASSES},
        }
        TARGET.write_text(json.dumps(text, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
