"""English words for days and confidences."""

from __future__ import annotations

from datetime import date

import pytest

from checker.model import Notice, Verdict
from checker.render import wording
from claims.model import Interval, Published


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2026-01-28", "2026-01-28", "28 January 2026"),
        ("2025-10-01", "2025-10-31", "October 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2019-01-01", "2021-12-31", "2019–2021"),
        ("2025-03-01", "2025-05-31", "March – May 2025"),
        ("2024-12-01", "2025-01-31", "December 2024 – January 2025"),
        ("2025-10-01", "2025-10-10", "1–10 October 2025"),
        ("2025-10-03", "2025-11-04", "3 October – 4 November 2025"),
        ("2024-12-12", "2025-01-03", "12 December 2024 – 3 January 2025"),
        ("2024-12-12", None, "since 12 December 2024"),
        (None, "2024-12-12", "until 12 December 2024"),
        (None, None, "at any time"),
    ],
)
def test_intervals_read_as_people_write_them(earliest: str | None, latest: str | None, words: str) -> None:
    ends = [date.fromisoformat(end) if end else None for end in (earliest, latest)]
    assert wording.days(Interval(*ends)) == words


def test_tables_shorten_months() -> None:
    interval = Interval(date(2024, 12, 12), date(2025, 9, 3))
    assert wording.short_days(interval) == "12 Dec 2024 – 3 Sep 2025"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("dateline", "1 May 2025 (dateline)"),
        ("json-ld", "1 May 2025 (page metadata)"),
        ("published-line", "1 May 2025 (published line)"),
        ("inferred", "inferred: 1 May 2025"),
        ("unknown", "undated"),
    ],
)
def test_a_publication_date_says_how_it_is_known(basis: str, words: str) -> None:
    assert wording.published(Published(Interval.day(date(2025, 5, 1)), basis)) == words


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (1.0, "almost certain (1.00)"),
        (0.999, "almost certain (0.99)"),
        (0.85, "very likely (0.85)"),
        (0.7, "likely (0.70)"),
        (0.0, "possible (0.00)"),
    ],
)
def test_confidence_is_never_rounded_up_to_certainty(confidence: float, words: str) -> None:
    assert wording.certainty(confidence) == words


def test_counts_take_the_right_noun() -> None:
    assert wording.verdicts(Verdict.STALE, 1) == "1 stale article"
    assert wording.verdicts(Verdict.CONTRADICTION, 0) == "no contradictions"
    assert wording.count(12000, "pair") == "12,000 pairs"


def test_lists_read_as_people_write_them() -> None:
    assert [wording.listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["none", "a", "a and b", "a, b and c"]


def test_a_notice_names_its_file_once() -> None:
    assert wording.notice(Notice("x", "a.txt: empty", "a.txt")) == "a.txt: empty [x]"
    assert wording.notice(Notice("x", "empty", "a.txt")) == "a.txt: empty [x]"
