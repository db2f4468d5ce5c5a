"""The encoder of the package, read without torch: a table of eight-bit rows and a vocabulary.

A text's vector is the sum of its words' vectors, brought to unit length; a word's is the weighted
sum of its features' rows. Only the rows in use are turned into floats, so the table stays small in
memory and loads in a few milliseconds; the vectors of words are remembered, since news repeats itself.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from checker.encoders.features import Features, Remembered, Shape, words
from checker.errors import ModelError

FOLDER = Path(__file__).parent / "bundled_model"
MODULE = "checker.encoders.module.SkeletonEmbedding"
"""What ``modules.json`` of our own kind of model names."""
_REMEMBERED_WORDS = 50_000
"""About 60 MB of vectors at most."""


@dataclass(frozen=True, slots=True)
class BundledEncoder:
    """``codes`` times ``scales`` is the table."""

    name: str
    revision: str
    features: Features
    codes: NDArray[np.int8]
    scales: NDArray[np.float32]
    _words: Remembered[NDArray[np.float32]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Begin to remember words."""
        object.__setattr__(self, "_words", Remembered(self._word_vector, _REMEMBERED_WORDS))

    @classmethod
    def load(cls, folder: Path = FOLDER, name: str = "bundled") -> Self:
        """Read a model folder as ``training`` writes it."""
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        try:
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
            shape = Shape(**{key: config[key] for key in Shape.__slots__})
            table = load_file(folder / "model.safetensors")
            tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
            encoder = cls(name, config["revision"], Features(tokenizer, shape), table["codes"], table["scales"])
        except Exception as error:  # the tokenizers library raises nothing narrower
            line = str(error).partition("\n")[0]
            raise ModelError(f"the encoder in {folder} is missing or damaged ({line}); reinstall the package") from error
        if encoder.codes.shape != (shape.rows, shape.dim):
            raise ModelError(f"the encoder in {folder} is damaged (its table does not fit its shape); reinstall the package")
        return encoder

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return self.features.shape.dim

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row a text; a row of zeros for a text without any word."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            found = [self._words[word] for word in words(text)]
            if found:
                np.add.reduce(found, out=vector)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, lengths, out=vectors, where=lengths > 0)
        return vectors

    def _word_vector(self, word: str) -> NDArray[np.float32]:
        rows = self.features.word(word)
        ids = np.array([row for row, _ in rows], dtype=np.int64)
        weights = np.array([weight for _, weight in rows], dtype=np.float32)
        vector: NDArray[np.float32] = np.dot(self.scales[ids] * weights, self.codes[ids].astype(np.float32))
        return vector


def is_own(name: str) -> bool:
    """Whether ``name`` is a folder of the kind that ``training`` writes."""
    try:
        return MODULE in (Path(name) / "modules.json").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
