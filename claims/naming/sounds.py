"""Likeness of names by sound: words of two scripts aligned sound by sound.

Vowels are cheap to lose, since scripts leave them out, and so are the consonants that the five
languages write for one another.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate

from claims.lang import languages, table
from claims.naming.spelling import respelt
from claims.normalise import fold
from claims.skeleton import skeleton, sounds

_VOWELS = frozenset("aiuə")
_LOST = {"l": 0.05, "Y": 0.5, "H": 0.5, "F": 0.75, "N": 0.8, "K": 0.8}
_LOST_VOWEL = {"a": 0.2, "i": 0.35, "u": 0.35, "ə": 0.2}
_LOST_BESIDE_ABJAD = 0.15  # Arabic script leaves short vowels out ...
_LOST_IN_ABJAD = 0.4  # ... but what it writes was spoken
_LOST_FIRST_VOWEL = 0.6  # whether a name opens with a vowel shows in every script
_CLOSE = {
    frozenset(pair): cost
    for cost, pairs in {
        0.0: ("QZ", "YZ", "JK", "QY", "GK", "JG", "PW", "əa", "əi", "əu", "ea", "ei", "eu", "eə"),
        0.1: ("JZ", "JQ", "JY", "Yi", "GH", "WT", "PS"),
        0.05: ("lL",),
        0.25: ("au",),
        0.3: ("CS", "SZ", "Fu", "ai", "QK", "PT", "WS", "QG"),
        0.4: ("iu", "TD", "DZ", "CZ", "DQ", "CQ"),
        0.6: ("KZ", "BF", "MN", "TC", "TZ", "HK"),
        0.8: ("KC", "TS"),
    }.items()
    for pair in pairs
}
_LOST_NG = 0.2  # the g that closes Zhang is not written in every script
_LONG_SWAP = 0.45  # a vowel that Arabic script writes is seldom another
_UNLIKE = 1.1
_SAME_LETTER = 0.1  # up to this two sounds may be one letter
_INITIAL = 0.85
_FIRST = 0.3  # a first sound that differs weighs more
_EXACT_ALONE = 0.95  # what a surname alone can reach against a full name
_GIVEN_ALONE = 0.7  # what a given name alone can reach
_LONGER = 0.7  # what two full names can reach of which one has a word more at its end
_WRITTEN_TOGETHER = 0.9
_ALIKE = 0.7
_ABJAD = "~"  # ends the sounds of a word in Arabic script
_SHORTEST_INFLECTED = 4
_SHORTEST_WITH_ARTICLE = 5


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The sounds of the words of a name; particles without a consonant are left out."""
    words = [_uninflected(w) for w in text.replace("-", " ").replace("‑", " ").split()]
    return tuple(_heard(w) for w in words if skeleton(w))


@lru_cache(maxsize=50_000)
def words_of_person(text: str) -> tuple[str, ...]:
    """The same without the particles that languages write or leave out ("ibn", "al"), unless fewer than two words remain."""
    written = text.replace("-", " ").replace("‑", " ").split()
    proper = [w for w in written if fold(w) not in _particles()]
    return words_of(" ".join(proper)) if 1 < len(proper) < len(written) else words_of(text)


@cache
def _particles() -> frozenset[str]:
    """Words of all languages that join parts of a name: ibn, al, van, da."""
    return frozenset(
        fold(w) for lang in languages() for key in ("particles", "articles") for w in table(lang, "names").get(key, "").split()
    )


@lru_cache(maxsize=50_000)
def words_of_place(text: str) -> tuple[str, ...]:
    """The same of a place without the words for its kind ("river", "village"), unless it has no others."""
    written = text.replace("-", " ").replace("‑", " ").split()
    proper = [w for w in written if fold(w).removeprefix("ال") not in _kinds() and fold(w) not in _articles()]
    return words_of(" ".join(proper)) or words_of(text)


@cache
def _articles() -> frozenset[str]:
    """Words of all languages that are the article in a foreign name: al, эз."""
    return frozenset(fold(w) for lang in languages() for w in table(lang, "names").get("articles", "").split())


@cache
def _kinds() -> frozenset[str]:
    """Words of all languages that say of what kind a place is."""
    lists = (table(lang, "names").get("places", {}) for lang in languages())
    return frozenset(fold(w) for words in lists for key in ("kinds", "cue_first", "cue_last") for w in words.get(key, "").split())


def _heard(word: str) -> str:
    """The sounds of a word; in Arabic script an opening alef and lam may be the article or, as in Urdu "Alexei", none."""
    word = respelt(word)
    if not _is_abjad(word):
        return sounds(word)
    return ("el" if word.startswith("ال") and len(word) >= _SHORTEST_WITH_ARTICLE else "") + sounds(word) + _ABJAD


