"""What the findings can be filtered by, with how many each choice would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.model import Finding, Type
from checker.render import wording
from checker.render.webpage.anchors import Anchors
from checker.render.webpage.parts import TONES
from checker.result import REPORTED, Result, claims_of
from checker.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick. ``value`` is what the cards carry."""

    value: str
    label: str
    number: int
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """One question: ``name`` is the attribute of the cards it looks at."""

    name: str
    legend: str
    choices: tuple[Choice, ...]


def filters(result: Result, anchors: Anchors, shown: Sequence[Finding]) -> tuple[Filter, ...]:
    """The filters that would part the findings shown; one with a single choice is none."""
    alone = result.drafts if len(result.drafts) == 1 else ()  # every finding has the only draft on one side
    spoken = {claim.lang for finding in shown for claim in claims_of(finding)}
    every = (
        _by_outcome(result, shown),
        _made("types", "Type", [(kind.value, kind.value, "") for kind in Type], ([kind.value for kind in f.types] for f in shown)),
        _made(
            "langs",
            "Language",
            [(lang, wording.language(lang), "") for lang in sorted(spoken, key=wording.language)],
            ([claim.lang for claim in claims_of(f)] for f in shown),
        ),
        _made(
            "sources",
            "Source",
            [(str(anchors.source(row.file)), row.file, "") for row in result.sources if row.file not in alone],
            ([str(anchors.source(claim.file)) for claim in claims_of(f)] for f in shown),
        ),
    )
    return tuple(one for one in every if len(one.choices) > 1)


def _by_outcome(result: Result, shown: Sequence[Finding]) -> Filter:
    """By verdict; where a draft is checked, by how it stands."""
    if result.drafts:
        standings = [(kind.value, wording.standings(kind, 2).partition(" ")[2], TONES[kind].value) for kind in Standing]
        return _made("standing", "The draft is", standings, ([standing(result, finding).value] for finding in shown))
    verdicts = [(verdict.value, wording.verdicts(verdict, 2).partition(" ")[2], verdict.value) for verdict in REPORTED]
    return _made("verdict", "Verdict", verdicts, ([finding.verdict.value] for finding in shown))


def _made(name: str, legend: str, options: Iterable[tuple[str, str, str]], held: Iterable[Iterable[str]]) -> Filter:
    """A filter with those options (value, label, tone) that some card holds."""
    numbers = Counter(value for values in held for value in set(values))
    return Filter(name, legend, tuple(Choice(value, label, numbers[value], tone) for value, label, tone in options if numbers[value]))
