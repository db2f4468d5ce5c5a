"""How far the content words of two claims cover each other, across languages.

Every content word is set against its nearest word on the other side by the bundled encoder's
word vectors; a claim is covered as far as its words, weighted by how rare they are, find
a near one (after Zhang et al. 2020, "BERTScore", with static vectors). Cosine of whole
sentences says "same topic"; coverage says "the same things are mentioned".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.encoders import Encoder
from checker.rarity import rarity
from claims.lang import table
from claims.model import Claim, Concept, Name, Quantity, Sentence, Span, Time, Token
from claims.model.claim import once
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


_GRAMMAR = frozenset(
    {"approximator", "attribution", "comparison", "connective", "hedge", "number", "ordinal", "polarity", "pronoun", "quantifier",
     "relation", "say", "time"}
)  # fmt: skip
"""Classes of the lexicon that two claims share without speaking of the same thing."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A content word, how rare it is, and what it is known to stand for: concepts, a name, a number."""

    fold: str
    rarity: float
    meanings: frozenset[str]


class WordVectors:
    """Vectors of all content words of a set of claims."""

    def __init__(self, encoder: Encoder, claims: Iterable[Claim]) -> None:
        self._words_of: Mapping[str, tuple[_Word, ...]] = {c.id: _words(c) for c in claims}
        self._row = {w: i for i, w in enumerate(sorted({w.fold for words in self._words_of.values() for w in words}))}
        self._vectors: NDArray[np.float32] = encoder.encode(list(self._row))

    def coverage(self, left: Claim, right: Claim) -> Coverage:
        """How far the words of two of the claims cover each other.

        Words that stand for one concept, name or number in the lexicon and the readers are alike
        whatever their vectors say.
        """
        ours, theirs = self._words_of[left.id], self._words_of[right.id]
        if not ours or not theirs:
            return Coverage(0.0, 0.0)
        likeness = self._vectors[[self._row[w.fold] for w in ours]] @ self._vectors[[self._row[w.fold] for w in theirs]].T
        likeness = likeness.clip(0.0, 1.0)
        meant = [(j, b.meanings) for j, b in enumerate(theirs) if b.meanings]
        for i, a in enumerate(ours):
            if a.meanings:
                for j, meanings in meant:
                    if not a.meanings.isdisjoint(meanings):
                        likeness[i, j] = 1.0
        return Coverage(_mean(ours, likeness.max(axis=1)), _mean(theirs, likeness.max(axis=0)))


def _mean(words: tuple[_Word, ...], best: NDArray[np.float32]) -> float:
    return round(float(sum(w.rarity * b for w, b in zip(words, best, strict=True)) / sum(w.rarity for w in words)), 4)


@once
def _words(claim: Claim) -> tuple[_Word, ...]:
    """The content words of a claim; those of its times are left out, as times are compared as such."""
    times = [t.span for t in claim.all(Time)]
    meant: list[tuple[Span, str]] = [(c.span, c.id) for c in claim.all(Concept) if c.frame not in _GRAMMAR]
    meant += [(n.span, n.key) for n in claim.all(Name)]
    meant += [(q.span, f"{q.low}–{q.high}") for q in claim.all(Quantity)]
    return tuple(
        _Word(token.fold, rarity(claim.lang, token.fold), frozenset(meaning for span, meaning in meant if span.overlaps(token.span)))
        for token in content_words(claim.sentence, claim.span)
        if not any(span.overlaps(token.span) for span in times)
    )
