"""A blank figure in the project's style, and what every picture writes and colours alike.

Ink, grid and paper are placeholders: files get dark ink on white, a notebook the colours of its page.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from checker.model import Verdict
from checker.pictures.fonts import families, load_matplotlib
from checker.render.display import visible
from checker.render.width import truncated

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INK, GRID, PAPER = "#1a1b1c", "#c8c9ca", "#fdfdfe"
NEUTRAL = "#8b8f94"
_CONTROL_PICTURES = re.compile("[\u2400-\u243f]")
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f6bb3", "#8c6d4f")
"""Told apart by colour-blind readers too, up to six; markers tell apart the rest. After Okabe and Ito 2008."""
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*", "<", ">")
OF_VERDICT = {
    Verdict.CONTRADICTION: "#e5484d",
    Verdict.STALE: "#d9a514",
    Verdict.TEMPORAL_SHIFT: "#2b9fb8",
    Verdict.CORROBORATION: "#3f9a55",
    Verdict.UNRELATED: NEUTRAL,
}


@contextmanager
def drawing() -> Iterator[None]:
    """Everything drawn or saved inside is drawn in the project's style, whatever the user's own settings of matplotlib.

    Raises ``ExtraError`` where matplotlib is missing or too old.
    """
    load_matplotlib()
    from matplotlib import style

    with style.context(["default", _style()]), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")  # ``families_for`` warns once, with the cure
        yield


def _style() -> dict[str, object]:
    return {
        "font.family": families(),
        "font.size": 9,
        "text.color": INK,
        "text.parse_math": False,  # a dollar sign in an article is a dollar sign
        "axes.edgecolor": INK,
        "axes.labelcolor": INK,
        "axes.titlecolor": INK,
        "axes.titlelocation": "left",
        "axes.titlesize": 11,
        "axes.facecolor": "none",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.linewidth": 0.8,
        "axes.axisbelow": True,
        "figure.facecolor": PAPER,
        "grid.color": GRID,
        "grid.linewidth": 0.6,
        "xtick.color": INK,
        "ytick.color": INK,
        "legend.frameon": False,
        "legend.fontsize": 8,
        "legend.labelcolor": INK,
        "svg.fonttype": "path",
        "svg.hashsalt": "claim-consistency-checker",
        "date.converter": "concise",
    }


def figure(width: float, height: float) -> Figure:
    """An empty figure of so many inches, inside ``drawing()``."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Blank

    made = Blank(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(made)
    return made


def label(words: str, cells: int = 40) -> str:
    """Words of an article or a file name as a label: printable, on one line, cut to ``cells``.

    Control characters, which a terminal shows as their pictures, are all one sign here: no font has the pictures.
    """
    return truncated(_CONTROL_PICTURES.sub("\ufffd", visible(words)), cells)
