"""Changes of written claims whose label is known, and what they must not do to the checker's own answer."""

import random
import re

import pytest

from checker import compare
from checker.model import Verdict
from training.fit_decision import labelled_pairs
from training.metamorphic import (
    LANGUAGES,
    Labelled,
    Text,
    attributed,
    changed,
    in_other_language,
    in_other_script,
    later,
    negated,
    redated,
    renumbered,
    swapped,
)

DAY = "2025-06-20"
COUNTED = {
    "en": "Flooding in the valley killed 27 people, the governor said.",
    "hi": "घाटी में बाढ़ से 27 लोगों की मौत हुई, राज्यपाल ने कहा।",
    "ur": "وادی میں سیلاب سے 27 افراد ہلاک ہوئے، گورنر نے کہا۔",
    "ar": "أودت الفيضانات في الوادي بحياة 27 شخصاً، بحسب المحافظ.",
    "ru": "При наводнении в долине погибли 27 человек, сообщил губернатор.",
}
DATED = {
    "en": "The new bridge was opened on 12 March.",
    "hi": "नया पुल 12 मार्च को खोला गया।",
    "ur": "نیا پل 12 مارچ کو کھولا گیا۔",
    "ar": "افتُتح الجسر الجديد في 12 مارس.",
    "ru": "Новый мост открыли 12 марта.",
}
DENIED = {
    "en": ("The minister was arrested in the capital.", "The minister was not arrested in the capital."),
    "hi": ("मंत्री को राजधानी में गिरफ़्तार किया गया।", None),
    "ur": ("شہر میں دو افراد زخمی ہوئے۔", "شہر میں دو افراد زخمی نہیں ہوئے۔"),
    "ar": ("ستنطلق المحادثات في الدوحة الأحد.", "لن تنطلق المحادثات في الدوحة الأحد."),
    "ru": ("Министр подписал соглашение.", "Министр не подписал соглашение."),
}
NAMED = {
    "en": "The delegation flew to Moscow.",
    "hi": "प्रतिनिधिमंडल मॉस्को पहुँचा।",
    "ur": "وفد ماسکو پہنچ گیا۔",
    "ar": "وصل الوفد إلى موسكو.",
    "ru": "Москва принимает делегацию.",
}


def written(texts: dict[str, str], lang: str) -> Text:
    return Text(texts[lang], lang, DAY)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_number_stands_where_the_old_one_stood(lang: str) -> None:
    other = renumbered(written(COUNTED, lang), random.Random(1))
    assert other is not None
    numbers = [int(n) for n in re.findall(r"\d+", other.text)]
    assert len(numbers) == 1
    assert numbers[0] > 27
    assert re.sub(r"\d+", "27", other.text) == COUNTED[lang]


def test_digits_keep_their_script() -> None:
    other = renumbered(Text("घाटी में बाढ़ से २७ लोगों की मौत हुई।", "hi", DAY), random.Random(1))
    assert other is not None
    assert not re.search(r"[0-9]", other.text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_day_of_the_same_month(lang: str) -> None:
    other = redated(written(DATED, lang), random.Random(1))
    assert other is not None
    assert other.text != DATED[lang]
    assert re.sub(r"\d+", "12", other.text) == DATED[lang]


def test_a_day_named_by_weekday_too_is_left_alone() -> None:
    assert redated(Text("The new bridge was opened on Wednesday 12 March.", "en", DAY), random.Random(1)) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_word_denies_what_happened(lang: str) -> None:
    plain, denied = DENIED[lang]
    other = negated(Text(plain, lang, DAY))
    assert (other.text if other else None) == denied


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "No minister was arrested."),
        ("hi", "हमले में कोई घायल नहीं हुआ।"),
        ("ur", "حملے میں کوئی زخمی نہیں ہوا۔"),
        ("ar", "لن تنطلق المحادثات."),
        ("ru", "Министр не подписал соглашение."),
    ],
)
def test_what_is_denied_is_not_denied_again(lang: str, text: str) -> None:
    assert negated(Text(text, lang, DAY)) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_in_another_script_is_the_only_change(lang: str) -> None:
    target = "ru" if lang != "ru" else "en"
    other = in_other_script(written(NAMED, lang), target)
    assert other is not None
    assert ("Москва" if target == "ru" else "Moscow") in other.text
    assert len(other.text.split()) == len(NAMED[lang].split())


def test_urdu_and_arabic_share_a_script() -> None:
    assert in_other_script(written(NAMED, "ur"), "ar") is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_reports_it_stands_before_the_sentence(lang: str) -> None:
    other = attributed(written(COUNTED, lang))
    assert other.text.endswith(COUNTED[lang])
    assert len(other.text) > len(COUNTED[lang])


def test_the_translation_of_a_row() -> None:
    rows = dict.fromkeys(COUNTED.items(), COUNTED)
    assert in_other_language(written(COUNTED, "hi"), "ru", rows) == written(COUNTED, "ru")
    assert in_other_language(written(COUNTED, "hi"), "hi", rows) is None
    assert in_other_language(written(DATED, "hi"), "ru", rows) is None


def test_later_means_days_of_publication() -> None:
    assert later(written(COUNTED, "en"), 12).published == "2025-07-02"


def pairs() -> list[Labelled]:
    rows = labelled_pairs()[::80]
    sides = [tuple(Text(s["text"], s["lang"], s["published"]) for s in row[1:3]) for row in rows]
    return [Labelled(fold, a, b, verdict, types) for (a, b), (fold, _, _, verdict, types) in zip(sides, rows, strict=True)]


def test_changed_pairs_are_new_stay_in_their_fold_and_come_out_the_same_again() -> None:
    made = changed(pairs(), random.Random(3), 1.0)
    assert made == changed(pairs(), random.Random(3), 1.0)
    assert {m.fold for m in made} <= {p.fold for p in pairs()}
    assert all((m.a, m.b) not in {(p.a, p.b) for p in pairs()} and m.a != m.b for m in made)


def test_a_toll_overtaken_by_a_later_report_is_no_contradiction() -> None:
    made = changed([Labelled("x", written(COUNTED, "en"), written(COUNTED, "hi"), Verdict.CORROBORATION)], random.Random(1), 1.0)
    kinds = {m.change: (m.verdict, m.a.published < m.b.published) for m in made if m.change in {"number", "overtaken"}}
    assert kinds == {"number": (Verdict.CONTRADICTION, False), "overtaken": (Verdict.TEMPORAL_SHIFT, True)}


@pytest.mark.parametrize("pair", pairs(), ids=lambda p: p.a.text[:20])
def test_the_checker_says_the_same_with_the_sides_swapped(pair: Labelled) -> None:
    said = []
    for p in (pair, swapped(pair)):
        answer = compare(p.a.text, p.b.text, published=(p.a.published, p.b.published), lang=(p.a.lang, p.b.lang))
        said.append((answer.verdict, set(answer.types), answer.confidence))
    assert said[0][:2] == said[1][:2]
    assert said[0][2] == pytest.approx(said[1][2], abs=0.02)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_checker_sees_the_changed_number_and_day(lang: str) -> None:
    for texts, change in ((COUNTED, renumbered), (DATED, redated)):
        text = written(texts, lang)
        other = change(text, random.Random(1))
        assert other is not None
        answer = compare(text.text, other.text, published=(DAY, DAY), lang=(lang, lang))
        assert answer.verdict is Verdict.CONTRADICTION
