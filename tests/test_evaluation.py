"""Scoring: intervals, when a sentence of a finding is one of the gold, clusters, pairs, and gold that is none."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from build import CLOSURE, DAWN, STALE, TOLL, UPDATE, a_report, claim
from hypothesis import given
from hypothesis import strategies as st

from checker.cli import run
from checker.errors import InputError
from checker.evaluation.clusters import ClusterScores, find_clusters, score_cluster, score_report
from checker.evaluation.gold import read_gold
from checker.evaluation.overlap import same_sentence
from checker.evaluation.pairs import PairResult, PairScores, score_pairs
from checker.evaluation.scores import Score, wilson
from checker.evaluation.show import as_json, terminal
from checker.model import Finding, Side, Type, Verdict
from checker.render.view import View
from checker.settings import Settings

# --- intervals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
        (0, 0, 0.0, 1.0),
    ],
)
def test_intervals_are_wilsons(hits: int, total: int, low: float, high: float) -> None:
    assert wilson(hits, total) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_its_share_and_mirrors(hits: int, misses: int) -> None:
    low, high = wilson(hits, hits + misses)
    assert 0 <= low <= high <= 1
    if hits + misses:
        assert low <= hits / (hits + misses) <= high
    assert wilson(misses, hits + misses) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (Score(3, 4, 3, 6), 0.75, 0.5, 0.6),
        (Score(0, 0, 0, 6), None, 0.0, None),
        (Score(0, 4, 0, 0), 0.0, None, None),
        (Score(0, 4, 0, 6), 0.0, 0.0, 0.0),
    ],
)
def test_a_share_of_nothing_is_no_share(score: Score, precision: float | None, recall: float | None, f1: float | None) -> None:
    assert (score.precision, score.recall, score.f1) == (precision, recall, pytest.approx(f1) if f1 else f1)


# --- sentences ----------------------------------------------------------------------------------

LONG = "The council approved the new tram line on Monday after a debate of nine hours in the old town hall"


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        (LONG, LONG, True),
        (LONG.upper() + "!", f"«{LONG}»", True),
        ("Ｔｈｅ ｔｒａｍ line, opened", "the tram line opened", True),  # NFKC
        ("approved the new tram line", LONG, True),  # 25 characters inside it
        ("the new tram line", LONG, False),  # inside it, but shorter than both limits
        ("A tram came", "A tram came late again", True),  # 35 % of it
        ("one two three four", "four three two one", True),  # the same words
        ("one two three four five", "one two three nine ten", False),  # 3 of 7 words
        ("one two three four five six", "one two three four seven six", True),  # 5 of 7
        ("सड़क सोमवार को बंद रही।", "सड़क सोमवार को बंद रही", True),
        ("أغلق الطريق يوم الاثنين؛", "أغلق الطريق يوم الاثنين.", True),
        ("", "", False),
        ("...", "!!!", False),
    ],
)
def test_sentences_match_by_overlap(found: str, gold: str, same: bool) -> None:
    assert same_sentence(found, gold) is same
    assert same_sentence(gold, found) is same


# --- clusters -----------------------------------------------------------------------------------


def side(file: str, number: int = 0) -> dict[str, Any]:
    return {"file": file, "sentence": claim(file, number).sentence.text}


def entry(verdict: str, a: Mapping[str, Any], b: Mapping[str, Any] | None, group: str, **more: object) -> dict[str, Any]:
    return {"id": group, "verdict": verdict, "types": [], "a": a, "b": b, "group": group, **more}


def scored(findings: Sequence[Finding], *entries: Mapping[str, Any], **more: object) -> ClusterScores:
    return score_report(replace(a_report(), findings=tuple(findings)), {"articles": [], "findings": entries, **more}, "harbour")


TOLL_GOLD = entry("contradiction", side("ganga.txt"), side("wire/nile.txt"), "toll", types=["number"])
CLOSED_GOLD = entry("contradiction", side("wire/volga.txt", 1), side("courier.txt", 2), "closed", types=["status"])


def counts(scores: ClusterScores, verdict: str = "contradiction") -> tuple[int, int, int, int]:
    score = scores.verdicts[verdict]
    return score.hits, score.reported, score.found, score.expected


def test_a_finding_hits_by_its_anchors_in_either_order() -> None:
    assert counts(scored([TOLL, CLOSURE], TOLL_GOLD, CLOSED_GOLD)) == (2, 2, 2, 2)


def test_what_is_missed_and_what_is_false_is_named() -> None:
    scores = scored([CLOSURE], TOLL_GOLD)
    assert counts(scores) == (0, 1, 0, 1)
    assert scores.missed == ("contradiction: toll",)
    assert [row.startswith("contradiction: A says the port stayed open") for row in scores.false] == [True]


def test_a_group_is_found_through_any_two_sides_but_a_finding_is_right_only_by_its_anchors() -> None:
    other = entry("contradiction", side("courier.txt"), side("ravi.txt"), "toll")
    assert counts(scored([TOLL], other)) == (0, 1, 1, 1)
    same_side = entry("contradiction", side("courier.txt"), side("ganga.txt"), "toll")
    assert counts(scored([TOLL], same_side)) == (0, 1, 0, 1)


def test_a_finding_of_another_verdict_finds_nothing() -> None:
    scores = scored([replace(TOLL, verdict=Verdict.TEMPORAL_SHIFT)], TOLL_GOLD)
    assert counts(scores) == (0, 0, 0, 1)
    assert counts(scores, "temporal_shift") == (0, 1, 0, 0)


def test_an_alternative_sentence_is_as_good() -> None:
    headline = {**side("wire/nile.txt"), "sentence": "حريق كبير في مصنع للورق", "alt": [claim("wire/nile.txt").sentence.text]}
    assert counts(scored([TOLL], entry("contradiction", side("ganga.txt"), headline, "toll"))) == (1, 1, 1, 1)


def test_borderline_counts_neither_for_nor_against() -> None:
    assert counts(scored([TOLL], {**TOLL_GOLD, "borderline": True})) == (0, 0, 0, 0)
    assert counts(scored([], {**TOLL_GOLD, "borderline": True})) == (0, 0, 0, 0)


def test_an_accepted_verdict_is_not_false() -> None:
    update = entry("temporal_shift", side("ganga.txt"), side("wire/nile.txt"), "toll", accept=["contradiction"])
    scores = scored([TOLL], update)
    assert counts(scores) == (0, 0, 0, 0)
    assert (scores.false, scores.missed) == ((), ("temporal_shift: toll",))


def test_findings_inside_one_article_are_left_out() -> None:
    assert counts(scored([replace(TOLL, a=claim("courier.txt"), b=claim("courier.txt", 2), sides=())])) == (0, 0, 0, 0)


def test_groups_with_several_entries_are_one_and_findings_a_group_are_told() -> None:
    again = entry("contradiction", side("courier.txt"), side("wire/volga.txt"), "toll")
    twice = replace(TOLL, id="other", a=claim("courier.txt"), b=claim("wire/volga.txt"))
    scores = scored([TOLL, twice], TOLL_GOLD, again)
    assert counts(scores) == (2, 2, 1, 1)
    assert scores.per_group == 2.0
    assert scored([]).per_group is None


def test_types_are_scored_by_the_first_of_the_gold() -> None:
    scores = scored([replace(TOLL, types=(Type.DATE,)), CLOSURE], TOLL_GOLD, CLOSED_GOLD)
    assert {name: (s.found, s.expected) for name, s in scores.types.items()} == {"number": (0, 1), "status": (1, 1)}


def test_a_stale_article_is_matched_by_its_file() -> None:
    old = entry("stale", {"file": "harbour-notes.txt", "sentence": "another sentence of it"}, None, "old")
    assert counts(scored([STALE], old), "stale") == (1, 1, 1, 1)
    assert counts(scored([STALE], {**old, "a": side("courier.txt")}), "stale") == (0, 1, 0, 1)


def test_a_pair_never_answers_for_a_stale_article() -> None:
    assert counts(scored([replace(TOLL, verdict=Verdict.STALE)], entry("stale", side("ganga.txt"), None, "old")), "stale") == (0, 1, 0, 1)


def test_a_trap_is_hit_by_the_verdicts_it_forbids_alone() -> None:
    trap = {"a": side("courier.txt", 1), "b": side("ganga.txt", 1), "note": "both before dawn", "not": ["contradiction"]}
    assert scored([DAWN], must_not_flag=[trap]).traps == ()
    assert len(scored([DAWN], must_not_flag=[{**trap, "not": ["contradiction", "corroboration"]}]).traps) == 1
    assert len(scored([replace(DAWN, verdict=Verdict.CONTRADICTION)], must_not_flag=[trap]).traps) == 1


def test_undated_articles_are_scored_by_their_interval() -> None:
    articles = [
        {"file": "ganga.txt", "true_date": "2025-03-31", "date_in_text": False},  # inferred: all of March
        {"file": "harbour-notes.txt", "true_date": "2017-12-31", "date_in_text": False},  # inferred: 2018
        {"file": "ravi.txt", "true_date": "2020-01-01", "date_in_text": True},  # says its day itself
    ]
    assert score_report(a_report(), {"articles": articles, "findings": []}, "harbour").dates == Score(1, 2, 1, 2)


def test_a_file_name_matches_below_a_folder() -> None:
    short = entry("contradiction", side("ganga.txt"), {**side("wire/nile.txt"), "file": "nile.txt"}, "toll")
    assert counts(scored([TOLL], short)) == (1, 1, 1, 1)
    assert counts(scored([TOLL], {**short, "b": {**side("wire/nile.txt"), "file": "le.txt"}})) == (0, 1, 0, 1)


def test_a_cluster_is_read_reported_and_scored(tmp_path: Path) -> None:
    texts = {
        "a.txt": "Tram derails\n\nPublished: 4 May 2025\n\nThe tram derailed on Sunday and 14 passengers were injured, police said.",
        "b.txt": "Tram accident\n\nPublished: 4 May 2025\n\nPolice said 23 passengers were injured on Sunday when the tram derailed.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    sides = [{"file": name, "sentence": text.rpartition("\n")[2]} for name, text in texts.items()]
    gold = {
        "articles": [{"file": name, "lang": "en", "true_date": "2025-05-04", "date_in_text": True} for name in texts],
        "findings": [entry("contradiction", sides[0], sides[1], "injured", types=["number"])],
    }
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert find_clusters(tmp_path) == (tmp_path,)
    scores = score_cluster(tmp_path, Settings())
    assert counts(scores) == (1, 1, 1, 1)
    assert (scores.false, scores.missed, scores.per_group) == ((), (), 1.0)


SIDE = {"file": "a.txt", "sentence": "x"}


def gold_with(*findings: object) -> dict[str, object]:
    return {"articles": [{"file": "a.txt"}], "findings": findings}


@pytest.mark.parametrize(
    ("gold", "words"),
    [
        ("{", "gold.json: is no JSON in UTF-8"),
        (b"\xff\xfe", "gold.json: is no JSON in UTF-8"),
        ([], "it is no object with 'articles' and 'findings'"),
        ({"findings": []}, "'articles' must be a list of objects"),
        (gold_with(3), "'findings' must be a list of objects"),
        ({**gold_with(), "articles": []}, "'articles' is empty"),
        ({**gold_with(), "articles": [{"lang": "en"}]}, "article 1: needs a 'file'"),
        ({**gold_with(), "articles": [{"file": "a.txt", "true_date": "May"}]}, "article 1: true_date is no ISO date: 'May'"),
        (gold_with({"id": "f7", "verdict": "contradicton"}), "finding f7: unknown verdict 'contradicton'; did you mean 'contradiction'?"),
        (gold_with({"verdict": "stale", "a": SIDE}), "finding 1: needs a 'group'"),
        (gold_with({"verdict": "stale", "group": "g"}), "finding 1: 'a' needs a 'file' and a 'sentence'"),
        ({**gold_with(), "must_not_flag": [{"a": SIDE, "b": SIDE}]}, "must_not_flag 1: needs 'not'"),
        ({**gold_with(), "must_not_flag": [{"a": SIDE, "not": []}]}, "must_not_flag 1: 'b' needs a 'file'"),
    ],
)
def test_gold_that_is_none_says_what_is_wrong(gold: object, words: str, tmp_path: Path) -> None:
    content = gold if isinstance(gold, bytes) else gold.encode() if isinstance(gold, str) else json.dumps(gold).encode()
    (tmp_path / "gold.json").write_bytes(content)
    with pytest.raises(InputError, match=re.escape(words)) as caught:
        read_gold(tmp_path)
    assert str(tmp_path / "gold.json") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_gold_of_an_article_that_is_missing_names_it(tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text('{"articles": [{"file": "gone.txt"}], "findings": []}', encoding="utf-8")
    with pytest.raises(InputError, match=re.escape("gone.txt: does not exist; check the path")):
        score_cluster(tmp_path, Settings())


# --- pairs --------------------------------------------------------------------------------------


def result(gold: str, verdict: str, types: str = "", found: str = "", languages: str = "en-hi", name: str = "p1") -> PairResult:
    kinds = tuple(Type(t) for t in types.split())
    return PairResult(
        name, languages, Verdict(gold), kinds, Verdict(verdict), tuple(Type(t) for t in found.split()), 0.8, ("x", "y"), "a note"
    )


PAIRS = PairScores(
    "pairs.jsonl",
    (
        result("contradiction", "contradiction", "number date", "date"),
        result("contradiction", "contradiction", "status", "polarity"),
        result("contradiction", "unrelated", "status", languages="ru-ur", name="p3"),
        result("corroboration", "contradiction", "", "number"),
        result("temporal_shift", "temporal_shift"),
    ),
)


def test_pairs_are_scored_by_verdict_type_and_language() -> None:
    assert PAIRS.by_verdict()["contradiction"] == Score(2, 3, 2, 3)
    assert PAIRS.by_verdict()["corroboration"] == Score(0, 0, 0, 1)
    assert PAIRS.by_verdict()["unrelated"] == Score(0, 1, 0, 0)
    types = PAIRS.by_type()
    assert types["date"] == Score(1, 1, 1, 1)
    assert types["number"] == Score(0, 1, 0, 1)
    assert types["status"] == Score(0, 0, 0, 2)
    assert PAIRS.by_languages() == {"en-hi": Score(2, 3, 2, 2), "ru-ur": Score(0, 0, 0, 1)}


def pair(**change: object) -> dict[str, object]:
    a, b = ({"text": f"{n} people were injured in the fire at Lund mill.", "lang": "en", "published": "2025-05-04"} for n in (12, 19))
    return {"id": "p1", "a": a, "b": b, "verdict": "contradiction", "types": ["number"], **change}


def test_a_file_of_pairs_is_compared(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    note = pair(id="p2", note="a line separator \u2028 inside")
    file.write_text(f"{json.dumps(pair())}\r\n\n{json.dumps(note, ensure_ascii=False)}\n", encoding="utf-8-sig")
    scores = score_pairs(file, Settings())
    assert [(r.id, r.languages, r.verdict.value, r.is_right) for r in scores.results] == [
        ("p1", "en-en", "contradiction", True),
        ("p2", "en-en", "contradiction", True),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nonsense", "is no JSON"),
        ("[1, 2]", "it is no object with a, b, verdict and types"),
        (pair(a=None), "'a' must be an object with a text"),
        (pair(b={"text": 5}), "'b' must be an object with a text"),
        (pair(a={"text": "x", "lang": 7}), "the lang of 'a' must be a string"),
        (pair(a={"text": "x", "published": 20250504}), "the published of 'a' must be a string"),
        (pair(verdict="contradicts"), "unknown verdict 'contradicts'; did you mean 'contradiction'?"),
        (pair(verdict="stale"), "unknown verdict 'stale'"),
        (pair(types="number"), "'types' must be a list, not 'number'"),
        (pair(types=["numbers"]), "unknown type 'numbers'; did you mean 'number'?"),
        (pair(a={"text": " "}), "text a is empty"),
        (pair(a={"text": "x", "published": "soon"}), "not an ISO date: 'soon'"),
        (pair(a={"text": "x", "lang": "Hindi"}), "not a language code: 'Hindi'"),
    ],
)
def test_a_pair_that_is_none_is_named_by_its_line(line: object, words: str, tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(f"{json.dumps(pair())}\n{line if isinstance(line, str) else json.dumps(line)}\n", encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(words)) as caught:
        score_pairs(file, Settings())
    assert str(caught.value).startswith("pairs.jsonl:2: ")


@pytest.mark.parametrize(("content", "words"), [(b"\n \n", "pairs.jsonl holds no pairs"), (b"\xff\xfe", "pairs.jsonl: is not in UTF-8")])
def test_a_file_without_pairs_is_refused(content: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "pairs.jsonl").write_bytes(content)
    with pytest.raises(InputError, match=re.escape(words)):
        score_pairs(tmp_path / "pairs.jsonl", Settings())


# --- output -------------------------------------------------------------------------------------

CLUSTER = scored([TOLL, CLOSURE, UPDATE, STALE], TOLL_GOLD)


@pytest.mark.parametrize("width", [80, 60, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_tables_fit_the_screen(width: int, colour: bool) -> None:
    shown = terminal([PAIRS], [CLUSTER], View(width, colour))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert (plain != shown) is colour
    assert max(map(len, plain.splitlines())) <= width


def test_a_line_shows_shares_with_their_intervals() -> None:
    lines = [" ".join(line.split()) for line in terminal([PAIRS], [CLUSTER], View(80)).splitlines()]
    assert "contradiction 0.67 (0.21-0.94) 0.67 (0.21-0.94) 0.67 3 3" in lines
    assert "corroboration - 0.00 (0.00-0.79) - 0 1" in lines
    assert "p3 ru-ur: contradiction (status) read as unrelated [0.80] a note" in lines
    assert "Undated articles whose day lies in the interval given: 0 of 0" in lines


def test_misses_are_cut_off_with_their_number_unless_all_are_asked_for() -> None:
    many = PairScores("pairs.jsonl", tuple(result("contradiction", "unrelated", name=f"p{n}") for n in range(40)))
    few, every = (terminal([many], [], View(80), every_miss=wanted) for wanted in (False, True))
    assert "15 more; --all lists them" in few
    assert ("p39" in few, "p39" in every, "--all" in every) == (False, True, False)


def test_the_json_form_holds_every_figure() -> None:
    document = json.loads(as_json([PAIRS], [CLUSTER]))
    assert list(document) == ["schema_version", "pairs", "clusters", "readers"]
    (pairs,), (cluster,) = document["pairs"], document["clusters"]
    assert pairs["verdicts"]["contradiction"] == {
        "precision": 0.6667, "precision_interval": [0.2077, 0.9385], "recall": 0.6667, "recall_interval": [0.2077, 0.9385],
        "f1": 0.6667, "reported": 3, "expected": 3,
    }  # fmt: skip
    assert [miss["id"] for miss in pairs["misses"]] == ["p3", "p1"]
    assert cluster["cluster"] == "harbour"
    assert cluster["findings_per_group"] == 1.0
    assert cluster["verdicts"]["corroboration"]["precision"] is None


def test_the_command_scores_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pairs.jsonl").write_text(json.dumps(pair()), encoding="utf-8")
    assert run(["evaluate", str(tmp_path)]) == 0
    assert "1 pairs, 1 right, 1.00 (0.21-1.00)" in capsys.readouterr().out
    assert run(["evaluate", str(tmp_path / "pairs.jsonl"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["pairs"][0]["misses"] == []


def test_sides_of_one_group_are_tried_crosswise() -> None:
    sides = (Side("1", "12", 1, (claim("ganga.txt"),)), Side("2", "21", 1, (claim("wire/volga.txt"), claim("courier.txt"))))
    scores = scored([replace(TOLL, sides=sides)], entry("contradiction", side("courier.txt"), side("ganga.txt"), "toll"))
    assert counts(scores)[2:] == (1, 1)


# --- where findings are lost --------------------------------------------------------------------


def _gold_of(text: str, other: str, verdict: str = "contradiction") -> dict[str, Any]:
    sides = {"a": {"file": "a.txt", "sentence": text}, "b": {"file": "b.txt", "sentence": other}}
    return {"articles": [{"file": "a.txt"}, {"file": "b.txt"}], "findings": [{"id": "f", "group": "g", "verdict": verdict, **sides}]}


@pytest.mark.parametrize(
    ("text", "other", "step"),
    [
        ("The flood in Harnal killed 23 people on 3 May 2025.", "The flood in Harnal killed 41 people on 3 May 2025.", "found"),
        ("Is that so?", "The flood in Harnal killed 41 people on 3 May 2025.", "no claim read"),
        ("The flood in Harnal killed 23 people.", "The orchestra of Brenn opened its season with a waltz.", "not set side by side"),
    ],
)  # fmt: skip
def test_a_lost_finding_names_the_step_that_lost_it(tmp_path: Path, text: str, other: str, step: str) -> None:
    (tmp_path / "a.txt").write_text(f"{text}\n\nPublished: 4 May 2025\n", "utf-8")
    (tmp_path / "b.txt").write_text(f"{other}\n\nPublished: 4 May 2025\n", "utf-8")
    (tmp_path / "gold.json").write_text(json.dumps(_gold_of(text, other)), "utf-8")
    (loss,) = score_cluster(tmp_path, Settings(min_similarity=0.3)).losses
    assert loss.step == step
