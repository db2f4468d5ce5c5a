"""Inflected forms of listed words: other genders and numbers, tenses, the Arabic prefixes.

Word lists name a verb in a few of its forms. ``expanded`` adds forms that differ by an ending
only; ``bases`` goes the other way, from a word nobody listed to forms that may be; ``as_past``
puts the light verbs of a sentence into the tense in which compounds are listed. All follow
``lang/<lang>/lexicon.toml`` and may produce what is no word: that never matches anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from claims.lang import table
from claims.model import Token
from claims.normalise import fold

_SHORTEST_STEM = 3
_LONGEST_ENDING = 5


def expands(lang: str) -> bool:
    """Whether a language has endings that stand for each other."""
    return bool(_endings(lang)[1])


def expanded(words: tuple[str, ...], lang: str) -> Iterator[tuple[str, ...]]:
    """A folded form's other genders and numbers, by the ending of its first or last word."""
    at, endings = _endings(lang)
    word = words[at]
    for length in range(min(_LONGEST_ENDING, len(word)), 0, -1):
        stem = len(word) - length
        # In a phrase the whole auxiliary may be the ending: ढह गया, ढह गईं.
        others = endings.get(word[-length:]) if stem >= _SHORTEST_STEM or (stem == 0 and len(words) > 1) else None
        if others is not None:
            for ending in others:
                changed = word[:-length] + ending
                yield (changed, *words[1:]) if at == 0 else (*words[:-1], changed)
            return


@cache
def _endings(lang: str) -> tuple[int, dict[str, tuple[str, ...]]]:
    """Which word of a form is inflected (0 first, -1 last), and the endings that replace each ending."""
    data = table(lang, "lexicon")
    found: dict[str, tuple[str, ...]] = {}
    for group in data.get("endings", ()):
        folded = [fold(ending) for ending in group]
        for ending in folded:
            found.setdefault(ending, tuple(dict.fromkeys(e for e in folded if e != ending)))
    return (-1 if data.get("word") == "last" else 0), found


@lru_cache(maxsize=50_000)
def bases(word: str, lang: str) -> tuple[str, ...]:
    """Folded words of which ``word`` (folded) may be a form, likeliest first."""
    data = table(lang, "lexicon")
    if not data or word in _irregular(lang):
        return ()
    found: dict[str, None] = {}
    for stem in dict.fromkeys([word, *_without_suffix(word, lang)]):
        if stem != word:
            found[stem] = None
        for prefix in _folds(lang, "prefixes"):
            if stem.startswith(prefix) and len(stem) - len(prefix) >= _SHORTEST_STEM - 1:
                bare = stem[len(prefix) :]
                for opened in (bare, *(o + bare for o in _folds(lang, "openings"))):
                    found.update(dict.fromkeys(_strong(opened, lang)))
    return tuple(found)


def as_past(tokens: Sequence[Token], lang: str) -> list[Token] | None:
    """The tokens with light verbs in the past, as compounds are listed (रिहा करेगा as रिहा किया); ``None`` where there are none."""
    light = _light_verbs(lang)
    if not light or not any(token.fold in light for token in tokens):
        return None
    return [Token(t.span, *light[t.fold]) if t.fold in light else t for t in tokens]


@cache
def _light_verbs(lang: str) -> dict[str, tuple[str, str]]:
    """For every folded form the past as it is written and folded."""
    listed = table(lang, "lexicon").get("light_verbs", {})
    return {fold(form): (past, fold(past)) for past, forms in listed.items() for form in forms}


def _without_suffix(word: str, lang: str) -> Iterator[str]:
    longest, suffixes = _suffixes(lang)
    shortest, doubling = table(lang, "lexicon").get("shortest_stem", _SHORTEST_STEM), table(lang, "lexicon").get("doubling")
    for length in range(min(longest, len(word) - shortest), 0, -1):
        stem = word[:-length]
        for replacement in suffixes.get(word[-length:], ()):
            yield stem + replacement
            if doubling and stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def _suffixes(lang: str) -> tuple[int, dict[str, tuple[str, ...]]]:
    """The length of the longest suffix, and for every suffix what stands in its place in a listed word."""
    found: dict[str, tuple[str, ...]] = {}
    for suffix, replacement in table(lang, "lexicon").get("suffixes", ()):
        found[fold(suffix)] = (*found.get(fold(suffix), ()), fold(replacement))
    return max(map(len, found), default=0), found


def _strong(stem: str, lang: str) -> Iterator[str]:
    """A present stem as the past tense writes it: a weak letter changes or comes back."""
    if len(stem) >= _SHORTEST_STEM:
        yield stem
    weak, past = _folds(lang, "weak"), table(lang, "lexicon").get("weak_past", "")
    if not past:
        return
    if len(stem) >= _SHORTEST_STEM and stem[-2] in weak:
        yield stem[:-2] + past + stem[-1]
    else:
        yield stem[:-1] + past + stem[-1]
    yield from (stem + final for final in _folds(lang, "weak_final"))


@cache
def parts(lang: str) -> tuple[str, ...]:
    """Parts of speech whose words are found in forms that are not listed."""
    return tuple(table(lang, "lexicon").get("parts", ("verb",)))


@cache
def _folds(lang: str, name: str) -> tuple[str, ...]:
    return tuple(fold(value) for value in table(lang, "lexicon").get(name, ()))


@cache
def _irregular(lang: str) -> frozenset[str]:
    return frozenset(_folds(lang, "never"))
