"""Language data: one folder a language, one TOML table a reader.

``table("hi", "times")`` is ``lang/hi/times.toml`` as a mapping. A language is added by adding its
folder; a reader for whose table the language has no file reads nothing and says so (a notice).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def languages() -> tuple[str, ...]:
    """Codes of all languages with data, sorted."""
    return tuple(sorted(d.name for d in files(__name__).iterdir() if d.is_dir() and not d.name.startswith("_")))


@cache
def table(lang: str, name: str) -> Mapping[str, Any]:
    """One table of a language; empty where the language has none."""
    path = files(__name__) / lang / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
