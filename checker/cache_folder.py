"""Where things are kept between runs, if the user allows it. ``CHECKER_CACHE=off`` forbids it."""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path | None:
    """The checker's folder in the user's cache; ``None`` if nothing may be kept."""
    if os.environ.get("CHECKER_CACHE", "").lower() in {"off", "0", "no"}:
        return None
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "claim-consistency-checker"
