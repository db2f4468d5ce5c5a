"""Landmarks: which dated public events a sentence names, and what that says about when it was written."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import lexicon
from claims.facets import attribution, events, times
from claims.landmarks import AgeClue, landmarks, mentions, written_when
from claims.landmarks.table import LANGUAGES, forms_of, parts_of
from claims.lang import table
from claims.model import Facet, Interval, Sentence
from claims.phrases import words_of
from claims.tokens import sentence_of, tokenise


def facets_of(sentence: Sentence) -> tuple[Facet, ...]:
    concepts = lexicon.read(sentence)
    found: tuple[Facet, ...] = (*concepts, *times.read(sentence, concepts))
    for reader in (events.read, attribution.read):
        found = (*found, *reader(sentence, found))
    return found


def clues(lang: str, text: str) -> tuple[AgeClue, ...]:
    sentence = sentence_of(text, lang)
    return written_when(sentence, facets_of(sentence))


def named(lang: str, text: str) -> list[str]:
    return [m.landmark.id for m in mentions(sentence_of(text, lang))]


NAMED = [
    ("en", "Germany won the 2014 World Cup.", ["fifa-2014"]),
    ("en", "The World Cup, which drew record crowds in Brazil, is over.", ["fifa-2014"]),
    ("en", "The Qatar World Cup was held in winter.", ["fifa-2022"]),
    ("en", "He coached at the World Cup in Russia and at the World Cup in Qatar.", ["fifa-2018", "fifa-2022"]),
    ("en", "The T20 World Cup in Australia drew large crowds.", ["t20-world-cup-2022"]),
    ("en", "She ran at the Tokyo Olympics and at the Paris Paralympics.", ["olympics-2020", "paralympics-2024"]),
    ("en", "The Beijing Winter Olympics were held behind closed doors.", ["winter-olympics-2022"]),
    ("en", "The iPhone 4S replaced the iPhone 4.", ["product-iphone-4s", "product-iphone-4"]),
    ("en", "A second dose of a Covid-19 vaccine was given.", ["health-covid-second-dose", "health-covid-19"]),
    ("en", "Ministers met at COP26.", ["climate-cop-26"]),
    ("en", "Visitors came to Expo-2020 in Dubai.", ["expo-2020"]),
    ("hi", "ब्राजील में हुए फुटबॉल विश्व कप में जर्मनी जीता।", ["fifa-2014"]),
    ("hi", "टोक्यो ओलंपिक में भारत को सात पदक मिले।", ["olympics-2020"]),
    ("hi", "चंद्रयान-3 चांद के दक्षिणी ध्रुव पर उतरा।", ["space-chandrayaan-3"]),
    ("hi", "नई दिल्ली में जी20 शिखर सम्मेलन में घोषणापत्र पारित हुआ।", ["g20-2023"]),
    ("ur", "قطر میں فیفا ورلڈ کپ کے دوران بارش ہوئی۔", ["fifa-2022"]),
    ("ur", "پیرس اولمپکس میں پاکستان نے سونے کا تمغہ جیتا۔", ["olympics-2024"]),
    ("ur", "دبئی میں ورلڈ ایکسپو کا میلہ لگا۔", ["expo-2020"]),
    ("ar", "فاز المنتخب بلقب كأس العالم في قطر.", ["fifa-2022"]),
    ("ar", "شارك العداؤون في أولمبياد باريس.", ["olympics-2024"]),
    ("ar", "وصل مسبار الأمل إلى مداره.", ["space-hope-probe"]),
    ("ar", "حضر القادة قمة مجموعة العشرين بالرياض.", ["g20-2020"]),
    ("ru", "На ЧМ-2018 по футболу сборная дошла до четвертьфинала.", ["fifa-2018"]),
    ("ru", "Спортсмены выступили на Олимпиаде в Сочи.", ["winter-olympics-2014"]),
    ("ru", "На Олимпиаде-2024 выступили нейтральные атлеты.", ["olympics-2024"]),
    ("ru", "В Казани на саммите БРИКС обсудили торговлю.", ["brics-2024"]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), NAMED)
def test_a_landmark_is_named(lang: str, text: str, expected: list[str]) -> None:
    assert named(lang, text) == expected


NEAR_MISSES = [
    ("en", "The Cup of Brazil starts next week."),
    ("en", "The World Cup starts next week."),
    ("en", "Brazil named its squad for the World Cup."),
    ("en", "The Club World Cup in Qatar starts next week."),
    ("en", "The rugby World Cup in Brazil starts next week."),
    ("en", "The Under-17 World Cup in Qatar opens on Monday."),
    ("en", "The 2022 World Cup qualifier in Brazil will start late."),
    ("en", "The 2018 World Cup draw takes place on Friday."),
    ("en", "The Women's T20 World Cup in South Africa begins next week."),
    ("en", "The G20 finance ministers met in Bali."),
    ("en", "The Olympics begin next week."),
    ("en", "The Auto Expo 2020 closes next week."),
    ("en", "Support for Windows 10 ends next month."),
    ("ru", "Поддержка Windows 10 завершится в следующем месяце."),
    ("en", "At the World Cup, Brazil lost again."),
    ("hi", "ब्राजील कप अगले हफ्ते शुरू होगा।"),
    ("hi", "विश्व कप अगले हफ्ते शुरू होगा।"),
    ("hi", "कतर में क्लब विश्व कप अगले हफ्ते शुरू होगा।"),
    ("hi", "ब्राजील में हॉकी विश्व कप अगले हफ्ते शुरू होगा।"),
    ("ur", "برازیل کپ اگلے ہفتے شروع ہوگا۔"),
    ("ur", "قطر میں کلب ورلڈ کپ اگلے ہفتے شروع ہوگا۔"),
    ("ur", "ورلڈ کپ اگلے ہفتے شروع ہوگا۔"),
    ("ar", "تنطلق كأس البرازيل الأسبوع المقبل."),
    ("ar", "تنطلق كأس العالم للأندية في قطر الأسبوع المقبل."),
    ("ar", "تقام تصفيات كأس العالم في قطر الأسبوع المقبل."),
    ("ru", "Кубок Бразилии стартует на следующей неделе."),
    ("ru", "На ЧМ-2014 по хоккею сборная выиграла золото."),
    ("ru", "Клубный чемпионат мира в Катаре стартует на следующей неделе."),
    ("ru", "Всероссийская олимпиада школьников в Сочи начнётся в понедельник."),
]


@pytest.mark.parametrize(("lang", "text"), NEAR_MISSES)
def test_a_near_miss_names_nothing(lang: str, text: str) -> None:
    assert named(lang, text) == []
    assert clues(lang, text) == ()


FIRM = [  # the landmark is coming or running, or was a known time ago: the days of writing
    ("en", "The World Cup in Brazil starts next week.", "2014-05-30", "2014-06-11"),
    ("en", "The World Cup, which starts tomorrow in Brazil, has cost billions.", "2014-06-10", "2014-06-12"),
    ("en", "Dubai's Expo 2020 closes next week after six months.", "2022-03-18", "2022-03-30"),
    ("en", "The Winter Olympics in Sochi will open next month.", "2013-12-29", "2014-02-03"),
    ("en", "The 2014 World Cup will begin in June, organisers said.", "2013-06-28", "2014-06-12"),
    ("en", "The minister said on Monday the World Cup in Qatar will start as planned.", "2021-10-16", "2022-11-20"),
    ("en", "The G20 summit in Bali is under way.", "2022-11-12", "2022-11-19"),
    ("en", "The World Cup ended on Sunday in Qatar.", "2022-12-18", "2022-12-25"),
    ("en", "Germany named the side for the World Cup in Brazil, which starts next week.", "2014-05-30", "2014-06-11"),
    ("en", "The upcoming Paris Olympics worry hoteliers.", "2023-06-22", "2024-07-26"),
    ("en", "Russia will host the 2018 World Cup.", None, "2018-07-15"),
    ("en", "Croatia will adopt the euro next month.", "2022-11-28", "2023-01-01"),
    ("hi", "ब्राजील में फुटबॉल विश्व कप अगले हफ्ते शुरू होगा।", "2014-05-30", "2014-06-11"),
    ("hi", "दुबई में वर्ल्ड एक्सपो अगले हफ्ते समाप्त हो रहा है।", "2022-03-18", "2022-03-30"),
    ("hi", "बाली में जी20 शिखर सम्मेलन चल रहा है।", "2022-11-12", "2022-11-19"),
    ("hi", "चंद्रयान-3 कल चांद पर उतरेगा।", "2023-08-21", "2023-08-23"),
    ("ur", "برازیل میں فٹبال ورلڈ کپ اگلے ہفتے شروع ہوگا۔", "2014-05-30", "2014-06-11"),
    ("ur", "دبئی میں ورلڈ ایکسپو اگلے ہفتے ختم ہو جائے گا۔", "2022-03-18", "2022-03-30"),
    ("ur", "ٹوکیو اولمپکس جاری ہیں۔", "2021-07-20", "2021-08-11"),
    ("ar", "تنطلق الأسبوع المقبل في البرازيل منافسات كأس العالم.", "2014-05-30", "2014-06-11"),
    ("ar", "يختتم معرض إكسبو 2020 دبي فعالياته الأسبوع المقبل.", "2022-03-18", "2022-03-30"),
    ("ar", "افتتحت في الدوحة أمس دورة الألعاب الآسيوية.", "2006-12-01", "2006-12-03"),
    ("ar", "تتواصل قمة مجموعة العشرين في بالي.", "2022-11-12", "2022-11-19"),
    ("ru", "Чемпионат мира по футболу в Бразилии начнётся на следующей неделе.", "2014-05-30", "2014-06-11"),
    ("ru", "На следующей неделе в Катаре стартует чемпионат мира по футболу.", "2022-11-04", "2022-11-16"),
    ("ru", "Олимпиада в Сочи завершится на следующей неделе.", "2014-02-07", "2014-02-19"),
    ("ru", "В Осаке проходит саммит G20.", "2019-06-25", "2019-07-02"),
]


@pytest.mark.parametrize(("lang", "text", "earliest", "latest"), FIRM)
def test_a_coming_or_running_landmark_dates_the_text(lang: str, text: str, earliest: str | None, latest: str) -> None:
    [clue] = clues(lang, text)
    expected = Interval(date.fromisoformat(earliest) if earliest else None, date.fromisoformat(latest))
    assert (clue.firm, clue.interval) == (True, expected), clue.says


SOFT = [  # told of the past, or without a word of when: hardly written before it began
    ("en", "At the 2014 World Cup in Brazil, Germany beat the hosts.", "2014-06-12"),
    ("en", "Since the World Cup in Russia the stadium has stood empty.", "2018-06-14"),
    ("en", "The general election in India in 2019 began on 11 April.", "2019-04-11"),
    ("en", "Police in Brazil open an inquiry next week into the World Cup.", "2014-06-12"),
    ("en", "Next month the coach meets the team he beat at the World Cup in Qatar.", "2022-11-20"),
    ("en", "The ruling came in 2021, after the World Cup in Russia had ended.", "2018-06-14"),
    ("en", "The stadium built for the World Cup in Qatar opens next month.", "2022-11-20"),
    ("hi", "ब्राजील में विश्व कप के लिए बना स्टेडियम अगले हफ्ते शुरू होगा।", "2014-06-12"),
    ("hi", "2014 के फीफा विश्व कप में जर्मनी ने ब्राजील को हराया था।", "2014-06-12"),
    ("ur", "ٹوکیو اولمپکس میں جاپان نے ریکارڈ تمغے جیتے تھے۔", "2021-07-23"),
    ("ar", "فازت ألمانيا بلقب كأس العالم 2014 في البرازيل.", "2014-06-12"),
    ("ru", "На Олимпиаде в Сочи спортсмен завоевал золото.", "2014-02-07"),
    ("ru", "Вторую дозу вакцины от коронавируса получили врачи.", "2020-12-28"),
]


@pytest.mark.parametrize(("lang", "text", "earliest"), SOFT)
def test_a_landmark_told_as_past_is_only_a_soft_lower_bound(lang: str, text: str, earliest: str) -> None:
    [clue] = clues(lang, text)
    assert (clue.firm, clue.interval) == (False, Interval(date.fromisoformat(earliest), None)), clue.says


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The World Cup in Brazil may start next week."),
        ("ru", "Олимпиада в Токио отложена на следующий год."),
        ("ar", "تأجلت دورة الألعاب الأولمبية في طوكيو إلى العام المقبل."),
        ("hi", "टोक्यो ओलंपिक स्थगित कर दिए गए हैं।"),
        ("ur", "ٹوکیو اولمپکس ملتوی کر دیے گئے ہیں۔"),
        ("en", "The Tokyo Olympics were postponed until next year."),
    ],
)
def test_what_is_in_doubt_or_put_off_is_never_firm(lang: str, text: str) -> None:
    assert not any(clue.firm for clue in clues(lang, text))


def test_a_postponed_event_may_be_told_as_coming_at_its_first_date() -> None:
    [clue] = clues("en", "The Tokyo Olympics open next month.")
    assert clue.firm
    assert clue.interval.earliest is not None
    assert clue.interval.earliest <= date(2020, 6, 15)
    assert clue.interval.contains(Interval.day(date(2021, 6, 15)))


def test_one_cue_dates_one_landmark_only() -> None:
    first, second = clues("en", "After the World Cup in Russia, the World Cup in Qatar starts next week.")
    assert (first.firm, second.firm) == (False, True)


def test_the_span_covers_the_name() -> None:
    text = "The 2014 World Cup starts next week."
    [clue] = clues("en", text)
    assert clue.span.of(text) == "2014 World Cup"


def test_an_unknown_language_names_nothing() -> None:
    assert named("de", "World Cup 2014") == []


# --- the data ----------------------------------------------------------------------------------


def test_days_are_in_order_and_within_the_years_covered() -> None:
    for known in landmarks().values():
        first, last = known.interval.earliest, known.interval.latest
        assert first is not None, known.id
        assert last is not None, known.id
        assert date(2002, 1, 1) <= first <= last <= date(2026, 12, 31), known.id
        assert known.planned is None or first - timedelta(days=1500) < known.planned < first, known.id
        assert known.source, known.id


def test_ids_are_unique_and_written_alike() -> None:
    from claims.landmarks.table import _rows

    ids = [row[0] for row in _rows()]
    assert len(ids) == len(set(ids))
    assert all(set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for key in ids)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_part_of_a_form_can_be_found(lang: str) -> None:
    series = table(lang, "landmarks")["series"]
    for key in landmarks():
        assert forms_of(key, lang), key
        for form in forms_of(key, lang):
            for operator, part in parts_of(form):
                assert operator in ("", "&", "+"), form
                assert part.removeprefix("@") in series if part.startswith("@") else tokenise(part), (key, form)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_landmarks_share_a_form(lang: str) -> None:
    folded = sorted(
        (tuple((o, p if p.startswith("@") else " ".join(words_of(p, lang))) for o, p in parts_of(form)), key)
        for key in landmarks()
        for form in forms_of(key, lang)
    )
    for form, same in groupby(folded, key=lambda pair: pair[0]):
        assert len({key for _, key in same}) == 1, form


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_landmark_is_found_under_each_of_its_own_forms(lang: str) -> None:
    series = table(lang, "landmarks")["series"]
    for key in landmarks():
        for form in forms_of(key, lang):
            parts = [series[p[1:]].split("|")[0] if p.startswith("@") else p for _, p in parts_of(form)]
            assert key in named(lang, " ".join(parts)), (key, form)


def test_all_languages_know_the_same_series_and_cues() -> None:
    tables = [table(lang, "landmarks") for lang in LANGUAGES]
    assert len({frozenset(t["series"]) for t in tables}) == 1
    for name in ("other", "reach", "joints", "begins", "ends", "held", "enters", "beside"):
        assert all(name in t for t in tables), name


# --- properties --------------------------------------------------------------------------------

TEXTS = sorted({(lang, text) for lang, text, *_ in (*NAMED, *FIRM, *SOFT)})


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_mentions_are_ordered_unique_and_lie_in_the_text(one: tuple[str, str], other: tuple[str, str]) -> None:
    text = f"{one[1]} {other[1]}"
    found = mentions(sentence_of(text, one[0]))
    assert list(found) == sorted(found, key=lambda m: (m.span, m.landmark.id))
    assert len({m.landmark.id for m in found}) == len(found)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)


@given(st.sampled_from(TEXTS))
def test_a_soft_clue_is_open_and_a_firm_one_has_an_end(pair: tuple[str, str]) -> None:
    for clue in clues(*pair):
        assert (clue.interval.latest is not None) == clue.firm


def test_the_answer_does_not_hang_on_the_hash_seed() -> None:
    script = (
        "from claims.landmarks import mentions, written_when; from claims.tokens import sentence_of\n"
        f"for lang, text in {TEXTS!r}:\n"
        "    s = sentence_of(text, lang); print(mentions(s), written_when(s, ()))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert runs[0]
