"""Offices and occupations: which concepts name one, and which words of the lexicon are no one's title."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from claims.lexicon import Entry

_CROWDS = frozenset(
    {
        "authorities",
        "source_person",
        "bodyguard_security_detail",
        "border_guard",
        "opposition_adj",
        "miner",
        "predecessor",
        "successor",
        "citizen",
    }
)
"""Concepts of the class role that are no one's title."""


@cache
def offices() -> dict[str, tuple[str, str]]:
    """Concepts that name an office, with the office and its tense: several concepts may name one."""
    text = (files("claims") / "data" / "offices.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {concept: (office, tense) for concept, office, tense in rows}


def is_title(entry: Entry) -> bool:
    """Whether a concept may stand before a person's name as a title."""
    return entry.pos == "noun" and entry.id not in _CROWDS and (entry.frame in ("role", "person_kind") or entry.id in offices())
