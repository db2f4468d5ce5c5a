"""Sentences: where they end in each language, and what always holds of their spans."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.blocks import mark
from claims.ingest import read_text
from claims.model import Source
from claims.segment import sentences, sentences_of

CASES = {
    "en": [
        "Mr. Roy met Gen. A. B. Lane at 5 p.m. on Friday.| The U.S. said no.| The rate rose 6.4 percent to 18,000.",
        '"We will go.| We will win," he said.| "Is it over?" she asked.| "No!"| He left.',
        "He spoke in the U.S.| The rest stayed.| It ended at 9 p.m.| Officials said so.",
        "The crew came from St. Helens, Wash., on Nov. 3.| It left later.",
        "“Stop.”| They did (see No. 4. It helps) and went home.| Then...| Nothing.",
        "The flat is in Flat No. 5.| They own it.| Yahoo! said so.| See example.org/a?b=c for more.",
        "Officials said.|The bridge fell.",
        "Rescuers, led by J. K. Hale, found them in 2019.| Two survived.",
        "Port reopens: ferries, cargo ships return; one dock shut",
    ],
    "hi": [
        "डॉ. रमेश ने पी. एम. राव से बैठक की.| मंत्री ने कहा कि काम पूरा हुआ।| बाकी कल होगा।",
        'उन्होंने कहा, "हम जाएंगे।| हम जीतेंगे।"| इसके बाद वे लौटे।',
        "दर 6.4 प्रतिशत रही।| क्या यह सही है?| हां!| वे गए.|उन्होंने कहा।",
        "एम.के. वर्मा ने रु. 500 दिए।| पुल खुला॥| सब खुश थे।",
        "बाजार बंद: दुकानें खाली; सड़कें सूनी",
    ],
    "ur": [
        "ڈاکٹر۔ نعیم نے کہا کہ پل بند ہے۔| بسیں چل رہی ہیں۔",
        "ایم۔ اے۔ قدیر آئے۔| شدت 6۔3 تھی۔|کیا یہ درست ہے؟| جی ہاں!",
        "انہوں نے کہا کہ ”ہم جائیں گے۔“| پھر وہ لوٹ گئے۔",
        "’’پل بند ہے۔‘‘| یہ بات میئر نے کہی۔",
    ],
    "ar": [
        "قال د. سامي إن الجسر مغلق.| هل هذا صحيح؟| نعم، قال أ.د. كريم؛ ثم مضى.",
        'قال: "سنذهب؛ سنفوز."| ثم عاد.| بلغت النسبة 6.4 في المئة!| انتهى.',
        "أُغلق الميناء: السفن تنتظر، والركاب عالقون",
    ],
    "ru": [
        "Мост закрыт с 28 января 2026 г.| Он приехал в г. Тверь, т. е. домой.| Д-р А. С. Котов и др.| Ушли все.",
        "«Мы пойдём.| Мы победим», — сказал он.| «Куда?» — спросила она.| «Домой!»| Они ушли.",
        "Цена — 5 тыс. руб. за тонну.| Выросла на 6,4 млн.| Потом упала.| В 2020 г. в Твери было иначе.",
        "Улица им. В. Котова, д. 5, закрыта.| Объезд — по ул. Новой.",
        "Порт открыт: паромы идут, один причал закрыт",
    ],
}


@pytest.mark.parametrize(("lang", "marked"), [(lang, case) for lang, cases in CASES.items() for case in cases])
def test_sentences_end_where_a_reader_ends_them(lang: str, marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    assert [s.text for s in sentences_of(marked.replace("|", ""), lang)] == expected


@pytest.mark.parametrize("bullet", ["• ", "- ", "— ", "* ", "1. ", "2) ", "(3) ", "१. ", "۴۔ ", "▪️ ", "► "])
def test_bullets_and_numbers_stay_outside(bullet: str) -> None:
    found = sentences_of(f"{bullet}The port opened again.", "en")
    assert [s.text for s in found] == ["The port opened again."]


def test_a_minus_sign_is_no_bullet() -> None:
    assert [s.text for s in sentences_of("-12 degrees were measured at night.", "en")] == ["-12 degrees were measured at night."]


def test_a_year_may_end_a_sentence_and_a_number_may_not_stand_alone() -> None:
    assert [s.text for s in sentences_of("It opened in 2019. Trains run daily.", "en")] == ["It opened in 2019.", "Trains run daily."]


def test_every_line_ends_a_sentence_of_plain_text() -> None:
    assert [s.text for s in sentences_of("Port shut\nFerries wait", "en")] == ["Port shut", "Ferries wait"]


def test_wrapped_lines_inside_a_block_do_not() -> None:
    source = read_text("Port shut\n=========\n\nThe port was shut\non Friday. Ferries\nwait.\n", "a.md", suffix=".md")
    assert [s.text for s in sentences(source)] == ["Port shut", "The port was shut\non Friday.", "Ferries\nwait."]


def test_only_title_and_body_give_sentences() -> None:
    text = "Port shut after storm\nPhoto: Coast Guard\nThe port was shut on Friday after a storm, officials said.\nAlso read: Storm nears\n"
    found = sentences(read_text(text, "a.txt"))
    assert [(s.text, s.is_title) for s in found] == [
        ("Port shut after storm", True),
        ("The port was shut on Friday after a storm, officials said.", False),
    ]


def test_a_title_is_one_sentence() -> None:
    source = read_text("Port shut. Why? Storm nears, ferries wait\n\nThe port was shut on Friday after a storm, officials said.\n", "a.txt")
    assert sentences(source)[0].text == "Port shut. Why? Storm nears, ferries wait"


def test_a_quoted_sentence_has_its_own_language() -> None:
    found = sentences_of('महापौर ने पत्र पढ़ा। "The bridge will stay closed until May." यह पत्र कल आया।', "hi")
    assert [s.lang for s in found] == ["hi", "en", "hi"]


def test_a_source_without_blocks_is_read_whole() -> None:
    assert [s.text for s in sentences(Source("a", "It rained. It poured.", "en"))] == ["It rained.", "It poured."]


FRAGMENTS = re.split(
    r"\s+",
    """The U.S. said a.m. Dr. 6.4 1. 2) • — « » “ ” ' " ( ) [ ] . ! ? … ... । ۔ ؟ ، ; : है. पी. की डॉ. کہا ایم۔ قال د.
