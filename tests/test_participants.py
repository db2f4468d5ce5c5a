"""Who does what to whom: read where the sentence says so plainly, left open where it does not."""

from __future__ import annotations

import pytest

from claims.extract import claims_of_text
from claims.model import Event


def sides(lang: str, text: str, concept: str) -> tuple[str | None, str | None]:
    (claim,) = claims_of_text(text, lang).claims
    event = next(e for e in claim.all(Event) if e.concept == concept)
    for side in (event.agent, event.patient):
        assert side is None or side.span.of(text) == side.text
    return event.agent.text if event.agent else None, event.patient.text if event.patient else None


@pytest.mark.parametrize(
    ("lang", "text", "concept", "agent", "patient"),
    [
        ("en", "Anna Belova was killed by rebels near Marib.", "kill", "rebels", "Anna Belova"),
        ("en", "The arrest of Omar Beldi shocked the city.", "arrest", None, "Omar Beldi"),
        ("en", "Israel's attack on Iran killed 12 people.", "attack", "Israel", "Iran"),
        ("en", "Pakistan warned India against attacking.", "attack", None, None),
        ("en", "Norway and Chile warned Turkey on Monday.", "warn", None, "Turkey"),
        ("ru", "Ивана Орлова арестовали в пятницу.", "arrest", None, "Ивана Орлова"),
        ("ru", "Мэра арестовали в понедельник.", "arrest", None, None),
        ("ru", "Арест Омара Бельди потряс город.", "arrest", None, "Омара Бельди"),
        ("ru", "Министр не исключил визита в Каир.", "visit", None, None),
        ("hi", "अमित चौहान की गिरफ्तारी से तनाव बढ़ा।", "arrest", None, "अमित चौहान"),
        ("hi", "अमित चौहान गिरफ्तार किए गए।", "arrest", None, "अमित चौहान"),
        ("ur", "کاشف مرزا کو گرفتار کر لیا گیا۔", "arrest", None, "کاشف مرزا"),
        ("ar", "أقال الرئيس وزير المالية سامي الدروبي.", "dismiss", "الرئيس", "سامي الدروبي"),
        ("ar", "مقتل سامي الدروبي في غارة.", "kill", None, "سامي الدروبي"),
        ("uk", "Івана Дресвіна заарештували в Одесі.", "arrest", None, "Івана Дресвіна"),
    ],
)
def test_sides_are_read_as_they_are_marked(lang: str, text: str, concept: str, agent: str | None, patient: str | None) -> None:
    assert sides(lang, text, concept) == (agent, patient)


@pytest.mark.parametrize(
    ("lang", "text", "concept", "agent"),
    [
        ("en", "Qatar paid for the field hospital.", "pay", "Qatar"),
        ("en", "The tents were donated by Uzbekistan.", "donate", "Uzbekistan"),
        ("en", "The bank was sold to Aurora Group.", "sell", None),
        ("en", "The government approved the bill on Monday.", "approve", "The government"),
        ("ru", "Закон одобрен парламентом.", "approve", "парламентом"),
        ("ru", "Дорогу закрыли.", "close", None),
        ("hi", "राष्ट्रपति ने विधेयक को मंज़ूरी दी।", "approve", "राष्ट्रपति ने"),
        ("ur", "خیمے ازبکستان نے عطیہ کیے۔", "donate", "ازبکستان"),
        ("ar", "تبرعت قطر بالخيام.", "donate", "قطر"),
        ("ar", "وافق البرلمان على القانون.", "approve", "البرلمان"),
    ],
)
def test_who_did_something_to_a_thing_is_read_where_he_can_be_told_from_it(lang: str, text: str, concept: str, agent: str | None) -> None:
    assert sides(lang, text, concept) == (agent, None)


@pytest.mark.parametrize(
    ("lang", "text", "patient"),
    [
        ("ru", "Полиция в среду задержала начальника службы безопасности Юсефа Халими.", "Юсефа Халими"),
        ("ar", "أقال الرئيس وزير المالية سامي الدروبي.", "سامي الدروبي"),
        ("en", "Police arrested safety manager Salim Rawahi on Wednesday.", "Salim Rawahi"),
    ],
)
def test_an_office_and_its_holder_are_one(lang: str, text: str, patient: str) -> None:
    concept = "dismiss" if lang == "ar" else "arrest"
    assert sides(lang, text, concept)[1] == patient
