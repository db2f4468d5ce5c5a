"""What interactive pictures tell of a claim under the mouse, and how they look alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from checker.pictures.days import Stretch
from checker.render import wording
from checker.render.display import visible
from checker.result import Result
from claims.model import Claim

if TYPE_CHECKING:
    import altair as alt

TOLD = ("says", "source", "language", "published", "tells of", "verdict")
"""The lines under the mouse; ``says`` are the article's own words."""
_SHAPES = {
    "o": "circle",
    "s": "square",
    "^": "triangle-up",
    "D": "diamond",
    "v": "triangle-down",
    "P": "cross",
    "X": "M-.6,-1L0,-.4L.6,-1L1,-.6L.4,0L1,.6L.6,1L0,.4L-.6,1L-1,.6L-.4,0L-1,-.6Z",
    "*": "M0,-1L.24,-.32L.95,-.31L.38,.12L.59,.81L0,.4L-.59,.81L-.38,.12L-.95,-.31L-.24,-.32Z",
    "<": "triangle-left",
    ">": "triangle-right",
}
"""Vega's names of matplotlib's markers, and paths for those it has none of."""
KEY: Mapping[str, Any] = {"symbolOpacity": 1, "symbolStrokeWidth": 0.5, "symbolLimit": 40}
"""A key of groups. Where colour and shape tell groups apart both must have the same, or they would be two keys."""


def words_of(claim: Claim, result: Result, verdicts: Mapping[str, str]) -> dict[str, str]:
    """The lines under the mouse for a claim."""
    return {
        "says": visible(claim.sentence.text),
        "source": visible(claim.file),
        "language": wording.language(claim.lang),
        "published": wording.published(result.row(claim.file).published),
        "tells of": f"{wording.days(claim.event_time.interval)} ({claim.event_time.basis.value})",
        "verdict": verdicts.get(claim.id, ""),
    }


def tooltips(*names: str) -> list[alt.Tooltip]:
    """The lines under the mouse, by these names."""
    import altair as alt

    return [alt.Tooltip(field=name, type="nominal", title=name) for name in names]


def shape(marker: str) -> str:
    """The shape that stands for a marker."""
    return _SHAPES[marker]


def day_axis(**more: Any) -> alt.Axis:  # noqa: ANN401 - whatever an axis takes
    """An axis of days; the hours between them, which nothing is known of, have no names."""
    import altair as alt

    return alt.Axis(labelExpr="utchours(datum.value) ? '' : datum.label", title=None, **more)


def day_scale(shown: Stretch) -> alt.Scale:
    """A scale from the beginning of the first day to the end of the last."""
    import altair as alt

    ends = [
        alt.DateTime(year=day.year, month=day.month, date=day.day, hours=hours, utc=True)
        for day, hours in ((shown.first, 0), (shown.last, 24))
    ]
    return alt.Scale(type="utc", domain=ends, nice=False)


def moment(days: float) -> int:
    """Days since 1970 as charts count: milliseconds of universal time, so that nothing depends on where the reader sits."""
    return round(days * 24 * 60 * 60 * 1000)
