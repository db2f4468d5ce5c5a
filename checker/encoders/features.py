"""From text to the rows of the bundled encoder's table: the one definition of its features.

Training, the torch-free reader and the sentence-transformers module all call ``Features``, so
they cannot drift apart. Every word of a text gives

- its sub-words, from a unigram vocabulary over folded spelling (the "tokens");
- its consonant skeleton as a whole, hashed into buckets: a name, or a word that Hindi and Urdu
  share, meets its other-script twin here even if no training text held it;
- the 3-grams of that skeleton, hashed: near-twins still share most of them;
- where it begins like an Arabic word with "and", "so", "in", "for", "as" or "the" written onto it, the
  sub-words and skeleton of the rest, too: الاقتصاد, والاقتصاد and للاقتصاد meet اقتصاد. Other words that
  happen to begin so, as some of Urdu do, keep their own features beside these.

The n tokens of a word weigh 1/√n each, its 3-grams likewise, so that a long word does
not drown a short one. Word order and punctuation play no part.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Generic, TypeVar
from zlib import crc32

from claims.skeleton import skeleton
from claims.tokens import folded_words

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WORD_START = "▁"
UNKNOWN = "<unk>"

_FEWEST_BONES = 2
"""One consonant says nothing."""
_PROCLITICS = re.compile("(?:[وف]?(?:[بلک]?ال|لل)|[وف])(?=[\u0621-\u06d3]{3})")

_PROBE = (
    "the quick brown fox jumps over a lazy dog; al-Wrighton, Xavier, Tchekhov, Dzhugashvili's McKenzie-Schultz wrote 1,284.5 pages. "
    "съешь же ещё этих мягких французских булок, да выпей чаю; Джавахарлал, Цзян, аш-Шарки подъехал вчера. "
    "نص حكيم له سر قاطع وذو شأن عظيم مكتوب على ثوب أخضر ومغلف بجلد أزرق. "
    "ٹھنڈ میں ایک قحط زدہ گاؤں سے گذرتے وقت ایک چڑچڑے، باأثر و فارغ شخص کو بعض جل پری نما اژدہے نظر آئے۔ "
    "ऋषियों को सताने वाले दुष्ट राक्षसों के राजा रावण का सर्वनाश करने वाले विष्णुवतार भगवान श्रीराम, अयोध्या के महाराज दशरथ के बड़े सपुत्र थे १२३४"
)
"""Sentences that use every letter of their script."""

Row = tuple[int, float]
"""A row of the table and the weight it is added with."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The layout of the table: first the tokens, then the skeleton buckets, then the 3-gram buckets."""

    tokens: int
    skeletons: int
    grams: int
    dim: int

    @property
    def rows(self) -> int:
        """How many rows the whole table has."""
        return self.tokens + self.skeletons + self.grams

    def as_dict(self) -> dict[str, int]:
        """The form in which a model's ``config.json`` keeps it."""
        return asdict(self)


T = TypeVar("T")


class Remembered(dict[str, T], Generic[T]):
    """What ``make`` makes of words, at most ``limit`` of them: beyond that it starts afresh. Copies start empty."""

    def __init__(self, make: Callable[[str], T], limit: int) -> None:
        super().__init__()
        self._make, self._limit = make, limit

    def __missing__(self, word: str) -> T:
        if len(self) >= self._limit:
            self.clear()
        made = self[word] = self._make(word)
        return made

    def __reduce__(self) -> tuple[type[Remembered[T]], tuple[Callable[[str], T], int]]:
        return Remembered, (self._make, self._limit)


class Features:
    """Reads texts into rows of the table."""

    def __init__(self, tokenizer: Tokenizer, shape: Shape) -> None:
        self.tokenizer = tokenizer
        self.shape = shape
        self._unknown = tokenizer.token_to_id(UNKNOWN)

    def rows(self, text: str) -> tuple[list[int], list[float]]:
        """Row ids and weights of all features of ``text``; both empty if it holds no word."""
        found = [row for word in words(text) for row in self.word(word)]
        return [id_ for id_, _ in found], [weight for _, weight in found]

    def word(self, word: str) -> tuple[Row, ...]:
        """The rows of one folded word; none if the vocabulary lacks its letters."""
        whole = [*self._tokens(word), *self._skeleton(word), *self._grams(word)]
        proclitics = _PROCLITICS.match(word)
        if proclitics is None:
            return tuple(whole)
        stem = word[proclitics.end() :]
        return tuple((id_, weight * 2**-0.5) for id_, weight in (*whole, *self._tokens(stem), *self._skeleton(stem)))

    def _tokens(self, word: str) -> list[Row]:
        ids = [id_ for id_ in self.tokenizer.encode(WORD_START + word, add_special_tokens=False).ids if id_ != self._unknown]
        return [(id_, len(ids) ** -0.5) for id_ in ids]

    def _skeleton(self, word: str) -> list[Row]:
        bones = skeleton(word)
        return [(self.shape.tokens + _bucket(bones, self.shape.skeletons), 1.0)] if len(bones) >= _FEWEST_BONES else []

    def _grams(self, word: str) -> list[Row]:
        bones = skeleton(word)
        grams = _grams(bones) if len(bones) >= _FEWEST_BONES else []
        first = self.shape.tokens + self.shape.skeletons
        return [(first + _bucket(gram, self.shape.grams), len(grams) ** -0.5) for gram in grams]


def fingerprint(features: Features) -> str:
    """A hash of the features of some text in every script and of every word in the vocabulary.

    A model's ``config.json`` keeps it: if folding, tokens or skeletons change afterwards, the
    table no longer fits its words and has to be trained again.
    """
    known = sorted(piece.removeprefix(WORD_START) for piece in features.tokenizer.get_vocab() if piece.startswith(WORD_START))
    return f"{crc32(repr((features.rows(_PROBE), [features.word(word) for word in known])).encode()):08x}"


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return folded_words(text)


def _grams(bones: str) -> list[str]:
    edged = f"^{bones}$"
    return [edged[i : i + 3] for i in range(len(edged) - 2)]


def _bucket(key: str, buckets: int) -> int:
    return crc32(key.encode()) % buckets
