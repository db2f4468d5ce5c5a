"""States that a claim says a thing is in: alive or dead, held or free, going on or over.

``claims/data/states.toml`` lists for every such question the words that answer yes and no. A denied
yes is a no. Words that only tell how things stood until then count where the claim says they still do.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.slots import distance
from claims.model import Claim, Concept, Event, Quantity, Span, Status
from claims.model.claim import once

_PENDING = frozenset({Status.PLANNED, Status.EXPECTED, Status.UNCONFIRMED, Status.POSTPONED})
_STILL = "ongoing"
_DENIAL_REACH = 2
_COUNT_REACH = 3
"""Words between a state and a number of people in it: some dead and others alive are no contradiction."""


@dataclass(frozen=True, slots=True)
class State:
    """An answer to a question: ``dimension`` names the question, ``name`` the state in plain words."""

    span: Span
    text: str
    dimension: str
    holds: bool
    name: str


@dataclass(frozen=True, slots=True)
class _Dimension:
    name: str
    words: dict[bool, str]
    answers: dict[str, bool]
    weak: frozenset[str]
    lasting: dict[str, bool]


@cache
def _dimensions() -> tuple[_Dimension, ...]:
    data = tomllib.loads((files("claims") / "data" / "states.toml").read_text("utf-8"))
    return tuple(
        _Dimension(
            name,
            {True: entry["yes"], False: entry["no"]},
            {**dict.fromkeys(entry["is"], True), **dict.fromkeys(entry["is_not"], False)},
            frozenset(entry.get("is_weak", ())) | frozenset(entry.get("is_not_weak", ())),
            {**dict.fromkeys(entry.get("is_still", ()), True), **dict.fromkeys(entry.get("is_not_still", ()), False)},
        )
        for name, entry in data.items()
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of the lexicon in a claim: its meanings, and whether it is denied or said to last."""

    span: Span
    text: str
    ids: frozenset[str]
    is_denied: bool
    lasts: bool


@once
def states(claim: Claim) -> tuple[State, ...]:
    """The states a claim speaks of, one for each question that it answers one way only."""
    said = tuple(_said(claim))
    found: list[State] = []
    for dimension in _dimensions():
        firm, weak = _answers(claim, dimension, said)
        answers = firm or weak
        if len({s.holds for s in answers}) == 1:
            found.append(min(answers, key=lambda s: s.span))
    return tuple(found)


def _said(claim: Claim) -> Iterator[_Said]:
    """Every event with its meanings, and every other word of the lexicon."""
    concepts: dict[Span, set[str]] = {}
    for concept in claim.all(Concept):
        concepts.setdefault(concept.span, set()).add(concept.id)
    lasts = any(_STILL in ids for ids in concepts.values())
    events: dict[Span, list[Event]] = {}
    for event in claim.all(Event):
        events.setdefault(event.span, []).append(event)
    for span, meanings in events.items():
        live = [e for e in meanings if e.status not in _PENDING]
        if live:
            ids = frozenset(concepts.get(span) or {e.concept for e in live})
            denied = any(e.negated or e.status is Status.DENIED for e in live)
            yield _Said(span, live[0].text, ids, denied, any(e.status is Status.ONGOING for e in live))
    for span, meant in concepts.items():
        if not any(span.overlaps(s) for s in events) and not _is_unsettled(claim, span):
            yield _Said(span, span.of(claim.sentence.text), frozenset(meant), is_denied=False, lasts=lasts)


def _answers(claim: Claim, dimension: _Dimension, said: Iterable[_Said]) -> tuple[list[State], list[State]]:
    """Firm and weak answers to a question."""
    firm: list[State] = []
    weak: list[State] = []
    for word in said:
        listed = word.ids & dimension.answers.keys()
        values = {dimension.answers[i] for i in listed}
        if word.lasts:
            values |= {dimension.lasting[i] for i in word.ids & dimension.lasting.keys()}
        if len(values) == 1 and not _is_counted(claim, word.span):
            holds = values.pop() != word.is_denied
            state = State(word.span, word.text, dimension.name, holds, dimension.words[holds])
            gives_way = not word.lasts and not word.is_denied and listed <= dimension.weak
            (weak if gives_way else firm).append(state)
    return firm, weak


def _is_unsettled(claim: Claim, span: Span) -> bool:
    """Whether a word of denial stands so near that only a reader of whole clauses could tell what it denies."""
    near = (c.span for c in claim.all(Concept) if c.frame == "polarity" and not c.span.overlaps(span))
    return any(distance(claim, span, other) <= _DENIAL_REACH for other in near)


def _is_counted(claim: Claim, span: Span) -> bool:
    """Whether a number of people stands beside the word."""
    counts = [q for q in claim.all(Quantity) if q.kind == "count" and q.counted is not None]
    return any(q.span.overlaps(span) or distance(claim, q.span, span) <= _COUNT_REACH for q in counts)
