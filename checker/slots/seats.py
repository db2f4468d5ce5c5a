"""Who sits where in a deed that both claims tell: who did it, and to whom it was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.slots import shared_events
from checker.slots.actors import Actor, actors
from claims.model import Claim, Event, Participant, Span

_NAMED = frozenset({"PER", "ORG", "NORP", "GPE"})


@dataclass(frozen=True, slots=True)
class SeatPair:
    """The two actors that two claims put in one seat of one deed; ``seat`` is ``agent`` or ``patient``."""

    deed: Event
    seat: str
    left: Actor
    right: Actor


def seated_pairs(left: Claim, right: Claim) -> Iterator[SeatPair]:
    """Every seat of a deed in common that both claims fill, where neither denies the deed alone."""
    for deed, other in shared_events(left, right):
        if deed.concept != other.concept or deed.negated != other.negated:
            continue
        for seat, ours, theirs in (("patient", deed.patient, other.patient), ("agent", deed.agent, other.agent)):
            a, b = actor_of(left, ours), actor_of(right, theirs)
            if a is not None and b is not None:
                yield SeatPair(deed, seat, a, b)


def seats_of(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Every seat that a claim says plainly is taken: ``agent`` or ``patient``, and by whom."""
    for event in claim.all(Event):
        yield from ((seat, who.span) for seat, who in (("agent", event.agent), ("patient", event.patient)) if who is not None)


def actor_of(claim: Claim, participant: Participant | None) -> Actor | None:
    """The actor that a deed's participant is, with all that the claim says of its kind; ``None`` where there is none."""
    if participant is None:
        return None
    return next((a for a in actors(claim, _NAMED) if a.span.overlaps(participant.span)), None)
