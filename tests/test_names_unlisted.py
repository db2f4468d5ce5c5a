"""Names that no list holds, in the three languages without capitals above all: people, places, ships."""

from __future__ import annotations

import pytest

from claims import lexicon
from claims.facets.names import read
from claims.facets.names.cues import cues
from claims.facets.names.people import people
from claims.model import Name
from claims.naming import SAME, same_name
from claims.tokens import sentence_of


def names(lang: str, text: str) -> tuple[Name, ...]:
    sentence = sentence_of(text, lang)
    return read(sentence, lexicon.read(sentence))


def of(type_: str, lang: str, text: str) -> list[str]:
    return [n.text for n in names(lang, text) if n.type == type_]


CALLED = [
    ("hi", "इंजीनियर वीणा ओसवाल ने बांध देखा।", "वीणा ओसवाल", "engineer"),
    ("hi", "नाटककार मिहिर तोलानी को सम्मान मिला।", "मिहिर तोलानी", "writer_author"),
    ("hi", "कोच नंदू वालिया से पूछताछ हुई।", "नंदू वालिया", "coach"),
    ("hi", "मंत्री ट. वेणुमाधवन ने शिविर देखा।", "ट. वेणुमाधवन", "minister"),
    ("hi", "डॉ. सुमेधा कर्णिक ने रोगियों को देखा।", "सुमेधा कर्णिक", None),
    ("ur", "پائلٹ ریحان ٹوڈاوال نے بیان دیا۔", "ریحان ٹوڈاوال", "pilot"),
    ("ur", "ڈرائیور شبیر لونڈوال کو عدالت بلایا گیا۔", "شبیر لونڈوال", "driver"),
    ("ur", "ڈرامہ نگار زرتاج کامدار کو انعام ملا۔", "زرتاج کامدار", "writer_author"),
    ("ur", "ڈاکٹر فرخ ملک نے استعفیٰ دیا۔", "فرخ ملک", "doctor"),
    ("ar", "قال السائق وسام الرمحي إن الطريق مغلق.", "وسام الرمحي", "driver"),
    ("ar", "استجوبت الشرطة المهندسة تالا الرمحي أمس.", "تالا الرمحي", "engineer"),
    ("ar", "شهد الطالب نيازو كوربان بذلك.", "نيازو كوربان", "student"),
    ("ar", "سلّم الجائزة للمخرج الكيني أوتيينو واماليا.", "أوتيينو واماليا", "film_director"),
    ("ar", "هرب قائد العبارة هارون تافلين.", "هارون تافلين", "captain"),
    ("en", "Captain Harun Tavlin was held.", "Harun Tavlin", "captain"),
    ("en", "The city crowned biologist Ilva Marsten Arab innovator of the year.", "Ilva Marsten", "scientist"),
    ("ru", "Капитан Харун Тавлин задержан.", "Харун Тавлин", "captain"),
]


@pytest.mark.parametrize(("lang", "text", "person", "role"), CALLED)
def test_any_calling_opens_the_name_of_a_person(lang: str, text: str, person: str, role: str | None) -> None:
    (found,) = (n for n in names(lang, text) if n.type == "PER")
    assert (found.text, found.role) == (person, role)


