"""Articles as read: their text, its blocks, where it stands in the file, and when it appeared."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from claims.model.interval import Interval
from claims.model.span import Span


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A day the file itself offers as its date, with where it stands.

    ``basis``: ``argument``, ``front-matter``, ``json-ld``, ``meta``, ``time-tag``, ``dateline``,
    ``published-line``, ``url``, ``visible``, ``modified``. Never a footer or a quoted post.
    """

    interval: Interval
    basis: str
    text: str


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason for a publication date: the words, where they stand, what they bound."""

    text: str
    says: str
    file: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When a source appeared. ``basis`` is a candidate's, or ``inferred`` or ``unknown``."""

    interval: Interval
    basis: str
    clues: tuple[Clue, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the source itself gives the date."""
        return self.basis not in ("inferred", "unknown")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a source's text: ``kind`` is ``title``, ``body``, ``dateline``, ``caption`` or ``boilerplate``.

    Only title and body yield claims; ``reason`` says why a block is boilerplate.
    """

    span: Span
    kind: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run of readable text stands in the file: code points of the file as decoded."""

    text_start: int
    file_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the file that speaks to the checker: what it says, and its code points in the file as decoded."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, repr=False)
class Source:
    """One article as read.

    ``text`` is the readable text (for plain text and Markdown the file itself, verbatim; for
    HTML the paragraphs, one a line). ``places`` maps it back to the file, empty where identical.
    ``line_starts`` are the offsets, in the file, at which its lines begin; ``remarks`` the comments
    in it that speak to the checker.
    """

    file: str
    text: str
    lang: str
    title: Span | None = None
    blocks: tuple[Block, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    byline: str = ""
    origin: str = ""
    places: tuple[Place, ...] = ()
    line_starts: tuple[int, ...] = (0,)
    published: Published | None = None
    remarks: tuple[Remark, ...] = ()

    def offset_in_file(self, offset: int) -> int:
        """The file's code point that shows ``text[offset]``."""
        if not self.places:
            return offset
        at = bisect_right([p.text_start for p in self.places], offset) - 1
        place = self.places[max(at, 0)]
        return place.file_start + min(max(offset - place.text_start, 0), place.length)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column in the file, both from 1, of ``text[offset]``."""
        position = self.offset_in_file(offset)
        line = self.line_of(position)
        return line, position - self.line_starts[line - 1] + 1

    def line_of(self, file_offset: int) -> int:
        """The line, from 1, of a code point of the file."""
        return bisect_right(self.line_starts, file_offset)

    def __repr__(self) -> str:
        when = f"{self.published.interval} ({self.published.basis})" if self.published else "undated"
        return f"<Source {self.file!r} {self.lang}, {when}, {len(self.text):,} letters>"


class UnreadableError(Exception):
    """A path that could not be read: one line that names the file, the trouble and the cure."""

    def __init__(self, file: str, trouble: str, cure: str = "") -> None:
        self.file, self.trouble, self.cure = file, trouble, cure
        super().__init__(f"{file}: {trouble}" + (f"; {cure}" if cure else ""))
