"""Keys of names the gazetteer does not know: equal, as far as may be, for one name in any script.

A person's or place's key holds the skeletons of its words in order. An organisation's name is
mostly translated, so its key holds, for each word, the known entity or concept it stands for and
only otherwise the skeleton, sorted: "Indian Navy" and "भारतीय नौसेना" meet.
"""

from __future__ import annotations

import re

from claims.facets.names.cues import Cues
from claims.facets.names.view import Mention, View
from claims.gazetteer import countries
from claims.skeleton import phrase_skeleton

_DIGITS = re.compile("[0-9]+")
_CLASSES = {"GPE": "LOC"}
_KINDS = ("organisation_kind", "place_kind", "infrastructure")


def key_of(mention: Mention, view: View) -> str:
    """The key of an unknown name: its class, a colon, its parts."""
    kind = _CLASSES.get(mention.type, mention.type)
    is_translated = mention.type == "ORG" or (mention.type == "LOC" and _is_described(mention, view))
    parts = sorted(set(_translated(mention, view))) if is_translated else _sounds(mention, view)
    return f"{kind}:{' '.join(parts)}" if parts else f"{kind}:{view.span(mention).of(view.text).casefold()}"


def _is_described(mention: Mention, view: View) -> bool:
    """Whether a place is named by other names and common words ("Delhi Airport"), not by a name and the kind of place ("Tarn River")."""
    words = range(mention.first, mention.last)
    return any(view.is_known(i) or (view.is_common(i) and not _is_kind(view, i)) for i in words) or all(_is_kind(view, i) for i in words)


def _is_kind(view: View, i: int) -> bool:
    places = view.cues.places
    return view.has(i, places.kinds, places.cue_first, places.cue_last)


def base(word: str, cues: Cues) -> str:
    """A word without the case ending that would show in its skeleton."""
    if cues.endings is None or len(word) < 5 or word.casefold() in cues.given:
        return word
    return cues.endings.sub("", word.casefold())


def _sounds(mention: Mention, view: View) -> list[str]:
    is_place = mention.type != "PER"
    words = [
        _bare(view.tokens[i].text[mention.trim if i == mention.first else 0 :], view.cues)
        for i in range(mention.first, mention.last)
        if not (view.has(i, view.cues.particles) or (is_place and _is_kind(view, i)))
    ]
    return [s for w in words for s in phrase_skeleton(base(w, view.cues))]


def _bare(word: str, cues: Cues) -> str:
    """A word without the article that a hyphen joins to it."""
    article, hyphen, rest = word.partition("-")
    return rest if hyphen and rest and article.casefold() in cues.articles else word


def _numbers(fold: str) -> tuple[str, ...]:
    return tuple(_DIGITS.findall(fold))


def _translated(mention: Mention, view: View) -> list[str]:
    inside = {i: m for m in view.matches for i in range(m.first, m.last)}
    heads = view.cues.organisations
    parts: list[str] = []
    for i in range(mention.first, mention.last):
        if i in view.demonyms and view.demonyms[i].country in countries():
            parts.append(countries()[view.demonyms[i].country])
        elif i in inside:
            parts.append(inside[i].values[0].entry.id)
        elif view.has(i, heads.linkers, heads.joiners):
            continue
        elif i in view.covered:
            ranked = sorted(view.covered[i], key=lambda c: (c.frame not in _KINDS, -len(c.span), c.id))
            parts.append(ranked[0].id)
        elif not view.is_stop(i):
            parts += phrase_skeleton(base(view.tokens[i].text, view.cues)) + _numbers(view.tokens[i].fold)
        elif view.tokens[i].fold.isdigit():
            parts.append(view.tokens[i].fold)
    return parts
