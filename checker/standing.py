"""How a claim of a checked draft stands beside the other sources: one word for each finding on it."""

from __future__ import annotations

from enum import StrEnum

from checker.event_time import is_later
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
    """Whether side ``a`` is the newer one."""
    published = {row.file: row.published for row in result.sources}
    return finding.b is not None and is_later(finding.a, finding.b, published)


def independent(result: Result, finding: Finding) -> int:
    """How many independent sources stand beside the draft's claim: wire families count once, the draft's own not at all."""
    own = {result.row(file).family or file for file in result.drafts}
    files = {claim.file for side in finding.sides for claim in side.claims} - set(result.drafts)
    return len({result.row(file).family or file for file in files} - own)
