"""The check command: standard input, changed lines, and what it prints. The real engine, and real git."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from checks import a_check
from goldens import assert_golden
from tunnel import DRAFT, lay_out

from checker import check
from checker.cli import run
from checker.render import terminal
from checker.render.view import View
from checker.render.width import cells


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    lay_out(tmp_path)


def typed(monkeypatch: pytest.MonkeyPatch, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def places(output: str) -> list[tuple[str, int]]:
    return [(f["a"]["file"], f["a"]["line"]) for f in json.loads(output)["findings"] if f["verdict"] == "contradiction"]


@pytest.mark.parametrize(("name", "view"), [("80", View(80)), ("all", View(100, show=("all",))), ("colour", View(80, colour=True))])
def test_a_checked_draft_is_shown_as_recorded(name: str, view: View) -> None:
    assert_golden(f"check-{name}.txt", terminal.write(a_check(), view))


def test_unsupported_claims_are_listed_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "draft.md", "--against", "wire", "--show", "unsupported"]) == 1
    out = capsys.readouterr().out
    assert "13:1\n     The tunnel has 31 ventilation shafts.\n" in out
    assert "CONTRADICTED ·" not in out


def test_no_line_is_wider_than_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "draft.md", "--against", "wire", "--show", "all"])
    assert max(map(cells, capsys.readouterr().out.splitlines())) <= 80


def test_a_clean_draft_says_so_and_passes(capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.md").write_text(DRAFT.replace("killed 12", "killed 9").replace("wire", ""), encoding="utf-8")
    assert run(["check", "draft.md", "--against", "wire/kurier.txt", "wire/prabhat.txt"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("None contradicted · none overtaken · none resting on a stale source · ")
    assert "Nothing in it is contradicted, overtaken or resting on a stale source." in out


@pytest.mark.parametrize(
    "text",
    [
        DRAFT,
        DRAFT.replace("\n", "\r\n"),
        "\ufeff" + DRAFT,
        "<!doctype html><html lang='en'><body><article>"
        + "".join(f"<p>{line}</p>\n" for line in DRAFT.splitlines()[6:] if line)
        + "</article></body></html>",
    ],
)
def test_a_draft_comes_from_standard_input(text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typed(monkeypatch, text)
    assert run(["check", "-", "--against", "wire", "--format", "json"]) == 1
    ((file, line),) = places(capsys.readouterr().out)
    assert file == "stdin"
    assert line == (2 if text.startswith("<") else 9)


@pytest.mark.parametrize(
    ("drafts", "text", "words"),
    [
        (["-"], b"", "stdin: is empty"),
        (["-"], b"\x89PNG\r\n\x1a\n", "stdin: is an image, not text"),
        (["-"], bytes(range(256)) * 9, "stdin: is a binary file"),
        (["-", "-"], DRAFT, "standard input can be one draft only"),
    ],
)
def test_bad_standard_input_is_one_line_and_status_2(
    drafts: list[str], text: str | bytes, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, text)
    assert run(["check", *drafts, "--against", "wire"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def test_changed_only_checks_the_lines_that_differ(capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "draft")
    arguments = ["check", "draft.md", "--against", "wire", "--changed-only", "HEAD", "--format", "json"]
    assert run(arguments) == 0
    quiet = json.loads(capsys.readouterr().out)
    assert (quiet["findings"], quiet["unsupported"]) == ([], [])
    assert [n["message"] for n in quiet["notices"]] == ["5 of 5 claims stand on lines that were not to be checked"]

    Path("draft.md").write_text("\n" * 3 + DRAFT.replace("killed 12", "killed 11"), encoding="utf-8")
    assert run(arguments) == 1
    assert places(capsys.readouterr().out) == [("draft.md", 12)]

    Path("new.md").write_text(DRAFT, encoding="utf-8")
    assert run(["check", "new.md", *arguments[2:]]) == 1
    assert places(capsys.readouterr().out) == [("new.md", 9)]


def test_a_changed_date_changes_every_claim(capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "draft")
    Path("draft.md").write_text(DRAFT.replace("2024-06-08", "2024-06-09"), encoding="utf-8")
    assert run(["check", "draft.md", "--against", "wire", "--changed-only", "HEAD", "--format", "json"]) == 1
    out = capsys.readouterr().out
    assert places(out) == [("draft.md", 9)]
    assert json.loads(out)["notices"] == []


@pytest.mark.parametrize(
    ("ref", "words"),
    [("nowhere", "git knows no commit 'nowhere'"), ("--output=x", "needs a commit, branch or tag"), ("", "needs a commit, branch or tag")],
)
def test_a_ref_that_git_does_not_know_is_one_line_and_status_2(ref: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    assert run(["check", "draft.md", "--against", "wire", f"--changed-only={ref}"]) == 2
    assert words in capsys.readouterr().err
    assert not Path("x").exists()


def test_without_a_repository_changed_only_is_status_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    assert run(["check", "draft.md", "--against", "wire", "--changed-only", "HEAD"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_standard_input_has_no_history(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typed(monkeypatch, DRAFT)
    assert run(["check", "-", "--against", "wire", "--changed-only", "HEAD"]) == 2
    assert "standard input has no history" in capsys.readouterr().err


def test_a_finding_of_a_check_is_explained_on_the_same_paths(capsys: pytest.CaptureFixture[str]) -> None:
    name = check("draft.md", against="wire").findings[0].id
    assert run(["explain", name, "draft.md", "--against", "wire"]) == 0
    assert capsys.readouterr().out.startswith(name)
