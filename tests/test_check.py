"""Checking a draft: what is compared with what, in which order, and what it comes to. The real engine."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pandas as pd
import pytest
from tunnel import DRAFT, KURIER, PRABHAT, WIRE, lay_out

from checker import InputError, Report, check, report
from checker.cli import run
from checker.model import Verdict
from checker.standing import standing
from claims.ingest import read_text


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    lay_out(tmp_path)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("desk")
    lay_out(folder)
    return check(folder / "draft.md", against=folder / "wire")


def test_side_a_is_always_the_draft_and_b_never(checked: Report) -> None:
    assert checked.drafts == ("draft.md",)
    assert checked.findings
    for finding in checked.findings:
        assert finding.a.file == "draft.md"
        assert finding.b is not None
        assert finding.b.file != "draft.md"


def test_findings_come_in_the_order_of_the_draft(checked: Report) -> None:
    lines = [checked.position(finding.a).line for finding in checked.findings]
    assert lines == sorted(lines)
    assert [str(checked.position(f.a)) for f in checked.of(Verdict.CONTRADICTION)] == ["draft.md:9:1"]


def test_articles_that_agree_against_the_draft_are_one_finding_with_sides(checked: Report) -> None:
    (toll,) = checked.of(Verdict.CONTRADICTION)
    told = {side.value: (side.families, sorted(claim.file for claim in side.claims)) for side in toll.sides}
    assert told == {"12 killed": (1, ["draft.md"]), "9 killed": (2, ["wire/kurier.txt", "wire/prabhat.txt"])}


def test_articles_are_not_compared_with_each_other(checked: Report) -> None:
    assert report("wire").of(Verdict.CONTRADICTION)
    assert all(finding.a.file == "draft.md" for finding in checked.findings)


def test_what_no_other_source_carries_is_listed(checked: Report) -> None:
    told = [claim.text for claim in checked.unsupported]
    assert told[-1] == "The tunnel has 31 ventilation shafts."
    assert "The tunnel was closed on Thursday night." not in told


def test_each_line_of_the_draft_has_findings_of_its_own() -> None:
    again = "The police spoke of 12 people killed in the fire in the Karsten tunnel on Thursday."
    Path("draft.md").write_text(DRAFT + f"\n{again}\n", encoding="utf-8")
    found = check("draft.md", against="wire")
    assert [found.position(f.a).line for f in found.of(Verdict.CONTRADICTION)] == [9, 15]


def test_drafts_are_not_compared_with_each_other() -> None:
    Path("other.md").write_text(DRAFT.replace("killed 12", "killed 17"), encoding="utf-8")
    found = check(["draft.md", "other.md"], against="wire")
    assert found.drafts == ("draft.md", "other.md")
    assert {f.b.file.partition("/")[0] for f in found.findings if f.b is not None} == {"wire"}
    assert [(f.a.file, str(found.position(f.a).line)) for f in found.of(Verdict.CONTRADICTION)] == [("draft.md", "9"), ("other.md", "9")]


def test_a_second_draft_changes_nothing_of_the_first(checked: Report) -> None:
    Path("other.md").write_text(DRAFT.replace("killed 12", "killed 17"), encoding="utf-8")
    found = check(["other.md", "draft.md"], against="wire").filter(file="draft.md")
    assert [(f.id, f.verdict) for f in found.findings] == [(f.id, f.verdict) for f in checked.findings]


def test_a_file_given_on_both_sides_is_a_draft() -> None:
    Path("wire/draft.md").write_text(DRAFT, encoding="utf-8")
    found = check("wire/draft.md", against="wire")
    assert found.drafts == ("draft.md",)
    assert {f.a.file for f in found.findings} == {"draft.md"}


def test_a_dated_draft_counts_among_the_newest_dates(checked: Report) -> None:
    assert checked.run["as_of"] == {"value": "2024-06-08", "basis": "newest publication date"}
    assert checked.row("draft.md").published.basis == "front-matter"


def test_an_undated_draft_counts_as_written_on_the_readers_day() -> None:
    Path("draft.md").write_text(DRAFT.replace("date: 2024-06-08\n", ""), encoding="utf-8")
    found = check("draft.md", against="wire")
    published = found.row("draft.md").published
    assert (str(published.interval), published.basis) == ("2024-06-07", "draft")
    assert found.run["as_of"] == {"value": "2024-06-07", "basis": "newest publication date"}
    assert found.row("draft.md").stale is False


def test_a_draft_dates_no_other_source() -> None:
    Path("wire/kurier.txt").write_text(KURIER.replace("Опубликовано: 7 июня 2024\n\n", ""), encoding="utf-8")
    dated = {row.file: row.published for row in check("draft.md", against="wire").sources}
    alone = {row.file: row.published for row in report("wire", as_of=date(2024, 6, 8)).sources}
    assert dated["wire/kurier.txt"].interval == alone["kurier.txt"].interval


def test_sources_and_frames_can_be_checked(checked: Report) -> None:
    wire = pd.DataFrame({"text": list(WIRE.values()), "source": [f"wire/{name}" for name in WIRE]})
    found = check(read_text(DRAFT, "draft.md", suffix=".md"), against=wire)
    assert [f.id for f in found.findings] == [f.id for f in checked.findings]


def test_the_order_of_the_articles_changes_nothing(checked: Report) -> None:
    found = check("draft.md", against=[f"wire/{name}" for name in reversed(WIRE)])
    assert found.to_json() == check("draft.md", against="wire").to_json()
    assert [f.id for f in found.findings] == [f.id for f in checked.findings]


def test_json_follows_the_schema_and_names_drafts_and_unsupported(checked: Report) -> None:
    schema = json.loads((files("checker") / "data" / "report.schema.json").read_text("utf-8"))
    document = json.loads(checked.to_json())
    import_module("jsonschema").validate(document, schema)
    assert document["run"]["drafts"] == ["draft.md"]
    assert document["unsupported"][-1]["sentence"] == "The tunnel has 31 ventilation shafts."


@pytest.mark.parametrize(
    ("draft", "against", "words"),
    [
        ("gone.md", ["wire"], "gone.md: does not exist; check the path"),
        ("draft.md", ["gone"], "gone: does not exist; check the path"),
        ("draft.md", ["none"], "nothing to check against could be read in none"),
        ("draft.md", ["draft.md"], "nothing to check against could be read in draft.md"),
        ("empty.md", ["wire"], "no draft could be read in empty.md: empty.md: is empty"),
        ("draft.md", ["desk.archive"], "desk.archive: is an archive, which cannot be checked against yet; give the articles themselves"),
        ("draft.md", ["old"], "old: is an archive"),
    ],
)
def test_what_cannot_be_checked_is_one_line_and_status_2(
    draft: str, against: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty.md").write_bytes(b"")
    for name in ("none", "desk.archive", "old"):
        Path(name).mkdir()
    Path("old/claims.sqlite").write_bytes(b"")
    assert run(["check", draft, "--against", *against]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"checker: {words}")
    with pytest.raises(InputError):
        check(draft, against=against)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "temporal_shift"], 1),
        (["--min-confidence", "1"], 0),
        (["--strict"], 1),
    ],
)
def test_a_contradiction_fails_the_check_unless_told_otherwise(
    options: list[str], expected: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "draft.md", "--against", "wire", *options]) == expected
    assert "Traceback" not in capsys.readouterr().err


def test_an_unreadable_article_is_a_notice_and_strict_makes_it_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    Path("wire/bad.txt").write_bytes(b"")
    arguments = ["check", "draft.md", "--against", "wire", "--fail-on", "never"]
    assert run(arguments) == 0
    assert "wire/bad.txt: is empty" in capsys.readouterr().out
    assert run([*arguments, "--strict"]) == 2


def test_against_takes_several_values_and_may_be_repeated() -> None:
    arguments = ["check", "draft.md", "--against", "wire/kurier.txt", "wire/rasid.txt", "--against", "wire/prabhat.txt"]
    assert run([*arguments, "--format", "json", "--output", "out.json"]) == 1
    assert len(json.loads(Path("out.json").read_text("utf-8"))["sources"]) == 4


def test_every_wrong_setting_is_told_at_once_with_the_nearest_key(capsys: pytest.CaptureFixture[str]) -> None:
    Path("checker.toml").write_text("fail_onn = 'stale'\ntop_k = 0\n[severity]\nnumber-mismach = 'note'\n", encoding="utf-8")
    assert run(["check", "draft.md", "--against", "wire", "--show", "unsuported"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 4
    for word in ("'fail_on'", "top_k must be", "'number-mismatch'", "'unsupported'"):
        assert any(word in line for line in told)


def test_the_severity_of_a_rule_is_the_settings() -> None:
    Path("checker.toml").write_text('[severity]\nnumber-mismatch = "note"\n', encoding="utf-8")
    run(["check", "draft.md", "--against", "wire", "--format", "json", "--output", "out.json"])
    found = json.loads(Path("out.json").read_text("utf-8"))["findings"]
    assert {f["severity"] for f in found if f["code"] == "N101"} == {"note"}


def test_a_wire_copy_of_the_draft_does_not_support_it() -> None:
    longer = DRAFT + "\nThe fire brigade of Karsten needed four hours on Thursday night to put out the burning lorry.\n"
    Path("draft.md").write_text(longer, encoding="utf-8")
    Path("wire/copy.txt").write_text(longer.partition("# ")[2], encoding="utf-8")
    found = check("draft.md", against=["wire/copy.txt", "wire/prabhat.txt"])
    supported = [claim.file for f in found.of(Verdict.CORROBORATION) for side in f.sides for claim in side.claims]
    assert "wire/copy.txt" not in supported
    assert PRABHAT.splitlines()[0] in {c.sentence.text for f in found.findings for s in f.sides for c in s.claims}


# --- what changes with time ---------------------------------------------------------------------

EARLIER = (
    "Fire in the Karsten tunnel\n\nPublished: 6 June 2024\n\nBy Thursday evening 4 people had died in the fire in the Karsten tunnel.\n"
)
LATER = "Fire in the Karsten tunnel\n\nPublished: 10 June 2024\n\nBy Monday morning 19 people had died in the fire in the Karsten tunnel.\n"
COUNT = """---
date: 2024-06-08
---

