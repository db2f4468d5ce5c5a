"""Scoring what is read from single sentences: what is found, what is right, and gold that is none."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from checker.cli import run
from checker.errors import InputError
from checker.evaluation.readers import ReaderScores, score_readers
from checker.evaluation.show import as_json, terminal
from checker.render.view import View


def a_row(**changes: object) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": "s1",
        "lang": "en",
        "published": "2025-03-12",
        "text": "At least 12 people drowned on Monday when two ferries met off Chittagong for the second time.",
        "times": [{"text": "Monday", "earliest": "2025-03-10", "latest": "2025-03-10"}],
        "quantities": [
            {"text": "At least 12", "low": 12, "high": None, "unit": None, "counted": "killed"},
            {"text": "two", "low": 2, "high": 2, "unit": None, "counted": None},
        ],
        "ordinals": [{"text": "second", "rank": 2}],
    }
    return row | changes


def scored(tmp_path: Path, *rows: dict[str, Any]) -> ReaderScores:
    file = tmp_path / "readers.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return score_readers(file)


def test_all_that_is_right_counts_as_found_and_right(tmp_path: Path) -> None:
    scores = scored(tmp_path, a_row())
    assert scores.misses == ()
    assert {name: s.f1 for name, s in scores.by_kind().items() if s.expected} == {
        "times found": 1, "times right": 1, "quantities found": 1, "quantities right": 1, "ordinals found": 1, "ordinals right": 1,
        "what is counted": 1,
    }  # fmt: skip
    assert list(scores.by_language()) == ["en times", "en quantities", "en ordinals"]


@pytest.mark.parametrize(
    ("change", "trouble", "found", "right"),
    [
        ({"times": [{"text": "on Monday", "earliest": "2025-03-10", "latest": "2025-03-10"}]}, [], 1, 1),  # overlap is enough
        ({"times": [{"text": "Monday", "earliest": "2025-03-17", "latest": "2025-03-17"}]}, ["wrong"], 1, 0),
        ({"times": []}, ["false"], None, None),
        ({"times": [{"text": "Chittagong", "earliest": None, "latest": None}]}, ["missed", "false"], 0, 0),
    ],
)
def test_a_value_must_be_equal_to_be_right(
    change: dict[str, Any], trouble: list[str], found: float | None, right: float | None, tmp_path: Path
) -> None:
    scores = scored(tmp_path, a_row(**change))
    kinds = scores.by_kind()
    assert [miss.trouble for miss in scores.misses] == trouble
    assert (kinds["times found"].recall, kinds["times right"].recall) == (found, right)


def test_a_kind_that_a_sentence_does_not_label_is_not_scored(tmp_path: Path) -> None:
    row = a_row()
    del row["quantities"], row["ordinals"]
    assert list(scored(tmp_path, row).by_language()) == ["en times"]


def test_equal_words_are_meant_in_their_order_and_as_whole_words(tmp_path: Path) -> None:
    text = "Twofold growth: two mills closed and two opened."
    two = {"text": "two", "low": 2, "high": 2, "unit": None}
    assert scored(tmp_path, {"lang": "en", "text": text, "quantities": [two, two]}).misses == ()


def test_units_may_be_abbreviated(tmp_path: Path) -> None:
    row = {"lang": "en", "text": "The road is 40 km long.", "quantities": [{"text": "40 km", "low": 40, "high": 40, "unit": "km"}]}
    assert scored(tmp_path, row).misses == ()


def test_tables_and_json_hold_the_misses(tmp_path: Path) -> None:
    scores = scored(tmp_path, a_row(ordinals=[{"text": "second", "rank": 3}]))
    shown = " ".join(terminal([], [], View(80), readers=[scores]).split())
    assert "s1 en ordinals, wrong: second = 3 read as second = 2" in shown
    assert "en times 1.00 (0.21-1.00) 1.00 (0.21-1.00) 1.00 1 1" in shown
    (record,) = json.loads(as_json([], [], [scores]))["readers"]
    assert record["kinds"]["ordinals right"]["recall"] == 0
    assert record["misses"] == [
        {"id": "s1", "lang": "en", "kind": "ordinals", "trouble": "wrong", "expected": "second = 3", "read": "second = 2"}
    ]


def test_the_command_takes_a_file_and_finds_it_in_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scored(tmp_path, a_row())
    for gold in (tmp_path, tmp_path / "readers.jsonl"):
        assert run(["evaluate", str(gold), "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out)["readers"][0]["sentences"] == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[1]", "is no labelled sentence: it is no object with a text and a lang"),
        ("{nope", "is no JSON"),
        (json.dumps({"text": "x", "lang": "en"}), "it holds none of times, quantities, ordinals, entities"),
        (json.dumps(a_row(published="soon")), "published is no ISO date: 'soon'"),
        (json.dumps(a_row(times={"text": "Monday"})), "'times' must be a list of objects with a text"),
        (json.dumps(a_row(times=[{"text": "Friday"}])), "'Friday' (times) does not stand in the sentence"),
        (json.dumps(a_row(times=[{"text": "Monday"}])), "'Monday' (times) has no readable value"),
        (json.dumps(a_row(quantities=[{"text": "two", "low": "x", "high": 2, "unit": None}])), "'two' (quantities) has no readable value"),
    ],
)
def test_a_sentence_that_is_none_is_named_by_its_line(line: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / "readers.jsonl"
    file.write_text(f"{json.dumps(a_row())}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(words)) as caught:
        score_readers(file)
    assert str(caught.value).startswith("readers.jsonl:2: ")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "readers.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(InputError, match=re.escape("readers.jsonl holds no sentences")):
        score_readers(tmp_path / "readers.jsonl")
