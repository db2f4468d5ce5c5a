"""Articles on several stories read at once: each story keeps its own findings, and nothing joins two of them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import checker
from checker import Report
from checker.readers_day import day_of_each
from checker.storylines import storylines
from claims.model import Interval, Published

EXAMPLES = Path(__file__).parent.parent / "examples"
STORIES = ("corridor-summit", "ferry-sinking")


@pytest.fixture(scope="module")
def whole() -> Report:
    return checker.report([EXAMPLES / story for story in STORIES])


def test_every_finding_joins_articles_of_one_story(whole: Report) -> None:
    for finding in whole.findings:
        assert len({Path(c.file).parent.name for side in finding.sides for c in side.claims}) <= 1


def test_contradictions_and_old_articles_are_those_of_each_story_alone(whole: Report) -> None:
    alone = Counter(f.verdict.value for story in STORIES for f in checker.report([EXAMPLES / story]).findings)
    together = Counter(f.verdict.value for f in whole.findings)
    for verdict in ("contradiction", "stale"):
        assert together[verdict] == alone[verdict] > 0


def test_the_articles_of_a_story_bear_its_name(whole: Report) -> None:
    assert whole.workings is not None
    claims = [c for r in whole.readings for c in r.claims]
    for file, first in storylines(claims, whole.workings.pairs).items():
        assert Path(file).parent == Path(first).parent
        assert first <= file


def test_no_article_shares_a_story_where_nothing_was_compared() -> None:
    assert storylines([], []) == {}


def test_an_article_is_read_on_the_newest_day_of_its_story() -> None:
    known = {
        "a": Published(Interval.day(date(2024, 5, 2)), "dateline"),
        "b": Published(Interval.day(date(2024, 5, 4)), "dateline"),
        "d": Published(Interval.day(date(2025, 1, 1)), "dateline"),
    }
    days = day_of_each(["a", "b", "c", "d", "e"], {"a": "a", "b": "a", "c": "a"}, known, date(2025, 1, 1))
    assert days == {**dict.fromkeys("abc", date(2024, 5, 4)), "d": date(2025, 1, 1), "e": date(2025, 1, 1)}


BANKS = {
    "north-1.txt": """Published: 4 March 2025

The regulator withdrew the licence of Norvik Bank on Monday. Norvik Bank has 40 branches in Harland. Depositors queued in the rain
outside its head office in Lund Street. The mayor of Harland, Greta Solheim, called for calm.""",
    "north-2.txt": """Published: 5 March 2025

Norvik Bank lost its licence on Monday, the regulator said. People stood in line in Lund Street to get their savings. Mayor Greta
Solheim of Harland asked them to stay calm. The bank has 40 branches in the town.""",
    "south-1.txt": """Published: 9 June 2025

The regulator withdrew the licence of Palmera Credit on Friday. Rafael Ibarra, who founded the lender in 1998, flew to Lisbon before
dawn. Some 900 clerks in Costa Verde fear for their jobs. Farmers had borrowed from it to buy seed.""",
    "south-2.txt": """Published: 10 June 2025

Palmera Credit may no longer take deposits, the central bank said on Friday. Its founder Rafael Ibarra left for Lisbon before dawn. The
union says 900 clerks in Costa Verde will lose their jobs. Loans for seed to farmers have been stopped.""",
}


def test_two_banks_that_lost_their_licences_are_two_stories(tmp_path: Path) -> None:
    for name, text in BANKS.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = checker.report([tmp_path])
    assert found.findings
    for finding in found.findings:
        assert len({Path(c.file).name.partition("-")[0] for side in finding.sides for c in side.claims}) == 1
