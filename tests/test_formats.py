"""Every output of a checked draft: as recorded, right by its own schema or an independent reader, and true to the places in the files."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from importlib import import_module
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from build import CLOSURE, READINGS, a_report
from checks import CLOSED, DISPUTED, OVERTAKEN, RESTING, SUPPORTED, a_check
from goldens import assert_golden
from tunnel import DRAFT, lay_out

from checker import Report, check
from checker.cli import run
from checker.model import Dismissal, Notice, Severity, State
from checker.render import beside, carries_notices, formats, writer
from checker.render.as_markdown import escaped
from checker.render.view import View

FOR_PROGRAMS = ("json", "jsonl", "csv", "sarif", "github", "rdjsonl", "claimreview")
SET_ASIDE = replace(CLOSED, state=State.DISMISSED, dismissal=Dismissal("scope", "Another port.", "checker-dismissed.toml"))


def written(name: str, report: Report | None = None, view: View | None = None) -> str:
    return writer(name)(report or a_check(), view or View())


@pytest.mark.parametrize("name", [*FOR_PROGRAMS, "markdown"])
def test_a_checked_draft_is_as_recorded(name: str) -> None:
    assert_golden(f"check.{name}", written(name))


@pytest.mark.parametrize("name", ["sarif", "github", "rdjsonl", "claimreview", "markdown", "jsonl"])
def test_a_report_is_as_recorded(name: str) -> None:
    assert_golden(f"report.{name}", written(name, a_report()))


def test_every_format_is_found() -> None:
    assert {*FOR_PROGRAMS, "markdown"} <= set(formats())


def test_the_order_of_the_findings_changes_nothing() -> None:
    turned = a_check(DISPUTED, OVERTAKEN, RESTING, CLOSED, SUPPORTED)
    assert [written(name, turned) for name in FOR_PROGRAMS] == [written(name) for name in FOR_PROGRAMS]


def test_what_to_show_changes_only_what_people_read() -> None:
    narrow = View(show=("stale",))
    changed = {name for name in formats() if written(name, view=narrow) != written(name)}
    assert {"terminal", "markdown"} <= changed
    assert changed.isdisjoint(FOR_PROGRAMS)


# --- JSON, JSON Lines, CSV -----------------------------------------------------------------------


def test_json_follows_its_written_schema_whatever_the_state() -> None:
    schema = json.loads((files("checker") / "data" / "report.schema.json").read_text("utf-8"))
    validate = import_module("jsonschema").validate
    for report in (a_check(), a_check(SET_ASIDE), a_check(replace(CLOSED, state=State.KNOWN)), a_report()):
        validate(json.loads(written("json", report)), schema)


def test_json_lines_are_the_findings_of_the_report() -> None:
    lines = [json.loads(line) for line in written("jsonl").split("\n")[:-1]]
    assert lines == json.loads(written("json"))["findings"]


def test_csv_tells_which_findings_are_set_aside() -> None:
    rows = list(csv.DictReader(StringIO(written("csv", a_check(SET_ASIDE, DISPUTED)))))
    assert [row["state"] for row in rows] == ["new", "dismissed"]


# --- SARIF ---------------------------------------------------------------------------------------


def sarif(report: Report | None = None, view: View | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written("sarif", report, view))
    return found


def test_sarif_is_read_by_an_independent_reader(tmp_path: Path) -> None:
    (tmp_path / "check.sarif").write_text(written("sarif"), encoding="utf-8")
    read = import_module("sarif.loader").load_sarif_file(str(tmp_path / "check.sarif"))
    records = read.get_records()
    assert [(one["Code"], one["Severity"], one["Location"], one["Line"]) for one in records][:2] == [
        ("N101", "error", "courier.txt", 3),
        ("T101", "warning", "courier.txt", 3),
    ]
    assert len(records) == 4


def test_sarif_follows_an_independent_model_of_the_standard() -> None:
    model = import_module("sarif_pydantic").Sarif
    for report in (a_check(), a_check(SET_ASIDE), a_report()):
        model.model_validate(sarif(report))


def test_sarif_leaves_agreements_out_and_sorts_rules() -> None:
    (only,) = sarif()["runs"]
    rules = [rule["id"] for rule in only["tool"]["driver"]["rules"]]
    assert rules == sorted(rules)
    assert "C101" not in rules
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in only["results"] if "ruleIndex" in result)
    assert {result["ruleId"] for result in only["results"]} == {"N101", "S101", "T101", "X102"}
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in only["tool"]["driver"]["rules"])


def test_sarif_places_are_the_drafts_and_the_others_are_related() -> None:
    (only,) = sarif()["runs"]
    assert only["columnKind"] == "unicodeCodePoints"
    toll = next(result for result in only["results"] if result["ruleId"] == "N101")
    place = toll["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "courier.txt"
    region, text = place["region"], READINGS["courier.txt"].source.text
    assert text.splitlines()[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
    related = [one["physicalLocation"]["artifactLocation"]["uri"] for one in toll["relatedLocations"]]
    assert related[0] == "wire/nile.txt"
    assert "courier.txt" not in related


def test_sarif_fingerprints_know_no_lines() -> None:
    moved = READINGS["courier.txt"]
    lower = replace(moved.source, line_starts=(0, 0, *moved.source.line_starts))
    report = a_check()
    below = replace(report, readings=(replace(moved, source=lower), *(r for r in report.readings if r != moved)))
    for one, other in zip(sarif()["runs"][0]["results"], sarif(below)["runs"][0]["results"], strict=True):
        assert one["partialFingerprints"] == other["partialFingerprints"]
        assert one["locations"] != other["locations"]


def test_sarif_tells_dismissals_and_the_baseline() -> None:
    (aside,) = sarif(a_check(SET_ASIDE))["runs"][0]["results"]
    assert aside["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "scope: Another port."}]
    assert "baselineState" not in aside
    known = a_check(replace(CLOSED, state=State.KNOWN), DISPUTED)
    known = replace(known, run={**known.run, "baseline": "known.json"})
    assert [result["baselineState"] for result in sarif(known)["runs"][0]["results"]] == ["new", "unchanged"]


def test_sarif_tells_what_was_not_checked() -> None:
    (told,) = sarif(a_check(notices=(Notice("language", "no data for 'fi'", "a.txt"),)))["runs"][0]["invocations"]
    assert told["toolExecutionNotifications"][0]["message"]["text"] == "a.txt: no data for 'fi' \\[language\\]"


def test_sarif_makes_no_links_of_what_an_article_says() -> None:
    (result,) = sarif(a_check(replace(CLOSED, message="see [here](http://x)")))["runs"][0]["results"]
    assert "\\[here\\](http://x)" in result["message"]["text"]


# --- GitHub --------------------------------------------------------------------------------------

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


@pytest.mark.parametrize("hostile", ["a\n::error::b", "a\r\n::stop-commands::x", "100% sure", "a%0A::set-env::b", "\x1b[2J", "a\u2028b"])
def test_an_annotation_is_one_line_whatever_an_article_says(hostile: str) -> None:
    told = written("github", a_check(replace(CLOSED, message=hostile), notices=(Notice("x", hostile, "a,b:c.txt"),)))
    lines = told.split("\n")
    assert len(lines) == 4
    assert [bool(_COMMAND.fullmatch(line)) for line in lines] == [True, True, False, False]
    assert "\r" not in told
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", told)
    assert re.search("%(?!25|0A|0D|3A|2C)", told) is None


def test_the_name_of_a_file_cannot_add_a_property() -> None:
    row = replace(a_check().sources[0], file="a,title=x::y.md")
    source = replace(READINGS["courier.txt"].source, file=row.file)
    reading = replace(READINGS["courier.txt"], source=source)
    finding = replace(CLOSED, a=replace(CLOSED.a, file=row.file), b=None, sides=())
    report = replace(a_check(finding), sources=(row,), readings=(reading,), run={**a_check().run, "drafts": [row.file]})
    assert "file=a%2Ctitle=x%3A%3Ay.md,line=5," in written("github", report)


@pytest.mark.parametrize(("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")])
def test_severity_is_the_kind_of_annotation(severity: Severity, command: str) -> None:
    assert written("github", a_check(replace(CLOSED, severity=severity))).startswith(f"::{command} file=courier.txt,line=5,")


def test_a_jobs_summary_is_appended_in_markdown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("before\n", encoding="utf-8")
    arguments = ["check", "draft.md", "--against", "wire", "--format"]
    assert run([*arguments, "github"]) == 1
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("before\n# Claim check\n")
    assert run([*arguments, "json"]) == 1
    assert (tmp_path / "summary.md").read_text(encoding="utf-8") == summary
    assert capsys.readouterr().out.startswith("::error file=draft.md,line=9,")
    assert beside("github") == ("GITHUB_STEP_SUMMARY", "markdown")


def test_a_summary_that_cannot_be_written_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert run(["check", "draft.md", "--against", "wire", "--format", "github"]) == 1
    assert "cannot write the summary to" in capsys.readouterr().err


def test_files_are_named_from_where_the_reader_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path / "stories")
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path)
    arguments = ["check", "stories/draft.md", "--against", "stories/wire", "--format", "github"]
    run(arguments)
    assert "::error file=stories/draft.md,line=9," in capsys.readouterr().out
    monkeypatch.chdir(tmp_path / "stories")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    run(["check", "draft.md", "--against", "wire", "--format", "github"])
    assert "::error file=stories/draft.md,line=9," in capsys.readouterr().out


# --- reviewdog -----------------------------------------------------------------------------------


def test_reviewdog_columns_count_bytes(tmp_path: Path) -> None:
    lay_out(tmp_path, draft=DRAFT.replace("The tunnel was closed", "Ужас! The tunnel was closed").replace("killed 12", "killed 9"))
    told = check(tmp_path / "draft.md", against=tmp_path / "wire" / "rasid.txt")
    (line,) = (json.loads(line) for line in written("rdjsonl", told).splitlines())
    span = line["location"]["range"]
    data = (tmp_path / "draft.md").read_bytes().splitlines()[span["start"]["line"] - 1]
    assert data[span["start"]["column"] - 1 : span["end"]["column"] - 1].decode().startswith("A fire in the Karsten tunnel killed 9")
    related = line["related_locations"][0]["location"]
    data = (tmp_path / "wire" / "rasid.txt").read_bytes().splitlines()[related["range"]["start"]["line"] - 1]
    assert data[related["range"]["start"]["column"] - 1 : related["range"]["end"]["column"] - 1].decode().endswith("مساء الجمعة.")


def test_reviewdog_gets_what_it_knows() -> None:
    for line in map(json.loads, written("rdjsonl").splitlines()):
        assert line["severity"] in {"ERROR", "WARNING", "INFO"}
        assert set(line) == {"message", "location", "severity", "source", "code", "related_locations"}


@pytest.mark.parametrize("name", ["rdjsonl", "github", "markdown", "claimreview"])
def test_what_is_set_aside_is_not_shown_again(name: str) -> None:
    assert "S101" not in written(name, a_check(SET_ASIDE))


# --- ClaimReview ---------------------------------------------------------------------------------


def test_claim_reviews_expand_as_linked_data_and_rate_nothing() -> None:
    expand = import_module("pyld").jsonld.expand
    loader = {"documentUrl": "https://schema.org", "document": {"@context": {"@vocab": "https://schema.org/"}}, "contextUrl": None}
    expanded = expand(json.loads(written("claimreview")), {"documentLoader": lambda *_: loader})
    assert len(expanded) == 4
    for review in expanded:
        assert review["@type"] == ["https://schema.org/ClaimReview"]
        assert review["https://schema.org/creativeWorkStatus"] == [{"@value": "Draft"}]
        assert "https://schema.org/reviewRating" not in review
        appearance = review["https://schema.org/itemReviewed"][0]["https://schema.org/appearance"]
        assert appearance[0]["https://schema.org/identifier"] == [{"@value": "courier.txt"}]
    assert '"reviewRating": null' in written("claimreview")


# --- Markdown ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[a](javascript:b)", "\\[a\\](javascript:b)"),
        ("![a](http://x/y.png)", "!\\[a\\](http:\u2060//x/y.png)"),
        ("ask @desk about #12", "ask @\u2060desk about \\#\u206012"),
        ("www.example.org", "www\u2060.example.org"),
        ("1. first", "1\\. first"),
        ("- item", "\\- item"),
        ("# head", "\\# head"),
        ("a\n\n# b", "a  \\# b"),
        ("`x` *y* _z_ ~q~ | $m$ &amp;", "\\`x\\` \\*y\\* \\_z\\_ \\~q\\~ \\| \\$m\\$ \\&amp;"),
        ("\x1b[31mred\u202e", "␛\\[31mred"),
    ],
)
def test_markdown_shows_what_an_article_says_as_words(words: str, shown: str) -> None:
    assert escaped(words) == shown


def test_notices_go_to_standard_error_where_a_format_has_no_place_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path)
    (tmp_path / "wire" / "bad.txt").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    for name in formats():
        run(["check", "draft.md", "--against", "wire", "--format", name])
        out, err = capsys.readouterr()
        assert ("wire/bad.txt: is empty" in err) is not carries_notices(name)
        assert ("is empty" in out) is carries_notices(name)


def test_a_report_names_its_places_in_every_format() -> None:
    for name in ("sarif", "github", "rdjsonl"):
        assert "courier.txt" in written(name, a_report(CLOSURE))
