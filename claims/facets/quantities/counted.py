"""What a number counts: the noun beside it, or, for people, what befell them.

"23 people were killed and 140 injured": people take the fate whose word stands nearest, counting
clause breaks and other numbers between as distance. Verb-final languages look ahead first.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims.facets.quantities.words import Layout, at, book, ending_at
from claims.lang import table
from claims.lexicon import entries
from claims.model import Concept

FARTHEST = 14
FARTHEST_BARE = 9
FARTHEST_ONE = 7
"""Words for one are mostly articles: they count only close to what befell."""
_BREAK = 5
_LONGEST = 8  # words in a phrase that names a fate
_NUMBER_BETWEEN = 4
_AGAINST_ORDER = 3
_PART_REACH = 5
_KIN_REACH = 6
_MARKS = frozenset(",;:،؛۔।—()")


@dataclass(frozen=True, slots=True)
class Word:
    """A counted noun or a fate over tokens ``[first, last)``."""

    first: int
    last: int
    name: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything in a sentence that could be counted, by token."""

    layout: Layout
    nouns: Mapping[int, Word]
    fates: tuple[Word, ...]
    numbers: tuple[tuple[int, int], ...]
    pays: bool
    """Whether the families of the dead are told of, as where money is paid."""

    def fates_within(self, first: int, last: int) -> Sequence[Word]:
        """The fates, in order, of which some word may lie among tokens ``first`` to ``last``."""
        start = bisect_left(self.fates, first - _LONGEST, key=lambda w: w.first)
        return self.fates[start : bisect_right(self.fates, last, key=lambda w: w.first)]

    def numbers_within(self, first: int, last: int) -> int:
        """How many numbers lie within tokens ``[first, last)``."""
        start = bisect_left(self.numbers, first, key=lambda n: n[0])
        return sum(1 for _, end in self.numbers[start : bisect_right(self.numbers, last, key=lambda n: n[0])] if end <= last)


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("claims") / "data" / "counted.toml").read_text("utf-8"))


@cache
def _fate_of(concept: str) -> str | None:
    entry = entries().get(concept)
    for name, rule in _data()["events"].items():
        if concept in rule.get("concepts", ()) or (
            entry and entry.frame in rule.get("frames", ()) and concept not in rule.get("without", ())
        ):
            return str(name)
    return None


@cache
def _thing_of(concept: str) -> str | None:
    entry = entries().get(concept)
    people, things = _data()["people"], _data()["things"]
    if entry is None or entry.pos != "noun" or concept in things["without"]:
        return None
    return concept if entry.frame in people["frames"] or entry.frame in things["frames"] else None


@cache
def is_people(name: str) -> bool:
    """Whether a counted name is a kind of people."""
    entry = entries().get(name)
    return name in _data()["people"]["names"] or (entry is not None and entry.frame in _data()["people"]["frames"])


@cache
def is_fate(name: str) -> bool:
    """Whether a counted name tells what befell people."""
    return name in _data()["fates"]["names"]


@cache
def is_standing(name: str) -> bool:
    """Whether a fate is one that people are in for the time being, so that each number is of all who are in it."""
    return name in _data()["fates"]["standing"]


def scene_of(layout: Layout, numbers: Sequence[tuple[int, int]]) -> Scene:
    """The nouns and fates of a sentence; ``numbers`` are the token ranges of its numbers."""
    tokens, lang = layout.tokens, layout.lang
    nouns = {m.first: Word(m.first, m.last, m.values[0]) for m in book(lang, "counted", "counted").find(tokens)}
    fates = {m.first: Word(m.first, m.last, m.values[0]) for m in book(lang, "counted", "events").find(tokens)}
    starts = {t.span.start: i for i, t in enumerate(tokens)}
    spoken = {i for w in fates.values() for i in range(w.first, w.last)}
    for concept in layout.concepts:
        first = starts.get(concept.span.start)
        if first is None:
            continue
        last = _last(layout, concept, first)
        if (fate := _fate_of(concept.id)) and first not in spoken and first not in fates:
            fates[first] = Word(first, last, fate)
        if (thing := _thing_of(concept.id)) and first not in nouns:
            nouns[first] = Word(first, last, thing)
    taken = {i for first, last in numbers for i in range(first, last)}
    fates = {i: w for i, w in fates.items() if w.name != "none" and not _denied(layout, w)}
    met = {i: w for i, w in fates.items() if not _is_of_kin(layout, w)}
    return Scene(
        layout,
        {i: w for i, w in nouns.items() if i not in taken},
        tuple(w for i, w in sorted(met.items()) if i not in taken),
        tuple(numbers),
        len(met) < len(fates),
    )


def _denied(layout: Layout, word: Word) -> bool:
    """Whether "no", "none", "without" stands directly at a fate: nobody met it."""
    phrases = book(layout.lang, "counted", "links", "negation")
    before = range(max(0, word.first - 2), word.first)
    after = range(word.last, min(len(layout.tokens), word.last + 2)) if verb_final(layout.lang) else range(0)
    return any(phrases.at(layout.tokens, k) is not None for k in (*before, *after))


def _is_of_kin(layout: Layout, word: Word) -> bool:
    """Whether a fate only tells whose families are meant: "families of those killed", "मृतकों के परिजनों"."""
    kin, between = book(layout.lang, "counted", "links", "kin"), book(layout.lang, "counted", "links", "kin_between")

    def leads(steps: Iterable[int]) -> bool:
        for k in steps:
            if not layout.touches(max(k, word.last) if k >= word.last else k + 1):
                return False
            if kin.at(layout.tokens, k) is not None:
                return True
            if between.at(layout.tokens, k) is None:
                return False
        return False

    before = range(word.first - 1, max(-1, word.first - 1 - _KIN_REACH), -1)
    after = range(word.last, min(len(layout.tokens), word.last + _KIN_REACH))
    return leads(after if verb_final(layout.lang) else before)


