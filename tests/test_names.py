"""Who and what a sentence mentions, in five languages: type and, where listed, id."""

from __future__ import annotations

import pytest

from claims import lexicon
from claims.facets.names import lands, read
from claims.model import Name, Span, Time
from claims.tokens import sentence_of


def names(lang: str, text: str, *evenings: str) -> tuple[Name, ...]:
    sentence = sentence_of(text, lang)
    times = [Time(Span(text.index(e), text.index(e) + len(e)), e, "part_of_day") for e in evenings]
    return read(sentence, (*lexicon.read(sentence), *times))


def typed(lang: str, text: str, *evenings: str) -> list[tuple[str, str]]:
    return [(n.text, n.type) for n in names(lang, text, *evenings)]


KNOWN = [
    ("en", "Angela Merkel flew from Berlin to Nairobi.", ["merkel_angela", "berlin", "nairobi"]),
    ("hi", "एंगेला मर्केल बर्लिन से नैरोबी पहुँचीं।", ["merkel_angela", "berlin", "nairobi"]),
    ("ur", "انگیلا مرکل برلن سے نیروبی پہنچیں۔", ["merkel_angela", "berlin", "nairobi"]),
    ("ar", "وصلت أنغيلا ميركل من برلين إلى نيروبي.", ["merkel_angela", "berlin", "nairobi"]),
    ("ru", "Ангела Меркель прилетела из Берлина в Найроби.", ["merkel_angela", "berlin", "nairobi"]),
    ("ru", "Переговоры с Ангелой Меркель прошли в Дакке.", ["merkel_angela", "dhaka"]),
    ("ar", "عقد الاجتماع بين كندا وكينيا في الرباط.", ["canada", "kenya", "rabat"]),
    ("en", "UNICEF and the World Bank will pay for it.", ["unicef", "world_bank"]),
]


@pytest.mark.parametrize(("lang", "text", "keys"), KNOWN)
def test_listed_names_have_one_key_in_every_language(lang: str, text: str, keys: list[str]) -> None:
    assert [n.key for n in names(lang, text)] == keys
    assert all(n.known for n in names(lang, text))


