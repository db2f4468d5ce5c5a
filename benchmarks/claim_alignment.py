"""How well aligned claims find each other, and what the same-event gate makes of the candidates.

    python -m benchmarks.claim_alignment GOLD [--encoder bundled] [--ranks]

``GOLD`` holds clusters (folders of articles with a ``gold.json``) and, if there is one, a
``pairs.jsonl``. Contradictions, shifts and corroborations count as aligned. A side's claims look for
the other side's among the claims of all other articles of the cluster, each way by itself:

- by the embedding alone (cosine);
- by shared keys alone: names, events, counts, numbers and days, the rarer the better;
- by both (reciprocal rank fusion, Cormack et al. 2009);
- as the checker does: among its candidates, however many.

The gate is scored on ``pairs.jsonl``: how many related and how many unrelated pairs it takes for one
event; and on the clusters, where of the pairs it lets through those count as right whose two sentences
stand in one group of the gold, out of those whose sentences both stand in the gold.
``--ranks`` lists the rank of every pair, as ``file-file id: by embedding, keys, both``.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.comparing import compare_with
from checker.encoders import load_encoder
from checker.engine import report
from checker.evaluation.clusters import find_clusters
from checker.evaluation.gold import read_gold
from checker.evaluation.hits import is_side
from checker.evaluation.pairs import labelled_pairs
from checker.matching import JudgedPair
from checker.settings import Settings
from checker.sharing import findable_by, rarity_here
from claims.model import Claim

ALIGNED = ("contradiction", "temporal_shift", "corroboration")
WAYS = ("embedding", "keys", "both")
WITHIN = 10
SAME_EVENT = 0.5
_FUSION = 60


@dataclass(frozen=True, slots=True)
class Retrieval:
    """One aligned pair, one way: the rank of the other side by each means (0 = not found), and whether it became a candidate."""

    name: str
    ranks: Mapping[str, int]
    is_candidate: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """One cluster's retrievals, and the pairs the gate let through."""

    slug: str
    retrievals: tuple[Retrieval, ...]
    claims: int
    candidates: int
    passed: int
    passed_labelled: int
    passed_right: int


def measure(folder: Path, settings: Settings) -> Cluster:
    """Run the report on a cluster and look every aligned pair up."""
    gold = read_gold(folder)
    workings = report([folder / a["file"] for a in gold["articles"]], settings=settings).workings
    assert workings is not None
    claims, pairs = workings.claims, workings.pairs
    ranks = _ranks(claims, workings.vectors)
    entries = [e for e in gold["findings"] if e["verdict"] in ALIGNED and e.get("b")]
    found = tuple(r for e in entries for r in _look_up(e, claims, ranks, pairs))
    groups = _groups(entries, claims)
    passed = [(p.pair.left.id, p.pair.right.id) for p in pairs if p.pair.same_event >= SAME_EVENT]
    labelled = [(a, b) for a, b in passed if a in groups and b in groups]
    right = sum(bool(groups[a] & groups[b]) for a, b in labelled)
    return Cluster(folder.name, found, len(claims), len(pairs), len(passed), len(labelled), right)


def _ranks(claims: Sequence[Claim], vectors: NDArray[np.float32]) -> dict[str, NDArray[np.int64]]:
    """For each means the rank, from 1, of every claim (column) for every claim (row); 0 where it is not found at all."""
    files = np.array([c.file for c in claims])
    own = files[:, None] == files[None, :]
    cosine = np.where(own, -np.inf, vectors @ vectors.T)
    keys = [findable_by(c) for c in claims]
    counts = Counter(key for of_claim in keys for key in of_claim)
    shared = np.array([[sum(rarity_here(counts[k], len(claims)) for k in sorted(a & b)) for b in keys] for a in keys])
    shared[own | (shared == 0)] = -np.inf
    found = {"embedding": _ranked(cosine), "keys": _ranked(shared)}
    fused = sum(np.where(r > 0, 1 / (_FUSION + r), 0.0) for r in found.values())
    return found | {"both": _ranked(np.where(fused > 0, fused, -np.inf))}


