"""Checkable statements, and everything read from one source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import update_wrapper
from textwrap import shorten
from typing import Any, Concatenate, ParamSpec, TypeVar

from claims.model.facets import Attribution, Facet, TimeBasis
from claims.model.interval import Interval
from claims.model.sentence import Sentence
from claims.model.source import Source
from claims.model.span import Span

AnyFacet = TypeVar("AnyFacet", bound=Facet)
More = ParamSpec("More")
Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class EventTime:
    """When the claimed thing happened, and how that is known."""

    interval: Interval
    granularity: str = "range"
    basis: TimeBasis = TimeBasis.DEFAULT


@dataclass(frozen=True, slots=True)
class Inherited:
    """A facet that a claim does not state itself but takes over from the text around it.

    ``facet`` counts from the start of ``sentence``, which states it. ``by`` is ``pronoun`` ("she"),
    ``noun`` ("the bank", "both sides") or ``left out`` (the place and day of what went before);
    ``at`` are the words of the claim's own sentence that stand for it, ``None`` where it is left out.
    """

    facet: Facet
    sentence: Sentence
    by: str
    at: Span | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """One checkable statement: a span of a source, with facets counted from the sentence's start.

    ``inherited`` holds what it takes over from the text around it, none of which is in ``facets``.
    """

    id: str
    file: str
    lang: str
    sentence: Sentence
    span: Span
    facets: tuple[Facet, ...] = ()
    event_time: EventTime = field(default_factory=lambda: EventTime(Interval(None, None)))
    inherited: tuple[Inherited, ...] = ()
    _remembered: dict[object, Any] = field(init=False, repr=False, compare=False, default_factory=dict)

    @property
    def text(self) -> str:
        """The claim's own words."""
        return self.span.shift(-self.sentence.start).of(self.sentence.text)

    def all(self, kind: type[AnyFacet]) -> tuple[AnyFacet, ...]:
        """The facets of one kind, in the order of the text."""
        found: tuple[AnyFacet, ...] | None = self._remembered.get(kind)
        if found is None:  # every detector asks, for every pair: it is looked up once
            found = self._remembered[kind] = tuple(f for f in self.facets if isinstance(f, kind))
        return found

    def all_inherited(self, kind: type[AnyFacet]) -> tuple[AnyFacet, ...]:
        """The facets of one kind that the claim takes over; their spans count from sentences of their own."""
        return tuple(i.facet for i in self.inherited if isinstance(i.facet, kind))

    @property
    def is_refuted(self) -> bool:
        """Whether the text tells this claim only to call it false, so that its source does not make it."""
        return any(a.mode == "refuted" for a in self.all(Attribution))

    @property
    def is_own(self) -> bool:
        """Whether the source says it in its own voice: nothing of the claim lies in what another is told to have said."""
        here = self.span.shift(-self.sentence.start)
        return not any(a.scope is not None and a.scope.overlaps(here) for a in self.all(Attribution))

    def __hash__(self) -> int:
        return hash((self.file, self.id, self.span))  # equal claims stand in one place; their facets take long to hash

    def __iter__(self) -> Iterator[Facet]:
        return iter(self.facets)

    def __repr__(self) -> str:
        return f"<Claim {self.id!r} {self.lang} {shorten(self.text, 60, placeholder='…')!r}>"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that yields no claim, with the reason (question, opinion, boilerplate ...)."""

    sentence: Sentence
    reason: str


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """Everything read from one source: its claims and the sentences that are none."""

    source: Source
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()

    def __repr__(self) -> str:
        return f"<Reading of {self.source.file!r}: {len(self.claims)} claims, {len(self.skipped)} sentences without>"


def once(see: Callable[Concatenate[Claim, More], Seen]) -> Callable[Concatenate[Claim, More], Seen]:
    """What a function sees in a claim, looked up once however many pairs the claim stands in.

    What it sees must depend on the claim and on the (hashable) further arguments alone, and never be changed.
    """

    def remembered(claim: Claim, /, *more: More.args, **named: More.kwargs) -> Seen:
        key = (see, more, *named.items())
        if key not in claim._remembered:
            claim._remembered[key] = see(claim, *more, **named)
        seen: Seen = claim._remembered[key]
        return seen

    return update_wrapper(remembered, see)
