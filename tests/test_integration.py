"""Where other tools call the checker: pre-commit really run, the action's steps as the scripts they are, workflows by their schemas."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tunnel import DRAFT, WIRE, lay_out

ROOT = Path(__file__).parent.parent
CI = ROOT / "examples" / "ci"


def environment(folder: Path, **more: str) -> dict[str, str]:
    """An environment in which ``python`` and ``checker`` are this checkout's."""
    tools = folder / "tools"
    tools.mkdir(exist_ok=True)
    for name, command in (("python", '"$@"'), ("checker", '-m checker "$@"')):
        script = tools / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {command}\n', encoding="utf-8")
        script.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GIT_", "PRE_COMMIT"))}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org"}
    quiet |= {"GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org", "XDG_CACHE_HOME": str(folder / "cache")}
    return kept | quiet | {"PATH": f"{tools}{os.pathsep}{kept['PATH']}", "PYTHONPATH": str(ROOT)} | more


def call(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment(folder.parent, **more), capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of drafts and articles, with one commit."""
    folder = tmp_path / "desk"
    (folder / "drafts").mkdir(parents=True)
    lay_out(folder)
    (folder / "draft.md").rename(folder / "drafts" / "draft.md")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "a draft")):
        assert call(folder, "git", *command).returncode == 0
    return folder


# --- pre-commit ----------------------------------------------------------------------------------


def manifest() -> dict[str, Any]:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    found: dict[str, Any] = hook
    return found


def test_the_manifest_of_hooks_is_valid(tmp_path: Path) -> None:
    here = tmp_path / "desk"
    here.mkdir()
    done = call(here, sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_commit_of_a_draft_that_is_contradicted_is_stopped_by_pre_commit(repository: Path) -> None:
    example = yaml.safe_load((CI / "pre-commit-config.yaml").read_text(encoding="utf-8"))
    hook = {**manifest(), **example["repos"][0]["hooks"][0], "language": "system"}  # this checkout instead of an installed one
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    assert call(repository, "git", "add", ".").returncode == 0

    untouched = call(repository, sys.executable, "-m", "pre_commit", "run")
    assert "(no files to check)Skipped" in untouched.stdout, untouched.stdout + untouched.stderr

    draft = repository / "drafts" / "draft.md"
    draft.write_text(DRAFT.replace("killed 12", "killed 17"), encoding="utf-8")
    call(repository, "git", "add", ".")
    stopped = call(repository, sys.executable, "-m", "pre_commit", "run")
    assert stopped.returncode == 1
    assert "drafts/draft.md says 17 killed; wire/" in stopped.stdout

    draft.write_text(DRAFT.replace("killed 12", "killed 9"), encoding="utf-8")
    (repository / "wire" / "rasid.txt").unlink()
    call(repository, "git", "add", "-A")
    passed = call(repository, sys.executable, "-m", "pre_commit", "run")
    assert passed.returncode == 0, passed.stdout


# --- the GitHub action ---------------------------------------------------------------------------


def step(name: str) -> dict[str, Any]:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    found: dict[str, Any] = next(one for one in action["runs"]["steps"] if one["name"] == name)
    return found


def run_check(repository: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str, str]:
    """The action's main step as a runner would run it; what it printed, its outputs and the job's summary."""
    given = {"DRAFTS": "drafts", "AGAINST": "wire", "FAIL_ON": "contradiction", "MIN_CONFIDENCE": "0"}
    given |= {"CHANGED_ONLY": "", "BASELINE": "", "SARIF": ""} | inputs
    assert set(given) == set(step("Check")["env"])
    outputs, summary = repository.parent / "outputs", repository.parent / "summary"
    for file in (outputs, summary):
        file.write_text("", encoding="utf-8")
    files = {"GITHUB_OUTPUT": str(outputs), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_WORKSPACE": str(repository)}
    done = call(repository, "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step("Check")["run"], **given, **files)
    return done, outputs.read_text(encoding="utf-8"), summary.read_text(encoding="utf-8")


def test_the_action_annotates_summarises_and_fails(repository: Path) -> None:
    done, outputs, summary = run_check(repository, SARIF="checker.sarif")
    assert done.returncode == 1, done.stderr
    assert "::error file=drafts/draft.md,line=9," in done.stdout
    assert outputs == "status=1\n"
    assert summary.startswith("# Claim check\n")
    assert (repository / "checker.sarif").is_file()


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"FAIL_ON": "never"}, 0),
        ({"CHANGED_ONLY": "HEAD"}, 0),
        ({"AGAINST": "wire/kurier.txt\nwire/rasid.txt"}, 1),
        ({"MIN_CONFIDENCE": "1"}, 0),
        ({"DRAFTS": "gone.md", "SARIF": "checker.sarif"}, 2),
        ({"FAIL_ON": "always"}, 2),
        ({"DRAFTS": "$(touch owned) drafts/draft.md"}, 2),
    ],
)
def test_the_inputs_of_the_action_are_heeded_and_run_nothing(repository: Path, inputs: dict[str, str], status: int) -> None:
    done, outputs, _ = run_check(repository, **inputs)
    assert (done.returncode, outputs) == (status, f"status={status}\n")
    assert not (repository / "owned").exists()


def test_no_input_is_written_into_a_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert all("${{" not in one["run"] for one in action["runs"]["steps"])
    used = " ".join(value for one in action["runs"]["steps"] for value in one["env"].values())
    assert all(f"inputs.{name}" in used for name in action["inputs"])


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", ROOT / "action.yml"),
        ("vendor.github-workflows", CI / "github.yml"),
        ("vendor.gitlab-ci", CI / "gitlab.yml"),
    ],
)
def test_what_runs_elsewhere_follows_its_schema(schema: str, file: Path, tmp_path: Path) -> None:
    here = tmp_path / "desk"
    here.mkdir()
    done = call(here, sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflow_and_the_readme_give_the_action_only_inputs_that_it_has() -> None:
    workflow = yaml.safe_load((CI / "github.yml").read_text(encoding="utf-8"))
    shown = next(re.finditer(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL))[1]
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = [*workflow["jobs"]["check"]["steps"], *yaml.safe_load(shown)]
    used = [one["with"] for one in steps if "claim-consistency-checker" in one.get("uses", "")]
    assert len(used) == 2
    for given in used:
        assert set(given) <= set(action["inputs"])
        assert {name for name, value in action["inputs"].items() if value.get("required")} <= set(given)


# --- GitLab --------------------------------------------------------------------------------------


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_the_gitlab_job_runs_as_written(repository: Path) -> None:
    job = yaml.safe_load((CI / "gitlab.yml").read_text(encoding="utf-8"))["check-drafts"]
    (repository / "drafts" / "new.md").write_text(DRAFT, encoding="utf-8")
    first = call(repository, "git", "rev-parse", "HEAD").stdout.strip()
    done = call(repository, "sh", "-e", "-c", "\n".join(job["script"]), CI_MERGE_REQUEST_DIFF_BASE_SHA=first)
    assert done.returncode == 1, done.stderr
    assert "1 contradicted" in done.stdout
    assert (repository / "checker.sarif").is_file()
    assert sorted(WIRE) == sorted(path.name for path in (repository / "wire").iterdir())
