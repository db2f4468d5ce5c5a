"""What README.md shows, made anew: its commands run, its snippets executed, its tables generated.

    python tests/readme_blocks.py        # brings README.md up to date

A fence marked ``console`` holds commands after ``$`` and what they print, one marked ``pycon`` a
Python session, one marked ``python`` code that prints nothing. They share one folder and one
namespace, from top to bottom. The folder holds a copy of ``examples/`` and every file that the
README shows under a ``file:`` comment. Output may end in a line ``…``: the rest is left out.
Between ``begin generated`` and ``end generated`` stand the tables of ``readme_tables``.
"""

from __future__ import annotations

import doctest
import io
import re
import shlex
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from readme_tables import TABLES

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"

_FENCE = re.compile(r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_GENERATED = re.compile(r"^<!-- begin generated: (?P<name>[\w-]+) -->\n(?P<body>.*?)^<!-- end generated -->$", re.MULTILINE | re.DOTALL)
_MEASURED = re.compile(r"\d{4}-\d\d-\d\d")
_REST = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the README: ``kind`` is a fence's mark, or ``generated``; ``name`` its file or table."""

    kind: str
    name: str
    body: str
    start: int

    def __str__(self) -> str:
        first = self.body.strip().splitlines()[0] if self.body.strip() else ""
        return f"{self.kind} {self.name or first}"


def fences(text: str) -> list[Block]:
    """All fenced blocks, in order."""
    return [Block(m["kind"], m["file"] or "", m["body"], m.start("body")) for m in _FENCE.finditer(text)]


def generated(text: str) -> list[Block]:
    """All generated parts, in order."""
    return [Block("generated", m["name"], m["body"], m.start("body")) for m in _GENERATED.finditer(text)]


def written_again(text: str) -> Iterator[tuple[Block, str]]:
    """Every block that is run or generated, each with what it should read; what breaks reads as its traceback."""
    with tempfile.TemporaryDirectory() as folder:
        desk = _Desk(Path(folder), text)
        for block in fences(text):
            if block.kind in ("console", "pycon", "python") and not block.name:
                yield block, _attempt(partial(desk.run, block))
    for block in generated(text):
        yield block, _attempt(partial(TABLES[block.name], block.body))


def updated(text: str, today: date) -> str:
    """The README brought up to date; ``today`` is set where measured figures have changed."""
    for block, now in sorted(written_again(text), key=lambda pair: -pair[0].start):
        if now != block.body:
            new = _MEASURED.sub(today.isoformat(), now, count=1) if block.name == "accuracy" else now
            text = text[: block.start] + new + text[block.start + len(block.body) :]
    return text


def _attempt(make: Callable[[], str]) -> str:
    try:
        return make()
    except Exception:
        return traceback.format_exc()


@dataclass(slots=True)
class _Desk:
    """The folder and the Python session of one reader who tries everything."""

    folder: Path
    readme: str
    names: dict[str, object] = field(default_factory=dict)
    status: int = 0

    def __post_init__(self) -> None:
        shutil.copytree(ROOT / "examples", self.folder / "examples")
        for block in fences(self.readme):
            if block.name:
                (self.folder / block.name).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / block.name).write_text(block.body, encoding="utf-8")

    def run(self, block: Block) -> str:
        """The block with the output it has today."""
        with chdir(self.folder):
            if block.kind == "console":
                return "".join(self._command(*part) for part in _commands(block.body))
            if block.kind == "pycon":
                return "".join(self._statement(example) for example in doctest.DocTestParser().get_examples(block.body))
            assert _shown(lambda: self._execute(block.body, "exec")) == "", "a python block prints nothing; use pycon"
            return block.body

    def _command(self, command: str, before: str) -> str:
        from checker.cli import run

        words = shlex.split(command)
        if words == ["echo", "$?"]:
            return f"$ {command}\n{self.status}\n"
        assert words[0] == "checker", f"not a command of this project: {command}"

        def call() -> None:
            self.status = run(words[1:])

        return f"$ {command}\n" + _cut(_shown(call), before)

    def _statement(self, example: doctest.Example) -> str:
        first, *more = example.source.rstrip("\n").split("\n")
        code = "".join([f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in more)])
        return code + _cut(_shown(lambda: self._execute(example.source, "single")), example.want)

    def _execute(self, source: str, mode: str) -> None:
        exec(compile(source, "README.md", mode), self.names)


def _commands(body: str) -> Iterator[tuple[str, str]]:
    """Each command with the output that follows it."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def _shown(call: Callable[[], object]) -> str:
    """What a call prints, without blanks at the ends of lines; complaints are shown too."""
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        call()
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _cut(output: str, before: str) -> str:
    """As many lines as were shown before, if that left some out; blank lines at the end stay as they were."""
    lines = before.splitlines()
    blank = "\n" * (len(before) - len(before.rstrip("\n")) - 1)
    shown = [line for line in lines if line.strip()]
    if not shown or shown[-1].strip() != _REST:
        return output.rstrip("\n") + "\n" + blank if output.strip() else blank
    kept = output.splitlines()[: lines.index(_REST)]
    return "\n".join([*kept, _REST]) + "\n" + blank


def main() -> None:
    """Rewrite README.md."""
    old = README.read_text("utf-8")
    new = updated(old, date.today())
    README.write_text(new, encoding="utf-8")
    sys.stdout.write("README.md was up to date\n" if new == old else "README.md rewritten; read the difference before keeping it\n")


if __name__ == "__main__":
    main()