г. т. е. Он им. А. 18,000 -5
https://t.co/a \u200f""",
)
WORDS = st.sampled_from(["\n", "\t", *FRAGMENTS])
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from(["", " ", "\n", "  "])).map("".join), max_size=40).map("".join)


@given(TEXTS, st.sampled_from(["en", "hi", "ur", "ar", "ru", "xx"]))
def test_spans_are_ordered_and_say_what_the_text_says(text: str, lang: str) -> None:
    end = 0
    for sentence in sentences_of(text, lang):
        assert end <= sentence.span.start < sentence.span.end <= len(text)
        assert sentence.span.of(text) == sentence.text == sentence.text.strip()
        end = sentence.span.end


@given(TEXTS, st.sampled_from(["en", "hi", "ur", "ar", "ru"]))
def test_no_word_is_lost_or_gained(text: str, lang: str) -> None:
    found = "".join(s.text for s in sentences_of(text, lang))
    kept, lost = [c for c in found if c.isalpha()], [c for c in text if c.isalpha()]
    assert kept == lost


@given(TEXTS, st.sampled_from(["en", "hi", "ur", "ar", "ru"]))
def test_a_sentence_alone_is_one_sentence(text: str, lang: str) -> None:
    for sentence in sentences_of(text, lang):
        assert [s.text for s in sentences_of(sentence.text, lang)] == [sentence.text]


@given(TEXTS)
def test_sentences_of_blocks_lie_in_blocks(text: str) -> None:
    blocks = mark(text, "en")
    for sentence in sentences(Source("a", text, "en", blocks=blocks)):
        assert any(b.span.contains(sentence.span) and b.kind in ("title", "body") for b in blocks)
