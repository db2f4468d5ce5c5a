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


VALUES: list[tuple[str, str, str, Range]] = [
    ("hi", "कम से कम 20 मकान ढह गए।", "कम से कम 20", ("20", None)),
    ("hi", "बाढ़ में 300 से ज़्यादा मकान बह गए।", "300 से ज़्यादा", ("300", None)),
    ("hi", "मैदान में 50 से कम दर्शक थे।", "50 से कम", (None, "50")),
    ("hi", "करीब चार लाख लोग मेले में आए।", "करीब चार लाख", ("400000", "400000")),
    ("hi", "बीस से पच्चीस हज़ार वाहन रोज़ गुज़रते हैं।", "बीस से पच्चीस हज़ार", ("20000", "25000")),
    ("hi", "बैठक में दो-तीन देशों ने आपत्ति की।", "दो-तीन", ("2", "3")),
    ("hi", "दर्जनों गाड़ियां फंसी रहीं।", "दर्जनों", ("24", "99")),
    ("hi", "40 और 50 के बीच बसें चलेंगी।", "40 और 50 के बीच", ("40", "50")),
    ("ur", "کم از کم 63 مکانات گر گئے۔", "کم از کم 63", ("63", None)),
    ("ur", "میلے میں 290 کے قریب خاندان آئے۔", "290 کے قریب", ("290", "290")),
    ("ur", "جلسے میں دو ہزار سے زائد کسان آئے۔", "دو ہزار سے زائد", ("2000", None)),
    ("ur", "سو سے کم دکانیں کھلیں۔", "سو سے کم", (None, "100")),
    ("ur", "دس سے پندرہ ہزار سیاح آئے۔", "دس سے پندرہ ہزار", ("10000", "15000")),
    ("ur", "سینکڑوں گھر زیر آب آ گئے۔", "سینکڑوں", ("200", "999")),
    ("en", "At least 20 homes collapsed.", "At least 20", ("20", None)),
    ("en", "More than 18,000 homes lost power.", "More than 18,000", ("18000", None)),
    ("en", "The hall holds up to 50 tourists.", "up to 50", (None, "50")),
    ("en", "Fewer than ten shops reopened.", "Fewer than ten", (None, "10")),
    ("en", "About 400,000 homes are without water.", "About 400,000", ("400000", "400000")),
    ("en", "Between 280 and 285 million users logged in.", "Between 280 and 285 million", ("280000000", "285000000")),
    ("en", "From 10 to 15 trucks a day cross.", "From 10 to 15", ("10", "15")),
    ("en", "Some 10-15 boats were seen.", "Some 10-15", ("10", "15")),
    ("en", "Dozens of shops were looted.", "Dozens", ("24", "99")),
    ("en", "Tens of thousands of homes burned.", "Tens of thousands", ("20000", "99999")),
    ("en", "Thirty trees or more fell.", "Thirty", ("30", "30")),
    ("ar", "دمر الفيضان ما لا يقل عن 20 منزلا.", "ما لا يقل عن 20", ("20", None)),
    ("ar", "عبرت أكثر من 200 شاحنة الحدود.", "أكثر من 200", ("200", None)),
    ("ar", "لا يتجاوز عدد المدارس 50 مدرسة.", "50", ("50", "50")),
    ("ar", "أغلقت أقل من عشر مدارس.", "أقل من عشر", (None, "10")),
    ("ar", "وصلت نحو 400 سيارة.", "نحو 400", ("400", "400")),
    ("ar", "بين 10 و15 حافلة تصل يوميا.", "بين 10 و15", ("10", "15")),
    ("ar", "غادرت مئات العائلات.", "مئات", ("200", "999")),
    ("ru", "Сгорело не менее 20 домов.", "не менее 20", ("20", None)),
    ("ru", "Более тысячи домов остались без света.", "Более тысячи", ("1000", None)),
    ("ru", "Автобус вмещает до 50 пассажиров.", "до 50", (None, "50")),
    ("ru", "Открылось менее десяти школ.", "менее десяти", (None, "10")),
    ("ru", "Около 400 тысяч домов без воды.", "Около 400 тысяч", ("400000", "400000")),
    ("ru", "От 10 до 15 машин застряли.", "От 10 до 15", ("10", "15")),
    ("ru", "Пришли два-три автобуса.", "два-три", ("2", "3")),
    ("ru", "Тысячи домов разрушены.", "Тысячи", ("2000", "9999")),
]


