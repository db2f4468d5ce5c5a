"""How a claim of a checked draft stands beside the other sources: one word for each finding on it."""

from __future__ import annotations

from enum import StrEnum

from checker.model import Finding, Verdict
from checker.result import Result


class Standing(StrEnum):
    """What the other sources do with a claim of the draft, the most serious first."""

    CONTRADICTED = "contradicted"
    OVERTAKEN = "overtaken"
    """A newer report tells it otherwise."""
    STALE = "stale"
    """Only an old article supports it."""
    AHEAD = "ahead"
    """An older report tells it otherwise: the draft is the update."""
    SUPPORTED = "supported"


def standing(result: Result, finding: Finding) -> Standing:
    """How side ``a`` of a finding stands."""
    if finding.verdict is Verdict.TEMPORAL_SHIFT:
        return Standing.AHEAD if _is_newer(result, finding) else Standing.OVERTAKEN
    return {
        Verdict.CONTRADICTION: Standing.CONTRADICTED,
        Verdict.STALE: Standing.STALE,
        Verdict.CORROBORATION: Standing.SUPPORTED,
    }[finding.verdict]


def _is_newer(result: Result, finding: Finding) -> bool:
    """Whether side ``a`` is the newer one: by what the claims tell of, and where that does not decide, by publication."""
    a, b = finding.a, finding.b
    if b is None:
        return False
    ours, theirs = a.event_time.interval, b.event_time.interval
    if ours.overlaps(theirs):
        ours, theirs = (result.row(claim.file).published.interval for claim in (a, b))
    return theirs.before(ours)


def independent(result: Result, finding: Finding) -> int:
    """How many independent sources stand beside the draft's claim: wire families count once, the draft's own not at all."""
    own = {result.row(file).family or file for file in result.drafts}
    files = {claim.file for side in finding.sides for claim in side.claims} - set(result.drafts)
    return len({result.row(file).family or file for file in files} - own)
