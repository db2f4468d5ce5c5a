"""What would have changed a verdict: found by deciding again, and true when it is tried."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from checker import compare, report
from checker.comparing import Comparison
from checker.model import Verdict

TOLL = (
    "The collapse of the bridge in Talvera killed 23 people, the governor said.",
    "The collapse of the bridge in Talvera killed 41 people.",
)
CASES = [
    (TOLL, ("2025-05-04", "2025-05-04"), ("en", "en")),
    (
        ("В обрушении моста в Талвере погибли 23 человека.", "تلویرا میں پل گرنے سے 41 افراد ہلاک ہوئے۔"),
        ("2025-05-04", "2025-05-04"),
        ("ru", "ur"),
    ),
    (
        ("The first round of talks in Doha was held on 3 May.", "عقدت الجولة الثانية من المحادثات في الدوحة في 3 مايو."),
        ("2025-05-04", "2025-05-05"),
        ("en", "ar"),
    ),
]


def _asked(texts: tuple[str, str], days: tuple[str, str], lang: tuple[str, str]) -> Comparison:
    return compare(*texts, published=days, lang=lang)


@pytest.mark.parametrize(("texts", "days", "lang"), CASES)
def test_another_day_leads_to_the_verdict_that_is_told(texts: tuple[str, str], days: tuple[str, str], lang: tuple[str, str]) -> None:
    told = _asked(texts, days, lang)
    for change in told.otherwise():
        moved = re.fullmatch(r"if ([AB]) had appeared on or (after|before) (\S+)", change.change)
        if moved is None:
            continue
        side, word, day = moved.groups()
        new = (day, days[1]) if side == "A" else (days[0], day)
        assert told.what_if(published=new).verdict is change.verdict
        one_less = date.fromisoformat(day) + timedelta(days=-1 if word == "after" else 1)
        kept = (one_less.isoformat(), days[1]) if side == "A" else (days[0], one_less.isoformat())
        assert told.what_if(published=kept).verdict is told.verdict


def test_one_number_on_both_sides_is_no_contradiction() -> None:
    told = _asked(*CASES[0])
    assert told.verdict is Verdict.CONTRADICTION
    values = [c for c in told.otherwise() if c.change.startswith("if B too said")]
    assert [c.change for c in values] == ["if B too said 23 killed"]
    assert values[0].verdict is not Verdict.CONTRADICTION


def test_an_explanation_of_a_report_tells_it_too() -> None:
    found = report(["examples/ferry-sinking"])
    told = [found.explain(f) for f in found.of(Verdict.CONTRADICTION)]
    assert any(e.otherwise for e in told)
    assert all(c.verdict is not Verdict.CONTRADICTION for e in told for c in e.otherwise)
