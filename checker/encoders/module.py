"""The bundled encoder as a sentence-transformers module.

``modules.json`` of the model folder names this class, so with the package installed

    SentenceTransformer(str(checker.encoders.bundled.FOLDER), trust_remote_code=True)

gives the vectors of ``load_encoder("bundled")``. The flag is the library's condition (since 6.0) for
any class outside its own namespace, even an installed one; the folder holds no code. Without it:
``SentenceTransformer(modules=[SkeletonEmbedding.load(folder)])``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import torch
from safetensors.torch import load_file, save_file
from sentence_transformers.base.modules import InputModule
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import normalize

from checker.encoders.features import Features, Remembered, Shape, words

_REMEMBERED_WORDS = 20_000


class SkeletonEmbedding(InputModule):
    """Sub-word and consonant-skeleton rows, summed and brought to unit length.

    The table is fixed: it is trained by ``training/`` and kept in eight bits here.
    """

    save_in_root = True

    def __init__(self, features: Features, codes: Tensor, scales: Tensor, revision: str = "", fingerprint: str = "") -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.features = features
        self._words = Remembered(features.word, _REMEMBERED_WORDS)
        self.tokenizer = features.tokenizer
        self.revision = revision
        self.fingerprint = fingerprint
        self.register_buffer("codes", codes)
        self.register_buffer("scales", scales)

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: object) -> dict[str, Tensor]:
        """The features of each text, one behind the other."""
        found = [[row for word in words((prompt or "") + text) for row in self._words[word]] for text in inputs]
        return {
            "input_ids": torch.tensor([id_ for rows in found for id_, _ in rows], dtype=torch.long),
            "weights": torch.tensor([weight for rows in found for _, weight in rows], dtype=torch.float32),
            "lengths": torch.tensor([len(rows) for rows in found], dtype=torch.long),
        }

    def forward(self, features: dict[str, Any], **_: object) -> dict[str, Any]:
        """Add ``sentence_embedding``; a text without any word is a row of zeros."""
        ids, lengths = features["input_ids"], features["lengths"]
        rows = self.codes[ids].float() * (self.scales[ids] * features["weights"])[:, None]
        texts = torch.repeat_interleave(torch.arange(len(lengths), device=ids.device), lengths)
        summed = torch.zeros(len(lengths), self.get_embedding_dimension(), device=ids.device).index_add_(0, texts, rows)
        features["sentence_embedding"] = normalize(summed)
        return features

    def get_embedding_dimension(self) -> int:
        """Length of a vector."""
        return self.features.shape.dim

    def save(self, output_path: str, *_: object, **__: object) -> None:
        """Write the files that ``load`` reads; always safetensors."""
        folder = Path(output_path)
        save_file({"codes": self.codes.contiguous(), "scales": self.scales.contiguous()}, folder / "model.safetensors")
        self.tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
        config = {**self.features.shape.as_dict(), "revision": self.revision, "fingerprint": self.fingerprint}
        (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, model_name_or_path: str, subfolder: str = "", *_: Any, **__: Any) -> Self:  # noqa: ANN401 - the library passes more
        """Read a local model folder."""
        folder = Path(model_name_or_path, subfolder)
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        table = load_file(folder / "model.safetensors")
        shape = Shape(**{key: config[key] for key in Shape.__slots__})
        return cls(Features(tokenizer, shape), table["codes"], table["scales"], config["revision"], config["fingerprint"])
