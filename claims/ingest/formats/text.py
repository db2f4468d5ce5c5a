"""Plain text: the file, verbatim."""

from __future__ import annotations

from claims.ingest.format import Draft, Format


def _read(text: str) -> Draft:
    return Draft(text)


TEXT = Format((".txt",), _read)
