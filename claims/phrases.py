"""Longest-match-first lookup of phrases over a sentence's folded tokens.

Word boundaries, never substrings. Arabic clitics (و ف ب ل ك س and the article) may precede the
first word of a form and the article every word; Urdu, Hindi, English and Russian forms match as
they are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from claims.model import Span, Token
from claims.normalise import fold, fold_plain
from claims.seats import OPEN, OTHER, SAME, TELLING, agreement
from claims.tokens import is_plain_letter, tokenise

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase found: token range ``[first, last)``, its span in the sentence, the values listed under it."""

    first: int
    last: int
    span: Span
    values: tuple[Value, ...]


@dataclass(slots=True)
class PhraseBook(Generic[Value]):
    """Phrases of one language, each with one or more values."""

    lang: str
    _entries: dict[tuple[str, ...], list[tuple[tuple[str, ...], list[Value]]]] = field(default_factory=dict)
    """Phrases by their first two words, those of one word by that."""
    _exact: dict[tuple[str, ...], list[Value]] = field(default_factory=dict)
    _starts: set[str] = field(default_factory=set)
    """The first words of all phrases: most words of a text begin none, and are passed over at once."""
    _written: dict[tuple[str, ...], list[tuple[str, Value]]] = field(default_factory=dict)
    """The same as written, where some of them has letters that folding loses."""

    def add(self, phrase: str, value: Value) -> None:
        """List ``value`` under ``phrase``; an empty phrase is ignored."""
        self.add_words(words_of(phrase, self.lang), value, phrase)

    def add_words(self, words: tuple[str, ...], value: Value, written: str = "") -> None:
        """The same for words already folded by ``words_of``; ``written`` is the phrase before folding, where that may tell."""
        if not words:
            return
        if written and not written.isascii() and self._tells(words, written):
            # What was listed before without such letters fits whatever is written.
            self._written.setdefault(words, [("", v) for v in self._exact.get(words, ())]).append((written, value))
        listed = self._exact.get(words)
        if listed is None:
            listed = self._exact[words] = []
            self._starts.add(words[0])
            self._entries.setdefault(words[:2], []).append((words, listed))
        if value not in listed:
            listed.append(value)

    def _tells(self, words: tuple[str, ...], written: str) -> bool:
        return words in self._written or not TELLING.isdisjoint(written)

    def values(self, words: tuple[str, ...]) -> tuple[Value, ...]:
        """What is listed under exactly these folded words."""
        return tuple(self._exact.get(words, ()))

    def may_begin(self, word: str) -> bool:
        """Whether some phrase begins with a word; most words of a text begin none."""
        return not self._starts.isdisjoint(first_words(word, self.lang))

    def find(self, tokens: Sequence[Token]) -> Iterator[Match[Value]]:
        """Non-overlapping longest matches, left to right."""
        starts, plain, end = self._starts, self.lang != "ar", 0
        for i, token in enumerate(tokens):
            if i < end or (plain and token.fold not in starts):
                continue
            match = self.at(tokens, i)
            if match is not None:
                yield match
                end = match.last

    def at(self, tokens: Sequence[Token], i: int) -> Match[Value] | None:
        """The longest phrase that begins at token ``i``, or ``None``."""
        if self.lang != "ar":
            if tokens[i].fold not in self._starts:
                return None
            firsts: tuple[str, ...] = (tokens[i].fold,)
        else:
            firsts = first_words(tokens[i].text, self.lang)
            if self._starts.isdisjoint(firsts):
                return None
        best: tuple[int, list[Value]] | None = None
        second = self._word(tokens[i + 1]) if i + 1 < len(tokens) else None
        for first in firsts:
            for start in ((first,), (first, second)) if second is not None else ((first,),):
                for words, values in self._entries.get(start, ()):
                    n = len(words)
                    if (best is None or n > best[0]) and n <= len(tokens) - i and self._fits(words, tokens, i):
                        fitting = self._as_written(words, tokens, i) if words in self._written else values
                        best = (n, fitting) if fitting else best
        if best is None:
            return None
        n, values = best
        return Match(i, i + n, Span(tokens[i].span.start, tokens[i + n - 1].span.end), tuple(values))

    def _as_written(self, words: tuple[str, ...], tokens: Sequence[Token], i: int) -> list[Value]:
        """The values whose written forms agree best with the words as read; none of one that is written otherwise."""
        read = " ".join(token.text for token in tokens[i : i + len(words)])
        rates: dict[Value, set[int]] = {}
        for form, value in self._written[words]:
            rates.setdefault(value, set()).add(agreement(read, form) if form else OPEN)
        # A form listed without its hamza is another spelling of the one with it, and no more open than that.
        rated = {value: OTHER if OTHER in found and SAME not in found else max(found) for value, found in rates.items()}
        best = max(rated.values())
        return [value for value, rate in rated.items() if rate == best] if best != OTHER else []

    def _fits(self, words: tuple[str, ...], tokens: Sequence[Token], i: int) -> bool:
        return len(words) < 3 or all(self._word(tokens[i + k]) == w for k, w in enumerate(words[2:], 2))

    def _word(self, token: Token) -> str:
        """The form under which a word inside a phrase is listed: without its article, where it has one."""
        return token.fold if self.lang != "ar" else _bare(token.text, self.lang)