@pytest.mark.parametrize(
    ("lang", "text", "person"),
    [
        ("hi", "शहर में वीरभद्र चौधरी को पुरस्कार मिला।", "वीरभद्र चौधरी"),
        ("hi", "सोमवार को ओतबेक नुरमानोव ने शपथ ली।", "ओतबेक नुरमानोव"),
        ("hi", "कार्यक्रम तोरिन अल-रम्ही ने पेश किया।", "तोरिन अल-रम्ही"),
        ("ur", "کان کا انتظام اوتبیک نورمانوف کے پاس ہے۔", "اوتبیک نورمانوف"),
        ("ur", "فہرست میں زرتاج چیمہ کا نام پہلا ہے۔", "زرتاج چیمہ"),
        ("ar", "فاز الكيني سامي واماليا بالسباق.", "سامي واماليا"),
    ],
)
def test_a_given_name_or_surname_makes_a_person_without_a_title(lang: str, text: str, person: str) -> None:
    assert of("PER", lang, text) == [person]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hi", "अधिकारियों ने बताया कि काम तेज़ गति से चलेगा।"),
        ("hi", "फेरी का कप्तान तैरकर किनारे पहुंचा।"),
        ("hi", "खिलाड़ी घर लौटने लगे।"),
        ("ur", "حادثے میں ایک ڈرائیور جان سے گیا۔"),
        ("ur", "بیس سے زائد دواخانے کھل گئے۔"),
        ("ar", "قال المدير التنفيذي إن العمل بدأ."),
        ("ar", "يسلّم المتمردون أسلحتهم الثقيلة غدا."),
        ("ar", "اندلع الحريق الوحيد المسجل ليلا."),
        ("en", "Crowds crossed the Tarnow Gate at dawn."),
    ],
)
def test_what_only_stands_where_a_name_could_is_no_person(lang: str, text: str) -> None:
    assert of("PER", lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text", "role", "of_"),
    [
        ("hi", "नौका मार्लिनो-4 के कप्तान हारून तवलीन को रोका गया।", "captain", "ORG:4 MRLN"),
        ("hi", "हारून तवलीन, जो मार्लिनो-4 के कप्तान हैं, लापता हैं।", "captain", "ORG:4 MRLN"),
        ("ur", "مارلینو-4 کے کپتان ہارون تولین کو روکا گیا۔", "captain", "ORG:4 MRLN"),
        ("ru", "Представительница Кении Лейла аль-Рамхи выступила.", "envoy", "kenya"),
        ("ru", "Представитель Пётр Заславский выступил.", "spokesman", None),
    ],
)
def test_an_office_is_of_what_the_text_names(lang: str, text: str, role: str, of_: str | None) -> None:
    (person,) = (n for n in names(lang, text) if n.type == "PER")
    assert (person.role, person.role_of) == (role, of_)


@pytest.mark.parametrize(
    ("lang", "text", "people"),
    [
        ("en", "Omar al-Ramhi met Joost van der Veld and Rui da Costa.", ["Omar al-Ramhi", "Joost van der Veld", "Rui da Costa"]),
        ("ru", "Лейла аль-Рамхи и Мария да Коста выступили.", ["Лейла аль-Рамхи", "Мария да Коста"]),
        ("ru", "Карим ибн Тарик ждал.", ["Карим ибн Тарик"]),
        ("hi", "लैला अल-रम्ही ने कहा।", ["लैला अल-रम्ही"]),
        ("ur", "لیلیٰ الرمحی نے کہا۔", ["لیلیٰ الرمحی"]),
        ("ar", "قالت ليلى الرمحي ذلك.", ["ليلى الرمحي"]),
    ],
)
def test_particles_stand_inside_a_name(lang: str, text: str, people: list[str]) -> None:
    assert of("PER", lang, text) == people


ONE = [
    [
        ("PER", "en", "Layla al-Ramhi spoke."),
        ("PER", "ru", "Выступила Лейла аль-Рамхи."),
        ("PER", "hi", "लैला अल-रम्ही ने कहा।"),
        ("PER", "ur", "لیلیٰ الرمحی نے کہا۔"),
        ("PER", "ar", "قالت ليلى الرمحي ذلك."),
    ],
    [
        ("LOC", "en", "Police searched the village of Torlan."),
        ("LOC", "en", "Torlan village was cut off."),
        ("LOC", "ru", "Колонна прибыла в село Торлан."),
        ("LOC", "hi", "काफिला तोरलान गांव पहुंचा।"),
        ("LOC", "hi", "गांव तोरलान में बिजली नहीं है।"),
        ("LOC", "ur", "قافلہ تورلان گاؤں پہنچا۔"),
        ("LOC", "ar", "وصلت القافلة إلى قرية تورلان."),
    ],
    [
        ("LOC", "en", "The Larmin river rose."),
        ("LOC", "en", "They crossed the Larmin River."),
        ("LOC", "ru", "Река Лармин вышла из берегов."),
        ("LOC", "hi", "लारमिन नदी उफान पर है।"),
        ("LOC", "ur", "دریائے لارمین میں سیلاب آیا۔"),
        ("LOC", "ar", "فاض نهر لارمين أمس."),
    ],
    [
        ("ORG", "en", "The Marlino-4 sailed at dawn."),
        ("ORG", "ru", "Катер «Марлино-4» вышел в море."),
        ("ORG", "hi", "मार्लिनो-४ सुबह रवाना हुई।"),
        ("ORG", "ur", "مارلینو-۴ صبح روانہ ہوئی۔"),
        ("ORG", "ar", "أبحرت السفينة «مارلينو-٤» فجرا."),
    ],
]


