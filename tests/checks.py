"""The harbour fire of ``build`` as a checked draft: ``courier.txt`` against the other five, one finding of every standing."""

from __future__ import annotations

from dataclasses import replace

from build import CLOSURE, DAWN, READINGS, ROWS, RUN, STALE, TOLL, claim, under

from checker.model import Basis, Finding, Notice, Severity, Side, Verdict
from checker.report import Report

DISPUTED = replace(
    TOLL,
    message="courier.txt says 12 injured; wire/nile.txt says 21 injured.",
    a=claim("courier.txt"),
    left=under(claim("courier.txt"), "Twelve"),
    sides=(
        Side("1", "12 injured", 2, (claim("courier.txt"), claim("ganga.txt"))),
        Side("2", "21 injured", 1, (claim("wire/nile.txt"), claim("wire/volga.txt"))),
    ),
)
OVERTAKEN = replace(
    DISPUTED,
    id="0e91aa",
    code="T101",
    rule="temporal-shift",
    verdict=Verdict.TEMPORAL_SHIFT,
    severity=Severity.WARNING,
    confidence=0.88,
    message="courier.txt says 12 injured (2025-03-03); ravi.txt says 26 injured (reported 2025-03-05): both can be right at their times.",
    b=claim("ravi.txt"),
    sides=(Side("1", "12 injured", 1, (claim("courier.txt"),)), Side("2", "26 injured", 1, (claim("ravi.txt"),))),
    right=under(claim("ravi.txt"), "26"),
    group="g3",
)
RESTING = Finding(
    id="b1b1b1",
    code="X102",
    rule="stale-support",
    verdict=Verdict.STALE,
    types=(),
    severity=Severity.WARNING,
    confidence=0.7,
    confidence_basis=Basis.INFERRED,
    message="What courier.txt says here stands only in harbour-notes.txt, whose clues put it at 2018, well before 2025-03-05.",
    a=claim("courier.txt", 1),
    b=claim("harbour-notes.txt"),
    sides=(
        Side("s1", "courier.txt", 1, (claim("courier.txt", 1),)),
        Side("s2", "harbour-notes.txt", 1, (claim("harbour-notes.txt"),)),
    ),
    scope="claim",
    evidence=STALE.evidence,
    trace=STALE.trace,
    group="stale:harbour-notes.txt",
)
SUPPORTED = replace(DAWN, code="C101", rule="corroboration", types=(), message="courier.txt and ganga.txt state the same.")
CLOSED = replace(CLOSURE, message="courier.txt says open; wire/volga.txt says closed.")


def a_check(*findings: Finding, notices: tuple[Notice, ...] = ()) -> Report:
    """The draft's report with these findings, or with one of every kind."""
    found = findings or (SUPPORTED, CLOSED, RESTING, OVERTAKEN, DISPUTED)
    return Report({"drafts": ["courier.txt"], **RUN}, notices, ROWS, found, tuple(READINGS.values()), (claim("courier.txt", 2),))
