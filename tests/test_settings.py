"""Settings: where they come from, and what is said when they are wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.model import Severity
from checker.settings import Settings, load


def problems(folder: Path, as_of: str | None = None) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as error:
        load(folder=folder, as_of=as_of)
    return error.value.problems


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(folder=tmp_path) == Settings()


def test_checker_toml_is_read(tmp_path: Path) -> None:
    lines = ['fail_on = "stale"', "as_of = 2026-01-28", 'show = ["all", "stale"]', "top_k = 5"]
    lines += ["[severity]", 'N101 = "note"', 'ordinal-mismatch = "warning"']
    (tmp_path / "checker.toml").write_text("\n".join(lines))
    expected = Settings(
        fail_on="stale",
        as_of=date(2026, 1, 28),
        show=("stale", "all"),
        top_k=5,
        severity={"N101": Severity.NOTE, "O101": Severity.WARNING},
    )
    assert load(folder=tmp_path) == expected


def test_pyproject_is_read_where_it_has_the_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.checker]\nmin_confidence = 0.5\n")
    assert load(folder=tmp_path).min_confidence == 0.5
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert load(folder=tmp_path) == Settings()


def test_checker_toml_wins_over_pyproject_and_flags_win_over_both(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.checker]\ntop_k = 3\n")
    (tmp_path / "checker.toml").write_text("top_k = 4\nencoder = 'x'\n")
    assert load(folder=tmp_path).top_k == 4
    assert load(folder=tmp_path, top_k=7, encoder=None) == Settings(top_k=7, encoder="x")


def test_all_problems_are_told_at_once_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('enocder = "x"\nmin_confidence = 2\nfail_on = "stail"\n[severity]\nN110 = "eror"\n')
    assert problems(tmp_path, as_of="28.01.2026") == (
        "checker.toml: enocder: unknown setting 'enocder'; did you mean 'encoder'?",
        "checker.toml: min_confidence must be a number from 0 to 1, not 2",
        "checker.toml: fail_on has an unknown level 'stail'; did you mean 'stale'?",
        "checker.toml: severity has an unknown rule 'N110'; did you mean 'N101'?",
        "checker.toml: severity has an unknown severity 'eror'; did you mean 'error'?",
        "--as-of must be a day such as 2026-01-28, not '28.01.2026'",
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("top_k = 0", "top_k must be a whole number of at least 1, not 0"),
        ("top_k = true", "top_k must be a whole number of at least 1, not True"),
        ("min_confidence = nan", "min_confidence must be a number from 0 to 1, not nan"),
        ("encoder = ''", "encoder must be a name, not ''"),
        ("show = 3", "show must be a list of verdicts, not 3"),
        ("severity = 'error'", "severity must be a table of rule = severity, not 'error'"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "checker.toml").write_text(text)
    assert problems(tmp_path) == (f"checker.toml: {problem}",)


@pytest.mark.parametrize(
    ("content", "words"), [(b"= 3", "is not valid TOML"), (b"\xff\xfe", "is not valid TOML"), (None, "cannot be read: No such file")]
)
def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, content: bytes | None, words: str) -> None:
    file = tmp_path / "desk.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SettingsError, match=words):
        load(file)


def test_a_pyproject_asked_for_must_have_the_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("")
    with pytest.raises(SettingsError, match=r"has no \[tool.checker\] table"):
        load(tmp_path / "pyproject.toml")


def test_settings_made_by_hand_are_checked_too() -> None:
    with pytest.raises(SettingsError) as error:
        Settings(top_k=-1, fail_on="nevr", as_of="soon")  # type: ignore[arg-type]
    assert error.value.problems == (
        "fail_on has an unknown level 'nevr'; did you mean 'never'?",
        "as_of must be a day such as 2026-01-28, not 'soon'",
        "top_k must be a whole number of at least 1, not -1",
    )
