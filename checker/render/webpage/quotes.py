"""A sentence of a source as the page quotes it: in its script and direction, with a link to where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from checker.render import wording
from checker.render.markup import direction, marked
from checker.render.webpage.anchors import Anchors
from checker.result import Result
from claims.model import Claim, Span, TimeBasis

_TOLD = {TimeBasis.DEFAULT: "the day of the report", TimeBasis.INFERRED: "inferred"}


@dataclass(frozen=True, slots=True)
class Quote:
    """``target`` is the anchor of the claim in its text; ``when`` is empty where the claim gives no time."""

    label: str
    words: Markup
    lang: str
    direction: str
    language: str
    place: str
    target: str
    published: str
    when: str


def quote(result: Result, anchors: Anchors, claim: Claim, label: str = "", mark: Span | None = None) -> Quote:
    """A claim's whole sentence with the words that differ marked."""
    return Quote(
        label=label,
        words=marked(claim.sentence.text, mark),
        lang=claim.lang,
        direction=direction(claim.sentence.text),
        language=wording.language(claim.lang),
        place=str(result.position(claim)),
        target=anchors.claim(claim),
        published=wording.published(result.row(claim.file).published),
        when=event_time(claim),
    )


def event_time(claim: Claim) -> str:
    """When the claimed thing happened, in words; empty where nothing is known of it."""
    time = claim.event_time
    if time.interval.earliest is None and time.interval.latest is None:
        return ""
    told = _TOLD.get(time.basis)
    return wording.days(time.interval) + (f" ({told})" if told else "")
