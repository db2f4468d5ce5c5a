"""The report object: order, frames, filter, explanation."""

from __future__ import annotations

import random

import pandas as pd
import pytest
from build import CLOSURE, DAWN, READINGS, ROWS, RUN, STALE, TOLL, UPDATE, a_report, claim, quiet_report

from checker import frames
from checker.errors import InputError
from checker.model import Type, Verdict
from checker.report import Report
from claims.model import Claim, Interval, Place, Published, Reading, Source, Span
from claims.tokens import sentence_of


def test_findings_are_ordered_whatever_order_they_come_in() -> None:
    found = [TOLL, CLOSURE, STALE, UPDATE, DAWN]
    shuffled = found.copy()
    random.Random(3).shuffle(shuffled)
    assert list(Report(RUN, (), ROWS[::-1], tuple(shuffled), tuple(READINGS.values())).findings) == found


def test_the_same_report_in_another_order_has_the_same_bytes() -> None:
    backwards = Report(RUN, (), ROWS[::-1], tuple(a_report().findings[::-1]), tuple(READINGS.values())[::-1])
    forwards = Report(RUN, (), ROWS, a_report().findings, tuple(READINGS.values()))
    assert backwards.to_json() == forwards.to_json()


def test_repr_is_one_short_line() -> None:
    assert repr(a_report()) == "<Report of 6 sources; contradiction: 2, stale: 1, temporal_shift: 1, corroboration: 1; notices: 2>"


@pytest.mark.parametrize("report", [a_report(), quiet_report()])
def test_frames_have_the_documented_columns_and_dtypes(report: Report) -> None:
    for frame, columns in (
        (report.to_frame(), frames.FINDINGS),
        (report.sources_frame(), frames.SOURCES),
        (report.claims_frame(), frames.CLAIMS),
    ):
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == dict(columns)


def test_a_frame_has_one_row_a_finding_in_the_reports_order() -> None:
    frame = a_report().to_frame()
    assert frame["id"].tolist() == [finding.id for finding in a_report().findings]
    assert frame["a_published_earliest"].iloc[0] == pd.Timestamp("2025-03-01")
    assert frame["b_file"].isna().tolist() == [False, False, True, False, False]


def test_sources_and_claims_frames_are_sorted_by_file() -> None:
    assert a_report().sources_frame()["file"].is_monotonic_increasing
    claims = a_report().claims_frame()
    assert claims["file"].is_monotonic_increasing
    assert len(claims) == sum(len(reading.claims) for reading in READINGS.values())


@pytest.mark.parametrize(
    ("condition", "kept"),
    [
        ({"verdict": "contradiction"}, [TOLL, CLOSURE]),
        ({"verdict": [Verdict.STALE, "corroboration"]}, [STALE, DAWN]),
        ({"type": Type.STATUS}, [CLOSURE]),
        ({"code": {"N101"}}, [TOLL, UPDATE]),
        ({"file": "ravi.txt"}, [TOLL, UPDATE]),
        ({"min_confidence": 0.9}, [TOLL, DAWN]),
        ({"verdict": "contradiction", "min_confidence": 0.9}, [TOLL]),
        ({}, [TOLL, CLOSURE, STALE, UPDATE, DAWN]),
    ],
)
def test_filter_keeps_what_meets_every_condition(condition: dict[str, object], kept: list[object]) -> None:
    filtered = a_report().filter(**condition)  # type: ignore[arg-type]
    assert isinstance(filtered, Report)
    assert list(filtered.findings) == kept


def test_a_finding_is_found_by_its_id_or_the_start_of_it() -> None:
    assert a_report().find("c4f1a2") is TOLL
    assert a_report().find("c4f1") is TOLL


@pytest.mark.parametrize(("name", "meant"), [("c4f1b2", "c4f1a2"), ("77b0dd", "77b0de")])
def test_a_mistyped_id_is_answered_with_the_nearest(name: str, meant: str) -> None:
    with pytest.raises(InputError, match=f"did you mean {meant}"):
        a_report().find(name)


def test_an_explanation_sums_up_to_the_last_step() -> None:
    rows = a_report().explain(TOLL).rows()
    assert [row["facet"] for row in rows] == [step.facet for step in TOLL.trace]
    assert rows[-1]["total"] == sum(step.weight for step in TOLL.trace)


def test_an_explanation_prints_as_a_waterfall() -> None:
    text = str(a_report().explain("c4f1a2"))
    assert "+2.00" in text
    assert "number_conflict: 12 injured | 21 injured" in text
    assert "ganga.txt:3:1" in text
    assert repr(a_report().explain(TOLL)) == text


def test_a_finding_without_a_second_side_is_explained_too() -> None:
    assert "harbour-notes.txt:3:1" in str(a_report().explain(STALE))


def test_positions_in_html_are_those_of_the_file() -> None:
    page = "<p>One.</p>\n<p>Two is longer.</p>\n"
    text = "One.\nTwo is longer."
    places = (Place(0, page.index("One."), 5), Place(5, page.index("Two"), 14))
    source = Source("page.html", text, "en", places=places, line_starts=(0, page.index("\n") + 1))
    sentence = sentence_of("Two is longer.", "en", 5)
    only = Claim("page#0", "page.html", "en", sentence, sentence.span)
    report = Report(RUN, (), (), (), (Reading(source, (only,)),))
    position = report.position(only)
    assert page[position.start : position.end] == "Two is longer."
    assert (position.line, position.column) == (2, 4)


def test_a_claim_may_be_a_clause_of_its_sentence() -> None:
    whole = claim("courier.txt")
    clause = Claim("x", whole.file, "en", whole.sentence, Span(whole.span.start + 7, whole.span.end))
    assert a_report().position(clause).column == 8


def test_days_outside_nanosecond_range_fit_a_frame() -> None:
    old = Published(Interval.day(pd.Timestamp("1066-10-14").date()), "dateline")
    row = ROWS[0].__class__("courier.txt", "en", "", old)
    frame = Report(RUN, (), (row,), (), tuple(READINGS.values())).sources_frame()
    assert frame["published_earliest"].dt.year.tolist() == [1066]
