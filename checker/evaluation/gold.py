"""Reading the ``gold.json`` of a cluster; whatever is wrong with it is said before anything is scored."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.model import Verdict
from checker.nearest import unknown

_VERDICTS = tuple(verdict.value for verdict in Verdict if verdict is not Verdict.UNRELATED)


def read_gold(folder: Path) -> Mapping[str, Any]:
    """The gold of a cluster. Raises ``InputError`` that names the file and the first entry that is wrong."""
    path = folder / "gold.json"
    try:
        gold = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise InputError(f"{path}: is no JSON in UTF-8 ({error})") from error
    trouble = next(_troubles(gold), None)
    if trouble is not None:
        raise InputError(f"{path}: is no gold: {trouble}")
    return dict(gold)


def _troubles(gold: object) -> Iterator[str]:
    if not isinstance(gold, dict):
        yield "it is no object with 'articles' and 'findings'"
        return
    for key in ("articles", "findings"):
        if not isinstance(gold.get(key), list) or not all(isinstance(entry, dict) for entry in gold[key]):
            yield f"{key!r} must be a list of objects"
            return
    if not gold["articles"]:
        yield "'articles' is empty"
    for number, article in enumerate(gold["articles"], 1):
        yield from (f"article {number}: {t}" for t in _of_article(article))
    for number, finding in enumerate(gold["findings"], 1):
        yield from (f"finding {finding.get('id', number)}: {t}" for t in _of_finding(finding))
    for number, trap in enumerate(gold.get("must_not_flag", ()), 1):
        if not isinstance(trap, dict) or not isinstance(trap.get("not"), list):
            yield f"must_not_flag {number}: needs 'not', the verdicts that would be wrong"
        else:
            yield from (f"must_not_flag {number}: {t}" for side in ("a", "b") for t in _of_side(trap, side))


def _of_article(article: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(article.get("file"), str):
        yield "needs a 'file'"
    day = article.get("true_date")
    try:
        if day is not None:
            date.fromisoformat(day)
    except (TypeError, ValueError):
        yield f"true_date is no ISO date: {day!r}"


def _of_finding(finding: Mapping[str, Any]) -> Iterator[str]:
    if finding.get("verdict") not in _VERDICTS:
        yield unknown("verdict", str(finding.get("verdict")), _VERDICTS)
    if not isinstance(finding.get("group"), str):
        yield "needs a 'group'"
    yield from _of_side(finding, "a")
    if finding.get("b") is not None:
        yield from _of_side(finding, "b")


def _of_side(entry: Mapping[str, Any], name: str) -> Iterator[str]:
    side = entry.get(name)
    if not isinstance(side, dict) or not isinstance(side.get("file"), str) or not isinstance(side.get("sentence"), str):
        yield f"{name!r} needs a 'file' and a 'sentence'"
