"""What a sentence says happened: events with their polarity and status.

Events come from the concept lexicon; words of the language's ``events`` table then tell whether
each is negated, planned, denied or otherwise short of having happened. Several senses of one span
give several events over that span: readings of the same words, any of which may be meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims import frames
from claims.facets.events.cues import EFFECTS, NEGATION, Scope, cues
from claims.facets.events.senses import mentions
from claims.facets.events.tense import future
from claims.model import Event, Facet, Sentence, Status


def read(sentence: Sentence, found: Sequence[Facet]) -> tuple[Event, ...]:
    """The events of a sentence, in the order of the text."""
    named = mentions(sentence, found)
    if not named:
        return ()
    scope = Scope.of(sentence, named)
    effects = {effect: _governed(scope, effect) for effect in EFFECTS}
    ahead = future(sentence, named)
    events = []
    for k, mention in enumerate(named):
        status = next((s for s in _RANK if k in effects[s.value]), Status.PLANNED if k in ahead else Status.DONE)
        events += [
            Event(
                mention.span,
                mention.span.of(sentence.text),
                frames.frame_of(sense),
                sense,
                (k in effects[NEGATION]) != denied,
                status,
                frames.opposites_of(sense),
            )
            for sense, denied in mention.senses
        ]
    return tuple(events)


def _governed(scope: Scope, effect: str) -> frozenset[int]:
    return frozenset(k for found in cues(scope.sentence, effect) for k in scope.governed(found))


# A denied plan is denied, a cancelled plan cancelled: what undoes an event outranks what announces it.
_RANK = (
    Status.DENIED,
    Status.CANCELLED,
    Status.POSTPONED,
    Status.UNCONFIRMED,
    Status.PLANNED,
    Status.EXPECTED,
    Status.ONGOING,
    Status.BEGUN,
)
