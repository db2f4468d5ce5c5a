"""A stronger English encoder as a teacher: how alike it finds the English sentences of a batch.

The table learns which sentences are translations; that two English sentences say nearly the same in
other words nobody tells it. The teacher's likenesses among the English sides of a batch are soft
answers for both sides (Hinton et al. 2015, "Distilling the Knowledge in a Neural Network"; for
sentences Reimers and Gurevych 2020, "Making Monolingual Sentence Embeddings Multilingual").
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import log_softmax, softmax

from training.corpus import Pair, Stream

Taught = Mapping[str, np.ndarray]
"""The teacher's unit vectors by English sentence."""

_SHORTEST, _LONGEST = 30, 220
"""Characters of a sentence that says something and that the teacher reads whole."""
_LEAST = 64
"""Taught sentences in a batch, from which their likenesses tell something."""
_SCALE, _SHARE = 10.0, 0.5
"""What likenesses are multiplied by on both sides, and what the teacher's answer weighs beside the translation's."""


def sentences(streams: Sequence[Stream], number: int, seed: int) -> list[str]:
    """So many English sentences of the training text, chosen by the seed."""
    found = {side for s in streams if s.is_text for p in s.pairs for side in (p.left, p.right) if _is_english(side)}
    chosen = sorted(found)
    random.Random(seed).shuffle(chosen)  # noqa: S311 - not for secrets
    return chosen[:number]


def _is_english(side: str) -> bool:
    """Whether a side is English of the right length: the other languages in Latin script are few, and mostly have letters beyond ASCII."""
    return side.isascii() and _SHORTEST < len(side) < _LONGEST


def ask(model: str, texts: Sequence[str]) -> Taught:
    """What a sentence-transformers model in a folder makes of the sentences."""
    from sentence_transformers import SentenceTransformer

    teacher = SentenceTransformer(model, local_files_only=True)
    teacher.max_seq_length = 64
    vectors = teacher.encode(list(texts), batch_size=64, normalize_embeddings=True, convert_to_numpy=True)
    return dict(zip(texts, vectors, strict=True))


def loss(pairs: Sequence[Pair], left: Tensor, right: Tensor, taught: Taught) -> Tensor | None:
    """How far both sides' likenesses, shape (pairs, dim), are from the teacher's; ``None`` where it knows too few of a batch."""
    known = {i: side for i, p in enumerate(pairs) for side in (p.right, p.left) if side in taught}
    if len(known) < _LEAST:
        return None
    rows = torch.tensor(list(known))
    itself = torch.eye(len(known), dtype=torch.bool)
    vectors = torch.from_numpy(np.stack([taught[side] for side in known.values()]))
    answer = softmax((_SCALE * vectors @ vectors.T).masked_fill(itself, -torch.inf), 1)
    total = torch.zeros(())
    for side in (left[rows], right[rows]):
        scores = log_softmax((_SCALE * side @ side.T).masked_fill(itself, -torch.inf), 1).masked_fill(itself, 0.0)
        total = total - (answer * scores).sum(1).mean()
    return _SHARE * total
