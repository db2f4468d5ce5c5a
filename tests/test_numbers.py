"""Digits and number words of the five languages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from claims.lang import table
from claims.numbers import number_at, parse_digits, parse_words, tokens_of
from claims.tokens import sentence_of

LANGUAGES = ("hi", "ur", "en", "ar", "ru")


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("hi", "1,20,000", "120000"),
        ("hi", "१८,०००", "18000"),
        ("hi", "6.4", "6.4"),
        ("ur", "۳۴", "34"),
        ("ur", "۱۲۵٬۰۰۰", "125000"),
        ("ur", "47٫5", "47.5"),
        ("en", "1,902", "1902"),
        ("en", "1.902", "1.902"),
        ("en", "12,345,678.9", "12345678.9"),
        ("ar", "٤٠٠٬٠٠٠", "400000"),
        ("ar", "٣٫٥", "3.5"),
        ("ar", "1.902", "1902"),
        ("ru", "38,6", "38.6"),
        ("ru", "1.902", "1902"),
        ("ru", "18 000", "18000"),
        ("ru", "1\u00a0234\u00a0567", "1234567"),
    ],
)
def test_digits_follow_the_separators_of_the_language(lang: str, text: str, value: str) -> None:
    assert parse_digits(text, lang) == Decimal(value)


@pytest.mark.parametrize("text", ["2:47", "3/4", "", "12a", "1,2,3", "..5"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_no_numeral_has_no_value(lang: str, text: str) -> None:
    assert parse_digits(text, lang) is None


def test_point_before_three_digits_is_a_decimal_where_a_scale_follows() -> None:
    assert parse_digits("1.902", "ru", scaled=True) == Decimal("1.902")
    assert parse_words("2.125 مليون", "ar") == 2125000


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("hi", "साढ़े तीन करोड़", 35_000_000),
        ("hi", "डेढ़ लाख", 150_000),
        ("hi", "पौने दो लाख", 175_000),
        ("hi", "सवा सौ", 125),
        ("hi", "4 लाख 20 हज़ार", 420_000),
        ("hi", "दो लाख करोड़", 2_000_000_000_000),
        ("hi", "13 मिलियन", 13_000_000),
        ("hi", "उनासी", 79),
        ("ur", "ساڑھے تین کروڑ", 35_000_000),
        ("ur", "ایک لاکھ بیس ہزار تین سو پچیس", 120_325),
        ("ur", "سوا دو ارب", 2_250_000_000),
        ("ur", "نصف ملین", 500_000),
        ("en", "twenty-three", 23),
        ("en", "two and a half million", 2_500_000),
        ("en", "a million and a half", 1_500_000),
        ("en", "half a million", 500_000),
        ("en", "a quarter of a million", 250_000),
        ("en", "three hundred and five", 305),
        ("en", "two dozen", 24),
        ("en", "nineteen hundred", 1900),
        ("ar", "ثلاثة وعشرون", 23),
        ("ar", "اثنتا عشرة", 12),
        ("ar", "مئتا ألف", 200_000),
        ("ar", "ثلاثمئة وخمسة وعشرون ألفا", 325_000),
        ("ar", "مليون ونصف المليون", 1_500_000),
        ("ar", "ألفان وخمسمئة", 2500),
        ("ar", "المئة ألف", 100_000),
        ("ru", "полтора миллиона", 1_500_000),
        ("ru", "3,5 млн", 3_500_000),
        ("ru", "две с половиной тысячи", 2500),
        ("ru", "двухсот тридцати", 230),
        ("ru", "два десятка", 20),
        ("ru", "полмиллиона", 500_000),
        ("ru", "миллион двести тысяч", 1_200_000),
    ],
)
def test_number_words_and_mixed_forms(lang: str, text: str, value: int) -> None:
    assert parse_words(text, lang) == value


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("hi", "दर्जनों", 24, 99),
        ("hi", "सैकड़ों", 200, 999),
        ("hi", "हज़ारों करोड़", 20_000_000_000, 99_999_999_999),
        ("ur", "ہزاروں", 2000, 9999),
        ("en", "dozens", 24, 99),
        ("en", "several hundred", 200, 999),
        ("en", "tens of thousands", 20_000, 99_999),
        ("ar", "عشرات", 24, 99),
        ("ar", "مئات الآلاف", 200_000, 999_999),
        ("ru", "десятки тысяч", 20_000, 99_999),
        ("ru", "тысячи", 2000, 9999),
        ("ru", "несколько сотен", 200, 999),
    ],
)
def test_vague_amounts_are_ranges(lang: str, text: str, low: int, high: int) -> None:
    tokens = tokens_of(sentence_of(text, lang))
    number = number_at(tokens, 0, text, lang)
    assert number is not None
    assert (number.low, number.high) == (Decimal(low), Decimal(high))
    assert number.vague
    assert number.last == len(tokens)


def test_a_bound_before_a_russian_plural_makes_it_one() -> None:
    tokens = tokens_of(sentence_of("тысячи", "ru"))
    number = number_at(tokens, 0, "тысячи", "ru", bounded=True)
    assert number is not None
    assert number.low == number.high == 1000


@pytest.mark.parametrize(
    ("lang", "text"),
    [("hi", "अरब"), ("ur", "سوا"), ("en", "hundred"), ("en", "and a half"), ("ru", "с половиной"), ("en", "5 people")],
)
def test_what_is_no_whole_number_has_no_value(lang: str, text: str) -> None:
    assert parse_words(text, lang) is None


def test_unit_and_tens_are_one_arabic_number_only_where_joined() -> None:
    assert parse_words("خمسة وستون", "ar") == 65
    assert parse_words("خمسة ستون", "ar") is None


def test_indian_number_words_never_add_up() -> None:
    assert parse_words("बीस तीन", "hi") is None
    assert parse_words("بیس تین", "ur") is None


@given(st.integers(0, 10**12), st.sampled_from(LANGUAGES))
def test_formatted_integers_read_back(number: int, lang: str) -> None:
    locale = {"hi": "hi_IN", "ur": "ur_PK", "en": "en_US", "ar": "ar_EG", "ru": "ru_RU"}[lang]
    assert parse_digits(format_decimal(number, locale=locale), lang) == number


@given(st.decimals(0, 10**6, places=2), st.sampled_from(LANGUAGES))
def test_formatted_decimals_read_back(number: Decimal, lang: str) -> None:
    locale = {"hi": "hi_IN", "ur": "ur_PK", "en": "en_GB", "ar": "ar_EG", "ru": "ru_RU"}[lang]
    assert parse_digits(format_decimal(number, "#,##0.00", locale=locale), lang) == number


def _form(lang: str, section: str, value: int) -> str:
    form: str = table(lang, "numbers")[section][str(value)].split("|")[0]
    return form


def _below_hundred(n: int, lang: str) -> str:
    if lang in ("hi", "ur") or n <= 20 or n % 10 == 0:
        return _form(lang, "values", n)
    tens, unit = _form(lang, "values", n - n % 10), _form(lang, "values", n % 10)
    return {"en": f"{tens}-{unit}", "ru": f"{tens} {unit}", "ar": f"{unit} و{tens}"}[lang]


def _below_thousand(n: int, lang: str) -> list[str]:
    hundreds, rest = divmod(n, 100)
    words = []
    if hundreds and lang in ("ru", "ar"):
        words.append("مئة" if lang == "ar" and hundreds == 1 else _form(lang, "values", hundreds * 100))
    elif hundreds:
        words.append(f"{_form(lang, 'values', hundreds)} {_form(lang, 'scales', 100)}")
    return [*words, *([_below_hundred(rest, lang)] if rest else [])]


def spell(n: int, lang: str) -> str:
    """A number in words, plainly: every group with its scale, Arabic groups joined by و."""
    scales = (10**7, 10**5, 10**3) if lang in ("hi", "ur") else (10**6, 10**3)
    joint = " و" if lang == "ar" else " "
    parts = []
    for scale in scales:
        group, n = divmod(n, scale)
        if group:
            parts.append(f"{joint.join(_below_thousand(group, lang))} {_form(lang, 'scales', scale)}")
    parts += _below_thousand(n, lang)
    return joint.join(parts) if parts else _form(lang, "values", 0)


@given(st.integers(0, 999_999_999), st.sampled_from(LANGUAGES))
def test_spelt_integers_read_back(number: int, lang: str) -> None:
    assert parse_words(spell(number, lang), lang) == number
