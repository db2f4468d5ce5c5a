"""How often the nearest sentence of another language is the translation.

    python -m benchmarks.retrieval BENCH [--encoder bundled] [--format text|json]

``BENCH`` holds ``tatoeba/`` (LASER's Tatoeba v1, 1,000 pairs a language) and
``sib200_flores/parallel5.tsv`` (1,004 FLORES sentences in five languages). Each direction by itself,
in percent: plain cosine, CSLS, and the ratio margin, k = 10. Beside the directions into English on
Tatoeba stand the figures that others publish.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.encoders import load_encoder

Vectors = NDArray[np.float32]

LANGUAGES = ("hi", "ur", "en", "ar", "ru")
CORRECTIONS = ("plain", "csls", "ratio")
NEIGHBOURS = 10
_TATOEBA = {"hi": "hin", "ur": "urd", "ar": "ara", "ru": "rus"}
PEERS = {
    "potion-multilingual-128M": {"hi": 54.1, "ur": 47.8, "ar": 40.2, "ru": 57.8},
    "multilingual-e5-small": {"hi": 95.8, "ur": 90.3, "ar": 80.7, "ru": 92.3},
    "LaBSE": {"hi": 97.6, "ur": 94.7, "ar": 91.1, "ru": 95.3},
}
"""Accuracy on Tatoeba into English as stored in MTEB's result files: plain cosine, not measured here."""


@dataclass(frozen=True, slots=True)
class Direction:
    """One direction of one set: the share found with each correction, in percent."""

    set: str
    source: str
    target: str
    found: dict[str, float]


def corrected(left: Vectors, right: Vectors, correction: str) -> NDArray[np.float32]:
    """Scores of all left with all right rows.

    ``csls`` takes from each cosine half of both sides' mean over their nearest neighbours (Conneau et
    al. 2018), ``ratio`` divides by it (Artetxe & Schwenk 2019, "Margin-based parallel corpus mining").
    """
    scores = left @ right.T
    if correction == "plain":
        return scores
    k = min(NEIGHBOURS, len(left))
    rows = np.sort(scores, axis=1)[:, -k:].mean(axis=1, keepdims=True)
    columns = np.sort(scores, axis=0)[-k:].mean(axis=0, keepdims=True)
    hubs = (rows + columns) / 2
    return scores - hubs if correction == "csls" else scores / np.maximum(hubs, 1e-6)


def accuracy(left: Vectors, right: Vectors, correction: str = "plain") -> tuple[float, float]:
    """Share of rows whose best match is the row of the same number, from left to right and back."""
    scores = corrected(left, right, correction)
    truth = np.arange(len(scores))
    return float((scores.argmax(axis=1) == truth).mean()), float((scores.argmax(axis=0) == truth).mean())


def sets(bench: Path) -> Iterator[tuple[str, str, str, list[str], list[str]]]:
    """Name, both languages and both sides of every set."""
    for lang, code in _TATOEBA.items():
        stem = bench / "tatoeba" / f"tatoeba.{code}-eng"
        yield "tatoeba", lang, "en", _lines(Path(f"{stem}.{code}")), _lines(Path(f"{stem}.eng"))
    with (bench / "sib200_flores" / "parallel5.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row[3:] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]
    columns = dict(zip(LANGUAGES, map(list, zip(*rows, strict=True)), strict=True))
    for left, right in combinations(LANGUAGES, 2):
        yield "flores", left, right, columns[left], columns[right]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def measure(bench: Path, encoder: str) -> Iterator[Direction]:
    """Every direction of every set."""
    model = load_encoder(encoder)
    for name, left, right, a, b in sets(bench):
        vectors = model.encode(a), model.encode(b)
        shares = {correction: accuracy(*vectors, correction) for correction in CORRECTIONS}
        for way, (source, target) in enumerate(((left, right), (right, left))):
            yield Direction(name, source, target, {c: round(100 * both[way], 1) for c, both in shares.items()})


def main(argv: Sequence[str] | None = None) -> None:
    """Print one line a direction."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(argv)
    found = list(measure(options.bench, options.encoder))
    if options.format == "json":
        rows = [{"set": d.set, "from": d.source, "to": d.target, **d.found} for d in found]
        print(json.dumps({"encoder": options.encoder, "directions": rows, "peers": PEERS}, indent=1))
        return
    print(f"{'set':<9}{'direction':<10}" + "".join(f"{c:>7}" for c in CORRECTIONS) + "   " + "  ".join(PEERS))
    for d in found:
        into_english = d.set == "tatoeba" and d.target == "en"
        beside = "  ".join(f"{figures[d.source]:{len(peer)}}" for peer, figures in PEERS.items()) if into_english else ""
        print(f"{d.set:<9}{d.source + '-' + d.target:<10}" + "".join(f"{d.found[c]:7.1f}" for c in CORRECTIONS) + ("   " + beside).rstrip())


if __name__ == "__main__":
    main()
