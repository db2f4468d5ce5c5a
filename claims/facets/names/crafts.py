"""Names of ships, trains and aircraft that bear a number ("the *Tarnwave-7*").

They are organisations here, as ships and newspapers in quotes are: one type in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.facets.names.view import Mention, View
from claims.normalise import fold

_NUMBERED = re.compile(r"\D{5,}-[0-9]{1,4}")


def crafts(view: View) -> Iterator[Mention]:
    """Names of five letters or more that a hyphen joins to a number: shorter ones are roads, models and age groups."""
    for i, token in enumerate(view.tokens):
        if _is_numbered(view, i, token.text):
            yield Mention(i, i + 1, "ORG")


def is_vehicle(view: View, i: int) -> bool:
    """Whether word ``i`` is a common noun for a ship, train, aircraft or the like."""
    return any(c.frame == "vehicle" for c in view.covered.get(i, ()))


def _is_numbered(view: View, i: int, text: str) -> bool:
    return _NUMBERED.fullmatch(fold(text)) is not None and _is_free(view, i) and (not view.cues.is_cased or view.is_capital(i))


def _is_free(view: View, i: int) -> bool:
    return not (view.is_known(i) or view.is_common(i) or view.is_stop(i) or view.is_plain(i))
