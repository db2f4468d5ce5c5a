"""Values, bounds, units and what is no quantity, in the five languages."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import lexicon
from claims.facets.quantities import read
from claims.model import Facet, Name, Ordinal, Quantity, Span, Time
from claims.tokens import sentence_of

Range = tuple[str | None, str | None]


def quantities(lang: str, text: str, *others: Facet) -> tuple[Quantity, ...]:
    sentence = sentence_of(text, lang)
    return read(sentence, (*lexicon.read(sentence), *others))


def only(lang: str, text: str) -> Quantity:
    found = quantities(lang, text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hi", "लगभग 300 मकान ढहे।"),
        ("ur", "تقریباً 300 مکان گرے۔"),
        ("en", "Roughly 300 homes fell."),
        ("ar", "انهار حوالي 300 منزل."),
        ("ru", "Обрушилось примерно 300 домов."),
    ],
)
def test_about_is_approximate(lang: str, text: str) -> None:
    assert only(lang, text).approximate


def test_reaching_a_value_is_no_bound() -> None:
    assert only("ru", "Цена выросла до 97 рублей.").low == 97
    assert only("hi", "शिकायतें 410 तक पहुंच गईं।").low == 410


@pytest.mark.parametrize(
    ("lang", "text", "percent"),
    [
        ("en", "A quarter of the homes lost power.", "25"),
        ("en", "Two thirds of voters stayed away.", "66.67"),
        ("en", "More than half of the shops closed.", "50"),
        ("hi", "तीन चौथाई मकान ढह गए।", "75"),
        ("ur", "ایک تہائی دکانیں بند رہیں۔", "33.33"),
        ("ru", "Две трети школ закрыты.", "66.67"),
    ],
)
def test_a_share_of_something_is_an_approximate_percentage(lang: str, text: str, percent: str) -> None:
    found = only(lang, text)
    assert (found.low, found.unit, found.kind, found.approximate) == (Decimal(percent), "percent", "percent", True)


def _country(text: str, word: str, code: str) -> Name:
    start = text.index(word)
    return Name(Span(start, start + len(word)), word, "GPE", word, known=True, country=code)


def test_a_shared_currency_takes_the_country_named() -> None:
    text = "Pakistan borrowed 5 billion rupees."
    assert quantities("en", text, _country(text, "Pakistan", "PK"))[0].unit == "PKR"
    assert only("en", "The mill owes 5 billion rupees.").unit == "rupee"
    text = "बांध पर लाहौर में 5 करोड़ रुपये लगे।"
    assert quantities("hi", text, _country(text, "लाहौर", "PK"))[0].unit == "PKR"


def test_an_article_before_a_dollar_sign_is_no_currency() -> None:
    assert only("en", "They face a $100,000 fee.").unit == "USD"


def test_scores_are_their_own_kind() -> None:
    found = only("en", "Spain beat England 2-1 in the final.")
    assert (found.kind, found.low, found.high, found.text) == ("score", Decimal(2), Decimal(1), "2-1")
    assert only("hi", "टीम ने मैच 245/7 पर जीता।").kind == "score"


@pytest.mark.parametrize("kind", ["time", "name", "ordinal"])
def test_nothing_is_read_inside_an_earlier_facet(kind: str) -> None:
    text = "They arrived on 5 trucks."
    span = Span(text.index("5"), text.index("5") + 1)
    facet = {"time": Time(span, "5", "absolute"), "name": Name(span, "5", "ORG", "x"), "ordinal": Ordinal(span, "5", 5)}[kind]
    assert quantities("en", text, facet) == ()
    assert len(quantities("en", text)) == 1


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("de", "Bei dem Unfall starben 20 Menschen, 3,5 Prozent mehr.", [("20", None), ("3.5", None)]),
        ("de", "Der Preis stieg um 12% auf €45,50.", [("12", "percent"), ("45.5", "EUR")]),
        ("fr", "Le vote a réuni 1 234 567 personnes, soit 45,2 %.", [("1234567", None), ("45.2", "percent")]),
        ("tr", "Sandıkta 1.234.567 oy sayıldı.", [("1234567", None)]),
        ("fa", "در این حادثه ۲۳ نفر کشته شدند.", [("23", None)]),
        ("zh", "地震造成23人死亡。", [("23", None)]),
        ("de", "Es kamen 1.250 Gäste.", []),  # 1,250 or 1.25: each convention reads it otherwise
        ("tr", "Anlaşma 12 Mart 2020 tarihinde imzalandı.", []),
        ("de", "Rufen Sie 0800-123-4567 an, der A320 landete 2015 um 12:30.", []),
        ("zh", "2015年3月5日", []),
    ],
)
def test_a_language_without_tables_reads_plain_digits(lang: str, text: str, values: list[tuple[str, str | None]]) -> None:
    found = quantities(lang, text)
    assert [(str(q.low), q.unit) for q in found] == values
    assert all(q.low == q.high and q.counted is None for q in found)


@given(
    st.integers(2, 1799),
    st.sampled_from([("en", "cars arrived"), ("ru", "машин прибыло"), ("ar", "سيارة وصلت"), ("hi", "वाहन आए"), ("ur", "گاڑیاں آئیں")]),
)
def test_any_count_before_a_noun_is_read_exactly(number: int, case: tuple[str, str]) -> None:
    lang, rest = case
    found = only(lang, f"{number} {rest}.")
    assert (found.low, found.high, found.counted) == (Decimal(number), Decimal(number), "vehicles")


@given(st.text(alphabet="0123456789 .,-–:/%$€₹٫٬٤۴ का से از до و million लाख", max_size=40), st.sampled_from(["hi", "ur", "en", "ar", "ru"]))
def test_spans_lie_in_the_text_in_order(text: str, lang: str) -> None:
    found = quantities(lang, text)
    assert all(q.span.of(text) == q.text and q.text for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
