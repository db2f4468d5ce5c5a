"""Articles held open: a draft gets the answer it would get without them being held, whatever was asked before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from checker import InputError, check
from checker.reference import Reference
from checker.settings import Settings
from claims.ingest import read_text
from claims.model import Claim, Quantity, Source
from claims.model.claim import once
from claims.tokens import sentence_of

ARTICLES = {
    "gazette.txt": """Roof of Orlen market falls in

Published: 11 April 2025

The roof of the covered market in Orlen fell in on Thursday. Nine people were injured, mayor Ines Varga said.
""",
    "sahifa.txt": """انهيار سقف سوق أورلن

12 أبريل 2025

أصيب 14 شخصا في انهيار سقف سوق أورلن يوم الخميس، بحسب العمدة إينيس فارغا.
""",
    "gazeta.txt": """Обрушилась крыша рынка в Орлене

В четверг в Орлене обрушилась крыша крытого рынка. Пострадали 14 человек, сообщила мэр Инес Варга.
""",
}
DRAFTS = {
    "first.md": """---
date: 2025-04-12
---

Nine people were injured when the roof of the market in Orlen fell in on Thursday, mayor Ines Varga said.
""",
    "second.txt": "The roof of the covered market in Orlen fell in on Friday.\n",
    "third.txt": "गुरुवार को ओरलेन के बाज़ार की छत गिरने से 14 लोग घायल हुए।\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("market")
    for name, text in ARTICLES.items():
        (made / name).write_text(text, encoding="utf-8")
    (made / "notes.csv").write_text("not,an,article\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def held(folder: Path) -> Reference:
    return Reference.read([folder])


def draft(name: str) -> Source:
    return read_text(DRAFTS[name], name, suffix=Path(name).suffix)


@pytest.mark.parametrize("day", [None, date(2025, 4, 20)])
@pytest.mark.parametrize("name", DRAFTS)
def test_a_held_article_is_checked_against_like_any_other(held: Reference, folder: Path, name: str, day: date | None) -> None:
    cold, warm = check(draft(name), [folder], as_of=day), check(draft(name), held, as_of=day)
    assert warm.to_json() == cold.to_json()
    assert warm._repr_html_() == cold._repr_html_()


def test_there_is_something_to_find(held: Reference) -> None:
    found = check([draft(name) for name in DRAFTS], held)
    assert {finding.verdict.value for finding in found.findings} >= {"contradiction", "corroboration"}
    assert any(row.published.basis == "inferred" for row in found.sources)


def test_one_draft_leaves_no_trace_for_the_next(held: Reference) -> None:
    before = check(draft("second.txt"), held).to_json()
    check(draft("first.md"), held, as_of=date(2026, 1, 1))
    assert check(draft("second.txt"), held).to_json() == before


def test_many_days_are_answered_and_few_remembered(held: Reference) -> None:
    for day in range(1, 29):
        assert check(draft("second.txt"), held, as_of=date(2025, 5, day)).run["as_of"]["value"] == f"2025-05-{day:02}"
    assert len(held._dated) <= 8


def test_what_could_not_be_read_is_said_with_every_draft(held: Reference) -> None:
    assert [notice.code for notice in check(draft("first.md"), held).notices].count("ignored") == 1


def test_settings_of_the_check_count(held: Reference) -> None:
    assert check(draft("first.md"), held, settings=Settings(min_confidence=1.0)).findings == ()


def test_nothing_to_hold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to read: no article"):
        Reference.read([tmp_path])


def test_what_is_seen_in_a_claim_is_looked_up_once() -> None:
    seen: list[str] = []

    @once
    def longest(claim: Claim, least: int = 0) -> int:
        seen.append(claim.id)
        return max(least, *(len(token.text) for token in claim.sentence.tokens))

    sentence = sentence_of("The roof fell in", "en", 0)
    claim = Claim("a#1", "a", "en", sentence, sentence.span)
    assert [longest(claim), longest(claim), longest(claim, 9), longest(claim, least=9)] == [4, 4, 9, 9]
    assert len(seen) == 3
    assert longest(replace(claim, id="a#2")) == 4
    assert seen[-1] == "a#2", "another claim is looked at anew"
    assert claim == replace(claim), "what is remembered is no part of a claim"


def test_facets_of_a_changed_claim_are_its_own() -> None:
    sentence = sentence_of("Nine died", "en", 0)
    claim = Claim("a#1", "a", "en", sentence, sentence.span)
    assert claim.all(Quantity) == ()
    nine = Quantity(sentence.span, "Nine", None, None)
    assert replace(claim, facets=(nine,)).all(Quantity) == (nine,)
