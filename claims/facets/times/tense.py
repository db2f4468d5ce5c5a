"""Whether the verb that governs a time expression looks back or ahead.

A cue is a word or ending listed in ``[tense]`` of the language's ``times.toml``. The clause of the
expression is searched first on the side where the language keeps its verbs, then on the other; a
fronted adverbial ("On Monday, the court will ...") borrows the cue of the clause it introduces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from claims.lang import table
from claims.model import Sentence, Span
from claims.normalise import fold
from claims.phrases import words_of

_SHORT = 3
_BREAK = re.compile(r"[,،;؛:—–()]|(?<=\s)-(?=\s)")


@dataclass(frozen=True, slots=True)
class _Cues:
    past: frozenset[str]
    future: frozenset[str]
    future_to: frozenset[str]
    to: frozenset[str]
    planned_by: frozenset[str]
    perhaps: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    present_endings: tuple[str, ...]
    future_beginnings: tuple[str, ...]
    not_verbs: frozenset[str]
    not_verb_beginnings: tuple[str, ...]
    past_before: frozenset[str]
    breaks: frozenset[str]
    verb_last: bool
    past_wins: bool


@cache
def _cues(lang: str) -> _Cues:
    data = table(lang, "times").get("tense", {})

    def words(name: str) -> frozenset[str]:
        """The folded forms, as written: an Arabic article belongs to them."""
        return frozenset(fold(form) for form in data.get(name, "").split())

    def parts(name: str) -> tuple[str, ...]:
        return tuple(w[0] for form in data.get(name, "").split() if (w := words_of(form, lang)))

    return _Cues(
        words("past"),
        words("future"),
        words("future_to"),
        words("to"),
        words("planned_by"),
        words("perhaps"),
        parts("past_endings"),
        parts("future_endings"),
        parts("present_endings"),
        tuple(data.get("future_beginnings", "").split()),
        words("not_verbs"),
        tuple(data.get("not_verb_beginnings", "").split()),
        words("past_before"),
        words("breaks"),
        data.get("verb_last", False),
        data.get("past_wins", False),
    )


class Tense:
    """The cues of one sentence, found once for all its times."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence

    @cached_property
    def _marks(self) -> list[str]:
        cues = _cues(self._sentence.lang)
        marks = _marks(self._sentence, cues)
        return marks if cues.past_wins else _joined(marks, cues.verb_last)

    def direction(self, span: Span) -> str:
        """``past``, ``future``, ``perhaps`` (would, scheduled: told, not known), or ``""`` where no verb tells."""
        return _direction(self._sentence, span, self._marks)


def direction(sentence: Sentence, span: Span) -> str:
    """``Tense.direction`` of one time alone."""
    return Tense(sentence).direction(span)


def _direction(sentence: Sentence, span: Span, marks: Sequence[str]) -> str:
    cues = _cues(sentence.lang)
    inside = [i for i, t in enumerate(sentence.tokens) if t.span.overlaps(span)]
    if not inside:
        return ""
    first, last = inside[0], inside[-1]
    left, right = _clause(sentence, first, last, cues)
    before, after = marks[left:first], marks[last + 1 : right]
    if any(t.fold in cues.past_before for t in sentence.tokens[left:first]):
        return "past"
    found = _nearest(before, after, cues)
    if not found and len(before) + len(after) < _SHORT:
        found = _closest(marks[:first], marks[last + 1 :])
    return "" if found == "present" else found


def tells_past(lang: str) -> bool:
    """Whether past verbs of a language are known by their endings, so that no cue means no past verb."""
    return bool(_cues(lang).past_endings)


def _marks(sentence: Sentence, cues: _Cues) -> list[str]:
    """The cue of every word; a plan looks ahead only as a verb ("plans to visit", "is to visit", "जाने वाले हैं")."""
    tokens = sentence.tokens
    marks = [_mark(t.text, t.fold, cues) for t in tokens]
    for i, token in enumerate(tokens[:-1]):
        if token.fold in cues.future_to and tokens[i + 1].fold in cues.to and not (i and tokens[i - 1].fold in cues.not_verbs):
            marks[i] = "future"
    return marks


def _mark(text: str, folded: str, cues: _Cues) -> str:
    if folded in cues.future and not text[0].isupper():  # May is a month
        return "future"
    if folded in cues.perhaps:
        return "perhaps"
    if folded in cues.past:
        return "past"
    if len(folded) < 4 or folded in cues.not_verbs or text.startswith(cues.not_verb_beginnings):
        return ""
    if folded.endswith(cues.present_endings):
        return "present"
    if folded.endswith(cues.future_endings) or text.startswith(cues.future_beginnings):
        return "future"
    return "past" if folded.endswith(cues.past_endings) else ""


def _clause(sentence: Sentence, first: int, last: int, cues: _Cues) -> tuple[int, int]:
    """Token range of the clause that holds the tokens ``first`` to ``last``."""
    tokens = sentence.tokens

    def broken(i: int) -> bool:
        """Whether a clause ends before token ``i``."""
        if tokens[i].fold in cues.planned_by and tokens[i - 1].fold in cues.future:
            return False
        return tokens[i].fold in cues.breaks or _BREAK.search(sentence.text, tokens[i - 1].span.end, tokens[i].span.start) is not None

    left = next((i for i in range(first, 0, -1) if broken(i)), 0)
    right = next((i for i in range(last + 1, len(tokens)) if broken(i)), len(tokens))
    return left, right


def _joined(marks: list[str], verb_last: bool) -> list[str]:
    """A participle beside an auxiliary of the future is future: will be held, किया जाएगा."""
    joined = list(marks)
    for i, mark in enumerate(marks):
        beside = marks[i + 1 : i + 3] if verb_last else marks[max(i - 3, 0) : i]
        if mark == "past" and not {"future", "perhaps"}.isdisjoint(beside):
            joined[i] = "future" if "future" in beside else "perhaps"
    return joined


def _nearest(before: Sequence[str], after: Sequence[str], cues: _Cues) -> str:
    if cues.past_wins and "past" in (*before, *after):
        return "past"
    backward, forward = _first(reversed(before)), _first(after)
    found = (forward or backward) if cues.verb_last else (backward or forward)
    return "past" if found == "perhaps" and "past" in (*before, *after) else found


def _first(marks: Iterable[str]) -> str:
    return next((m for m in marks if m), "")


def _closest(before: Sequence[str], after: Sequence[str]) -> str:
    """The nearest cue on either side, whatever clause it stands in."""
    sides = [(list(reversed(before)), 1), (list(after), 0)]
    found = [(i, tie, mark) for side, tie in sides for i, mark in enumerate(side) if mark]
    return min(found)[2] if found else ""
