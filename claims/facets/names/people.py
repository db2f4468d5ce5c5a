"""Frequent given names and surnames in five scripts: one of them makes a person of the unknown word beside it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from claims.gazetteer import LANGUAGES
from claims.phrases import words_of


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = (files("claims") / "data" / "persons.tsv").read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines()[1:])


def people(lang: str, kind: str) -> frozenset[str]:
    """The folded names of a kind, ``given`` or ``surname``, in one language; empty for a language without a column."""
    if lang not in LANGUAGES:
        return frozenset()
    column = 1 + LANGUAGES.index(lang)
    forms = (form for row in _rows() if row[0] == kind for form in row[column].split("|"))
    return frozenset(words[0] for form in forms if len(words := words_of(form, lang)) == 1)
