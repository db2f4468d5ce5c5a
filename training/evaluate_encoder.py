"""Measure an encoder on text of the project: sentences kept out of training, and its own labelled pairs.

    python -m training.evaluate_encoder --data DIR [--encoder bundled]

``DIR`` is the training text. Prints, for each language that is only aligned, the share in percent of
sentences whose nearest neighbour is their translation, both directions averaged, plain and with CSLS
(k = 10); then how near the labelled pairs lie. Translations of the five languages are measured by
``benchmarks/retrieval.py``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.retrieval import accuracy
from checker.encoders import Encoder, load_encoder
from training.corpus import OTHERS, OWN, held_out

_QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    encoder = load_encoder(options.encoder)
    print(f"{encoder.name} {encoder.revision}, {encoder.dim} dimensions")
    print(f"{'kept out':<10}{'pair':<8}{'plain':>7}{'CSLS':>7}")
    for lang in OTHERS:
        pairs = held_out(options.data, lang)
        a, b = encoder.encode([pair.left for pair in pairs]), encoder.encode([pair.right for pair in pairs])
        print(f"{len(pairs):<10}{lang + '-en':<8}" + "".join(f"{_percent(a, b, correction):7.1f}" for correction in ("plain", "csls")))
    for line in _labelled(encoder, OWN / "pairs"):
        print(line)


def _percent(a: np.ndarray, b: np.ndarray, correction: str) -> float:
    """Both directions averaged."""
    return 50 * sum(accuracy(a, b, correction))


def _labelled(encoder: Encoder, folder: Path) -> Iterator[str]:
    rows = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    a, b = (encoder.encode([row[side]["text"] for row in rows]) for side in "ab")
    near = np.einsum("ij,ij->i", a, b)
    related = np.array([row["verdict"] != "unrelated" for row in rows])
    same = np.array([row["a"]["lang"] == row["b"]["lang"] for row in rows])
    order = np.random.default_rng(0).permutation(len(rows))
    chance = np.einsum("ij,ij->i", a, b[order])
    same_by_chance = np.array([rows[i]["a"]["lang"] == rows[j]["b"]["lang"] for i, j in enumerate(order)])
    event = np.flatnonzero(related)
    yield "own pairs, one event: the other side is the nearest of all, plain and with CSLS: " + " ".join(
        f"{_percent(a[event], b[event], correction):.1f}" for correction in ("plain", "csls")
    )
    yield f"{'cosine of':<34}{'n':>5}{'mean':>7}" + "".join(f"{f'{100 * q:.0f} %':>7}" for q in _QUANTILES)
    for languages, mask, chance_mask in (("same language", same, same_by_chance), ("two languages", ~same, ~same_by_chance)):
        yield _spread(f"one event, {languages}", near[related & mask])
        yield _spread(f"hard negatives, {languages}", near[~related & mask])
        yield _spread(f"chance pairs, {languages}", chance[chance_mask])


def _spread(name: str, values: np.ndarray) -> str:
    return f"{name:<34}{len(values):>5}{values.mean():7.2f}" + "".join(f"{q:7.2f}" for q in np.quantile(values, _QUANTILES))


if __name__ == "__main__":
    main()
