"""Hostile drafts in every format: nothing in them acts, nothing breaks a format's own form, and nothing is left out silently."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from tunnel import DRAFT, KURIER, lay_out

from checker import Report, check
from checker.cli import run
from checker.render import formats, writer
from checker.render.view import View

TOLL = "A fire in the Karsten tunnel killed 12 people on Thursday, police chief Ilse Brandt said on Friday evening."
PAYLOADS = {
    "script": "<script>alert('x')</script><img src=x onerror=alert(1)><svg/onload=alert(2)>",
    "terminal": "\x1b[2J\x1b]0;owned\x07\x9b31m\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\",
    "bidi": "\u202eevil\u202c \u2066hidden\u2069 \u200e\u200f\u061c",
    "rich": "[bold red]x[/] [/oops] [link=http://x]y[/link]",
    "markdown": "[x](javascript:alert(1)) ![y](http://x/y.png) @everyone #1 `code` | a | b |",
    "command": "::error::owned %0A::set-output name=a::b",
    "formula": "=HYPERLINK(1)",
    "quotes": "\"'}]<!--",
    "line ends": "a\u2028b\u2029c\x0bd\x0ce\x85f",
    "zero width": "k\u200bi\u00adl\ufeffl\u2060ed",
    "surrogate": "\ud800",
    "joined": "e" + "\u0301" * 400,
    "format": "%s %n {0} {x!r} ${HOME} $(id)",
}
BROKEN = {
    "unclosed front matter": DRAFT.replace("---\n\n#", "\n\n#"),
    "front matter that is code": DRAFT.replace("lang: en", "lang: !!python/object/apply:os.system ['id']\nx: &a [*a, *a]\n? {\n- ]"),
    "a date that is none": DRAFT.replace("2024-06-08", "99999-99-99"),
    "a date of long ago": DRAFT.replace("2024-06-08", "0001-01-01"),
    "a language that is none": DRAFT.replace("lang: en", "lang: ../../etc/passwd"),
    "unclosed comment": DRAFT.replace(TOLL, f"{TOLL} <!-- checker: ignore N101 scope"),
    "unclosed fence": DRAFT.replace(TOLL, f"{TOLL}\n\n```"),
    "deep quotes": DRAFT.replace(TOLL, ">" * 3000 + f"\n\n{TOLL}"),
    "many brackets": DRAFT.replace(TOLL, "[(" * 3000 + f"\n\n{TOLL}"),
    "only carriage returns": DRAFT.replace("\n", "\r"),
}

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    lay_out(tmp_path)


def hostile(payload: str) -> str:
    """The draft with a payload at the head, inside and behind a claim that is contradicted."""
    return DRAFT.replace("# Fire", f"# {payload} Fire").replace(TOLL, f"{payload} {TOLL[:-1]} {payload}.")


class Tags(HTMLParser):
    """The elements of a page, and the addresses that they would load."""

    def __init__(self) -> None:
        super().__init__()
        self.handlers: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href") and not (value or "").startswith("#")]


def everywhere(found: Report) -> None:
    """Raises where a report is not harmless in one of the formats."""
    for name in formats():
        harmless(name, writer(name)(found, View(show=("all",))))


def harmless(name: str, text: str) -> None:
    """Raises where a format's own form is broken or something in it acts."""
    assert not _CONTROLS.search(text)
    text.encode("utf-8")
    if name in ("json", "sarif", "claimreview"):
        json.loads(text)
    elif name in ("jsonl", "rdjsonl"):
        assert all(isinstance(json.loads(line), dict) for line in text.splitlines())
    elif name == "csv":
        rows = list(csv.reader(StringIO(text)))
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if cell[:1] in "=@\t\r" and cell]
    elif name == "github":
        *commands, counts = text.splitlines()
        assert all(re.match(r"::(?:error|warning|notice) (?:file|title)=", line) for line in commands)
        assert counts.startswith(("1 ", "none ", "2 "))
    elif name == "html":
        page = Tags()
        page.feed(text)
        assert (page.handlers, page.addresses) == ([], [])
        assert "<script>alert" not in text
    elif name == "markdown":
        assert "<script" not in text.replace("\\<", "")
        assert not re.search(r"(?<!\\)!?\[[^\]]*\]\((?:http|javascript)", text)


