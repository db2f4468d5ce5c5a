"""A stretch of a sentence that names an event."""

from __future__ import annotations

from dataclasses import dataclass

from claims.frames import Sense
from claims.model import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens ``[first, last)`` that names an event, with its senses, likeliest first."""

    first: int
    last: int
    span: Span
    senses: tuple[Sense, ...]
    inner: frozenset[int] = frozenset()
    """Tokens inside the span that are no part of the name: a negation within a verbal compound."""
    reach: int = 0
    """Where the last part of a name ends whose parts stand apart, if not at ``last``."""

    def __len__(self) -> int:
        return self.last - self.first - len(self.inner)

    def claims(self, other: Mention) -> bool:
        """Whether another mention shares a word with this one's name, its last part included."""
        return (other.first < self.last and self.first < other.last) or other.first < self.reach <= other.last
