"""Reading a finding's trace: which steps speak for one event, and what the weights come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Step

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
