"""The findings of the last run in a folder, kept in the user's cache, so that ``dismiss`` can be told one by its id.

Only a convenience: where it cannot be kept, or ``CHECKER_CACHE=off`` forbids it, a report in JSON does.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from checker.cache_folder import cache_folder
from checker.report import Report


def keep(report: Report) -> None:
    """Remember the findings of a run in the current folder."""
    file = kept()
    if file is None:
        return
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.touch(mode=0o600)  # a draft is nobody else's business
        fresh.write_text(report.to_json(), encoding="utf-8")
        fresh.replace(file)


def kept() -> Path | None:
    """Where the last findings of the current folder are kept; ``None`` if nothing may be."""
    folder = cache_folder()
    here = sha256(os.fsencode(Path.cwd())).hexdigest()[:16]
    return None if folder is None else folder / "last" / f"{here}.json"
