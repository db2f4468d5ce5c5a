"""From the body of a request to the draft it holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from claims.ingest import read_text
from claims.ingest.decode import decode
from claims.model import DateCandidate, Interval, Source
from claims.normalise import well_formed

KINDS = {"text/plain": ".txt", "text/markdown": ".md", "text/html": ".html"}
"""Media types that hold the draft itself, and the suffix each is read as."""
JSON = "application/json"
UNNAMED = "draft"


class Draft(BaseModel):
    """A draft with what the sender knows of it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"text": "The bridge reopened on Friday.", "lang": "en"}]})

    text: str = Field(min_length=1, description="The draft: plain text, Markdown or HTML.")
    type: Literal["text/plain", "text/markdown", "text/html"] = Field(
        default="text/plain", description="What the text is written in; Markdown may have front matter."
    )
    name: str = Field(
        default=UNNAMED, pattern=r"^[^\x00-\x1f\x7f]{1,200}$", description="What the report calls the draft, such as its file or its id."
    )
    lang: str | None = Field(
        default=None, pattern=r"^[a-z]{2,3}$", description="Its language as ISO 639 code; detected where it is missing."
    )
    published: date | None = Field(
        default=None, description="The day it is to appear; where it is missing, read from the text, and otherwise the reader's day."
    )

    def source(self, taken: Collection[str]) -> Source:
        """The draft as it is read, under a name that is none of those ``taken``.

        Raises ``UnreadableError`` where it holds no readable text.
        """
        name = self.name
        while name in taken:
            name += " (draft)"
        text = decode(well_formed(self.text).encode(), name).text  # what is no text in a file is none here
        read = read_text(text, name, self.lang, KINDS[self.type])
        if self.published is None:
            return read
        given = DateCandidate(Interval.day(self.published), "argument", self.published.isoformat())
        return replace(read, dates=(given, *read.dates))


def from_bytes(body: bytes, media_type: str) -> Draft:
    """The draft that a body of text, Markdown or HTML is. Raises ``UnreadableError`` for bytes that are no text."""
    return Draft.model_construct(text=decode(body, UNNAMED).text, type=media_type)
