"""Ordinals and their series, in the five languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import lexicon
from claims.facets.ordinals import read
from claims.model import Facet, Ordinal, Span, Time
from claims.tokens import sentence_of


def ordinals(lang: str, text: str, *others: Facet) -> tuple[Ordinal, ...]:
    sentence = sentence_of(text, lang)
    return read(sentence, (*lexicon.read(sentence), *others))


ORDINALS: list[tuple[str, str, list[tuple[str, int, str | None]]]] = [
    ("hi", "यह उनकी दूसरी यात्रा है।", [("दूसरी", 2, "visit")]),
    ("hi", "वह पहली बार मुख्यमंत्री बनेंगे।", [("पहली", 1, "occasion")]),
    ("hi", "यह टीम की लगातार चौथी जीत है।", [("चौथी", 4, "win")]),
    ("hi", "पच्चीसवां संस्करण आज शुरू हुआ।", [("पच्चीसवां", 25, "edition")]),
    ("hi", "5वीं बैठक दिल्ली में हुई।", [("5वीं", 5, "meeting")]),
    ("hi", "पाँचवाँ और आखिरी टेस्ट रद्द हुआ।", [("पाँचवाँ", 5, "match"), ("आखिरी", -1, "match")]),
    ("hi", "पहले चरण में मतदान शांत रहा।", [("पहले", 1, "phase")]),
    ("ur", "یہ ان کا تیسرا دورہ ہے۔", [("تیسرا", 3, "visit")]),
    ("ur", "وہ پہلی مرتبہ وزیر بنے۔", [("پہلی", 1, "occasion")]),
    ("ur", "قرض کی تیسری قسط جاری ہوئی۔", [("تیسری", 3, "instalment")]),
    ("ur", "پانچواں اور آخری ٹیسٹ کل ہوگا۔", [("پانچواں", 5, "match"), ("آخری", -1, "match")]),
    ("ur", "پچیسواں اجلاس ملتوی ہوا۔", [("پچیسواں", 25, "meeting")]),
    ("ur", "حکومت کا دوسرا بجٹ پیش ہوا۔", [("دوسرا", 2, "budget")]),
    ("en", "It was his third visit in a year.", [("third", 3, "visit")]),
    ("en", "They met for the first time.", [("first", 1, "occasion")]),
    ("en", "It is her twenty-first title.", [("twenty-first", 21, "title")]),
    ("en", "The 3rd round starts soon.", [("3rd", 3, "round")]),
    ("en", "This was the booster's last flight.", [("last", -1, "flight")]),
    ("en", "The fifth and final Test was lost.", [("fifth", 5, "match"), ("final", -1, "match")]),
    ("en", "At a second hearing the judge agreed.", [("second", 2, "hearing")]),
    ("ar", "يلتقيان للمرة الخامسة هذا العام.", [("الخامسة", 5, "occasion")]),
    ("ar", "بدأت المرحلة الثانية من المشروع.", [("الثانية", 2, "phase")]),
    ("ar", "هذه ثاني زيارة له.", [("ثاني", 2, "visit")]),
    ("ar", "انطلقت الدورة الـ12 للمهرجان.", [("12", 12, "edition")]),
    ("ar", "اختتمت الجولة الثالثة والعشرون.", [("الثالثة والعشرون", 23, "round")]),
    ("ar", "سجل في المباراة الأخيرة.", [("الأخيرة", -1, "match")]),
    ("ar", "اختتمت الجولة العشرون.", [("العشرون", 20, "round")]),
    ("ru", "Это его второй визит.", [("второй", 2, "visit")]),
    ("ru", "Он в третий раз избран.", [("третий", 3, "occasion")]),
    ("ru", "Первый этап завершён.", [("Первый", 1, "phase")]),
    ("ru", "Команды сыграли двадцать первый матч.", [("двадцать первый", 21, "match")]),
    ("ru", "Отложили 12-й саммит.", [("12-й", 12, "meeting")]),
    ("ru", "Стороны встретились впервые.", [("впервые", 1, "occasion")]),
    ("ru", "Последний матч отменён.", [("Последний", -1, "match")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), ORDINALS)
def test_ordinals_have_a_rank_and_a_series(lang: str, text: str, expected: list[tuple[str, int, str | None]]) -> None:
    assert [(o.text, o.rank, o.series) for o in ordinals(lang, text)] == expected


NOTHING: list[tuple[str, str]] = [
    ("hi", "दूसरी ओर सरकार चुप है।"),
    ("hi", "चुनाव से पहले बैठक हुई।"),
    ("hi", "यह देश का तीसरा सबसे बड़ा बैंक है।"),
    ("hi", "दोनों एक दूसरे से मिले।"),
    ("hi", "दूसरी तिमाही में मुनाफा घटा।"),
    ("ur", "دوسری جانب حکومت خاموش ہے۔"),
    ("ur", "انتخابات سے پہلے ملاقات ہوئی۔"),
    ("ur", "یہ ملک کا تیسرا سب سے بڑا بینک ہے۔"),
    ("en", "It is the third largest bank."),
    ("en", "Profit fell in the second quarter."),
    ("en", "Ministers may second the proposal."),
    ("en", "The First Lady spoke."),
    ("en", "It rained last week."),
    ("en", "A third of the homes burned."),
    ("en", "The tape ran for a second."),
    ("en", "The final report was published."),
    ("ar", "بدأ الاجتماع في الساعة الثالثة."),
    ("ar", "هذا ثالث أكبر بنك في البلاد."),
    ("ar", "وصل في كانون الثاني."),
    ("ar", "قال الوزير الأول ذلك."),
    ("ar", "وصل عشرون سائحا."),
    ("hi", "इससे पहले भी बैठक हुई।"),
    ("hi", "तीन महीने पहले बैठक हुई।"),
    ("ur", "وہ پہلے بھی جیت چکے ہیں۔"),
    ("ru", "Это третий по величине банк."),
    ("ru", "Прибыль упала во втором квартале."),
    ("ru", "Он занял второе место."),
    ("ru", "За последние годы цены выросли."),
    ("ru", "Во-первых, это дорого."),
    ("ru", "Каждый пятый рейс задержан."),
]


@pytest.mark.parametrize(("lang", "text"), NOTHING)
def test_ranks_times_and_other_words_are_no_ordinals(lang: str, text: str) -> None:
    assert ordinals(lang, text) == ()


def test_nothing_is_read_inside_a_time() -> None:
    text = "They meet on the third day."
    span = Span(text.index("third"), text.index("day") + 3)
    assert ordinals("en", text, Time(span, span.of(text), "offset")) == ()
    assert len(ordinals("en", text)) == 1


def test_events_named_by_the_lexicon_number_their_frame() -> None:
    assert ordinals("en", "It was the third earthquake this month.")[0].series == "quake"


def test_a_language_without_tables_reads_nothing() -> None:
    assert read(sentence_of("das erste Treffen", "de"), ()) == ()


@given(st.integers(1, 199))
def test_any_english_numeral_with_its_ending_is_its_rank(number: int) -> None:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    assert [o.rank for o in ordinals("en", f"The {number}{ending} meeting began.")] == [number]
