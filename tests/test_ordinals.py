"""Ordinals and their series, in the five languages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims import lexicon
from claims.facets.ordinals import read
from claims.model import Facet, Ordinal, Span, Time
from claims.tokens import sentence_of


def ordinals(lang: str, text: str, *others: Facet) -> tuple[Ordinal, ...]:
    sentence = sentence_of(text, lang)
    return tuple(o for o in read(sentence, (*lexicon.read(sentence), *others)) if isinstance(o, Ordinal))


def test_nothing_is_read_inside_a_time() -> None:
    text = "They meet on the third day."
    span = Span(text.index("third"), text.index("day") + 3)
    assert ordinals("en", text, Time(span, span.of(text), "offset")) == ()
    assert len(ordinals("en", text)) == 1


def test_events_named_by_the_lexicon_number_their_frame() -> None:
    assert ordinals("en", "It was the third earthquake this month.")[0].series == "quake"


def test_a_language_without_tables_reads_nothing() -> None:
    assert read(sentence_of("das erste Treffen", "de"), ()) == ()


@given(st.integers(1, 199))
def test_any_english_numeral_with_its_ending_is_its_rank(number: int) -> None:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    assert [o.rank for o in ordinals("en", f"The {number}{ending} meeting began.")] == [number]
