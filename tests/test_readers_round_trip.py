"""What CLDR writes in a language is read back: days, months, amounts, money, percentages; and offsets are exact."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.calendar import resolved
from claims.extract import facets_of
from claims.model import Facet, Interval, Ordinal, Quantity, Time
from claims.tokens import sentence_of

LANGUAGES = ("ar", "en", "hi", "ru", "ur")
FRAMES = {
    "ar": ("وقع الانفجار في {}.", "استقبل المتحف {} زائر."),
    "en": ("The blast happened on {}.", "The museum had {} visitors."),
    "hi": ("विस्फोट {} को हुआ।", "संग्रहालय में {} दर्शक आए।"),
    "ru": ("Взрыв произошёл {}.", "Музей принял {} посетителей."),
    "ur": ("دھماکا {} کو ہوا۔", "عجائب گھر میں {} زائرین آئے۔"),
}
PERCENT = {
    "ar": "ارتفعت الأسعار {} في المئة.",
    "en": "Prices rose {} per cent.",
    "hi": "दाम {} प्रतिशत बढ़े।",
    "ru": "Цены выросли на {} процента.",
    "ur": "قیمتیں {} فیصد بڑھیں۔",
}
MONEY = {
    "ar": "بلغت الكلفة {} مليون دولار.",
    "en": "It cost ${} million.",
    "hi": "लागत {} मिलियन डॉलर रही।",
    "ru": "Стройка стоила {} млн долларов.",
    "ur": "لاگت {} ملین ڈالر رہی۔",
}
LASTED = {
    "ar": "استغرقت الرحلة {} ساعة و{} دقيقة.",
    "en": "The crossing took {} hours and {} minutes.",
    "hi": "यात्रा {} घंटे {} मिनट चली।",
    "ru": "Рейс длился {} ч {} мин.",
    "ur": "سفر {} گھنٹے {} منٹ جاری رہا۔",
}
PLACED = {
    "ar": "حلت الدولة في المرتبة {}.",
    "en": "The country is in {}th place.",
    "hi": "देश {}वें स्थान पर है।",
    "ru": "Страна заняла {}-е место.",
    "ur": "ملک {}ویں نمبر پر ہے۔",
}
LOCALES = {"ar": ("ar", "ar_SY", "ar_MA"), "en": ("en", "en_GB", "en_IN"), "hi": ("hi",), "ru": ("ru",), "ur": ("ur", "ur_IN")}
often = settings(deadline=None, max_examples=60)
"""The first sentence of a language loads its tables, which a deadline would take for slowness."""
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
PUBLISHED = Interval.day(date(2050, 1, 1))


def of_kind(kind: type[Facet], lang: str, text: str) -> list[Facet]:
    return [facet for facet in facets_of(sentence_of(text, lang)) if isinstance(facet, kind)]


@pytest.mark.parametrize(("lang", "locale"), [(lang, locale) for lang, locales in LOCALES.items() for locale in locales])
@often
@given(DAYS, st.sampled_from(["full", "long"]))
def test_a_day_as_the_locale_writes_it_is_that_day(lang: str, locale: str, day: date, form: str) -> None:
    text = FRAMES[lang][0].format(format_date(day, form, locale=locale))
    (time,) = of_kind(Time, lang, text)
    assert isinstance(time, Time)
    assert time.interval == Interval.day(day), text


@pytest.mark.parametrize("lang", LANGUAGES)
@often
@given(DAYS)
def test_a_day_without_its_year_is_the_last_such_day(lang: str, day: date) -> None:
    pattern = "MMMM d" if lang == "en" else "d MMMM"
    text = FRAMES[lang][0].format(format_date(day, pattern, locale=lang))
    (time,) = of_kind(Time, lang, text)
    assert isinstance(time, Time)
    interval = resolved(time, PUBLISHED).interval
    assert interval is not None
    assert interval.earliest is not None
    assert (interval.earliest.month, interval.earliest.day) == (day.month, day.day)


@pytest.mark.parametrize("lang", LANGUAGES)
@often
@given(st.integers(2, 9_999_999).filter(lambda n: not 1800 <= n <= 2100))
def test_an_amount_as_the_locale_writes_it_is_that_amount(lang: str, number: int) -> None:
    text = FRAMES[lang][1].format(format_decimal(number, locale=lang))
    (found,) = of_kind(Quantity, lang, text)
    assert isinstance(found, Quantity)
    assert (found.low, found.high, found.unit) == (Decimal(number), Decimal(number), None), text


@pytest.mark.parametrize("lang", LANGUAGES)
@often
@given(st.decimals(Decimal("0.1"), Decimal("99.9"), places=1))
def test_percentages_and_money_are_read_back(lang: str, number: Decimal) -> None:
    written = format_decimal(number, locale=lang)
    (percent,) = of_kind(Quantity, lang, PERCENT[lang].format(written))
    (money,) = of_kind(Quantity, lang, MONEY[lang].format(written))
    assert isinstance(percent, Quantity)
    assert isinstance(money, Quantity)
    assert (percent.low, percent.unit) == (number, "percent")
    assert (money.low, money.unit) == (number * 1_000_000, "USD")


@pytest.mark.parametrize("lang", LANGUAGES)
@often
@given(st.integers(2, 23), st.integers(2, 59))
def test_hours_and_minutes_are_one_duration(lang: str, hours: int, minutes: int) -> None:
    (found,) = of_kind(Quantity, lang, LASTED[lang].format(hours, minutes))
    assert isinstance(found, Quantity)
    assert (found.low, found.high, found.unit) == (Decimal(60 * hours + minutes), Decimal(60 * hours + minutes), "minute")


@pytest.mark.parametrize("lang", LANGUAGES)
@often
@given(st.integers(4, 200))
def test_a_place_in_a_ranking_is_read_back(lang: str, place: int) -> None:
    (found,) = of_kind(Quantity, lang, PLACED[lang].format(place))
    assert isinstance(found, Quantity)
    assert (found.low, found.high, found.kind) == (Decimal(place), Decimal(place), "rank")


@pytest.mark.parametrize("lang", LANGUAGES)
@often
@given(st.lists(st.sampled_from(range(2)), max_size=4), DAYS, st.integers(2, 5000))
def test_offsets_are_exact_and_facets_of_a_kind_do_not_overlap(lang: str, order: list[int], day: date, number: int) -> None:
    parts = [FRAMES[lang][k].format(format_date(day, "long", locale=lang) if k == 0 else number) for k in order]
    text = " ".join(parts)
    for kind in (Time, Quantity, Ordinal):
        found = of_kind(kind, lang, text)
        assert all(facet.span.of(text) == facet.text != "" for facet in found)
        assert all(a.span.end <= b.span.start for a, b in pairwise(sorted(found, key=lambda f: f.span)))
