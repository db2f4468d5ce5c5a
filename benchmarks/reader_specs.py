"""How many expressions of other people's specifications are read exactly right.

    python -m benchmarks.reader_specs recognizers FOLDER    Recognizers-Text (en, hi, ar)
    python -m benchmarks.reader_specs duckling FOLDER       Duckling (en, hi, ar, ru)
    ... --all                                               list the misses

The texts are not part of this project: FOLDER holds them. An expression is right if a facet of its kind overlaps its words and has
one of the expected values. Weekdays, months and days without a year are tried both ways: the specifications speak of plans without a
verb, we look back unless a verb looks ahead. Units convert (half an hour is 30 minutes), and two conventions are accepted beside
ours (see ``_alike``). What is left out is counted with its reason (see ``benchmarks/specs``).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from benchmarks.specs import Days, Spec, duckling, recognizers
from checker.evaluation.scores import wilson
from claims.calendar import resolved
from claims.extract import facets_of
from claims.facets.quantities.codes import data
from claims.model import Facet, Interval, Ordinal, Quantity, Span, Time
from claims.tokens import sentence_of

CORPORA = {"duckling": duckling.specs, "recognizers": recognizers.specs}
_NEAR = Decimal("0.001")
_LENGTHS = {"day": 1, "week": 7, "month": 31, "year": 366}


def is_right(spec: Spec) -> bool:
    """Whether a facet over the words of a specification has one of its values."""
    start = spec.text.lower().find(spec.words.strip().lower())
    span = Span(max(start, 0), max(start, 0) + len(spec.words.strip())) if start >= 0 else Span(0, len(spec.text))
    return any(f.span.overlaps(span) and _fits(f, spec) for f in facets_of(sentence_of(spec.text, spec.lang)))


def _fits(facet: Facet, spec: Spec) -> bool:
    match facet:
        case Time() if spec.kind == "times":
            return any(
                days == value or _alike(facet, days, value)
                for days in _days(facet, spec)
                for value in spec.values
                if isinstance(value, tuple)
            )
        case Quantity() if spec.kind == "quantities":
            return any(_equal(facet, amount) for amount in spec.values if isinstance(amount, tuple))
        case Ordinal() if spec.kind == "ordinals":
            return facet.rank in spec.values
    return False


def _days(time: Time, spec: Spec) -> Iterator[Days]:
    assert spec.published is not None
    arguments = {k: v for k, v in time.arguments if not k.endswith("direction")}
    for direction in (None, "past", "future"):
        turned = arguments | {"direction": direction} if direction else dict(time.arguments)
        interval = resolved(replace(time, arguments=tuple(sorted(turned.items()))), Interval.day(spec.published)).interval
        if interval is not None:
            yield interval.earliest, interval.latest


def _alike(time: Time, ours: Days, theirs: tuple[object, ...]) -> bool:
    """Whether only conventions differ: three weeks ago is that week, not that day; the last two weeks are fourteen days, not two rows."""
    unit = dict(time.arguments).get("unit")
    start, end = theirs
    if unit not in _LENGTHS or not all(isinstance(day, date) for day in (*ours, start, end)):
        return False
    assert ours[0] is not None
    assert ours[1] is not None
    assert isinstance(start, date)
    assert isinstance(end, date)
    if time.rule == "offset":
        return start == end and ours[0] <= start <= ours[1]
    return time.rule == "stretch" and all(abs((a - b).days) <= _LENGTHS[unit] for a, b in ((ours[0], start), (ours[1], end)))


def _equal(quantity: Quantity, amount: tuple[object, ...]) -> bool:
    low, high, unit = amount
    if unit is not None and quantity.unit != unit:
        factor = _factor(quantity.unit, str(unit))
        ours = (None if v is None or factor is None else v * factor for v in (quantity.low, quantity.high))
        return factor is not None and all(_near(a, b) for a, b in zip(ours, (low, high), strict=True))
    return all(_near(ours, theirs) for ours, theirs in ((quantity.low, low), (quantity.high, high)))


def _factor(ours: str | None, theirs: str) -> Decimal | None:
    """What turns one unit into another of its kind: half an hour is 30 minutes, a month 30 days."""
    table = {**data()["convert"], "month": ["second", "2592000"], "year": ["second", "31536000"]}
    if ours not in table or theirs not in table or table[ours][0] != table[theirs][0]:
        return None
    return Decimal(table[ours][1]) / Decimal(table[theirs][1])


def _near(ours: Decimal | None, theirs: object) -> bool:
    if ours is None or not isinstance(theirs, Decimal):
        return ours is None and theirs is None
    return abs(ours - theirs) <= abs(theirs) * _NEAR


def main(arguments: Sequence[str] | None = None) -> int:
    """Score a folder and print a row a kind and language, then what was left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", choices=sorted(CORPORA))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="list the misses")
    args = parser.parse_args(arguments)
    found = list(dict.fromkeys(CORPORA[args.corpus](args.folder)))
    if not found:
        raise SystemExit(f"{args.folder} holds no specifications of {args.corpus}")
    inside = [spec for spec in found if not spec.left_out]
    right = {spec: is_right(spec) for spec in inside}
    for kind, lang in sorted({(s.kind, s.lang) for s in inside}):
        rows = [right[s] for s in inside if (s.kind, s.lang) == (kind, lang)]
        low, high = wilson(sum(rows), len(rows))
        print(f"{kind:<11} {lang}  {sum(rows):>4} of {len(rows):>4} right  {sum(rows) / len(rows):.3f} ({low:.3f}-{high:.3f})")
    print("left out:")
    for (kind, reason), count in sorted(Counter((s.kind, s.left_out) for s in found if s.left_out).items()):
        print(f"  {kind:<11} {count:>5}  {reason}")
    for spec in (s for s in inside if args.all and not right[s]):
        print(f"miss {spec.kind} {spec.lang}: {spec.text!r} {spec.words!r} {sorted(map(str, spec.values))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
