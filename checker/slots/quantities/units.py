"""Units and scales: what a unit is worth in its base unit, and which quantities are measured on one scale."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

from claims.model import Quantity

SHARES = frozenset({"percent", "percentage point"})
"""Base units of shares: often written for one another."""


@cache
def _units() -> tuple[dict[str, tuple[str, Decimal]], frozenset[tuple[str, str]]]:
    """Base unit and factor of every unit; every shared currency name ("rupee") with each code it may stand for."""
    data = tomllib.loads((files("claims") / "data" / "units.toml").read_text("utf-8"))
    convert = {unit: (base, Decimal(factor)) for unit, (base, factor) in data["convert"].items()}
    return convert, frozenset((name, code) for name, codes in data["currency"].items() for code in codes.values())


def base_of(q: Quantity) -> tuple[str | None, Decimal]:
    """The base unit of a quantity's unit and how many of it the unit is worth."""
    if q.unit is None:
        return None, Decimal(1)
    return _units()[0].get(q.unit, (q.unit, Decimal(1)))


def one_dimension(a: Quantity, b: Quantity) -> bool:
    """Whether both are measured on one scale: durations, shares, lengths, a currency, plain counts."""
    ours, theirs = dimension(a), dimension(b)
    if ours == theirs:
        return True
    # "rupee" may be the rupee of either country, but those of two countries are two currencies.
    return a.kind == b.kind == "money" and not _units()[1].isdisjoint({(ours, theirs), (theirs, ours)})


def dimension(q: Quantity) -> str:
    """The scale on which a quantity is measured, whatever its unit."""
    base = base_of(q)[0]
    if base is None:
        return q.kind
    if base in ("second", "month"):
        return "duration"
    return "share" if base in SHARES else base
