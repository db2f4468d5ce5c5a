"""Times, quantities and ordinals as people read them: ``by 27 January 2026``, ``at least 20 killed``, ``2nd visit``."""

from __future__ import annotations

from calendar import day_name, month_name
from decimal import Decimal

from checker.render import wording
from claims.model import Facet, Ordinal, Quantity, Time

_WITHOUT_WORDS = ("clock", "zone", "direction", "from.direction", "to.direction", "from.rule", "to.rule")


def told(facet: Facet) -> str | None:
    """What a facet means; ``None`` for the kinds that show their values as they are."""
    match facet:
        case Time():
            return _time(facet)
        case Quantity():
            return _quantity(facet)
        case Ordinal():
            return f"{'last' if facet.rank < 0 else _numbered(facet.rank)} {facet.series or ''}".rstrip()
    return None


def symbolic(time: Time) -> str:
    """How a time without days will resolve once its text is dated: ``weekday Thursday, bound by``."""
    words = [f"{name} {_word(name, value)}" for name, value in time.arguments if name not in _WITHOUT_WORDS]
    return ", ".join(words) or time.rule


def _word(name: str, value: object) -> str:
    kind = name.rpartition(".")[2]
    if kind == "weekday" and isinstance(value, int):
        return day_name[value]
    return month_name[value] if kind == "month" and isinstance(value, int) else str(value)


def _time(time: Time) -> str:
    arguments = dict(time.arguments)
    clock = " ".join(str(arguments[name]) for name in ("clock", "zone") if name in arguments)
    if time.interval is None:
        days = f"{time.role if time.role == 'anniversary' else 'needs a date'}: {symbolic(time)}"
    else:
        days = wording.days(time.interval)
    return f"{', '.join(filter(None, (days, clock)))} ({time.basis.value})"


def _quantity(quantity: Quantity) -> str:
    if quantity.kind == "score":
        return f"{quantity.low}–{quantity.high}"
    low, high = quantity.low, quantity.high
    if quantity.kind == "rank":
        return f"place {_number(low)}" if low == high else f"places {_number(low)} to {_number(high)}"
    if low is not None and high is not None:
        value = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
        value = f"about {value}" if quantity.approximate else value
    else:
        value = f"at least {_number(low)}" if low is not None else f"at most {_number(high)}" if high is not None else "any number"
    unit = {"percent": "%"}.get(quantity.unit or "", f" {quantity.unit}" if quantity.unit else "")
    age = " of age" if quantity.kind == "age" else ""
    counted = f" {quantity.counted}" if quantity.counted and not quantity.unit else f" of {quantity.counted}" if quantity.counted else ""
    scope = f" ({', '.join(sorted(s.replace('_', ' ') for s in quantity.scope))})" if quantity.scope else ""
    return f"{value}{unit}{age}{counted}{scope}"


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:,f}"


def _numbered(rank: int) -> str:
    ending = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"
