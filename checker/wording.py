"""Findings in one plain English line: who says what. Says "differs", never "is wrong"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Evidence, Outcome, Verdict
from claims.model import Claim, TimeBasis

_AGAINST = {
    "who_differs": "other persons or bodies",
    "where_differs": "other places",
    "what_differs": "other events",
    "when_differs": "other times",
    "when_far": "told far apart",
}
_SHARED = frozenset({"who", "where", "what", "things", "number"})


def plain_line(verdict: Verdict, a: Claim, b: Claim, outcome: Outcome | None) -> str:
    """One sentence that an editor understands without the trace."""
    if outcome is None:
        return {
            Verdict.CORROBORATION: f"{a.file} and {b.file} state the same.",
            Verdict.TEMPORAL_SHIFT: f"{a.file} ({when(a)}) and {b.file} ({when(b)}) speak of different times.",
        }.get(verdict, f"{a.file} and {b.file} differ.")
    if verdict is Verdict.CORROBORATION:
        shared = outcome.left_value if outcome.left_value == outcome.right_value else f"{outcome.left_value} = {outcome.right_value}"
        return f"{a.file} and {b.file} agree: {shared}."
    ours, theirs = f"{a.file} says {outcome.left_value}", f"{b.file} says {outcome.right_value}"
    if verdict is Verdict.TEMPORAL_SHIFT:
        return f"{ours} ({when(a)}); {theirs} ({when(b)}): both can be right at their times."
    return f"{ours}; {theirs}."


def when(claim: Claim) -> str:
    """The event time of a claim in words, with how sure it is."""
    time = claim.event_time
    prefix = {TimeBasis.DEFAULT: "reported ", TimeBasis.INFERRED: "inferred: "}.get(time.basis, "")
    return f"{prefix}{time.interval}"


def apart(evidence: Sequence[Evidence]) -> str:
    """Why the same-event gate takes two claims for two events, as far as it can tell."""
    reasons = [f"{_AGAINST[e.aspect]} ({e.left} | {e.right})".replace("_", " ") for e in evidence if e.aspect in _AGAINST]
    if not reasons and not any(e.aspect in _SHARED for e in evidence):
        reasons.append("nothing that both name")
    return "They do not speak of the same thing, as far as can be seen" + (f": {', '.join(reasons)}." if reasons else ".")
