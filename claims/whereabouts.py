"""How a place is meant in its sentence: what happened there, near it, or merely something that comes from it.

Cue words stand before the name or behind it, as the language has it; between cue and name only a
few words may stand ("in the city of ..."), and no other name.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.gazetteer import entry
from claims.lang import table
from claims.model import Claim, Name, Token
from claims.normalise import fold

_REACH = 3
"""Words between a cue and the name."""
_KINDS = ("spot", "settlement", "area", "water")


@dataclass(frozen=True, slots=True)
class Place:
    """A place where something happens.

    ``kind`` is settlement, area, water, spot or country, ``None`` where nothing tells; ``town`` the
    id of the listed town that the place is, or that a port or airport is named after.
    """

    name: Name
    is_near: bool
    kind: str | None
    town: str | None


def places_of(claim: Claim) -> tuple[Place, ...]:
    """The places of a claim at or near which something happens, in the order of the text."""
    names = claim.all(Name)
    found = []
    for name in names:
        if name.type in ("LOC", "GPE") or _may_be_place(name):
            cue = _cue(claim, name, names)
            if cue in ("within", "beside"):
                town = _town(name)
                kind = "settlement" if town is not None else _kind(claim, name)
                found.append(Place(name, cue == "beside", kind, town))
    return tuple(found)


def _may_be_place(name: Name) -> bool:
    """Whether an unlisted name taken for a body holds no word for a body."""
    parts = name.key.partition(":")[2].split()
    return name.type == "ORG" and not name.known and bool(parts) and all(part.isupper() for part in parts)


def _town(name: Name) -> str | None:
    parts = [name.key] if name.known else name.key.partition(":")[2].split()
    listed = (entry(part) for part in parts if part not in _listed())
    return next((known.id for known in listed if known is not None and known.type == "LOC"), None)


@cache
def _words(lang: str, group: str) -> frozenset[str]:
    return frozenset(fold(word) for word in table(lang, "places").get(group, "").split())


@cache
def _listed() -> dict[str, str]:
    data = tomllib.loads((files("claims") / "data" / "places.toml").read_text("utf-8"))
    return {key: kind for kind, keys in data.items() for key in keys.split()}


def _cue(claim: Claim, name: Name, names: tuple[Name, ...]) -> str | None:
    """The nearest cue on the side where the language puts it; a place inside a postpositional chain takes the chain's."""
    lang, tokens = claim.sentence.lang, claim.sentence.tokens
    under = [i for i, t in enumerate(tokens) if t.span.overlaps(name.span)]
    if not under:
        return None
    prefix = claim.sentence.text[tokens[under[0]].span.start : name.span.start]
    if table(lang, "places").get("is_behind", False):
        row = tokens[under[-1] + 1 : under[-1] + 2 + _REACH]
    else:
        row = tokens[max(under[0] - 1 - _REACH, 0) : under[0]][::-1]
    edge = name.span
    for group in ("within", "away"):
        if prefix and fold(prefix) in _words(lang, group):
            return group
    for token in row:
        between = claim.sentence.text[min(edge.end, token.span.end) : max(edge.start, token.span.start)]
        if any(mark in between for mark in ",;:،؛.।۔()—") or any(token.span.overlaps(n.span) for n in names):
            return None
        cue = _group(lang, token)
        if cue is not None:
            return cue
        edge = token.span
    return None


def _group(lang: str, token: Token) -> str | None:
    return next((group for group in ("beside", "within", "away") if token.fold in _words(lang, group)), None)


def _kind(claim: Claim, name: Name) -> str | None:
    if name.type == "GPE":
        return "country"
    lang, tokens = claim.sentence.lang, claim.sentence.tokens
    under = [i for i, t in enumerate(tokens) if t.span.overlaps(name.span)]
    linked = under[0] > 1 and tokens[under[0] - 1].fold in _words(lang, "link")
    around = tokens[max(under[0] - 1 - linked, 0) : under[-1] + 2]
    for kind in _KINDS:
        if any(t.fold in _words(lang, kind) for t in around):
            return kind
    return _listed().get(name.key, "settlement") if name.known else None
