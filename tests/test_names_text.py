"""Names across the sentences of one text: surnames, aliases, and what must hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import lexicon
from claims.extract import claims_of_text
from claims.facets.names import read
from claims.facets.names.resolve import unify
from claims.model import Name
from claims.naming import DIFFERENT, same_name
from claims.tokens import sentence_of


def names(lang: str, text: str) -> tuple[Name, ...]:
    sentence = sentence_of(text, lang)
    return read(sentence, lexicon.read(sentence))


def keys(lang: str, *texts: str) -> list[list[str]]:
    return [[n.key for n in row] for row in unify([names(lang, text) for text in texts], lang)]


TEXTS = [
    ("en", "Governor Elena Castañeda opened the bridge.", "Police said that Castañeda had left early."),
    ("ru", "Губернатор Пётр Заславский открыл мост.", "По словам полиции, с Заславским говорили долго."),
    ("hi", "राज्यपाल रघुनाथ देशपांडे ने पुल खोला।", "राज्यपाल देशपांडे ने कहा कि काम पूरा है।"),
    ("ur", "گورنر فرحان قریشی نے پل کھولا۔", "گورنر قریشی نے کہا کہ کام مکمل ہے۔"),
]


@pytest.mark.parametrize(("lang", "first", "second"), TEXTS)
def test_a_surname_means_whoever_was_named_in_full(lang: str, first: str, second: str) -> None:
    full, surname = keys(lang, first, second)
    assert surname == full
    assert full[0].startswith("PER:")


def test_a_surname_may_come_before_the_full_name() -> None:
    headline, body = keys("en", "President Castañeda resigns after the vote.", "President Elena Castañeda resigned on Friday.")
    assert headline == body


def test_of_two_bearers_the_last_named_is_meant() -> None:
    rows = keys("en", "Mayor Karim Darwish spoke.", "Mayor Nadia Darwish answered.", "Mayor Darwish left.")
    assert rows[2] == rows[1] != rows[0]


def test_a_listed_surname_means_the_namesake_the_text_names_in_full() -> None:
    (full,), (surname,) = keys("en", "The painter Otto Merkel sold two pictures.", "Buyers thanked Merkel.")
    assert surname == full != "merkel_angela"


def test_a_listed_surname_stays_where_the_text_names_no_other() -> None:
    assert keys("en", "Angela Merkel spoke.", "Reporters thanked Merkel.") == [["merkel_angela"], ["merkel_angela"]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Governor Elena Castañeda, also known as Tola, spoke."),
        ("hi", "राज्यपाल रघुनाथ देशपांडे उर्फ़ टोला ने कहा।"),
        ("ur", "گورنر فرحان قریشی عرف ٹولا نے کہا۔"),
        ("ar", "ألقي القبض على نزار الهاشمي المعروف باسم برزك أمس."),
        ("ru", "Пётр Заславский, известный как Тола, сдался."),
    ],
)
def test_an_alias_the_text_states_has_the_key_of_the_name(lang: str, text: str) -> None:
    name, alias = names(lang, text)
    assert alias.key == name.key
    assert alias.text != name.text


def test_an_alias_holds_for_the_rest_of_the_text() -> None:
    first, second = keys("en", "Governor Elena Castañeda, also known as Brask, spoke.", "Critics of Brask were silent.")
    assert second == [first[0]]


def test_unify_keeps_the_shape() -> None:
    rows = [names("en", t) for t in ("Nothing here.", "Berlin and Nairobi agreed.", "Angela Merkel left.")]
    assert [len(r) for r in unify(rows, "en")] == [len(r) for r in rows]
    assert unify([], "en") == ()


WORDS = (
    *("Angela", "Merkel", "Berlin", "president", "the", "former", ",", ".", "(", "Bank", "of", "-", "2024", "'s", "ex-president"),
    *("«Север»", "Пётр", "Заславский", "министр", "в", "Москве", "राष्ट्रपति", "ने", "दिल्ली", "में", "देशपांडे"),
    *("صدر", "کے", "لاہور", "الرئيس", "محمد", "القاهرة", "في"),
)


@given(st.sampled_from(["hi", "ur", "en", "ar", "ru"]), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_names_stand_in_order_apart_and_verbatim(lang: str, text: str) -> None:
    found = names(lang, text)
    assert [n.span for n in found] == sorted(n.span for n in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(n.span.of(text) == n.text and n.text.strip() == n.text != "" for n in found)
    assert all(n.tense in ("current", "former", "acting") for n in found)
    assert all(n.type == "PER" for n in found if n.role)


def test_a_surname_alone_knows_the_full_name_its_text_gives() -> None:
    text = "Ivan Dresvin was arrested on Monday. Police released Dresvin on Friday."
    alone = next(n for n in claims_of_text(text, "en").claims[-1].all(Name))
    assert (alone.text, alone.fullest) == ("Dresvin", "Ivan Dresvin")
    other = next(n for n in claims_of_text("Антон Дресвин задержан.", "ru").claims[0].all(Name))
    assert same_name(alone, other) <= DIFFERENT
