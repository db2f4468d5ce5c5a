"""What an input format is: suffixes, and a function from a file's characters to a draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.model import Block, DateCandidate, Place, Span

FRONT_MATTER = "front matter"
"""Why a block is boilerplate that holds the fields at a file's head."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its format gives it, before language and page furniture are known.

    ``paragraphs`` are the units of ``text`` to judge, ``None`` for its lines; ``blocks`` those
    parts whose kind the format itself decides, and ``doubtful`` those paragraphs that may give a date
    or an author but are no body. ``lang`` is what the file declares: a hint.
    """

    text: str
    paragraphs: tuple[Span, ...] | None = None
    blocks: tuple[Block, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    byline: str = ""
    lang: str | None = None
    places: tuple[Place, ...] = ()
    doubtful: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """An input format: the suffixes of its files, and how their characters become a draft."""

    suffixes: tuple[str, ...]
    read: Callable[[str], Draft]
