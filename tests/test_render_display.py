"""Text of articles on a screen: nothing in it acts, nothing runs over the edge, marks stay where they were."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.render.display import END, FIRST_STRONG, bracketed, has_rtl, is_rtl, isolated, passage, visible
from checker.render.width import cells, excerpt, truncated, wrap
from claims.model import Span

SENTENCES = {
    "en": "The ferry sank with 43 people on board, the coastguard said.",
    "ru": "Паром затонул, на борту находились 43 человека, сообщила береговая охрана.",
    "hi": "तटरक्षक बल ने बताया कि नौका डूबने के समय उस पर 43 लोग सवार थे।",
    "ur": "کوسٹ گارڈ کے مطابق کشتی ڈوبنے کے وقت اس پر 43 افراد سوار تھے۔",
    "ar": "غرقت العبّارة وعلى متنها 43 شخصًا، بحسب خفر السواحل.",
}
TEXT = st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from(" \u0301\u093f\u0651\u202e\u2066\x1b\x9b\u200b\u00ad"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("red \x1b[31m", "red ␛[31m"),
        ("bell\x07", "bell␇"),
        ("one\ntwo\tthree", "one two three"),
        ("\x9b31m", "�31m"),
        ("\x7f", "␡"),
        ("abc\u202edcba", "abcdcba"),
        ("a\u2066b\u2069c", "abc"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("lone \ud800", "lone �"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_what_could_act_is_shown_or_dropped(written: str, shown: str) -> None:
    assert visible(written) == shown


@given(TEXT)
def test_no_control_or_reordering_character_reaches_the_screen(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert visible(shown) == shown


@given(TEXT, st.data())
def test_a_mark_covers_the_same_words_after_cleaning(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marked = passage(text, Span(start, end))
    assert "".join(mark.of(marked.text) for mark in marked.marks) == visible(text[start:end])


@pytest.mark.parametrize("lang", SENTENCES)
@pytest.mark.parametrize("width", [20, 41, 80])
def test_wrapped_lines_fit_and_lose_no_word(lang: str, width: int) -> None:
    lines = [line.of(SENTENCES[lang]) for line in wrap(SENTENCES[lang], width)]
    assert all(cells(line) <= width for line in lines)
    assert " ".join(lines) == SENTENCES[lang]


def test_a_line_of_joiners_alone_is_one_line() -> None:
    assert wrap("\u200c", 10) == [Span(0, 1)]


@given(TEXT.map(visible), st.integers(2, 60))
def test_any_text_wraps_into_lines_that_fit(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cells(line.of(text)) <= width for line in lines if len(line) > 1)
    assert "".join(line.of(text) for line in lines).replace(" ", "") == text.replace(" ", "")


def test_a_long_word_is_never_parted_from_its_vowel_signs() -> None:
    word = "कि" * 30
    assert all(not unicodedata.category(line.of(word)[0]).startswith("M") for line in wrap(word, 7))


@pytest.mark.parametrize(
    ("text", "most"), [("नमस्ते", 4), ("पानी", 4), ("مُحَمَّد", 4), ("Москва", 6), ("한국", 4), ("a\u0301", 1), ("\u2067שלום\u2069", 4)]
)
def test_marks_and_isolates_take_no_cell(text: str, most: int) -> None:
    assert cells(text) == most


def test_a_long_sentence_is_shown_around_the_difference() -> None:
    text = "before " * 60 + "exactly here " + "after " * 60
    mark = Span(text.index("exactly"), text.index("exactly") + len("exactly here"))
    part = excerpt(passage(text, mark), 120)
    assert cells(part.text) <= 126
    assert [m.of(part.text) for m in part.marks] == ["exactly here"]
    assert part.text.startswith("… before")
    assert part.text.endswith("after …")


def test_a_long_sentence_without_a_difference_is_shown_from_its_start() -> None:
    part = excerpt(passage("word " * 100), 50)
    assert part.text.startswith("word word")
    assert part.text.endswith(" …")


def test_an_excerpt_is_not_cut_at_a_space_that_is_the_difference() -> None:
    part = excerpt(passage("00000 0000x", Span(5, 6)), 8)
    assert [m.of(part.text) for m in part.marks] == [" "]


@given(TEXT.filter(bool), st.integers(8, 80), st.data())
def test_an_excerpt_keeps_the_start_of_the_difference(text: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    whole = passage(text, Span(start, data.draw(st.integers(start + 1, len(text)))))
    part = excerpt(whole, width)
    assert cells(part.text) <= width + 6
    for before, after in zip(whole.marks, part.marks, strict=True):
        assert before.of(whole.text).startswith(after.of(part.text).removesuffix(" …"))


def test_without_colour_differences_stand_in_brackets() -> None:
    assert bracketed(passage("toll of 12 dead", Span(8, 10))).text == "toll of ⟦12⟧ dead"


@pytest.mark.parametrize("lang", SENTENCES)
def test_direction_is_that_of_the_script(lang: str) -> None:
    assert is_rtl(SENTENCES[lang]) == has_rtl(SENTENCES[lang]) == (lang in ("ur", "ar"))


def test_right_to_left_words_in_english_are_isolated_each_for_itself() -> None:
    assert isolated("in دمشق القديمة; in حلب") == f"in {FIRST_STRONG}دمشق القديمة{END}; in {FIRST_STRONG}حلب{END}"
    assert isolated("plain words") == "plain words"


def test_truncation_is_announced_and_fits() -> None:
    assert truncated("abcdef", 6) == "abcdef"
    assert truncated("abcdefg", 6) == "abcde…"
    assert cells(truncated(SENTENCES["hi"], 20)) <= 20
