"""The table of landmarks, and the forms under which each language names them.

A form is one or more parts. ``@name`` is any of a series' names (``[series]`` of the language's
``landmarks.toml``), any other part a phrase. Parts joined by ``&`` stand near each other, those
joined by ``+`` side by side in this order, with at most a joint ("in", "of") between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from claims.lang import table
from claims.model import Interval
from claims.phrases import PhraseBook, words_in, words_of

LANGUAGES = ("hi", "ur", "en", "ar", "ru")
_FORMS = 5  # the column of the first language
OTHER = "other"
"""The key of phrases that hold a landmark's words and mean something else."""
_OPERATOR = re.compile(r" ([&+]) ")


@dataclass(frozen=True, slots=True)
class Landmark:
    """A dated public event; ``source`` is where anyone can confirm it.

    ``planned`` is the day for which it was first announced, where it began later than that: until
    the change was known, texts spoke of it as coming then.
    """

    id: str
    interval: Interval
    source: str
    planned: date | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The parts of a form after the first, each with its operator."""

    landmark: Landmark
    rest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One language: every part in one book with its number of words, the forms by their first part."""

    lang: str
    book: PhraseBook[tuple[str, int]]
    forms: dict[str, list[Form]]
    openers: frozenset[str]
    before: frozenset[str]
    after: PhraseBook[None]
    joints: frozenset[str]


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = (files("claims") / "data" / "landmarks.tsv").read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines()[1:])


@cache
def landmarks() -> dict[str, Landmark]:
    """All landmarks by id, in the order of the table."""
    return {row[0]: _landmark(row) for row in _rows()}


def _landmark(row: Sequence[str]) -> Landmark:
    interval = Interval(date.fromisoformat(row[1]), date.fromisoformat(row[2]))
    return Landmark(row[0], interval, row[4], date.fromisoformat(row[3]) if row[3] else None)


def parts_of(form: str) -> tuple[tuple[str, str], ...]:
    """The parts of a form, each with the operator before it; the first has none."""
    pieces = _OPERATOR.split(form)
    return tuple(zip(("", *pieces[1::2]), pieces[::2], strict=True))


def forms_of(id: str, lang: str) -> tuple[str, ...]:  # noqa: A002 - the word is the domain's
    """The forms under which a landmark is listed in a language."""
    row = next(r for r in _rows() if r[0] == id)
    return tuple(filter(None, row[_FORMS + LANGUAGES.index(lang)].split("|")))


@cache
def table_of(lang: str) -> Table | None:
    """The table of a language, ``None`` where it has no column."""
    if lang not in LANGUAGES:
        return None
    data = table(lang, "landmarks")
    phrases: dict[tuple[str, ...], list[str]] = {}

    def list_part(phrase: str, key: str) -> None:
        keys = phrases.setdefault(_words(phrase, lang), [])
        if key not in keys:
            keys.append(key)

    for name, names in data["series"].items():
        for phrase in names.split("|"):
            list_part(phrase, f"@{name}")
    for phrase in data["other"]["phrases"]:
        list_part(phrase, OTHER)
    forms: dict[str, list[Form]] = {}
    column = _FORMS + LANGUAGES.index(lang)
    listed: set[str] = set()
    for row in _rows():
        for form in filter(None, row[column].split("|")):
            parts = parts_of(form)
            for _, part in parts:
                if part not in listed and not part.startswith("@"):
                    listed.add(part)
                    list_part(part, part)
            forms.setdefault(parts[0][1], []).append(Form(landmarks()[row[0]], parts[1:]))
    book: PhraseBook[tuple[str, int]] = PhraseBook(lang)
    for words, keys in phrases.items():
        is_name = any(_names(key) for key in keys)
        for k in range(1, len(words) + 1):  # a longer phrase is also every listed phrase it begins with, but no name within a name
            for key in phrases.get(words[:k], ()):
                if k == len(words) or not (is_name and _names(key)):
                    book.add_words(words, (key, k))
    after: PhraseBook[None] = PhraseBook(lang)
    for phrase in data["other"]["after"]:
        after.add(phrase, None)
    openers = frozenset(words[0] for words in phrases)
    joints = words_in(data["joints"]["words"], lang)
    return Table(lang, book, forms, openers, words_in(data["other"]["before"], lang), after, joints)


def _names(key: str) -> bool:
    """Whether a part is a name by itself: of a series, or of another thing."""
    return key.startswith("@") or key == OTHER


@cache
def _word(word: str, lang: str) -> tuple[str, ...]:
    return words_of(word, lang)


def _words(phrase: str, lang: str) -> tuple[str, ...]:
    """``words_of`` by way of single words, most of which recur hundreds of times."""
    return tuple(w for word in phrase.split() for w in _word(word, lang))
