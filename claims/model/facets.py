"""What is read from a sentence: one type a facet."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from claims.model.interval import Interval
from claims.model.span import Span


@dataclass(frozen=True, slots=True)
class Facet:
    """Something read from a sentence; ``span`` counts from the start of the sentence."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Concept(Facet):
    """A match in the concept lexicon. Homonyms give several facets over one span."""

    id: str
    frame: str
    opposites: frozenset[str] = frozenset()


class TimeBasis(StrEnum):
    """How a time became days."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    INFERRED = "inferred"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Time(Facet):
    """A time expression, symbolic until ``claims.calendar.resolve`` meets a publication interval.

    ``rule`` names how it resolves (``absolute``, ``month_day``, ``weekday``, ``offset`` ...),
    ``arguments`` are that rule's own values, sorted by name. ``interval`` is set once resolved,
    and from the start where the rule is absolute. ``granularity`` is one of ``day``, ``week``,
    ``month``, ``season``, ``year``, ``range``. ``role`` says what the expression bounds: ``at``
    the event, ``since``/``until`` a span, ``duration`` backwards from now, ``anniversary``.
    """

    rule: str
    arguments: tuple[tuple[str, int | str | bool | None], ...] = ()
    granularity: str = "day"
    basis: TimeBasis = TimeBasis.EXPLICIT
    role: str = "at"
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Quantity(Facet):
    """A number of something: ``low`` to ``high`` (equal when exact; ``None`` is open).

    ``unit`` is ``percent``, an ISO 4217 code or a singular English unit; ``counted`` what is
    counted (``killed``, ``injured``, a concept id, or the folded noun); ``kind`` is ``count``,
    ``measure``, ``money``, ``percent``, ``age``, ``duration``, ``rank`` (a place in a ranking, or every
    place from ``low`` to ``high``) or ``score`` (then ``low`` and ``high`` are the two sides' points).
    ``scope`` holds limiting words ("so far", "in all").
    """

    low: Decimal | None
    high: Decimal | None
    approximate: bool = False
    unit: str | None = None
    counted: str | None = None
    kind: str = "count"
    scope: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ordinal(Facet):
    """A place in a series: ``rank`` from 1, -1 for last; ``series`` what is numbered."""

    rank: int
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Name(Facet):
    """A mention of an entity. ``type`` is PER, LOC, GPE, ORG, NORP or EVENT.

    ``key`` is equal for mentions of one entity: the gazetteer's id where ``known``, otherwise a
    romanised skeleton. ``country`` is an ISO code where known. ``role`` is the office the text
    gives the person here (``president``), ``role_of`` the key of what it is an office of,
    ``tense`` ``current``, ``former`` or ``acting``. ``called`` is the fuller form that the text gives
    elsewhere, empty where there is none: of "Orlova" it may be "Vera Orlova".
    """

    type: str
    key: str
    known: bool = False
    country: str | None = None
    role: str | None = None
    role_of: str | None = None
    tense: str = "current"
    called: str = ""

    @property
    def fullest(self) -> str:
        """The fullest form of the name that the text gives."""
        return self.called or self.text


class Status(StrEnum):
    """How far an event is said to have come."""

    PLANNED = "planned"
    EXPECTED = "expected"
    BEGUN = "begun"
    ONGOING = "ongoing"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Participant(Facet):
    """Who takes part in an event: ``key`` is that of a name, or the concept of an office, a body or a kind of people."""

    key: str
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Event(Facet):
    """What happened: a news frame, the concept that names it, whether negated, and its status.

    ``agent`` does it, ``patient`` is whom it is done to or befalls; ``None`` where the sentence does
    not say so plainly.
    """

    frame: str
    concept: str
    negated: bool = False
    status: Status = Status.DONE
    opposites: frozenset[str] = frozenset()
    agent: Participant | None = None
    patient: Participant | None = None


@dataclass(frozen=True, slots=True)
class Attribution(Facet):
    """Who says it. ``mode`` is ``reported``, ``quoted``, ``denied``, ``declined`` or ``refuted``.

    A ``refuted`` claim is told only to be called false: it is nobody's in this text. ``scope`` is the
    stretch of the sentence that is said, ``None`` where nothing is.
    """

    speaker: str | None
    mode: str
    scope: Span | None = None
