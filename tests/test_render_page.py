"""The page: whatever stands on it, its lines fit and nothing acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.render.page import Page, styled
from checker.render.view import View
from checker.render.width import cells
from claims.model import Span

WORDS = st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from(" \u064b\u093e\u202e\x1b[]غشकй"), max_size=200)
NARROWEST = 40


@given(WORDS, WORDS, st.integers(NARROWEST, 120))
def test_lines_fit_whatever_is_written(words: str, other: str, width: int) -> None:
    page = Page(View(width))
    page.heading(words)
    with page.margin("┃ "):
        page.add(styled(words, (other, "bold")), indent=3, hang=2)
        page.quote(words, Span(0, len(words) // 2), indent=5)
    page.table([(words, other), (other, words)])
    text = str(page)
    assert [line for line in text.split("\n") if cells(line) > width] == []
    assert "\x1b" not in text


def test_a_page_is_never_narrower_than_can_be_read() -> None:
    page = Page(View(3))
    page.add("readable words on a line of their own")
    assert str(page) == "readable words on a line of their own\n"


def test_each_line_of_a_right_to_left_quote_is_isolated_in_its_direction() -> None:
    page = Page(View(40))
    page.quote("قالت وزارة الصحة إن عدد المصابين بلغ 21 شخصا في ميناء ساروفا صباح الاثنين")
    lines = str(page).splitlines()
    assert len(lines) > 1
    assert all(line.startswith("\u2067") and line.endswith("\u2069") for line in lines)


def test_a_left_to_right_sentence_with_a_foreign_name_keeps_its_direction() -> None:
    page = Page(View(80))
    page.quote("The minister, أحمد by name, declined.")
    assert str(page) == "\u2066The minister, أحمد by name, declined.\u2069\n"


@pytest.mark.parametrize("words", ["Порт закрыт.", "बंदरगाह खुला है।", "The port is open."])
def test_scripts_that_need_no_isolation_get_no_invisible_characters(words: str) -> None:
    page = Page(View(80))
    page.quote(words)
    assert str(page) == words + "\n"


def test_brackets_in_a_text_are_no_markup() -> None:
    page = Page(View(80, colour=True))
    page.add("[bold]loud[/bold] [/oops]")
    assert str(page) == "[bold]loud[/bold] [/oops]\n"


def test_blank_lines_do_not_pile_up() -> None:
    page = Page(View(80))
    page.blank()
    page.add("a")
    page.blank()
    page.blank()
    page.add("b")
    assert str(page) == "a\n\nb\n"


def test_a_table_aligns_its_columns_and_wraps_the_last() -> None:
    page = Page(View(40))
    page.table([("ru", "one", "alpha beta gamma delta epsilon zeta"), ("hi", "three", "x")])
    assert str(page) == "ru  one    alpha beta gamma delta\n           epsilon zeta\nhi  three  x\n"


def test_a_table_with_little_room_puts_its_last_column_below() -> None:
    page = Page(View(40))
    page.table([("a" * 15, "b" * 15, "a/long/path/to/a/file.txt")])
    assert str(page) == f"{'a' * 15}  {'b' * 15}\n    a/long/path/to/a/file.txt\n"


def test_a_table_with_no_room_is_paragraphs() -> None:
    page = Page(View(40))
    page.table([("a" * 30, "b" * 30, "file.txt")])
    assert str(page) == f"{'a' * 30}\n    {'b' * 30}\n    file.txt\n"
