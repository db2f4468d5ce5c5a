"""Fonts for whatever script a picture has to write.

Shipped here are three of Google's Noto fonts (SIL Open Font License, ``OFL.txt``): Noto Sans for Latin and
Cyrillic, Noto Naskh Arabic for Arabic and Urdu, Noto Sans Devanagari. Matplotlib's own DejaVu Sans lacks
letters of the last two; it serves for signs. Any other script is looked for among the fonts of the system.
"""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import as_file, files

from checker.errors import ExtraError

_LEAST_MATPLOTLIB = (3, 11)
"""The first version that joins Arabic letters and orders Devanagari vowel signs."""
_MISSING = 'pictures need matplotlib 3.11 or newer: pip install "claim-consistency-checker[notebook]"'
_SHIPPED = {
    "Noto Sans": "NotoSans-Regular.ttf",
    "Noto Naskh Arabic": "NotoNaskhArabic-Regular.ttf",
    "Noto Sans Devanagari": "NotoSansDevanagari-Regular.ttf",
}
_LETTERS = frozenset("LMNPS")
"""Unicode categories that need a glyph."""


@cache
def load_matplotlib() -> None:
    """Import matplotlib and give it the fonts shipped here. Raises ``ExtraError`` where it is missing or too old."""
    try:
        import matplotlib as mpl
        from matplotlib import font_manager
    except ImportError as error:
        raise ExtraError(_MISSING) from error
    if tuple(map(int, mpl.__version__.split(".")[:2])) < _LEAST_MATPLOTLIB:
        raise ExtraError(f"{_MISSING} (there is {mpl.__version__})")
    for name in _SHIPPED.values():
        with as_file(files(__package__) / name) as path:
            font_manager.fontManager.addfont(path)


def families() -> list[str]:
    """The families that suffice for the five languages."""
    return [*_SHIPPED, "DejaVu Sans"]


def families_for(texts: Iterable[str]) -> list[str]:
    """The families that have every letter of ``texts``; warns where the system has no font for some."""
    known = frozenset().union(*(_letters(_files()[family]) for family in families()))
    missing = sorted({char for text in texts for char in text if unicodedata.category(char)[0] in _LETTERS and ord(char) not in known})
    chosen = families()
    while missing:
        family = _family_with(missing[0])
        if not family:
            name = unicodedata.name(missing[0], "a letter").title()
            warnings.warn(
                f"no font here has {name} (U+{ord(missing[0]):04X}) and its like; they are drawn as boxes. "
                "Install fonts for all scripts, for instance: apt-get install fonts-noto-core",
                stacklevel=2,
            )
            return chosen
        chosen.append(family)
        has = _letters(_files()[family])
        missing = [char for char in missing if ord(char) not in has]
    return chosen


@cache
def _files() -> Mapping[str, str]:
    """The regular font file of every family on this system, Noto's families first."""
    from matplotlib import font_manager

    regular = [f for f in font_manager.fontManager.ttflist if f.style == "normal" and f.weight in (400, "normal", "regular")]
    found: dict[str, str] = {}
    for font in sorted(regular, key=lambda f: (not f.name.startswith("Noto Sans"), not f.name.startswith("Noto"), f.name, f.fname)):
        found.setdefault(font.name, font.fname)
    return found


def _family_with(char: str) -> str:
    return next((family for family, path in _files().items() if ord(char) in _letters(path)), "")


@cache
def _letters(path: str) -> frozenset[int]:
    """The code points a font file has glyphs for."""
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(path).get_charmap())
