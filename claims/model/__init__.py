"""What one text says: sources, sentences, claims and their facets.

Standard library only, frozen and slotted, so that every other module may import it.
A ``Span`` counts code points into the text it belongs to, half-open, exactly as read: nothing
normalised or padded ever leaks into an offset. Values are ranges and intervals from the start:
a missing bound (``None``) is open, never "unknown but equal".
"""

from claims.model.claim import AnyFacet, Claim, EventTime, Inherited, Reading, Skipped
from claims.model.facets import Attribution, Concept, Event, Facet, Name, Ordinal, Participant, Quantity, Status, Time, TimeBasis
from claims.model.interval import Interval
from claims.model.sentence import Sentence, Token
from claims.model.source import Block, Clue, DateCandidate, Place, Published, Remark, Source, UnreadableError
from claims.model.span import Span

__all__ = [
    "AnyFacet",
    "Attribution",
    "Block",
    "Claim",
    "Clue",
    "Concept",
    "DateCandidate",
    "Event",
    "EventTime",
    "Facet",
    "Inherited",
    "Interval",
    "Name",
    "Ordinal",
    "Participant",
    "Place",
    "Published",
    "Quantity",
    "Reading",
    "Remark",
    "Sentence",
    "Skipped",
    "Source",
    "Span",
    "Status",
    "Time",
    "TimeBasis",
    "Token",
    "UnreadableError",
]