def words_of(phrase: str, lang: str) -> tuple[str, ...]:
    """The folded words under which a phrase is listed (Arabic words without the article)."""
    return tuple(_bare(t.text, lang) for t in tokenise(phrase))


def words_of_each(phrases: Sequence[str], lang: str) -> list[tuple[str, ...]]:
    """``words_of`` of many phrases at once: plain ones are folded and split in bulk, which is some ten times faster."""
    joined = "\n".join(phrases)
    odd = frozenset(c for c in set(joined) if not (c in " \n" or is_plain_letter(c)))
    if lang == "ar":
        joined = _ARABIC_ARTICLE.sub("", _ARABIC_MARKS.sub("", joined))
    folded = fold_plain(joined).split("\n") if phrases else []
    return [tuple(line.split()) if odd.isdisjoint(phrase) else words_of(phrase, lang) for phrase, line in zip(phrases, folded, strict=True)]


def words_in(phrases: Iterable[str], lang: str) -> frozenset[str]:
    """The single folded words among ``phrases``."""
    return frozenset(w[0] for p in phrases if len(w := words_of(p, lang)) == 1)


_ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_ARABIC_ARTICLE = re.compile(r"\bال(?!(?:آن|ان)\b)(?=\w\w)")
_NO_ARTICLE = frozenset({"الآن", "الان"})
"""Without its ال the word for "now" would be the one for "that"."""


@lru_cache(maxsize=200_000)
def _bare(word: str, lang: str) -> str:
    """The fold of a word, for Arabic without its article (a real ال: ألف begins with a hamza)."""
    if lang == "ar":
        plain = _ARABIC_MARKS.sub("", word)
        if plain.startswith("ال") and len(plain) > 3 and plain not in _NO_ARTICLE:
            return fold(plain[2:])
    return fold(word)


@lru_cache(maxsize=100_000)
def first_words(word: str, lang: str) -> tuple[str, ...]:
    """Folded forms under which a phrase beginning with ``word`` may be listed, likeliest first."""
    if lang != "ar":
        return (fold(word),)
    rest = _ARABIC_MARKS.sub("", word)
    forms = [fold(rest), _bare(rest, lang)]
    for clitics in ("وف", "بلكس"):
        if rest.startswith("لل") and len(rest) > 4:
            forms.append(fold(rest[2:]))
        if len(rest) > 3 and rest[0] in clitics:
            rest = rest[1:]
            forms += [fold(rest), _bare(rest, lang)]
    return tuple(dict.fromkeys(forms))
