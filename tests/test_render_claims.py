"""Claims and facets as read, as JSON and for people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from build import reading

from checker.render import claims_terminal
from checker.render.claims_json import document
from checker.render.facet_words import told
from checker.render.view import View
from claims.model import Attribution, Concept, Event, Facet, Interval, Name, Ordinal, Quantity, Reading, Span, Status, Time, TimeBasis

DAY = Interval.day(date(2025, 3, 3))
SENTENCE = "जिला प्रशासन ने कहा कि बाढ़ में 12 लोगों की मौत हुई।"
AT = Span(SENTENCE.index("12"), SENTENCE.index("12") + 8)


def read(*facets: Facet) -> Reading:
    return reading("zila.txt", "hi", ("बाढ़", SENTENCE), *facets)


@pytest.mark.parametrize(
    ("facet", "values"),
    [
        (
            Time(AT, "3 मार्च", "absolute", interval=DAY, basis=TimeBasis.RELATIVE),
            {"kind": "time", "earliest": "2025-03-03", "latest": "2025-03-03", "granularity": "day", "basis": "relative", "role": "at"},
        ),
        (
            Time(AT, "कल", "offset", (("offset", -1), ("unit", "day"))),
            {
                "kind": "time",
                "earliest": None,
                "latest": None,
                "granularity": "day",
                "basis": "explicit",
                "role": "at",
                "symbolic": "offset -1, unit day",
            },
        ),
        (
            Quantity(AT, "12 लोगों", Decimal(12), Decimal(12), counted="killed"),
            {"kind": "quantity", "low": 12, "high": 12, "approximate": False, "unit": None, "counted": "killed", "measure": "count"},
        ),
        (
            Quantity(AT, "6.4", Decimal("6.4"), None, True, "magnitude"),
            {"kind": "quantity", "low": 6.4, "high": None, "approximate": True, "unit": "magnitude", "counted": None, "measure": "count"},
        ),
        (Quantity(AT, "3-2", Decimal(3), Decimal(2), kind="score"), {"kind": "score", "ours": 3, "theirs": 2}),
        (Quantity(AT, "топ-10", Decimal(1), Decimal(10), kind="rank"), {"kind": "rank", "low": 1, "high": 10}),
        (Ordinal(AT, "आखिरी", -1, "visit"), {"kind": "ordinal", "rank": -1, "series": "visit"}),
        (Name(AT, "ज़िला", "ORG", "zila"), {"kind": "entity", "type": "ORG", "key": "zila"}),
        (
            Event(AT, "मौत", "death", "die", negated=True, status=Status.DENIED),
            {"kind": "event", "frame": "death", "polarity": "negative", "status": "denied", "agent": None, "patient": None},
        ),
        (Attribution(AT, "प्रशासन", "प्रशासन", "reported"), {"kind": "attribution", "speaker": "प्रशासन", "mode": "reported", "said": None}),
    ],
)
def test_a_facet_says_what_it_holds_and_where(facet: Facet, values: dict[str, object]) -> None:
    source = read(facet).source
    (record,) = document([read(facet)], everything=False)["sources"][0]["claims"][0]["facets"]
    assert {key: value for key, value in record.items() if key not in ("text", "start", "end")} == values
    assert source.text[record["start"] : record["end"]] == AT.of(SENTENCE)


def test_concepts_serve_other_readers_and_are_not_shown() -> None:
    assert document([read(Concept(AT, "x", "id", "frame"))], everything=False)["sources"][0]["claims"][0]["facets"] == []


def test_sentences_without_a_claim_are_listed_on_demand_in_the_order_of_the_text() -> None:
    few, all_ = (document([read()], everything=everything)["sources"][0]["claims"] for everything in (False, True))
    assert [row["claim"] for row in few] == [True]
    assert [(row["claim"], row["reason"], row["line"]) for row in all_] == [(False, "headline", 1), (True, "", 3)]


def test_people_see_each_sentence_with_its_facets() -> None:
    text = claims_terminal.write([read(Quantity(AT, "12 लोगों", Decimal(12), Decimal(12), counted="killed"))], View(), everything=True)
    assert "━━ zila.txt  Hindi, undated, 1 claim" in text
    assert "1:1  no claim: headline\n  बाढ़" in text
    assert f"3:1  3 March 2025 (explicit)\n  {SENTENCE}" in text
    assert "    quantity  12 लोगों  12 killed" in text


@pytest.mark.parametrize(
    ("facet", "words"),
    [
        (Time(AT, "x", "absolute", interval=Interval(None, DAY.latest), role="until"), "until 3 March 2025 (explicit)"),
        (Time(AT, "x", "clock", (("clock", "21:47"), ("zone", "+03:00")), interval=DAY), "3 March 2025, 21:47 +03:00 (explicit)"),
        (Time(AT, "x", "weekday", (("bound", "by"), ("weekday", 3))), "needs a date: bound by, weekday Thursday (explicit)"),
        (Quantity(AT, "x", Decimal(20), None, counted="killed", scope=frozenset({"so_far"})), "at least 20 killed (so far)"),
        (Quantity(AT, "x", None, Decimal(50)), "at most 50"),
        (Quantity(AT, "x", Decimal(2000000), Decimal(3000000), unit="USD", kind="money"), "2,000,000 to 3,000,000 USD"),
        (Quantity(AT, "x", Decimal("6.4"), Decimal("6.4"), True, "percent", "votes"), "about 6.4% of votes"),
        (Quantity(AT, "x", Decimal(45), Decimal(45), unit="year", kind="age"), "45 year of age"),
        (Quantity(AT, "x", Decimal(3), Decimal(2), kind="score"), "3–2"),
        (Quantity(AT, "x", Decimal(5), Decimal(5), kind="rank"), "place 5"),
        (Quantity(AT, "x", Decimal(1), Decimal(10), kind="rank"), "places 1 to 10"),
        (Ordinal(AT, "x", 2, "visit"), "2nd visit"),
        (Ordinal(AT, "x", 12), "12th"),
        (Ordinal(AT, "x", -1, "match"), "last match"),
        (Name(AT, "x", "ORG", "x"), None),
    ],
)
def test_values_are_told_in_words(facet: Facet, words: str | None) -> None:
    assert told(facet) == words
