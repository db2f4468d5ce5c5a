"""The written corpus keeps its format, and its gold lists what its own rules ask for.

`tests/corpus/<half>/<story>/` holds a few articles on one invented event and `gold.json`, the answers. The same tests read
both halves: `dev`, and `held` where it is present, and the stories for training in `training/data/stories`.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from lxml import html

CORPUS = Path(__file__).resolve().parent / "corpus"
TRAINING = CORPUS.parents[1] / "training" / "data" / "stories"
WRITTEN = sorted(path.parent for path in CORPUS.glob("*/*/gold.json"))
TRAINED = sorted(path.parent for path in TRAINING.glob("*/gold.json"))
STORIES = WRITTEN + TRAINED
HALVES = sorted({story.parent.name for story in WRITTEN})
LANGUAGES = {"hi", "ur", "en", "ar", "ru"}
TYPES = {"date", "ordinal", "number", "polarity", "identity", "location", "attribution", "status"}
PAIRED = {"contradiction", "temporal_shift", "corroboration"}
ARTICLE_SUFFIXES = {".txt", ".md", ".html"}
LEAST_GROUPS = {"contradiction": 5, "temporal_shift": 4, "corroboration": 8}

every_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.parent.name}/{story.name}")
every_half = pytest.mark.parametrize("half", HALVES)

Item = dict[str, Any]
Anchor = tuple[str, str]


def gold(story: Path) -> Item:
    loaded: Item = json.loads((story / "gold.json").read_text(encoding="utf-8"))
    return loaded


def stories_of(half: str) -> list[Item]:
    return [gold(story) for story in WRITTEN if story.parent.name == half]


def readable(path: Path) -> str:
    """What a reader of the file sees: for a page, the text of its body."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return text
    (body,) = html.document_fromstring(text).xpath("//body")
    return str(body.text_content())


def sides(item: Item) -> list[Item]:
    return [item["a"], *([item["b"]] if "b" in item else []), *item.get("evidence", [])]


def quotations(answers: Item) -> Iterator[Anchor]:
    for item in answers["findings"] + answers["must_not_flag"]:
        for side in sides(item):
            for sentence in (side["sentence"], *side.get("alt", [])):
                yield side["file"], sentence


def anchors(item: Item) -> frozenset[Anchor]:
    return frozenset((side["file"], side["sentence"]) for side in (item["a"], item["b"]))


def groups(answers: Item) -> dict[str, list[Item]]:
    grouped: dict[str, list[Item]] = defaultdict(list)
    for finding in answers["findings"]:
        grouped[finding["group"]].append(finding)
    return grouped


def counts_row(story: Path) -> str:
    """The line of `tests/corpus/README.md` that counts this story."""
    answers = gold(story)
    languages = Counter(article["lang"] for article in answers["articles"])
    named = " ".join(f"{language} {languages[language]}" for language in sorted(languages))
    cells = [f"{story.parent.name}/{story.name}", str(len(answers["articles"])), named]
    for verdict in ("contradiction", "temporal_shift", "corroboration"):
        found = [finding for finding in answers["findings"] if finding["verdict"] == verdict]
        cells.append(f"{len({finding['group'] for finding in found})} ({len(found)})")
    cells.append(str(sum(article["stale"] for article in answers["articles"])))
    cells.append(str(len(answers["must_not_flag"])))
    return "| " + " | ".join(cells) + " |"


def test_the_development_half_is_there() -> None:
    assert "dev" in HALVES
    assert set(HALVES) <= {"dev", "held"}


@every_story
def test_gold_lists_every_article_of_the_folder_once(story: Path) -> None:
    answers = gold(story)
    files = sorted(path.name for path in story.iterdir() if path.suffix in ARTICLE_SUFFIXES)
    assert answers["slug"] == story.name
    assert sorted(article["file"] for article in answers["articles"]) == files
    assert {path.name for path in story.iterdir()} == {*files, "gold.json"}


@every_story
def test_articles_carry_known_languages_and_iso_dates(story: Path) -> None:
    for article in gold(story)["articles"]:
        assert set(article) >= {"file", "lang", "true_date", "date_in_text", "stale", "date_where"}
        assert article["lang"] in LANGUAGES
        assert date.fromisoformat(article["true_date"]).isoformat() == article["true_date"]
        assert isinstance(article["date_in_text"], bool)
        assert isinstance(article["stale"], bool)
        assert article["date_in_text"] != article["date_where"].startswith("none")


@every_story
def test_a_story_has_five_or_six_articles_in_three_languages_or_more(story: Path) -> None:
    articles = gold(story)["articles"]
    assert 5 <= len(articles) <= 6
    assert len({article["lang"] for article in articles}) >= 3


@every_story
def test_stale_articles_are_undated_and_far_older_than_the_others(story: Path) -> None:
    articles = gold(story)["articles"]
    current = [date.fromisoformat(article["true_date"]) for article in articles if not article["stale"]]
    for article in articles:
        if article["stale"]:
            assert not article["date_in_text"]
            assert (min(current) - date.fromisoformat(article["true_date"])).days > 90


@every_story
def test_quoted_sentences_stand_verbatim_in_their_files(story: Path) -> None:
    answers = gold(story)
    bodies = {article["file"]: readable(story / article["file"]) for article in answers["articles"]}
    files = {article["file"]: (story / article["file"]).read_text(encoding="utf-8") for article in answers["articles"]}
    for file, sentence in quotations(answers):
        assert sentence in bodies[file], f"{file}: not in the readable text: {sentence}"
        assert sentence in files[file], f"{file}: holds markup or an entity: {sentence}"
        assert sentence == sentence.strip()
        assert "\n" not in sentence


