"""Where one article disagrees with itself: its headline with its body, and its figures with each other.

An article is one voice, and nearly all that looks opposed in it is a story told in order: a toll
that rose, a first and a second meeting, two witnesses. So only what no such telling explains is
reported: a headline whose figure, place or outcome no sentence of the body carries and one surely
opposes, and two counts of one thing, for one time, by nobody in particular.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

from checker.features import Judged
from checker.matching import judge
from checker.model import Basis, Finding, Level, Outcome, Severity, Side, Step, Type, Verdict
from checker.slots import share_name, things
from checker.slots.ground import ground
from claims.model import Attribution, Claim, Concept, Interval, Quantity, Reading, Time

HEADLINE, FIGURES = ("I101", "headline-clash"), ("I102", "figures-clash")
CONFIDENCE = 0.7
"""How sure such a finding is: none is pinned on pairs, as the written ones are all of two articles."""
_FIRM = {Type.NUMBER: 0.9, Type.ORDINAL: 0.9, Type.POLARITY: 1.0, Type.STATUS: 1.0, Type.LOCATION: 0.9}
"""What a rule must hold a clash with a headline at, by type; other types tell of one event in two ways too often."""
_GROUND = {HEADLINE: 3.0, FIGURES: 4.0}
"""Words' worth that the two must have in common beside what clashes (see ``checker.slots.ground``); headlines are short."""
_ORDER = frozenset({"earlier", "previous", "previously", "rise", "increase", "fall", "decrease", "so_far", "another", "revise", "still"})
"""Concepts of a story told in order, under which two figures are two moments."""


@dataclass(frozen=True, slots=True)
class _Clash:
    code: tuple[str, str]
    left: Claim
    right: Claim
    judged: Judged


def inside(readings: Sequence[Reading], severity: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings within each of the articles, one for each thing that they say two ways."""
    made = []
    for reading in readings:
        told: set[tuple[str, str]] = set()
        for clash in (*_headline(reading.claims), *_figures(reading.claims)):
            outcome = clash.judged.outcome
            values = (min(outcome.left_value, outcome.right_value), max(outcome.left_value, outcome.right_value))
            if values not in told:
                told.add(values)
                made.append(_finding(clash, severity))
    return tuple(made)


def _headline(claims: Sequence[Claim]) -> Iterator[_Clash]:
    """What the headline says and the body denies; what some sentence of the body says too is left alone."""
    body = [c for c in claims if not c.sentence.is_title]
    for title in (c for c in claims if c.sentence.is_title):
        said = [(claim, judged) for claim in body for judged in judge(title, claim)]
        borne_out = {j.type for _, j in said if j.outcome.level is not Level.CONFLICT and j.outcome.weight > _PLAIN}
        for claim, judged in said:
            if judged.type not in borne_out and _is_sure(HEADLINE, title, claim, judged):
                yield _Clash(HEADLINE, title, claim, judged)


_PLAIN = 0.4
"""An agreement up to this weight only names the same event."""


def _figures(claims: Sequence[Claim]) -> Iterator[_Clash]:
    """Two sentences of the body that count one thing differently for one time."""
    body = [c for c in claims if not c.sentence.is_title and c.all(Quantity)]
    for left, right in combinations(body, 2):
        if left.sentence.start == right.sentence.start or _tells_in_order(left) or _tells_in_order(right) or _two_voices(left, right):
            continue
        for judged in judge(left, right):
            if judged.type is Type.NUMBER and _is_sure(FIGURES, left, right, judged):
                yield _Clash(FIGURES, left, right, judged)


def _is_sure(code: tuple[str, str], left: Claim, right: Claim, judged: Judged) -> bool:
    outcome = judged.outcome
    if outcome.level is not Level.CONFLICT or outcome.weight < _FIRM.get(judged.type, 2.0) or not _may_be_one_time(left, right):
        return False
    common = ground(left, right, (outcome.left,), (outcome.right,))
    return common.strength >= _GROUND[code] and (share_name(left, right) or len(things(left) & things(right)) > 2)


def _may_be_one_time(left: Claim, right: Claim) -> bool:
    """Whether no time that one claim gives lies apart from one that the other gives."""
    ours, theirs = ([_days(t) for t in claim.all(Time) if t.interval is not None] for claim in (left, right))
    if not ours and not theirs:
        return True
    if not ours or not theirs:
        return not any(t.role != "at" for claim in (left, right) for t in claim.all(Time))
    return all(a.overlaps(b) for a in ours for b in theirs)


def _days(time: Time) -> Interval:
    """The days of a time; "by Tuesday" tells how things stood that day."""
    interval = time.interval or Interval(None, None)
    return Interval.day(interval.latest) if time.role == "until" and interval.latest is not None else interval


def _tells_in_order(claim: Claim) -> bool:
    return any(c.id in _ORDER for c in claim.all(Concept))


def _two_voices(left: Claim, right: Claim) -> bool:
    """Whether somebody in particular is quoted for either figure: a paper may quote two who differ."""
    return any(x.speaker is not None for claim in (left, right) for x in claim.all(Attribution))


def _finding(clash: _Clash, severity: Mapping[str, str]) -> Finding:
    code, rule = clash.code
    a, b, outcome = clash.left, clash.right, clash.judged.outcome
    name = sha256(f"{code}\n{a.file}\n{a.text}\n{b.text}".encode()).hexdigest()[:8]
    return Finding(
        id=name,
        code=code,
        rule=rule,
        verdict=Verdict.CONTRADICTION,
        types=(clash.judged.type,),
        severity=Severity(severity.get(code, Severity.WARNING.value)),
        confidence=CONFIDENCE,
        confidence_basis=Basis.PARTIAL,
        message=_message(clash, outcome),
        a=a,
        b=b,
        sides=(Side("s1", outcome.left_value, 1, (a,)), Side("s2", outcome.right_value, 1, (b,))),
        scope="article",
        trace=_trace(clash),
        group=name,
        left=outcome.left,
        right=outcome.right,
    )


def _message(clash: _Clash, outcome: Outcome) -> str:
    if clash.code == HEADLINE:
        return f"{clash.left.file}: the headline says {outcome.left_value}, the body says {outcome.right_value}."
    return f"{clash.left.file} says {outcome.left_value} in one place and {outcome.right_value} in another."


def _trace(clash: _Clash) -> tuple[Step, ...]:
    outcome = clash.judged.outcome
    common = ground(clash.left, clash.right, (outcome.left,), (outcome.right,))
    return (
        Step(f"{clash.judged.type.value}_conflict", outcome.left_value, outcome.right_value, "conflict", outcome.weight, outcome.message),
        Step("rest", "", "", "agree", round(common.strength, 2), "words' worth in common beside it"),
    )
