"""How much better two claims fit each other than the rest of each other's article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from checker.encoders import load_encoder
from checker.encoders.calibration import calibration_of
from checker.engine import report
from checker.rivals import Rivals
from claims.extract import claims_of_text
from claims.model import Claim

ONE = "The bridge at Orlen was closed on Monday. Two drivers were hurt. The council will vote on repairs in May."
OTHERS = {
    "ru": "Мост в Орлене закрыли в понедельник. Пострадали двое водителей. Голосование в совете назначено на май.",
    "hi": "ओरलेन का पुल सोमवार को बंद कर दिया गया। दो चालक घायल हुए। परिषद मई में मरम्मत पर मतदान करेगी।",
    "ur": "اورلن کا پل پیر کو بند کر دیا گیا۔ دو ڈرائیور زخمی ہوئے۔ کونسل مئی میں مرمت پر ووٹ دے گی۔",
    "ar": "أغلق جسر أورلن يوم الاثنين. أصيب سائقان بجروح. يصوت المجلس على الإصلاحات في مايو.",
}


def rivals(texts: dict[str, tuple[str, str]]) -> tuple[list[Claim], Rivals, np.ndarray]:
    encoder = load_encoder()
    claims = [c for file, (text, lang) in texts.items() for c in claims_of_text(text, lang, file=file).claims]
    vectors = encoder.encode([c.text for c in claims])
    return claims, Rivals(claims, vectors, calibration_of(encoder)), vectors @ vectors.T


@pytest.mark.parametrize("lang", OTHERS)
def test_what_answers_a_claim_stands_out_and_its_neighbours_do_not(lang: str) -> None:
    claims, found, likeness = rivals({"a": (ONE, "en"), "b": (OTHERS[lang], lang)})
    ours, theirs = ([i for i, c in enumerate(claims) if c.file == file] for file in "ab")
    assert len(ours) == len(theirs) == 3

    def margin(i: int, j: int) -> float:
        return {e.aspect: e.weight for e in found.evidence(i, j, float(likeness[i, j]))}["stands_out"]

    for n, i in enumerate(ours):
        assert all(margin(i, theirs[n]) > margin(i, j) for m, j in enumerate(theirs) if m != n), claims[i].text


def test_a_sentence_with_no_other_beside_it_stands_out_from_nothing() -> None:
    claims, found, _ = rivals({"a": ("Two drivers were hurt.", "en"), "b": ("Three drivers were hurt.", "en")})
    assert len(claims) == 2
    assert [e.aspect for e in found.evidence(0, 1, 0.5)] == ["alike"]


def test_both_sides_count_alike() -> None:
    _, found, likeness = rivals({"a": (ONE, "en"), "b": (OTHERS["ru"], "ru")})
    one, other = ([(e.aspect, e.weight) for e in found.evidence(*ends, float(likeness[ends]))] for ends in ((0, 3), (3, 0)))
    assert one == other


def test_an_article_on_something_else_changes_nothing_of_a_pair(tmp_path: Path) -> None:
    texts = {
        "a.txt": ONE,
        "b.txt": OTHERS["ru"],
        "c.txt": "The prize for the best film went to a newcomer. Critics praised the camera work.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def seen(*names: str) -> dict[tuple[str, str], float]:
        made = report([tmp_path / name for name in names], as_of=date(2025, 5, 1)).workings
        assert made is not None
        pairs = [p.pair for p in made.pairs if {Path(p.pair.left.file).name, Path(p.pair.right.file).name} == {"a.txt", "b.txt"}]
        return {(p.left.text, p.right.text): e.weight for p in pairs for e in p.evidence if e.aspect == "stands_out"}

    assert seen("a.txt", "b.txt")
    assert seen("a.txt", "b.txt") == seen("a.txt", "b.txt", "c.txt")
