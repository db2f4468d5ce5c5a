"""JSON, CSV and notebook outputs of a report."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib import import_module
from importlib.resources import files
from io import StringIO
from typing import Any

import pytest
from build import CLOSURE, DAWN, READINGS, TOLL, a_report, claim, quiet_report
from goldens import assert_golden

from checker.frames import FINDINGS
from checker.model import Notice
from checker.render import as_csv, as_json, formats, writer
from checker.render.view import View
from checker.report import Report


def parsed(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(report.to_json())
    return found


def test_formats_are_found_and_can_write() -> None:
    assert formats()[0] == "terminal"
    assert {"json", "csv"} <= set(formats())
    assert all(writer(name)(a_report(), View()) for name in formats())


def test_json_is_as_recorded() -> None:
    assert_golden("report.json", as_json.write(a_report(), View()))


def test_csv_is_as_recorded() -> None:
    assert_golden("report.csv", as_csv.write(a_report(), View()))


def test_notebook_html_is_as_recorded() -> None:
    assert_golden("report.html", a_report()._repr_html_() + "\n")


def test_json_keys_have_the_order_others_rely_on() -> None:
    report = parsed(a_report())
    assert list(report) == ["schema_version", "run", "notices", "sources", "findings"]
    source, claims = "file lang title published stale stale_evidence family claims", "file sentence start end line column lang event_time"
    finding = "id code rule verdict types severity confidence confidence_basis message a b sides scope evidence trace group"
    assert " ".join(report["sources"][0]) == source
    assert " ".join(report["findings"][0]) == finding
    assert " ".join(report["findings"][0]["a"]) == claims
    assert list(report["sources"][0]["published"]) == ["earliest", "latest", "basis", "clues"]
    assert list(report["findings"][0]["a"]["event_time"]) == ["earliest", "latest", "granularity", "basis"]
    assert list(report["findings"][0]["sides"][0]) == ["id", "value", "families", "claims"]


@pytest.mark.parametrize("report", [a_report(), quiet_report()])
def test_json_follows_its_written_schema(report: Report) -> None:
    schema = json.loads((files("checker") / "data" / "report.schema.json").read_text("utf-8"))
    validator = import_module("jsonschema").Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(parsed(report))] == []
    assert not validator.is_valid(parsed(report) | {"findings": [{}]})


def test_json_places_point_at_the_words_in_the_file() -> None:
    for finding in parsed(a_report())["findings"]:
        for record in (finding["a"], finding["b"], *finding["evidence"]):
            if record is not None:
                text = READINGS[record["file"]].source.text
                assert text[record["start"] : record["end"]] == record["sentence"]
                assert text.splitlines()[record["line"] - 1][record["column"] - 1 :].startswith(record["sentence"])


def test_json_keeps_scripts_readable_and_every_finding() -> None:
    text = a_report().to_json()
    assert "सारोवा बंदरगाह में आग" in text
    assert len(parsed(a_report())["findings"]) == 5


@pytest.mark.parametrize("hostile", ["\x9b2J", "\u202e", "\ud800", "\u2028", "\x1b[2J", "\x7f", '"'])
def test_json_escapes_what_could_act_and_loses_nothing(hostile: str) -> None:
    report = a_report(replace(TOLL, message=hostile))
    text = report.to_json()
    assert hostile == '"' or hostile not in text
    text.encode("utf-8")
    assert parsed(report)["findings"][0]["message"] == hostile


def test_a_stale_finding_has_no_second_side() -> None:
    stale = next(finding for finding in parsed(a_report())["findings"] if finding["verdict"] == "stale")
    assert (stale["b"], stale["scope"], len(stale["evidence"])) == (None, "article", 2)


def test_a_quiet_report_is_still_a_whole_document() -> None:
    assert parsed(quiet_report())["findings"] == []


def test_csv_has_one_row_a_finding_and_iso_days() -> None:
    rows = list(csv.DictReader(StringIO(as_csv.write(a_report(), View()))))
    assert len(rows) == 5
    assert list(rows[0]) == list(FINDINGS)
    assert (rows[0]["a_file"], rows[0]["a_published_earliest"], rows[2]["b_file"]) == ("ganga.txt", "2025-03-01", "")


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@cmd", "'@cmd"),
        ("+cmd", "'+cmd"),
        ("-5 degrees", "-5 degrees"),
        ("- No, he said", "- No, he said"),
    ],
)
def test_a_sentence_cannot_become_a_formula(words: str, cell: str) -> None:
    rows = list(csv.DictReader(StringIO(as_csv.write(a_report(replace(TOLL, message=words)), View()))))
    assert rows[0]["message"] == cell


class Tags(HTMLParser):
    """Collects tags and refuses what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.langs: set[str | None] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag != "br":
            self.open.append(tag)
        if tag == "blockquote":
            assert dict(attrs)["dir"] in ("ltr", "rtl")
            self.langs.add(dict(attrs)["lang"])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_notebook_html_is_balanced_and_names_the_languages() -> None:
    tags = Tags()
    tags.feed(a_report()._repr_html_())
    assert tags.open == []
    assert {"hi", "ar", "ru", "en", "ur"} == tags.langs


def test_notebook_html_runs_nothing_an_article_says() -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=y>"
    sentence = replace(claim("courier.txt").sentence, text=hostile)
    finding = replace(CLOSURE, a=replace(claim("courier.txt"), sentence=sentence), left=None, message=hostile, rule=hostile, id=hostile)
    tags = Tags()
    tags.feed(a_report(finding, notices=(Notice(hostile, hostile, hostile),))._repr_html_())
    assert not {"script", "img"} & tags.seen


def test_notebook_html_sets_no_ground_of_its_own() -> None:
    style = a_report()._repr_html_().partition("</style>")[0]
    assert re.findall(r"background: (?!rgba|transparent|var\(--jp-)", style) == []
    assert re.findall(r"[^-]color: (?!inherit)", style) == []


def test_a_notebook_is_not_flooded_with_thousands_of_anything_and_says_so() -> None:
    many = a_report(*(replace(CLOSURE, id=f"f{number:04}") for number in range(250)))
    rows = tuple(replace(many.sources[0], file=f"s{number:04}.txt") for number in range(300))
    html = replace(many, sources=(*many.sources, *rows))._repr_html_()
    assert html.count('class="f contradiction"') == 200
    assert "and 50 more; filter() and to_frame() have them all" in html
    assert "and 106 more; sources_frame() has them all" in html


def test_a_notebook_is_not_flooded_with_agreements_and_says_so() -> None:
    html = a_report(*(replace(DAWN, id=f"f{number:03}") for number in range(80)))._repr_html_()
    assert html.count('class="f corroboration"') == 50
    assert "and 30 more; filter() and to_frame() have them all" in html
