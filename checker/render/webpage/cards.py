"""Findings as cards: who says what, side by side, why it is one event, and how it was weighed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from checker.model import Finding, State, Step, Verdict
from checker.render import wording
from checker.render.markup import prose
from checker.render.view import View
from checker.render.webpage.anchors import Anchors
from checker.render.webpage.clues import Clue, clues
from checker.render.webpage.quotes import Quote, quote
from checker.render.webpage.waterfall import Waterfall, waterfall
from checker.result import Result, claims_of
from checker.standing import independent, standing
from checker.trace import same_event
from claims.model import Claim, Span


@dataclass(frozen=True, slots=True)
class SideRow:
    """One answer, how many independent sources give it, and where; a claim quoted above carries its letter."""

    value: str
    families: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the template shows it.

    ``sources`` and ``langs`` are what the filters look at; ``set_aside`` says why nobody has to
    look at it any more, and is empty for the others.
    """

    finding: Finding
    anchor: str
    number: int
    badge: str
    standing: str
    kinds: tuple[str, ...]
    message: Markup
    certainty: str
    reason: str
    opened: bool
    set_aside: str
    quotes: tuple[Quote, ...]
    sides: tuple[SideRow, ...]
    clues: tuple[Clue, ...]
    evidence: tuple[Quote, ...]
    same_event: tuple[tuple[str, tuple[str, ...]], ...]
    waterfall: Waterfall
    sources: str
    langs: str


def cards(result: Result, view: View, anchors: Anchors, shown: Iterable[Finding]) -> list[Card]:
    """A card for each finding, open where the view opens its verdict."""
    return [_card(result, anchors, finding, opened=view.opens(finding.verdict) and finding.state is State.NEW) for finding in shown]


def _card(result: Result, anchors: Anchors, finding: Finding, *, opened: bool) -> Card:
    claims = claims_of(finding)
    how = standing(result, finding).value if result.drafts else ""
    quotes = [quote(result, anchors, finding.a, "A", finding.left)]
    if finding.b is not None:
        quotes.append(quote(result, anchors, finding.b, "B", finding.right))
    return Card(
        finding=finding,
        anchor=anchors.finding(finding),
        number=anchors.number(finding),
        badge=_badge(result, finding),
        standing=how,
        kinds=tuple(kind.value for kind in finding.types),
        message=prose(finding.message),
        certainty=wording.certainty(finding.confidence),
        reason=wording.reason(finding.confidence_basis),
        opened=opened,
        set_aside=_set_aside(finding),
        quotes=tuple(quotes),
        sides=_sides(result, anchors, finding),
        clues=clues(result, anchors, result.row(_old(finding))) if finding.verdict is Verdict.STALE else (),
        evidence=_evidence(result, anchors, finding),
        same_event=tuple(_told(step) for step in same_event(finding.trace)),
        waterfall=waterfall(finding.trace),
        sources=" ".join(str(number) for number in sorted({anchors.source(claim.file) for claim in claims})),
        langs=" ".join(sorted({claim.lang for claim in claims})),
    )


def _badge(result: Result, finding: Finding) -> str:
    """What kind of finding it is, in a few words; for a draft how its claim stands beside the others."""
    kinds = ", ".join(kind.value for kind in finding.types)
    if not result.drafts:
        return kinds or finding.rule
    told = wording.standing(standing(result, finding), independent(result, finding))
    return f"{told}: {kinds}" if kinds else told


def _set_aside(finding: Finding) -> str:
    if finding.state is State.KNOWN:
        return "known from the baseline"
    if finding.state is State.NEW:
        return ""
    told = finding.dismissal
    return "dismissed" if told is None else f"dismissed ({told.reason}, {told.where})" + (f": {told.note}" if told.note else "")


def _old(finding: Finding) -> str:
    """The file of a stale finding that is old: the article itself, or the one a draft's claim rests on."""
    return (finding.b or finding.a).file


def _sides(result: Result, anchors: Anchors, finding: Finding) -> tuple[SideRow, ...]:
    """Who says what, where the two quotes do not say it all."""
    if len(finding.sides) <= 2 and all(len(side.claims) == 1 for side in finding.sides):
        return ()
    labels = {_place(finding.b): "B"} if finding.b is not None else {}
    labels |= {_place(finding.a): "A"}
    return tuple(
        SideRow(
            side.value,
            wording.count(side.families, "independent source"),
            tuple(quote(result, anchors, claim, labels.get(_place(claim), "")) for claim in side.claims),
        )
        for side in finding.sides
    )


def _place(claim: Claim) -> tuple[str, Span]:
    return claim.file, claim.span


def _evidence(result: Result, anchors: Anchors, finding: Finding) -> tuple[Quote, ...]:
    """The evidence that no clue of the date quotes already."""
    told = {(clue.file, clue.start) for clue in result.row(_old(finding)).published.clues}
    return tuple(quote(result, anchors, claim) for claim in finding.evidence if (claim.file, claim.span.start) not in told)


def _told(step: Step) -> tuple[str, tuple[str, ...]]:
    """What both sides share in one respect: one value, or both where they are written differently."""
    if step.facet == "words":  # its values are the shares of each side's words that are matched
        return step.facet, (f"{step.left} and {step.right} of them matched",)
    return step.facet, tuple(dict.fromkeys(value for value in (step.left, step.right) if value)) or (step.note,)
