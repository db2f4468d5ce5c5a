"""What stands for a draft on the command line: a path, or ``-`` for standard input; and which of its lines were changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import InputError

if TYPE_CHECKING:
    from claims.model import Source

STDIN = "-"
_NAME = "stdin"
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_MARKUP = re.compile(r"\s*<(?:!doctype|html|head|body|article|p|div|h1|section)\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"\s*(?:---|\+\+\+)[ \t]*\r?\n|(?:.*\n)?\s*#{1,6} ")


def drafts_of(words: Sequence[str]) -> list[str | Source]:
    """The drafts named, standard input read in its place. Raises ``InputError`` where that holds no article."""
    if list(words).count(STDIN) > 1:
        raise InputError("standard input can be one draft only; give - once")
    return [_from_stdin() if word == STDIN else word for word in words]


def _from_stdin() -> Source:
    from checker.cli._output import note
    from claims.ingest import MAX_BYTES, decode, read_text
    from claims.model import UnreadableError

    if sys.stdin is None:
        raise InputError("standard input is closed; give a file")
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"standard input is larger than {MAX_BYTES // 1_000_000} MB; give a single article, not a dump")
    try:
        decoded = decode(data, _NAME)
        source = read_text(decoded.text, _NAME, suffix=_suffix(decoded.text))
    except UnreadableError as error:
        raise InputError(str(error)) from error
    note(*(f"{_NAME}: {said}" for said in decoded.notes))
    return source


def _suffix(text: str) -> str:
    """The format that a text without a name is in."""
    if _MARKUP.match(text):
        return ".html"
    return ".md" if _MARKDOWN.match(text) else ".txt"


def changed_lines(drafts: Sequence[str | Source], ref: str) -> dict[Path, frozenset[int]]:
    """The lines of every draft that differ from the commit ``ref``, by path; a file git does not know has no entry: all of it is new.

    Raises ``InputError`` where git cannot tell.
    """
    from claims.ingest import find_articles
    from claims.model import UnreadableError

    if not ref or ref.startswith("-"):
        raise InputError(f"--changed-only needs a commit, branch or tag, not {ref!r}")
    if not all(isinstance(draft, str) for draft in drafts):
        raise InputError("--changed-only needs files that git knows; standard input has no history")
    try:
        articles = find_articles([Path(draft) for draft in drafts if isinstance(draft, str)]).articles
    except UnreadableError as error:
        raise InputError(str(error)) from error
    lines = ((path, _changed(path, ref)) for path, _ in articles)
    return {path: numbers for path, numbers in lines if numbers is not None}


def _changed(path: Path, ref: str) -> frozenset[int] | None:
    _git(
        path,
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        f"{ref}^{{commit}}",
        wrong=f"git knows no commit {ref!r} in {path.parent}",
    )
    if not _git(path, "ls-files", "--", path.name):
        return None
    diff = _git(path, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", ref, "--", path.name)
    hunks = ((int(start), int(length or 1)) for start, length in _HUNK.findall(diff))
    return frozenset(line for start, length in hunks for line in range(start, start + length))


def _git(path: Path, *arguments: str, wrong: str = "") -> str:
    """What git prints, in the folder of ``path``."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; the arguments are ours, a checked name and a file's
            ["git", "-C", os.fspath(path.parent), *arguments],  # noqa: S607 - git as the user has it
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise InputError(f"--changed-only needs git, which cannot be run: {error.strerror}") from error
    if done.returncode:
        raise InputError(wrong or f"--changed-only: {(done.stderr.strip().splitlines() or ['git failed'])[0]}")
    return done.stdout
