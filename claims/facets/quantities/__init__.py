"""Quantities of a sentence: values as ranges, their units, and what they count.

``read`` walks the tokens left to right: a number (``claims.numbers``), the words that bound it
(``bounds``), its unit or currency (``units``), what it counts (``counted``). Digits that are no
quantity, such as years, clock times, labels and scores, are told apart in ``other``.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.facets.quantities.reader import read as _read
from claims.model import Facet, Quantity, Sentence

__all__ = ["read"]


def read(sentence: Sentence, found: Sequence[Facet]) -> tuple[Quantity, ...]:
    """All quantities of a sentence, none inside a time, a name or an ordinal already found.

    >>> from claims.tokens import sentence_of
    >>> [(q.text, q.counted) for q in read(sentence_of("At least 20 people were killed.", "en"), ())]
    [('At least 20', 'killed')]
    """
    return _read(sentence, found)
