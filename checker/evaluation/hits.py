"""Whether a finding is one of the gold: its sentences against an entry's (matching as the gold's README says)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from checker.evaluation.overlap import same_sentence
from checker.model import Finding
from claims.model import Claim

Anchors = tuple[Claim, Claim]


def hits(finding: Finding, entry: Mapping[str, Any]) -> bool:
    """Whether the finding's own anchors are the entry's sentences."""
    return _anchored(finding.a, finding.b, entry)


def finds(finding: Finding, entry: Mapping[str, Any]) -> bool:
    """Whether any two different sides of the finding are the entry's sentences."""
    return hits(finding, entry) or any(_anchored(a, b, entry) for a, b in _across_sides(finding))


def _across_sides(finding: Finding) -> Iterator[Anchors]:
    for one, other in combinations(finding.sides, 2):
        yield from ((a, b) for a in one.claims for b in other.claims)


def _anchored(a: Claim, b: Claim | None, entry: Mapping[str, Any]) -> bool:
    if b is None or entry.get("b") is None:
        return b is None and entry.get("b") is None and _file_is(a, entry["a"])
    return (is_side(a, entry["a"]) and is_side(b, entry["b"])) or (is_side(a, entry["b"]) and is_side(b, entry["a"]))


def _file_is(claim: Claim, side: Mapping[str, Any]) -> bool:
    return bool(claim.file == side["file"] or claim.file.endswith("/" + side["file"]))


def is_side(claim: Claim, side: Mapping[str, Any]) -> bool:
    """Whether a claim is the sentence of a side of the gold, or one that makes the same claim."""
    return _file_is(claim, side) and any(same_sentence(claim.sentence.text, s) for s in (side["sentence"], *side.get("alt", ())))
