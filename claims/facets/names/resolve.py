"""Names across one text: a surname alone means whoever was named in full, an alias whoever bears it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.facets.names.cues import cues
from claims.facets.names.keys import base
from claims.model import Name
from claims.skeleton import phrase_skeleton

Names = tuple[Name, ...]


def unify(names_by_sentence: Sequence[Names], lang: str = "") -> tuple[Names, ...]:
    """The same names with the keys of the full names they stand for.

    ``lang`` lets case endings be ignored. A surname that two people of the text bear stays with
    the one named last before it.
    """
    full: dict[str, list[Name]] = {}  # by last word
    aliases: dict[tuple[str, ...], Name] = {}
    unified = []
    everyone = [n for names in names_by_sentence for n in names if n.type == "PER"]
    ahead = {_sounds(n, lang)[-1]: n for n in reversed(everyone) if len(_sounds(n, lang)) > 1}
    for names in names_by_sentence:
        row = []
        for name in names:
            resolved = _resolved(name, _sounds(name, lang), full, aliases, ahead)
            row.append(resolved)
            sounds = _sounds(resolved, lang)
            if resolved.type == "PER" and len(sounds) > 1:
                full.setdefault(sounds[-1], []).append(resolved)
            aliases.setdefault(sounds, resolved)
        unified.append(tuple(row))
    return tuple(unified)


def _resolved(
    name: Name, sounds: tuple[str, ...], full: dict[str, list[Name]], aliases: dict[tuple[str, ...], Name], ahead: dict[str, Name]
) -> Name:
    if not sounds or name.type not in ("PER", "ORG", "LOC"):
        return name
    if len(sounds) == 1 and (name.type == "PER" or not name.known):
        bearers = full.get(sounds[0], [])
        bearer = bearers[-1] if bearers else ahead.get(sounds[0]) if name.type == "PER" else None
        if bearer is not None and not (name.known and any(b.key == name.key for b in bearers)):
            return replace(name, type="PER", key=bearer.key, known=bearer.known, country=bearer.country, called=bearer.text)
    if not name.known and (earlier := aliases.get(sounds)) is not None and earlier.key != name.key and earlier.type in ("PER", "ORG"):
        return replace(name, type=earlier.type, key=earlier.key, known=earlier.known, country=earlier.country)
    return name


def _sounds(name: Name, lang: str) -> tuple[str, ...]:
    language = cues(lang) if lang else None
    words = name.text.split()
    return tuple(s for w in words for s in phrase_skeleton(base(w, language) if language else w))