def _ranked(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    order = np.argsort(-scores, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, len(scores) + 1)[None, :], axis=1)
    return np.where(np.isfinite(scores), ranks, 0)


def _look_up(
    entry: Mapping[str, Any], claims: Sequence[Claim], ranks: Mapping[str, NDArray[np.int64]], pairs: Sequence[JudgedPair]
) -> Iterator[Retrieval]:
    sides = [[i for i, c in enumerate(claims) if is_side(c, entry[side])] for side in ("a", "b")]
    ends = {frozenset((p.pair.left.id, p.pair.right.id)) for p in pairs}
    is_candidate = any(frozenset((claims[i].id, claims[j].id)) in ends for i in sides[0] for j in sides[1])
    for one, other in (sides, sides[::-1]):
        best = {way: min((int(r[i, j]) for i in one for j in other if r[i, j]), default=0) for way, r in ranks.items()}
        files = "-".join(sorted({claims[i].file for i in one})) + " to " + "-".join(sorted({claims[j].file for j in other}))
        yield Retrieval(f"{entry['id']} {entry['verdict']} {files}", best, is_candidate)


def _groups(entries: Sequence[Mapping[str, Any]], claims: Sequence[Claim]) -> dict[str, set[str]]:
    """The groups of the gold in which each claim's sentence stands."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        for claim in claims:
            if any(is_side(claim, entry[side]) for side in ("a", "b")):
                found.setdefault(claim.id, set()).add(entry["group"])
    return found


def gate_on_pairs(path: Path, encoder_name: str) -> str:
    """How many related and unrelated labelled pairs the gate takes for one event."""
    encoder = load_encoder(encoder_name)
    passed, total = {True: 0, False: 0}, {True: 0, False: 0}
    for _, row in labelled_pairs(path):
        a, b = row["a"], row["b"]
        days = (a.get("published"), b.get("published"))
        made = compare_with(encoder, a["text"], b["text"], published=days, lang=(a.get("lang"), b.get("lang")))
        related = bool(row["verdict"] != "unrelated")
        total[related] += 1
        passed[related] += made.pair.same_event >= SAME_EVENT
    share = passed[True] / max(sum(passed.values()), 1)
    return (
        f"gate on {path.name}: lets through {passed[True]} of {total[True]} related and {passed[False]} of {total[False]} "
        f"unrelated pairs, precision {share:.2f}"
    )


def main(argv: Sequence[str] | None = None) -> None:
    """Print recall by each means, then the gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("--ranks", action="store_true")
    options = parser.parse_args(argv)
    clusters = [measure(folder, Settings(encoder=options.encoder)) for folder in find_clusters(options.gold)]
    print(f"{f'recall at {WITHIN}, %':<20}{'pairs':>6}" + "".join(f"{way:>11}" for way in WAYS) + f"{'candidates':>12}{'a claim':>9}")
    everything = tuple(r for c in clusters for r in c.retrievals)
    for slug, found, claims, candidates in (
        *((c.slug, c.retrievals, c.claims, c.candidates) for c in clusters),
        ("all", everything, sum(c.claims for c in clusters), sum(c.candidates for c in clusters)),
    ):
        shares = [100 * np.mean([0 < r.ranks[way] <= WITHIN for r in found]) for way in WAYS]
        candidate = 100 * np.mean([r.is_candidate for r in found])
        figures = "".join(f"{share:11.1f}" for share in shares)
        print(f"{slug:<20}{len(found) // 2:>6}{figures}{candidate:12.1f}{2 * candidates / claims:9.1f}")
    passed, labelled, right = (sum(getattr(c, f) for c in clusters) for f in ("passed", "passed_labelled", "passed_right"))
    print(f"gate on clusters: {passed} pairs pass; of {labelled} whose sentences both stand in the gold, {right} share a group")
    if (options.gold / "pairs.jsonl").is_file():
        print(gate_on_pairs(options.gold / "pairs.jsonl", options.encoder))
    if options.ranks:
        for cluster in clusters:
            for r in cluster.retrievals:
                print(f"{cluster.slug} {r.name}: " + ", ".join(str(r.ranks[way] or "-") for way in WAYS))


if __name__ == "__main__":
    main()