def _last(layout: Layout, concept: Concept, first: int) -> int:
    last = first
    while last < len(layout.tokens) and layout.tokens[last].span.start < concept.span.end:
        last += 1
    return last


@cache
def _links(lang: str) -> Mapping[str, Any]:
    links: Mapping[str, Any] = table(lang, "counted").get("links", {})
    return links


def verb_final(lang: str) -> bool:
    """Whether a language says last what befell those it counts."""
    return bool(_links(lang).get("verb_final", False))


@cache
def _pattern(lang: str, name: str, default: str) -> re.Pattern[str]:
    """A pattern of words beside nouns: ``adjective`` may stand before one, ``possessive`` is never the head."""
    return re.compile(_links(lang).get(name, default))


def head_after(scene: Scene, i: int) -> Word | None:
    """The counted noun that follows a number whose words end before token ``i``; adjectives may stand between.

    A noun known only to the lexicon must stand nearer: it may be part of the next phrase.
    """
    layout = scene.layout
    reach = int(_links(layout.lang).get("reach", 3))
    listed = book(layout.lang, "counted", "counted")
    adjective, possessive = _pattern(layout.lang, "adjective", ""), _pattern(layout.lang, "possessive", "(?!)")
    stop = book(layout.lang, "counted", "links", "stop")
    link = book(layout.lang, "counted", "links", "link")
    fates = {w.first for w in scene.fates}
    left = reach
    while i < len(layout.tokens) and left > 0 and layout.touches(i):
        if i in scene.nouns and not possessive.search(layout.tokens[i].text):
            head = _last_of_chain(scene, scene.nouns[i])
            return head if left >= min(reach, 2) or listed.at(layout.tokens, head.first) else None
        if i in fates:
            return None
        linked = link.at(layout.tokens, i)
        if linked is not None:
            i = linked.last
            continue
        if i in layout.names or stop.at(layout.tokens, i) is not None or layout.tokens[i].fold[:1].isdigit():
            return None
        if adjective.search(layout.tokens[i].fold) is None:
            return None
        i, left = i + 1, left - 1
    return None


def head_before(scene: Scene, first: int) -> Word | None:
    """The counted noun before a number that follows it as an adjective: "ركابها الستة"."""
    article = _links(scene.layout.lang).get("article")
    if not article or first == 0 or not scene.layout.tokens[first].text.startswith(article):
        return None
    return scene.nouns.get(first - 1)


def _last_of_chain(scene: Scene, noun: Word) -> Word:
    """The head of "school buses" where the language puts it last."""
    while _links(scene.layout.lang).get("head_final") and noun.last in scene.nouns and scene.layout.touches(noun.last):
        if is_people(noun.name) and not is_people(scene.nouns[noun.last].name):
            break
        noun = scene.nouns[noun.last]
    return noun


def fate_near(scene: Scene, first: int, last: int, farthest: int) -> str | None:
    """The fate nearest to a number at tokens ``[first, last)``, or ``None`` if none is near."""
    ends = verb_final(scene.layout.lang)
    best: tuple[int, int, str] | None = None
    for word in scene.fates_within(first - farthest, last + farthest):
        after = word.first >= last
        if not after and word.last > first:
            continue
        between = (last, word.first) if after else (word.last, first)
        cost = between[1] - between[0] + _obstacles(scene, *between) + (_AGAINST_ORDER if ends and not after else 0)
        candidate = (cost, 0 if after == ends else 1, word.name)
        if cost <= farthest and (best is None or candidate < best):
            best = candidate
    return best[2] if best else None


def _obstacles(scene: Scene, first: int, last: int) -> int:
    """What clause breaks and other numbers between two places weigh."""
    layout = scene.layout
    breaks = book(layout.lang, "counted", "links", "breaks")
    marks = sum(1 for k in range(first, last + 1) if k < len(layout.tokens) and not _MARKS.isdisjoint(layout.gap(k)))
    words = sum(1 for k in range(first, last) if breaks.at(layout.tokens, k) is not None)
    return _BREAK * (marks + words) + _NUMBER_BETWEEN * scene.numbers_within(first, last)


def follows(layout: Layout, section: str, key: str, i: int) -> int | None:
    """Where a phrase of a table that begins at token ``i`` ends."""
    match = at(layout, book(layout.lang, "counted", section, key), i)
    return match.last if match else None


def is_part_of(layout: Layout, first: int, last: int) -> bool:
    """Whether one number is told out of another: "27 of 40 seats", "six of the 19 villages", "212 seats out of 450"."""
    if not 0 < last - first <= _PART_REACH or not all(layout.touches(k) for k in range(first, last + 1)):
        return False
    adjacent = follows(layout, "links", "out_of", first)
    if adjacent is not None:
        return last - adjacent <= 2
    link = ending_at(layout, book(layout.lang, "counted", "links", "out_of"), last)
    return link is not None and first < link.first <= first + 2


def is_coordinated(layout: Layout, first: int, last: int) -> bool:
    """Whether two numbers share a noun: "six Israeli and two Indian firms"."""
    breaks = book(layout.lang, "counted", "links", "breaks")
    near = 0 < last - first <= 2 and all(layout.touches(k) for k in range(first, last + 1))
    return near and breaks.at(layout.tokens, last - 1) is not None
