"""What was found, in a few words: the counts that open and close every output."""

from __future__ import annotations

from collections import Counter

from checker.model import State, Verdict
from checker.render import wording
from checker.result import REPORTED, Result
from checker.standing import Standing, standing


def counts(result: Result) -> list[str]:
    """How many findings of each kind there are, and what was set aside; of drafts how their claims stand."""
    if result.drafts:
        by_kind = standings(result)
        told = [wording.standings(kind, number) for kind, number in by_kind.items()]
    else:
        told = [wording.verdicts(verdict, len(result.of(verdict))) for verdict in REPORTED]
    return told + wording.set_aside(result.set_aside(State.DISMISSED), result.set_aside(State.KNOWN))


def standings(result: Result) -> dict[Standing, int]:
    """How many claims of the drafts stand how; being ahead of others is told only where there are any."""
    found = Counter(standing(result, finding) for finding in result.of(*Verdict))
    return {kind: found[kind] for kind in Standing if found[kind] or kind is not Standing.AHEAD}
