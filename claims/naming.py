"""Whether two mentions, perhaps in two scripts, may name one entity.

Listed names are told apart by id. Unlisted ones are aligned sound by sound: vowels are cheap to
lose, since scripts leave them out, and so are the consonants that the five languages write for
one another. Given names must agree where both are there: a son is not his father.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate

from claims.gazetteer import readings
from claims.lang import languages, table
from claims.model import Name
from claims.skeleton import skeleton, sounds

SAME = 0.8
"""At or above it two unlisted names may be taken for one."""
DIFFERENT = 0.35
"""Up to it they are taken for two; between the two nothing is concluded.

Measured on the pairs of ``tests/data/name_pairs.tsv`` (181 true ones across scripts, 75 hard false
ones: namesakes, brothers, near-homophones). The likeness of sounds that 0.8 stands for keeps 92 %
of the true and takes 8 % of the hard false ones for one; below the likeness that 0.35 stands for
lies 1 % of the true ones. ``tests/test_naming.py`` pins both.
"""
_LIKENESS_SAME, _LIKENESS_DIFFERENT = 0.82, 0.62

_VOWELS = frozenset("aiuə")
_LOST = {"l": 0.05, "Y": 0.5, "H": 0.5, "F": 0.75, "N": 0.8, "K": 0.8}
_LOST_VOWEL = {"a": 0.2, "i": 0.35, "u": 0.35, "ə": 0.2}
_LOST_BESIDE_ABJAD = 0.15  # Arabic script leaves short vowels out ...
_LOST_IN_ABJAD = 0.4  # ... but what it writes was spoken
_LOST_FIRST_VOWEL = 0.6  # whether a name opens with a vowel shows in every script
_CLOSE = {
    frozenset(pair): cost
    for cost, pairs in {
        0.0: ("QZ", "YZ", "JK", "QY", "əa", "əi", "əu", "ea", "ei", "eu", "eə"),
        0.1: ("JZ", "JQ", "JY", "Yi"),
        0.05: ("lL",),
        0.25: ("au",),
        0.3: ("CS", "SZ", "Fu", "ai", "QK"),
        0.4: ("iu", "TD", "DZ", "CZ", "HK", "DQ", "CQ"),
        0.6: ("KZ", "BF", "TS", "MN", "TC", "KS", "KC", "TZ"),
    }.items()
    for pair in pairs
}
_LONG_SWAP = 0.2  # a vowel that Arabic script writes is seldom another
_UNLIKE = 1.1
_SAME_LETTER = 0.1  # up to this two sounds may be one letter
_INITIAL = 0.85
_FIRST = 0.3  # a first sound that differs weighs more
_EXACT_ALONE = 0.95  # what a surname alone can reach against a full name
_GIVEN_ALONE = 0.7  # what a given name alone can reach
_ABJAD = "~"  # ends the sounds of a word in Arabic script
_UNCLEAR = 0.6
_SHORTEST_INFLECTED = 4
_SHORTEST_WITH_ARTICLE = 5
_CLASSES = {"GPE": "LOC", "LOC": "LOC"}


def same_name(a: Name, b: Name) -> float:
    """How likely it is, 0 to 1, that two mentions name one entity; order does not matter."""
    if a.key == b.key:
        return 1.0
    if _CLASSES.get(a.type, a.type) != _CLASSES.get(b.type, b.type):
        return 0.0
    if a.known and b.known:  # Hyderabad and Hyderabad: which one is meant is a guess of the reader's
        return _UNCLEAR if a.key in readings(b.text) or b.key in readings(a.text) else 0.0
    if a.type == "ORG":
        return _same_parts(a.key, b.key) if not (a.known or b.known) else _scaled(_same_words(_words(a.text), _words(b.text)))
    return _scaled(_same_words(_words(a.text), _words(b.text), is_person=a.type == "PER"))


def _scaled(likeness: float) -> float:
    """The likeness of sounds on the scale of ``SAME`` and ``DIFFERENT``."""
    if likeness > _LIKENESS_SAME:
        return SAME + (likeness - _LIKENESS_SAME) / (1 - _LIKENESS_SAME) * (1 - SAME)
    share = (likeness - _LIKENESS_DIFFERENT) / (_LIKENESS_SAME - _LIKENESS_DIFFERENT)
    return max(DIFFERENT + share * (SAME - DIFFERENT), 0.0)


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[str, ...]:
    """The sounds of the words of a name; particles without a consonant are left out."""
    words = [_uninflected(w) for w in text.replace("-", " ").replace("‑", " ").split()]
    return tuple(_heard(w) for w in words if skeleton(w))


def _heard(word: str) -> str:
    """The sounds of a word; in Arabic script an opening alef and lam may be the article or, as in Urdu "Alexei", none."""
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


def _same_words(left: tuple[str, ...], right: tuple[str, ...], *, is_person: bool = False) -> float:
    short, long = sorted((left, right), key=len)
    if not short:
        return 0.0
    whole = _alike(_joined(short), _joined(long))
    if len(short) == 1 and len(long) > 1:
        if not is_person:
            return whole
        last, others = _alike(short[0], long[-1]), max(_alike(short[0], word) for word in long[:-1])
        return max(_EXACT_ALONE * last, _GIVEN_ALONE * others, whole)
    scores = _matched(short, long)
    matched = (sum(scores) / len(scores) + 3 * min(scores)) / 4
    return max(matched, whole) if len(short) != len(long) else matched


def _joined(words: tuple[str, ...]) -> str:
    return "".join(w.removesuffix(_ABJAD) for w in words) + (_ABJAD if words[0].endswith(_ABJAD) else "")


def _matched(short: tuple[str, ...], long: tuple[str, ...]) -> list[float]:
    """Each word of the shorter name against its best word of the longer, each used once, best pairs first."""
    pairs = sorted(((_alike(a, b), -abs(i - k), -i, -k) for i, a in enumerate(short) for k, b in enumerate(long)), reverse=True)
    used_short: dict[int, float] = {}
    used_long: set[int] = set()
    for score, _, i, k in pairs:
        if -i not in used_short and -k not in used_long:
            used_short[-i] = score
            used_long.add(-k)
    return list(used_short.values())


def _same_parts(left: str, right: str) -> float:
    """Organisations: the share of parts in common, skeletons compared with a tolerance."""
    ours, theirs = (key.partition(":")[2].split() for key in (left, right))
    if not ours or not theirs:
        return 0.0
    short, long = sorted((ours, theirs), key=len)
    best = [max(_part(a, b) for b in long) for a in short]
    return sum(best) / len(long) if min(best) > 0 else sum(best) / (len(long) + 1)


def _part(a: str, b: str) -> float:
    return float(a == b) if a.islower() or b.islower() else _alike(a, b)


@lru_cache(maxsize=100_000)
def _alike(left: str, right: str) -> float:
    """Likeness of two words of sounds: one less the cost of the cheapest alignment, by length."""
    if left == right:
        return 1.0
    if min(len(left), len(right)) == 1:  # an initial
        return _INITIAL if _CLOSE.get(frozenset((left[0], right[0])), left[0] != right[0]) <= _SAME_LETTER else 0.0
    abjads = left.endswith(_ABJAD), right.endswith(_ABJAD)
    left, right = left.removesuffix(_ABJAD), right.removesuffix(_ABJAD)
    lost_left = [_loss(s, i, *abjads) for i, s in enumerate(left)]
    lost_right = [_loss(s, i, *reversed(abjads)) for i, s in enumerate(right)]
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
    return cost + _FIRST if is_first and _SAME_LETTER < cost < 1 else cost
