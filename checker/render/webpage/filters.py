"""What the findings can be filtered by, with how many each choice would show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from checker.model import Finding, Type
from checker.render import wording
from checker.render.webpage.anchors import Anchors
from checker.result import REPORTED, Result, claims_of


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick. ``value`` is what the cards carry."""

    value: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Filter:
    """One question: ``name`` is the attribute of the cards it looks at."""

    name: str
    legend: str
    choices: tuple[Choice, ...]


def filters(result: Result, anchors: Anchors, shown: Sequence[Finding]) -> tuple[Filter, ...]:
    """The filters that would part the findings shown; one with a single choice is none."""

    def made(name: str, legend: str, options: Iterable[tuple[str, str]], values: Callable[[Finding], Iterable[str]]) -> Filter:
        numbers = Counter(value for finding in shown for value in set(values(finding)))
        return Filter(name, legend, tuple(Choice(value, label, numbers[value]) for value, label in options if numbers[value]))

    verdicts = [(verdict.value, wording.verdicts(verdict, 2).partition(" ")[2]) for verdict in REPORTED]
    languages = sorted(
        {(claim.lang, wording.language(claim.lang)) for finding in shown for claim in claims_of(finding)}, key=lambda x: x[1]
    )
    sources = [(str(anchors.source(row.file)), row.file) for row in result.sources]
    every = (
        made("verdict", "Verdict", verdicts, lambda finding: [finding.verdict.value]),
        made("types", "Type", [(kind.value, kind.value) for kind in Type], lambda finding: [kind.value for kind in finding.types]),
        made("langs", "Language", languages, lambda finding: [claim.lang for claim in claims_of(finding)]),
        made("sources", "Source", sources, lambda finding: [str(anchors.source(claim.file)) for claim in claims_of(finding)]),
    )
    return tuple(one for one in every if len(one.choices) > 1)
