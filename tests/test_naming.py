"""Which mentions may name one entity: pinned on pairs across five languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Name, Span
from claims.naming import DIFFERENT, SAME, same_name

PAIRS = [line.split("\t") for line in (Path(__file__).parent / "data" / "name_pairs.tsv").read_text("utf-8").splitlines()[1:]]


def name(text: str, type_: str = "PER", key: str = "", known: bool = False) -> Name:
    return Name(Span(0, len(text)), text, type_, key or f"{type_}:{text.upper()}", known)


TRUE = [same_name(name(a, kind), name(b, kind)) for kind, a, b, same in PAIRS if same == "1"]
HARD = [same_name(name(a, kind), name(b, kind)) for kind, a, b, same in PAIRS if same == "0"]


def test_the_pairs_are_as_many_as_the_measurement_says() -> None:
    assert (len(TRUE), len(HARD)) == (217, 87)


def test_true_pairs_rank_above_hard_false_ones() -> None:
    wins = sum((t > h) + 0.5 * (t == h) for t in TRUE for h in HARD)
    assert wins / (len(TRUE) * len(HARD)) > 0.98


def test_recall_and_false_matches_at_the_threshold() -> None:
    assert sum(t >= SAME for t in TRUE) / len(TRUE) > 0.96
    assert sum(h >= SAME for h in HARD) / len(HARD) < 0.03


def test_recall_without_any_hard_false_match() -> None:
    assert sum(t > max(HARD) for t in TRUE) / len(TRUE) > 0.78


def test_hardly_a_true_pair_is_taken_for_two() -> None:
    assert sum(t <= DIFFERENT for t in TRUE) / len(TRUE) < 0.01


def test_listed_names_are_told_apart_by_id() -> None:
    merkel = name("Merkel", key="merkel_angela", known=True)
    assert same_name(merkel, name("Ангела Меркель", key="merkel_angela", known=True)) == 1.0
    assert same_name(merkel, name("Scholz", key="scholz_olaf", known=True)) == 0.0


def test_two_listed_places_of_one_form_are_left_open() -> None:
    indian = name("हैदराबाद", "LOC", "hyderabad_india", known=True)
    pakistani = name("حیدرآباد", "LOC", "hyderabad_pakistan", known=True)
    assert DIFFERENT < same_name(indian, pakistani) < SAME


def test_a_person_is_never_a_place() -> None:
    assert same_name(name("Варшава", "LOC"), name("Warshawa", "PER")) == 0.0


def test_a_state_may_be_a_place() -> None:
    assert same_name(name("Bahraich", "LOC"), name("बहराइच", "GPE")) >= SAME


@pytest.mark.parametrize(("left", "right"), [("Omar Darwish", "درويش"), ("Нурлан Байжанов", "Байжановым"), ("रघुनाथ देशपांडे", "Deshpande")])
def test_a_surname_stands_for_the_full_name(left: str, right: str) -> None:
    assert same_name(name(left), name(right)) >= SAME


def test_a_given_name_alone_does_not() -> None:
    assert same_name(name("Raghunath Deshpande"), name("रघुनाथ")) < SAME


def test_father_and_son_are_two() -> None:
    assert same_name(name("Karim Darwish"), name("وسام درويش")) <= DIFFERENT


def test_word_order_and_hyphens_do_not_count() -> None:
    assert same_name(name("Ban Soo-min"), name("Soo Min Ban")) >= SAME


def test_translated_organisations_meet_by_their_parts() -> None:
    ours = name("Harbour Bank of Sarova", "ORG", "ORG:SRF bank_finance port")
    assert same_name(ours, name("Портовый банк Саровы", "ORG", "ORG:SRF bank_finance port")) == 1.0
    assert same_name(ours, name("Sarova University", "ORG", "ORG:SRF university")) < SAME


TRANSLATED = [
    (
        ("Gulf Infrastructure Bank", "bank_finance infrastructure persian_gulf"),
        ("Банк инфраструктуры Залива", "ZLF bank_finance infrastructure"),
    ),
    (("Harbour Bank", "bank_finance port"), ("बंदरगाह बैंक", "BNDRKH bank_finance")),
    (("Northern Light Fund", "FND LT north"), ("صندوق الضوء", "SNDK ZF")),
]


@pytest.mark.parametrize(("left", "right"), TRANSLATED)
def test_bodies_of_two_languages_are_left_open_where_only_the_sound_differs(left: tuple[str, str], right: tuple[str, str]) -> None:
    ours, theirs = (name(text, "ORG", f"ORG:{parts}") for text, parts in (left, right))
    assert DIFFERENT < same_name(ours, theirs) < SAME
    assert same_name(ours, theirs) == same_name(theirs, ours)


def test_a_word_may_be_written_out_in_one_language_and_translated_in_another() -> None:
    ours = name("Gulf Infrastructure Bank", "ORG", "ORG:bank_finance infrastructure persian_gulf")
    assert same_name(ours, name("गल्फ इंफ्रास्ट्रक्चर बैंक", "ORG", "ORG:KLF bank_finance infrastructure")) >= SAME


def test_bodies_of_one_language_are_told_apart_by_their_words() -> None:
    assert same_name(name("North Bank", "ORG", "ORG:bank_finance north"), name("Tarn Bank", "ORG", "ORG:TRN bank_finance")) <= DIFFERENT


def test_bodies_named_by_sound_alone_are_told_apart() -> None:
    assert same_name(name("Torlan", "ORG", "ORG:TRLN"), name("Кемсери", "ORG", "ORG:KMSR")) <= DIFFERENT


@pytest.mark.parametrize(
    ("left", "right"), [("नदी लारमिन", "Larmin River"), ("نهر لارمين", "река Лармин"), ("Torlan village", "قرية تورلان")]
)
def test_the_kind_of_place_does_not_count(left: str, right: str) -> None:
    assert same_name(name(left, "LOC"), name(right, "LOC")) >= SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Milos Radovic", "Милош Радович"),
        ("Andrew Whitman", "Эндрю Уитман"),
        ("Georgina Pearce", "Джорджина Пирс"),
        ("Annette Whitby", "एनेट व्हिटबी"),
        ("سعدیہ", "Sadia"),
        ("Djordje Malik", "Джордже Малик"),
        ("Уоррен Питт", "Warren Pitt"),
        ("चोपड़ा", "Чопра"),
        ("फेडरर", "Federer"),
        ("Zhang Hu", "Чжан Ху"),
    ],
)
def test_letters_that_mislead_are_heard_as_spoken(left: str, right: str) -> None:
    assert same_name(name(left), name(right)) >= SAME


@pytest.mark.parametrize(("left", "right"), [("Ivan Petrov", "Иван Петров-Водкин"), ("Aisha Malik", "عائشہ ملک زادہ")])
def test_a_longer_name_with_another_surname_is_left_open(left: str, right: str) -> None:
    assert DIFFERENT < same_name(name(left), name(right)) < SAME


WORDS = st.text(alphabet="aeioubdfgklmnprstzкларимунсахمنرسعليوकरमनलिा", min_size=1, max_size=8)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@given(NAMES, NAMES)
def test_likeness_is_symmetric_and_bounded(left: str, right: str) -> None:
    likeness = same_name(name(left), name(right))
    assert 0.0 <= likeness <= 1.0
    assert likeness == pytest.approx(same_name(name(right), name(left)))
