"""The symbolic value of a time expression, and what a builder of one is.

A builder gets the values of the capitalised words of its form and returns a ``Value``, or ``None``
where they make no time (31 February, "last 3 May"). Nothing here knows a language. ``dates`` builds
what the calendar names, ``relative`` what is told from today, ``composed`` times made of times.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from claims.model import TimeBasis

NOT_A_TIME = "not"

Argument = int | str | bool | None
Groups = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """A ``Time`` without its words. ``tensed`` values still need a direction from the verb."""

    rule: str
    arguments: Mapping[str, Argument]
    granularity: str = "day"
    basis: TimeBasis = TimeBasis.EXPLICIT
    role: str = "at"
    tensed: bool = False

    def plus(self, **arguments: Argument) -> Value:
        """The same with more arguments."""
        return replace(self, arguments={**self.arguments, **arguments})


Builder = Callable[[Groups], Value | None]
