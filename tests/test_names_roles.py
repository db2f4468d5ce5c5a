"""The office a text gives a person: which, of what, and whether still held."""

from __future__ import annotations

import pytest

from claims import lexicon
from claims.facets.names import read
from claims.model import Name
from claims.tokens import sentence_of


def people(lang: str, text: str) -> list[Name]:
    sentence = sentence_of(text, lang)
    return [n for n in read(sentence, lexicon.read(sentence)) if n.type == "PER"]


ROLES = [
    ("en", "German Chancellor Angela Merkel spoke.", "chancellor", "germany", "current"),
    ("en", "Kenya's president William Ruto spoke.", "president", "kenya", "current"),
    ("en", "Former Canadian prime minister Justin Trudeau spoke.", "prime_minister", "canada", "former"),
    ("en", "Ex-president Boris Yeltsin spoke.", "president", None, "former"),
    ("en", "Angela Merkel, the former chancellor of Germany, spoke.", "chancellor", "germany", "former"),
    ("en", "Peru's acting foreign minister, Elena Castañeda, resigned.", "foreign_minister", "peru", "acting"),
    ("hi", "केन्या के राष्ट्रपति विलियम रूटो ने कहा।", "president", "kenya", "current"),
    ("hi", "जर्मनी की पूर्व चांसलर एंगेला मर्केल ने कहा।", "chancellor", "germany", "former"),
    ("hi", "कार्यवाहक प्रधानमंत्री रघुनाथ देशपांडे ने कहा।", "prime_minister", None, "acting"),
    ("ur", "کینیا کے صدر ولیم روٹو نے کہا۔", "president", "kenya", "current"),
    ("ur", "سابق جرمن چانسلر انگیلا مرکل نے کہا۔", "chancellor", "germany", "former"),
    ("ur", "قائم مقام وزیر خارجہ فرحان قریشی نے کہا۔", "foreign_minister", None, "acting"),
    ("ar", "قال الرئيس الكيني وليام روتو إنه مستعد.", "president", "kenya", "current"),
    ("ar", "قال رئيس الوزراء الكندي السابق جاستن ترودو إنه راض.", "prime_minister", "canada", "former"),
    ("ar", "قال وزير الخارجية المكلف سامر درويش ذلك.", "foreign_minister", None, "acting"),
    ("ru", "Президент Кении Уильям Руто заявил об этом.", "president", "kenya", "current"),
    ("ru", "Бывший канцлер Германии Ангела Меркель выступила.", "chancellor", "germany", "former"),
    ("ru", "Экс-канцлер Германии Ангела Меркель выступила.", "chancellor", "germany", "former"),
    ("ru", "Канадский премьер Марк Карни выступил.", "prime_minister", "canada", "current"),
    ("ru", "Врио губернатора Пётр Заславский уволен.", "governor", None, "acting"),
]


@pytest.mark.parametrize(("lang", "text", "role", "of", "tense"), ROLES)
def test_a_title_gives_office_country_and_tense(lang: str, text: str, role: str, of: str | None, tense: str) -> None:
    (person,) = people(lang, text)
    assert (person.role, person.role_of, person.tense) == (role, of, tense)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The president met Kenya's foreign minister."),
        ("hi", "केन्या के विदेश मंत्री ने राष्ट्रपति से बात की।"),
        ("ur", "کینیا کے وزیر خارجہ نے صدر سے بات کی۔"),
        ("ar", "التقى وزير الخارجية الكيني الرئيس."),
        ("ru", "Глава МИД Кении встретился с президентом."),
    ],
)
def test_a_title_without_a_name_is_no_person(lang: str, text: str) -> None:
    assert people(lang, text) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The minister said that Angela Merkel had left."),
        ("hi", "मंत्री ने कहा कि एंगेला मर्केल जा चुकी हैं।"),
        ("ru", "Министр сообщил, что Ангела Меркель уехала."),
    ],
)
def test_a_title_elsewhere_in_the_sentence_is_not_hers(lang: str, text: str) -> None:
    (person,) = people(lang, text)
    assert (person.key, person.role) == ("merkel_angela", None)


def test_an_office_named_with_its_holder_chooses_among_namesakes() -> None:
    assert people("en", "US president Bush signed it.")[0].key == "bush_george_w"