@pytest.mark.parametrize(("lang", "text", "words", "bounds"), VALUES)
def test_values_are_read_as_ranges(lang: str, text: str, words: str, bounds: Range) -> None:
    found = only(lang, text)
    low, high = (None if b is None else Decimal(b) for b in bounds)
    assert (found.text, found.low, found.high) == (words, low, high)


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


UNITS: list[tuple[str, str, str, str, str | None, str]] = [
    ("hi", "दाम 30 प्रतिशत बढ़े।", "30 प्रतिशत", "30", "percent", "percent"),
    ("hi", "4,500 करोड़ रुपये का पैकेज मिला।", "4,500 करोड़ रुपये", "45000000000", "INR", "money"),
    ("hi", "₹500 करोड़ का घोटाला हुआ।", "₹500 करोड़", "5000000000", "INR", "money"),
    ("hi", "सड़क 21.8 किलोमीटर लंबी है।", "21.8 किलोमीटर", "21.8", "kilometre", "measure"),
    ("hi", "तापमान 41 डिग्री रहा।", "41 डिग्री", "41", "celsius", "measure"),
    ("hi", "6.4 तीव्रता का भूकंप आया।", "6.4 तीव्रता", "6.4", "magnitude", "measure"),
    ("hi", "45 वर्षीय किसान खेत में था।", "45 वर्षीय", "45", "year", "age"),
    ("ur", "قیمت 12 فیصد بڑھی۔", "12 فیصد", "12", "percent", "percent"),
    ("ur", "ڈیڑھ ارب روپے کا منصوبہ منظور ہوا۔", "ڈیڑھ ارب روپے", "1500000000", "PKR", "money"),
    ("ur", "68 کروڑ 60 لاکھ ڈالر کا قرض ملا۔", "68 کروڑ 60 لاکھ ڈالر", "686000000", "USD", "money"),
    ("ur", "۳۶۳ ملی میٹر بارش ہوئی۔", "۳۶۳ ملی میٹر", "363", "millimetre", "measure"),
    ("ur", "عدالت نے سات سال قید سنائی۔", "سات سال", "7", "year", "duration"),
    ("ur", "زلزلے کی شدت 5.8 تھی۔", "5.8", "5.8", "magnitude", "measure"),
    ("en", "Prices rose 4.2 per cent.", "4.2 per cent", "4.2", "percent", "percent"),
    ("en", "The fund raised $5m.", "$5m", "5000000", "USD", "money"),
    ("en", "Revenue hit €4.8 billion.", "€4.8 billion", "4800000000", "EUR", "money"),
    ("en", "The levy is R$1.5 million.", "R$1.5 million", "1500000", "BRL", "money"),
    ("en", "They cut rates by half a percentage point.", "half a percentage point", "0.5", "percentage point", "percent"),
    ("en", "A nine-year sentence was sought.", "nine-year", "9", "year", "duration"),
    ("en", "It fell to minus 5 degrees Celsius.", "5 degrees Celsius", "-5", "celsius", "measure"),
    ("en", "The quake had a magnitude of 6.8.", "6.8", "6.8", "magnitude", "measure"),
    ("en", "The plant makes 78.4 gigawatts.", "78.4 gigawatts", "78.4", "gigawatt", "measure"),
    ("en", "The driver, aged 45, was tested.", "45", "45", "year", "age"),
    ("en", "The gale blew at 183 km/h.", "183 km/h", "183", "kilometre per hour", "measure"),
    ("ar", "تراجعت الصادرات 12 في المئة.", "12 في المئة", "12", "percent", "percent"),
    ("ar", "ارتفعت الأسعار خمسة بالمئة.", "خمسة بالمئة", "5", "percent", "percent"),
    ("ar", "خصصت الحكومة مئتي مليون درهم.", "مئتي مليون درهم", "200000000", "AED", "money"),
    ("ar", "بلغ السعر 5.83 دولارات.", "5.83 دولارات", "5.83", "USD", "money"),
    ("ar", "ضرب زلزال بقوة 6.8 درجات الساحل.", "6.8 درجات", "6.8", "magnitude", "measure"),
    ("ar", "استمر الحصار يومين.", "يومين", "2", "day", "duration"),
    ("ar", "دامت الجلسة ساعتين ونصف الساعة.", "ساعتين ونصف الساعة", "2.5", "hour", "duration"),
    ("ar", "الطريق بطول 176 كيلومترا.", "176 كيلومترا", "176", "kilometre", "measure"),
    ("ru", "Цены выросли на 38,6%.", "38,6%", "38.6", "percent", "percent"),
    ("ru", "Мост стоил 1,1 млрд рублей.", "1,1 млрд рублей", "1100000000", "RUB", "money"),
    ("ru", "Сбор составит сорок тысяч вон.", "сорок тысяч вон", "40000", "KRW", "money"),
    ("ru", "Засеяли 1,4 млн гектаров.", "1,4 млн гектаров", "1400000", "hectare", "measure"),
    ("ru", "Пробка длилась полчаса.", "полчаса", "0.5", "hour", "duration"),
    ("ru", "На вокзале ждала 20-летняя туристка.", "20-летняя", "20", "year", "age"),
    ("ru", "Мороз усилился до минус сорока градусов.", "сорока градусов", "-40", "celsius", "measure"),
]


