"""Whether a sentence of a finding is a sentence of the gold, however it was cut."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SHARE, _LENGTH, _JACCARD = 0.35, 25, 0.6


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """NFKC, lower case, no punctuation, single spaces."""
    folded = unicodedata.normalize("NFKC", text).lower()
    kept = (c if not unicodedata.category(c).startswith(("P", "S", "C")) else " " for c in folded)
    return " ".join("".join(kept).split())


def same_sentence(found: str, gold: str) -> bool:
    """One contains the other with 35 % of its length or 25 characters, or token Jaccard reaches 0.6."""
    a, b = plain(found), plain(gold)
    if not a or not b:
        return False
    shorter, longer = sorted((a, b), key=len)
    if shorter in longer and (len(shorter) >= _SHARE * len(longer) or len(shorter) >= _LENGTH):
        return True
    ours, theirs = set(a.split()), set(b.split())
    return len(ours & theirs) / len(ours | theirs) >= _JACCARD
