"""From a text to its claims: statements, shared context, what is skipped and why."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract import claims_of_text, extract, facets_of, uncovered
from claims.model import Attribution, Block, Claim, Event, Interval, Name, Published, Quantity, Source, Span, Time
from claims.tokens import sentence_of


def texts_of(text: str, lang: str) -> list[str]:
    return [claim.text for claim in claims_of_text(text, lang).claims]


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        ("en", "The blast killed 23 people and injured 140.", ["The blast killed 23 people", "injured 140."]),
        ("en", "Twelve were killed, more than 40 people were injured.", ["Twelve were killed", "more than 40 people were injured."]),
        ("en", "Police arrested 12 men; 3 were released.", ["Police arrested 12 men", "3 were released."]),
        ("en", "The mayor resigned, and a successor was elected on 3 May.", ["The mayor resigned", "a successor was elected on 3 May."]),
        ("hi", "भूकंप में 23 लोगों की मौत हुई और 140 घायल हुए।", ["भूकंप में 23 लोगों की मौत हुई", "140 घायल हुए।"]),
        ("hi", "मेयर ने इस्तीफा दिया, जबकि पुलिस ने 12 लोगों को गिरफ्तार किया।", ["मेयर ने इस्तीफा दिया", "पुलिस ने 12 लोगों को गिरफ्तार किया।"]),
        ("ur", "زلزلے میں 23 افراد ہلاک اور 140 زخمی ہوئے۔", ["زلزلے میں 23 افراد ہلاک", "140 زخمی ہوئے۔"]),
        ("ur", "میئر نے استعفیٰ دیا، جبکہ پولیس نے 12 افراد کو گرفتار کیا۔", ["میئر نے استعفیٰ دیا", "پولیس نے 12 افراد کو گرفتار کیا۔"]),
        ("ar", "قُتل 23 شخصا وأصيب 140 في كويتا.", ["قُتل 23 شخصا", "وأصيب 140 في كويتا."]),
        ("ar", "استقال الوزير، فيما اعتقلت الشرطة 12 شخصا.", ["استقال الوزير", "اعتقلت الشرطة 12 شخصا."]),
        ("ru", "При взрыве погибли 23 человека, более 140 ранены.", ["При взрыве погибли 23 человека", "более 140 ранены."]),
        ("ru", "Мэр ушёл в отставку, а новый глава назначен 3 мая.", ["Мэр ушёл в отставку", "новый глава назначен 3 мая."]),
    ],
)
def test_a_sentence_of_several_facts_gives_several_claims(lang: str, text: str, parts: list[str]) -> None:
    assert texts_of(text, lang) == parts


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Fighting and shelling continued in the valley."),
        ("en", "The talks, which began on Monday, ended on Friday."),
        ("en", "He said, “We arrested 12 men, and 3 were killed,” and left."),
        ("hi", "23 मजदूरों और 4 बच्चों की मौत हुई।"),
        ("ur", "23 مزدور اور 4 بچے ہلاک ہوئے۔"),
        ("ar", "وقع الهجوم والقصف في الوادي."),
        ("ru", "Бои и обстрелы продолжались в долине."),
    ],
)
def test_a_sentence_of_one_fact_stays_whole(lang: str, text: str) -> None:
    assert texts_of(text, lang) == [text]


def only(claim: Claim, kind: type[Time | Name | Quantity]) -> list[str]:
    return [facet.text for facet in claim.all(kind)]


def test_a_later_half_inherits_the_time_before_it_but_not_the_number() -> None:
    first, second = claims_of_text("On Sunday police arrested 12 men; 3 were released.", "en").claims
    assert (only(first, Time), only(second, Time)) == (["Sunday"], ["Sunday"])
    assert (only(first, Quantity), only(second, Quantity)) == (["12"], ["3"])


def test_a_tight_first_half_shares_the_day_that_follows() -> None:
    first, second = claims_of_text("The quake killed 23 people and injured 140 on Sunday.", "en").claims
    assert only(first, Time) == only(second, Time) == ["Sunday"]


def test_a_loose_first_half_does_not_share_the_day_that_follows() -> None:
    first, second = claims_of_text("The mayor resigned, and a successor was elected on 3 May.", "en").claims
    assert (only(first, Time), only(second, Time)) == ([], ["3 May"])


def test_every_half_keeps_who_says_it() -> None:
    text = "Police said 23 people were killed, and 140 were injured."
    assert [[a.speaker for a in c.all(Attribution)] for c in claims_of_text(text, "en").claims] == [["police"], ["police"]]


@pytest.mark.parametrize(
    ("lang", "text", "reason"),
    [
        ("en", "Who will rebuild the bridge in Oslo?", "question"),
        ("en", "Read more: 12 questions about the bridge", "appeal"),
        ("en", "Subscribe to our newsletter.", "appeal"),
        ("en", "What a day!", "fragment"),
        ("hi", "क्या पुल फिर बनेगा?", "question"),
        ("hi", "यह भी पढ़ें: पुल की कहानी", "appeal"),
        ("ur", "کیا پل دوبارہ بنے گا؟", "question"),
        ("ur", "مزید پڑھیں: پل کی کہانی", "appeal"),
        ("ar", "هل يعاد بناء الجسر؟", "question"),
        ("ar", "اقرأ أيضا: حكاية الجسر", "appeal"),
        ("ru", "Восстановят ли мост?", "question"),
        ("ru", "Читайте также: история моста", "appeal"),
    ],
)
def test_what_states_nothing_is_skipped_with_its_reason(lang: str, text: str, reason: str) -> None:
    reading = claims_of_text(text, lang)
    assert ([c.text for c in reading.claims], [s.reason for s in reading.skipped]) == ([], [reason])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The army declined to comment."),
        ("en", "The minister was asked whether the bridge was safe, police said."),
        ("en", "Twelve dead in Oslo ferry fire"),
        ("hi", "सेना ने टिप्पणी करने से इनकार कर दिया।"),
        ("ur", "فوج نے تبصرہ کرنے سے انکار کر دیا۔"),
        ("ar", "رفض الجيش التعليق."),
        ("ru", "Армия отказалась от комментариев."),
    ],
)
def test_headlines_and_refusals_to_comment_are_claims(lang: str, text: str) -> None:
    assert texts_of(text, lang) == [text]


def test_claims_are_numbered_from_one_and_know_their_place() -> None:
    text = "The bridge was closed on Friday. Why? It was reopened on Monday."
    reading = claims_of_text(text, "en", file="b.txt")
    assert [c.id for c in reading.claims] == ["b.txt#1", "b.txt#2"]
    assert [c.span.of(text) for c in reading.claims] == [c.text for c in reading.claims]


def test_furniture_is_skipped_with_the_reason_of_its_block() -> None:
    text = "Bridge closed\nThe bridge was closed on Friday.\nMost popular today"
    blocks = (
        Block(Span(0, 13), "title"),
        Block(Span(14, 46), "body"),
        Block(Span(47, 65), "boilerplate", "links to other stories"),
    )
    reading = extract(Source("a", text, "en", title=Span(0, 13), blocks=blocks))
    assert [(s.sentence.text, s.reason) for s in reading.skipped] == [("Most popular today", "links to other stories")]
    assert [c.sentence.is_title for c in reading.claims] == [True, False]


def test_a_title_is_one_claim_however_it_is_punctuated() -> None:
    reading = claims_of_text("Fire. Smoke. Silence in Oslo", "en", title=True)
    assert [c.sentence.is_title for c in reading.claims] == [True]


def test_the_publication_is_kept_with_the_source() -> None:
    published = Published(Interval.day(date(2025, 3, 4)), "argument")
    assert claims_of_text("The bridge was closed.", "en", published).source.published == published


def test_a_language_without_data_still_yields_claims_and_is_named() -> None:
    reading = claims_of_text("Le pont a été fermé le 2025-03-04, 12 personnes à bord.", "fr")
    assert [only(c, Time) for c in reading.claims] == [["2025-03-04"]]
    assert uncovered(reading) == ("fr",)
    assert uncovered(claims_of_text("The bridge was closed.", "en")) == ()


def test_a_surname_alone_speaks_with_the_key_of_the_full_name() -> None:
    text = "Mayor Ilka Torvald opened the bridge. The bridge is safe, Torvald said."
    claims = claims_of_text(text, "en").claims
    (name,) = claims[0].all(Name)
    assert [a.speaker for a in claims[1].all(Attribution)] == [name.key]


def test_facets_stand_in_the_order_of_the_text() -> None:
    facets = facets_of(sentence_of("On Sunday 12 people were killed in Oslo, police said.", "en"))
    assert [f.span for f in facets] == sorted(f.span for f in facets)
    assert any(isinstance(f, Event) for f in facets)


LETTERS = st.sampled_from([*'abc 12.,;?!«»"()\n-', "और ", "نہیں ", "و", "не ", "मारे गए ", "killed ", "and ", "؟", "۔"])


@settings(max_examples=60, deadline=None)
@given(st.lists(LETTERS, max_size=30).map("".join), st.sampled_from(["hi", "ur", "en", "ar", "ru", "fr"]))
def test_claims_lie_in_the_text_in_order_and_hold_their_words(text: str, lang: str) -> None:
    reading = claims_of_text(text, lang)
    starts = [c.span for c in reading.claims]
    assert starts == sorted(starts)
    for claim in reading.claims:
        assert claim.span.of(text) == claim.text
        assert claim.sentence.span.contains(claim.span)
        assert claim.text.strip() == claim.text != ""


def test_importing_the_package_loads_no_reader() -> None:
    code = "import sys, claims; print([m for m in sys.modules if m in ('claims.extract', 'babel', 'pandas', 'trafilatura', 'numpy')])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
