"""The findings that flag whole articles as old."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256

from checker import stale
from checker.dating import Dating
from checker.model import Basis, Finding, Severity, Step, Verdict
from claims.model import Claim, Clue, Published, Reading

CODE = "X101"


def stale_findings(
    readings: Sequence[Reading],
    datings: Mapping[str, Dating],
    published: Mapping[str, Published],
    claims: Mapping[str, Claim],
    as_of: date,
    severity: Mapping[str, str],
) -> tuple[Finding, ...]:
    """One finding an old article: the clues that show its age as evidence, those that do not fit against it."""
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
                code=CODE,
                rule="stale-article",
                verdict=Verdict.STALE,
                types=(),
                severity=Severity(severity.get(CODE, Severity.WARNING.value)),
                confidence=0.9 if len(when.clues) > 1 else 0.7,
                confidence_basis=Basis.INFERRED,
                message=f"{file} reads as news without a date; its clues put it at {when.interval}, {days} days or more before {as_of}.",
                a=claims[first.id],
                b=None,
                scope="article",
                evidence=stale.evidence(when, claims),
                trace=(*_steps(when.clues, when, 1.0), *_steps(datings[file].against if file in datings else (), when, -1.0)),
                group=f"stale:{file}",
            )
        )
    return tuple(made)


def _steps(clues: Sequence[Clue], when: Published, weight: float) -> tuple[Step, ...]:
    """Clues as lines of a trace: what is said, the date it led to, how it speaks for or against it."""
    return tuple(Step("published", c.text, str(when.interval), c.says, weight, c.file or "") for c in clues)
