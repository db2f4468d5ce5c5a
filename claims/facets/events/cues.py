"""Words that negate an event or tell how far it has come: the cues, and phrases that only look like one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.lang import table
from claims.model import Sentence
from claims.phrases import Match, PhraseBook, words_in, words_of

NEGATION = "negation"
SLACK = {"before": 0, "near": 2, "subject": 6, "loose": 5, "after": 1, "far": 6, "around": 3, "either": 4, "object": 0}
"""How many words that are not transparent may stand between a negation of each kind and its event."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase does (``negation`` or a status) to the event that stands where ``side`` says.

    ``before``, ``near``, ``subject`` and ``loose`` cues stand before their event, ``after`` and
    ``far`` cues behind it, ``either`` and ``around`` cues on either side of it (the first look
    ahead, the second back), ``object`` cues right behind the verb whose object they negate
    ("killed no one"); ``none`` phrases only look like a cue ("not only").
    """

    effect: str
    side: str


@dataclass(frozen=True, slots=True)
class Found:
    """A cue in a sentence, at tokens ``[first, last)``."""

    cue: Cue
    first: int
    last: int


@cache
def _books(lang: str, effect: str) -> tuple[PhraseBook[Cue], PhraseBook[None]]:
    """The cues of an effect, and the phrases that only look like one."""
    data: Mapping[str, Any] = table(lang, "events")
    section = data.get(NEGATION, {}) if effect == NEGATION else data.get("status", {}).get(effect, {})
    book: PhraseBook[Cue] = PhraseBook(lang)
    for side in SLACK:
        for phrase in section.get(side, ()):
            book.add(phrase, Cue(effect, side))
    lookalikes: PhraseBook[None] = PhraseBook(lang)
    for phrase in section.get("none", ()):
        lookalikes.add(phrase, None)
    return book, lookalikes


def cues(sentence: Sentence, effect: str) -> Iterator[Found]:
    """The cues of one effect in a sentence.

    A phrase that only looks like a cue outranks every cue it shares a word with ("are **not** ruling
    out"), save a longer one that holds all of it.
    """
    book, lookalikes = _books(sentence.lang, effect)
    matches = list(book.find(sentence.tokens))
    taken = [(m.first, m.last) for m in lookalikes.find(sentence.tokens)] if matches else []
    for match in matches:
        if not any(match.first < last and first < match.last and not _holds(match, first, last) for first, last in taken):
            for cue in match.values:
                yield Found(cue, match.first, match.last)


def lookalikes(sentence: Sentence, effect: str) -> Iterator[tuple[int, int]]:
    """The tokens of the phrases that only look like a cue of an effect."""
    return ((m.first, m.last) for m in _books(sentence.lang, effect)[1].find(sentence.tokens))


def _holds(match: Match[Cue], first: int, last: int) -> bool:
    return match.first <= first and last <= match.last and match.last - match.first > last - first


@cache
def words(lang: str, name: str) -> frozenset[str]:
    """A list of single words of the language's events table."""
    return words_in(table(lang, "events").get(name, ()), lang)


@cache
def negates_objects(lang: str) -> frozenset[tuple[str, ...]]:
    """The folded phrases that negate the verb whose object they are."""
    return frozenset(words_of(phrase, lang) for phrase in table(lang, "events").get(NEGATION, {}).get("object", ()))
