"""Which kinds of people and bodies may be one and the same: a nurse is no tourist, but may be a volunteer."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FRAMES = frozenset({"role", "person_kind", "organisation_kind", "kinship"})
"""Classes of the lexicon that name people and bodies by what they are."""


@dataclass(frozen=True, slots=True)
class _Kinds:
    generic: frozenset[str]
    walks: dict[str, frozenset[str]]
    apart: frozenset[str]


@cache
def _kinds() -> _Kinds:
    data = tomllib.loads((files("claims") / "data" / "kinds.toml").read_text("utf-8"))
    walks: dict[str, set[str]] = {}
    for walk, members in data["walks"].items():
        for member in members:
            walks.setdefault(member, set()).add(walk)
    return _Kinds(frozenset(data["generic"]), {k: frozenset(v) for k, v in walks.items()}, frozenset(data["offices"]["apart"]))


def is_generic(kind: str) -> bool:
    """Whether the word may stand for anybody."""
    return kind in _kinds().generic


def may_be_one(a: str, b: str) -> bool:
    """Whether one actor may be called both."""
    kinds = _kinds()
    if a == b or a in kinds.generic or b in kinds.generic:
        return True
    if a in kinds.apart and b in kinds.apart:
        return False
    return not kinds.walks.get(a, frozenset({a})).isdisjoint(kinds.walks.get(b, frozenset({b})))
