"""From a pandas frame, one article a row, to sources."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.model import Notice
from claims.ingest import read_text
from claims.language import code_of
from claims.model import DateCandidate, Interval, Source, UnreadableError

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = ("text", "source", "published", "lang")


def from_frame(frame: pd.DataFrame) -> tuple[list[Source], list[Notice]]:
    """The rows as sources, and those that hold no readable text.

    Missing values (``None``, ``NaN``, ``NaT``, ``NA``) count as not given. Raises ``InputError``
    for a frame without texts, and for a date or language that is none.
    """
    if "text" not in frame.columns:
        raise InputError("a frame needs a column 'text' (and may have 'source', 'published', 'lang')")
    doubled = [name for name in _COLUMNS if list(frame.columns).count(name) > 1]
    if doubled:
        raise InputError(f"the frame has two columns {doubled[0]!r}; keep one of them")
    known = frame[[name for name in _COLUMNS if name in frame.columns]].astype(object)
    sources, notices = [], []
    for number, row in enumerate(known.where(known.notna(), None).to_dict("records")):
        file = str(row.get("source") or f"row{number:04d}")
        try:
            sources.append(_source(row, file))
        except UnreadableError as error:
            notices.append(Notice("unreadable", str(error), file))
    return sources, notices


def _source(row: Mapping[Hashable, object], file: str) -> Source:
    text, lang = row["text"], row.get("lang")
    if text is not None and not isinstance(text, str):
        raise UnreadableError(file, f"holds no text but a value of type {type(text).__name__}", "give strings in the column 'text'")
    if lang and code_of(lang) is None:
        raise InputError(f"{file}: not a language code: {lang!r}; write it like 'ur', or leave it out to have it detected")
    source = read_text(text or "", file, lang=code_of(lang))
    published = row.get("published")
    return source if published in (None, "") else _with_published(source, str(published))


def _with_published(source: Source, published: str) -> Source:
    """The source with the day the caller gives, which comes before all that the text itself says.

    A time stamp keeps its own calendar day, whatever its time zone.
    """
    try:
        day = date.fromisoformat(published.strip()[:10])
    except ValueError as error:
        raise InputError(f"{source.file}: published is not an ISO date: {published!r}; write it like 2026-01-28") from error
    return replace(source, dates=(DateCandidate(Interval.day(day), "argument", published), *source.dates))