def _uninflected(word: str) -> str:
    """A word without its case ending, where a language lists such endings for names."""
    for pattern in _endings():
        word = pattern.sub("", word) if len(word) > _SHORTEST_INFLECTED else word
    return word


@cache
def _endings() -> tuple[re.Pattern[str], ...]:
    tables = (table(lang, "names") for lang in languages())
    return tuple(re.compile(names["endings"]) for names in tables if "endings" in names)


def _is_abjad(word: str) -> bool:
    return any("\u0600" <= c <= "\u06ff" for c in word)


def same_words(left: tuple[str, ...], right: tuple[str, ...], *, is_person: bool = False) -> float:
    """Likeness of two names given as words; of a person, the last word counts most where it stands alone."""
    short, long = sorted((left, right), key=len)
    if not short:
        return 0.0
    whole = alike(_joined(short), _joined(long))
    if len(short) == 1 and len(long) > 1:
        if not is_person:
            return whole
        last, others = alike(short[0], long[-1]), max(alike(short[0], word) for word in long[:-1])
        return max(_EXACT_ALONE * last, _GIVEN_ALONE * others, whole)
    scores = _matched(short, long)
    matched = (sum(scores) / len(scores) + 3 * min(scores)) / 4
    if len(short) == len(long):
        return matched
    if is_person and whole < _WRITTEN_TOGETHER and alike(short[-1], long[-1]) < _ALIKE:
        matched = min(matched, _LONGER)  # Petrov and Petrov-Vodkin: the longer name ends in a surname of its own
    return max(matched, whole)


def _joined(words: tuple[str, ...]) -> str:
    return "".join(w.removesuffix(_ABJAD) for w in words) + (_ABJAD if words[0].endswith(_ABJAD) else "")


def _matched(short: tuple[str, ...], long: tuple[str, ...]) -> list[float]:
    """Each word of the shorter name against its best word of the longer, each used once, best pairs first."""
    pairs = sorted(((alike(a, b), -abs(i - k), -i, -k) for i, a in enumerate(short) for k, b in enumerate(long)), reverse=True)
    used_short: dict[int, float] = {}
    used_long: set[int] = set()
    for score, _, i, k in pairs:
        if -i not in used_short and -k not in used_long:
            used_short[-i] = score
            used_long.add(-k)
    return list(used_short.values())


@lru_cache(maxsize=100_000)
def alike(left: str, right: str) -> float:
    """Likeness of two words of sounds: one less the cost of the cheapest alignment, by length."""
    if left == right:
        return 1.0
    if min(len(left), len(right)) == 1:  # an initial
        return _INITIAL if _CLOSE.get(frozenset((left[0], right[0])), left[0] != right[0]) <= _SAME_LETTER else 0.0
    abjads = left.endswith(_ABJAD), right.endswith(_ABJAD)
    left, right = left.removesuffix(_ABJAD), right.removesuffix(_ABJAD)
    lost_left = [_LOST_NG if left[i - 1 :] == "NK" and i else _loss(s, i, *abjads) for i, s in enumerate(left)]
    lost_right = [_LOST_NG if right[i - 1 :] == "NK" and i else _loss(s, i, *reversed(abjads)) for i, s in enumerate(right)]
    row = [0.0, *accumulate(lost_right)]
    for i, a in enumerate(left):
        above, row = row, [row[0] + lost_left[i]]
        for k, b in enumerate(right):
            row.append(
                min(above[k] + _swap(a, b, is_first=i == k == 0, is_abjad=any(abjads)), above[k + 1] + lost_left[i], row[k] + lost_right[k])
            )
    weight = max(sum(map(_weight, left)), sum(map(_weight, right)))
    return max(0.0, 1.0 - row[-1] / weight)


def _weight(sound: str) -> float:
    return 0.0 if sound in "el" else 0.35 if sound in _VOWELS else 1.0


def _loss(sound: str, at: int, is_abjad: bool, beside_abjad: bool) -> float:
    if sound not in _VOWELS:
        return _LOST["l"] if sound in "el" else 1.0 if at == 0 else _LOST.get(sound, 1.0)
    if at == 0:
        return _LOST_FIRST_VOWEL
    if is_abjad:
        return _LOST_IN_ABJAD
    return _LOST_BESIDE_ABJAD if beside_abjad else _LOST_VOWEL[sound]


def _swap(a: str, b: str, *, is_first: bool, is_abjad: bool) -> float:
    if a == b:
        return 0.0
    cost = _CLOSE.get(frozenset((a, b)), _UNLIKE)
    if is_abjad and cost and a in _VOWELS and b in _VOWELS:
        cost += _LONG_SWAP
    return cost + _FIRST if is_first and _SAME_LETTER < cost < 1 and not (a in _VOWELS and b in _VOWELS) else cost
