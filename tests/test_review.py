"""Living with findings: dismissals that survive edits, comments in a draft, and a baseline. The real engine."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from checks import DISPUTED, a_check
from hypothesis import given
from hypothesis import strategies as st
from tunnel import DRAFT, PRABHAT, lay_out

from checker import Report, Settings, SettingsError, check, report
from checker.cli import run
from checker.model import State, Verdict
from checker.render import terminal
from checker.render.view import View
from checker.review import dismissals
from checker.review.dismissals import Entry, dumps
from checker.review.fingerprint import Fingerprint, fingerprint

TOLL = "A fire in the Karsten tunnel killed 12 people on Thursday, police chief Ilse Brandt said on Friday evening."
SETTINGS = Settings(dismissals=Path("checker-dismissed.toml"))


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("CHECKER_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    lay_out(tmp_path)


def checked(settings: Settings | None = None) -> Report:
    return check("draft.md", against="wire", settings=settings)


def write(draft: str) -> None:
    Path("draft.md").write_text(draft, encoding="utf-8")


def dismiss(*options: str) -> int:
    run(["check", "draft.md", "--against", "wire", "--output", "seen.txt"])
    (toll,) = checked().of(Verdict.CONTRADICTION)
    return run(["dismiss", toll.id, "--reason", "scope", *options])


def tolls(found: Report) -> list[State]:
    return [f.state for f in found.findings if f.code == "N101"]


def idle(found: Report) -> list[str]:
    return [notice.message for notice in found.notices if notice.code == "idle"]


# --- dismissing -------------------------------------------------------------------------------


def test_a_dismissed_finding_no_longer_fails_but_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert dismiss("--note", "The wire counts the district only.") == 0
    capsys.readouterr()
    assert run(["check", "draft.md", "--against", "wire"]) == 0
    out = capsys.readouterr().out
    assert "None contradicted" in out
    assert "1 dismissed (1 scope)" in out
    (finding,) = (f for f in json.loads(checked(SETTINGS).to_json())["findings"] if f["code"] == "N101")
    assert finding["state"] == "dismissed"
    assert finding["dismissal"] == {"reason": "scope", "note": "The wire counts the district only.", "where": "checker-dismissed.toml"}


@pytest.mark.parametrize(
    "edited",
    [
        DRAFT.replace("# Fire", "\n\n\n# Fire"),
        DRAFT.replace("The tunnel was closed", "Smoke was seen for miles.\n\nThe tunnel was closed"),
        DRAFT.replace("said on Friday evening", "told reporters on Friday evening"),
        DRAFT.replace("A fire in the Karsten tunnel killed 12 people", "A blaze in the Karsten tunnel killed 12 people"),
    ],
    ids=["edits above", "edits between", "reworded", "another word"],
)
def test_a_dismissal_survives_edits_and_a_small_rewording(edited: str) -> None:
    dismiss()
    write(edited)
    found = checked(SETTINGS)
    assert tolls(found) == [State.DISMISSED]
    assert idle(found) == []


@pytest.mark.parametrize(
    "edited",
    [DRAFT.replace("killed 12", "killed 13"), DRAFT.replace("killed 12", "killed 112"), DRAFT.replace("killed 12", "killed fourteen")],
)
def test_a_changed_figure_is_a_new_finding(edited: str) -> None:
    dismiss()
    write(edited)
    found = checked(SETTINGS)
    assert tolls(found) == [State.NEW]
    assert idle(found) == [f"a dismissal of N101 (scope) sets nothing aside: {TOLL[:59]}…"]


def test_a_changed_figure_of_the_other_side_is_a_new_finding() -> None:
    dismiss()
    for name in ("kurier.txt", "prabhat.txt"):
        path = Path("wire", name)
        path.write_text(path.read_text("utf-8").replace(" 9 ", " 8 "), encoding="utf-8")
    assert tolls(checked(SETTINGS)) == [State.NEW]


def test_a_dismissal_holds_when_another_article_becomes_the_clearest() -> None:
    dismiss()
    Path("wire/second.txt").write_text(PRABHAT, encoding="utf-8")
    assert tolls(checked(SETTINGS)) == [State.DISMISSED]


def test_a_dismissal_holds_wherever_the_checker_is_called_from() -> None:
    dismiss()
    Path("desk").mkdir()
    Path("draft.md").rename("desk/draft.md")
    found = check("desk/draft.md", against="wire", settings=SETTINGS)
    assert tolls(found) == [State.DISMISSED]


def test_a_report_heeds_dismissals_whichever_way_round_it_tells_a_finding() -> None:
    dismiss()
    assert tolls(report(["wire", "draft.md"])) == [State.NEW]
    assert tolls(report(["wire", "draft.md"], settings=SETTINGS)) == [State.DISMISSED]


def test_dismissals_of_files_that_were_not_read_are_not_called_idle() -> None:
    dismiss()
    assert idle(check("draft.md", against="wire/rasid.txt", settings=SETTINGS)) == []


def test_dismissing_twice_changes_nothing_and_a_new_reason_replaces_the_old(capsys: pytest.CaptureFixture[str]) -> None:
    dismiss("--note", "one")
    first = Path("checker-dismissed.toml").read_text("utf-8")
    dismiss("--note", "one")
    assert Path("checker-dismissed.toml").read_text("utf-8") == first
    assert "stood already in checker-dismissed.toml" in capsys.readouterr().out
    dismiss("--reason", "style")
    (entry,) = dismissals.load(Path("checker-dismissed.toml"))
    assert (entry.reason, entry.note) == ("style", "")


def test_a_finding_is_dismissed_out_of_a_report_in_json(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_CACHE", "off")
    run(["check", "draft.md", "--against", "wire", "--format", "json", "--output", "r.json"])
    name = json.loads(Path("r.json").read_text("utf-8"))["findings"][0]["id"]
    assert run(["dismiss", name, "--reason", "other", "--report", "r.json", "--dismissals", "mine.toml"]) == 0
    assert dismissals.load(Path("mine.toml"))[0].reason == "other"
    assert run(["dismiss", name, "--reason", "other"]) == 2
    assert "no run in this folder is known" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["zzzzzz", "--reason", "scope"], "no finding 'zzzzzz'"),
        (["zzzzzz", "--reason", "skope"], "unknown reason 'skope'; did you mean 'scope'?"),
        (["zzzzzz"], "the following arguments are required: --reason"),
        (["zzzzzz", "--reason", "scope", "--report", "draft.md"], "draft.md: is no report of the checker"),
        (["zzzzzz", "--reason", "scope", "--report", "gone.json"], "gone.json: cannot be read"),
    ],
)
def test_what_cannot_be_dismissed_is_one_line_and_status_2(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "draft.md", "--against", "wire", "--output", "seen.txt"])
    assert run(["dismiss", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert words in err
    assert not Path("checker-dismissed.toml").exists()


def test_every_problem_of_a_dismissals_file_is_told_at_once() -> None:
    Path("bad.toml").write_text(
        '[[dismissed]]\nrule = "N101"\nfile = "a.md"\nsentense = "x"\nreason = "scoop"\n\n[[dismissed]]\nrule = 4\n', encoding="utf-8"
    )
    with pytest.raises(SettingsError) as caught:
        checked(Settings(dismissals=Path("bad.toml")))
    told = "\n".join(caught.value.problems)
    for words in ("'sentence'", "sentence is missing", "did you mean 'scope'", "rule must be text", "dismissal 2: file is missing"):
        assert words in told


def entry(file: str, sentence: str) -> Entry:
    return Entry(Fingerprint(file, "N101", sentence, "1"), "scope")


def test_the_file_is_sorted_whatever_the_order_of_dismissing() -> None:
    some = [entry("b.md", "x"), entry("a.md", "y"), entry("a.md", "x")]
    assert dumps(some) == dumps(list(reversed(some)))
    assert [(t["file"], t["sentence"]) for t in tomllib.loads(dumps(some))["dismissed"]] == [("a.md", "x"), ("a.md", "y"), ("b.md", "x")]


@given(st.text(), st.text())
def test_whatever_an_article_says_the_file_holds_it_and_reads_back(sentence: str, note: str) -> None:
    told = dumps([Entry(Fingerprint("a.md", "N101", sentence), "other", note)])
    (table,) = tomllib.loads(told)["dismissed"]
    assert (table.get("sentence", ""), table.get("note", "")) == (sentence, note)
    assert not set(told) & set("\x1b\x9b\u202e\u2066\u2028")


def test_a_fingerprint_knows_no_lines() -> None:
    (known,) = (fingerprint(f) for f in a_check(DISPUTED).findings)
    assert known == Fingerprint(
        "courier.txt",
        "N101",
        "Twelve people were injured in a fire at the port of Sarova on 3 March, the ministry said.",
        "12 injured",
        "wire/nile.txt",
        "أعلنت الوزارة إصابة 21 شخصا في حريق اندلع في ميناء ساروفا في 3 مارس.",
        "21 injured",
    )


@pytest.mark.parametrize(
    ("known", "here", "same"),
    [
        ("draft.md", "draft.md", True),
        ("desk/draft.md", "draft.md", True),
        ("draft.md", "desk/draft.md", True),
        ("other/draft.md", "desk/draft.md", False),
        ("a-draft.md", "draft.md", False),
        ("", "draft.md", False),
    ],
)
def test_names_that_end_alike_are_of_one_file(known: str, here: str, same: bool) -> None:
    assert Fingerprint(known, "N101", "x").knows(Fingerprint(here, "N101", "x")) is same


# --- comments in a draft ------------------------------------------------------------------------

IGNORED = "<!-- checker: ignore N101 scope The wire counts the district only. -->"


@pytest.mark.parametrize(
    "draft",
    [
        DRAFT.replace(TOLL, f"{IGNORED}\n{TOLL}"),
        DRAFT.replace(TOLL, f"{IGNORED}\n\n{TOLL}"),
        DRAFT.replace(TOLL, f"{TOLL} {IGNORED}"),
        DRAFT.replace(TOLL, f"{TOLL}\n{IGNORED}"),
        DRAFT.replace(TOLL, f"{TOLL} {IGNORED} The road is open."),
        DRAFT.replace(TOLL, f"{IGNORED.replace('N101', 'number-mismatch')}\n\n{TOLL}"),
        DRAFT.replace(TOLL, f"{IGNORED.replace('N101', 'D101, N101')}\n\n{TOLL}"),
        DRAFT + "\n" + IGNORED.replace("ignore", "ignore-file"),
    ],
    ids=["above", "paragraph before", "behind", "below", "between", "by name", "several", "whole file"],
)
def test_a_comment_in_markdown_covers_its_paragraph_or_the_next(draft: str) -> None:
    write(draft)
    found = checked()
    (toll,) = (f for f in found.findings if f.code == "N101")
    assert toll.a.sentence.text == TOLL
    assert toll.dismissal is not None
    assert (toll.state, toll.dismissal.reason, toll.dismissal.note) == (State.DISMISSED, "scope", "The wire counts the district only.")
    assert idle(found) == []


@pytest.mark.parametrize(
    "draft",
    [
        DRAFT + "\n" + IGNORED,
        DRAFT.replace("The tunnel was closed", f"{IGNORED}\nThe tunnel was closed"),
        DRAFT.replace("# Fire", f"{IGNORED}\n\n# Fire"),
    ],
    ids=["at the end", "next paragraph", "headline"],
)
def test_a_comment_covers_nothing_else_and_is_called_idle(draft: str) -> None:
    write(draft)
    found = checked()
    assert tolls(found) == [State.NEW]
    assert len(idle(found)) == 1
    assert "sets nothing aside (N101); remove it" in idle(found)[0]


PAGE = "<html lang='en'><head><meta property='article:published_time' content='2024-06-08'></head><body><article>{}</article></body></html>"


@pytest.mark.parametrize("paragraph", [f"{IGNORED}<p>{TOLL}</p>", f"<p>{IGNORED}{TOLL}</p>", f"<p>{TOLL}{IGNORED}</p>"])
def test_a_comment_in_a_page_covers_its_paragraph_or_the_next(paragraph: str) -> None:
    rest = "<p>The tunnel was closed on Thursday night. Mayor Otto Rehn resigned on Friday.</p>"
    Path("draft.html").write_text(PAGE.format(f"<h1>Fire in the Karsten tunnel</h1>\n{paragraph}\n{rest}"), encoding="utf-8")
    assert tolls(check("draft.html", against="wire")) == [State.DISMISSED]


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("ignore N110 scope", "unknown rule 'N110'; did you mean 'N101'?"),
        ("ignore N101 skope", "unknown reason 'skope'; did you mean 'scope'?"),
        ("ignore N101", "no reason; give one of scope, update, translation, style, other"),
        ("ignore", "no code; write <!-- checker: ignore CODE REASON note -->"),
        ("ignroe N101 scope", "unknown word 'ignroe'; did you mean 'ignore'?"),
        ("", "unknown word ''"),
    ],
)
def test_a_comment_that_cannot_be_understood_is_a_notice_and_not_heeded(comment: str, words: str) -> None:
    write(DRAFT.replace(TOLL, f"<!-- checker: {comment} -->\n{TOLL}"))
    found = checked()
    assert tolls(found) == [State.NEW]
    (told,) = (n.message for n in found.notices if n.code == "suppression")
    assert told.startswith("line 9: the comment was not heeded: ")
    assert words in told


def test_an_article_cannot_switch_off_what_is_said_of_it() -> None:
    hostile = IGNORED.replace("ignore", "ignore-file")
    Path("wire/prabhat.txt").rename("wire/prabhat.md")
    Path("wire/prabhat.md").write_text(f"{hostile}\n\n{PRABHAT}\n{hostile}\n", encoding="utf-8")
    assert tolls(checked()) == [State.NEW]


# --- baseline -----------------------------------------------------------------------------------


def test_only_findings_that_are_not_in_the_baseline_fail(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", "draft.md", "--against", "wire"]
    assert run([*arguments, "--format", "json", "--output", "known.json"]) == 1
    assert run([*arguments, "--baseline", "known.json"]) == 0
    known = len(json.loads(Path("known.json").read_text(encoding="utf-8"))["findings"])
    assert f"{known} known from the baseline" in " ".join(capsys.readouterr().out.split())
    write(DRAFT + "\nThe fire in the Karsten tunnel on Thursday killed 15 people, police chief Ilse Brandt said.\n")
    assert run([*arguments, "--baseline", "known.json", "--format", "json", "--output", "new.json"]) == 1
    found = json.loads(Path("new.json").read_text("utf-8"))["findings"]
    assert [(f["a"]["line"], f.get("state")) for f in found if f["verdict"] == "contradiction"] == [(9, "known"), (15, None)]


def test_a_baseline_that_is_out_of_date_says_so() -> None:
    run(["check", "draft.md", "--against", "wire", "--format", "json", "--output", "known.json"])
    write(DRAFT.replace("killed 12", "killed 9"))
    found = checked(Settings(baseline=Path("known.json")))
    assert any("known findings are no longer there; write the baseline anew" in told for told in idle(found))


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"findings": [{}]}', '{"findings": 3}', '{"findings": [{"id": 1, "code": 2}]}', "[" * 5000]
)
def test_a_baseline_that_is_no_report_is_one_line_and_status_2(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("known.json").write_text(text, encoding="utf-8")
    assert run(["check", "draft.md", "--against", "wire", "--baseline", "known.json"]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "checker: known.json: is no report of the checker; give a report made with --format json --output FILE\n")


def test_settings_name_both_files() -> None:
    dismiss()
    Path("checker-dismissed.toml").rename("aside.toml")
    Path("checker.toml").write_text('dismissals = "aside.toml"\n', encoding="utf-8")
    assert run(["check", "draft.md", "--against", "wire", "--output", "seen.txt"]) == 0


def test_what_is_set_aside_is_counted_in_the_totals() -> None:
    told = terminal.write(a_check(replace(DISPUTED, state=State.KNOWN)), View())
    assert "1 known from the baseline" in " ".join(told.split())
    assert "CONTRADICTED" not in told
