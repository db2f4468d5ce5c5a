"""The gate that keeps the checker from becoming less accurate: floors hold, break, and are not lowered by accident."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import accuracy_gate
from benchmarks.accuracy_gate import fingerprint, main, problems

FLOOR = {"mill/contradiction/precision": 0.9, "mill/contradiction/recall": 0.5, "mill/without_traps": -1.0}


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of gold whose figures are ``FLOOR``, with a file of floors of its own."""
    folder = tmp_path / "mills"
    folder.mkdir()
    (folder / "pairs.jsonl").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(accuracy_gate, "FLOORS", tmp_path / "floors.json")
    measured(monkeypatch)
    return folder


def measured(monkeypatch: pytest.MonkeyPatch, **change: float) -> None:
    names = {name.rpartition("/")[2]: name for name in FLOOR}
    figures = FLOOR | {names[short]: value for short, value in change.items()}
    monkeypatch.setattr(accuracy_gate, "measure", lambda _: figures)


def pinned(gold: Path) -> dict[str, float]:
    figures: dict[str, float] = json.loads((gold.parent / "floors.json").read_text("utf-8"))["mills"]["figures"]
    return figures


@pytest.mark.parametrize(
    ("figures", "broken"),
    [
        (FLOOR, []),
        (FLOOR | {"mill/contradiction/recall": 0.9, "new/figure": 0.0}, []),
        (FLOOR | {"mill/contradiction/precision": 0.8995}, []),  # three digits are stored
        (FLOOR | {"mill/contradiction/precision": 0.898}, ["mill/contradiction/precision: 0.898 is below 0.9"]),
        (FLOOR | {"mill/without_traps": -2.0}, ["mill/without_traps: -2.0 is below -1.0"]),
        ({}, [f"{name}: None is below {floor}" for name, floor in FLOOR.items()]),
    ],
)
def test_a_figure_below_its_floor_is_a_problem(figures: dict[str, float], broken: list[str]) -> None:
    assert problems(figures, FLOOR) == broken


def test_floors_that_hold_pass(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gold", str(gold), "--update"]) == 0
    assert pinned(gold) == FLOOR
    assert main(["--gold", str(gold)]) == 0
    assert capsys.readouterr().out.splitlines() == ["accuracy gate (mills): 3 floors pinned", "accuracy gate (mills): 3 floors hold"]


def test_a_broken_floor_fails_and_is_named(gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--gold", str(gold), "--update"])
    measured(monkeypatch, recall=0.4)
    assert main(["--gold", str(gold)]) == 1
    assert "mill/contradiction/recall: 0.4 is below 0.5" in capsys.readouterr().out


def test_floors_are_raised_but_lowered_only_on_purpose(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    main(["--gold", str(gold), "--update"])
    measured(monkeypatch, precision=0.95)
    assert main(["--gold", str(gold), "--update"]) == 0
    assert pinned(gold)["mill/contradiction/precision"] == 0.95
    measured(monkeypatch, precision=0.95, recall=0.4)
    assert main(["--gold", str(gold), "--update"]) == 1
    assert pinned(gold)["mill/contradiction/recall"] == 0.5
    assert main(["--gold", str(gold), "--update", "--allow-regression"]) == 0
    assert pinned(gold)["mill/contradiction/recall"] == 0.4


def test_permission_alone_changes_nothing(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    main(["--gold", str(gold), "--update"])
    measured(monkeypatch, recall=0.4)
    assert main(["--gold", str(gold), "--allow-regression"]) == 1
    assert pinned(gold) == FLOOR


def test_changed_gold_fails_until_it_is_reviewed(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--gold", str(gold), "--update"])
    (gold / "pairs.jsonl").write_text('{"easier": true}', encoding="utf-8")
    assert main(["--gold", str(gold)]) == 1
    assert "the gold has changed since the floors were pinned" in capsys.readouterr().out
    assert main(["--gold", str(gold), "--update"]) == 0
    assert main(["--gold", str(gold)]) == 0


def test_a_fingerprint_is_of_names_and_contents_but_not_of_notes(gold: Path) -> None:
    before = fingerprint(gold)
    (gold / "README.md").write_text("how it was made", encoding="utf-8")
    (gold / "notes.bak").write_text("x", encoding="utf-8")
    assert fingerprint(gold) == before
    (gold / "pairs.jsonl").rename(gold / "other.jsonl")
    renamed = fingerprint(gold)
    (gold / "story").mkdir()
    (gold / "story" / "000.txt").write_text("The mill burnt.", encoding="utf-8")
    assert len({before, renamed, fingerprint(gold)}) == 3


def test_corpora_keep_their_own_floors(gold: Path) -> None:
    other = gold.parent / "others"
    other.mkdir()
    main(["--gold", str(gold), "--update"])
    main(["--gold", str(other), "--update"])
    assert sorted(json.loads((gold.parent / "floors.json").read_text("utf-8"))) == ["mills", "others"]
