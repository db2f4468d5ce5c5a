"""Undated and re-dated articles are put where their own words and the dated sources put them, and no further."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from checker import report
from checker.bounds import Constraint
from checker.dating import after_its_weekdays
from checker.report import Report
from checker.result import SourceRow
from claims.extract import claims_of_text
from claims.model import Clue, Interval

RESHUFFLE = """Prime Minister Okafor reshuffles cabinet

Published: 9 March 2026

Prime Minister Daniel Okafor swore in six new ministers in Tavora on Sunday.
It is the third cabinet reshuffle of Okafor in Tavora since October 2024, and comes after one in August 2025.
"""
SECOND_RESHUFFLE = """Okafor brings in new ministers

Prime Minister Daniel Okafor reshuffled his cabinet in Tavora, his second cabinet reshuffle, and swore in nine new ministers.
"""


def row(found: Report, file: str) -> SourceRow:
    return next(s for s in found.sources if s.file == file)


def of(folder: Path, **texts: str) -> Report:
    for name, text in texts.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(text, encoding="utf-8")
    return report([folder], as_of=date(2026, 4, 1))


def test_an_article_is_no_older_than_the_weekday_it_opens_with() -> None:
    lead = claims_of_text(
        "К вечеру среды число погибших при взрыве на заводе «Зелтин» достигло семи, сообщила полиция. "
        "Газ взорвался поздно вечером в понедельник.",
        "ru",
        file="b",
    ).claims
    story = Interval(date(2025, 10, 13), date(2025, 10, 14))  # from the Monday of the blast on
    votes = [Constraint(story, 1.0, Clue("Four people were killed late on Monday.", "dates the same event"))]
    assert after_its_weekdays(story, votes, lead) == Interval(date(2025, 10, 15), date(2025, 10, 18))
    assert after_its_weekdays(story, votes, lead[1:]) == story


def test_a_page_that_only_says_when_it_was_edited_is_dated_by_the_games_it_awaits(tmp_path: Path) -> None:
    page = """<html lang="ur"><head><title>ناروک میں پل کا ٹھیکا منظور</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"ناروک میں پل کا ٹھیکا منظور",
"dateModified":"2026-01-07T06:20:00+05:30"}</script></head><body><article><h1>ناروک میں پل کا ٹھیکا منظور</h1>
<p>ناروک کی بلدیہ نے پیر کو دریا پر نئے پل کا ٹھیکا منظور کر لیا۔ بلدیہ کے ترجمان نے بتایا کہ کام گرمیوں میں شروع ہو گا۔</p>
<p>میئر راشد کمال، جو آئندہ ماہ گولڈ کوسٹ میں ہونے والے دولتِ مشترکہ کھیلوں کے لیے آسٹریلیا جا رہے ہیں، نے فیصلے کا خیرمقدم کیا۔</p>
</article></body></html>"""
    current = """Bridge contract awarded in Narok

Published: 7 January 2026

The council of Narok approved the contract for a new bridge over the river on Monday.
"""
    old = row(of(tmp_path, a_txt=current, b_html=page), "b.html")
    assert old.stale
    assert str(old.published.interval.earliest)[:4] == str(old.published.interval.latest)[:4] == "2018"


def test_of_two_earlier_events_told_alike_neither_dates_an_article(tmp_path: Path) -> None:
    undated = row(of(tmp_path, a_txt=RESHUFFLE, b_txt=SECOND_RESHUFFLE), "b.txt")
    assert undated.published.basis == "unknown"
    assert not undated.stale
