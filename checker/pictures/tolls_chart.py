"""The interactive figures over time: zoom and drag, pick sources in the key, hold the mouse on a figure to read its sentence."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from checker.pictures.chart_words import KEY, TOLD, day_axis, day_scale, moment, shape, tooltips, words_of
from checker.pictures.days import Stretch, at
from checker.pictures.figures import Counted
from checker.pictures.interactive import Interactive, interactive, load_altair
from checker.pictures.lanes import looks
from checker.pictures.places import verdicts
from checker.render import wording
from checker.render.display import isolated, visible
from checker.result import Result

if TYPE_CHECKING:
    import altair as alt

_WIDTH, _HEIGHT = 640, 360
_Rows = list[dict[str, object]]


def tolls_chart(result: Result, told: Counted) -> Interactive:
    """A colour and a shape for every source: its figures, with bars where only bounds of number or day are known."""
    load_altair()
    import altair as alt

    picked = alt.selection_point(name="picked", fields=["key"], bind="legend")
    view = alt.selection_interval(name="view", bind="scales")
    base = alt.Chart(alt.InlineData(values=_rows(result, told))).encode(
        x=alt.X("at:T", scale=day_scale(_days(told)), axis=day_axis()),
        y=alt.Y("height:Q", scale=alt.Scale(domain=[0, told.top], nice=False), title=told.called),
        color=_colours(told),
        opacity=alt.condition(picked, alt.value(0.9), alt.value(0.08)),
    )
    chart = alt.layer(
        base.mark_line(interpolate="step-after", strokeWidth=1.2, clip=True).add_params(view),
        base.mark_rule(clip=True).encode(y=alt.Y("low:Q"), y2="high:Q"),
        base.mark_rule(clip=True).encode(x=alt.X("first:T"), x2="last:T"),
        _points(base, told, about=True),
        _points(base, told, about=False).add_params(picked),
        base.mark_text(align="left", dx=8, clip=True).encode(text="beyond:N"),
    )
    of = f" (of {wording.count(told.of, 'source')})" if len(told.by_file) < told.of else ""
    titled = chart.properties(width=_WIDTH, height=_HEIGHT, title=f"{told.called.capitalize()}, as each source gives it{of}")
    return interactive(f"{told.called} over time in {wording.count(len(told.by_file), 'source')}", titled)


def _key(file: str, told: Counted) -> str:
    return f"{isolated(visible(file))} · {told.by_file[file][0].claim.lang}"


def _days(told: Counted) -> Stretch:
    days = [day for figures in told.by_file.values() for one in figures for day in one.ends]
    return Stretch(min(days) - timedelta(days=1), max(days) + timedelta(days=1))


def _legend() -> alt.Legend:
    import altair as alt

    return alt.Legend(title="source (click to pick)", **KEY)


def _colours(told: Counted) -> alt.Color:
    import altair as alt

    shown = looks(list(told.by_file))
    scale = alt.Scale(domain=[_key(file, told) for file in shown], range=[colour for colour, _ in shown.values()])
    return alt.Color("key:N", scale=scale, legend=_legend())


def _points(base: alt.Chart, told: Counted, *, about: bool) -> alt.Chart:
    """The figures that are exact, or those that are about so many, which are hollow."""
    import altair as alt

    shown = looks(list(told.by_file))
    scale = alt.Scale(domain=[_key(file, told) for file in shown], range=[shape(marker) for _, marker in shown.values()])
    filtered = base.transform_filter("datum.about" if about else "!datum.about")
    marked = filtered.mark_point(size=60, clip=True, fill="transparent") if about else filtered.mark_point(size=60, clip=True, filled=True)
    shaped: alt.Chart = marked.encode(shape=alt.Shape("key:N", scale=scale, legend=_legend()), tooltip=tooltips("figure", "held", *TOLD))
    return shaped


def _rows(result: Result, told: Counted) -> _Rows:
    found = verdicts(result)
    rows: _Rows = []
    for file, figures in told.by_file.items():
        for one in figures:
            (first, last), (below, above), height = one.ends, told.bounds(one), told.height(one)
            begin, end = at(first) + told.aside(file), at(last) + 1 + told.aside(file)
            little = 0.5 if first == last else 0.0  # one day has no bar
            rows.append(
                {
                    "key": _key(file, told),
                    "at": moment((begin + end) / 2),
                    "first": moment(begin + little),
                    "last": moment(end - little),
                    "height": height,
                    "low": height - below,
                    "high": height + above,
                    "about": one.quantity.approximate,
                    "beyond": f"{one.value:,.0f}" if height < one.value else "",
                    "figure": visible(one.quantity.text),
                    "held": wording.days(one.when),
                }
                | words_of(one.claim, result, found)
            )
    return rows
