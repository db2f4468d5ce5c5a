"""The example corpus keeps its own format: what the gold files quote stands in the articles."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
STORIES = ("corridor-summit", "ferry-sinking")
LANGUAGES = {"hi", "ur", "en", "ar", "ru"}
TYPES = {"date", "ordinal", "number", "polarity", "identity", "location", "attribution", "status"}
VERDICTS = {"contradiction", "temporal_shift", "corroboration", "stale"}
ARTICLE_SUFFIXES = {".txt", ".md", ".html"}


def gold(story: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((EXAMPLES / story / "gold.json").read_text(encoding="utf-8"))
    return loaded


def pairs() -> list[dict[str, Any]]:
    lines = (EXAMPLES / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def body(path: Path) -> str:
    """What a reader of the file sees: for a page, the text of its body."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return text
    (element,) = html.document_fromstring(text).xpath("//body")
    return str(element.text_content())


def quotations(story: str) -> Iterator[tuple[str, str]]:
    answers = gold(story)
    for item in answers["findings"] + answers["must_not_flag"]:
        sides = [item["a"], *([item["b"]] if "b" in item else []), *item.get("evidence", [])]
        for side in sides:
            for sentence in (side["sentence"], *side.get("alt", [])):
                yield side["file"], sentence


@pytest.mark.parametrize("story", STORIES)
def test_gold_lists_every_article_in_the_folder(story: str) -> None:
    files = {path.name for path in (EXAMPLES / story).iterdir() if path.suffix in ARTICLE_SUFFIXES}
    assert {article["file"] for article in gold(story)["articles"]} == files


@pytest.mark.parametrize("story", STORIES)
def test_quoted_sentences_stand_verbatim_in_their_files(story: str) -> None:
    bodies = {article["file"]: body(EXAMPLES / story / article["file"]) for article in gold(story)["articles"]}
    missing = [(file, sentence) for file, sentence in quotations(story) if sentence not in bodies[file]]
    assert not missing


@pytest.mark.parametrize("story", STORIES)
def test_a_story_covers_all_languages_and_has_one_stale_and_one_undated_current_article(story: str) -> None:
    articles = gold(story)["articles"]
    assert gold(story)["slug"] == story
    assert {article["lang"] for article in articles} == LANGUAGES
    assert sum(article["stale"] for article in articles) == 1
    assert any(not article["date_in_text"] and not article["stale"] for article in articles)


@pytest.mark.parametrize("story", STORIES)
def test_stale_articles_are_years_older_than_the_others(story: str) -> None:
    articles = gold(story)["articles"]
    current = [date.fromisoformat(article["true_date"]) for article in articles if not article["stale"]]
    assert (max(current) - min(current)).days < 7
    for article in articles:
        if article["stale"]:
            assert date.fromisoformat(article["true_date"]).year < min(current).year - 2
            assert not article["date_in_text"]


@pytest.mark.parametrize("story", STORIES)
def test_findings_are_well_formed(story: str) -> None:
    answers = gold(story)
    stale_files = {article["file"] for article in answers["articles"] if article["stale"]}
    identifiers = [finding["id"] for finding in answers["findings"]]
    assert len(identifiers) == len(set(identifiers))
    for finding in answers["findings"]:
        assert finding["verdict"] in VERDICTS
        assert finding["types"]
        assert set(finding["types"]) <= TYPES
        if finding["verdict"] == "stale":
            assert finding["a"]["file"] in stale_files
            assert "b" not in finding
            assert finding["evidence"]
        else:
            assert finding["a"]["file"] != finding["b"]["file"]
            assert not {finding["a"]["file"], finding["b"]["file"]} & stale_files


@pytest.mark.parametrize("story", STORIES)
def test_no_pair_is_both_a_finding_and_a_trap_for_its_verdict(story: str) -> None:
    answers = gold(story)

    def key(item: dict[str, Any]) -> frozenset[tuple[str, str]]:
        return frozenset((side["file"], side["sentence"]) for side in (item["a"], item["b"]))

    found = {(key(finding), finding["verdict"]) for finding in answers["findings"] if "b" in finding}
    wrong = {(key(trap), verdict) for trap in answers["must_not_flag"] for verdict in trap["not"]}
    assert not found & wrong


def test_all_types_of_contradiction_occur_in_the_stories() -> None:
    findings = [finding for story in STORIES for finding in gold(story)["findings"]]
    primary = {finding["types"][0] for finding in findings if finding["verdict"] == "contradiction"}
    assert primary == TYPES


def test_pairs_are_balanced_over_verdicts_types_and_languages() -> None:
    items = pairs()
    verdicts = [item["verdict"] for item in items]
    expected = {"contradiction": 20, "corroboration": 8, "temporal_shift": 6, "unrelated": 6}
    assert {verdict: verdicts.count(verdict) for verdict in set(verdicts)} == expected
    primary = [item["types"][0] for item in items if item["verdict"] == "contradiction"]
    assert all(2 <= primary.count(kind) <= 3 for kind in TYPES)
    assert {item[side]["lang"] for item in items for side in "ab"} == LANGUAGES
    assert len({item["id"] for item in items}) == len(items)


def test_pairs_carry_types_only_for_contradictions_and_readable_dates() -> None:
    for item in pairs():
        assert bool(item["types"]) == (item["verdict"] == "contradiction")
        assert item["note"]
        for side in (item["a"], item["b"]):
            assert set(side) == {"text", "lang", "published", "source"}
            date.fromisoformat(side["published"])
