"""English words for days, confidences, verdicts and counts: the same in every output."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from checker.model import Basis, Finding, Notice, Verdict
from checker.standing import Standing
from claims.language import name_of
from claims.model import Interval, Published

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_LONG_MONTH = re.compile("|".join(_MONTHS))
_BASES = {
    "argument": "as given",
    "json-ld": "page metadata",
    "meta": "page metadata",
    "time-tag": "page metadata",
    "visible": "on the page",
    "modified": "date of the last change",
    "url": "web address",
    "draft": "taken for the reader's day",
}
_REASONS = {
    Basis.PARSED: "both values read exactly",
    Basis.CONVERTED: "values converted",
    Basis.INFERRED: "rests on inference",
    Basis.PARTIAL: "one side is incomplete",
}
_CERTAINTY = ((0.95, "almost certain"), (0.85, "very likely"), (0.65, "likely"), (0.0, "possible"))
_NOUNS = {
    Verdict.CONTRADICTION: ("contradiction", "contradictions"),
    Verdict.STALE: ("stale article", "stale articles"),
    Verdict.TEMPORAL_SHIFT: ("temporal shift", "temporal shifts"),
    Verdict.CORROBORATION: ("corroboration", "corroborations"),
    Verdict.UNRELATED: ("unrelated pair", "unrelated pairs"),
}


def count(number: int, one: str, many: str = "") -> str:
    """``1 source``, ``2 sources``, ``12,000 sources``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(", ".join(words).rsplit(", ", 1)) if words else "none"


def verdicts(verdict: Verdict, number: int) -> str:
    """``2 contradictions``; ``no contradictions`` where there are none."""
    one, many = _NOUNS[verdict]
    return count(number, one, many) if number else f"no {many}"


def standing(kind: Standing, sources: int) -> str:
    """How one claim of a draft stands, beside so many independent sources."""
    if kind is Standing.SUPPORTED:
        return f"supported by {count(sources, 'independent source')}"
    return {
        Standing.CONTRADICTED: "contradicted",
        Standing.OVERTAKEN: "overtaken by a newer report",
        Standing.STALE: "rests on a stale source",
        Standing.AHEAD: "newer than another report",
    }[kind]


def standings(kind: Standing, number: int) -> str:
    """``2 contradicted``; ``none overtaken`` where there are none."""
    words = {
        Standing.CONTRADICTED: "contradicted",
        Standing.OVERTAKEN: "overtaken",
        Standing.STALE: "resting on a stale source",
        Standing.AHEAD: "newer than another report",
        Standing.SUPPORTED: "supported",
    }[kind]
    return f"{number:,} {words}" if number else f"none {words}"


def set_aside(dismissed: Sequence[Finding], known: Sequence[Finding]) -> list[str]:
    """What is not shown, and why: ``2 dismissed (1 scope, 1 style)``, ``3 known from the baseline``."""
    reasons = Counter(finding.dismissal.reason for finding in dismissed if finding.dismissal)
    told = [f"{len(dismissed):,} dismissed ({', '.join(f'{number} {reason}' for reason, number in sorted(reasons.items()))})"]
    return (told if dismissed else []) + ([f"{len(known):,} known from the baseline"] if known else [])


def language(code: str) -> str:
    """A language's English name, or its code."""
    return name_of(code)


def certainty(confidence: float) -> str:
    """``very likely (0.91)``; rounded down, so that 1.00 means what it says."""
    word = next(word for least, word in _CERTAINTY if confidence >= least)
    return f"{word} ({int(confidence * 100 + 1e-9) / 100:.2f})"


def reason(basis: Basis) -> str:
    """What a confidence rests on."""
    return _REASONS[basis]


def day(value: date) -> str:
    """``28 January 2026``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def short_days(interval: Interval) -> str:
    """The same as ``days`` with months of three letters, for tables."""
    return _LONG_MONTH.sub(lambda month: month.group()[:3], days(interval))


def days(interval: Interval) -> str:
    """An interval as people write it: ``October 2025``, ``1–10 May 2025``, ``since 3 March 2024``."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return f"since {day(first)}" if first else f"until {day(last)}" if last else "at any time"
    if first == last:
        return day(first)
    ends_month = last == date.max or (last + timedelta(days=1)).day == 1
    if first.day == 1 and ends_month:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{first.day} {_MONTHS[first.month - 1]} – {day(last)}" if first.year == last.year else f"{day(first)} – {day(last)}"


def _months(first: date, last: date) -> str:
    start, end = _MONTHS[first.month - 1], f"{_MONTHS[last.month - 1]} {last.year}"
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year == last.year:
        return end if first.month == last.month else f"{start} – {end}"
    return f"{start} {first.year} – {end}"


def published(value: Published) -> str:
    """``28 January 2026 (dateline)``, ``inferred: October 2025``, ``undated``."""
    if value.basis == "unknown":
        return "undated"
    if value.basis == "inferred":
        return f"inferred: {days(value.interval)}"
    return f"{days(value.interval)} ({basis(value.basis)})"


def basis(name: str) -> str:
    """How a date is known, in words."""
    return _BASES.get(name, name.replace("-", " "))


def notice(value: Notice) -> str:
    """What was not checked: the file, unless the message names it already, the message, the code."""
    where = f"{value.file}: " if value.file and not value.message.startswith(value.file) else ""
    return f"{where}{value.message} [{value.code}]"


def families(ids: Sequence[str]) -> dict[str, str]:
    """A letter for each wire family that occurs more than once, in the order given."""
    several = [family for family in dict.fromkeys(ids) if family and ids.count(family) > 1]
    return {family: _letters(number) for number, family in enumerate(several)}


def _letters(number: int) -> str:
    """``A`` to ``Z``, then ``AA``."""
    return (_letters(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)
