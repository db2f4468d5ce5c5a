"""A finding's trace as bars, each from the sum before a step to the sum after it."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Step
from checker.trace import bars

_WIDTH = 100.0
"""Units of the drawing, whatever width the page gives it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One step; ``x`` and ``width`` place its bar."""

    step: Step
    name: str
    weight: str
    total: str
    x: float
    width: float
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The steps, and where zero lies."""

    rows: tuple[Row, ...]
    zero: float


def waterfall(trace: tuple[Step, ...]) -> Waterfall:
    """The geometry of a trace, to the scale of its widest swing."""
    steps = tuple(bars(trace))
    sums = [0.0, *(bar.total for bar in steps)]
    low, high = min(sums), max(sums)
    scale = _WIDTH / ((high - low) or 1.0)
    rows = []
    for bar, before in zip(steps, sums, strict=False):
        left, right = sorted((before, bar.total))
        rows.append(
            Row(
                step=bar.step,
                name=bar.step.facet.replace("_", " "),
                weight=_signed(bar.step.weight),
                total=_signed(bar.total),
                x=round((left - low) * scale, 2),
                width=round(max((right - left) * scale, 0.6), 2),
                speaks_for=bar.step.weight >= 0,
            )
        )
    return Waterfall(tuple(rows), round(-low * scale, 2))


def _signed(value: float) -> str:
    """Two decimals with a sign as long as a digit; never a negative zero."""
    return f"{round(value, 2) + 0.0:+.2f}".replace("-", "\u2212")
