"""What one text says: sources, sentences, claims and their facets.

Standard library only, frozen and slotted, so that every other module may import it.
A ``Span`` counts code points into the text it belongs to, half-open, exactly as read: nothing
normalised or padded ever leaks into an offset. Values are ranges and intervals from the start:
a missing bound (``None``) is open, never "unknown but equal".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points ``[start, end)``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same range, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The words of ``text`` under this span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Interval:
    """Closed interval of days; ``None`` is an open end."""

    earliest: date | None
    latest: date | None

    @classmethod
    def day(cls, day: date) -> Interval:
        """The interval of one day."""
        return cls(day, day)

    @property
    def is_day(self) -> bool:
        """Whether it is exactly one day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_closed(self) -> bool:
        """Whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    def overlaps(self, other: Interval) -> bool:
        """Whether a day exists that lies in both."""
        return not self.before(other) and not other.before(self)

    def before(self, other: Interval) -> bool:
        """Whether every day of this lies before every day of ``other``."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def contains(self, other: Interval) -> bool:
        """Whether every day of ``other`` lies in this."""
        return self.intersect(other) == other

    def intersect(self, other: Interval) -> Interval | None:
        """The days in both, or ``None``."""
        if not self.overlaps(other):
            return None
        starts = [d for d in (self.earliest, other.earliest) if d is not None]
        ends = [d for d in (self.latest, other.latest) if d is not None]
        return Interval(max(starts, default=None), min(ends, default=None))

    def widen(self, days: int) -> Interval:
        """The interval with ``days`` more on each closed end."""
        by = timedelta(days=days)
        return Interval(
            None if self.earliest is None else self.earliest - by,
            None if self.latest is None else self.latest + by,
        )

    def gap_days(self, other: Interval) -> int:
        """Days between the two; 0 where they overlap."""
        if self.before(other):
            assert self.latest is not None
            assert other.earliest is not None
            return (other.earliest - self.latest).days
        if other.before(self):
            return other.gap_days(self)
        return 0

    def __str__(self) -> str:
        if self.is_day:
            return str(self.earliest)
        return f"{self.earliest or '…'} to {self.latest or '…'}"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number of a sentence; ``fold`` is its form for comparison only."""

    span: Span
    text: str
    fold: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source. Spans of tokens and facets count from the start of ``text``."""

    text: str
    lang: str
    tokens: tuple[Token, ...]
    start: int = 0
    is_title: bool = False

    @property
    def span(self) -> Span:
        """Where the sentence stands in the source's text."""
        return Span(self.start, self.start + len(self.text))


# --- facets -----------------------------------------------------------------------------------


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
    ``measure``, ``money``, ``percent``, ``age``, ``duration`` or ``score`` (then ``low`` and
    ``high`` are the two sides' points). ``scope`` holds limiting words ("so far", "in all").
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
    ``tense`` ``current``, ``former`` or ``acting``.
    """

    type: str
    key: str
    known: bool = False
    country: str | None = None
    role: str | None = None
    role_of: str | None = None
    tense: str = "current"


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
class Event(Facet):
    """What happened: a news frame, the concept that names it, whether negated, and its status."""

    frame: str
    concept: str
    negated: bool = False
    status: Status = Status.DONE
    opposites: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Attribution(Facet):
    """Who says it. ``mode`` is ``reported``, ``quoted``, ``denied`` or ``declined``."""

    speaker: str | None
    mode: str


AnyFacet = TypeVar("AnyFacet", bound=Facet)

# --- sources and claims -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A day the file itself offers as its date, with where it stands.

    ``basis``: ``argument``, ``front-matter``, ``json-ld``, ``meta``, ``time-tag``, ``dateline``,
    ``published-line``, ``url``, ``visible``, ``modified``. Never a footer or a quoted post.
    """

    interval: Interval
    basis: str
    text: str


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason for a publication date: the words, where they stand, what they bound."""

    text: str
    says: str
    file: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When a source appeared. ``basis`` is a candidate's, or ``inferred`` or ``unknown``."""

    interval: Interval
    basis: str
    clues: tuple[Clue, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the source itself gives the date."""
        return self.basis not in ("inferred", "unknown")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a source's text: ``kind`` is ``title``, ``body``, ``dateline``, ``caption`` or ``boilerplate``.

    Only title and body yield claims; ``reason`` says why a block is boilerplate.
    """

    span: Span
    kind: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run of readable text stands in the file: code points of the file as decoded."""

    text_start: int
    file_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Source:
    """One article as read.

    ``text`` is the readable text (for plain text and Markdown the file itself, verbatim; for
    HTML the paragraphs, one a line). ``places`` maps it back to the file, empty where identical.
    ``line_starts`` are the offsets, in the file, at which its lines begin.
    """

    file: str
    text: str
    lang: str
    title: Span | None = None
    blocks: tuple[Block, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    byline: str = ""
    origin: str = ""
    places: tuple[Place, ...] = ()
    line_starts: tuple[int, ...] = (0,)
    published: Published | None = None

    def offset_in_file(self, offset: int) -> int:
        """The file's code point that shows ``text[offset]``."""
        if not self.places:
            return offset
        at = bisect_right([p.text_start for p in self.places], offset) - 1
        place = self.places[max(at, 0)]
        return place.file_start + min(max(offset - place.text_start, 0), place.length)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column in the file, both from 1, of ``text[offset]``."""
        position = self.offset_in_file(offset)
        line = bisect_right(self.line_starts, position)
        return line, position - self.line_starts[line - 1] + 1


@dataclass(frozen=True, slots=True)
class EventTime:
    """When the claimed thing happened, and how that is known."""

    interval: Interval
    granularity: str = "range"
    basis: TimeBasis = TimeBasis.DEFAULT


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement: a span of a source, with facets counted from the sentence's start."""

    id: str
    file: str
    lang: str
    sentence: Sentence
    span: Span
    facets: tuple[Facet, ...] = ()
    event_time: EventTime = field(default_factory=lambda: EventTime(Interval(None, None)))

    @property
    def text(self) -> str:
        """The claim's own words."""
        return self.span.shift(-self.sentence.start).of(self.sentence.text)

    def all(self, kind: type[AnyFacet]) -> tuple[AnyFacet, ...]:
        """The facets of one kind, in the order of the text."""
        return tuple(f for f in self.facets if isinstance(f, kind))

    def __iter__(self) -> Iterator[Facet]:
        return iter(self.facets)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence that yields no claim, with the reason (question, opinion, boilerplate ...)."""

    sentence: Sentence
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one source: its claims and the sentences that are none."""

    source: Source
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...] = ()


class UnreadableError(Exception):
    """A path that could not be read: one line that names the file, the trouble and the cure."""

    def __init__(self, file: str, trouble: str, cure: str = "") -> None:
        self.file, self.trouble, self.cure = file, trouble, cure
        super().__init__(f"{file}: {trouble}" + (f"; {cure}" if cure else ""))