# Fire in the Karsten tunnel

By Saturday morning 12 people had died in the fire in the Karsten tunnel.
"""


def shifts(found: Report) -> list[tuple[str, str, str]]:
    told = found.of(Verdict.TEMPORAL_SHIFT)
    return [(standing(found, f).value, f.severity.value, f.b.file if f.b else "") for f in told if "12 people" in f.a.text]


def test_a_newer_report_overtakes_a_draft_and_an_older_one_does_not() -> None:
    for name, text in (("count.md", COUNT), ("earlier.txt", EARLIER), ("later.txt", LATER)):
        Path(name).write_text(text, encoding="utf-8")
    assert shifts(check("count.md", against="later.txt")) == [("overtaken", "warning", "later.txt")]
    assert shifts(check("count.md", against="earlier.txt")) == [("ahead", "note", "earlier.txt")]
    both = shifts(check("count.md", against=["earlier.txt", "later.txt"]))
    assert sorted(both) == [("ahead", "note", "earlier.txt"), ("overtaken", "warning", "later.txt")]


def test_a_draft_that_looks_back_is_not_overtaken() -> None:
    Path("back.md").write_text(COUNT.replace("By Saturday morning 12 people had died", "In May 2011 12 people died"), encoding="utf-8")
    Path("later.txt").write_text(LATER, encoding="utf-8")
    found = check("back.md", against="later.txt")
    assert shifts(found) == []
    assert found.of(Verdict.CONTRADICTION) == ()


def test_a_folder_of_drafts_is_read_only_where_it_is_named() -> None:
    Path("wire/drafts").mkdir()
    Path("wire/drafts/note.md").write_text(DRAFT, encoding="utf-8")
    assert {row.file for row in report("wire").sources} == set(WIRE)
    assert any("drafts" in notice.message for notice in report("wire").notices if notice.code == "ignored")
    assert check("wire/drafts", against="wire").drafts == ("drafts/note.md",)
