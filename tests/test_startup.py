"""What is light stays light, and the public names stay what they are."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import checker

HEAVY = (
    "torch",
    "faiss",
    "pandas",
    "numpy",
    "sentence_transformers",
    "trafilatura",
    "babel",
    "rich",
    "lxml",
    "tokenizers",
    "scipy",
    "altair",
    "matplotlib",
    "vl_convert",
    "IPython",
)


def loaded_after(script: str) -> list[str]:
    """The heavy modules that a fresh interpreter has loaded after running ``script``."""
    report = f"\nimport sys\nprint('loaded:', *[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script + report], capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()[-1].split()[1:]


@pytest.mark.parametrize(
    "script",
    [
        "import checker; checker.Settings, checker.Report, checker.Finding, checker.InputError, checker.__version__",
        "from checker.cli import run; assert run(['--help']) == 0",
        "from checker.cli import run; assert run(['report', '--help']) == 0",
        "from checker.cli import run; assert run(['report', 'x', '--fromat', 'json']) == 2",
        "from checker.cli import run; assert run(['--version']) == 0",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(script: str) -> None:
    assert loaded_after(script) == []


def test_json_and_csv_are_written_without_pandas() -> None:
    script = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from build import a_report\nfrom checker.render import writer\nfrom checker.render.view import View\n"
        "[writer(name)(a_report(), View()) for name in ('json', 'csv')]"
    )
    assert loaded_after(script) == []


def test_all_is_what_is_public() -> None:
    public = {name for name in dir(checker) if not name.startswith("_")}
    assert sorted(checker.__all__) == checker.__all__
    assert public == set(checker.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reprot'"):
        _ = checker.reprot


def test_a_submodule_never_hides_the_function_of_its_name() -> None:
    clashes = {module.name for module in pkgutil.iter_modules(checker.__path__)} & set(checker.__all__)
    assert {"report", "rules"} <= clashes
    for name in sorted(clashes):
        __import__(f"checker.{name}")
        assert callable(getattr(checker, name))
