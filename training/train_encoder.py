"""Train the bundled encoder and write its folder; the same data and seed give the same model.

    python -m training.train_encoder --data DIR [--teacher FOLDER] [--lexicon claims/data] [--out checker/encoders/bundled_model]

``DIR`` holds the public text (training/README.md says where it comes from).
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch

from checker.encoders.features import Features, Shape
from training.contrastive import Schedule, train
from training.corpus import Stream, streams
from training.export import export
from training.teacher import ask, sentences
from training.vocabulary import learn

_ROOT = Path(__file__).parent.parent


def main() -> None:
    """Read, learn the vocabulary, learn the table, write."""
    options = _options()
    torch.set_num_threads(options.threads)
    found = streams(options.data, options.lexicon)
    print(*(f"{s.name}: {len(s.pairs)} pairs, rate {s.rate:.2f}" for s in found), sep="\n", flush=True)
    tokenizer = learn(_texts(found, options.seed), options.tokens)
    shape = Shape(tokenizer.get_vocab_size(), options.skeletons, options.grams, options.dim)
    print(f"{shape.tokens} tokens, {shape.rows} rows of {shape.dim}", flush=True)
    features = Features(tokenizer, shape)
    schedule = Schedule(stages=tuple(zip(options.passes, options.rates, strict=True)), drop=options.drop)
    taught = ask(options.teacher, sentences(found, options.taught, options.seed)) if options.teacher else {}
    print(f"{len(taught)} sentences read by a teacher", flush=True)
    table = train(found, features, schedule, options.seed, taught)
    export(table, features, options.out)


def _texts(found: list[Stream], seed: int) -> list[str]:
    """Each text once, in a fixed order; of the languages that are only aligned, what one pass sees."""
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    pairs = (pair for stream in found for pair in (stream.draw(rng) if stream.is_other else stream.pairs))
    return list(dict.fromkeys(text for pair in pairs for text in (pair.left, pair.right)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=_ROOT / "training" / "work" / "data")
    parser.add_argument("--lexicon", type=Path, default=_ROOT / "claims" / "data")
    parser.add_argument("--out", type=Path, default=_ROOT / "checker" / "encoders" / "bundled_model")
    parser.add_argument("--tokens", type=int, default=50_000)
    parser.add_argument("--skeletons", type=int, default=32_768)
    parser.add_argument("--grams", type=int, default=4_096)
    parser.add_argument("--dim", type=int, default=256)
    parser.add_argument("--passes", type=int, nargs="+", default=[6, 2, 2], help="of each stage")
    parser.add_argument("--rates", type=float, nargs="+", default=[5e-3, 2e-3, 2e-3], help="at the beginning of each stage")
    parser.add_argument("--teacher", help="folder of an English sentence-transformers model whose likenesses count in the last stage")
    parser.add_argument("--taught", type=int, default=24_000, help="sentences that the teacher reads")
    parser.add_argument("--drop", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
