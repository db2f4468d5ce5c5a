"""Learning the sub-word vocabulary: a unigram model over folded words, fair to every language."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator

from tokenizers import Tokenizer, models, trainers

from checker.encoders.features import UNKNOWN, WORD_START, words

_POWER = 0.75
"""Word counts are damped so that function words do not use up the trainer's attention."""


def learn(texts: Iterable[str], size: int) -> Tokenizer:
    """A unigram tokenizer of ``size`` pieces for single words that begin with ``WORD_START``."""
    counts = Counter(word for text in texts for word in words(text))
    tokenizer = Tokenizer(models.Unigram())
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=24,
        show_progress=False,
    )
    tokenizer.train_from_iterator(_repeated(counts), trainer)
    return tokenizer


def _repeated(counts: Counter[str]) -> Iterator[str]:
    for word, count in sorted(counts.items()):
        for _ in range(math.ceil(count**_POWER)):
            yield WORD_START + word
