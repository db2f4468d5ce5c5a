"""What numbers count, in the five languages."""

from __future__ import annotations

import pytest

from claims import lexicon
from claims.facets.quantities import read
from claims.model import Quantity
from claims.tokens import sentence_of


def quantities(lang: str, text: str) -> tuple[Quantity, ...]:
    sentence = sentence_of(text, lang)
    return read(sentence, lexicon.read(sentence))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hi", "पार्टी को 34 प्रतिशत वोट मिले।"),
        ("ur", "پارٹی کو 34 فیصد ووٹ ملے۔"),
        ("en", "She won 34.1 per cent of the vote."),
        ("ar", "نال الحزب 34 في المئة من الأصوات."),
        ("ru", "Партия набрала 34% голосов."),
    ],
)
def test_a_percentage_counts_what_it_is_of(lang: str, text: str) -> None:
    (found,) = quantities(lang, text)
    assert (found.unit, found.counted) == ("percent", "votes")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hi", "बस में सवार 30 यात्रियों में किसी की मौत नहीं हुई।"),
        ("ur", "بس میں 30 مسافر سوار تھے، کوئی زخمی نہیں ہوا۔"),
        ("en", "The bus carried 30 passengers and none was hurt."),
        ("ar", "نجا 30 راكبا دون إصابات."),
        ("ru", "Никто из 30 пассажиров не пострадал."),
    ],
)
def test_a_denied_fate_counts_nobody(lang: str, text: str) -> None:
    (found,) = quantities(lang, text)
    assert found.counted == "passengers"


@pytest.mark.parametrize(
    ("lang", "text", "counted"),
    [
        ("hi", "अदालत ने 46 कैदियों की मौत की सज़ा घटाई।", "prisoners"),
        ("ur", "صدر نے 46 قیدیوں کی سزائے موت کم کی۔", "prisoners"),
        ("en", "The death penalty of 46 prisoners was lifted.", "prisoners"),
        ("ar", "خفف الرئيس حكم الإعدام عن 46 سجينا.", "prisoners"),
        ("ru", "Трёх военных обвинили в убийстве.", "soldiers"),
    ],
)
def test_a_sentence_or_a_charge_is_no_fate(lang: str, text: str, counted: str) -> None:
    assert quantities(lang, text)[0].counted == counted


def test_a_kind_of_people_goes_to_the_scope() -> None:
    found = quantities("en", "The attack killed five soldiers.")[0]
    assert (found.counted, found.scope) == ("killed", frozenset({"soldiers"}))


@pytest.mark.parametrize(
    ("lang", "text", "scope"),
    [
        ("hi", "अब तक 79 लोगों की मौत हुई है।", "so_far"),
        ("ur", "اب تک 45 افراد ہلاک ہوئے۔", "so_far"),
        ("en", "So far 61 people have died.", "so_far"),
        ("en", "Another 12 people were injured.", "another"),
        ("ar", "قتل 20 شخصا حتى الآن.", "so_far"),
        ("ru", "В общей сложности погибли 20 человек.", "in_all"),
    ],
)
def test_scope_words_near_the_number(lang: str, text: str, scope: str) -> None:
    assert scope in quantities(lang, text)[0].scope


def test_more_than_is_a_bound_and_no_scope() -> None:
    assert quantities("en", "More than 3,000 people died.")[0].scope == frozenset()


def test_a_number_without_a_noun_or_a_fate_counts_nothing_known() -> None:
    assert [q.counted for q in quantities("en", "The index closed at 2,548.")] == [None]
