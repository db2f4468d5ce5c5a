"""News frames: which concepts are events, which name the same event, and which exclude each other.

``data/frames.toml`` groups the lexicon's fine concepts into senses (``approve`` holds "ratify",
"pass a law", "grant a visa"), so that two texts that choose different words still name one event.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims import lexicon
from claims.model import Status


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("claims") / "data" / "frames.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Sense:
    """One event that a concept names. ``denied`` and ``status`` are what its words themselves say: "refused to sign", "feared dead"."""

    id: str
    denied: bool = False
    status: Status | None = None


@cache
def _senses() -> dict[str, str]:
    """For every concept that names an event, the sense under which it is read."""
    data = _data()
    frames, also, never = frozenset(data["events"]), frozenset(data["also"]), frozenset(data["never"])
    merged = {member: sense for sense, members in data["same"].items() for member in members}
    return {
        entry.id: merged.get(entry.id, entry.id)
        for entry in lexicon.entries().values()
        if (entry.frame in frames and entry.id not in never) or entry.id in also
    }


@cache
def _implied() -> dict[str, tuple[Sense, ...]]:
    """Senses of a concept that tells of another event than the one it names."""
    data = _data()
    found = {concept: [Sense(sense, denied=True)] for concept, sense in data["negated"].items()}
    for status, members in data["status"].items():
        for concept, sense in members.items():
            found.setdefault(concept, []).append(Sense(sense, status=Status(status)))
    return {concept: tuple(senses) for concept, senses in found.items()}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """For every sense the senses that exclude it, the same in both directions.

    Of the lexicon only the opposites between the senses' own concepts hold: what excludes one
    member ("cancel a visit" and "visit") need not exclude the whole sense.
    """
    senses = _senses()
    found: dict[str, set[str]] = {}
    listed = [(entry.id, other) for entry in lexicon.entries().values() for other in entry.opposites]
    listed += [(sense, other) for sense, others in _data()["opposite"].items() for other in others]
    for left, right in listed:
        if senses.get(left) == left and senses.get(right) == right:
            found.setdefault(left, set()).add(right)
            found.setdefault(right, set()).add(left)
    return {sense: frozenset(others) for sense, others in found.items()}


@cache
def senses_of(concept: str) -> tuple[Sense, ...]:
    """The events a concept names or tells of; none for one that names no event."""
    own = _senses().get(concept)
    implied = _implied().get(concept, ())
    return implied if own is None or any(s.denied for s in implied) else (Sense(own), *implied)


def outranks(concept: str, frame: str) -> bool:
    """Whether a form with this meaning is hardly ever an event, whatever else it may mean."""
    outranked = _data()["outranked"]
    return concept in outranked["by_concept"] or (frame in outranked["by_class"] and concept not in outranked["but_not"])


def frame_of(sense: str) -> str:
    """The news frame (class) of a sense."""
    return lexicon.entries()[sense].frame


def opposites_of(sense: str) -> frozenset[str]:
    """The senses that cannot be true of the same thing at the same time."""
    return _opposites().get(sense, frozenset())


@cache
def _roles() -> dict[str, str]:
    return {sense: kind for kind, senses in _data()["roles"].items() for sense in senses}


def roles_of(sense: str) -> str | None:
    """Which sides an event has; ``None`` if unknown.

    It ``befalls`` somebody, somebody ``does`` it, does it ``to`` somebody, or ``makes`` something of a
    thing or a plan; of what is ``marked`` a thing may be the subject, so that only "by" and its like tell who did it.
    """
    return _roles().get(sense)


@cache
def progress() -> dict[str, frozenset[str]]:
    """For every sense that tells how far a thing has come, the senses that say it has come no further or beyond."""
    found: dict[str, set[str]] = {}
    for row in _data()["progress"]:
        for on in row["on"]:
            for off in row["off"]:
                found.setdefault(on, set()).add(off)
                found.setdefault(off, set()).add(on)
    return {sense: frozenset(others) for sense, others in found.items()}


def is_settled(frame: str) -> bool:
    """Whether an event of this frame, once truly reported, stays true for good (a death, a win)."""
    return frame in _data()["settled"]
