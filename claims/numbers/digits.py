"""Numerals: digits of any script with the separators of a language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claims.normalise import ascii_digits
from claims.numbers.tables import language as tables_of

_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")


def parse_digits(text: str, lang: str, *, scaled: bool = False) -> Decimal | None:
    """The value of a numeral by the language's separators; ``None`` if it is none ("2:47", "3/4").

    A point before exactly three digits is a group in Russian and Arabic ("1.902"), unless a
    scale word follows (``scaled``): "1.902 млн". Without tables a single separator before three digits could be either.

    >>> parse_digits("1,20,000", "hi"), parse_digits("38,6", "ru"), parse_digits("٤٠٠٬٠٠٠", "ar")
    (Decimal('120000'), Decimal('38.6'), Decimal('400000'))
    """
    plain = ascii_digits(text).replace("٬", ",").replace("،", ",").replace("'", "")
    if "٫" in plain:
        plain = plain.replace(",", "").replace(".", "").replace("٫", ".")
        return Decimal(plain) if re.fullmatch(r"\d+\.\d+", plain) else None
    plain = re.sub(r"(?<=\d)[\s\u00a0\u202f\u2009](?=\d{3}(?!\d))", "", plain)
    if not _NUMERAL.fullmatch(plain):
        return None
    separators = tables_of(lang)
    if not separators.known and len(re.split("[.,]", plain)) == 2 and re.search(r"[.,]\d{3}$", plain):
        return None
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        last = max(plain.rfind("."), plain.rfind(","))
        whole, rest = plain[:last], plain[last + 1 :]
        return Decimal(whole.replace(".", "").replace(",", "") + "." + rest)
    mark = "." if points else ","
    if points + commas > 1:
        return Decimal(plain.replace(mark, "")) if _grouped(plain.split(mark)) else None
    if points + commas == 1:
        whole, rest = plain.split(mark)
        threes = len(rest) == 3 and len(whole) <= 3 and not whole.startswith("0")
        if threes and mark in separators.group and not (scaled and mark == "."):
            return Decimal(whole + rest)
        return Decimal(f"{whole}.{rest}")
    return Decimal(plain)


def _grouped(parts: Sequence[str]) -> bool:
    """Whether the parts are thousands (1,234,567) or Indian groups (1,20,000)."""
    inner = {len(p) for p in parts[1:-1]}
    return len(parts[0]) <= 3 and len(parts[-1]) == 3 and inner <= {2, 3} and len(inner) <= 1
