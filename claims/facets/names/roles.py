"""The office a text gives a person: which, of what, and whether still held."""

from __future__ import annotations

from dataclasses import dataclass

from claims.facets.names.keys import key_of
from claims.facets.names.offices import offices
from claims.facets.names.view import Mention, Title, View
from claims.gazetteer import countries, holders, office_names

_COMMAS = (",", "،")
_REACH = 4  # words between an office and its holder or its country


@dataclass(frozen=True, slots=True)
class Role:
    """An office held: the concept that names it, the key of what it is an office of, the tense."""

    office: str | None = None
    of: str | None = None
    tense: str = "current"


def role_of(mention: Mention, view: View, mentions: list[Mention]) -> Role:
    """The role of a person named at ``mention``: from the title before the name, else from the apposition behind."""
    tenses: set[str] = set()
    of: str | None = None
    i = mention.first - 1
    while i >= 0 and mention.first - i <= _REACH + 1 and (view.near(i + 1) or _is_apposed(mention, i, view)):
        title = next((t for t in view.titles if t.last == i + 1), None)
        if title is not None:
            return _read(title, view, mentions, of, tenses)
        if not _is_inner(view, i, tenses):
            owner = _owner(view, i, mentions)
            if owner is None:
                return Role()
            of = of or owner
        i -= 1
    return _behind(mention, view, mentions)


def _is_apposed(mention: Mention, i: int, view: View) -> bool:
    """Whether the name stands between commas right behind word ``i``: "the finance minister, Name, resigned"."""
    return i + 1 == mention.first and view.gap(mention.first).strip() in _COMMAS and view.gap(mention.last).strip() in _COMMAS


def _read(title: Title, view: View, mentions: list[Mention], of: str | None, tenses: set[str]) -> Role:
    """The role a title names, with what stands before it."""
    i = title.first - 1
    while i >= 0 and title.first - i <= _REACH and view.near(i + 1):
        if not _is_inner(view, i, tenses):
            owner = _owner(view, i, mentions)
            if owner is None or of is not None:
                break
            of = owner
        i -= 1
    office, tense = _office(title, of, view)
    if view.tokens[title.first].fold.partition("-")[0] in view.cues.former:
        tenses.add("former")
    of = of or next((_owner(view, k, mentions) for k in range(title.first, title.last) if _owner(view, k, mentions)), None)
    return Role(office, of, "former" if "former" in tenses else "acting" if "acting" in tenses else tense)


def _behind(mention: Mention, view: View, mentions: list[Mention]) -> Role:
    """The role of an apposition: "Name, the former president of X,"."""
    if view.gap(mention.last).strip() not in _COMMAS:
        return Role()
    tenses: set[str] = set()
    of: str | None = None
    for i in range(mention.last, min(mention.last + _REACH, len(view))):
        if i > mention.last and not view.near(i):
            break
        title = next((t for t in view.titles if t.first == i), None)
        if title is not None:
            for k in range(title.last, min(title.last + 3, len(view))):
                of = of or (_owner(view, k, mentions) if view.near(k) else None)
            office, tense = _office(title, of, view)
            return Role(office, of, "former" if "former" in tenses else "acting" if "acting" in tenses else tense)
        if not _is_inner(view, i, tenses) and not view.has(i, view.cues.relative):
            of = of or _owner(view, i, mentions)
            if of is None:
                break
    return Role()


def _is_inner(view: View, i: int, tenses: set[str]) -> bool:
    """Whether word ``i`` may stand between an office and a name; notes what it says of the tense."""
    if view.has(i, view.cues.former):
        tenses.add("former")
        return True
    if view.has(i, view.cues.acting) or any(c.id == "acting" for c in view.covered.get(i, ())):
        tenses.add("acting")
        return True
    if view.is_definite(i) and view.is_common(i):  # "the captain of the ferry" is one compound in Arabic
        return True
    return view.has(i, view.cues.links, view.cues.honorifics) or i in view.title_words


def _owner(view: View, i: int, mentions: list[Mention]) -> str | None:
    """The country or body that word ``i`` names or is the adjective of."""
    if i in view.demonyms:
        return countries().get(view.demonyms[i].country)
    for mention in mentions:
        if mention.first <= i < mention.last and mention.type in ("GPE", "LOC", "ORG"):
            return mention.entries[0].id if mention.entries else key_of(mention, view)
    return None


def _office(title: Title, of: str | None, view: View) -> tuple[str, str]:
    """The office among a title's senses: one that is known to be held of ``of``, else one of the list of offices."""
    if of in countries().values() and view.has(title.first, view.cues.delegates) and title.last == title.first + 1:
        return "envoy", "current"
    senses = sorted((offices().get(c, (c, "current")) for c in title.concepts), key=lambda s: (s[1] == "current", s[0]))
    return min(senses, key=lambda s: (not (of and holders(s[0], of)), s[0] not in office_names()))
