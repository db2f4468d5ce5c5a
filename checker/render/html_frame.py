"""A pandas table in a notebook, its cells in the direction of their words: an Urdu sentence ends on the left.

Pandas writes every cell from left to right, so a right-to-left sentence has its full stop, its quotation
marks and its numbers in the wrong places. Nothing else of the table is changed.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from checker.render.markup import direction

if TYPE_CHECKING:
    import pandas as pd

_CELL = re.compile(r"<(t[dh])>(.*?)</t[dh]>", re.DOTALL)


def frame(shown: pd.DataFrame) -> str | None:
    """What pandas itself shows, with right-to-left cells marked as such; ``None`` where pandas is told to show text."""
    page = shown._repr_html_()  # type: ignore[operator]  # the stubs take it for a column
    return None if page is None else _CELL.sub(_directed, str(page))


def _directed(cell: re.Match[str]) -> str:
    """A cell; pandas has escaped its words."""
    tag, words = cell.groups()
    return f'<{tag} dir="rtl">{words}</{tag}>' if direction(unescape(words)) == "rtl" else cell.group()
