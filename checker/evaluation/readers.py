"""Scoring what is read from single sentences: times, quantities, ordinals and names (``readers.jsonl``).

A facet is *found* when its span overlaps one of the gold's of the same kind, one to one, the largest
overlap first. It is *right* when its value is equal too: the first and last day of a time; low, high
and unit of a quantity; the rank of an ordinal; type and exact span of a name (a place is a place,
whether it has a government or not). What a quantity counts is scored apart, because names of things
differ more than values. Peoples, events and scores of matches are outside the gold's conventions:
they are neither expected nor held against the reader.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.evaluation.lines import rows
from checker.evaluation.scores import Score
from checker.progress import NO_PROGRESS, Progress
from claims.calendar import resolved
from claims.extract import facets_of
from claims.model import Facet, Interval, Name, Ordinal, Quantity, Span, Time
from claims.tokens import sentence_of

KINDS: Mapping[str, type[Facet]] = {"times": Time, "quantities": Quantity, "ordinals": Ordinal, "entities": Name}
_PLACES = ("GPE", "LOC")
_TYPES = (*_PLACES, "PER", "ORG")
_ABBREVIATIONS = {
    "mm": "millimetre", "cm": "centimetre", "m": "metre", "km": "kilometre", "kg": "kilogram", "MW": "megawatt", "GW": "gigawatt",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Miss:
    """One facet that was missed, read wrongly, or read where there is none."""

    id: str
    lang: str
    kind: str
    trouble: str
    expected: str
    read: str


@dataclass(frozen=True, slots=True)
class ReaderScores:
    """The tallies of one file, by kind and language, with everything that was not right."""

    file: str
    sentences: int
    found: Mapping[tuple[str, str], Score]
    right: Mapping[tuple[str, str], Score]
    counted: Score
    misses: tuple[Miss, ...]

    def by_kind(self) -> dict[str, Score]:
        """Found and right of every kind, all languages together, and what is counted."""
        scores = {}
        for kind in KINDS:
            scores[f"{kind} found"] = _sum(s for (_, k), s in self.found.items() if k == kind)
            scores[f"{kind} right"] = _sum(s for (_, k), s in self.right.items() if k == kind)
        return {**scores, "what is counted": self.counted}

    def by_language(self) -> dict[str, Score]:
        """Right values of every kind by language."""
        return {f"{lang} {kind}": score for (lang, kind), score in sorted(self.right.items(), key=lambda e: _order(e[0]))}


def _order(key: tuple[str, str]) -> tuple[str, int]:
    return key[0], list(KINDS).index(key[1])


def _sum(scores: Iterable[Score]) -> Score:
    parts = list(scores)
    return Score(*(sum(getattr(s, name) for s in parts) for name in ("hits", "reported", "found", "expected")))


@dataclass(frozen=True, slots=True)
class _Item:
    """A facet of either side: where it stands, and its value in one form that both sides share."""

    span: Span
    text: str
    value: tuple[object, ...]
    counted: str | None = None

    def __str__(self) -> str:
        shown = " ".join("…" if v is None else str(v) for v in self.value if not isinstance(v, Span))
        return f"{self.text} = {shown}" + (f" ({self.counted})" if self.counted else "")


def holds_sentences(path: Path) -> bool:
    """Whether a file holds labelled sentences rather than pairs, told by its first line; a broken file is none."""
    try:
        first = json.loads(path.read_text("utf-8-sig").lstrip().split("\n", 1)[0])
    except (OSError, ValueError):
        return False
    return isinstance(first, dict) and isinstance(first.get("text"), str)


def score_readers(path: Path, progress: Progress = NO_PROGRESS) -> ReaderScores:
    """Read every sentence of a file and compare. Raises ``InputError`` that names the line of a malformed sentence."""
    found = list(rows(path, "labelled sentence", trouble))
    if not found:
        raise InputError(f"{path.name} holds no sentences")
    tally: dict[tuple[str, str], list[int]] = {}
    counts, misses = [0, 0], list[Miss]()
    for place, row in progress.track(found, "reading sentences"):
        read = _read(row)
        for kind in KINDS:
            if kind not in row:
                continue
            gold, said = _expected(place, kind, row), read[kind]
            pairs = _pairs(gold, said)
            right = [(g, s) for g, s in pairs if g.value == s.value]
            counts[0] += sum(g.counted == s.counted for g, s in right if g.counted)
            counts[1] += sum(bool(g.counted) for g, _ in right)
            entry = tally.setdefault((row["lang"], kind), [0, 0, 0, 0])
            for i, value in enumerate((len(pairs), len(right), len(said), len(gold))):
                entry[i] += value
            misses += _misses(row, place, kind, gold, said, pairs)
    return ReaderScores(
        path.name,
        len(found),
        {key: Score(overlap, said, overlap, gold) for key, (overlap, _, said, gold) in tally.items()},
        {key: Score(right, said, right, gold) for key, (_, right, said, gold) in tally.items()},
        Score(counts[0], counts[1], counts[0], counts[1]),
        tuple(misses),
    )


def _pairs(gold: Sequence[_Item], said: Sequence[_Item]) -> list[tuple[_Item, _Item]]:
    """Gold and read facets whose spans overlap, one to one; the larger overlap first, an equal value before another."""

    def shared(g: _Item, s: _Item) -> int:
        return min(g.span.end, s.span.end) - max(g.span.start, s.span.start)

    candidates = [(shared(g, s), g.value == s.value, i, j) for i, g in enumerate(gold) for j, s in enumerate(said) if shared(g, s) > 0]
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(candidates, key=lambda c: (-c[0], not c[1], c[2], c[3])):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], said[j]) for i, j in sorted(pairs.items())]


def _misses(
    row: Mapping[str, Any], place: str, kind: str, gold: Sequence[_Item], said: Sequence[_Item], pairs: Sequence[tuple[_Item, _Item]]
) -> list[Miss]:
    name, lang = str(row.get("id", place)), row["lang"]
    paired = {id(item) for pair in pairs for item in pair}
    wrong = [Miss(name, lang, kind, "wrong", str(g), str(s)) for g, s in pairs if g.value != s.value]
    missed = [Miss(name, lang, kind, "missed", str(g), "") for g in gold if id(g) not in paired]
    return [*wrong, *missed, *(Miss(name, lang, kind, "false", "", str(s)) for s in said if id(s) not in paired)]


# --- what was read, and what the gold says, in one form ---------------------------------------


def _read(row: Mapping[str, Any]) -> dict[str, list[_Item]]:
    published = row.get("published")
    day = None if published is None else Interval.day(date.fromisoformat(published))
    items: dict[str, list[_Item]] = {kind: [] for kind in KINDS}
    for facet in facets_of(sentence_of(row["text"], row["lang"])):
        match facet:
            case Time():
                when = resolved(facet, day).interval
                items["times"].append(_item(facet, (None, None) if when is None else (when.earliest, when.latest)))
            case Quantity() if facet.kind not in ("score", "rank"):  # kinds of their own, outside the gold's conventions
                items["quantities"].append(_item(facet, (facet.low, facet.high, facet.unit), facet.counted))
            case Ordinal():
                items["ordinals"].append(_item(facet, (facet.rank,)))
            case Name() if facet.type in _TYPES:
                items["entities"].append(_item(facet, (_type(facet.type), facet.span)))
    return items


def _item(facet: Facet, value: tuple[object, ...], counted: str | None = None) -> _Item:
    return _Item(facet.span, facet.text, value, counted)


def _type(name: str) -> str:
    return "LOC" if name in _PLACES else name


def _expected(place: str, kind: str, row: Mapping[str, Any]) -> list[_Item]:
    """The labelled facets of a kind; equal words are meant in their order, whole words before parts of others."""
    items: list[_Item] = []
    for entry in row[kind]:
        text = entry["text"]
        taken = {item.span.start for item in items if item.text == text}
        free = [m.start() for m in re.finditer(f"(?={re.escape(text)})", row["text"]) if m.start() not in taken]
        if not free or not text:
            raise InputError(f"{place}: {text!r} ({kind}) does not stand in the sentence")
        start = min(free, key=lambda at: (_is_inside_a_word(row["text"], at, at + len(text)), at))
        span = Span(start, start + len(text))
        try:
            items.append(_Item(span, text, _value(kind, entry, span), entry.get("counted")))
        except (KeyError, TypeError, ValueError, ArithmeticError) as error:
            raise InputError(f"{place}: {text!r} ({kind}) has no readable value: {error!r}") from error
    return items


def _is_inside_a_word(text: str, start: int, end: int) -> bool:
    return text[max(start - 1, 0) : start].isalnum() or text[end : end + 1].isalnum()


def _value(kind: str, entry: Mapping[str, Any], span: Span) -> tuple[object, ...]:
    if kind == "times":
        return tuple(None if entry[end] is None else date.fromisoformat(entry[end]) for end in ("earliest", "latest"))
    if kind == "quantities":
        low, high = (None if entry[end] is None else Decimal(str(entry[end])) for end in ("low", "high"))
        return low, high, _ABBREVIATIONS.get(entry["unit"], entry["unit"])
    return (int(entry["rank"]),) if kind == "ordinals" else (_type(entry["type"]), span)


def trouble(row: object) -> str:
    """What a labelled sentence lacks; an empty string where nothing."""
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not isinstance(row.get("lang"), str):
        return "it is no object with a text and a lang"
    published = row.get("published")
    try:
        if published is not None:
            date.fromisoformat(published)
    except (TypeError, ValueError):
        return f"published is no ISO date: {published!r}"
    if not any(kind in row for kind in KINDS):
        return f"it holds none of {', '.join(KINDS)}"
    for kind in KINDS:
        entries = row.get(kind, [])
        if not isinstance(entries, list) or not all(isinstance(e, dict) and isinstance(e.get("text"), str) for e in entries):
            return f"{kind!r} must be a list of objects with a text"
    return ""
