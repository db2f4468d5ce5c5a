"""Events that a claim names only to say that somebody refuses, rejects or denies them, asks for them or waits for them.

"He rejected calls to resign" tells of no resignation, though its word stands there without a "not"; nor does "they demanded
his resignation". What has not come true yet may come true the same day.
"""

from __future__ import annotations

from checker.slots import distance
from claims.lang import table
from claims.model import Claim, Concept, Event, Span
from claims.model.claim import once

_REFUSING = frozenset({"reject", "refuse", "refused_to", "deny", "rule_out", "decline_offer", "deny_involvement"})
_ASKING = frozenset({"ask", "call_for", "demand", "hope", "petition", "propose", "request", "seek", "suggest", "threaten", "urge", "want"})
_WAITING = frozenset({"not_yet", "still", "so_far"})
_REACH, _REACH_BACK = 3, 8
"""Words that may lie between the verb and what it refuses; and where verbs come last, if they hold no other event."""
_BESIDE = 3
"""Words that may lie between an event and its "yet"."""


def negated(claim: Claim, event: Event) -> bool:
    """Whether an event is denied by the claim: by a verb of refusal that is not itself denied, otherwise by a "not"."""
    verb = _refusal(claim, event)
    return event.negated if verb is None else not (verb.negated or _holds_denial(claim, verb))


def _refusal(claim: Claim, event: Event) -> Event | None:
    """The verb of refusal that governs an event, if there is one."""
    if event.concept in _REFUSING:
        return None
    verb_last = table(claim.lang, "words").get("verb_last", False)
    verbs = (v for v in claim.all(Event) if v.concept in _REFUSING and not v.span.overlaps(event.span))
    return next((v for v in verbs if _governs(claim, v.span, event, verb_last=verb_last)), None)


def _governs(claim: Claim, verb: Span, event: Event, *, verb_last: bool) -> bool:
    """Whether a verb stands where one does that has the event for its object."""
    if (verb > event.span) is not verb_last:
        return False
    gap = distance(claim, verb, event.span)
    if gap <= _REACH or not verb_last:
        return gap <= _REACH
    between = Span(event.span.end, verb.start)
    return gap <= _REACH_BACK and between.end > between.start and not any(between.contains(e.span) for e in claim.all(Event))


def only_asked_for(claim: Claim, event: Event) -> bool:
    """Whether a claim says no more than that somebody wants an event: "they demanded his resignation"."""
    asking = _asking(claim)
    if not asking:
        return False
    verb_last = table(claim.lang, "words").get("verb_last", False)
    beside = (verb for verb in asking if not verb.overlaps(event.span) and (verb > event.span) is verb_last)
    return any(distance(claim, verb, event.span) <= _REACH for verb in beside)


@once
def _asking(claim: Claim) -> tuple[Span, ...]:
    """The words in a claim that ask for something."""
    return tuple(c.span for c in claim.all(Concept) if c.id in _ASKING)


def is_waited_for(claim: Claim, event: Event) -> bool:
    """Whether a "yet" or "still" stands beside an event."""
    return any(c.id in _WAITING and distance(claim, c.span, event.span) <= _BESIDE for c in claim.all(Concept))


def _holds_denial(claim: Claim, verb: Event) -> bool:
    """Whether a "not" stands among the words of a verb."""
    return any(c.frame == "polarity" and verb.span.contains(c.span) for c in claim.all(Concept))
