"""Where a claim places its event, and which places exclude one another.

A town is set against a town, never against the district, road or river it may lie at. A port or
airport named after a town stands for that town where the other side names a town.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from claims import lexicon
from claims.gazetteer import entry
from claims.lang import table
from claims.model import Claim, Name
from claims.normalise import fold
from claims.phrases import first_words

_COUNTRY, _TOWN, _UNKNOWN = "country", "town", ""
_KIND_CLASSES = frozenset({"place_kind", "infrastructure"})


@cache
def _areas() -> dict[str, str]:
    data = tomllib.loads((files("claims") / "data" / "areas.toml").read_text("utf-8"))
    return {area: sort for sort, members in data.items() for area in members}


@cache
def _locative(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    words = table(lang, "words")
    before, after = (frozenset(fold(w) for w in words.get(f"locative_{side}", "").split()) for side in ("before", "after"))
    return before, after


def places(claim: Claim) -> tuple[Name, ...]:
    """The named places of a claim: towns, regions, buildings, and unlisted names that stand where only a place does."""
    return tuple(n for n in claim.all(Name) if n.type == "LOC" or (n.type == "ORG" and _looks_like_place(claim, n)))


def _looks_like_place(claim: Claim, name: Name) -> bool:
    parts = name.key.partition(":")[2].split()
    return not name.known and bool(parts) and not any(p.islower() for p in parts) and is_located(claim, name)


def is_located(claim: Claim, place: Name) -> bool:
    """Whether a word beside the name says that something happens there."""
    before, after = _locative(claim.lang)
    tokens = claim.sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.span.overlaps(place.span)]
    if not inside:
        return False
    ahead = tokens[inside[0] - 1].text if inside[0] else ""
    behind = tokens[inside[-1] + 1].fold if inside[-1] + 1 < len(tokens) else ""
    return behind in after or bool(before.intersection(first_words(ahead, claim.lang) if ahead else ()))


def sort_of(place: Name) -> str:
    """``country``, a sort of area, ``town`` for other listed places, the kind that the name tells, or empty."""
    if place.type == "GPE":
        return _COUNTRY
    if place.known:
        return _areas().get(place.key, _TOWN)
    return next((p for p in _parts(place) if _is_kind(p)), _UNKNOWN)


def _parts(place: Name) -> list[str]:
    return [place.key] if place.known else place.key.partition(":")[2].split()


def _is_kind(part: str) -> bool:
    found = lexicon.entries().get(part)
    return found is not None and found.frame in _KIND_CLASSES


def town_of(place: Name) -> str | None:
    """The listed town that a place is or is named after."""
    return next((p for p in _parts(place) if (known := entry(p)) is not None and known.type == "LOC" and p not in _areas()), None)


def lies_in(a: Name, b: Name) -> bool:
    """Whether one of the two is named after the other, or is a country and the other lies there."""
    if (a.type == "GPE") != (b.type == "GPE"):
        return a.country is not None and a.country == b.country
    return a.key != b.key and not set(_names_in(a)).isdisjoint(_names_in(b))


def _names_in(place: Name) -> list[str]:
    return [p for p in _parts(place) if not _is_kind(p)]


def exclude(a: Name, b: Name) -> bool:
    """Whether an event at one place was not at the other, as far as their sorts tell."""
    if lies_in(a, b) or _COUNTRY in (sort_of(a), sort_of(b)):
        return False
    towns = town_of(a), town_of(b)
    if all(towns) and towns[0] != towns[1]:
        return True
    if a.country and b.country and a.country != b.country:
        return True
    sorts = {sort_of(a), sort_of(b)}
    return len(sorts) == 1 or sorts == {_TOWN, _UNKNOWN}
