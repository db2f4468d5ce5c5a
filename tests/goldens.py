"""Recorded outputs. ``RECORD_GOLDENS=1 pytest`` records them anew; read the diff before keeping it."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    """``text`` is what was recorded under ``name``, byte for byte."""
    file = FOLDER / name
    if os.environ.get("RECORD_GOLDENS"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")
