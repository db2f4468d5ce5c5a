"""Reading gold that is one JSON object a line; whatever is wrong with it is said before anything is scored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from checker.errors import InputError


def rows(path: Path, what: str, trouble: Callable[[object], str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The objects of a file, with the place of each (``gold.jsonl:3``).

    ``what`` names one of them and ``trouble`` says what a value lacks, an empty string where nothing.
    Raises ``InputError`` that names the place of the first one that is wrong.
    """
    try:
        lines = path.read_text("utf-8-sig").split("\n")  # a sentence may hold other line ends
    except UnicodeDecodeError as error:
        raise InputError(f"{path.name}: is not in UTF-8; save it as UTF-8") from error
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"{path.name}:{number}"
            try:
                row = json.loads(line)
            except ValueError as error:
                raise InputError(f"{place}: is no JSON ({error}); write one {what} a line") from error
            said = trouble(row)
            if said:
                raise InputError(f"{place}: is no {what}: {said}")
            yield place, row
