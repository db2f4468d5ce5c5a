"""What two texts say together: pairs, outcomes, findings, notices. Frozen and slotted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model import Claim, Span


class Verdict(StrEnum):
    """What a finding says. ``unrelated`` is only an answer of ``compare()``."""

    CONTRADICTION = "contradiction"
    STALE = "stale"
    TEMPORAL_SHIFT = "temporal_shift"
    CORROBORATION = "corroboration"
    UNRELATED = "unrelated"


class Type(StrEnum):
    """In what two claims differ or agree."""

    DATE = "date"
    ORDINAL = "ordinal"
    NUMBER = "number"
    POLARITY = "polarity"
    IDENTITY = "identity"
    LOCATION = "location"
    ATTRIBUTION = "attribution"
    STATUS = "status"


class Severity(StrEnum):
    """How much a finding of a rule matters by default."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Basis(StrEnum):
    """The kind of reasoning a confidence rests on."""

    PARSED = "parsed"
    """Both values were read exactly."""
    CONVERTED = "converted"
    """A unit, calendar or script was converted."""
    INFERRED = "inferred"
    """It rests on likeness or on a date inferred from other sources."""
    PARTIAL = "partial"
    """One side is ambiguous or incomplete."""


class Level(StrEnum):
    """What one detector says of a pair. No outcome at all: not comparable; missing is not different."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One detector's word on a pair.

    ``left`` and ``right`` span the clashing or matching words in each claim's *sentence*.
    ``message`` is plain English that reads "A says ...; B says ..." without naming the sources.
    ``changes`` tells whether the thing can change with time, so that different event times make
    an update of it. ``weight`` is how strongly the detector holds it, 0 to 1.
    """

    level: Level
    left: Span
    right: Span
    left_value: str
    right_value: str
    message: str
    basis: Basis = Basis.PARSED
    changes: bool = True
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line of the same-event gate: who, what, where, when, or words.

    ``weight`` is what it adds to (or takes from) the likelihood that both speak of one event.
    """

    aspect: str
    left: str
    right: str
    weight: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different sources, in canonical order, that may speak of one event."""

    left: Claim
    right: Claim
    similarity: float
    evidence: tuple[Evidence, ...] = ()
    same_event: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a finding's trace: a facet, both values, the level, and its weight."""

    facet: str
    left: str
    right: str
    level: str
    weight: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to the question a finding poses: the value, who gives it, how many families."""

    id: str
    value: str
    families: int
    claims: tuple[Claim, ...]


SHORTEST_ID = 4
"""Letters of a finding's id that name it, if no other begins so."""


class State(StrEnum):
    """Whether a finding still has to be looked at."""

    NEW = "new"
    KNOWN = "known"
    """It stands in the baseline."""
    DISMISSED = "dismissed"
    """An editor has set it aside, with a reason."""


REASONS = ("scope", "update", "translation", "style", "other")
"""Why an editor sets a finding aside: the sides speak of different things, one updates the other, it is the translation or the wording."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Why a finding was set aside: a reason of ``REASONS``, the editor's note, and where that stands (a file, or ``file:line``)."""

    reason: str
    note: str
    where: str


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """One disagreement, shift, agreement, or stale article."""

    id: str
    code: str
    rule: str
    verdict: Verdict
    types: tuple[Type, ...]
    severity: Severity
    confidence: float
    confidence_basis: Basis
    message: str
    a: Claim
    b: Claim | None
    sides: tuple[Side, ...] = ()
    scope: str = "pair"
    evidence: tuple[Claim, ...] = ()
    trace: tuple[Step, ...] = ()
    group: str = ""
    left: Span | None = None
    right: Span | None = None
    state: State = State.NEW
    dismissal: Dismissal | None = None

    def __repr__(self) -> str:
        kind = ", ".join([self.verdict.value, *(kind.value for kind in self.types)])
        return f"<Finding {self.id!r} {kind} {self.confidence:.2f}: {self.message!r}>"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was *not* checked, and why."""

    code: str
    message: str
    file: str | None = None
