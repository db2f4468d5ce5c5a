"""The interactive timeline: all days in a strip below, the days picked there above; hold the mouse on a mark to read the claim."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.model import Verdict
from checker.pictures.canvas import NEUTRAL, OF_VERDICT, label
from checker.pictures.chart_words import TOLD, day_axis, day_scale, moment, tooltips, words_of
from checker.pictures.days import Stretch, at
from checker.pictures.interactive import Interactive, interactive, load_altair
from checker.pictures.lanes import TITLE_CELLS
from checker.pictures.places import verdicts
from checker.pictures.story import OF_BASIS, Story
from checker.render import wording
from checker.render.display import enclosed, isolated, visible
from checker.result import Result, SourceRow
from claims.model import Interval

if TYPE_CHECKING:
    import altair as alt

_WIDTH, _LANE, _STRIP, _BAND = 620, 46, 40, 0.42
_APPEARED, _WORKED_OUT, _OLD = "when the article appeared", "the same, worked out", "older than it reads"
_KEYS = {says: colour for colour, says in OF_BASIS.values()} | {
    _APPEARED: NEUTRAL,
    _WORKED_OUT: "#b9a7c9",
    _OLD: OF_VERDICT[Verdict.STALE],
}
_HINT = "all days: drag the mouse over some to see them above; the wheel shows more or fewer"
_Rows = list[dict[str, object]]


def timeline_chart(result: Result, told: Story) -> Interactive:
    """A lane a source: a band for the days on which it may have appeared, marks for what its claims tell of."""
    load_altair()
    import altair as alt

    whole = Stretch(told.shown[0].first, told.shown[-1].last)
    zoom = alt.selection_interval(name="zoom", encodings=["x"], value={"x": _moments(_fullest(told))})
    bands = alt.Chart(alt.InlineData(values=_bands(told, whole))).mark_bar(opacity=0.3, clip=True)
    claims = alt.Chart(alt.InlineData(values=_claims(result, told, whole)))
    upper = alt.layer(
        bands.encode(
            x=_when("first"),
            x2="last:T",
            y=_lane(told, "top"),
            y2="bottom:Q",
            color=_colour(),
            tooltip=tooltips("source", "headline", "published"),
        ),
        claims.transform_filter("!datum.day")
        .mark_rule(strokeWidth=4, clip=True)
        .encode(x=_when("first"), x2="last:T", y=_lane(told), color=_colour(), tooltip=tooltips(*TOLD)),
        claims.transform_filter("datum.day")
        .mark_circle(size=60, opacity=1, clip=True)
        .encode(x=_when("middle"), y=_lane(told), color=_colour(), tooltip=tooltips(*TOLD)),
    )
    days = alt.X("middle:T", scale=day_scale(whole), title=_HINT)
    strip = claims.mark_tick(thickness=1.5, opacity=0.8).encode(x=days, color=_colour()).add_params(zoom)
    title = f"What is told to have happened when: {told.of}"
    return interactive(
        told.says,
        alt.vconcat(
            upper.properties(width=_WIDTH, height=_LANE * len(told.rows), title=title), strip.properties(width=_WIDTH, height=_STRIP)
        ),
    )


def _when(field: str) -> alt.X:
    """Days from left to right, those that the strip picks."""
    import altair as alt

    return alt.X(f"{field}:T", scale=alt.Scale(type="utc", domain={"param": "zoom", "encoding": "x"}, nice=False), axis=day_axis())


def _lane(told: Story, field: str = "height") -> alt.Y:
    """A lane a source, named by its file and its headline."""
    import altair as alt

    names = json.dumps([_name(row) for row in told.rows])  # a literal in Vega's expressions as well
    axis = alt.Axis(
        labelExpr=f"{names}[datum.value]",
        labelLimit=300,
        labelLineHeight=15,
        labelBaseline="middle",
        labelOffset=-7,
        ticks=False,
        domain=False,
        grid=False,
        values=[*range(len(told.rows))],
    )
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[len(told.rows) - 0.5, -0.5], nice=False, zero=False), axis=axis, title=None)


def _name(row: SourceRow) -> list[str]:
    """One line, or two."""
    return [f"{isolated(label(row.file, 30))} · {row.lang}", *([enclosed(label(row.title, TITLE_CELLS))] if row.title else [])]


def _colour() -> alt.Color:
    import altair as alt

    legend = alt.Legend(title=None, orient="bottom", columns=2, labelLimit=360, symbolOpacity=1, symbolType="square")
    return alt.Color("kind:N", scale=alt.Scale(domain=[*_KEYS], range=[*_KEYS.values()]), legend=legend)


def _fullest(told: Story) -> Stretch:
    """The stretch that holds most: what is shown first."""
    days = [day for interval in told.intervals for day in (interval.earliest, interval.latest) if day is not None]
    return max(told.shown, key=lambda stretch: (sum(stretch.first <= day <= stretch.last for day in days), stretch.last))


def _bands(told: Story, whole: Stretch) -> _Rows:
    return [
        {"top": lane - _BAND, "bottom": lane + _BAND, "kind": _OLD if row.stale else _APPEARED if row.published.is_known else _WORKED_OUT}
        | _ends(row.published.interval, whole)
        | {"source": visible(row.file), "headline": visible(row.title), "published": wording.published(row.published)}
        for lane, row in enumerate(told.rows)
        if row.published.interval.earliest or row.published.interval.latest
    ]


def _claims(result: Result, told: Story, whole: Stretch) -> _Rows:
    found = verdicts(result)
    return [
        {"height": round(lane + below, 4), "kind": OF_BASIS[claim.event_time.basis][1], "day": claim.event_time.interval.is_day}
        | _ends(claim.event_time.interval, whole)
        | words_of(claim, result, found)
        for lane, row in enumerate(told.rows)
        for claim, below in told.told(row)
    ]


def _ends(interval: Interval, whole: Stretch) -> dict[str, int]:
    """Where an interval begins, ends and has its middle; an open one reaches to the end of all days."""
    first, last = _moments(Stretch(interval.earliest or whole.first, interval.latest or whole.last))
    return {"first": first, "middle": (first + last) // 2, "last": last}


def _moments(stretch: Stretch) -> list[int]:
    return [moment(at(stretch.first)), moment(at(stretch.last, 24))]
