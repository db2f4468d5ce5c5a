"""The draft in the examples: its five planted faults are found at their lines, and what is right is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import Report, check
from checker.model import Verdict
from checker.standing import Standing, standing

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module")
def found() -> Report:
    return check(EXAMPLES / "drafts" / "ferry.md", against=EXAMPLES / "ferry-sinking")


@pytest.mark.parametrize(
    ("line", "words", "stands"),
    [
        (10, "Chandkhali", Standing.CONTRADICTED),
        (14, "Kamal Munshi", Standing.CONTRADICTED),
        (16, "have not resumed", Standing.OVERTAKEN),
        (16, "Wednesday morning", Standing.CONTRADICTED),
        (18, "20,000 taka", Standing.STALE),
    ],
)
def test_a_planted_fault_is_found_at_its_line(found: Report, line: int, words: str, stands: Standing) -> None:
    told = [standing(found, f) for f in found.findings if found.position(f.a).line == line and words in f.a.text]
    assert stands in told


@pytest.mark.parametrize("words", ["Around 230 people", "India offered on Wednesday", "In June 2014", "cathedral of Barisal"])
def test_what_is_right_is_neither_contradicted_nor_overtaken(found: Report, words: str) -> None:
    told = [f.verdict for f in found.findings if words in f.a.text]
    assert set(told) <= {Verdict.CORROBORATION}


def test_what_no_other_source_carries_is_named(found: Report) -> None:
    told = [claim.text for claim in found.unsupported]
    assert "A memorial service is planned in the cathedral of Barisal." in told
    assert not any("Dubalia" in text or "Chandkhali" in text for text in told)
