"""Calibrating an encoder on labelled pairs, and keeping the outcome in a settings file."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.encoders import Encoder
from checker.encoders.calibration import KEPT, Calibration, measure
from checker.errors import InputError
from checker.evaluation.pairs import labelled_pairs

FEWEST = 20
"""Fewer related pairs say too little about the lowest similarity that keeps nearly all of them."""


@dataclass(frozen=True, slots=True)
class Calibrated:
    """An encoder's calibration, what it was measured on, and the prompt it was measured with."""

    name: str
    calibration: Calibration
    prompt: str | None
    related: int
    total: int


def calibrate(encoder: Encoder, files: Sequence[Path], prompt: str | None = None) -> Calibrated:
    """Measure ``encoder`` on the labelled pairs of some files.

    Raises ``InputError`` where there are too few pairs, or the encoder cannot tell them from chance.
    """
    rows = [row for file in files for _, row in labelled_pairs(file)]
    pairs = [(str(row["a"]["text"]), str(row["b"]["text"]), bool(row["verdict"] != "unrelated")) for row in rows]
    related = sum(is_related for _, _, is_related in pairs)
    if related < FEWEST:
        raise InputError(f"only {related} related pairs to calibrate on; at least {FEWEST} are needed")
    try:
        return Calibrated(encoder.name, measure(encoder, pairs), prompt, related, len(pairs))
    except ValueError as error:
        raise InputError(f"the encoder {encoder.name} cannot be calibrated: {error}") from error


def as_toml(made: Calibrated, inside: str = "") -> str:
    """The settings table of an encoder; ``inside`` is the table that all settings stand in."""
    found = made.calibration
    lines = [
        _header(made.name, inside),
        f"# {made.total} labelled pairs, {made.related} of them on one event; {KEPT:.0%} of these are at least min_similarity",
        *([f"prompt = {_quoted(made.prompt)}"] if made.prompt is not None else []),
        f"revision = {_quoted(found.revision)}",
        f"min_similarity = {found.min_similarity}",
        f"chance = {found.chance}",
        f"spread = {found.spread}",
    ]
    return "\n".join(lines) + "\n"


def put_into(made: Calibrated, file: Path) -> str:
    """The text of a settings file with the encoder's table in it, in place of an earlier one; all else stays as it is.

    Raises ``InputError`` where the file cannot be read, or the table stands in it in another form.
    """
    inside = "tool.checker" if file.name == "pyproject.toml" else ""
    table = as_toml(made, inside)
    try:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        before = tomllib.loads(text)
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: is not valid TOML: {error}") from error
    header = re.escape(_header(made.name, inside))
    after, found = re.subn(rf"^{header}[ \t]*\n(?:(?!\[).*\n?)*", lambda _: table + "\n", text, flags=re.MULTILINE)
    if not found:
        after = text + ("\n" if text and not text.endswith("\n") else "") + ("\n" if text else "") + table
    after = after.rstrip("\n") + "\n"
    if not _differs_only_in(made.name, before, after):
        raise InputError(f"{file}: holds the encoder {made.name} in a form that cannot be replaced; take it out and run again")
    return after


def _differs_only_in(name: str, before: dict[str, object], after: str) -> bool:
    try:
        return _without(name, before) == _without(name, tomllib.loads(after))
    except tomllib.TOMLDecodeError:
        return False


def _without(name: str, settings: dict[str, object]) -> object:
    """The settings without one encoder, and without tables that hold nothing else."""
    copy = json.loads(json.dumps(settings, default=str))
    tables = [copy, *(t for t in (copy.get("tool", {}).get("checker"),) if isinstance(t, dict))]
    for table in tables:
        encoders = table.get("encoders")
        if isinstance(encoders, dict):
            encoders.pop(name, None)
            if not encoders:
                del table["encoders"]
    if copy.get("tool", {}).get("checker") == {}:
        del copy["tool"]["checker"]
    if copy.get("tool") == {}:
        del copy["tool"]
    return copy


def _header(name: str, inside: str) -> str:
    key = name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quoted(name)
    return f"[{inside + '.' if inside else ''}encoders.{key}]"


def _quoted(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
