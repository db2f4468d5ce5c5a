"""What a language knows about names, from its ``names.toml``, folded for comparison."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims import gazetteer
from claims.facets.names.people import people
from claims.lang import table
from claims.phrases import PhraseBook, words_of


@dataclass(frozen=True, slots=True)
class Heads:
    """Words that make a name of what stands beside them.

    ``last`` heads end the name ("Delhi *University*"), ``first`` heads open it ("*Ministry* of
    Health"). Cue heads stand outside ("*city* of X"). ``national`` heads need no more than an
    adjective of a country; ``linkers`` join words behind a first head; ``before`` are
    prepositions of place, ``after`` postpositions, ``of`` words between a cue and its name,
    ``joiners`` words that join two parts of one name,
    ``strict`` first heads that make none with a common noun alone. ``kinds`` say of what kind a place is and
    tell no two apart, ``adjectives`` is the shape of words that name
    nothing by themselves. ``described`` last heads make a name with a common noun ("health *ministry*").
    ``is_capital``: a last head needs a capital too.
    """

    last: frozenset[str]
    first: frozenset[str]
    cues: frozenset[str] = frozenset()
    cue_last: frozenset[str] = frozenset()
    cue_first: frozenset[str] = frozenset()
    national: frozenset[str] = frozenset()
    linkers: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    strict: frozenset[str] = frozenset()
    adjectives: re.Pattern[str] | None = None
    described: frozenset[str] = frozenset()
    is_capital: bool = False

    @classmethod
    def read(cls, data: Mapping[str, Any], lang: str) -> Heads:
        """The heads of one table."""
        words = {key: _words(value, lang) for key, value in data.items() if isinstance(value, str) and key != "adjectives"}
        return cls(**words, adjectives=_pattern(data, "adjectives"), is_capital=data.get("capital", False))


@dataclass(frozen=True, slots=True)
class Cues:
    """One language's cues.

    ``is_cased``: capitals mark names. ``markers`` follow a bare single name, ``agents`` are those
    of them that follow who acts. ``home`` is the country meant where a form stands for places in
    several. ``doubtful`` forms are mostly other words and name a place only beside a preposition of place,
    ``hidden`` ones only beside a word for its
    kind. ``peoples`` tells the noun ("Kurds") from the adjective ("Kurdish"), ``common`` is the
    shape of words that are no unknown names (plurals), ``verbs`` and ``plurals`` of words that open none.
    ``article`` opens a definite word, ``clitics`` other words written together with the next;
    ``articles`` are those of names, which a hyphen joins. ``surnames`` and ``surname_shapes`` tell
    a person's second name, ``callings`` gives the office of words that the lexicon lacks.
    ``relative`` words open an apposition, ``determiners`` stand before no person's name,
    ``delegates`` are words for a spokesman that mean an envoy where a country stands beside.
    """

    lang: str
    is_cased: bool
    stop: frozenset[str]
    stop_written: frozenset[str]
    particles: frozenset[str]
    given: frozenset[str]
    honorifics: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    links: frozenset[str]
    home: str
    doubtful: frozenset[str]
    common: re.Pattern[str] | None
    verbs: re.Pattern[str] | None
    plurals: re.Pattern[str] | None
    article: re.Pattern[str] | None
    clitics: re.Pattern[str] | None
    hidden: frozenset[str]
    peoples: re.Pattern[str]
    markers: frozenset[str]
    agents: frozenset[str]
    organisations: Heads
    places: Heads
    aliases: PhraseBook[bool]
    endings: re.Pattern[str] | None
    articles: frozenset[str]
    surnames: frozenset[str]
    surname_shapes: re.Pattern[str] | None
    callings: Mapping[str, str]
    delegates: frozenset[str]
    determiners: frozenset[str]
    relative: frozenset[str]


@cache
def cues(lang: str) -> Cues | None:
    """The cues of a language, or ``None`` where it has no table."""
    data: Mapping[str, Any] = table(lang, "names")
    if not data:
        return None
    fields = {
        key: _words(data[key], lang)
        for key in ("stop", "particles", "honorifics", "former", "acting", "links", "markers", "doubtful", "hidden")
    }
    aliases: PhraseBook[bool] = PhraseBook(lang)
    for phrase in data["aliases"]:
        aliases.add(phrase, True)
    return Cues(
        lang=lang,
        is_cased=data["cased"],
        stop_written=frozenset(data["stop"].split()),
        given=_words(data["given"], lang) | (_first_names(lang) | people(lang, "given")) - fields["stop"],
        organisations=Heads.read(data["organisations"], lang),
        places=Heads.read(data["places"], lang),
        aliases=aliases,
        home=data["home"],
        common=_pattern(data, "common"),
        verbs=_pattern(data, "verbs"),
        plurals=_pattern(data, "plurals"),
        article=_pattern(data, "article"),
        clitics=_pattern(data, "clitics"),
        peoples=re.compile(data["peoples"]),
        endings=_pattern(data, "endings"),
        articles=_words(data.get("articles", ""), lang),
        surnames=people(lang, "surname"),
        surname_shapes=_pattern(data, "surname_shapes"),
        callings={word: office for office, words in data["callings"].items() for word in _words(words, lang)},
        delegates=_words(data.get("delegates", ""), lang),
        determiners=_words(data.get("determiners", ""), lang),
        agents=_words(data.get("agents", ""), lang),
        relative=_words(table(lang, "words").get("relative", ""), lang),
        **fields,
    )


def _pattern(data: Mapping[str, str], key: str) -> re.Pattern[str] | None:
    return re.compile(data[key]) if key in data else None


def _words(text: str, lang: str) -> frozenset[str]:
    return frozenset(w for word in text.split() for w in words_of(word, lang))


def _first_names(lang: str) -> frozenset[str]:
    """First words of the people of the gazetteer who are listed with two words or more."""
    people = (form.words for form in gazetteer.forms(lang) if form.entry.type == "PER" and len(form.words) > 1)
    return frozenset(words[0] for words in people if len(words[0]) > 2)
