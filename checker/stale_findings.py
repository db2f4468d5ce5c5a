"""The findings that flag whole articles as old, and claims of a draft that only an old article supports."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from checker import stale
from checker.dating import Dating
from checker.decide import decide
from checker.event_time import with_times
from checker.features import features
from checker.matching import JudgedPair, judge
from checker.model import Basis, Finding, Severity, Side, Step, Verdict
from claims.model import Claim, Clue, Published, Reading, TimeBasis

CODE = "X101"
SUPPORT_CODE = "X102"


def stale_findings(
    readings: Sequence[Reading],
    datings: Mapping[str, Dating],
    published: Mapping[str, Published],
    claims: Mapping[str, Claim],
    days: Mapping[str, date],
    severity: Mapping[str, str],
) -> tuple[Finding, ...]:
    """One finding an old article: the clues that show its age as evidence, those that do not fit against it.

    ``days`` are those on which the articles are read, by file.
    """
    made = []
    for reading in readings:
        first = stale.lead(reading)
        if first is None:
            continue
        file, when = reading.source.file, published[reading.source.file]
        latest = when.interval.latest
        assert latest is not None
        read = days[file]
        made.append(
            Finding(
                id=sha256(f"stale\n{file}\n{first.text}".encode()).hexdigest()[:8],
                code=CODE,
                rule="stale-article",
                verdict=Verdict.STALE,
                types=(),
                severity=Severity(severity.get(CODE, Severity.WARNING.value)),
                confidence=_certainty(when),
                confidence_basis=Basis.INFERRED,
                message=(
                    f"{file} reads as news without a date; its clues put it at {when.interval}, "
                    f"{(read - latest).days} days or more before {read}."
                ),
                a=claims[first.id],
                b=None,
                scope="article",
                evidence=stale.evidence(when, claims),
                trace=(*_steps(when.clues, when, 1.0), *_steps(datings[file].against if file in datings else (), when, -1.0)),
                group=f"stale:{file}",
            )
        )
    return tuple(made)


def resting_on_old(
    pairs: Sequence[JudgedPair],
    supported: Collection[Claim],
    published: Mapping[str, Published],
    claims: Mapping[str, Claim],
    days: Mapping[str, date],
    severity: Mapping[str, str],
) -> tuple[Finding, ...]:
    """One finding for each claim of a draft that agrees with an old article and with no current one.

    ``pairs`` join a draft's claim (left) to one of an old article; ``supported`` are the claims that
    have current support. A draft that tells the thing as of then rests on nothing stale.
    """
    open_ = [p for p in pairs if p.pair.left not in supported and not _told_as_past(p.pair.left, days[p.pair.left.file])]
    read = [_read_as_current(pair, published) for pair in open_]
    best: dict[Claim, JudgedPair] = {}
    for pair in sorted(read, key=lambda p: (-p.decision.confidence, p.pair.right.file, p.pair.right.span.start)):
        if pair.decision.verdict is Verdict.CORROBORATION:
            best.setdefault(pair.pair.left, pair)
    return tuple(_resting(pair, published, claims, days[pair.pair.left.file], severity) for pair in best.values())


def _read_as_current(pair: JudgedPair, published: Mapping[str, Published]) -> JudgedPair:
    """The pair decided as a reader would who takes the old article for one of the draft's own day."""
    left, right = pair.pair.left, with_times(pair.pair.right, published[pair.pair.left.file])
    evidence = tuple(line for line in pair.pair.evidence if not line.aspect.startswith("when"))
    judged = judge(left, right)
    read = replace(pair.pair, right=right, evidence=evidence)
    return JudgedPair(read, judged, decide(features(left, right, evidence, judged)))


def _told_as_past(claim: Claim, as_of: date) -> bool:
    """Whether the claim itself says that it tells of long ago."""
    time, latest = claim.event_time, claim.event_time.interval.latest
    return time.basis is not TimeBasis.DEFAULT and latest is not None and (as_of - latest).days >= stale.OLD_DAYS


def _resting(
    pair: JudgedPair, published: Mapping[str, Published], claims: Mapping[str, Claim], as_of: date, severity: Mapping[str, str]
) -> Finding:
    a, b = pair.pair.left, claims[pair.pair.right.id]
    when = published[b.file]
    return Finding(
        id=sha256(f"stale\n{a.file}\n{a.text}\n{b.file}\n{b.text}".encode()).hexdigest()[:8],
        code=SUPPORT_CODE,
        rule="stale-support",
        verdict=Verdict.STALE,
        types=(),
        severity=Severity(severity.get(SUPPORT_CODE, Severity.WARNING.value)),
        confidence=round(min(pair.decision.confidence, _certainty(when)), 4),
        confidence_basis=Basis.INFERRED,
        message=f"What {a.file} says here stands only in {b.file}, whose clues put it at {when.interval}, well before {as_of}.",
        a=a,
        b=b,
        sides=(Side("s1", a.file, 1, (a,)), Side("s2", b.file, 1, (b,))),
        scope="claim",
        evidence=stale.evidence(when, claims),
        trace=(*pair.trace, *_steps(when.clues, when, 0.0)),
        group=f"stale:{b.file}",
    )


def _certainty(when: Published) -> float:
    return 0.9 if len(when.clues) > 1 else 0.7


def _steps(clues: Sequence[Clue], when: Published, weight: float) -> tuple[Step, ...]:
    """Clues as lines of a trace: what is said, the date it led to, how it speaks for or against it."""
    return tuple(Step("published", c.text, str(when.interval), c.says, weight, c.file or "") for c in clues)
