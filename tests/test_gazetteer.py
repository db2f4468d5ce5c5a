"""The list of names is well formed, and finds what it lists as it is written, and nothing else."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from claims import gazetteer, lexicon
from claims.tokens import tokenise

ROWS = [line.split("\t") for line in (files("claims") / "data" / "names.tsv").read_text("utf-8").splitlines()]


def found(lang: str, text: str) -> list[tuple[str, set[str]]]:
    return [(m.span.of(text), {f.entry.id for f in m.values}) for m in gazetteer.mentions(tokenise(text), lang)]


def test_every_row_has_its_columns_and_its_own_id() -> None:
    assert {len(row) for row in ROWS} == {12}
    ids = [row[0] for row in ROWS[1:]]
    assert len(ids) == len(set(ids))


def test_every_row_has_a_type_and_a_form_in_every_language() -> None:
    assert {row[1] for row in ROWS[1:]} == {"GPE", "LOC", "PER", "ORG", "NORP", "EVENT"}
    assert [(row[0], column) for row in ROWS[1:] for column in range(6, 11) if not row[column]] == []


def test_no_form_is_empty_or_doubled() -> None:
    doubled = [
        (row[0], forms)
        for row in ROWS[1:]
        for forms in row[6:11]
        if len(set(forms.split("|"))) != len(forms.split("|")) or "" in forms.split("|")
    ]
    assert doubled == []


def test_terms_of_office_run_forwards() -> None:
    terms = [(known.id, t) for known in gazetteer.entries().values() for t in known.roles]
    assert len(terms) > 300
    assert [(id_, t) for id_, t in terms if t.start and t.end and t.start > t.end] == []


def test_offices_that_the_lexicon_also_names_share_its_ids() -> None:
    shared = gazetteer.office_names() & lexicon.entries().keys()
    assert {"president", "prime_minister", "foreign_minister", "chief_minister", "army_chief", "un_secretary_general"} <= shared


def test_an_acronym_matches_in_capitals_only() -> None:
    assert found("en", "The WHO told us who it was.") == [("WHO", {"who"})]
    assert found("en", "She told us that the US agreed.") == [("US", {"united_states"})]


def test_a_name_needs_the_capital_it_is_listed_with() -> None:
    assert found("en", "They served turkey in Turkey.") == [("Turkey", {"turkey"})]
    assert found("ru", "Из-за чада в Чаде закрыли кухню.") == [("Чаде", {"chad"})]


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("وصل إلى القاهرة", "القاهرة", "cairo"),
        ("اتفاق بين مصر ولبنان", "ولبنان", "lebanon"),
        ("دعم للعراق", "للعراق", "iraq"),
        ("مقره ببيروت", "ببيروت", "beirut"),
        ("هجوم شنته القاعدة", "القاعدة", "al_qaeda"),
    ],
)
def test_arabic_clitics_may_precede_a_name(text: str, name: str, key: str) -> None:
    assert (name, {key}) in found("ar", text)


def test_arabic_article_must_be_as_listed() -> None:
    assert found("ar", "هبطت في قاعدة عسكرية قرب جزيرة صغيرة") == []


def test_urdu_and_arabic_letters_of_one_shape_are_one() -> None:
    assert found("ur", "كراچي میں") == [("كراچي", {"karachi"})]
    assert found("ur", "کراچی میں") == [("کراچی", {"karachi"})]


def test_a_shared_form_gives_all_its_entities() -> None:
    assert found("en", "in Hyderabad")[0][1] == {"hyderabad_india", "hyderabad_pakistan"}
    assert gazetteer.readings("Hyderabad") == {"hyderabad_india", "hyderabad_pakistan"}


def test_the_longest_name_wins() -> None:
    assert found("en", "South Korea and North Korea") == [("South Korea", {"south_korea"}), ("North Korea", {"north_korea"})]


def test_holders_stand_in_the_order_of_their_terms() -> None:
    held = gazetteer.holders("chancellor", "germany")
    assert [known.id for known, _ in held][:2] == ["merkel_angela", "scholz_olaf"]
    assert [term.start for _, term in held] == sorted(term.start for _, term in held if term.start)


def test_a_term_lasts_to_the_end_of_its_month() -> None:
    term = next(t for t in gazetteer.terms("merkel_angela") if t.office == "chancellor")
    assert (term.of, term.start, term.end) == ("germany", date(2005, 11, 1), date(2021, 12, 31))


def test_an_unknown_id_or_language_is_empty() -> None:
    assert gazetteer.entry("nobody") is None
    assert gazetteer.terms("nobody") == ()
    assert list(gazetteer.mentions(tokenise("Berlin"), "de")) == []
