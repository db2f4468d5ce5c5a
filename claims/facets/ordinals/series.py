"""What an ordinal numbers, and whether it numbers anything at all."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from claims.facets.ordinals.find import Found
from claims.facets.ordinals.scene import Scene, decimal_places, phrases, rules, series_names, stops, words
from claims.lang import table
from claims.lexicon import entries
from claims.model import Token
from claims.normalise import fold
from claims.numbers import number_at

_REACH = 4


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = tomllib.loads((files("claims") / "data" / "ordinals.toml").read_text("utf-8"))
    return data


def series_of(scene: Scene, item: Found) -> str | None:
    """What is numbered: the noun after the ordinal, in Arabic the one before it where it has the article."""
    lang = scene.sentence.lang
    article = rules(lang).get("article")
    if article:
        if scene.tokens[item.first].text.startswith((article, *"0123456789٠١٢٣٤٥٦٧٨٩")):
            return next((s for k in (1, 2, 3) if (s := _named(scene, item.first - k)) is not None), None)
        after = _named(scene, item.last) if scene.touches(item.last) else None
        return after or (_listed(scene, item.first - 1) if scene.touches(item.first) else None)  # "ولاية ثانية"
    i, left = item.last, _REACH
    while i < len(scene.tokens) and left > 0 and scene.touches(i):
        named = _named(scene, i)
        if named is not None:
            return named
        if any(c.frame == "time" for c in scene.concepts.get(i, ())):
            return None
        if stops(lang, "stop").at(scene.tokens, i) is not None and stops(lang, "breaks").at(scene.tokens, i) is None:
            return None
        i, left = i + 1, left - 1
    return None


def _named(scene: Scene, i: int) -> str | None:
    if not 0 <= i < len(scene.tokens):
        return None
    listed = _listed(scene, i)
    if listed is not None:
        return listed
    for concept in sorted(scene.concepts.get(i, ()), key=lambda c: c.id):
        entry = entries().get(concept.id)
        if entry is not None and entry.pos == "noun" and entry.frame not in _data()["frames"]["none"]:
            return concept.id if entry.frame in _data()["frames"]["things"] else entry.frame
    return None


def _listed(scene: Scene, i: int) -> str | None:
    """The series that a noun of the table names, an Arabic possessive on it or not ("لقبه")."""
    if not 0 <= i < len(scene.tokens):
        return None
    names, token = series_names(scene.sentence.lang), scene.tokens[i]
    match = names.at(scene.tokens, i)
    suffix = re.search(f"(?:{p})$", token.text) if (p := rules(scene.sentence.lang).get("possessives")) else None
    if match is None and suffix is not None and suffix.start() > 2:
        stem = re.sub("ت$", "ة", token.text[: suffix.start()])
        match = names.at((Token(token.span, stem, fold(stem)),), 0)
    return match.values[0] if match is not None else None


def is_ordinal(scene: Scene, item: Found, series: str | None) -> bool:
    """Whether the word numbers something here, rather than ranking, dating or naming it."""
    lang, tokens = scene.sentence.lang, scene.tokens
    if scene.glued(item.first) and tokens[item.first - 1].text.isalpha() and item.series is None:
        return False
    if item.last < len(tokens) and scene.touches(item.last):
        if tokens[item.last].fold in words(lang, "fraction_after") and tokens[item.first - 1].fold in words(lang, "fraction_before"):
            return False
        if phrases(lang, "not_after").at(tokens, item.last) is not None:
            return False
        if phrases(lang, "size").at(tokens, item.last) is not None and not _is_event(lang, series):
            return False
        if any(c.id in _data()["months"] for c in scene.concepts.get(item.last, ())):
            return False
        if tokens[item.last].fold[:1].isdigit() or (item.rank == -1 and number_at(tokens, item.last, scene.sentence.text, lang)):
            return False
    if item.first > 0 and scene.touches(item.first) and tokens[item.first - 1].text[-1].isdigit() and _is_place(scene, item.first):
        return False
    if phrases(lang, "never").at(tokens, item.first) is not None:
        return False
    if item.first > 0 and scene.touches(item.first) and _phrase_before(scene, item.first):
        return False
    word = tokens[item.first]
    named = word.text[0].isupper() and item.first > 0 and word.text[0].isalpha()
    if named and not scene.sentence.is_title:
        return False
    if rules(lang).get("tens_need_series") and item.rank >= 20 and series is None:
        return False
    if word.fold in words(lang, "comparative") and not _compares_not(scene, item):
        return False
    listed = table(lang, "ordinals").get("series", {})
    if word.fold in words(lang, "needs_listed") and series not in listed:
        return False
    if word.fold in words(lang, "needs_event") and not _is_event(lang, series):  # दूसरी एयरलाइंस are other airlines
        return False
    if word.text in rules(lang).get("never_written", ()):
        return False
    if item.rank == -1 and series not in listed:
        return False
    if word.fold in words(lang, "weak") and series is None:
        return item.first > 0 and tokens[item.first - 1].fold in words(lang, "determiners") and item.last < len(tokens)
    return True


def _is_place(scene: Scene, i: int) -> bool:
    """Whether a word names a decimal place: "3 целых 5 десятых"."""
    return decimal_places(scene.sentence.lang).at(scene.tokens, i) is not None


def _is_event(lang: str, series: str | None) -> bool:
    """Whether a series is of events: तीसरा बड़ा हादसा is the third big accident, तीसरा बड़ा शहर the third largest city."""
    return series in table(lang, "ordinals").get("series", {}) or series in _event_frames()


@cache
def _event_frames() -> frozenset[str]:
    frames = _data()["frames"]
    return frozenset(e.frame for e in entries().values()).difference(frames["things"], frames["none"])


def _compares_not(scene: Scene, item: Found) -> bool:
    """Whether पहले, پہلے is "first" and not "before": a series directly after it that agrees with its form."""
    lang = scene.sentence.lang
    before = scene.tokens[item.first - 1].fold if item.first else ""
    return before not in words(lang, "comparative_after") and _named(scene, item.last) in rules(lang).get("comparative_series", ())


def _phrase_before(scene: Scene, i: int) -> bool:
    before = phrases(scene.sentence.lang, "not_before")
    for k in range(max(0, i - 3), i):
        match = before.at(scene.tokens, k)
        if match is not None and match.last == i:
            return True
    return False