UNKNOWN = [
    ("en", "Engineer Lorna Whitcombe inspected the dam on Friday.", [("Lorna Whitcombe", "PER")]),
    ("en", "The clinic stands near Ashbourne, officials said.", [("Ashbourne", "LOC")]),
    ("en", "Students at Harwick University went on strike.", [("Harwick University", "ORG")]),
    ("en", "The Ministry of Fisheries closed the Tarn River bridge.", [("Ministry of Fisheries", "ORG"), ("Tarn River", "LOC")]),
    ("en", "Readers gathered at the National Library again.", [("National Library", "ORG")]),
    ("ru", "Губернатор Пётр Заславский посетил посёлок Верхнеозёрский.", [("Пётр Заславский", "PER"), ("Верхнеозёрский", "LOC")]),
    ("ru", "Компания «Северный берег» закупила двадцать автобусов.", [("Северный берег", "ORG")]),
    ("ru", "Дорогу в Озёрской области перекрыли.", [("Озёрской области", "LOC")]),
    ("hi", "राज्यपाल रघुनाथ देशपांडे ने पुल का उद्घाटन किया।", [("रघुनाथ देशपांडे", "PER")]),
    ("hi", "भारतीय वायुसेना ने अभ्यास किया।", [("भारतीय वायुसेना", "ORG")]),
    ("hi", "शारदापुर ज़िले में बाढ़ आई।", [("शारदापुर", "LOC")]),
    ("ur", "گورنر فرحان قریشی نے پل کا افتتاح کیا۔", [("فرحان قریشی", "PER")]),
    ("ur", "ضلع نورکوٹ میں سیلاب آیا۔", [("نورکوٹ", "LOC")]),
    ("ur", "مہران یونیورسٹی کے طلبہ نے احتجاج کیا۔", [("مہران یونیورسٹی", "ORG")]),
    ("ar", "افتتح الوزير سامر الخطيب الجسر.", [("سامر الخطيب", "PER")]),
    ("ar", "أغلقت جامعة الياسمين أبوابها.", [("جامعة الياسمين", "ORG")]),
    ("ar", "وصلت المساعدات إلى بلدة زيتان أمس.", [("زيتان", "LOC")]),
    ("ar", "استقالت وزيرة الزراعة الكندية كلارا وينستون أمس.", [("كلارا وينستون", "PER")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), UNKNOWN)
def test_unlisted_names_are_found_by_what_stands_beside(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert typed(lang, text) == expected
    assert not any(n.known for n in names(lang, text))


SILENT = [
    ("en", "Rescuers worked through the night and several homes were damaged."),
    ("en", "Russian and Kenyan officials met the president."),
    ("en", "The central bank cut its rate."),
    ("hi", "रूसी अधिकारियों ने राष्ट्रपति से मुलाक़ात की।"),
    ("hi", "केंद्रीय बैंक ने ब्याज दर घटाई।"),
    ("ur", "روسی حکام نے صدر سے ملاقات کی۔"),
    ("ur", "مرکزی بینک نے شرح سود کم کر دی۔"),
    ("ar", "التقى مسؤولون روس الرئيس في مقره."),
    ("ar", "حكمت محكمة دنماركية على المتهم بالسجن."),
    ("ru", "Российские чиновники встретились с президентом."),
    ("ru", "Спасатели работали всю ночь, несколько домов повреждены."),
]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_titles_adjectives_and_common_nouns_are_no_names(lang: str, text: str) -> None:
    assert typed(lang, text) == []


def test_a_people_is_a_name_where_its_adjective_is_none() -> None:
    assert typed("en", "Kurds and Kurdish parties voted.") == [("Kurds", "NORP")]


def test_urdu_sham_is_syria_unless_it_is_evening() -> None:
    assert [n.key for n in names("ur", "شام میں جنگ بندی ہوئی۔")] == ["syria"]
    assert names("ur", "جمعے کی شام بارش ہوئی۔", "جمعے کی شام") == ()


def test_a_form_that_is_mostly_a_common_word_needs_a_preposition() -> None:
    assert [n.key for n in names("ur", "مالی میں انتخابات ہوئے۔")] == ["mali"]
    assert names("ur", "مالی مشکلات بڑھ گئیں۔") == ()


def test_the_surname_of_a_listed_person_does_not_make_a_namesake_that_person() -> None:
    (name,) = names("en", "The painter Otto Merkel sold two pictures.")
    assert (name.text, name.known) == ("Otto Merkel", False)


def test_a_form_of_two_places_is_the_one_in_the_country_named() -> None:
    assert names("en", "Floods hit Hyderabad in Pakistan.")[0].key == "hyderabad_pakistan"
    assert names("en", "Floods hit Hyderabad in India.")[0].key == "hyderabad_india"
    assert [names(lang, text)[0].key for lang, text in (("hi", "हैदराबाद में बाढ़"), ("ur", "حیدرآباد میں سیلاب"))] == [
        "hyderabad_india",
        "hyderabad_pakistan",
    ]


def test_a_body_every_country_has_is_not_taken_for_one_abroad() -> None:
    assert [n.key for n in names("hi", "पेरू के चुनाव आयोग ने तारीख़ बताई।") if n.known] == ["peru"]


@pytest.mark.parametrize(
    ("lang", "text", "span"),
    [
        ("ar", "تحدث عن لبنان ومصر", "مصر"),
        ("ar", "رسالة للعراق", "لعراق"),
        ("en", "Kenya's budget", "Kenya"),
        ("ru", "в Найроби", "Найроби"),
    ],
)
def test_spans_leave_clitics_out_and_give_the_words_as_written(lang: str, text: str, span: str) -> None:
    name = names(lang, text)[-1]
    assert name.text == span == name.span.of(text)


def test_capitals_say_nothing_in_a_headline_of_capitals() -> None:
    assert typed("en", "Flood Damage Forces Hundreds From Homes In Nairobi") == [("Nairobi", "LOC")]


def test_another_spelling_of_a_listed_place_is_that_place() -> None:
    assert [n.key for n in names("hi", "टेक्सस में तूफ़ान आया।")] == ["texas"]


KEYS = [
    [("en", "Governor Farhan Qureshi resigned."), ("ur", "گورنر فرحان قریشی نے استعفیٰ دیا۔"), ("hi", "राज्यपाल फ़रहान क़ुरैशी ने इस्तीफ़ा दिया।")],
    [("en", "The Indian Navy sailed."), ("hi", "भारतीय नौसेना रवाना हुई।")],
    [("ru", "Губернатор Фархан Куреши ушёл."), ("ru", "Встреча с губернатором Фарханом Куреши прошла.")],
]


@pytest.mark.parametrize("mentions", KEYS)
def test_an_unlisted_name_has_one_key_across_scripts_and_cases(mentions: list[tuple[str, str]]) -> None:
    assert len({names(lang, text)[0].key for lang, text in mentions}) == 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Kenyan officials flew to Oslo and Norway waited."),
        ("hi", "केन्याई अधिकारी ओस्लो गए और नॉर्वे ने इंतज़ार किया।"),
        ("ar", "وصل مسؤولون كينيون إلى النرويج."),
        ("ru", "Кенийские чиновники прилетели в Норвегию."),
    ],
)
def test_lands_are_countries_named_by_noun_or_adjective(lang: str, text: str) -> None:
    assert lands(sentence_of(text, lang)) == {"kenya", "norway"}


def test_roman_numerals_and_adjectives_of_unlisted_places_are_no_names() -> None:
    assert typed("ru", "В музее открыли зал XVII века.") == []
    assert typed("ru", "Премию дали на Озёрском фестивале.") == []


def test_a_language_without_a_table_has_no_names() -> None:
    assert names("de", "Angela Merkel reiste nach Berlin.") == ()
