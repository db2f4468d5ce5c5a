"""What a sentence says happened: events with their polarity and status.

Events come from the concept lexicon; words of the language's ``events`` table then tell whether
each is negated, planned, denied or otherwise short of having happened. Several senses of one span
give several events over that span: readings of the same words, any of which may be meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims import frames
from claims.facets.events.cues import NEGATION, cues, lookalikes
from claims.facets.events.participants import participants
from claims.facets.events.scope import Scope
from claims.facets.events.senses import mentions
from claims.facets.events.tense import future
from claims.model import Event, Facet, Sentence, Status


def read(sentence: Sentence, found: Sequence[Facet]) -> tuple[Event, ...]:
    """The events of a sentence, in the order of the text."""
    named = mentions(sentence, found)
    if not named:
        return ()
    scope = Scope.of(sentence, named, found)
    negated, left_open = _negated(scope)
    effects = {status: _governed(scope, status.value, negated) for status in Status}
    ahead = future(sentence, named)
    sides = participants(sentence, named, found)
    events = []
    for k, mention in enumerate(named):
        if k in left_open:
            continue
        status = next((s for s in _RANK if k in effects[s]), Status.PLANNED if k in ahead else Status.DONE)
        events += [
            Event(
                mention.span,
                mention.span.of(sentence.text),
                frames.frame_of(sense.id),
                sense.id,
                (k in negated) != sense.denied and not _undone(sense),
                status if sense.status is None or (k in negated) else sense.status,
                frames.opposites_of(sense.id),
                *sides[k],
            )
            for sense in mention.senses
        ]
    return tuple(events)


def _negated(scope: Scope) -> tuple[frozenset[int], frozenset[int]]:
    """The negated events, and those of which a negation says nothing but a time ("not before Friday")."""
    negated: set[int] = set()
    left_open: set[int] = set()
    for found in cues(scope.sentence, NEGATION):
        if not scope.is_limited(found, "limits"):
            (left_open if scope.is_limited(found, "open_limits") else negated).update(scope.governed(found))
    negated.update(k for first, last in lookalikes(scope.sentence, NEGATION) for k in scope.negated_within(first, last))
    return frozenset(negated), frozenset(left_open)


def _undone(sense: frames.Sense) -> bool:
    """Whether a sense says that an event was called off: "not cancelled" then leaves it as it was."""
    return sense.status in (Status.CANCELLED, Status.POSTPONED)


def _governed(scope: Scope, effect: str, negated: frozenset[int]) -> frozenset[int]:
    """The events an effect reaches; a cue that is itself a negated event ("was not cancelled") has none."""
    return frozenset(k for found in cues(scope.sentence, effect) if not scope.mentions_in(found) & negated for k in scope.governed(found))


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
