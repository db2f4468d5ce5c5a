"""Undated and re-dated articles are put where their own words and the dated sources put them, and no further."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from checker import report
from checker.report import Report
from checker.result import SourceRow

BLAST = """Gas blast kills four at Norvik glass factory

Published: 14 October 2025

Four people were killed late on Monday when gas exploded in the Zeltin glass factory in Norvik, police said.
The fire in the Zeltin factory in Norvik was put out at noon on Tuesday.
"""
FOLLOW_UP = """Seven dead after blast at Norvik factory

By Wednesday evening seven people had died after the explosion in the Zeltin glass factory in Norvik, police said.
Gas exploded in the Zeltin glass factory in Norvik late on Monday, and the fire was put out at noon on Tuesday.
"""
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


def test_an_article_is_no_older_than_the_weekday_it_opens_with(tmp_path: Path) -> None:
    found = row(of(tmp_path, a_txt=BLAST, b_txt=FOLLOW_UP), "b.txt").published.interval
    assert (found.earliest, found.latest) == (date(2025, 10, 15), date(2025, 10, 18))


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
