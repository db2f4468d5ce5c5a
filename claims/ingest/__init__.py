r"""From files to sources: find the articles, decode them, read their format, mark their parts.

>>> source = read_text("Bridge closed\n\nThe bridge was closed on Friday, the mayor said.", "a.txt")
>>> source.lang, [b.kind for b in source.blocks]
('en', ['title', 'body'])
"""

from __future__ import annotations

import re
from pathlib import Path

from claims.blocks import mark
from claims.ingest.decode import MAX_BYTES, decode
from claims.ingest.format import FRONT_MATTER, Draft, Format
from claims.ingest.formats import formats
from claims.ingest.remarks import remarks_in
from claims.ingest.walk import Found, find_articles
from claims.language import UNKNOWN, code_of, detect
from claims.model import Source, Span, UnreadableError
from claims.normalise import well_formed

__all__ = ["FRONT_MATTER", "MAX_BYTES", "Draft", "Format", "Found", "decode", "find_articles", "formats", "read_path", "read_text"]

_WITHOUT_COMMENTS = frozenset({".txt"})
_LINE_END = re.compile(r"\r\n|\r|\n")


def read_path(path: Path, file: str, default_lang: str | None = None) -> tuple[Source, tuple[str, ...]]:
    """The article in a file, and notes on what had to be assumed to read it.

    ``default_lang`` is the language where the text itself does not tell. Raises ``UnreadableError``.
    """
    suffix = path.suffix.lower() or ".txt"
    if suffix not in formats():
        raise UnreadableError(file, f"is of an unknown kind ({suffix})", "give one of " + " ".join(formats()))
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except PermissionError:
        raise UnreadableError(file, "may not be read", "allow reading it") from None
    except FileNotFoundError:
        raise UnreadableError(file, "does not exist", "check the path") from None
    except IsADirectoryError:
        raise UnreadableError(file, "is a folder", "give a file") from None
    except OSError as error:
        raise UnreadableError(file, (error.strerror or "cannot be read").lower(), "check the path") from None
    if len(data) > MAX_BYTES:
        raise UnreadableError(file, f"is larger than {MAX_BYTES // 1_000_000} MB", "give single articles, not dumps")
    decoded = decode(data, file)
    source = read_text(decoded.text, file, None, suffix)
    if source.lang == UNKNOWN and default_lang is not None:
        source = read_text(decoded.text, file, default_lang, suffix)
    return source, decoded.notes


def read_text(text: str, file: str, lang: str | None = None, suffix: str = ".txt") -> Source:
    """The article in a string, as if it stood in a file of that suffix; ``lang`` is used as it is given."""
    text = well_formed(text)
    draft = formats()[suffix].read(text)
    if not draft.text.strip():
        raise UnreadableError(file, "holds no readable text", "give a file that holds an article")
    known = lang or _language(draft)
    blocks = mark(draft.text, known, draft.paragraphs, draft.blocks, draft.doubtful)
    title = next((b.span for b in blocks if b.kind == "title"), None)
    starts = (0, *(m.end() for m in _LINE_END.finditer(text)))
    remarks = remarks_in(text) if suffix not in _WITHOUT_COMMENTS else ()
    return Source(file, draft.text, known, title, blocks, draft.dates, draft.byline, file, draft.places, starts, remarks=remarks)


def _language(draft: Draft) -> str:
    """The language of the text; what the file declares counts only where the text does not tell."""
    others = [b.span for b in draft.blocks if b.kind not in ("title", "body")]
    spans = [s for s in draft.paragraphs or (Span(0, len(draft.text)),) if s not in others]
    found = detect("\n".join(s.of(draft.text) for s in spans))
    declared = code_of(draft.lang)
    return declared if found == UNKNOWN and declared else found
