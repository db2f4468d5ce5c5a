"""A picture to look around in: zoom, drag, pick a source in the key; the words of an article under the mouse.

A chart of Altair (Vega-Lite), shown in the browser. The scripts it needs are in the page, taken from
vl-convert: nothing is loaded from anywhere, in a saved file as in a notebook. The browser itself writes
the letters, so every script is right where the system has its font.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import ExtraError, InputError
from checker.pictures.live_page import fragment, page

if TYPE_CHECKING:
    import altair

_LEAST_ALTAIR = 6
_MISSING = 'interactive pictures need altair 6 or newer and vl-convert-python: pip install "claim-consistency-checker[notebook]"'
_MOST_SHAPES = 3_000
"""Marks beyond this many are painted on a canvas: as shapes of their own they would make the page slow."""
INK, GRID = "currentColor", "rgba(128, 128, 128, 0.3)"


@dataclass(frozen=True, slots=True, repr=False)
class Interactive:
    """An interactive picture: an English sentence that says what it shows, and its Vega-Lite specification.

    ``altair.Chart.from_dict(picture.spec)`` gives a chart to change further.
    """

    says: str
    spec: Mapping[str, Any]

    def html(self) -> str:
        """A whole page that needs no network and asks nothing of any; about one megabyte, most of it scripts."""
        return page(self.says, self._spec_json(), _scripts(), self._renderer())

    def save(self, path: str | Path) -> None:
        """Write ``html()`` to a file that ends in ``.html``. Raises ``InputError`` for any other."""
        where = Path(path)
        if where.suffix.lower() != ".html":
            raise InputError(f"{where}: an interactive picture is saved as .html; for PNG, SVG or PDF save the picture itself")
        try:
            where.write_text(self.html(), encoding="utf-8", newline="\n")
        except OSError as error:
            raise InputError(f"cannot write {where}: {error.strerror}") from error

    def _spec_json(self) -> str:
        return json.dumps(self.spec, ensure_ascii=False, sort_keys=True)

    def _renderer(self) -> str:
        return "svg" if sum(len(rows) for rows in self.spec.get("datasets", {}).values()) <= _MOST_SHAPES else "canvas"

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:  # IPython names both; it drops by itself what nobody wants
        del include, exclude
        return {"text/html": fragment(escape(self.says), self._spec_json(), _scripts(), self._renderer()), "text/plain": repr(self)}

    def __repr__(self) -> str:
        return f"<Interactive: {self.says}>"


@cache
def load_altair() -> None:
    """Import altair and vl-convert. Raises ``ExtraError`` where one is missing or too old."""
    try:
        import altair
        import vl_convert  # noqa: F401 - what brings the scripts
    except ImportError as error:
        raise ExtraError(_MISSING) from error
    if int(altair.__version__.split(".")[0]) < _LEAST_ALTAIR:
        raise ExtraError(f"{_MISSING} (there is altair {altair.__version__})")


@cache
def _scripts() -> str:
    """Vega, Vega-Lite and vega-embed in one script, as it stands in the installed package."""
    load_altair()
    import vl_convert

    return vl_convert.javascript_bundle()  # type: ignore[call-arg]  # its stub forgets that nothing need be given


def interactive(says: str, chart: altair.LayerChart | altair.FacetChart | altair.VConcatChart) -> Interactive:
    """A chart in the project's style: ink of the page, no ground of its own."""
    import altair

    styled = (
        chart.properties(description=says, background="transparent")
        .configure(font="'Noto Sans', 'Noto Naskh Arabic', 'Noto Sans Devanagari', sans-serif")
        .configure_view(stroke=None)
        .configure_axis(labelColor=INK, titleColor=INK, tickColor=INK, domainColor=INK, gridColor=GRID, labelFontSize=11)
        .configure_legend(labelColor=INK, titleColor=INK, labelLimit=260, labelFontSize=11)
        .configure_title(color=INK, anchor="start", fontSize=14, fontWeight="normal")
    )
    with altair.theme.enable("none"):  # whatever the user has chosen for other charts
        return Interactive(says, styled.to_dict())
