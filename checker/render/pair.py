"""Two compared texts: the answer, both texts with what differs, and why."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Finding, Step, Type, Verdict
from checker.otherwise import Otherwise
from checker.render import wording
from checker.render.as_json import SCHEMA_VERSION, dumps, step_record
from checker.render.page import Page, styled
from checker.render.view import View
from checker.render.waterfall import otherwise, waterfall
from claims.model import Span


@dataclass(frozen=True, slots=True)
class Pair:
    """What a comparison has to tell. ``finding`` is ``None`` for texts that have nothing to do with each other."""

    texts: tuple[str, str]
    verdict: Verdict
    types: tuple[Type, ...]
    confidence: float
    message: str
    trace: tuple[Step, ...]
    finding: Finding | None
    otherwise: tuple[Otherwise, ...] = ()


def terminal(told: Pair, view: View) -> str:
    """The comparison as text for a terminal or a pipe."""
    page = Page(view)
    answer = ": ".join([told.verdict.value, ", ".join(kind.value for kind in told.types)]).rstrip(": ")
    page.add(styled((answer.upper(), "bold"), f" · {wording.certainty(told.confidence)}"))
    page.add(told.message)
    page.blank()
    for label, text, mark in zip("AB", told.texts, marks(told), strict=True):
        page.add(styled((label, "bold")))
        page.quote(text, mark, indent=3)
    page.blank()
    waterfall(page, told.trace)
    otherwise(page, told.otherwise)
    return str(page)


def as_json(told: Pair) -> str:
    """The comparison as a JSON document."""
    return (
        dumps(
            {
                "schema_version": SCHEMA_VERSION,
                "verdict": told.verdict.value,
                "types": [kind.value for kind in told.types],
                "confidence": round(told.confidence, 4),
                "message": told.message,
                "trace": [step_record(step) for step in told.trace],
                "otherwise": [{"change": change.change, "verdict": change.verdict.value} for change in told.otherwise],
            }
        )
        + "\n"
    )


def marks(told: Pair) -> tuple[Span | None, Span | None]:
    """What differs, as spans of the two texts. The finding's sides may stand in either order."""
    if told.finding is None or told.finding.b is None:
        return None, None
    sides = {"a": None, "b": None} | {
        claim.file: span.shift(claim.sentence.start)
        for claim, span in ((told.finding.a, told.finding.left), (told.finding.b, told.finding.right))
        if span is not None
    }
    return sides["a"], sides["b"]
