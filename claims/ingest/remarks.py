"""Comments in a file that speak to the checker: ``<!-- checker: ... -->``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.model import Remark

_OPENED = re.compile(r"<!--\s*checker:")
_CLOSED = "-->"
_LONGEST = 2_000
"""A comment of more characters is none that somebody wrote for us."""


def remarks_in(text: str) -> tuple[Remark, ...]:
    """The comments to the checker in a file's characters, in their order."""
    return tuple(_remarks(text))


def _remarks(text: str) -> Iterator[Remark]:
    for opened in _OPENED.finditer(text):
        end = text.find(_CLOSED, opened.end(), opened.end() + _LONGEST)
        if end >= 0:
            yield Remark(text[opened.end() : end].strip(), opened.start(), end + len(_CLOSED))
