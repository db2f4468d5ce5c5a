"""Known findings: a report in JSON, made earlier, of which only what is new since then counts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.model import SHORTEST_ID
from checker.nearest import nearest
from checker.review.fingerprint import Fingerprint

_CURE = "give a report made with --format json --output FILE"


def load(path: Path) -> tuple[Fingerprint, ...]:
    """The findings of an earlier report. Raises ``InputError`` where the file is none."""
    return tuple(_read(path).values())


def find(path: Path, name: str) -> Fingerprint:
    """The finding of a report with this id, or the only one whose id begins so. Raises ``InputError`` where there is none."""
    known = _read(path)
    near = [known_id for known_id in known if known_id.startswith(name)] if len(name) >= SHORTEST_ID else []
    if name in known or len(near) == 1:
        return known[name if name in known else near[0]]
    meant = ", ".join(near) or nearest(name, known)
    raise InputError(f"no finding {name!r} in {path.name}" + (f"; did you mean {meant}?" if meant else "; run check or report again"))


def _read(path: Path) -> dict[str, Fingerprint]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return {str(finding["id"]): _fingerprint(finding) for finding in document["findings"]}
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}; {_CURE}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{path}: is no report of the checker; {_CURE}") from error


def _fingerprint(finding: Mapping[str, Any]) -> Fingerprint:
    a, b = finding["a"], finding["b"]
    values = {_place(claim): side["value"] for side in finding["sides"] for claim in side["claims"]}
    parts = [finding["code"], *_side(a, values), *(_side(b, values) if b is not None else ())]
    if not all(isinstance(part, str) for part in parts):
        raise TypeError("a finding holds what is no text")
    rule, file, sentence, value, *against = parts
    return Fingerprint(file, rule, sentence, value, *against)


def _side(claim: Mapping[str, Any], values: Mapping[tuple[str, int], str]) -> tuple[str, str, str]:
    value = values.get(_place(claim), "")
    return claim["file"], claim["sentence"], "" if value == claim["file"] else value


def _place(claim: Mapping[str, Any]) -> tuple[str, int]:
    return claim["file"], claim["start"]
