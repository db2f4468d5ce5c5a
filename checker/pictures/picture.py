"""A drawn picture: shows itself in a notebook in the colours of the page, with words under the mouse; saves to PNG, SVG or PDF."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.pictures.canvas import GRID, INK, PAPER, drawing
from checker.pictures.fonts import families_for
from checker.pictures.interactive import Interactive
from checker.render.display import visible

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_DPI = 144
_FORMATS = (".png", ".svg", ".pdf")
_NO_CLOCK: Mapping[str, Mapping[str, str | None]] = {
    ".png": {"Software": None},
    ".svg": {"Date": None, "Creator": None},
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
"""Facts that matplotlib would write and that change from day to day and from version to version."""
_THEME = {
    INK: "var(--jp-content-font-color1, currentColor)",
    GRID: "var(--jp-border-color2, rgba(128, 128, 128, 0.35))",
    PAPER: "transparent",
}
_HOVER = "hover-"


@dataclass(slots=True, repr=False)
class Picture:
    """A matplotlib ``figure`` with an English sentence that says what it shows, and words for the mouse to find.

    ``hovers`` are by the gid of the artist they belong to, as ``hover()`` gives it out. ``live`` makes
    its interactive form, where it has one.
    """

    figure: Figure
    says: str
    hovers: dict[str, str] = field(default_factory=dict)
    live: Callable[[], Interactive] | None = None

    def hover(self, words: str) -> str:
        """A gid for an artist that shows ``words`` under the mouse."""
        gid = f"{_HOVER}{len(self.hovers)}"
        self.hovers[gid] = words
        return gid

    def save(self, path: str | Path) -> None:
        """Write to a file; its suffix, ``.png``, ``.svg`` or ``.pdf``, says how. Raises ``InputError`` for any other."""
        where = Path(path)
        if where.suffix.lower() not in _FORMATS:
            raise InputError(f"{where}: cannot write a picture as {where.suffix or 'a file without a suffix'}; use {', '.join(_FORMATS)}")
        try:
            where.write_bytes(self.svg().encode() if where.suffix.lower() == ".svg" else self._drawn(where.suffix.lower()))
        except OSError as error:
            raise InputError(f"cannot write {where}: {error.strerror}") from error

    def interactive(self) -> Interactive:
        """The same to look around in: zoom, drag, pick from the key. Raises ``InputError`` where that would show no more."""
        if self.live is None:
            raise InputError(f"{self.says}: has no interactive form; in a notebook and as SVG the words are under the mouse")
        return self.live()

    def png(self) -> bytes:
        """The picture as PNG, dark ink on white."""
        return self._drawn(".png")

    def svg(self) -> str:
        """The picture as SVG, dark ink on white; letters are outlines, so that no font is needed to read it."""
        text = self._drawn(".svg").decode()
        return re.sub(rf'<g id="({_HOVER}\d+)">', self._titled, text)

    def _titled(self, group: re.Match[str]) -> str:
        return f"<g><title>{escape(_clean(self.hovers[group[1]]))}</title>"

    def _drawn(self, suffix: str) -> bytes:
        out = BytesIO()
        with drawing():
            if self.figure.get_layout_engine() is not None:
                self._lay_out()
            self.figure.savefig(out, format=suffix[1:], dpi=_DPI, metadata=_NO_CLOCK[suffix])
        return out.getvalue()

    def _lay_out(self) -> None:
        """Find fonts for everything that is written and a place for everything, once: drawing again must not move it."""
        from matplotlib.text import Text

        self.figure.draw_without_rendering()  # ticks are written only now
        texts = [artist for artist in self.figure.findobj(Text) if isinstance(artist, Text)]
        chosen = families_for(text.get_text() for text in texts)
        for text in texts:
            text.set_fontfamily(chosen)
        self.figure.draw_without_rendering()
        self.figure.set_layout_engine("none")

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:  # IPython names both; it drops by itself what nobody wants
        del include, exclude
        return {"text/html": self._html(), "image/png": b64encode(self.png()).decode(), "text/plain": repr(self)}

    def _html(self) -> str:
        """The SVG as part of a page: its ink and ground are the page's."""
        svg = self.svg()
        svg = svg[svg.index("<svg") :]
        for colour, themed in _THEME.items():
            svg = svg.replace(colour, themed)
        opening = f'<svg role="img" aria-label="{escape(_clean(self.says))}" style="max-width: 100%; height: auto; background: transparent"'
        return f'<div class="ccr-picture">{svg.replace("<svg", opening, 1)}</div>'

    def __repr__(self) -> str:
        return f"<Picture: {self.says}>"


def _clean(words: str) -> str:
    return "\n".join(visible(line) for line in words.splitlines())
