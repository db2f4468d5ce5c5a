"""The tables hold together: forms name kinds that exist, kinds are used, builders are known."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.calendar import resolve
from claims.facets.times import read
from claims.facets.times.clock import CLOCKS
from claims.facets.times.composed import COMPOSED
from claims.facets.times.dates import DATES
from claims.facets.times.grammar import STAGES
from claims.facets.times.relative import RELATIVE
from claims.facets.times.vocabulary import expand, vocabulary
from claims.lang import languages, table
from claims.model import Interval
from claims.phrases import words_of
from claims.tokens import sentence_of

LANGUAGES = [lang for lang in languages() if table(lang, "times")]
FROM_CODE = {
    "day", "year", "yy", "number", "hour", "monthno", "numdate", "clock", "dotclock", "decade", "tens", "ordinal", "event",
    "possessor", "counted",
}  # fmt: skip
WHOLE_TIMES = {"any", "anyday", "anyweek", "anymonth", "anyseason", "anyyear", "anyrange"}


def forms(lang: str) -> list[str]:
    return [form for stage in table(lang, "times").get("forms", {}).values() for form in stage]


def kinds(form: str) -> set[str]:
    return {name.lower().rstrip("0123456789") for name in re.findall(r"[A-Za-z]+\d?", form.partition(":")[2])}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_forms_name_only_kinds_that_exist(lang: str) -> None:
    known = set(table(lang, "times")["words"]) | FROM_CODE | WHOLE_TIMES
    assert {form: unknown for form in forms(lang) if (unknown := kinds(form) - known)} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_word_serves_a_form(lang: str) -> None:
    used = {kind for form in (*forms(lang), *forms("_shared")) for kind in kinds(form)}
    assert set(table(lang, "times")["words"]) - used == set()


@pytest.mark.parametrize("lang", [*LANGUAGES, "_shared"])
def test_every_form_has_a_builder_and_a_stage(lang: str) -> None:
    assert {form.partition(":")[0] for form in forms(lang)} <= {*DATES, *RELATIVE, *COMPOSED, *CLOCKS}
    assert set(table(lang, "times")["forms"]) <= set(STAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_months_and_weekdays_are_complete(lang: str) -> None:
    words = table(lang, "times")["words"]
    assert set(words["month"]) == {str(n) for n in range(1, 13)}
    assert set(words["weekday"]) == {str(n) for n in range(7)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_form_has_one_value_of_a_kind(lang: str) -> None:
    seen: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for kind, values in table(lang, "times")["words"].items():
        for value, listed in values.items():
            for form in expand(listed):
                seen.setdefault((kind, words_of(form.rstrip("~"), lang)), set()).add(value)
    assert {key: values for key, values in seen.items() if len(values) > 1} == {}


def test_braces_stand_for_each_ending() -> None:
    assert list(expand("ма{й,я}|полдень|эт{от,{}".replace(",{}", "}"))) == ["май", "мая", "полдень", "этот"]


def test_language_without_a_table_has_no_words() -> None:
    assert list(vocabulary("fr").book.find(())) == []


def pool(lang: str) -> list[str]:
    words = [f.rstrip("~") for values in table(lang, "times")["words"].values() for listed in values.values() for f in expand(listed)]
    return [*sorted(set(words)), "3", "17", "28", "2019", "2026", "09:40", "05.11.2025", "03/04/2025", ",", "-", "/", "(", ")", ".", "xyz"]


POOLS = {lang: pool(lang) for lang in LANGUAGES}
SENTENCES = st.sampled_from(LANGUAGES).flatmap(
    lambda lang: st.tuples(st.just(lang), st.lists(st.sampled_from(POOLS[lang]), max_size=9).map(" ".join))
)


@settings(max_examples=1500, deadline=None)
@given(SENTENCES)
def test_any_mixture_of_time_words_is_read_in_order_and_resolved(case: tuple[str, str]) -> None:
    lang, text = case
    found = read(sentence_of(text, lang), ())
    assert all(time.span.of(text) == time.text for time in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for time in found:
        interval = resolve(time, Interval.day(date(2026, 1, 28)))
        if interval is not None and interval.earliest and interval.latest:
            assert interval.earliest <= interval.latest
