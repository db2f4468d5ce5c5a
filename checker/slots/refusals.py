"""Events that a claim names only to say that somebody refuses, rejects or denies them.

"He rejected calls to resign" tells of no resignation, though its word stands there without a "not".
"""

from __future__ import annotations

from checker.slots import distance
from claims.lang import table
from claims.model import Claim, Concept, Event

_REFUSING = frozenset({"reject", "refuse", "refused_to", "deny", "rule_out", "decline_offer", "deny_involvement"})
_REACH = 3
"""Words that may lie between the verb and what it refuses."""


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
    governing = (v for v in verbs if (v.span > event.span) == verb_last and distance(claim, v.span, event.span) <= _REACH)
    return next(governing, None)


def _holds_denial(claim: Claim, verb: Event) -> bool:
    """Whether a "not" stands among the words of a verb."""
    return any(c.frame == "polarity" and verb.span.contains(c.span) for c in claim.all(Concept))
