"""The gazetteer: well-known people, places, organisations and peoples in five scripts, with terms of office.

``data/names.tsv`` has one row an entity. A form may belong to several entities (Hyderabad, Algiers
and Algeria), so a match gives candidates. An open term says "in office when last checked": it is
no proof against a later holder.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from claims.lang import table
from claims.model import Token
from claims.normalise import fold
from claims.phrases import Match, PhraseBook, words_of_each
from claims.tokens import tokenise

LANGUAGES = ("hi", "ur", "en", "ar", "ru")
_FORMS = 6  # the column of the first language
_ACRONYM = 5  # letters up to which an all-capital form must stand in capitals


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office; ``of`` is the id of the country or body, or its code where it has no row."""

    office: str
    of: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity. ``country`` is an ISO code, empty where none applies."""

    id: str
    type: str
    country: str
    roles: tuple[Term, ...] = ()


class Form(NamedTuple):
    """One way to write an entity: its folded words and its ``head``, the first word as written.

    ``is_cased`` forms begin with a capital, ``exact`` ones are acronyms.
    """

    entry: Entry
    words: tuple[str, ...]
    head: str = ""
    is_cased: bool = False
    exact: str = ""


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = (files("claims") / "data" / "names.tsv").read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines()[1:])


@cache
def countries() -> dict[str, str]:
    """ISO code to the id of the state that bears it today (territories and dead states share codes)."""
    by_code: dict[str, str] = {}
    for row in _rows():
        if row[1] == "GPE":
            by_code.setdefault(row[2], row[0])
    return by_code


@cache
def entries() -> dict[str, Entry]:
    """All entities by id."""
    return {row[0]: Entry(row[0], row[1], row[2], tuple(_terms(row[3]))) for row in _rows()}


def entry(id: str) -> Entry | None:  # noqa: A002 - the word is the domain's
    """The entity of an id."""
    return entries().get(id)


def terms(id: str) -> tuple[Term, ...]:  # noqa: A002
    """The terms of office of a person; empty for an unknown id."""
    found = entries().get(id)
    return found.roles if found else ()


@cache
def _by_office() -> dict[tuple[str, str], tuple[tuple[Entry, Term], ...]]:
    holders: dict[tuple[str, str], list[tuple[Entry, Term]]] = {}
    for person in entries().values():
        for term in person.roles:
            holders.setdefault((term.office, term.of), []).append((person, term))
    return {key: tuple(sorted(found, key=lambda h: (h[1].start or date.min, h[0].id))) for key, found in holders.items()}


def holders(office: str, of: str) -> tuple[tuple[Entry, Term], ...]:
    """Who is listed as holder of an office, with the terms, oldest first. The list may have gaps."""
    return _by_office().get((office, of), ())


@cache
def forms(lang: str) -> tuple[Form, ...]:
    """Every form of a language, in the order of the list; of one without a column, those of its own table."""
    if lang in LANGUAGES:
        column = _FORMS + LANGUAGES.index(lang)
        listed = [(form, entries()[row[0]]) for row in _rows() if row[column] for form in row[column].split("|")]
    else:
        listed = [(form, entries()[id_]) for id_, row in table(lang, "gazetteer").items() for form in row.split("|")]
    return tuple(
        Form(
            known,
            words,
            form.partition(" ")[0],
            form[:1].isupper(),
            form if form.isupper() and len(form) <= _ACRONYM and " " not in form else "",
        )
        for words, (form, known) in zip(words_of_each([form for form, _ in listed], lang), listed, strict=True)
    )


@cache
def book(lang: str) -> PhraseBook[Form]:
    """The phrase book of a language."""
    phrases: PhraseBook[Form] = PhraseBook(lang)
    for form in forms(lang):
        phrases.add_words(form.words, form)
    return phrases


_SCRIPTS = (("A", "ɏ", ("en",)), ("Ѐ", "ӿ", ("ru",)), ("ऀ", "ॿ", ("hi",)), ("؀", "ۿ", ("ur", "ar")))


@lru_cache(maxsize=10_000)
def readings(text: str) -> frozenset[str]:
    """Ids of every entity that ``text``, in any of the languages of its script, may stand for."""
    tokens = tokenise(text)
    languages = next((langs for low, high, langs in _SCRIPTS if low <= text[:1] <= high), ())
    matches = (book(lang).at(tokens, 0) for lang in languages if tokens)
    return frozenset(form.entry.id for match in matches if match and match.last == len(tokens) for form in match.values)


def mentions(tokens: Sequence[Token], lang: str) -> Iterator[Match[Form]]:
    """Non-overlapping mentions, longest first at each word, with the candidates whose capitals fit."""
    phrases = book(lang)
    i = 0
    while i < len(tokens):
        match = phrases.at(tokens, i)
        fitting = tuple(f for f in match.values if _fits(f, tokens[i : match.last], lang)) if match else ()
        if match and fitting:
            yield Match(match.first, match.last, match.span, fitting)
            i = match.last
        else:
            i += 1


def _fits(form: Form, tokens: Sequence[Token], lang: str) -> bool:
    if lang == "ar":
        return clitics(tokens[0].text, form.head) is not None
    if form.exact:
        return " ".join(t.text for t in tokens).removesuffix("'s").removesuffix("’s") == form.exact
    return not form.is_cased or tokens[0].text[:1].isupper() or any(t.text[:1].isupper() for t in tokens[1:])


_CLITICS = re.compile("[وف]?[بكل]?")


@lru_cache(maxsize=50_000)
def clitics(text: str, head: str) -> int | None:
    """How many letters of an Arabic word stand before the name that ``head`` begins; ``None`` if it is another word.

    The article must be there or not as in the list: "the base" is al-Qaeda only with it.
    """
    longest = _CLITICS.match(text)
    for n in range(longest.end() + 1 if longest else 1):
        rest = text[n:]
        if n and text[n - 1] == "ل" and rest.startswith("ل") and head.startswith("ال"):
            rest = "ا" + rest  # li- swallows the alef of the article
        if fold(rest) == fold(head) and _hamzas_agree(rest.removeprefix("ال"), head.removeprefix("ال")):
            return n
    return None


def _hamzas_agree(left: str, right: str) -> bool:
    """Whether no written hamza tells apart two words that are equal when folded."""
    opening = {left[:1], right[:1]}
    return opening != {"أ", "إ"} and left.endswith("ء") == right.endswith("ء")


def _terms(text: str) -> Iterator[Term]:
    for part in filter(None, text.split(";")):
        office, _, rest = part.partition("@")
        code, _, bounds = rest.partition(":")
        start, _, end = bounds.partition("..")
        yield Term(office, countries().get(code, code), _month(start), _month(end, last=True))


def _month(text: str, *, last: bool = False) -> date | None:
    if not text:
        return None
    year, month = (int(n) for n in text.split("-"))
    return date(year, month, monthrange(year, month)[1] if last else 1)


@cache
def office_names() -> frozenset[str]:
    """Every office that someone in the list has held."""
    return frozenset(term.office for known in entries().values() for term in known.roles)
