"""Whether a number can change from one day to the next: tolls, prices and levels do, what was seized, paid or scored does not."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.slots import near
from claims.model import Claim, Concept, Event, Quantity


@dataclass(frozen=True, slots=True)
class _Changing:
    tallies: frozenset[str]
    events: frozenset[str]
    levels: frozenset[str]
    frames: frozenset[str]


@cache
def _changing() -> _Changing:
    data = tomllib.loads((files("claims") / "data" / "changing.toml").read_text("utf-8"))
    return _Changing(*(frozenset(data[name]) for name in ("tallies", "events", "levels", "frames")))


def can_change(claim: Claim, quantity: Quantity) -> bool:
    """Whether another number on another day can be right too."""
    if quantity.kind in ("score", "age", "duration"):
        return False
    known = _changing()
    if quantity.kind == "percent" or quantity.counted in known.tallies or "so_far" in quantity.scope:
        return True
    if any(c.id in known.levels for c in claim.all(Concept)) or any(e.frame in known.frames for e in claim.all(Event)):
        return True
    return quantity.kind == "count" and not near(claim, quantity.span).isdisjoint(known.events)
