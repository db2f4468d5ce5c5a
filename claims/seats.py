"""Letters that folding makes equal but that tell Arabic words apart: «أمام» (before) and «إمام» (a cleric).

Writers often leave a hamza out, and some write one ending for another, so a word without one may be
either; two that are both written and differ are two words.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200c-\u200f]")
_ALEFS = frozenset("اأإآ")
_HAMZA = "ء"
TELLING = frozenset("أإآءؤئىةه")
"""Letters in which a form may differ from one that folds to the same."""
SAME, OPEN, OTHER = 2, 1, 0
"""How a word read agrees with one listed: as written, as far as it is written, not at all."""


@lru_cache(maxsize=50_000)
def agreement(read: str, listed: str) -> int:
    """How the letters of a word as read agree with a listed one that folds to the same, compared from the end.

    >>> agreement("أمام", "إمام"), agreement("امام", "إمام"), agreement("والإمام", "إمام")
    (0, 1, 2)
    """
    ours, theirs = (list(_MARKS.sub("", word)) for word in (read, listed))
    found = SAME
    while ours and theirs:
        a, b = ours.pop(), theirs.pop()
        if a == b:
            continue
        if _HAMZA in (a, b):  # "إنها" is not "إنهاء"
            return OTHER
        if a in _ALEFS and b in _ALEFS and "ا" not in (a, b):
            return OTHER
        found = OPEN
    return found
