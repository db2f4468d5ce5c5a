"""What others expect of date and number readers, in one form: a text, the words meant, and the values that are right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Days = tuple[date | None, date | None]
Amount = tuple[Decimal | None, Decimal | None, str | None]
"""Low, high and unit; the unit ``None`` where only the number is compared."""


@dataclass(frozen=True, slots=True)
class Spec:
    """One expected value: any of ``values`` is right. ``left_out`` says why it is outside our scope, empty where it is inside."""

    corpus: str
    kind: str
    lang: str
    text: str
    words: str
    published: date | None
    values: frozenset[Days] | frozenset[Amount] | frozenset[int]
    left_out: str = ""


UNITS: Mapping[str, str] = {
    "dollar": "USD", "united states dollar": "USD", "euro": "EUR", "chinese yuan": "CNY", "british pound": "GBP", "pound sterling": "GBP",
    "japanese yen": "JPY", "canadian dollar": "CAD", "australian dollar": "AUD", "cent": "cent", "meter": "metre", "kilometer": "kilometre",
    "millimeter": "millimetre", "centimeter": "centimetre", "square meter": "square metre", "square kilometer": "square kilometre",
    "metric ton": "tonne", "ton": "tonne", "kilometer per hour": "kilometre per hour", "mile per hour": "mile per hour", "foot": "foot",
    "inch": "inch", "mile": "mile", "yard": "yard", "kilogram": "kilogram", "gram": "gram", "ounce": "ounce", "barrel": "barrel",
    "gallon": "gallon", "acre": "acre", "liter": "litre", "c": "celsius", "f": "fahrenheit", "year": "year", "month": "month",
    "week": "week", "day": "day", "hour": "hour", "minute": "minute", "second": "second", "metre": "metre", "kilometre": "kilometre",
    "centimetre": "centimetre", "rub": "RUB", "usd": "USD", "eur": "EUR", "gbp": "GBP", "inr": "INR", "aed": "AED", "sar": "SAR",
    "kwd": "KWD", "egp": "EGP", "jod": "JOD", "lbp": "LBP", "jpy": "JPY", "cny": "CNY", "ils": "ILS", "uah": "UAH",
    "byn": "BYN", "krw": "KRW",
}  # fmt: skip
"""Names of units in the specifications, with ours; a unit that is not listed is outside our scope."""

SMALL_LETTERS = re.compile(r"\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b")
"""English months and weekdays as chats write them; in news they have a capital letter, which tells March from marching."""
