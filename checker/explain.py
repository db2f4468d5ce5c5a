"""One finding taken apart: each step with both values, its weight, and the sum so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Finding, Step
from checker.result import Position

GATE = ("who", "what", "where", "when", "number", "words")
"""The facets of a trace that say why two claims speak of one event."""


def same_event(trace: tuple[Step, ...]) -> list[Step]:
    """The steps that speak for one event, in the order an editor asks."""
    steps = [step for step in trace if step.facet in GATE and step.weight > 0]
    return sorted(steps, key=lambda step: GATE.index(step.facet))


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the waterfall: a step and the sum of the weights up to it."""

    step: Step
    total: float


def bars(trace: tuple[Step, ...]) -> Iterator[Bar]:
    """The steps in order, each with the running sum of the weights."""
    total = 0.0
    for step in trace:
        total += step.weight
        yield Bar(step, total)


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """Why a finding stands in a report. Prints as a waterfall; ``rows()`` gives it as data."""

    finding: Finding
    a: Position
    b: Position | None

    def rows(self) -> list[dict[str, str | float]]:
        """One mapping a step: facet, left, right, level, weight, total, note."""
        return [
            {
                "facet": bar.step.facet,
                "left": bar.step.left,
                "right": bar.step.right,
                "level": bar.step.level,
                "weight": bar.step.weight,
                "total": round(bar.total, 6),
                "note": bar.step.note,
            }
            for bar in bars(self.finding.trace)
        ]

    def __str__(self) -> str:
        from checker.render.view import View
        from checker.render.waterfall import explanation

        return explanation(self, View()).rstrip("\n")

    __repr__ = __str__
