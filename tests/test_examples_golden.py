"""The report of the examples finds what is planted in them, and no contradiction that is not."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker import report
from checker.evaluation.clusters import ClusterScores, score_report
from checker.model import Type, Verdict
from checker.report import Report

EXAMPLES = Path(__file__).parent.parent / "examples"
STORIES = ("corridor-summit", "ferry-sinking")


@cache
def whole() -> Report:
    return report([EXAMPLES])


@cache
def scores(story: str) -> ClusterScores:
    gold: dict[str, Any] = json.loads((EXAMPLES / story / "gold.json").read_text("utf-8"))
    own = [f for f in whole().findings if f.a.file.startswith(f"{story}/")]
    return score_report(whole().filter(file=[f"{story}/{a['file']}" for a in gold["articles"]]) if own else whole(), gold, story)


@pytest.mark.parametrize("story", STORIES)
def test_every_planted_contradiction_is_found_and_no_other_is_reported(story: str) -> None:
    found = scores(story)
    assert [m for m in found.missed if m.startswith("contradiction")] == []
    assert [f for f in found.false if f.startswith("contradiction")] == []


@pytest.mark.parametrize("story", STORIES)
def test_the_old_article_is_flagged_and_the_undated_current_one_is_not(story: str) -> None:
    gold = json.loads((EXAMPLES / story / "gold.json").read_text("utf-8"))
    old = {f"{story}/{a['file']}" for a in gold["articles"] if a["stale"]}
    assert {s.file for s in whole().sources if s.stale and s.file.startswith(story)} == old


@pytest.mark.parametrize("story", STORIES)
def test_undated_articles_are_dated_to_an_interval_that_holds_their_day(story: str) -> None:
    assert scores(story).dates.found == scores(story).dates.expected == 2


@pytest.mark.parametrize("story", STORIES)
def test_nothing_that_must_not_be_flagged_is_flagged_as_a_contradiction(story: str) -> None:
    assert [t for t in scores(story).traps if t.startswith("contradiction")] == []


def test_all_eight_types_are_found_in_the_two_stories() -> None:
    found = {t for f in whole().findings if f.verdict is Verdict.CONTRADICTION for t in f.types}
    assert found == set(Type)


def test_the_two_stories_are_not_mixed_up() -> None:
    for finding in whole().findings:
        assert finding.b is None or finding.a.file.split("/")[0] == finding.b.file.split("/")[0], finding.message
