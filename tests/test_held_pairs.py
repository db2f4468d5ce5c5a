"""The held-out pairs keep to their form, and none of them is training material."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PAIRS: list[dict[str, Any]] = [json.loads(line) for line in (ROOT / "tests/corpus/held_pairs.jsonl").read_text("utf-8").splitlines()]
TYPES = {"date", "ordinal", "number", "polarity", "identity", "location", "attribution", "status"}
SCRIPTS = {"hi": r"[\u0900-\u097f]", "ur": r"[\u0600-\u06ff]", "ar": r"[\u0600-\u06ff]", "ru": r"[\u0400-\u04ff]", "en": r"[A-Za-z]"}


@pytest.mark.parametrize("pair", PAIRS, ids=[p["id"] for p in PAIRS])
def test_a_pair_is_well_formed(pair: dict[str, Any]) -> None:
    assert set(pair) == {"id", "a", "b", "verdict", "types", "note"}
    assert pair["verdict"] in {"contradiction", "corroboration", "temporal_shift", "unrelated"}
    assert bool(pair["types"]) == (pair["verdict"] == "contradiction")
    assert set(pair["types"]) <= TYPES
    for side in (pair["a"], pair["b"]):
        assert set(side) == {"text", "lang", "published", "source"}
        assert len(re.findall(SCRIPTS[side["lang"]], side["text"])) > len(side["text"]) / 2
        date.fromisoformat(side["published"])


def test_no_pair_is_there_twice() -> None:
    assert len({p["id"] for p in PAIRS}) == len({(p["a"]["text"], p["b"]["text"]) for p in PAIRS}) == len(PAIRS)


def test_every_type_language_and_verdict_is_well_represented() -> None:
    types = Counter(t for p in PAIRS for t in p["types"])
    assert min(types[t] for t in TYPES) >= 25
    langs = Counter(side["lang"] for p in PAIRS for side in (p["a"], p["b"]))
    assert min(langs[code] for code in SCRIPTS) >= 0.15 * 2 * len(PAIRS)
    assert min(Counter(p["verdict"] for p in PAIRS).values()) >= 0.15 * len(PAIRS)


def test_no_text_is_training_material() -> None:
    trained = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "training/data/pairs").glob("*.jsonl")))
    assert [p["id"] for p in PAIRS for side in (p["a"], p["b"]) if side["text"] in trained] == []