@pytest.mark.parametrize("mentions", ONE)
def test_an_unlisted_name_is_one_in_all_five_languages(mentions: list[tuple[str, str, str]]) -> None:
    found = [next(n for n in names(lang, text) if n.type == type_) for type_, lang, text in mentions]
    assert len({n.key for n in found}) == 1
    assert all(same_name(a, b) >= SAME for a in found for b in found)


def test_a_number_tells_ships_apart() -> None:
    (ours,), (theirs,) = names("en", "The Marlino-4 sailed at dawn."), names("ru", "Катер «Марлино-5» вышел в море.")
    assert same_name(ours, theirs) < 0.35


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Council and the Harbour Infrastructure Bank signed it.", ["Council", "Harbour Infrastructure Bank"]),
        (
            "The Ministry of Health and Family Welfare and the University of Sarova agreed.",
            ["Ministry of Health and Family Welfare", "University of Sarova"],
        ),
        ("The company Procter & Gamble and the World Bank agreed.", ["Procter & Gamble", "World Bank"]),
    ],
)
def test_and_joins_only_the_parts_of_one_name(text: str, bodies: list[str]) -> None:
    assert of("ORG", "en", text) == bodies


def test_a_listed_name_may_hold_a_conjunction() -> None:
    assert [n.text for n in names("en", "Talks in Bosnia and Herzegovina and Kenya went on.")] == ["Bosnia and Herzegovina", "Kenya"]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", 'The vessel "Harbour Light" docked.', "Harbour Light"),
        ("ru", "Сухогруз «Степан Лунин» задержан.", "Степан Лунин"),
        ("ar", "غرقت العبّارة «نجمة تورلان» أمس.", "نجمة تورلان"),
        ("hi", "जहाज 'तोरलान ज्योति' डूब गया।", "तोरलान ज्योति"),
        ("ur", "فیری «تورلان» ڈوب گئی۔", "تورلان"),
    ],
)
def test_a_ship_in_quotes_is_no_person_and_no_place(lang: str, text: str, name: str) -> None:
    assert of("ORG", lang, text) == [name]


def test_the_list_of_persons_gives_names_to_every_language_and_nothing_grammatical() -> None:
    for lang in ("hi", "ur", "en", "ar", "ru"):
        given, surnames = people(lang, "given"), people(lang, "surname")
        language = cues(lang)
        assert language is not None
        assert len(given) > 250
        assert len(surnames) > 100
        assert given.isdisjoint(language.markers | language.links)
    assert people("de", "given") == frozenset()


@pytest.mark.parametrize(
    ("lang", "text", "people"),
    [
        ("hi", "तिरोन वाल्गे ने शतक लगाया।", ["तिरोन वाल्गे"]),
        ("ur", "ٹیرون والگا نے سنچری بنائی۔", ["ٹیرون والگا"]),
        ("hi", "बाढ़ पीड़ितों ने सड़क रोकी।", []),
        ("ur", "سیلاب متاثرین نے سڑک بند کی۔", []),
    ],
)
def test_two_unknown_words_that_open_a_sentence_and_act_are_a_person(lang: str, text: str, people: list[str]) -> None:
    sentence = sentence_of(text, lang)
    assert [n.text for n in read(sentence, lexicon.read(sentence)) if n.type == "PER"] == people
