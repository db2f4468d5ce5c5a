"""The findings that flag whole articles as old."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256

from checker import stale
from checker.model import Basis, Finding, Severity, Step, Verdict
from claims.model import Claim, Published, Reading


def stale_findings(
    readings: Sequence[Reading], published: Mapping[str, Published], claims: Mapping[str, Claim], as_of: date
) -> tuple[Finding, ...]:
    """One finding an old article, with the clues as evidence."""
    made = []
    for reading in readings:
        first = stale.lead(reading)
        if first is None:
            continue
        file, when = reading.source.file, published[reading.source.file]
        latest = when.interval.latest
        assert latest is not None
        days = (as_of - latest).days
        made.append(
            Finding(
                id=sha256(f"stale\n{file}\n{first.text}".encode()).hexdigest()[:8],
                code="X101",
                rule="stale-article",
                verdict=Verdict.STALE,
                types=(),
                severity=Severity.WARNING,
                confidence=0.9 if len(when.clues) > 1 else 0.7,
                confidence_basis=Basis.INFERRED,
                message=f"{file} reads as news but carries no date; its clues put it at {when.interval}, {days} days or more before {as_of}.",
                a=claims[first.id],
                b=None,
                scope="article",
                evidence=stale.evidence(when, claims),
                trace=tuple(Step("published", c.text, str(when.interval), c.says, 1.0, c.file or "") for c in when.clues),
                group=f"stale:{file}",
            )
        )
    return tuple(made)
