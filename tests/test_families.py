"""Which sources carry one text."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from checker.families import families
from claims.extract import extract
from claims.ingest import read_text

AGENCY = (
    "The container ship Halvorsen ran aground off the port of Lemvig on Tuesday night with 22 sailors on board.",
    "A tug reached the vessel at 4 a.m. on Wednesday, but a cable broke in the heavy swell, the coast guard said.",
    "Nobody was hurt, and divers found no leak in the hull, harbour master Birte Olsen told reporters.",
)
OWN_LEAD = "Residents of Lemvig gathered on the pier at dawn on Wednesday to watch the rescue of the ship."
OWN_END = "The port authority said that it would close the northern basin until Friday for an inspection of the seabed."
SAME_TOPIC = (
    "Off Lemvig the freighter Halvorsen hit a sandbank late on Tuesday; its crew of 22 stayed on the ship.",
    "The first attempt to tow it free failed on Wednesday when the line to the tug snapped, according to the coast guard.",
    "Birte Olsen, who runs the harbour, said divers had seen no damage below the water line.",
)
TRANSLATION = (
    "Контейнеровоз «Халворсен» сел на мель у порта Лемвиг во вторник ночью, на борту находились 22 моряка.",
    "Буксир подошёл к судну в среду в четыре часа утра, но трос лопнул из-за сильной зыби, сообщила береговая охрана.",
    "Никто не пострадал, водолазы не нашли пробоин в корпусе, сказала журналистам капитан порта Бирте Ольсен.",
)
HINDI = (
    "मालवाहक जहाज़ हेल्वोर्सन मंगलवार रात लेमविग बंदरगाह के पास 22 नाविकों के साथ रेत में फँस गया।",
    "बुधवार सुबह चार बजे एक टगबोट जहाज़ तक पहुँची, लेकिन ऊँची लहरों में रस्सी टूट गई, तटरक्षक बल ने बताया।",
    "किसी को चोट नहीं आई और गोताखोरों को जहाज़ की तली में कोई छेद नहीं मिला, बंदरगाह प्रमुख ने कहा।",
)


def groups(**articles: tuple[str, ...]) -> Mapping[str, str]:
    return families([extract(read_text("\n".join(sentences), file)) for file, sentences in sorted(articles.items())])


def test_a_copy_with_an_own_lead_and_end_is_of_the_family() -> None:
    assert groups(a=AGENCY, b=(OWN_LEAD, *AGENCY, OWN_END)) == {"a": "a", "b": "a"}


def test_an_agency_paragraph_in_an_own_article_makes_a_family() -> None:
    assert groups(a=(*AGENCY, OWN_END), b=(OWN_LEAD, *AGENCY[:2])) == {"a": "a", "b": "a"}


def test_light_editing_does_not_hide_a_copy() -> None:
    edited = tuple(s.replace("Tuesday night", "late Tuesday").replace(" told reporters", " said") for s in AGENCY)
    assert groups(a=AGENCY, b=edited) == {"a": "a", "b": "a"}


@pytest.mark.parametrize(
    "other",
    [SAME_TOPIC, (OWN_LEAD, OWN_END), TRANSLATION, (AGENCY[0], *SAME_TOPIC[1:], OWN_LEAD, OWN_END)],
    ids=["own words", "other facts", "another language", "one shared quote"],
)
def test_what_is_told_in_own_words_stands_alone(other: tuple[str, ...]) -> None:
    assert groups(a=AGENCY, b=other) == {"a": "", "b": ""}


@pytest.mark.parametrize("text", [AGENCY, TRANSLATION, HINDI], ids=["en", "ru", "hi"])
def test_copies_are_found_in_any_script(text: tuple[str, ...]) -> None:
    assert groups(a=text, b=text[:2]) == {"a": "a", "b": "a"}


def test_a_chain_is_one_family_though_its_ends_share_nothing() -> None:
    first, second = AGENCY, SAME_TOPIC
    chain = groups(c=(*first, *second), a=(*first, OWN_LEAD), b=(*second, OWN_END))
    assert chain == {"a": "a", "b": "a", "c": "a"}
    assert groups(a=(*first, OWN_LEAD), b=(*second, OWN_END)) == {"a": "", "b": ""}


def test_two_families_stay_apart() -> None:
    assert groups(a=AGENCY, b=SAME_TOPIC, c=AGENCY, d=SAME_TOPIC, e=(OWN_LEAD, OWN_END)) == {
        "a": "a",
        "b": "b",
        "c": "a",
        "d": "b",
        "e": "",
    }


def test_short_sentences_and_titles_make_no_family() -> None:
    short = ("Ship aground", "The ship is safe.", "Nobody was hurt.", "The crew stayed on board.")
    assert groups(a=(*short, OWN_LEAD), b=(*short, OWN_END)) == {"a": "", "b": ""}


def test_nothing_has_no_family() -> None:
    assert families([]) == {}
    assert groups(a=("!",)) == {"a": ""}
