"""The interactive map of claims: zoom and drag, pick groups in the key, hold the mouse on a point to read the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Verdict
from checker.pictures.canvas import OF_VERDICT
from checker.pictures.chart_words import KEY, TOLD, shape, tooltips, words_of
from checker.pictures.interactive import Interactive, interactive, load_altair
from checker.pictures.places import Places, verdicts
from checker.render import wording
from checker.render.display import isolated, visible
from checker.result import Result

if TYPE_CHECKING:
    import altair as alt

_WIDTH, _HEIGHT = 680, 480


def map_chart(result: Result, shown: Places) -> Interactive:
    """The claims of ``shown`` as points, the sides of contradictions joined by lines."""
    load_altair()
    import altair as alt

    many = wording.count(len(shown.claims), "claim")
    picked = alt.selection_point(name="picked", fields=["group"], bind="legend")
    view = alt.selection_interval(name="view", bind="scales")
    chart = alt.layer(_lines(result, shown).add_params(view), _points(result, shown, picked).add_params(picked)).properties(
        width=_WIDTH, height=_HEIGHT, title=f"Claims that say alike lie near each other: {many}, by {shown.by}"
    )
    return interactive(f"map of {many} by {shown.by}", chart)


def _axis(field: str) -> tuple[alt.X, alt.Y]:
    import altair as alt

    scale = alt.Scale(zero=False, nice=False, padding=16)
    return alt.X(f"{field}x:Q", scale=scale, axis=None), alt.Y(f"{field}y:Q", scale=scale, axis=None)


def _points(result: Result, shown: Places, picked: alt.Parameter) -> alt.Chart:
    import altair as alt

    found = verdicts(result)
    rows = [
        {"x": float(x), "y": float(y), "group": _name(group)} | words_of(claim, result, found)
        for claim, (x, y), group in zip(shown.claims, shown.points, shown.groups, strict=True)
    ]
    names = [_name(group) for group in shown.looks]
    colours, markers = [colour for colour, _ in shown.looks.values()], [shape(marker) for _, marker in shown.looks.values()]
    key = alt.Legend(title=f"{shown.by} (click to pick)", **KEY)
    x, y = _axis("")
    marked: alt.Chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_point(filled=True, size=55, stroke="currentColor", strokeWidth=0.3)
        .encode(
            x=x,
            y=y,
            color=alt.Color("group:N", scale=alt.Scale(domain=names, range=colours), legend=key),
            shape=alt.Shape("group:N", scale=alt.Scale(domain=names, range=markers), legend=key),
            opacity=alt.condition(picked, alt.value(0.85), alt.value(0.08)),
            tooltip=tooltips(*TOLD),
        )
    )
    return marked


def _lines(result: Result, shown: Places) -> alt.Chart:
    import altair as alt

    rows = [
        {"x": float(a[0]), "y": float(a[1]), "x2": float(b[0]), "y2": float(b[1])}
        | {"contradiction": isolated(visible(finding.message)), "of": ", ".join(kind.value for kind in finding.types)}
        | {"confidence": wording.certainty(finding.confidence)}
        for finding, (a, b) in shown.contradictions(result)
    ]
    x, y = _axis("")
    marked: alt.Chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_rule(color=OF_VERDICT[Verdict.CONTRADICTION], strokeWidth=1.5, opacity=0.75)
        .encode(x=x, y=y, x2="x2:Q", y2="y2:Q", tooltip=tooltips("contradiction", "of", "confidence"))
    )
    return marked


def _name(group: str) -> str:
    return isolated(visible(group))
