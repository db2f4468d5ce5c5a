"""Likeness of names made of common words ("Gulf Infrastructure Bank"), which every language translates.

Their keys hold, for each word, the concept or listed name it stands for, in small letters, and
only otherwise the skeleton of its sounds, in capitals. A word matches by meaning or by sound.
"""

from __future__ import annotations

import re

from claims.model import Name
from claims.naming.sounds import alike
from claims.skeleton import phrase_skeleton

UNDECIDED = 0.5
_ALIKE = 0.8  # likeness of sounds from which on two words are taken for one
_WRITTEN_OUT = 0.9
_ANOTHER = 0.3  # two names of which a word or a number that cannot be translated differs
_SHORT = 2  # more words than this without a known meaning are hardly all names
_URDU = re.compile("[ٹڈڑںےہۂھیکگچپ]")


def is_described(a: Name, b: Name) -> bool:
    """Whether the key of one of two unlisted names holds a word's meaning."""
    return any(part.islower() for name in (a, b) if not name.known for part in _parts(name))


def is_translation(a: Name, b: Name) -> bool:
    """Whether two names are written in different languages, as far as their letters tell."""
    return _writing(a.text) != _writing(b.text)


def same_parts(a: Name, b: Name) -> float:
    """How likely it is that two unlisted names are one, by the share of words that match.

    Of two languages, words that only sound different may still be translations of each other: that
    is left open, unless the names are one or two words each of which neither lexicon knows any.
    """
    ours, theirs = _parts(a), _parts(b)
    if not ours or not theirs:
        return 0.0
    numbers = [{p for p in side if p.isdigit()} for side in (ours, theirs)]
    if all(numbers) and numbers[0] != numbers[1]:
        return _ANOTHER
    if not is_translation(a, b):
        return _same_share(ours, theirs)
    left = [p for p in ours if not _is_matched(p, theirs, b.text)]
    right = [p for p in theirs if not _is_matched(p, ours, a.text)]
    share = 1 - (len(left) + len(right)) / (len(ours) + len(theirs))
    if not left and not right:
        return share
    if len(ours) == len(theirs) and not (left and right):  # a word written out here and translated there
        return _WRITTEN_OUT
    return UNDECIDED if is_described(a, b) or max(len(ours), len(theirs)) > _SHORT else min(share, _ANOTHER)


def _same_share(ours: list[str], theirs: list[str]) -> float:
    short, long = sorted((ours, theirs), key=lambda parts: (len(parts), parts))
    best = [max(_part(a, b) for b in long) for a in short]
    return sum(best) / len(long) if min(best) > 0 else sum(best) / (len(long) + 1)


def _is_matched(part: str, others: list[str], text: str) -> bool:
    """Whether a part of one name has a counterpart in the other: its meaning, its sound, or a written word that sounds as it does."""
    heard = phrase_skeleton(text) if part.isupper() else ()
    return max(_part(part, other) for other in (*others, *heard)) >= _ALIKE


def _part(a: str, b: str) -> float:
    return alike(a, b) if a.isupper() and b.isupper() else float(a == b)


def _parts(name: Name) -> list[str]:
    return name.key.partition(":")[2].split()


def _writing(text: str) -> str:
    """The script of a name; Urdu letters tell Urdu from Arabic."""
    if _URDU.search(text):
        return "urdu"
    first = text[:1].casefold()
    return next((script for script, low, high in _SCRIPTS if low <= first <= high), "")


_SCRIPTS = (("latin", "a", "ɏ"), ("cyrillic", "а", "ӿ"), ("devanagari", "ऀ", "ॿ"), ("arabic", "؀", "ۿ"))
