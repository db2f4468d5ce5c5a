"""How telling a word, a name or an event is: the rarer in news at large, the more it says that two claims share it.

Counted once over written news (``training/count_words.py``), not over the articles at hand, so that
a finding does not change when articles on other stories are checked along with it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from math import log

KEYS = "key"
"""Under this name stand names, events and counted things instead of the words of a language."""


@cache
def _counts() -> dict[tuple[str, str], int]:
    table = (files("checker") / "data" / "rarity.tsv").read_text("utf-8")
    return {(kind, word): int(n) for kind, word, n in (line.split("\t") for line in table.splitlines())}


@cache
def rarity(kind: str, word: str) -> float:
    """1 for what is hardly ever written, towards 0 for what stands in every sentence; ``kind`` is a language or ``KEYS``."""
    total = _counts().get((kind, ""), 2)
    return round(log(1 + total / max(_counts().get((kind, word), 1), 1)) / log(1 + total), 4)
