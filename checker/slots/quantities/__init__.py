"""Whether two quantities can both be right: units, ranges, rounding, approximation.

A quantity stands for a range of values: what its words allow, widened by what a writer rounds
away. "1.9 million" stands for 1,902,411, "about 50" for 48, "at least 20" for 23. Two quantities
conflict only where no value lies in both ranges.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from checker.model import Level
from checker.slots.quantities.units import SHARES, base_of, dimension, one_dimension
from claims.facets.quantities.counted import is_fate, is_people
from claims.model import Quantity

APPROXIMATE = Decimal("0.1")
"""An approximated value ("about 400") stands for values this share away on either side; two of them for half of it each."""
CONVERTED = Decimal("0.04")
"""A value in another unit ("60 miles" for 100 kilometres) is given within this share."""
ONE_DIGIT = Decimal("0.03")
"""A value of a single digit and zeros ("5,000") stands for values this share away."""
PRAGMATIC = Decimal("1.5")
"""A bound speaks of values up to so many times away: "more than 20" is said of 23, hardly of 63."""
_COUNT_ROUNDED_FROM = 1000
_PEOPLE = "people"
_OPEN_SCOPES = frozenset({"so_far", "in_all"})
"""Scopes that leave the count a total."""
_LIMITS = frozenset({"another", "including", "excluding", "daily", "yearly", "each", "average"})
"""Scopes that make it another number: an addition, a part, a rate. Any other scope names a kind of people."""


class Relation(StrEnum):
    """What the things that two quantities count have to do with each other."""

    SAME = "same"
    PART = "part"
    """The first counts a part of what the second counts: workers among people."""
    WHOLE = "whole"
    UNSURE = "unsure"
    """One does not say what it counts, or counts the people where the other counts what befell them; or only one is
    an addition, a part or a rate ("another 12", "12 a day")."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two quantities stand to each other.

    ``converted`` tells that a unit was changed to compare them; ``apart`` is, for a conflict,
    the share of the larger value that lies between the two ranges (0 to 1).
    """

    level: Level
    relation: Relation = Relation.SAME
    converted: bool = False
    apart: float = 0.0


@dataclass(frozen=True, slots=True)
class _Range:
    """Values a quantity stands for, in base units; ``None`` is open."""

    low: Decimal | None
    high: Decimal | None

    @property
    def is_wide(self) -> bool:
        """Whether it leaves so much room that a value inside it confirms little."""
        return self.low is None or self.high is None or self.high > self.low * PRAGMATIC

    def spoken(self) -> _Range:
        """The range with an open end closed where a writer would have said something else."""
        if self.low is not None and self.high is None:
            return _Range(self.low, self.low * PRAGMATIC)
        if self.high is not None and self.low is None:
            return _Range(self.high / PRAGMATIC, self.high)
        return self

    def meets(self, other: _Range) -> bool:
        return not _above(self.low, other.high) and not _above(other.low, self.high)


def _above(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and low > high


def relation(a: Quantity, b: Quantity) -> Relation | None:
    """Whether both measure one kind of thing, or one a part of it; ``None`` for different things."""
    if not one_dimension(a, b):
        return None
    if a.kind != b.kind and not {a.kind, b.kind} <= {"percent", "measure"}:
        return None
    if _limited_differently(a, b):
        return Relation.UNSURE if a.counted == b.counted or None in (a.counted, b.counted) else None
    ours, theirs = _groups(a), _groups(b)
    if None in (a.counted, b.counted):
        return Relation.UNSURE if a.unit is None and a.kind == "count" else Relation.SAME
    if a.counted == b.counted:
        if ours == theirs:
            return Relation.SAME
        return Relation.PART if not theirs else Relation.WHOLE if not ours else None
    return _of_people(a, b)


def _limited_differently(a: Quantity, b: Quantity) -> bool:
    return (a.scope & _LIMITS) != (b.scope & _LIMITS)


def _groups(q: Quantity) -> frozenset[str]:
    return q.scope - _LIMITS - _OPEN_SCOPES


def _of_people(a: Quantity, b: Quantity) -> Relation | None:
    """Pilgrims are people; pilgrims are not children; the arrested may be the protesters, or some of them."""
    ours, theirs = a.counted or "", b.counted or ""
    if theirs == _PEOPLE and is_people(ours):
        return Relation.PART
    if ours == _PEOPLE and is_people(theirs):
        return Relation.WHOLE
    for fate, kind, group in ((ours, theirs, _groups(a)), (theirs, ours, _groups(b))):
        if is_fate(fate) and is_people(kind) and group <= {kind}:
            return Relation.UNSURE
    return None


def compare(a: Quantity, b: Quantity) -> Comparison | None:
    """How two quantities stand to each other; ``None`` where they are not comparable or it cannot be told."""
    related = relation(a, b)
    if related is None:
        return None
    if a.kind == "score":
        same = (a.low, a.high) in ((b.low, b.high), (b.high, b.low))
        return Comparison(Level.AGREE) if same else Comparison(Level.CONFLICT, apart=1.0)
    converted = a.unit != b.unit
    ours, theirs = _stands_for(a, b), _stands_for(b, a)
    if ours.meets(theirs):
        said = ours.spoken().meets(theirs.spoken()) and not _both_vague(a, b)
        return Comparison(Level.AGREE if said else Level.COMPATIBLE, related, converted)
    if _limited_differently(a, b):
        return None  # an addition or a part is not the total, but which of the two is meant is for the words to say
    if converted and {base_of(a)[0], base_of(b)[0]} == SHARES:
        return None  # "0.5 percent" is often written for half a point, but 21 percent is no step of half a point
    too_few = _above(theirs.low, ours.high)
    if (related is Relation.PART and too_few) or (related is Relation.WHOLE and not too_few):
        return None  # a part may be smaller than the whole
    return Comparison(Level.CONFLICT, related, converted, _apart(ours, theirs))


def _both_vague(a: Quantity, b: Quantity) -> bool:
    """Whether a wide range ("dozens") meets something that is not the same range."""
    return (_Range(*_bounds(a)).spoken().is_wide or _Range(*_bounds(b)).spoken().is_wide) and (a.low, a.high) != (b.low, b.high)


def _stands_for(a: Quantity, b: Quantity) -> _Range:
    """The values ``a`` can stand for beside ``b``, in base units."""
    low, high = _bounds(a)
    slack = _slack(a, b)
    return _Range(None if low is None else low - slack, None if high is None else high + slack)


def _bounds(q: Quantity) -> tuple[Decimal | None, Decimal | None]:
    base, factor = base_of(q)
    low, high = (None if v is None else v * factor for v in (q.low, q.high))
    if base == "month":  # in days, as anything from the shortest months to the longest
        return (None if low is None else low * 30 - 2), (None if high is None else high * 31)
    if base == "second":
        return (None if low is None else low / 86400), (None if high is None else high / 86400)
    return low, high


def _slack(q: Quantity, other: Quantity) -> Decimal:
    """By how much the value of ``q`` may miss the value it stands for."""
    value = q.low if q.low is not None else q.high
    if value is None or (q.low is not None and q.high is not None and q.low != q.high):
        return Decimal(0)
    value, factor = abs(value), base_of(q)[1] / (86400 if base_of(q)[0] == "second" else 1)
    shares = [Decimal(0)]
    if q.approximate:
        shares.append(APPROXIMATE / 2 if other.approximate else APPROXIMATE)
    if q.unit != other.unit and base_of(q)[1] != base_of(other)[1] and dimension(q) != "duration" and q.kind != "money":
        shares.append(CONVERTED)
    return max(value * max(shares), _rounded_away(q, value, other)) * factor


def _rounded_away(q: Quantity, value: Decimal, other: Quantity) -> Decimal:
    """Half the last digit given, where the other side is given more finely."""
    theirs = other.low if other.low is not None else other.high
    step = _last_digit(value)
    if theirs is None or step * base_of(q)[1] <= _last_digit(abs(theirs)) * base_of(other)[1]:
        return Decimal(0)
    if q.kind == "rank" or (q.kind == "count" and value < _COUNT_ROUNDED_FROM):
        return Decimal(0)  # sixty people are not sixty-one, nor the hundredth place the 101st
    if len(value.normalize().as_tuple().digits) > 1:
        return step / 2
    least = Decimal(0) if q.kind == "count" else Decimal("0.5")
    return min(step / 2, max(value * ONE_DIGIT, least))


def _last_digit(value: Decimal) -> Decimal:
    """What one step of the last digit given is worth: 100 for 300, 0.1 for 2.5."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def _apart(a: _Range, b: _Range) -> float:
    lower, upper = (a.high, b.low) if _above(b.low, a.high) else (b.high, a.low)
    assert lower is not None
    assert upper is not None
    largest = max(abs(lower), abs(upper))
    return float(round((upper - lower) / largest, 4)) if largest else 0.0


def shown(q: Quantity) -> str:
    """The value in plain English: ``at least 20 killed``, ``about 3.5 million USD``."""
    if q.kind == "score":
        value = f"{_plain(q.low)}-{_plain(q.high)}"
    elif q.kind == "rank":
        value = f"place {_plain(q.low)}" if q.low == q.high else f"top {_plain(q.high)}"
    elif q.low is None:
        value = f"up to {_plain(q.high)}"
    elif q.high is None:
        value = f"at least {_plain(q.low)}"
    elif q.low != q.high:
        value = f"{_plain(q.low)} to {_plain(q.high)}"
    else:
        value = ("about " if q.approximate else "") + _plain(q.low)
    return " ".join(w for w in (value, q.unit, (q.counted or "").replace("_", " ")) if w)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():,f}"
