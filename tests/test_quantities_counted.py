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


COUNTED: list[tuple[str, str, list[tuple[int, str | None]]]] = [
    ("hi", "आग में चार लोगों की मौत हो गई और 11 झुलस गए।", [(4, "killed"), (11, "injured")]),
    ("hi", "मरने वालों की संख्या 79 हो गई।", [(79, "killed")]),
    ("hi", "हादसे में 12 लोग घायल हुए, तीन लापता हैं।", [(12, "injured"), (3, "missing")]),
    ("hi", "पुलिस ने 25 लोगों को गिरफ्तार किया।", [(25, "arrested")]),
    ("hi", "पार्टी ने 40 में से 27 सीटें जीतीं।", [(40, "seats"), (27, "seats")]),
    ("hi", "शिविर में बारह लाख शरणार्थी रहते हैं।", [(1200000, "refugees")]),
    ("hi", "उन्हें 90 वोट मिले।", [(90, "votes")]),
    ("hi", "एक व्यक्ति की मौत हो गई।", [(1, "killed")]),
    ("ur", "بارشوں سے 63 افراد جاں بحق اور 290 زخمی ہوئے۔", [(63, "killed"), (290, "injured")]),
    ("ur", "ہلاکتوں کی تعداد 45 ہو گئی ہے۔", [(45, "killed")]),
    ("ur", "کشتی الٹنے کے بعد سات افراد لاپتہ ہیں۔", [(7, "missing")]),
    ("ur", "پولیس نے 18 افراد کو گرفتار کر لیا۔", [(18, "arrested")]),
    ("ur", "امیدوار نے 90 ووٹ حاصل کیے۔", [(90, "votes")]),
    ("ur", "سیلاب سے پانچ سو گھر تباہ ہوئے۔", [(500, "houses")]),
    ("ur", "تین لاکھ پناہ گزینوں کو خیمے ملے۔", [(300000, "refugees")]),
    ("en", "The blast killed 23 people and injured 140.", [(23, "killed"), (140, "injured")]),
    ("en", "Twelve people were killed and 40 wounded in the crash.", [(12, "killed"), (40, "injured")]),
    ("en", "The death toll rose to 61.", [(61, "killed")]),
    ("en", "Police arrested 15 protesters.", [(15, "arrested")]),
    ("en", "The flood left six dead and dozens missing.", [(6, "killed"), (24, "missing")]),
    ("en", "Twenty hikers were rescued.", [(20, "rescued")]),
    ("en", "The party won 27 of 40 seats.", [(27, "seats"), (40, "seats")]),
    ("en", "The bank closed 30 rural shops.", [(30, "stores")]),
    ("en", "Six Israeli and two Indian firms were dropped.", [(6, "companies"), (2, "companies")]),
    ("en", "Eleven school buses overturned.", [(11, "buses")]),
    ("en", "Twelve people were hurt, four of them badly.", [(12, "injured"), (4, "injured")]),
    ("ar", "مقتل 23 شخصا وإصابة 140 آخرين في الانفجار.", [(23, "killed"), (140, "injured")]),
    ("ar", "ارتفعت الحصيلة إلى 61 قتيلا و200 جريح.", [(61, "killed"), (200, "injured")]),
    ("ar", "قتيلان وثلاثة جرحى في الهجوم.", [(2, "killed"), (3, "injured")]),
    ("ar", "اعتقلت الشرطة 15 شخصا.", [(15, "arrested")]),
    ("ar", "حصل الحزب على 27 مقعدا.", [(27, "seats")]),
    ("ar", "تلقى نصف مليون طفل اللقاح.", [(500000, "children")]),
    ("ar", "عبرت 200 شاحنة المعبر.", [(200, "trucks")]),
    ("ar", "استقبل المتحف 18 ألف زائر.", [(18000, "visitors")]),
    ("ru", "Число погибших достигло 97, более 400 человек ранены.", [(97, "killed"), (400, "injured")]),
    ("ru", "Погибли 23 человека, ранены 140.", [(23, "killed"), (140, "injured")]),
    ("ru", "Столкнулись двенадцать машин, четверо пострадали.", [(12, "vehicles"), (4, "injured")]),
    ("ru", "Полиция задержала 15 человек.", [(15, "arrested")]),
    ("ru", "Партия получила 27 мандатов.", [(27, "seats")]),
    ("ru", "Сеть откроет семь магазинов.", [(7, "stores")]),
    ("ru", "Трое пропали без вести.", [(3, "missing")]),
    ("ru", "Огонь уничтожил сорок жилых домов.", [(40, "houses")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), COUNTED)
def test_each_number_has_its_own_counted(lang: str, text: str, expected: list[tuple[int, str | None]]) -> None:
    assert [(int(q.low or 0), q.counted) for q in quantities(lang, text)] == expected


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
