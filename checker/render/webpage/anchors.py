"""Names of the places on the page that others link to: findings, sources, claims in their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from checker.model import Finding
from checker.result import Result, claims_of
from claims.model import Claim, Reading, Span


class Anchors:
    """Numbers sources by file and the findings shown in their order. Names hold nothing an article says."""

    def __init__(self, result: Result, shown: Iterable[Finding]) -> None:
        self._sources = {row.file: number for number, row in enumerate(result.sources, start=1)}
        self._claims = {reading.source.file: reading.claims for reading in result.readings}
        self._numbers: dict[str, int] = {}
        self._citing: dict[tuple[str, Span], list[Finding]] = defaultdict(list)
        for number, finding in enumerate(shown, start=1):
            self._numbers[finding.id] = number
            for claim in claims_of(finding):
                self._citing[claim.file, claim.span].append(finding)

    def source(self, file: str) -> int:
        """The number of a source; its text stands under ``text-<number>``."""
        return self._sources[file]

    def number(self, finding: Finding) -> int:
        """The number a finding carries on the page, from 1."""
        return self._numbers[finding.id]

    def text(self, file: str) -> str:
        """The text of a source."""
        return f"text-{self.source(file)}"

    def claim(self, claim: Claim) -> str:
        """A claim in the text of its source."""
        return f"text-{self.source(claim.file)}-{claim.span.start}-{claim.span.end}"

    def at(self, file: str, offset: int) -> str:
        """The claim that stands at an offset of a source's text, or else the text."""
        holding = (claim for claim in self._claims.get(file, ()) if claim.span.start <= offset < claim.span.end)
        return next((self.claim(claim) for claim in holding), self.text(file))

    def finding(self, finding: Finding) -> str:
        """A finding's card."""
        return f"finding-{finding.id}"

    def citing(self, claim: Claim) -> tuple[Finding, ...]:
        """The findings shown that stand on a claim, the most serious first."""
        return tuple(self._citing.get((claim.file, claim.span), ()))

    def cited(self, reading: Reading) -> int:
        """How many claims of a source findings stand on."""
        return sum(bool(self.citing(claim)) for claim in reading.claims)
