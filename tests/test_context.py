"""What a sentence takes over from its text: pronouns, bare nouns, places and days left out, and where they stay open."""

from __future__ import annotations

import pytest

from claims.extract import claims_of_text
from claims.model import Claim, Name, Time


def last(text: str, lang: str) -> Claim:
    return claims_of_text(text, lang).claims[-1]


def meant(claim: Claim) -> dict[str, list[str]]:
    """For each word of the claim that stands for something, what it stands for."""
    found: dict[str, list[str]] = {}
    for one in claim.inherited:
        if one.at is not None:
            assert one.facet.span.of(one.sentence.text) == one.facet.text
            found.setdefault(one.at.of(claim.sentence.text), []).append(one.facet.text)
    return found


@pytest.mark.parametrize(
    ("lang", "text", "word", "names"),
    [
        ("en", "Port director Lena Marquez welcomed the crew on Tuesday. She resigned the next day.", "She", ["Lena Marquez"]),
        ("en", "Torvale Savings Bank shut nine branches on Monday. The bank dismissed 200 employees.", "bank", ["Torvale Savings Bank"]),
        ("en", "Norway and Chile signed an agreement in Oslo. Both sides ratified it in May.", "Both sides", ["Norway", "Chile"]),
        ("en", "Finance Minister Omar Beldi visited the port on Monday. The minister resigned on Friday.", "The minister", ["Omar Beldi"]),
        ("ru", "Директор порта Вера Лунина прибыла в Тверь во вторник. Она ушла в отставку.", "Она", ["Вера Лунина"]),
        ("ru", "Норвегия и Чили подписали соглашение в Осло. Обе стороны отвели войска.", "Обе стороны", ["Норвегия", "Чили"]),
        ("hi", "वित्त मंत्री रेखा जोशी ने सोमवार को सूरत का दौरा किया। उन्होंने इस्तीफा दे दिया।", "उन्होंने", ["रेखा जोशी"]),
        ("hi", "भारत और नेपाल ने शनिवार को समझौते पर हस्ताक्षर किए। दोनों देशों ने सैनिक हटाए।", "दोनों देशों", ["भारत", "नेपाल"]),
        ("ur", "وزیر خزانہ نسیم قریشی نے منگل کو لاہور کا دورہ کیا۔ انہوں نے استعفیٰ دے دیا۔", "انہوں نے", ["نسیم قریشی"]),
        ("ar", "زار وزير المالية سامي الدروبي دمشق يوم الاثنين. واستقال الوزير يوم الجمعة.", "الوزير", ["سامي الدروبي"]),
    ],
)
def test_a_word_stands_for_the_only_one_it_can_mean(lang: str, text: str, word: str, names: list[str]) -> None:
    assert meant(last(text, lang)).get(word) == names


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lena Marquez met Clara Voss on Tuesday. She resigned the next day."),
        ("en", "Finance Minister Omar Beldi met Interior Minister Karim Sadl. The minister resigned on Friday."),
        ("en", "Torvale Savings Bank bought Meridian Bank on Monday. The bank dismissed 200 employees."),
        ("en", "Finance Minister Omar Beldi resigned on Monday. A minister was arrested on Friday."),
        ("en", "Finance Minister Omar Beldi resigned on Monday. The former minister was arrested on Friday."),
        ("en", "Norway, Chile and Peru signed an agreement. Both sides ratified it in May."),
        ("ru", "Вера Лунина встретила Анну Кротову во вторник. Она ушла в отставку."),
        ("hi", "रेखा जोशी ने सोमवार को मीना कपूर से मुलाकात की। उन्होंने इस्तीफा दे दिया।"),
        ("ur", "نسیم قریشی نے منگل کو ندیم شیخ سے ملاقات کی۔ انہوں نے استعفیٰ دے دیا۔"),
        ("ar", "التقى وزير المالية سامي الدروبي وزير الداخلية وليد حفار. واستقال الوزير يوم الجمعة."),
    ],
)
def test_a_word_that_can_mean_two_stays_open(lang: str, text: str) -> None:
    assert meant(last(text, lang)) == {}


@pytest.mark.parametrize(
    ("lang", "text", "place", "day"),
    [
        ("en", "An earthquake struck Izmir on Monday. The death toll rose to 12.", "Izmir", "Monday"),
        ("ru", "Во вторник в Твери произошёл взрыв на заводе. Погибли 12 человек.", "Твери", "вторник"),
        ("hi", "सोमवार को सूरत की एक फैक्ट्री में आग लगी। हादसे में 12 लोगों की मौत हुई।", "सूरत", "सोमवार"),
        ("ur", "کراچی میں پیر کو زلزلہ آیا۔ واقعے میں 12 افراد ہلاک ہوئے۔", "کراچی", "پیر"),
        ("ar", "اندلع حريق في مصنع في حلب يوم الخميس. وأسفر الحريق عن مقتل 12 شخصا.", "حلب", "يوم الخميس"),
    ],
)
def test_what_is_told_of_an_incident_happened_there_and_then(lang: str, text: str, place: str, day: str) -> None:
    claim = last(text, lang)
    assert [n.text for n in claim.all_inherited(Name)] == [place]
    assert [t.text for t in claim.all_inherited(Time)] == [day]


def test_what_a_claim_states_itself_it_does_not_take_over() -> None:
    claim = last("An earthquake struck Izmir on Monday. The quake killed 12 people in Manisa on Tuesday.", "en")
    assert claim.inherited == ()


def test_two_places_leave_the_place_open() -> None:
    claim = last("An earthquake struck Izmir and Ankara on Monday. Twelve people died.", "en")
    assert claim.all_inherited(Name) == ()


def test_a_language_without_the_table_takes_over_no_words() -> None:
    text = "Angela Merkel traf 2024 Wladimir Putin. She resigned in 2025."
    assert meant(last(text, "de")) == {}