@pytest.mark.parametrize(("lang", "text", "words", "value", "unit", "kind"), UNITS)
def test_units_and_kinds(lang: str, text: str, words: str, value: str, unit: str, kind: str) -> None:
    found = only(lang, text)
    assert (found.text, found.low, found.high) == (words, Decimal(value), Decimal(value))
    assert (found.unit, found.kind, found.counted) == (unit, kind, None)


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


NOTHING: list[tuple[str, str]] = [
    ("hi", "संविधान की धारा 370 पर बहस हुई।"),
    ("hi", "2015 में पुल बना।"),
    ("hi", "एक व्यक्ति ने यह बात कही।"),
    ("hi", "एनएच-2 पर आवाजाही बहाल हुई।"),
    ("hi", "अरब देश बैठक में आए।"),
    ("ur", "آرٹیکل 62 کے تحت فیصلہ آیا۔"),
    ("ur", "ایف 16 کی خریداری رک گئی۔"),
    ("ur", "نو منتخب وزیر نے حلف اٹھایا۔"),
    ("ur", "ایک شخص نے یہ بات بتائی۔"),
    ("en", "The G20 met at COVID-19 talks."),
    ("en", "Article 370 was read out."),
    ("en", "The Boeing 737 landed safely."),
    ("en", "In 2015 the bridge opened."),
    ("en", "One of them spoke to reporters."),
    ("en", "Call 13250071822 for help."),
    ("en", "3. The talks go on."),
    ("en", "The 5G licence was sold."),
    ("en", "The 2023-24 season is over."),
    ("en", "The doors open at 5 p.m. sharp."),
    ("en", "He won the 100 metres freestyle."),
    ("en", "Hundred Acre Wood was repainted."),
    ("ar", "تنص المادة 15 على ذلك."),
    ("ar", "قال أحد المسؤولين ذلك."),
    ("ar", "بدأ البناء عام 2015."),
    ("ru", "Ил-76 сел в Омске."),
    ("ru", "В 2015 году мост открыли."),
    ("ru", "Один из них вернулся."),
    ("ru", "Статья 105 не применялась."),
    ("ru", "Школа № 5 закрыта."),
    ("ru", "12-й этап отложили."),
    ("ru", "Дом стоит на улице 8 Марта."),
    ("en", "They meet on 5 May."),
]


@pytest.mark.parametrize(("lang", "text"), NOTHING)
def test_other_digits_and_words_are_no_quantities(lang: str, text: str) -> None:
    assert quantities(lang, text) == ()


@pytest.mark.parametrize("kind", ["time", "name", "ordinal"])
def test_nothing_is_read_inside_an_earlier_facet(kind: str) -> None:
    text = "They arrived on 5 trucks."
    span = Span(text.index("5"), text.index("5") + 1)
    facet = {"time": Time(span, "5", "absolute"), "name": Name(span, "5", "ORG", "x"), "ordinal": Ordinal(span, "5", 5)}[kind]
    assert quantities("en", text, facet) == ()
    assert len(quantities("en", text)) == 1


def test_a_language_without_tables_reads_nothing() -> None:
    assert read(sentence_of("20 Menschen", "de"), ()) == ()


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
