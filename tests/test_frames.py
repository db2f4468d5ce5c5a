"""The frames of a report: documented columns and dtypes, full or empty; and a report from a frame of articles."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from build import a_report, quiet_report

from checker.engine import report
from checker.model import Type, Verdict
from checker.report import Report

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "notebooks" / "frames.md").read_text("utf-8")
FRAMES: dict[str, Callable[[Report], pd.DataFrame]] = {
    "Findings": Report.to_frame,
    "Sources": Report.sources_frame,
    "Articles": Report.articles_frame,
    "Claims": Report.claims_frame,
    "Pairs": Report.pairs_frame,
    "Outcomes": Report.outcomes_frame,
    "Timeline": Report.timeline,
    "Groups": Report.groups,
    "Neighbours": lambda found: found.neighbours("Сколько человек погибло?"),
}


@pytest.fixture(scope="module")
def found() -> Report:
    return report([ROOT / "examples"])


def documented(title: str) -> dict[str, str]:
    """Column and dtype of every row in the section's table."""
    section = re.search(rf"^## {title}$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section
    return dict(re.findall(r"^\| `(\w+)` \| (\S+) \| .+ \|$", section[1], re.MULTILINE))


def dtypes(frame: pd.DataFrame) -> dict[str, str]:
    return {str(name): str(dtype) for name, dtype in frame.dtypes.items()}


def test_every_frame_is_documented_and_nothing_else() -> None:
    assert re.findall(r"^## (.+)$", PAGE, re.MULTILINE) == list(FRAMES)


@pytest.mark.parametrize("title", FRAMES)
def test_a_frame_has_the_columns_and_dtypes_of_its_documentation(title: str, found: Report) -> None:
    frame = FRAMES[title](found)
    assert len(frame) > 0
    assert list(frame.columns) == list(documented(title))
    assert dtypes(frame) == documented(title)


@pytest.mark.parametrize("title", [title for title in FRAMES if title != "Neighbours"])
@pytest.mark.parametrize("made", [a_report(), quiet_report()], ids=["by hand", "nothing found"])
def test_a_small_or_empty_report_has_the_same_columns_and_dtypes(title: str, made: Report) -> None:
    assert dtypes(FRAMES[title](made)) == documented(title)


@pytest.mark.parametrize("title", FRAMES)
def test_only_columns_that_say_so_have_missing_values(title: str, found: Report) -> None:
    section = re.search(rf"^## {title}$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section
    may = {name for name, meaning in re.findall(r"^\| `(\w+)` \| \S+ \| (.+) \|$", section[1], re.MULTILINE) if "missing" in meaning}
    may |= {name for name in documented(title) if name.startswith("b_") and title == "Findings"}
    may |= {name for name in documented(title) if re.fullmatch(r"same_(what|where|when|number|things)", name)}
    frame = FRAMES[title](found)
    assert {str(name) for name in frame.columns[frame.isna().any()]} <= may


def test_the_pairs_are_all_that_were_compared(found: Report) -> None:
    pairs = found.pairs_frame()
    assert len(pairs) == found.run["pairs"]["compared"]
    assert (pairs["a_file"] != pairs["b_file"]).all()
    assert pairs["kept_back"].value_counts().to_dict() == found.run["pairs"]["suppressed"]
    probabilities = pairs.filter(like="p_").sum(axis="columns")
    assert probabilities.between(0.999, 1.001).all()


def test_every_pair_with_a_verdict_stands_in_a_finding_of_that_verdict(found: Report) -> None:
    told = found.pairs_frame().query("verdict != 'unrelated'")
    verdicts = {finding.id: finding.verdict.value for finding in found.findings}
    assert told["finding"].map(verdicts).tolist() == told["verdict"].tolist()
    assert set(told["finding"]) == {finding.id for finding in found.findings if finding.b is not None}


def test_a_pairs_columns_say_what_the_rules_said(found: Report) -> None:
    pairs, outcomes = found.pairs_frame(), found.outcomes_frame()
    for kind in Type:
        clashing = pairs[pairs[kind.value] == "conflict"]
        said = outcomes[(outcomes["type"] == kind.value) & (outcomes["level"] == "conflict")]
        assert set(zip(clashing["a_id"], clashing["b_id"], strict=True)) == set(zip(said["a_id"], said["b_id"], strict=True))


def test_the_timeline_is_in_order_and_can_leave_out_what_is_not_dated(found: Report) -> None:
    whole, dated = found.timeline(), found.timeline(dated=True)
    assert len(whole) == len(found.claims_frame())
    assert whole["event_earliest"].is_monotonic_increasing
    assert set(dated["basis"]) <= {"explicit", "relative", "inferred"}
    assert len(dated) == (whole["basis"] != "default").sum()
    assert set(whole.loc[whole["stale"], "file"]) == {row.file for row in found.sources if row.stale}


def test_groups_give_every_answer_with_the_sources_behind_it(found: Report) -> None:
    groups = found.groups()
    assert groups["finding"].nunique() == sum(1 for finding in found.findings if finding.sides)
    tolls = groups[groups["question"].str.startswith("How many?") & (groups["verdict"] == "contradiction")]
    assert {"43 killed", "53 killed"} <= set(tolls["answer"])
    assert (groups["families"] <= groups["sources"]).all()
    assert len(groups[["finding", "question"]].drop_duplicates()) == groups["finding"].nunique()


@pytest.mark.parametrize("story", ["ferry-sinking", "corridor-summit"])
def test_a_frame_of_the_articles_gives_the_same_report_as_the_files(story: str) -> None:
    from_files = report([ROOT / "examples" / story])
    from_frame = report(from_files.articles_frame())
    assert [(f.id, f.verdict, f.types, f.confidence, f.message) for f in from_frame.findings] == [
        (f.id, f.verdict, f.types, f.confidence, f.message) for f in from_files.findings
    ]
    columns = ["file", "lang", "title", "published_earliest", "published_latest", "stale", "family", "claims"]
    pd.testing.assert_frame_equal(from_frame.sources_frame()[columns], from_files.sources_frame()[columns])


def test_texts_read_into_a_frame_by_hand_give_the_same_report_as_the_files() -> None:
    paths = sorted((ROOT / "examples" / "ferry-sinking").glob("*.txt"))
    frame = pd.DataFrame({"text": [path.read_text("utf-8") for path in paths], "source": [path.name for path in paths]})
    from_frame, from_files = report(frame), report(paths)
    assert from_frame.findings == from_files.findings
    assert from_frame.sources == from_files.sources
    assert from_frame.of(Verdict.CONTRADICTION)
