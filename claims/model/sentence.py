"""Words and sentences."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number of a sentence; ``fold`` is its form for comparison only."""

    span: Span
    text: str
    fold: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source. Spans of tokens and facets count from the start of ``text``."""

    text: str
    lang: str
    tokens: tuple[Token, ...]
    start: int = 0
    is_title: bool = False

    @property
    def span(self) -> Span:
        """Where the sentence stands in the source's text."""
        return Span(self.start, self.start + len(self.text))
