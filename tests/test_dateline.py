"""Where an article's own date stands in its text, where it does not, and which candidate wins."""

from __future__ import annotations

from datetime import date

import pytest

from claims.dateline import candidates, choose
from claims.model import Block, DateCandidate, Interval, Source, Span


def offered(lang: str, text: str, blocks: tuple[Block, ...] = ()) -> list[tuple[str, str]]:
    return [(str(c.interval), c.basis) for c in candidates(Source("a.txt", text, lang, blocks=blocks))]


def candidate(day: str, basis: str) -> DateCandidate:
    return DateCandidate(Interval.day(date.fromisoformat(day)), basis, day)


OFFERED = [
    ("en", "Bridge reopens\n\nTURIN, Jan. 12, 2026 — The old bridge reopened.\n", [("2026-01-12", "dateline")]),
    ("en", "TURIN, 12 January 2026 - The old bridge reopened.\n", [("2026-01-12", "dateline")]),
    ("en", "Bridge reopens\nPublished: 12 January 2026 09:15 GMT\nThe old bridge reopened.\n", [("2026-01-12", "published-line")]),
    (
        "en",
        "Bridge reopens\nPublished 12 January 2026 | Updated 14 January 2026\nThe old bridge reopened.\n",
        [("2026-01-12", "published-line"), ("2026-01-14", "modified")],
    ),
    ("en", "Bridge reopens\nMonday, January 12, 2026\nThe old bridge reopened.\n", [("2026-01-12", "dateline")]),
    ("en", "Bridge reopens\nThe old bridge was reopened on Monday, 12 January 2026, by the mayor.\n", [("2026-01-12", "visible")]),
    ("en", "Bridge reopens\nThe old bridge reopened.\n2026-01-12\n", [("2026-01-12", "dateline")]),
    ("hi", "पुल खुला\nप्रकाशित: 12 जनवरी 2026, 09:15 IST\nपुराना पुल खुल गया।\n", [("2026-01-12", "published-line")]),
    (
        "hi",
        "पुल खुला\nप्रकाशित: 12 जनवरी 2026 | अपडेट: 14 जनवरी 2026\nपुराना पुल खुल गया।\n",
        [("2026-01-12", "published-line"), ("2026-01-14", "modified")],
    ),
    ("hi", "पुल खुला\nनागपुर, 12 जनवरी 2026: पुराना पुल खुल गया।\n", [("2026-01-12", "dateline")]),
    ("hi", "पुल खुला\nपुराना पुल सोमवार, 12 जनवरी 2026 को महापौर ने खोल दिया।\n", [("2026-01-12", "visible")]),
    ("ur", "پل کھل گیا\nپیر 12 جنوری 2026\nپرانا پل کھل گیا۔\n", [("2026-01-12", "dateline")]),
    ("ur", "پل کھل گیا\nشائع شدہ: ۱۲ جنوری ۲۰۲۶\nپرانا پل کھل گیا۔\n", [("2026-01-12", "published-line")]),
    ("ur", "پل کھل گیا\nآخری اپ ڈیٹ: 14 جنوری 2026\nپرانا پل کھل گیا۔\n", [("2026-01-14", "modified")]),
    ("ar", "افتتاح الجسر\nتونس - الاثنين ١٢ يناير/كانون الثاني ٢٠٢٦\nافتتح الجسر القديم.\n", [("2026-01-12", "dateline")]),
    ("ar", "افتتاح الجسر\nنشر في 12 يناير 2026\nافتتح الجسر القديم.\n", [("2026-01-12", "published-line")]),
    ("ar", "افتتاح الجسر\nآخر تحديث: 14 يناير 2026\nافتتح الجسر القديم.\n", [("2026-01-14", "modified")]),
    ("ru", "Мост открыт\n12 января 2026, 14:30\nСтарый мост открыли.\n", [("2026-01-12", "dateline")]),
    ("ru", "ОМСК, 12 января 2026 г. — Старый мост открыли.\n", [("2026-01-12", "dateline")]),
    ("ru", "Мост открыт\nОпубликовано: 12.01.2026\nСтарый мост открыли.\n", [("2026-01-12", "published-line")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), OFFERED)
def test_own_date_is_found_where_newsrooms_put_it(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert offered(lang, text) == expected


NOT_OFFERED = [
    ("en", "Bridge reopens\nThe old bridge, built on 3 May 1911, reopened on Monday.\n"),
    ("en", "Bridge reopens\nThe old bridge will reopen on Monday, 9 March 2026, the mayor said.\n"),
    ("en", "Bridge reopens\nThe old bridge reopened.\n© 2026 The Courier, 20 November 2026\n"),
    ("en", "Bridge reopens\nWhat a day! — Ann (@ann) January 12, 2026\nThe old bridge reopened.\n"),
    ("en", "Mayor hails bridge pact of 3 May 2024\nThe old bridge reopened.\n"),
    ("hi", "पुल खुला\nपुल 3 मई 1911 को बना था और सोमवार को खुल गया।\n"),
    ("hi", "पुल खुला\nपुल सोमवार, 9 मार्च 2026 को खुलेगा।\n"),
    ("ur", "پل کھل گیا\nپل 3 مئی 1911 کو بنا تھا اور پیر کو کھل گیا۔\n"),
    ("ar", "افتتاح الجسر\nشيد الجسر في 3 مايو 1911 وافتتح يوم الاثنين.\n"),
    ("ru", "Мост открыт\nМост, построенный 3 мая 1911 года, открыли в понедельник.\n"),
]


@pytest.mark.parametrize(("lang", "text"), NOT_OFFERED)
def test_date_of_something_else_is_not_offered(lang: str, text: str) -> None:
    assert offered(lang, text) == []


def test_boilerplate_offers_no_date() -> None:
    text = "Bridge reopens\nThe old bridge reopened.\n12 January 2019\n"
    at = text.index("12 January")
    assert offered("en", text) == [("2019-01-12", "dateline")]
    assert offered("en", text, (Block(Span(at, len(text)), "boilerplate", "related"),)) == []


def test_dateline_block_offers_its_date_wherever_it_stands() -> None:
    lines = [f"Paragraph number {word} of the report." for word in "abcdefghijkl"]
    text = "\n".join([*lines, "By our reporter in Turin 12 January 2026 for the desk", "The end."])
    at = text.index("By our")
    assert offered("en", text) == []
    assert offered("en", text, (Block(Span(at, at + 20), "dateline"),)) == [("2026-01-12", "dateline")]


def test_choice_follows_the_order_of_trust() -> None:
    found = choose([candidate("2026-01-14", "modified"), candidate("2026-01-13", "visible"), candidate("2026-01-12", "dateline")])
    assert found is not None
    assert (str(found.interval), found.basis) == ("2026-01-12", "dateline")
    assert [c.says for c in found.clues] == ["dateline: 2026-01-12", "modified: 2026-01-14", "visible: 2026-01-13"]


def test_modified_date_serves_only_alone() -> None:
    found = choose([candidate("2026-01-14", "modified")])
    assert found is not None
    assert found.basis == "modified"
    assert found.is_known


def test_first_of_equals_is_chosen_and_nothing_of_nothing() -> None:
    found = choose([candidate("2026-01-12", "meta"), candidate("2026-01-13", "meta")])
    assert found is not None
    assert str(found.interval) == "2026-01-12"
    assert choose([]) is None
