"""How far the content words of two claims cover each other, across languages.

Every content word is set against its nearest word on the other side by the bundled encoder's
word vectors; a claim is covered as far as its words, weighted by how rare they are here, find
a near one (after Zhang et al. 2020, "BERTScore", with static vectors). Cosine of whole
sentences says "same topic"; coverage says "the same things are mentioned".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from typing import TYPE_CHECKING

from checker.encoders import Encoder
from claims.lang import table
from claims.model import Claim, Name, Quantity, Sentence, Span, Time, Token
from claims.normalise import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@cache
def function_words(lang: str) -> frozenset[str]:
    """Folded words of a language that carry grammar, not content."""
    return frozenset(fold(w) for w in table(lang, "words").get("function", "").split())


def content_words(sentence: Sentence, span: Span | None = None) -> tuple[Token, ...]:
    """The tokens of a sentence (or of a span of it) that carry content."""
    skip = function_words(sentence.lang)
    return tuple(
        t
        for t in sentence.tokens
        if t.fold not in skip and len(t.fold) > 1 and (span is None or span.contains(t.span.shift(sentence.start)))
    )


@dataclass(frozen=True, slots=True)
class Coverage:
    """Mean likeness of each side's content words to their nearest on the other side, 0 to 1."""

    left: float
    right: float

    @property
    def both(self) -> float:
        """Harmonic mean of the two."""
        return 0.0 if self.left + self.right == 0 else 2 * self.left * self.right / (self.left + self.right)


class WordVectors:
    """Vectors of all content words of a set of claims, with their rarity among these claims."""

    def __init__(self, encoder: Encoder, claims: Iterable[Claim]) -> None:
        self._words_of: Mapping[str, tuple[str, ...]] = {c.id: tuple(t.fold for t in content_words(c.sentence, c.span)) for c in claims}
        counts = Counter(w for words in self._words_of.values() for w in set(words))
        self._row = {w: i for i, w in enumerate(sorted(counts))}
        total = max(len(self._words_of), 1)
        self._weight = {w: log(1 + total / n) / log(1 + total) for w, n in counts.items()}
        self._vectors: NDArray[np.float32] = encoder.encode(list(self._row))

    def coverage(self, left: Claim, right: Claim) -> Coverage:
        """How far the words of two of the claims cover each other."""
        ours, theirs = self._words_of[left.id], self._words_of[right.id]
        if not ours or not theirs:
            return Coverage(0.0, 0.0)
        likeness = self._vectors[[self._row[w] for w in ours]] @ self._vectors[[self._row[w] for w in theirs]].T
        likeness = likeness.clip(0.0, 1.0)
        return Coverage(self._mean(ours, likeness.max(axis=1)), self._mean(theirs, likeness.max(axis=0)))

    def _mean(self, words: tuple[str, ...], best: NDArray[np.float32]) -> float:
        weights = [self._weight[w] for w in words]
        return round(float(sum(w * b for w, b in zip(weights, best, strict=True)) / sum(weights)), 4)


def is_value(claim: Claim, token: Token) -> bool:
    """Whether a token belongs to a time, a quantity or a name of the claim."""
    return any(f.span.overlaps(token.span) for f in claim.facets if isinstance(f, Time | Quantity | Name))
