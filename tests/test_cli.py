"""The command line: what it prints, where, and with which status. The engine is a stand-in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from build import CLOSURE, DAWN, READINGS, STALE, TOLL, UPDATE, a_report, quiet_report
from goldens import assert_golden

from checker.cli import commands, run
from checker.errors import InputError, ModelError
from checker.model import Notice, Verdict
from checker.render import formats
from checker.report import Report
from checker.settings import FAIL_ON, SHOW
from claims.model import UnreadableError


@dataclass
class Engine:
    """Stands in for the engine: answers with a report, and remembers what it was asked."""

    answer: Report | BaseException = field(default_factory=a_report)
    asked: dict[str, object] = field(default_factory=dict)

    def report(self, inputs: object, **options: object) -> Report:
        self.asked = {"inputs": inputs, **options}
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer

    compare_with = report  # the evaluation imports it; no test here calls it

    def compare(self, a: str, b: str, **options: object) -> SimpleNamespace:
        self.asked = {"a": a, "b": b, **options}
        return SimpleNamespace(
            verdict=Verdict.CONTRADICTION,
            types=TOLL.types,
            confidence=0.9,
            message=TOLL.message,
            trace=TOLL.trace,
            otherwise=lambda: (),
            finding=None,
            notices=(),
        )


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Engine:
    stand_in = Engine()
    for name, functions in (("engine", ("report",)), ("comparing", ("compare", "compare_with"))):
        module = ModuleType(f"checker.{name}")
        for function in functions:
            setattr(module, function, getattr(stand_in, function))
        monkeypatch.setitem(sys.modules, f"checker.{name}", module)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return stand_in


def test_commands_are_the_files_of_the_package() -> None:
    assert {"report", "compare", "claims", "rules", "explain", "doctor"} <= set(commands())


@pytest.mark.parametrize("command", ["", "report", "check", "dismiss", "compare", "claims", "evaluate", "rules", "explain", "doctor"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help"]) == 0
    out = capsys.readouterr().out
    assert out.isascii()  # argparse writes it in whatever encoding the terminal has
    assert out.startswith(f"usage: checker {command}".rstrip())


def test_help_names_every_format_verdict_and_level(capsys: pytest.CaptureFixture[str]) -> None:
    run(["report", "--help"])
    told = capsys.readouterr().out
    assert [word for word in (*formats(), *SHOW, *FAIL_ON) if word not in told] == []


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("checker ")


def test_without_a_command_there_is_help_and_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "commands:" in capsys.readouterr().out


def test_the_report_is_printed_plain_in_a_pipe(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "a.txt", "b.txt"]) == 0
    out, err = capsys.readouterr()
    assert_golden("report-80.txt", out)
    assert err == ""
    assert engine.asked["inputs"] == ["a.txt", "b.txt"]


def test_settings_reach_the_engine(engine: Engine) -> None:
    arguments = ["--as-of", "2026-01-28", "--encoder", "other", "--min-confidence", "0.5", "--show", "stale,contradiction", "--show", "all"]
    run(["report", "a.txt", *arguments])
    settings = engine.asked["settings"]
    assert (str(settings.as_of), settings.encoder, settings.min_confidence) == ("2026-01-28", "other", 0.5)  # type: ignore[attr-defined]
    assert settings.show == ("contradiction", "stale", "all")  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["json", "csv"])
@pytest.mark.usefixtures("engine")
def test_a_format_goes_to_a_file_whole(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "a.txt", "--format", name, "--show", "stale", "--output", str(tmp_path / "out")]) == 0
    assert_golden(f"report.{name}", (tmp_path / "out").read_text(encoding="utf-8"))
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("engine")
def test_notices_have_no_place_in_csv_and_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    run(["report", "a.txt", "--format", "csv"])
    assert "checker: nordic.txt: no language data for 'fi'" in capsys.readouterr().err


LEVELS = {"contradiction": TOLL, "stale": STALE, "temporal_shift": UPDATE, "corroboration": DAWN}


@pytest.mark.parametrize("found", LEVELS)
@pytest.mark.parametrize(
    ("level", "failing"),
    [
        ("contradiction", {"contradiction"}),
        ("stale", {"contradiction", "stale"}),
        ("temporal_shift", {"contradiction", "stale", "temporal_shift"}),
        ("never", set()),
    ],
)
def test_a_level_includes_those_above_it(engine: Engine, level: str, failing: set[str], found: str) -> None:
    engine.answer = a_report(LEVELS[found])
    assert run(["report", "a.txt", "--fail-on", level]) == int(found in failing)


def test_a_report_never_fails_by_default_but_a_setting_can_make_it(engine: Engine, tmp_path: Path) -> None:
    assert run(["report", "a.txt"]) == 0
    (tmp_path / "checker.toml").write_text('fail_on = "contradiction"')
    assert run(["report", "a.txt"]) == 1
    engine.answer = quiet_report()
    assert run(["report", "a.txt"]) == 0


def test_unreadable_files_change_the_status_only_if_strict(engine: Engine) -> None:
    engine.answer = a_report(DAWN, notices=(Notice("unreadable", "b.txt: is empty", "b.txt"),))
    assert run(["report", "a.txt"]) == 0
    assert run(["report", "a.txt", "--strict"]) == 2
    engine.answer = a_report(DAWN)
    assert run(["report", "a.txt", "--strict"]) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["reprot", "x"], "unknown command 'reprot'; did you mean 'report'? (checker --help lists what there is)"),
        (["zzzzzz"], "unknown command 'zzzzzz'; the commands are"),
        (["report"], "the following arguments are required: PATH (checker report --help lists what there is)"),
        (["report", "a", "--fromat", "json"], "unknown option --fromat; did you mean --format? (checker report"),
        (["report", "a", "--form", "json"], "unknown option --form; did you mean --format?"),
        (["report", "a", "--format", "jsn"], "argument --format: unknown format 'jsn'; did you mean 'json'?"),
        (["report", "a", "--as-of", "yesterday"], "--as-of must be a day such as 2026-01-28, not 'yesterday'"),
        (["report", "a", "--min-confidence", "7"], "--min-confidence must be a number from 0 to 1, not 7.0"),
        (["report", "a", "--min-confidence", "x"], "argument --min-confidence: invalid float value: 'x'"),
        (["report", "a", "--show", "contradictions"], "--show has an unknown verdict 'contradictions'; did you mean 'contradiction'?"),
        (["report", "a", "--fail-on", "stael"], "--fail-on has an unknown level 'stael'; did you mean 'stale'?"),
        (["report", "a", "--config", "none.toml"], "none.toml: cannot be read: No such file or directory"),
        (["report", "a", "--output", "no/such/file"], "cannot write no/such/file: there is no folder no/such"),
        (["report", "a", "--output", "."], "cannot write .: it is a folder"),
        (["compare", "a", "b", "c"], "unexpected argument 'c' (checker compare"),
        (["explain", "N110"], "unknown rule 'N110'; did you mean 'N101'?"),
        (["evaluate", "no-gold"], "no-gold: does not exist; check the path"),
        (["evaluate", "."], ".: holds neither pairs.jsonl nor readers.jsonl nor a folder with a gold.json"),
        (["explain", "zzzzzz", "a.txt"], "no finding 'zzzzzz' in this report"),
    ],
)
@pytest.mark.usefixtures("engine")
def test_a_wrong_command_line_is_one_line_and_status_2(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), err.startswith("checker: ")) == ("", 1, True)
    assert words in err


def test_a_path_in_place_of_a_command_is_understood(engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "articles").mkdir()
    assert run(["articles"]) == 2
    assert "did you mean 'checker report articles'?" in capsys.readouterr().err
    assert engine.asked == {}


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (InputError("nothing to read: x"), "checker: nothing to read: x\n"),
        (ModelError("no model 'x'; try bundled"), "checker: no model 'x'; try bundled\n"),
        (UnreadableError("a.txt", "is empty"), "checker: a.txt: is empty\n"),
        (PermissionError(13, "Permission denied", "a.txt"), "checker: a.txt: Permission denied\n"),
        (KeyboardInterrupt(), "checker: interrupted\n"),
        (InputError("bad \x1b[2Jname"), "checker: bad ␛[2Jname\n"),
        (ZeroDivisionError("oops"), "checker: internal error: ZeroDivisionError: oops (--debug shows where)\n"),
    ],
)
def test_an_error_is_one_line_and_status_2(engine: Engine, error: BaseException, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    engine.answer = error
    assert run(["report", "a.txt"]) == 2
    assert capsys.readouterr() == ("", words)


def test_debug_shows_where_an_error_came_from(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    engine.answer = InputError("nothing to read")
    assert run(["report", "a.txt", "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="needs a file nobody can write")
@pytest.mark.usefixtures("engine")
def test_an_output_that_cannot_be_written_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "a.txt", "--output", "/proc/version"]) == 2
    assert capsys.readouterr().err.startswith("checker: cannot write /proc/version: ")


def test_two_texts_are_compared(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "One died.", "Two died.", "--published", "2025-10-15", "2026-01-28", "--lang", "en", "en"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("CONTRADICTION: NUMBER · very likely (0.90)\n")
    assert "   One died.\n" in out
    assert engine.asked["published"] == ("2025-10-15", "2026-01-28")
    assert engine.asked["lang"] == ("en", "en")


def test_a_comparison_has_a_json_form(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "One died.", "Two died.", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["schema_version"], answer["verdict"], answer["types"]) == (1, "contradiction", ["number"])
    assert engine.asked["published"] == (None, None)


def test_rules_lists_every_code_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == 0
    codes = [line[:4] for line in capsys.readouterr().out.splitlines()[1:] if line[:1].strip()]
    assert codes == sorted(set(codes))
    assert {"N101", "T101", "X101"} <= set(codes)


@pytest.mark.parametrize("name", ["N101", "n101", "number-mismatch"])
def test_a_rule_is_explained_by_code_or_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", name]) == 0
    out = capsys.readouterr().out
    assert out.startswith("N101 number-mismatch · number · error\n")
    assert [word for word in ("What it does", "Why it matters", "Example", "Limits") if word not in out] == []


def test_a_finding_is_explained_from_its_paths(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", CLOSURE.id, "a.txt", "b.txt"]) == 0
    assert_golden("explain.txt", capsys.readouterr().out)
    assert engine.asked["inputs"] == ["a.txt", "b.txt"]


def checker(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """The program itself, with a report put in place of the engine's."""
    script = (
        "import sys; from types import ModuleType; from build import a_report;"
        "sys.modules['checker.engine'] = m = ModuleType('checker.engine'); m.report = lambda *a, **k: a_report();"
        "from checker.__main__ import main; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), **environment}
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


def test_the_same_report_has_the_same_bytes_whatever_the_hash_seed() -> None:
    runs = {checker("report", "a", "--format", name, PYTHONHASHSEED=seed).stdout for seed in "12" for name in ("json", "terminal")}
    assert len(runs) == 2


def test_a_locale_without_the_scripts_loses_no_letter() -> None:
    done = checker("report", "a", PYTHONIOENCODING="ascii", COLUMNS="80")
    assert done.returncode == 0
    assert_golden("report-80.txt", done.stdout)


def test_a_reader_that_stops_reading_is_no_error() -> None:
    script = "import sys; from checker.cli._output import put;put('x' * 1_000_000); put('y'); sys.exit(0)"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_claims_are_shown_with_their_facets(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.cli import claims as command

    monkeypatch.setattr(command, "_read", lambda source: READINGS[source.file])
    monkeypatch.setattr("checker.intake.intake", lambda paths: (tuple(READINGS[path].source for path in paths), []))
    assert run(["claims", "courier.txt", "wire/nile.txt", "--all", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [source["file"] for source in document["sources"]] == ["courier.txt", "wire/nile.txt"]
    first, second = document["sources"][0]["claims"][:2]
    assert (first["claim"], first["reason"]) == (False, "headline")
    assert list(second) == ["sentence", "start", "end", "line", "lang", "claim", "reason", "facets", "inherited"]
    assert run(["claims", "courier.txt", "--output", str(tmp_path / "out.txt")]) == 0
    assert "3:1  3 March 2025 (explicit)\n  Twelve people were injured" in (tmp_path / "out.txt").read_text(encoding="utf-8")


class Bundled:
    """An encoder that loads."""

    revision, dim = "r1", 4

    def __init__(self, name: str, _: str | None) -> None:
        self.name = name


def test_doctor_is_content_with_a_whole_installation(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.chosen.load_encoder", Bundled)
    monkeypatch.setattr("checker.cli.doctor._DATA", ("claims/data/names.tsv",))
    assert run(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "bundled, revision r1, 4 dimensions" in out
    assert "MISSING" not in out
    assert "ar, en, hi, ru, uk, ur" in out


def test_doctor_names_what_is_missing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str, _: str | None) -> None:
        raise ModelError(f"no model {name!r}; try 'bundled'")

    monkeypatch.setattr("checker.chosen.load_encoder", fail)
    monkeypatch.setattr("checker.cli.doctor._DATA", ("claims/data/lost.tsv",))
    monkeypatch.setattr("checker.cli.doctor._LIBRARIES", ("no-such-library",))
    assert run(["doctor", "--encoder", "other"]) == 2
    missing = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines() if line.startswith("MISSING")]
    assert missing == [
        "MISSING no-such-library not installed; pip install no-such-library",
        "MISSING claims/data/lost.tsv not found; install the package again",
        "MISSING encoder no model 'other'; try 'bundled'",
    ]


def test_progress_is_silent_unless_standard_error_is_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    from checker.cli._output import progress

    with progress() as seen:
        assert list(seen.track([1, 2], "reading")) == [1, 2]
    assert capsys.readouterr() == ("", "")


def test_a_terminal_sees_progress_on_standard_error_only(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.cli._output import progress

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress() as seen:
        assert list(seen.track([1, 2], "reading articles")) == [1, 2]
    out, err = capsys.readouterr()
    assert out == ""
    assert "reading articles" in err
