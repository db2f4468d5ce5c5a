"""Words of articles as HTML: nothing in them acts, marks stay where they were, each script in its direction."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.render.display import END, FIRST_STRONG, visible
from checker.render.markup import direction, marked, prose
from claims.model import Span

HOSTILE = "<script>alert(1)</script> & \"quoted\" 'words'"
TEXT = st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("<>&\"' \u202e\x1b\u200b"))


def test_markup_in_an_article_is_shown_not_obeyed() -> None:
    assert prose(HOSTILE) == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#x27;words&#x27;"
    assert "<script" not in marked(HOSTILE, Span(0, 8))


@given(TEXT, st.data())
def test_a_mark_covers_the_same_words_and_nothing_else_is_lost(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    html = str(marked(text, Span(start, end)))
    assert unescape(html.replace("<mark>", "").replace("</mark>", "")) == visible(text)
    if visible(text[start:end]):
        assert unescape(html.partition("<mark>")[2].partition("</mark>")[0]) == visible(text[start:end])


def test_marks_that_overlap_are_one_after_the_other() -> None:
    assert marked("toll of 12 dead", Span(0, 7), Span(5, 10), Span(8, 10)) == "<mark>toll of</mark> <mark>12</mark> dead"


def test_right_to_left_words_in_english_are_isolated() -> None:
    assert prose("courier.txt says حلب.") == f"courier.txt says {FIRST_STRONG}حلب{END}."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The port is open.", "ltr"),
        ("Порт закрыт.", "ltr"),
        ("बंदरगाह बंद है।", "ltr"),
        ("بندرگاہ بند ہے۔", "rtl"),
        ("أغلق الميناء.", "rtl"),
        ("BBC کے مطابق بندرگاہ بند ہے۔", "rtl"),
        ("حلب is a city in Syria.", "ltr"),
        ("12, 13", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_direction_is_that_of_most_letters(words: str, expected: str) -> None:
    assert direction(words) == expected
