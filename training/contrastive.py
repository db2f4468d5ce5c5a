"""Learning the table: of a batch of pairs, each text shall find its own partner.

Words, not texts, are embedded first: a batch holds few different words, and a text's vector is
the sum of its words'. Adam keeps its moments for the whole table but touches only the rows that a
batch uses, which makes two cores enough.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, embedding_bag, normalize

from checker.encoders.features import Features, words
from training import teacher
from training.corpus import Pair, Stream
from training.teacher import Taught


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn."""

    stages: tuple[tuple[int, float], ...] = ((6, 5e-3), (2, 2e-3), (2, 2e-3))
    """Passes and the rate at which they begin; it falls to nothing within a stage, and the next begins without momentum.
    In the last stage the teacher's answers count too, where there is a teacher."""
    batch: int = 1024
    scale: float = 20.0
    drop: float = 0.1
    """The share of words left out of a text, so that no word is leant on alone."""


class Table:
    """The rows being learnt, with Adam's moments."""

    def __init__(self, rows: int, dim: int, seed: int) -> None:
        generator = torch.Generator().manual_seed(seed)
        self.weight = torch.randn(rows, dim, generator=generator) * dim**-0.5
        self.rest()

    def rest(self) -> None:
        """Forget all momentum."""
        self._mean = torch.zeros_like(self.weight)
        self._square = torch.zeros_like(self.weight)
        self._step = 0

    def update(self, rows: Tensor, gradient: Tensor, rate: float) -> None:
        """One step of Adam for ``rows`` alone."""
        self._step += 1
        mean = self._mean[rows].mul_(0.9).add_(gradient, alpha=0.1)
        square = self._square[rows].mul_(0.999).addcmul_(gradient, gradient, value=0.001)
        self._mean[rows], self._square[rows] = mean, square
        rate *= (1 - 0.999**self._step) ** 0.5 / (1 - 0.9**self._step)
        self.weight[rows] -= rate * mean / (square.sqrt() + 1e-8)


class Lexed:
    """Texts as word numbers and words as rows of the table, read once for all passes."""

    def __init__(self, features: Features) -> None:
        self._features = features
        self._numbers: dict[str, int] = {}
        self._texts: dict[str, np.ndarray] = {}
        self._rows: list[np.ndarray] = []
        self._weights: list[np.ndarray] = []

    def text(self, text: str) -> np.ndarray:
        """The numbers of a text's words."""
        if text not in self._texts:
            self._texts[text] = np.array([self._number(word) for word in words(text)], dtype=np.int64)
        return self._texts[text]

    def _number(self, word: str) -> int:
        if word not in self._numbers:
            self._numbers[word] = len(self._rows)
            rows = self._features.word(word)
            self._rows.append(np.array([row for row, _ in rows], dtype=np.int64))
            self._weights.append(np.array([weight for _, weight in rows], dtype=np.float32))
        return self._numbers[word]

    def features(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Rows, weights and offsets of the words with these numbers."""
        rows = [self._rows[n] for n in numbers]
        offsets = np.cumsum([0, *(len(r) for r in rows[:-1])])
        return np.concatenate(rows), np.concatenate([self._weights[n] for n in numbers]), offsets


def train(streams: Sequence[Stream], features: Features, schedule: Schedule, seed: int, taught: Taught) -> np.ndarray:
    """The learnt table, one row a feature; ``taught`` is empty where there is no teacher."""
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    noise = np.random.default_rng(seed)
    table = Table(features.shape.rows, features.shape.dim, seed)
    lexed = Lexed(features)
    for stage, (count, highest) in enumerate(schedule.stages, 1):
        heard = taught if stage == len(schedule.stages) else {}
        table.rest()
        passes = [_batches(streams, schedule.batch, rng) for _ in range(count)]
        steps, step = sum(map(len, passes)), 0
        for number, batches in enumerate(passes, 1):
            losses = []
            for batch in batches:
                rate = highest * (1 - step / steps)
                losses.append(_learn(batch, lexed, table, schedule, rate, noise, heard))
                step += 1
            print(f"rate {highest}, pass {number}: {len(batches)} batches, loss {np.mean(losses):.3f}", flush=True)
    learnt: np.ndarray = table.weight.numpy()
    return learnt


def _batches(streams: Sequence[Stream], size: int, rng: random.Random) -> list[list[Pair]]:
    """Batches of one kind each, texts or single terms: like with like are the harder wrong answers."""
    batches = []
    for is_text in (True, False):
        drawn = [pair for stream in streams if stream.is_text is is_text for pair in stream.draw(rng)]
        rng.shuffle(drawn)
        batches += [drawn[i : i + size] for i in range(0, len(drawn) - size + 1, size)]
    rng.shuffle(batches)
    return batches


def _learn(
    batch: Sequence[Pair], lexed: Lexed, table: Table, schedule: Schedule, rate: float, noise: np.random.Generator, taught: Taught
) -> float:
    pairs = [pair for pair in batch if len(lexed.text(pair.left)) and len(lexed.text(pair.right))]
    texts = [_thinned(lexed.text(t), schedule.drop, noise) for t in (*(p.left for p in pairs), *(p.right for p in pairs))]
    numbers, places = np.unique(np.concatenate(texts), return_inverse=True)
    word_rows, word_weights, word_offsets = lexed.features(numbers)
    rows, row_places = np.unique(word_rows, return_inverse=True)
    used = torch.from_numpy(rows)
    weight = table.weight[used].requires_grad_()
    by_word = embedding_bag(
        torch.from_numpy(row_places), weight, torch.from_numpy(word_offsets), mode="sum", per_sample_weights=torch.from_numpy(word_weights)
    )
    offsets = np.cumsum([0, *(len(t) for t in texts[:-1])])
    by_text = normalize(embedding_bag(torch.from_numpy(places), by_word, torch.from_numpy(offsets), mode="sum"))
    left, right = by_text[: len(pairs)], by_text[len(pairs) :]
    scores = (schedule.scale * left @ right.T).masked_fill(_same_group(pairs), -torch.inf)
    answer = torch.arange(len(pairs))
    loss = (cross_entropy(scores, answer) + cross_entropy(scores.T, answer)) / 2
    if taught and (more := teacher.loss(pairs, left, right, taught)) is not None:
        loss = loss + more
    loss.backward()  # type: ignore[no-untyped-call]
    assert weight.grad is not None
    table.update(used, weight.grad, rate)
    return loss.item()


def _thinned(text: np.ndarray, drop: float, noise: np.random.Generator) -> np.ndarray:
    if len(text) < 4:
        return text
    kept = text[noise.random(len(text)) >= drop]
    return kept if len(kept) else text


def _same_group(pairs: Sequence[Pair]) -> Tensor:
    groups = np.unique([pair.group for pair in pairs], return_inverse=True)[1]
    same = torch.from_numpy(groups[:, None] == groups[None, :])
    return same.fill_diagonal_(fill_value=False)
