"""Tables of words and concepts that stand for what was named before."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims.lang import table
from claims.normalise import fold


@cache
def data() -> dict[str, Any]:
    """The tables of concepts, the same for all languages."""
    return tomllib.loads((files("claims") / "data" / "context.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Cautions:
    """What keeps a bare noun from meaning the one named before.

    ``plural`` is the shape of a word for several; ``indefinite`` words before it and, where a
    language has an article, the lack of ``article``, make it any one. ``places`` are words for a town
    or the like. ``pointing`` words before a noun are no pronouns of a person.
    """

    plural: re.Pattern[str] | None
    indefinite: frozenset[str]
    article: re.Pattern[str] | None
    places: frozenset[str]


@cache
def cautions(lang: str) -> Cautions | None:
    """The cautions of a language; ``None`` where it has no table, and then nothing is resolved in it."""
    raw = table(lang, "context")
    if not raw:
        return None
    return Cautions(
        re.compile(raw["plural"]) if raw.get("plural") else None,
        frozenset(fold(w) for w in raw.get("indefinite", "").split()),
        re.compile(raw["article"]) if raw.get("article") else None,
        frozenset(fold(w) for w in raw.get("places", "").split()),
    )
