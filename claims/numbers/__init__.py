"""Numbers in running text: digits with local separators, number words, scales, vague amounts.

One grammar serves all languages; words, values and separators stand in ``lang/<code>/numbers.toml``.
"""

from __future__ import annotations

from decimal import Decimal

from claims.model import Sentence
from claims.numbers.digits import parse_digits
from claims.numbers.grammar import share_at, tokens_of
from claims.numbers.spoken import number_at
from claims.numbers.tables import ONE, Number
from claims.tokens import tokenise

__all__ = ["ONE", "Number", "number_at", "parse_digits", "parse_words", "share_at", "tokens_of"]


def parse_words(text: str, lang: str) -> Decimal | None:
    """The value of a text that is one exact number, in digits, words or both; otherwise ``None``.

    >>> parse_words("साढ़े तीन करोड़", "hi"), parse_words("twenty-three", "en")
    (Decimal('35000000.0'), Decimal('23'))
    """
    tokens = tokens_of(Sentence(text, lang, tokenise(text)))
    number = number_at(tokens, 0, text, lang) if tokens else None
    return number.value if number and number.last == len(tokens) and not number.vague else None
