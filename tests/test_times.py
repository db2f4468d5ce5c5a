"""What each language's time expressions mean, against one publication day a table."""

from __future__ import annotations

from datetime import date

import pytest

from claims.calendar import resolve
from claims.facets.times import read
from claims.lexicon import read as concepts
from claims.model import Interval, Time, TimeBasis
from claims.tokens import sentence_of

PUBLISHED = Interval.day(date(2026, 1, 28))  # a Wednesday


def times(lang: str, text: str) -> tuple[Time, ...]:
    return read(sentence_of(text, lang), ())


def shown(lang: str, text: str) -> list[tuple[str, str | None, str | None]]:
    found: list[tuple[str, str | None, str | None]] = []
    for time in times(lang, text):
        interval = resolve(time, PUBLISHED)
        assert interval is not None
        earliest, latest = interval.earliest, interval.latest
        found.append((time.text, None if earliest is None else str(earliest), None if latest is None else str(latest)))
    return found


CLOCKS = [
    ("en", "The quake struck at 21:47 GMT on Monday.", "21:47", "+00:00"),
    ("en", "The quake struck on Monday at 9 p.m. local time.", "21:00", "local"),
    ("hi", "भूकंप मंगलवार को रात 2:47 बजे आया।", "02:47", None),
    ("ur", "زلزلہ منگل کی دوپہر سوا تین بجے آیا۔", "03:15", None),
    ("ar", "وقع الزلزال الاثنين الساعة 21:47 بتوقيت غرينتش.", "21:47", "+00:00"),
    ("ru", "Толчок произошёл в понедельник в 21:47 по московскому времени.", "21:47", "+03:00"),
]


@pytest.mark.parametrize(("lang", "text", "clock", "zone"), CLOCKS)
def test_clock_and_zone_stay_with_their_day(lang: str, text: str, clock: str, zone: str | None) -> None:
    (time,) = times(lang, text)
    arguments = dict(time.arguments)
    assert (arguments.get("clock"), arguments.get("zone"), time.granularity) == (clock, zone, "day")


ROLES = [
    ("en", "The law has been in force since March 2020.", "since"),
    ("en", "The law expires by March 2030.", "until"),
    ("en", "Rents doubled over the past two years.", "duration"),
    ("en", "They met on the second anniversary of the war.", "anniversary"),
    ("hi", "कानून मार्च 2020 से लागू है।", "since"),
    ("ur", "قانون مارچ 2030 تک نافذ رہے گا۔", "until"),
    ("ar", "تضاعفت الأسعار خلال السنتين الماضيتين.", "duration"),
    ("ru", "Закон действует с марта 2020 года.", "since"),
]


@pytest.mark.parametrize(("lang", "text", "role"), ROLES)
def test_role_says_what_the_time_bounds(lang: str, text: str, role: str) -> None:
    assert [t.role for t in times(lang, text)] == [role]


def test_absolute_times_need_no_publication_date() -> None:
    (time,) = times("en", "The treaty of 5 May 2021 was signed in Oslo.")
    assert time.interval == Interval.day(date(2021, 5, 5))
    assert time.basis is TimeBasis.EXPLICIT


def test_relative_times_stay_symbolic() -> None:
    (time,) = times("en", "The treaty was signed yesterday.")
    assert time.interval is None
    assert time.basis is TimeBasis.RELATIVE


def test_day_and_month_that_could_be_swapped_give_both_days() -> None:
    assert shown("en", "The form is dated 03/05/2025.") == [("03/05/2025", "2025-03-05", "2025-05-03")]


def test_each_verb_turns_its_own_weekday() -> None:
    assert [t[1] for t in shown("en", "The summit will open on Friday, the ministry said on Monday.")] == ["2026-01-30", "2026-01-26"]
    assert [t[1] for t in shown("hi", "मंत्रालय ने सोमवार को कहा कि सम्मेलन शुक्रवार को शुरू होगा।")] == ["2026-01-26", "2026-01-30"]
    assert [t[1] for t in shown("ru", "В понедельник министр заявил, что саммит откроется в пятницу.")] == ["2026-01-26", "2026-01-30"]


def test_passive_future_is_not_taken_for_past() -> None:
    assert [t[1] for t in shown("en", "The results will be announced on Friday.")] == ["2026-01-30"]
    assert [t[1] for t in shown("hi", "नतीजों का ऐलान शुक्रवार को किया जाएगा।")] == ["2026-01-30"]


def test_impossible_date_is_no_date() -> None:
    assert all("31" not in t.text for t in times("en", "The clerk wrote 31 February 2024 on the form."))


def test_language_without_data_still_reads_iso_dates() -> None:
    assert shown("fr", "Le rapport du 2025-11-30 est public.") == [("2025-11-30", "2025-11-30", "2025-11-30")]


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "Ghana won the World Cup 2022 bid.", "2022"),
        ("en", "Ghana's 2021 census missed whole districts.", "2021"),
        ("hi", "एशिया कप 2022 का फाइनल दुबई में खेला गया।", "2022"),
        ("ur", "ایشیا کپ 2022 دبئی میں کھیلا گیا۔", "2022"),
        ("ar", "استعد الفريق لبطولة 2022 طويلا.", "2022"),
        ("ru", "Победитель чемпионата мира 2022 вышел на поле.", "2022"),
    ],
)
def test_year_beside_an_event_is_the_events_year(lang: str, text: str, words: str) -> None:
    sentence = sentence_of(text, lang)
    assert [t.text for t in read(sentence, concepts(sentence))] == [words]


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("The race goes to a run-off in February, officials say.", "2026-02-01"),
        ("The race went to a run-off in February, officials say.", "2025-02-01"),
        ("The council cancelled the parade on 1 February.", "2026-02-01"),
        ("The council cancelled the parade on 1 April.", "2025-04-01"),
        ("The forecast said rain would come on 30 January.", "2026-01-30"),
        ("The permit was extended until 3 February.", None),
    ],
)
def test_bare_date_is_last_or_next_by_verb_and_nearness(text: str, earliest: str | None) -> None:
    assert [t[1] for t in shown("en", text)] == [earliest]


def test_possessive_day_names_the_noun_and_bounds_nothing() -> None:
    (time,) = times("en", "He resigned after Friday's vote.")
    assert (time.role, resolve(time, PUBLISHED)) == ("at", Interval.day(date(2026, 1, 23)))


@pytest.mark.parametrize(("lang", "text"), [("en", "It rained on a Friday."), ("ar", "وقع الحادثان في اليوم نفسه.")])
def test_days_told_from_elsewhere_are_not_read(lang: str, text: str) -> None:
    assert times(lang, text) == ()


@pytest.mark.parametrize("words", ["B:²", "①", "5²", "²³:¹", "at ⅷ:30", "10:²⁰"])
def test_figures_that_are_no_decimal_digits_are_no_times(words: str) -> None:
    sentence = sentence_of(words, "en", 0)
    assert [time.text for time in read(sentence, concepts(sentence)) if not time.text.isascii()] == []
