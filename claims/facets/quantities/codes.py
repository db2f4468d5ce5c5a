"""Codes of currencies, and those written together with their sum: "Rs1.5 billion", "USD3.2m"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from claims.lang import table
from claims.model import Span, Token
from claims.normalise import fold

_WRITTEN_TOGETHER = re.compile(r"([A-Za-z]{1,3})(\d+(?:[.,]\d+)*)")


@cache
def data() -> Mapping[str, Any]:
    """``data/units.toml``: conversions, shared currency names, kinds, codes."""
    return tomllib.loads((files("claims") / "data" / "units.toml").read_text("utf-8"))


@cache
def _letters(lang: str) -> frozenset[str]:
    """Codes in Latin letters that a language writes before a sum, and those that all share."""
    shared = {form for forms in data()["codes"].values() for form in forms}
    own = {form for forms in table(lang, "units").get("money_before", {}).values() for form in forms.split("|")}
    return frozenset(form for form in shared | own if form.isascii() and form.isalpha())


def apart(tokens: Sequence[Token], text: str, lang: str) -> tuple[Token, ...]:
    """The tokens, with the code of a currency cut from the number behind it and that number in one piece."""
    cut: list[Token] = []
    for token in tokens:
        if cut and token.span.start < cut[-1].span.end:  # the decimals of a number put together
            continue
        found = _WRITTEN_TOGETHER.match(text, token.span.start) if token.text[-1].isdigit() and token.text[0].isalpha() else None
        if found is None or found[1] not in _letters(lang):
            cut.append(token)
        else:
            cut += [Token(Span(*found.span(group)), found[group], fold(found[group])) for group in (1, 2)]
    return tuple(cut)
