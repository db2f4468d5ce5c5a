"""What a finding is known by from run to run: the rule, both files, both sentences, and the values that clash.

No lines and no offsets, so edits elsewhere change nothing. Sentences need only be alike, so a small
rewording changes nothing either; but every figure in them and both clashing values must be the same,
since another figure is another finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product

from checker.model import Finding, Side
from claims.model import Claim
from claims.normalise import fold

ALIKE = 80.0
"""rapidfuzz ratio (0 to 100) of two folded sentences from which they count as one, reworded."""
_LONGEST = 4_000
"""Longer sentences are compared letter by letter: no editor rewords a wall of text a little."""

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, order=True)
class Fingerprint:
    """One side of a finding and one that stands against it; the latter is empty where there is none."""

    file: str
    rule: str
    sentence: str
    value: str = ""
    against: str = ""
    against_sentence: str = ""
    against_value: str = ""

    def turned(self) -> Fingerprint:
        """The same with its sides exchanged."""
        return replace(
            self,
            file=self.against,
            sentence=self.against_sentence,
            value=self.against_value,
            against=self.file,
            against_sentence=self.sentence,
            against_value=self.value,
        )

    def knows(self, other: Fingerprint) -> bool:
        """Whether both are of one finding, whichever way round it is told."""
        return self._is_like(other) or (bool(other.against) and self._is_like(other.turned()))

    def _is_like(self, other: Fingerprint) -> bool:
        return (
            self.rule == other.rule
            and (self.value, self.against_value) == (other.value, other.against_value)
            and one_file(self.file, other.file)
            and one_file(self.against, other.against)
            and _reworded(self.sentence, other.sentence)
            and _reworded(self.against_sentence, other.against_sentence)
        )


def fingerprint(finding: Finding) -> Fingerprint:
    """A finding by its clearest pair."""
    return _of(finding, finding.a, finding.b)


def fingerprints(finding: Finding, *, of_a: bool) -> Iterator[Fingerprint]:
    """A finding by every pair of claims on different sides that it holds: whichever is the clearest today, it is one finding.

    ``of_a`` keeps to pairs with the finding's own ``a``, which in a checked draft is what is in question.
    """
    yield fingerprint(finding)
    for ours, theirs in combinations(finding.sides, 2):
        for left, right in product(ours.claims, theirs.claims):
            a, b = (right, left) if right == finding.a else (left, right)
            if (a == finding.a or not of_a) and (a, b) != (finding.a, finding.b):
                yield _of(finding, a, b)


def one_file(known: str, here: str) -> bool:
    """Whether two names are of one file: names depend on what else was given, so one may end with the other."""
    return known == here or (bool(known and here) and (f"/{known}".endswith(f"/{here}") or f"/{here}".endswith(f"/{known}")))


def _of(finding: Finding, a: Claim, b: Claim | None) -> Fingerprint:
    first = Fingerprint(a.file, finding.code, a.sentence.text, _value(finding.sides, a))
    if b is None:
        return first
    return replace(first, against=b.file, against_sentence=b.sentence.text, against_value=_value(finding.sides, b))


def _value(sides: tuple[Side, ...], claim: Claim) -> str:
    """What a claim gives for the thing in question; sides without a value are called by their file."""
    value = next((side.value for side in sides if claim in side.claims), "")
    return "" if value == claim.file else value


def _reworded(known: str, here: str) -> bool:
    if known == here:
        return True
    if max(len(known), len(here)) > _LONGEST:
        return False
    from rapidfuzz import fuzz

    ours, theirs = (" ".join(fold(word) for word in _WORD.findall(text)) for text in (known, here))
    return _figures(ours) == _figures(theirs) and fuzz.ratio(ours, theirs) >= ALIKE


def _figures(text: str) -> list[str]:
    return sorted(figure.lstrip("0") for figure in _FIGURE.findall(text))
