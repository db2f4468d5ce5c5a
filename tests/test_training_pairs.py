"""The written pairs that the decision is fitted on: well-formed, told once, and shared with nothing that measures."""

import json
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PAIRS: list[dict[str, Any]] = [
    json.loads(line)
    for path in sorted((ROOT / "training" / "data" / "pairs").glob("*.jsonl"))
    for line in path.read_text("utf-8").splitlines()
]
SCRIPTS = {"hi": "DEVANAGARI", "ur": "ARABIC", "ar": "ARABIC", "en": "LATIN", "ru": "CYRILLIC"}
ONLY_URDU, ONLY_ARABIC = set("ٹڈڑںےہھ"), set("ةى")
TYPES = {"date", "ordinal", "number", "polarity", "identity", "location", "attribution", "status"}
VERDICTS = {"contradiction", "corroboration", "temporal_shift", "unrelated"}
MEASURED_WITH = ("examples", "tests/corpus/dev", "training/data/stories")


def sides() -> list[dict[str, Any]]:
    return [pair[side] for pair in PAIRS for side in ("a", "b")]


def test_no_pair_is_there_twice() -> None:
    assert len({p["id"] for p in PAIRS}) == len({frozenset((p["a"]["text"], p["b"]["text"])) for p in PAIRS}) == len(PAIRS)


def test_only_contradictions_have_types() -> None:
    for pair in PAIRS:
        assert pair["verdict"] in VERDICTS, pair["id"]
        assert set(pair["types"]) <= TYPES, pair["id"]
        assert bool(pair["types"]) == (pair["verdict"] == "contradiction"), pair["id"]


def test_marked_words_stand_in_their_text() -> None:
    for pair in PAIRS:
        for side in ("a", "b"):
            assert all(words in pair[side]["text"] for words in pair["spans"][side]), pair["id"]


@pytest.mark.parametrize("lang", sorted(SCRIPTS))
def test_texts_are_in_the_language_they_say(lang: str) -> None:
    for side in sides():
        if side["lang"] == lang:
            letters = [c for c in side["text"] if c.isalpha()]
            own = sum(unicodedata.name(c).startswith(SCRIPTS[lang]) for c in letters)
            assert own > 0.7 * len(letters), side["text"]
            assert lang != "ar" or not ONLY_URDU & set(side["text"]), side["text"]
            assert lang != "ur" or not ONLY_ARABIC & set(side["text"]), side["text"]


def test_all_pairs_of_languages_are_there_alike() -> None:
    counts = Counter(frozenset((p["a"]["lang"], p["b"]["lang"])) for p in PAIRS)
    across = [n for langs, n in counts.items() if len(langs) > 1]
    assert len(across) == 10
    assert min(across) > 0.7 * max(across)


def test_days_are_plausible() -> None:
    for side in sides():
        assert date(2019, 1, 1) <= date.fromisoformat(side["published"]) <= date(2026, 12, 31), side


def test_no_text_stands_in_what_is_measured_with() -> None:
    told = "\n".join(
        path.read_text("utf-8")
        for folder in MEASURED_WITH
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".txt", ".md", ".html", ".json", ".jsonl"}
    )
    assert [side["text"] for side in sides() if side["text"] in told] == []
