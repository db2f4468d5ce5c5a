"""Every rule's page of cases is run as written, and again with the sides swapped.

A case is a fenced block of two texts and what is expected of the rule:

    en 2025-05-01: The fire killed 23 people.
    ru 2025-05-02: При пожаре погибли 32 человека.
    expect: conflict "23 people" "32 человека"

Levels are ``conflict``, ``agree``, ``compatible`` and ``silent``; quoted words must lie in, or
hold, the spans that the rule marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from checker.detectors import rules
from checker.event_time import with_times
from checker.model import Level, Outcome
from checker.rules import Rule
from claims.extract import claims_of_text
from claims.model import Claim, Interval, Published

PAGES = Path(__file__).parent / "cases"
LANGUAGES = {"hi", "ur", "en", "ar", "ru"}
_BLOCK = re.compile(r"^```case\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SIDE = re.compile(r"^(hi|ur|en|ar|ru)(?: (\d{4}-\d\d-\d\d))?: (.+)$")
_EXPECT = re.compile(r'^expect: (conflict|agree|compatible|silent)(?: "([^"]+)" "([^"]+)")?$')


@dataclass(frozen=True)
class Case:
    rule: str
    number: int
    langs: tuple[str, str]
    days: tuple[str | None, str | None]
    texts: tuple[str, str]
    expect: str
    marks: tuple[str, str] | None


def _cases_of(name: str) -> list[Case]:
    page = PAGES / f"{name}.md"
    if not page.exists():
        return []
    made = []
    for number, block in enumerate(_BLOCK.findall(page.read_text("utf-8")), 1):
        lines = [line for line in block.splitlines() if line.strip()]
        assert len(lines) == 3, f"{page.name} case {number}: two texts and an expectation, not {len(lines)} lines"
        sides = [_SIDE.match(line) for line in lines[:2]]
        expect = _EXPECT.match(lines[2])
        assert all(sides), f"{page.name} case {number}: a text reads 'en 2025-05-01: ...'"
        assert expect, f"{page.name} case {number}: {lines[2]!r}"
        (la, da, ta), (lb, db, tb) = (m.groups() for m in sides if m)
        marks = (expect[2], expect[3]) if expect[2] else None
        made.append(Case(name, number, (la, lb), (da, db), (ta, tb), expect[1], marks))
    return made


ALL = [case for rule in rules() for case in _cases_of(rule.name)]


def _claims(text: str, lang: str, day: str | None, file: str) -> tuple[Claim, ...]:
    reading = claims_of_text(text, lang, file=file)
    published = Published(Interval.day(date.fromisoformat(day)), "argument") if day else None
    return tuple(with_times(claim, published) for claim in reading.claims)


def _outcomes(rule: Rule, case: Case, swapped: bool) -> list[tuple[Outcome, Claim, Claim]]:
    left, right = (_claims(t, lang, day, file) for t, lang, day, file in zip(case.texts, case.langs, case.days, "ab", strict=True))
    if swapped:
        left, right = right, left
    return [(outcome, a, b) for a in left for b in right for outcome in rule.compare(a, b)]


def _summary(found: list[tuple[Outcome, Claim, Claim]]) -> str:
    levels = {outcome.level for outcome, _, _ in found}
    for level in (Level.CONFLICT, Level.AGREE, Level.COMPATIBLE):
        if level in levels:
            return level.value
    return "silent"


@pytest.mark.parametrize("swapped", [False, True], ids=["as-written", "swapped"])
@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.rule}-{c.number}")
def test_rule_says_what_its_page_says(case: Case, swapped: bool) -> None:
    rule = next(r for r in rules() if r.name == case.rule)
    found = _outcomes(rule, case, swapped)
    told = [(o.level.value, o.left.of(a.sentence.text), o.right.of(b.sentence.text)) for o, a, b in found]
    assert _summary(found) == case.expect, told
    if case.marks:
        marks = case.marks[::-1] if swapped else case.marks
        shown = [words for level, *words in told if level == case.expect]
        assert any(all(m in w or w in m for m, w in zip(marks, words, strict=True)) for words in shown), told


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_every_rule_has_a_full_page(rule: Rule) -> None:
    cases = _cases_of(rule.name)
    assert len(cases) >= 15
    assert {"conflict", "agree", "silent"} <= {c.expect for c in cases}
    assert {lang for c in cases for lang in c.langs} == LANGUAGES
    for level in ("conflict", "agree"):
        assert any(c.expect == level and c.langs[0] != c.langs[1] for c in cases), f"no {level} across two languages"


@pytest.mark.parametrize("rule", rules(), ids=lambda r: r.name)
def test_every_rule_documents_itself(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    for heading in ("## What it does", "## Why it matters", "## Example", "## Limits"):
        assert heading in rule.doc


def test_every_page_belongs_to_a_rule() -> None:
    assert {p.stem for p in PAGES.glob("*.md")} <= {r.name for r in rules()}
