"""What the page says first, and the parts its findings come in: by verdict, or draft by draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.model import Finding, State, Verdict
from checker.render import wording
from checker.render.counts import standings
from checker.render.view import View
from checker.render.webpage.anchors import Anchors
from checker.render.webpage.cards import Card, cards
from checker.render.webpage.quotes import Quote, quote
from checker.result import REPORTED, TROUBLE, Result
from checker.standing import Standing

TONES = {
    Standing.CONTRADICTED: Verdict.CONTRADICTION,
    Standing.OVERTAKEN: Verdict.TEMPORAL_SHIFT,
    Standing.STALE: Verdict.STALE,
    Standing.AHEAD: Verdict.TEMPORAL_SHIFT,
    Standing.SUPPORTED: Verdict.CORROBORATION,
}
"""Standings take the colour of the verdict they come from."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of the answer; ``target`` is the part of the page to look at, empty where it has none."""

    tone: str
    number: int
    noun: str
    target: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some findings under one heading. ``unsupported`` are a draft's claims that no other source carries."""

    anchor: str
    title: str
    tone: str
    told: str
    cards: tuple[Card, ...]
    unsupported: tuple[Quote, ...] = ()


def headline(result: Result) -> str:
    """What was compared with what."""
    languages = wording.listed(sorted({wording.language(row.lang) for row in result.sources}))
    others = wording.count(len(result.sources) - len(result.drafts), "source")
    if not result.drafts:
        return f"{others} in {languages}"
    return f"{wording.count(len(result.drafts), 'draft')} checked against {others}, in {languages}"


def shown_findings(result: Result, view: View) -> tuple[Finding, ...]:
    """The findings that the page holds, in the order in which it shows them: those that were set aside come last."""
    held = [finding for finding in result.findings if view.opens(finding.verdict) or view.folds(finding.verdict)]
    return tuple(sorted(held, key=lambda finding: finding.state is not State.NEW))


def tallies(result: Result, parts: Iterable[Part]) -> list[Tally]:
    """The answer in a few numbers."""
    anchors = [part.anchor for part in parts if part.cards]
    if not result.drafts:
        numbers = [(verdict, len(result.of(verdict))) for verdict in REPORTED]
        return [Tally(v.value, n, _noun(wording.verdicts(v, n or 2)), v.value if v.value in anchors else "") for v, n in numbers]
    target = anchors[0] if anchors else ""
    return [Tally(TONES[kind].value, n, _noun(wording.standings(kind, 2)), target) for kind, n in standings(result).items()]


def _noun(words: str) -> str:
    return words.partition(" ")[2]


def parts(result: Result, view: View, anchors: Anchors, shown: Iterable[Finding]) -> list[Part]:
    """The findings in parts; a draft has its part even where nothing was found in it."""
    made = cards(result, view, anchors, shown)
    fresh = [card for card in made if not card.set_aside]
    if result.drafts:
        found = [_draft(result, view, anchors, file, [card for card in fresh if card.finding.a.file == file]) for file in result.drafts]
    else:
        by_verdict = [(verdict, tuple(card for card in fresh if card.finding.verdict is verdict)) for verdict in REPORTED]
        found = [Part(verdict.value, wording.verdicts(verdict, len(some)), verdict.value, "", some) for verdict, some in by_verdict if some]
    return [*found, *_set_aside(result, [card for card in made if card.set_aside])]


def _set_aside(result: Result, some: Sequence[Card]) -> Iterator[Part]:
    """What editors have dismissed and what the baseline knows: no more in the way, but there to be looked at."""
    if some:
        told = "; ".join(wording.set_aside(result.set_aside(State.DISMISSED), result.set_aside(State.KNOWN)))
        yield Part("set-aside", f"Set aside: {told}", "", "", tuple(some))


def _draft(result: Result, view: View, anchors: Anchors, file: str, some: list[Card]) -> Part:
    row = result.row(file)
    unsupported = [claim for claim in result.unsupported if claim.file == file] if view.lists_unsupported or not view.show else []
    trouble = any(finding.a.file == file for finding in result.of(*TROUBLE))
    return Part(
        anchor=f"draft-{anchors.source(file)}",
        title=f"{file} · {wording.language(row.lang)} · {wording.published(row.published)}",
        tone="",
        told="" if trouble else "Nothing in it is contradicted, overtaken or resting on a stale source.",
        cards=tuple(some),
        unsupported=tuple(quote(result, anchors, claim) for claim in unsupported),
    )
