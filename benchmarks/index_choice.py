"""From how many claims on an inverted file beats exact search, and what it misses.

    python -m benchmarks.index_choice DATA [--sizes 20000 40000 80000]

``DATA`` is the training text: its sentences and their English sides stand in for claims, every twenty
of them one source. Prints, for each size, seconds of processor time of both searches for the 12
nearest, the share of the exact neighbours that the inverted file finds, and the share of the
translations among them that it finds: weak neighbours are missed far more easily than true ones.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from checker.encoders import load_encoder
from checker.search import Found, search
from training.corpus import LANGUAGES, streams

NEAREST = 12
A_SOURCE = 20


def pairs(data: Path, count: int) -> list[tuple[str, str]]:
    """Different translated sentences of the five languages, mixed."""
    found = {
        pair.left: pair.right
        for stream in streams(data, Path("claims/data"))
        if stream.is_text and not stream.is_other and not stream.name.endswith("-pivot") and stream.name != "news"
        for pair in stream.pairs
    }
    mixed = sorted(found.items())
    random.Random(1).shuffle(mixed)  # noqa: S311 - not for secrets
    return mixed[:count]


def timed(vectors: np.ndarray, owners: np.ndarray, exact_up_to: int) -> tuple[float, Found]:
    """Seconds of processor time, and what was found."""
    start = time.process_time()
    found = search(vectors, owners, NEAREST, exact_up_to)
    return time.process_time() - start, found


def main(argv: Sequence[str] | None = None) -> None:
    """Print one line a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[20_000, 40_000, 80_000])
    options = parser.parse_args(argv)
    texts = pairs(options.data, max(options.sizes) // 2)
    encoder = load_encoder()
    left, right = encoder.encode([a for a, _ in texts]), encoder.encode([b for _, b in texts])
    print(f"{'claims':>8}{'exact, s':>10}{'file, s':>10}{'neighbours, %':>15}{'translations, %':>17}   {len(LANGUAGES)} languages")
    for size in options.sizes:
        half = min(size // 2, len(texts))
        vectors = np.concatenate([left[:half], right[:half]])
        owners = np.arange(2 * half) // A_SOURCE
        exact_time, exact = timed(vectors, owners, 2 * half)
        file_time, file = timed(vectors, owners, 0)
        both = np.array([len(set(a) & set(b)) for a, b in zip(exact.ids.tolist(), file.ids.tolist(), strict=True)])
        partner = (np.arange(2 * half) + half) % (2 * half)
        is_found, is_kept = ((found.ids == partner[:, None]).any(axis=1) for found in (exact, file))
        kept = 100 * (is_found & is_kept).sum() / max(is_found.sum(), 1)
        print(f"{2 * half:>8}{exact_time:10.1f}{file_time:10.1f}{100 * both.mean() / NEAREST:15.1f}{kept:17.1f}", flush=True)


if __name__ == "__main__":
    main()
