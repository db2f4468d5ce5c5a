"""Findings that an editor has set aside, in a text file that is reviewed like code.

A TOML file with one ``[[dismissed]]`` table a finding, sorted by file and sentence, so that two
editors' additions merge; every entry holds the words it speaks of, a reason and a note.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from checker.errors import InputError, SettingsError
from checker.model import REASONS, Dismissal
from checker.nearest import unknown
from checker.review.fingerprint import Fingerprint

_HEAD = """\
# Findings that an editor has looked at and set aside; checker dismiss adds to it, check and report read it.
# An entry holds while both sentences stand there, reworded a little at most, with the same values.
# To take a dismissal back, delete its entry.
"""
_FIELDS = tuple(field.name for field in fields(Fingerprint))
_NEEDED = ("rule", "file", "sentence", "reason")
# What could steer a terminal or reorder the text in a review is written as an escape.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One dismissal: what it speaks of, why, and what the editor wrote."""

    fingerprint: Fingerprint
    reason: str
    note: str = ""

    def dismissal(self, where: str) -> Dismissal:
        """The same as it stands beside a finding."""
        return Dismissal(self.reason, self.note, where)


def load(path: Path) -> tuple[Entry, ...]:
    """The entries of a file. Raises ``SettingsError`` with every problem in it."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError([f"{path}: is not valid TOML: {error}"]) from error
    problems = [f"{path}: {unknown('table', key, ['dismissed'])}" for key in document if key != "dismissed"]
    tables = document.get("dismissed", [])
    if not isinstance(tables, list):
        raise SettingsError([*problems, f"{path}: dismissed must be a list of tables; write [[dismissed]]"])
    for number, table in enumerate(tables, start=1):
        problems += [f"{path}: dismissal {number}: {problem}" for problem in _problems(table)]
    if problems:
        raise SettingsError(problems)
    return tuple(sorted(Entry(Fingerprint(**{n: t[n] for n in _FIELDS if n in t}), t["reason"], t.get("note", "")) for t in tables))


def _problems(table: object) -> list[str]:
    if not isinstance(table, Mapping):
        return ["is no table"]
    known = [*_FIELDS, "reason", "note"]
    found = [unknown("key", str(key), known) for key in table if key not in known]
    found += [f"{key} must be text" for key, value in table.items() if key in known and not isinstance(value, str)]
    found += [f"{key} is missing" for key in _NEEDED if not table.get(key)]
    reason = table.get("reason")
    if isinstance(reason, str) and reason and reason not in REASONS:
        found.append(unknown("reason", reason, REASONS))
    return found


def add(path: Path, entry: Entry) -> bool:
    """Add an entry, or replace the one of the same finding; whether the file has changed.

    Raises ``InputError`` where it cannot be written and ``SettingsError`` where what stands there is broken.
    """
    before = load(path) if path.exists() else ()
    kept = tuple(other for other in before if not other.fingerprint.knows(entry.fingerprint))
    after = tuple(sorted((*kept, entry)))
    if after == before:
        return False
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_text(dumps(after), encoding="utf-8", newline="\n")
        fresh.replace(path)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
    return True


def dumps(entries: Sequence[Entry]) -> str:
    """The text of a file with these entries."""
    import tomli_w

    tables = [
        {name: value for name in ("rule", *_FIELDS) if (value := getattr(entry.fingerprint, name))}
        | {"reason": entry.reason}
        | ({"note": entry.note} if entry.note else {})
        for entry in sorted(entries)
    ]
    # Tables of their own each, as a reviewer reads them; the library would write short ones in one line.
    body = "\n".join("[[dismissed]]\n" + tomli_w.dumps(table) for table in tables)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", f"{_HEAD}\n{body}")
