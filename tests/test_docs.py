"""The README, the changelog and the notes on the examples say what is so; ``readme_blocks`` runs what they show."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import tomllib
from dataclasses import fields
from datetime import date
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest
from readme_blocks import README, ROOT, Block, fences, generated, updated, written_again
from readme_tables import TABLES, parsers

from checker.engine import report
from checker.model import Level, Verdict
from checker.render import formats
from checker.rules import Rule
from checker.settings import Settings, load
from claims.extract import claims_of_text

TEXT = README.read_text("utf-8")
PAGES = ("README.md", "CHANGELOG.md", "examples/README.md")
OUT_OF_DATE = "README.md is out of date: python tests/readme_blocks.py"


@pytest.fixture(scope="module")
def renewed() -> dict[int, str]:
    """What every block of the README reads today, by where it starts."""
    return {block.start: now for block, now in written_again(TEXT)}


def file_named(name: str) -> str:
    (body,) = [block.body for block in fences(TEXT) if block.name == name]
    return body


@pytest.mark.parametrize("block", [b for b in fences(TEXT) if b.kind in ("console", "pycon", "python") and not b.name], ids=str)
def test_commands_and_snippets_do_what_the_readme_shows(block: Block, renewed: dict[int, str]) -> None:
    assert renewed[block.start] == block.body, OUT_OF_DATE


@pytest.mark.parametrize("block", generated(TEXT), ids=str)
def test_generated_tables_are_up_to_date(block: Block, renewed: dict[int, str]) -> None:
    assert renewed[block.start] == block.body, OUT_OF_DATE


def test_every_fence_has_a_kind_that_says_whether_it_is_run() -> None:
    opened = re.findall(r"^```(\w*)$", TEXT, re.MULTILINE)[::2]
    assert set(opened) <= {"console", "html", "pycon", "python", "sh", "text", "toml", "yaml"}
    assert len(opened) == len(fences(TEXT))


def test_what_breaks_is_shown_and_not_taken_over() -> None:
    page = "```console\n$ checker rules --no-colour\nall is well\n```\n\n```pycon\n>>> 1 / 0\n1\n```\n"
    (_, refused), (_, broken) = written_again(page)
    assert "unknown option --no-colour" in refused
    assert "ZeroDivisionError" in broken


def test_left_out_output_stays_left_out() -> None:
    page = "```console\n$ checker rules --no-color\nx\n…\n$ echo $?\n7\n```\n"
    command, heading, rest, *status = updated(page, date(2025, 1, 1)).splitlines()[1:-1]
    assert (command, rest, status) == ("$ checker rules --no-color", "…", ["$ echo $?", "0"])
    assert heading.split() == ["code", "name", "finds", "severity", "summary"]


def test_the_day_of_measurement_moves_only_with_the_figures() -> None:
    page = "<!-- begin generated: accuracy -->\n" + TABLES["accuracy"]("Measured 2001-02-03") + "<!-- end generated -->\n"
    assert updated(page, date(2002, 2, 2)) == page
    assert updated(page.replace(" pairs of sentences", " pairs"), date(2002, 2, 2)) == page.replace("2001-02-03", "2002-02-02")


def test_the_first_sample_shows_a_contradiction_across_languages() -> None:
    sample = next(b.body for b in fences(TEXT) if b.kind == "console")
    assert re.search(r"^1\. NUMBER", sample, re.MULTILINE)
    assert {"· Hindi ·", "· Arabic ·"} <= set(re.findall(r"· \w+ ·", sample))


def test_every_command_and_option_is_documented() -> None:
    for name, parser in parsers().items():
        assert f"`checker {name}`" in TEXT, name
        for action in parser._actions:
            for option in action.option_strings:
                assert option in ("-h", "--help") or re.search(rf"`{option}[ `]", TEXT), f"{name} {option}"


def test_every_make_target_in_the_readme_exists() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {word for block in fences(TEXT) if block.kind == "sh" for word in re.findall(r"^make (\w+)", block.body, re.MULTILINE)}
    assert named
    assert named <= targets


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert target.startswith("https://") or (ROOT / page).parent.joinpath(target).exists(), target
    headings = {re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings


@pytest.mark.parametrize("page", ["README.md", "examples/README.md"])
def test_pages_name_no_command_or_format_that_is_not_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    used = set(re.findall(r"(?:^ {4}|^\$ |`)checker ([a-z]+)\b", text, re.MULTILINE))
    written = set(re.findall(r"--format ([a-z]+)", text))
    assert used
    assert used <= set(parsers())
    assert written
    assert written <= set(formats())


def test_the_settings_shown_are_all_there_are() -> None:
    shown = tomllib.loads(file_named("desk/checker.toml"))
    assert set(shown) == {f.name for f in fields(Settings)}


def test_the_settings_shown_can_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text(file_named("desk/checker.toml"), encoding="utf-8")
    assert load(folder=tmp_path).as_of == date(2025, 3, 5)


def test_every_table_of_a_language_is_described() -> None:
    tables = {path.stem for path in (ROOT / "claims" / "lang").glob("[a-z][a-z]/*.toml")}
    assert tables
    described = re.search(r"^\| table \| holds \|$(.*?)^$", TEXT, re.MULTILINE | re.DOTALL)
    assert described
    assert set(re.findall(r"`(\w+)`", re.sub(r"\|[^|]*\|$", "", described[1], flags=re.MULTILINE))) == tables


def test_the_layout_shown_exists() -> None:
    layout = next(b.body for b in fences(TEXT) if b.body.startswith("claims/ "))
    parent = ROOT
    for line in layout.splitlines():
        name = line.split()[0]
        folder = (parent if line.startswith(" ") else ROOT) / name
        parent = parent if line.startswith(" ") else folder
        assert folder.is_dir(), name


@pytest.fixture
def shown_detector(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rule:
    """The detector of the README, loaded from a file of that name."""
    path = tmp_path / "denial.py"
    path.write_text(file_named("checker/detectors/denial.py"), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("denial", path)
    assert spec
    assert spec.loader
    module: ModuleType = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "denial", module)
    spec.loader.exec_module(module)
    rule: Rule = module.compare
    return rule


def test_the_detector_shown_works(shown_detector: Rule) -> None:
    assert (shown_detector.name, shown_detector.code) == ("denial", "A201")
    assert {"## What it does", "## Why it matters", "## Example", "## Limits"} <= set(shown_detector.doc.splitlines())
    told, denied = (
        claims_of_text(text, "en", file=file).claims[0]
        for text, file in (
            ("The defence ministry said the port of Sarova was closed on Monday.", "a"),
            ("The defence ministry denied that the port of Sarova was closed on Monday.", "b"),
        )
    )
    assert [outcome.level for outcome in shown_detector.compare(told, denied)] == [Level.CONFLICT]
    assert list(shown_detector.compare(told, told)) == []


def test_a_real_report_meets_the_schema_it_ships() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    schema = json.loads((files("checker") / "data" / "report.schema.json").read_text("utf-8"))
    made = report([ROOT / "examples"])
    assert made.of(Verdict.CONTRADICTION)
    document = json.loads(made.to_json())
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(document)
    del document["findings"][0]["a"]["sentence"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_version_and_licence_are_told_alike_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"\nversion: {project['version']}\n" in citation
    assert f"\nlicense: {project['license']}\n" in citation
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