@pytest.mark.parametrize("kind", PAYLOADS)
def test_a_hostile_draft_is_harmless_in_every_format(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.md").write_text(hostile(PAYLOADS[kind]), encoding="utf-8", errors="surrogatepass")
    Path("wire/kurier.txt").write_text(
        KURIER.replace("При пожаре", f"{PAYLOADS[kind]} При пожаре"), encoding="utf-8", errors="surrogatepass"
    )
    everywhere(check("draft.md", against="wire"))
    assert run(["check", "draft.md", "--against", "wire", "--format", "csv", "--show", "all"]) in (0, 1)
    out, err = capsys.readouterr()
    assert not _CONTROLS.search(out + err)
    assert "internal error" not in err


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_draft_is_read_as_far_as_it_goes(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.md").write_text(BROKEN[kind], encoding="utf-8", newline="")
    status = run(["check", "draft.md", "--against", "wire", "--format", "json"])
    out, err = capsys.readouterr()
    assert err == ""
    found = json.loads(out)
    assert status == int(any(finding["verdict"] == "contradiction" for finding in found["findings"]))
    assert found["run"]["drafts"] == ["draft.md"]
    told = {finding["a"]["sentence"] for finding in found["findings"]} | {claim["sentence"] for claim in found["unsupported"]}
    assert any("killed 12 people" in sentence for sentence in told) or found["notices"]


@pytest.mark.parametrize(
    "content", [DRAFT.replace("12", "1\x002").encode(), DRAFT.encode("utf-16-be"), b"\x00" * 5000, DRAFT.encode()[:90] + b"\xff\xfe" * 9]
)
def test_null_bytes_and_wrong_encodings_are_one_line_or_a_notice(content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.md").write_bytes(content)
    status = run(["check", "draft.md", "--against", "wire", "--format", "csv"])
    out, err = capsys.readouterr()
    assert "internal error" not in err
    if status == 2:
        assert (out, err.count("\n")) == ("", 1)
        assert err.startswith("checker: no draft could be read in draft.md: draft.md: ")
    else:
        everywhere(check("draft.md", against="wire"))


def test_a_line_of_ten_megabytes_is_named_and_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    clause = "Nine people were killed in the Karsten tunnel on Thursday, and 12 were injured, police said; "
    Path("draft.md").write_text(f"{DRAFT}\n{clause * (10_000_000 // len(clause))}\n", encoding="utf-8")
    assert run(["check", "draft.md", "--against", "wire", "--format", "github"]) == 1
    out = capsys.readouterr().out
    assert "::error file=draft.md,line=9," in out
    assert re.search(r"draft\.md: line 15: 9,999,9\d\d characters without the end of a sentence were not read \(at most 5,000 are\)", out)
    assert len(out) < 3_000


def test_a_sentence_just_short_enough_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    clause = "Nine people were killed in the Karsten tunnel on Thursday, and 12 were injured, police said; "
    Path("draft.md").write_text(f"{DRAFT}\n{clause * (5_000 // len(clause))}\n", encoding="utf-8")
    run(["check", "draft.md", "--against", "wire", "--format", "json"])
    assert not [n for n in json.loads(capsys.readouterr().out)["notices"] if n["code"] == "too-long"]


def test_a_name_that_acts_is_shown_and_does_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    name = "a\x1b[31m,title=x::y\u202e<b>[z](w).md"
    Path(name).write_text(DRAFT, encoding="utf-8")
    everywhere(check(name, against="wire"))
    assert run(["check", name, "--against", "wire"]) == 1
    harmless("terminal", capsys.readouterr().out)
