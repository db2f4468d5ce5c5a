"""Claims and facets as read, as JSON and for people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from build import reading

from checker.render import claims_terminal
from checker.render.claims_json import document
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
            {"kind": "time", "earliest": "2025-03-03", "latest": "2025-03-03", "granularity": "day", "basis": "relative"},
        ),
        (Time(AT, "कल", "offset"), {"kind": "time", "earliest": None, "latest": None, "granularity": "day", "basis": "explicit"}),
        (
            Quantity(AT, "12 लोगों", Decimal(12), Decimal(12), counted="killed"),
            {"kind": "quantity", "low": 12, "high": 12, "approximate": False, "unit": None, "counted": "killed"},
        ),
        (
            Quantity(AT, "6.4", Decimal("6.4"), None, True, "magnitude"),
            {"kind": "quantity", "low": 6.4, "high": None, "approximate": True, "unit": "magnitude", "counted": None},
        ),
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
    assert "    quantity  12 लोगों  low 12, high 12, counted killed" in text
