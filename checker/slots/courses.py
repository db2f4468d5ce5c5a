"""How far a thing has come in the usual course of affairs: a suspect is held, charged, tried, sentenced.

``claims/data/courses.toml`` lists the courses and their stages. Two claims that tell of different
stages of one course speak of one matter at two times, though they name different events.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.model import Claim, Concept, Event, Span, Status
from claims.model.claim import once

_AHEAD = frozenset({Status.PLANNED, Status.EXPECTED, Status.POSTPONED, Status.UNCONFIRMED})
_NOT = frozenset({Status.DENIED, Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a course that a claim tells of; ``is_ahead`` where it has yet to come."""

    course: str
    rank: int
    span: Span
    concept: str
    is_ahead: bool

    @property
    def name(self) -> str:
        """The stage in plain words."""
        return self.concept.replace("_", " ") + (" to come" if self.is_ahead else "")


@dataclass(frozen=True, slots=True)
class Step:
    """The different stages of one course at which two claims stand."""

    left: Stage
    right: Stage

    def is_in_time(self, left: Claim, right: Claim) -> bool:
        """Whether the further stage is told of no earlier time than the other."""
        first, then = (left, right) if self.left.rank < self.right.rank else (right, left)
        return not then.event_time.interval.before(first.event_time.interval)


@cache
def _ranks() -> dict[str, tuple[tuple[str, int], ...]]:
    """For every concept its rank in each course that it is part of."""
    data = tomllib.loads((files("claims") / "data" / "courses.toml").read_text("utf-8"))
    found: dict[str, list[tuple[str, int]]] = {}
    for course, entry in data.items():
        for rank, concepts in enumerate(entry["stages"]):
            for concept in concepts:
                found.setdefault(concept, []).append((course, rank))
    return {concept: tuple(places) for concept, places in found.items()}


@once
def stages(claim: Claim) -> tuple[Stage, ...]:
    """Every stage a claim tells of, in the order of the text; what it denies or calls off is none."""
    events = claim.all(Event)
    found = []
    for concept in claim.all(Concept):
        places = _ranks().get(concept.id, ())
        here = [e for e in events if e.span.overlaps(concept.span)] if places else []
        if any(e.negated or e.status in _NOT for e in here):
            continue
        is_ahead = bool(here) and all(e.status in _AHEAD for e in here)
        found += [Stage(course, rank, concept.span, concept.id, is_ahead) for course, rank in places]
    return tuple(found)


def step_between(left: Claim, right: Claim) -> Step | None:
    """How the one matter went on from one claim to the other, if they stand at different stages of a course.

    A claim stands at the furthest stage it has reached; one that only looks ahead, at the nearest to come.
    """
    ours, theirs = stages(left), stages(right)
    if not ours or not theirs:
        return None
    for course in sorted({s.course for s in ours} & {s.course for s in theirs}):
        mine, other = [s for s in ours if s.course == course], [s for s in theirs if s.course == course]
        step = Step(_standing(mine), _standing(other))
        if step.left.rank != step.right.rank:
            return step
    return None


def _standing(told: list[Stage]) -> Stage:
    reached = [s for s in told if not s.is_ahead]
    return max(reached, key=lambda s: s.rank) if reached else min(told, key=lambda s: s.rank)
