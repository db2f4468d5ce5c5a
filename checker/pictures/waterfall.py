"""The waterfall: one finding taken apart, each step from the sum before to the sum after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.model import Finding, Step
from checker.pictures.canvas import INK, NEUTRAL, drawing, figure, label
from checker.pictures.picture import Picture
from checker.render import wording
from checker.trace import bars

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_FOR, _AGAINST = "#0072b2", "#d55e00"
_VALUE_CELLS = 30


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A bar: what it is called, where it begins and ends, and the words under the mouse."""

    called: str
    before: float
    after: float
    words: str
    colour: str


def waterfall(finding: Finding, *, most: int = 12) -> Picture:
    """The ``most`` weightiest steps of a finding's trace, the others as one bar, and the sum.

    Bars to the right speak for the verdict, bars to the left for the next likeliest. Raises
    ``InputError`` for a finding without a trace.
    """
    if not finding.trace:
        raise InputError(f"finding {finding.id} has no steps to draw")
    drawn_bars = _bars(finding.trace, most)
    kind = ", ".join([finding.verdict.value.replace("_", " "), *(kind.value for kind in finding.types)])
    with drawing():
        drawn = figure(9.5, 1.3 + 0.36 * len(drawn_bars))
        picture = Picture(drawn, f"why {finding.id} is a {kind}")
        ax = drawn.subplots()
        for number, bar in enumerate(drawn_bars):
            _bar(picture, ax, number, bar, last=number == len(drawn_bars) - 1)
        ax.axvline(0, color=INK, lw=0.8)
        ax.set_yticks(range(len(drawn_bars)), [bar.called for bar in drawn_bars])
        ax.set_ylim(len(drawn_bars) - 0.4, -0.6)
        ax.use_sticky_edges = False
        ax.margins(x=0.12)
        ax.tick_params(axis="y", length=0)
        ax.grid(axis="x")
        ax.set_xlabel("← speaks against it      weight      speaks for it →")
        drawn.suptitle(f"{kind} · {wording.certainty(finding.confidence)}\n{label(finding.message, 110)}", x=0.01, ha="left", fontsize=10)
    return picture


def _bars(trace: tuple[Step, ...], most: int) -> list[_Drawn]:
    steps = list(bars(trace))
    shown, rest = (steps, []) if len(steps) <= most else (steps[: most - 1], steps[most - 1 :])
    before, made = 0.0, []
    for bar in shown:
        weight = bar.step.weight
        made.append(_Drawn(_called(bar.step), before, bar.total, _words(bar.step), _FOR if weight >= 0 else _AGAINST))
        before = bar.total
    total = steps[-1].total
    if rest:
        words = "\n".join(f"{bar.step.weight:+.2f} {bar.step.facet.replace('_', ' ')}" for bar in rest)
        made.append(_Drawn(f"{len(rest)} lighter steps", before, total, words, _FOR if total >= before else _AGAINST))
    made.append(_Drawn("in all", 0.0, total, f"{total:+.2f}", NEUTRAL))
    return made


def _called(step: Step) -> str:
    """The facet, and what stands on either side in the words of the articles."""
    facet = step.facet.replace("_", " ")
    sides = [label(value, _VALUE_CELLS) for value in dict.fromkeys((step.left, step.right)) if value]
    return f"{facet}: {' | '.join(sides)}" if sides else facet


def _words(step: Step) -> str:
    sides = " | ".join(value for value in dict.fromkeys((step.left, step.right)) if value)
    return "\n".join(filter(None, [f"{step.weight:+.2f} {step.facet.replace('_', ' ')}", sides, step.note]))


def _bar(picture: Picture, ax: Axes, number: int, bar: _Drawn, *, last: bool) -> None:
    weight = bar.after - bar.before
    ax.barh(number, weight, left=bar.before, height=0.62, color=bar.colour, gid=None)[0].set_gid(picture.hover(bar.words))
    if not last:
        ax.plot([bar.after] * 2, [number - 0.31, number + 1.31], color=INK, lw=0.6, alpha=0.6)
    right = weight >= 0
    ax.annotate(
        f"{weight:+.2f}",
        (bar.after, number),
        xytext=(4 if right else -4, 0),
        textcoords="offset points",
        ha="left" if right else "right",
        va="center",
        fontsize=8,
    )
