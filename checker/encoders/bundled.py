"""The encoder of the package, read without torch: a table of eight-bit rows and a vocabulary.

A text's vector is the weighted sum of its features' rows, brought to unit length. Only the rows
in use are turned into floats, so the table stays small in memory and loads in a few milliseconds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from checker.encoders.features import Features, Shape
from checker.errors import ModelError

FOLDER = Path(__file__).parent / "bundled_model"
MODULE = "checker.encoders.module.SkeletonEmbedding"
"""What ``modules.json`` of our own kind of model names."""


@dataclass(frozen=True, slots=True)
class BundledEncoder:
    """``codes`` times ``scales`` is the table."""

    name: str
    revision: str
    features: Features
    codes: NDArray[np.int8]
    scales: NDArray[np.float32]

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
            rows, weights = self.features.rows(text)
            if rows:
                ids = np.array(rows)
                np.dot(self.scales[ids] * np.array(weights, dtype=np.float32), self.codes[ids].astype(np.float32), out=vector)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, lengths, out=vectors, where=lengths > 0)
        return vectors


def is_own(name: str) -> bool:
    """Whether ``name`` is a folder of the kind that ``training`` writes."""
    try:
        return MODULE in (Path(name) / "modules.json").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
