"""The fields at the head of a Markdown file: ``date``, ``title``, ``lang``, ``author`` ...

Read line by line, without a YAML library: a newsroom's front matter is keys and plain values, and
whatever is more than that is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.ingest.metadata import candidate, names
from claims.model import DateCandidate, Span

_FENCE = re.compile(r"\s*(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_FIELD = re.compile(r"^[ \t]*([\w-]+)[ \t]*[:=][ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_LANGUAGE = ("lang", "language", "locale")
_AUTHOR = ("byline", "author", "authors")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where the fields stand, and what they say; ``title`` is the span of the title's words."""

    span: Span
    title: Span | None
    dates: tuple[DateCandidate, ...]
    lang: str | None
    byline: str


def front_matter(text: str) -> FrontMatter | None:
    """The front matter with which ``text`` begins, if it does."""
    opened = _FENCE.match(text)
    if opened is None:
        return None
    closed = re.compile(rf"^{re.escape(opened.group(1))}[ \t]*$", re.MULTILINE).search(text.replace("\r", "\n"), opened.end())
    if closed is None:
        return None
    values: dict[str, Span] = {}
    for field in _FIELD.finditer(text, opened.end(), closed.start()):
        values.setdefault(field.group(1).lower(), _unquoted(text, Span(field.start(2), field.end(2))))
    dates = [c for key, span in values.items() if key in names("field_published") for c in candidate(span.of(text), "front-matter")]
    dates += [c for key, span in values.items() if key in names("field_modified") for c in candidate(span.of(text), "modified")]
    title = values.get("title") or values.get("headline")
    return FrontMatter(
        Span(0, closed.end()),
        title if title else None,
        tuple(dates),
        _first(text, values, _LANGUAGE) or None,
        _first(text, values, _AUTHOR).strip("[]"),
    )


def _first(text: str, values: dict[str, Span], keys: tuple[str, ...]) -> str:
    return next((values[k].of(text) for k in keys if k in values), "")


def _unquoted(text: str, span: Span) -> Span:
    words = span.of(text)
    if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
        return Span(span.start + 1, span.end - 1)
    return span