@every_story
def test_findings_are_well_formed(story: Path) -> None:
    answers = gold(story)
    stale_files = {article["file"] for article in answers["articles"] if article["stale"]}
    identifiers = [finding["id"] for finding in answers["findings"]]
    assert len(identifiers) == len(set(identifiers))
    for finding in answers["findings"]:
        assert finding["note"]
        assert finding["types"]
        assert set(finding["types"]) <= TYPES
        assert set(finding.get("accept", [])) <= PAIRED | {"stale", "unrelated"}
        if finding["verdict"] == "stale":
            assert "b" not in finding
            assert finding["evidence"]
            assert finding["a"]["file"] in stale_files
        else:
            assert finding["verdict"] in PAIRED
            assert finding["a"]["file"] != finding["b"]["file"]
            assert not {finding["a"]["file"], finding["b"]["file"]} & stale_files


@every_story
def test_every_stale_article_has_a_finding_that_says_so(story: Path) -> None:
    answers = gold(story)
    found = {finding["a"]["file"] for finding in answers["findings"] if finding["verdict"] == "stale"}
    assert found == {article["file"] for article in answers["articles"] if article["stale"]}


@every_story
def test_a_group_has_one_verdict_one_type_and_no_pair_twice(story: Path) -> None:
    for group, findings in groups(gold(story)).items():
        assert len({finding["verdict"] for finding in findings}) == 1, group
        if findings[0]["verdict"] == "stale":
            continue
        assert len({tuple(finding["types"]) for finding in findings}) == 1, group
        pairs = [anchors(finding) for finding in findings]
        assert len(pairs) == len(set(pairs)), group


@every_story
def test_a_contradiction_is_listed_for_all_pairs_of_its_sides(story: Path) -> None:
    """Sides are what does not contradict: if a stands with b and b with c, then a stands with c."""
    for group, findings in groups(gold(story)).items():
        if findings[0]["verdict"] != "contradiction":
            continue
        clashes = {anchors(finding) for finding in findings}
        spoken = sorted(frozenset[Anchor]().union(*clashes))
        for first, middle, last in permutations(spoken, 3):
            if len({first[0], middle[0], last[0]}) == 3 and frozenset((first, last)) in clashes:
                assert clashes & {frozenset((first, middle)), frozenset((middle, last))}, (group, first, middle, last)


@every_story
def test_traps_are_between_articles_and_forbid_no_finding(story: Path) -> None:
    answers = gold(story)
    found: dict[frozenset[Anchor], set[str]] = defaultdict(set)
    for finding in answers["findings"]:
        if "b" in finding:
            found[anchors(finding)] |= {finding["verdict"], *finding.get("accept", [])}
    for trap in answers["must_not_flag"]:
        assert trap["note"]
        assert trap["a"]["file"] != trap["b"]["file"]
        assert "contradiction" in trap["not"]
        assert set(trap["not"]) <= PAIRED
        assert not found[anchors(trap)] & set(trap["not"]), trap["note"]


@every_story
def test_a_story_plants_enough_of_everything(story: Path) -> None:
    answers = gold(story)
    planted = Counter(findings[0]["verdict"] for findings in groups(answers).values())
    assert {verdict: least for verdict, least in LEAST_GROUPS.items() if planted[verdict] < least} == {}
    assert len(answers["must_not_flag"]) >= 12


@every_half
def test_a_half_spreads_over_languages_types_and_formats(half: str) -> None:
    stories = stories_of(half)
    articles = [article for story in stories for article in story["articles"]]
    contradictions = [finding for story in stories for finding in story["findings"] if finding["verdict"] == "contradiction"]
    primary = {finding["types"][0] for finding in contradictions}
    assert len(stories) >= 6
    assert {language for language in LANGUAGES if sum(article["lang"] == language for article in articles) < 5} == set()
    assert primary == TYPES
    assert {Path(article["file"]).suffix for article in articles} == ARTICLE_SUFFIXES


@every_half
def test_most_contradictions_of_a_half_cross_languages(half: str) -> None:
    crossing = [
        languages[finding["a"]["file"]] != languages[finding["b"]["file"]]
        for story in stories_of(half)
        for languages in [{article["file"]: article["lang"] for article in story["articles"]}]
        for finding in story["findings"]
        if finding["verdict"] == "contradiction"
    ]
    assert sum(crossing) > len(crossing) / 2


@every_half
def test_a_half_has_stale_articles_and_undated_current_ones(half: str) -> None:
    per_story = [story["articles"] for story in stories_of(half)]
    assert sum(any(article["stale"] for article in articles) for articles in per_story) >= 3
    undated = [articles for articles in per_story if any(not a["date_in_text"] and not a["stale"] for a in articles)]
    assert len(undated) >= 3


def test_the_counts_in_the_readme_are_those_of_the_gold_files() -> None:
    text = (CORPUS / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?:dev|held)/.*\|$", text, flags=re.MULTILINE)
    counted = {counts_row(story): story.parent.name for story in WRITTEN}
    assert [row for row in rows if row not in counted] == []
    assert [row for row, half in counted.items() if half == "dev" and row not in rows] == []


def test_stories_for_training_spread_over_languages_and_types() -> None:
    stories = [gold(story) for story in TRAINED]
    languages = Counter(article["lang"] for story in stories for article in story["articles"])
    kinds = Counter(
        findings[0]["types"][0] for story in stories for findings in groups(story).values() if findings[0]["verdict"] == "contradiction"
    )
    assert {language for language in LANGUAGES if languages[language] < 5} == set()
    assert {kind for kind in TYPES if kinds[kind] < 3} == set()


def test_no_story_for_training_is_one_to_measure_with() -> None:
    assert {story.name for story in TRAINED} & {story.name for story in WRITTEN} == set()
