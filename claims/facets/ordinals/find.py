"""Finding ordinal words: listed, in digits ("12-й"), with an ending (پچیسواں), compound ("twenty-first")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.facets.ordinals.scene import Scene, ranking, ranks, rules, series_names, words
from claims.lang import table
from claims.model import Span, Token
from claims.normalise import ascii_digits, fold
from claims.numbers import number_at
from claims.numbers.tables import language as tables_of


@dataclass(frozen=True, slots=True)
class Found:
    """An ordinal over tokens ``[first, last)``; ``series`` where the word itself names it ("впервые")."""

    first: int
    last: int
    rank: int
    series: str | None = None


def ordinal_at(scene: Scene, i: int) -> Found | None:
    """The ordinal that begins at token ``i``."""
    lang, tokens = scene.sentence.lang, scene.tokens
    adverb = ranks(lang, "adverbs").at(tokens, i)
    if adverb is not None:
        return Found(i, adverb.last, adverb.values[0], "occasion")
    return _word(scene, i) or _digits(scene, i) or _suffixed(scene, i) or _compound(scene, i)


@lru_cache(maxsize=100_000)
def may_begin(lang: str, word: str) -> bool:
    """Whether a word could begin an ordinal or a place in a ranking at all; asked once a word, because most cannot."""
    places = (ranking(lang, "top"), ranking(lang, "labels"), ranking(lang, "nouns_before"), ranks(lang, "ranking_adverbs"))
    books = (ranks(lang, "adverbs"), ranks(lang, "words"), ranks(lang, "compound"), tables_of(lang).book, *places)
    return any(c.isdigit() for c in word) or fold(word).endswith(_suffixes(lang)) or any(b.may_begin(word) for b in books)


def _word(scene: Scene, i: int) -> Found | None:
    match = ranks(scene.sentence.lang, "words").at(scene.tokens, i)
    if match is None:
        unit = ranks(scene.sentence.lang, "compound").at(scene.tokens, i)
        return _with_tens(scene, i, unit.last, unit.values[0]) if unit else None
    rank, last = match.values[0], match.last
    needs = words(scene.sentence.lang, "needs_article")
    joined = table(scene.sentence.lang, "numbers").get("grammar", {}).get("joining_prefix", "")
    if needs and match.last == i + 1 and not needs.isdisjoint((scene.tokens[i].fold, scene.tokens[i].fold.removeprefix(joined))):
        return None
    return _with_tens(scene, i, last, rank) or Found(i, last, rank)


def _article(lang: str) -> str:
    return fold(rules(lang).get("article", ""))


def _with_tens(scene: Scene, i: int, last: int, rank: int) -> Found | None:
    """A unit and its tens: "الثالثة والعشرون"."""
    lang = scene.sentence.lang
    if not 1 <= rank <= 9 or not _article(lang) or last >= len(scene.tokens) or not scene.touches(last):
        return None
    joined = table(lang, "numbers").get("grammar", {}).get("joining_prefix", "")
    tens = number_at(scene.tokens, last, scene.sentence.text, lang)
    if tens is None or not scene.tokens[last].text.startswith(joined) or tens.low % 10 or not 20 <= tens.low <= 90:
        return None
    return Found(i, tens.last, rank + int(tens.low))


def _digits(scene: Scene, i: int) -> Found | None:
    """Digits with an ending or article: "3rd", "12-й", "2वां", "الـ12"."""
    lang, tokens = scene.sentence.lang, scene.tokens
    if not tokens[i].text[-1].isdigit():
        return None
    text = ascii_digits(tokens[i].text)
    prefix = rules(lang).get("digit_prefix")
    if prefix:
        whole = re.fullmatch(rf"(?:[لب]?(?:{prefix}))(\d{{1,3}})", text) or re.fullmatch(r"(\d{1,3})", text)
        before = scene.sentence.text[: tokens[i].span.start]
        article = re.search(rf"(?:^|\s)(?:{prefix})$", before) if whole and whole.group(0) == whole.group(1) else whole
        defined = i > 0 and re.match(r"[وبكف]?(?:ال|لل)", tokens[i - 1].text)
        series = series_names(lang).at(tokens, i - 1) if whole and article and defined else None
        return Found(i, i + 1, int(whole.group(1))) if whole and series else None
    if not re.fullmatch(r"\d{1,3}", text) or i + 1 >= len(tokens):
        return None
    if not (scene.glued(i + 1, "") or scene.glued(i + 1, "-") or scene.glued(i + 1, "‑")):
        return None
    suffixes = rules(lang).get("digit_suffixes", "").split("|")
    return Found(i, i + 2, int(text)) if tokens[i + 1].fold in map(fold, suffixes) else None


def _suffixed(scene: Scene, i: int) -> Found | None:
    """A number word with an ordinal ending: "पच्चीसवां", "پچیسواں"."""
    lang = scene.sentence.lang
    token = scene.tokens[i]
    for suffix in _suffixes(lang):
        stem = token.fold.removesuffix(suffix)
        if stem != token.fold and len(stem) > 1:
            bare = Token(Span(0, len(stem)), stem, stem)
            number = number_at((bare,), 0, stem, lang)
            if number is not None and number.low == number.high == int(number.low) and number.low > 0:
                return Found(i, i + 1, int(number.low))
    return None


@cache
def _suffixes(lang: str) -> tuple[str, ...]:
    return tuple(fold(s) for s in rules(lang).get("number_suffixes", "").split("|") if s)


def _compound(scene: Scene, i: int) -> Found | None:
    """Tens and an ordinal below ten: "twenty-first", "двадцать первый"."""
    lang = scene.sentence.lang
    if _suffixes(lang) or rules(lang).get("article") or i + 1 >= len(scene.tokens) or not scene.touches(i + 1):
        return None
    tens = number_at(scene.tokens, i, scene.sentence.text, lang)
    if tens is None or tens.digits or tens.last >= len(scene.tokens) or tens.low % 10 or not 20 <= tens.low < 1000:
        return None
    match = ranks(lang, "words").at(scene.tokens, tens.last)
    if match is None or not 1 <= match.values[0] <= 9 or not scene.touches(tens.last):
        return None
    return Found(i, match.last, int(tens.low) + match.values[0])
