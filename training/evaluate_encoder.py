"""Measure an encoder by retrieval.

    python -m training.evaluate_encoder BENCH [--encoder bundled] [--data DIR]

``BENCH`` holds ``tatoeba/`` (LASER's Tatoeba v1) and ``sib200_flores/parallel5.tsv`` (FLORES).
Prints, for each two languages, the share in percent of sentences whose nearest neighbour among
the other language's is their translation, both directions averaged, plain and with CSLS (k = 10);
with ``--data``, the training text, also for the sentences it holds of other languages that were
kept out of training; then how near the project's own labelled pairs lie, which is where a threshold can be read off.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np

from checker.encoders import Encoder, load_encoder
from training.corpus import LANGUAGES, OTHERS, OWN, held_out
from training.retrieval import accuracy

_TATOEBA = {"hi": "hin", "ur": "urd", "ar": "ara", "ru": "rus"}
_QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bench", type=Path)
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    encoder = load_encoder(options.encoder)
    print(f"{encoder.name} {encoder.revision}, {encoder.dim} dimensions")
    print(f"{'set':<10}{'pair':<8}{'plain':>7}{'CSLS':>7}")
    for name, pair, left, right in (*_sets(options.bench), *_other_languages(options.data)):
        a, b = encoder.encode(left), encoder.encode(right)
        print(f"{name:<10}{pair:<8}{100 * accuracy(a, b):7.1f}{100 * accuracy(a, b, csls=True):7.1f}")
    for line in _labelled(encoder, OWN / "pairs"):
        print(line)


def _sets(bench: Path) -> Iterator[tuple[str, str, list[str], list[str]]]:
    for lang, code in _TATOEBA.items():
        stem = bench / "tatoeba" / f"tatoeba.{code}-eng"
        yield "tatoeba", f"{lang}-en", _lines(Path(f"{stem}.{code}")), _lines(Path(f"{stem}.eng"))
    with (bench / "sib200_flores" / "parallel5.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row[3:] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]
    columns = dict(zip(LANGUAGES, map(list, zip(*rows, strict=True)), strict=True))
    for left, right in combinations(LANGUAGES, 2):
        yield "flores", f"{left}-{right}", columns[left], columns[right]


def _other_languages(data: Path | None) -> Iterator[tuple[str, str, list[str], list[str]]]:
    if data is None:
        return
    for lang in OTHERS:
        pairs = held_out(data, lang)
        yield f"kept {len(pairs)}", f"{lang}-en", [pair.left for pair in pairs], [pair.right for pair in pairs]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


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
        f"{100 * accuracy(a[event], b[event], csls=csls):.1f}" for csls in (False, True)
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
