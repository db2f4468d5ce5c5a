"""What can change from one day to the next, what is only wanted or waited for, and which way a deed turned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.engine import report
from checker.event_time import with_times
from checker.features import features
from checker.matching import judge
from checker.slots.quantities.changing import can_change
from checker.slots.refusals import is_waited_for, negated, only_asked_for
from claims.extract import claims_of_text
from claims.model import Claim, Event, Interval, Name, Published, Quantity


def claim(lang: str, text: str, file: str = "a", day: str = "2025-05-14") -> Claim:
    found = claims_of_text(text, lang, file=file).claims[0]
    return with_times(found, Published(Interval.day(date.fromisoformat(day)), "dateline"))


def event(of: Claim, concept: str) -> Event:
    return next(e for e in of.all(Event) if e.concept == concept)


@pytest.mark.parametrize(
    ("lang", "text", "changes"),
    [
        ("en", "The flood killed 14 people.", True),
        ("ru", "Пропали без вести 11 человек.", True),
        ("hi", "बाढ़ में 14 लोग घायल हुए।", True),
        ("ar", "بلغت نسبة التأييد 47 في المئة.", True),
        ("en", "The price of oil was 80 dollars.", True),
        ("en", "Officers found 850,000 dollars in cash.", False),
        ("ur", "میچ 3-2 سے ختم ہوا۔", False),
        ("ru", "Высота пика составляет 7480 метров.", False),
        ("en", "The stadium held 38,000 spectators.", False),
    ],
)
def test_tolls_and_levels_change_and_what_is_done_does_not(lang: str, text: str, changes: bool) -> None:
    told = claim(lang, text)
    assert can_change(told, told.all(Quantity)[0]) is changes


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Nine members demanded the resignation of the minister."),
        ("ru", "Девять депутатов потребовали отставки министра."),
        ("hi", "नौ विधायकों ने मंत्री के इस्तीफे की मांग की।"),
        ("ur", "نو ارکان نے وزیر کے استعفے کا مطالبہ کیا۔"),
    ],
)
def test_what_is_demanded_has_not_happened(lang: str, text: str) -> None:
    told = claim(lang, text)
    assert only_asked_for(told, event(told, "resign"))


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "The minister resigned on Monday."), ("ru", "Министр ушёл в отставку."), ("hi", "मंत्री ने इस्तीफा दे दिया।")]
)
def test_what_happened_is_more_than_asked_for(lang: str, text: str) -> None:
    told = claim(lang, text)
    assert not only_asked_for(told, event(told, "resign"))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hi", "ज़मानत की अर्जी पर सोमवार को सुनवाई होगी।"),
        ("ur", "عدالت ضمانت کی درخواست پر پیر کو سماعت کرے گی۔"),
        ("en", "The court will hear a petition for bail on Monday."),
    ],
)
def test_what_a_petition_is_for_has_not_happened(lang: str, text: str) -> None:
    told = claim(lang, text)
    assert only_asked_for(told, event(told, "bail"))


def test_a_verb_that_comes_last_governs_its_object_across_who_and_when() -> None:
    told = claim("hi", "राजीव सोलंकी की जमानत अर्जी विशेष अदालत ने शुक्रवार को खारिज कर दी।")
    assert negated(told, event(told, "bail"))


def test_a_yet_beside_an_event_is_seen() -> None:
    told = claim("en", "Firefighters had not yet put out the flames.")
    assert is_waited_for(told, next(e for e in told.all(Event) if e.negated))


@pytest.mark.parametrize(
    ("one", "day", "other", "later", "turn"),
    [
        ("Police had not arrested the captain.", "2025-05-12", "Полиция арестовала капитана.", "2025-05-14", "done_since"),
        ("Police arrested the captain.", "2025-05-12", "Полиция не арестовала капитана.", "2025-05-14", "denied_since"),
    ],
)
def test_which_way_a_deed_turned(one: str, day: str, other: str, later: str, turn: str) -> None:
    left, right = claim("en", one, "a", day), claim("ru", other, "b", later)
    for a, b in ((left, right), (right, left)):
        names = {f.name for f in features(a, b, (), judge(a, b))}
        assert names & {"done_since", "denied_since"} == {turn}


def test_a_state_of_late_is_told_up_to_its_article_and_one_since_long_ago_is_open() -> None:
    assert claim("en", "The road has been closed since Monday.").event_time.interval == Interval(date(2025, 5, 12), date(2025, 5, 14))
    assert claim("en", "It is the worst flood since June 2014.").event_time.interval.latest is None


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "TUMAN PASS, April 27 (Meridian Press) - A lorry crossed the border on Monday.", "TUMAN PASS"),
        ("ru", "ОРЛИЦА, 22 апреля. Министры встретились.", "ОРЛИЦА"),
    ],
)
def test_the_place_of_a_dateline_is_no_person(lang: str, text: str, place: str) -> None:
    names = {n.text: n.type for c in claims_of_text(text, lang).claims for n in c.all(Name)}
    assert names[place] == "LOC"


def test_what_is_quoted_to_be_refuted_is_not_set_against_anybody(tmp_path: Path) -> None:
    texts = {
        "check.txt": "A viral post claims that the dam at Sarova has collapsed. This is false, engineers said.",
        "news.txt": "The dam at Sarova has not collapsed, engineers said.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(f"The dam at Sarova\n\nPublished: 12 May 2025\n\n{text}\n", encoding="utf-8")
    found = report([tmp_path])
    assert any(c.is_refuted for r in found.readings for c in r.claims)
    assert not [f for f in found.findings if f.a.is_refuted or (f.b is not None and f.b.is_refuted)]
