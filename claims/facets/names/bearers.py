"""Unknown people where no capitals mark them: behind a title, an honorific, or from a given name on."""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets.names.roles import offices
from claims.facets.names.view import Mention, View
from claims.gazetteer import office_names

_LONGEST = 4


def bearers(view: View) -> Iterator[Mention]:
    """People that no list knows, found by title or given name."""
    listed = {m.first: m.last for m in view.matches if m.last - m.first > 1}
    titled = _titled(view)
    i = 0
    while i < len(view):
        if i in listed:
            i = listed[i]
            continue
        last = _end(view, i, titled)
        if last > i:
            yield Mention(i, last, "PER", trim=_trim(view, i))
        i = max(last, i + 1)


def _titled(view: View) -> dict[int, bool]:
    """Words right behind a title or honorific, or, where adjectives follow, behind those and the country: whether it is an office."""
    ends = {i + 1: True for i in range(len(view)) if view.has(i, view.cues.honorifics)}
    for title in view.titles:
        ends[title.last] = any(c in offices() or c in office_names() for c in title.concepts)
    between = view.cues.former | view.cues.acting | view.cues.honorifics
    for i in range(len(view)):
        if i in ends and view.joins(i) and view.cues.article and (view.is_known(i) or view.is_definite(i) or view.has(i, between)):
            ends[i + 1] = ends[i]
    return {i: is_office for i, is_office in ends.items() if view.joins(i)}


def _end(view: View, first: int, titled: dict[int, bool]) -> int:
    """Where the name that begins at ``first`` ends; ``first`` itself where none begins."""
    is_titled, is_office = first in titled, titled.get(first, False)
    is_followed = first + 1 < len(view) and view.joins(first + 1) and _is_part(view, first + 1) and not view.is_common(first + 1)
    is_given = view.has_given(first) and (is_titled or is_followed or not view.is_common(first))
    if not (is_given or is_titled) or not _is_part(view, first) or view.is_verb(first):
        return first
    if not is_given and view.cues.article and (view.is_definite(first) or not is_office):
        return first
    last = first + 1
    while last < len(view) and last - first < _LONGEST and view.joins(last) and not view.opens_known(last):
        if view.has(last, view.cues.particles) and last + 1 < len(view) and view.joins(last + 1) and _is_part(view, last + 1):
            last += 2
        elif _goes_on(view, first, last, is_given=is_given):
            last += 1
        else:
            break
    return last if _is_enough(view, first, last, is_given=is_given, is_titled=is_titled, is_office=is_office) else first


def _goes_on(view: View, first: int, i: int, *, is_given: bool) -> bool:
    """Whether word ``i`` belongs to the name; where adjectives follow their noun, only the second does without being a name."""
    if _is_part(view, i):
        return i == first + 1 or bool(view.cues.markers) or view.has_given(i)
    is_surname = is_given and i == first + 1 and view.is_definite(i)
    return is_surname and not (view.is_stop(i) or view.is_known(i) or i in view.title_words)


def _is_enough(view: View, first: int, last: int, *, is_given: bool, is_titled: bool, is_office: bool) -> bool:
    """Whether the words are a name: two, or one that a case marker follows behind a title."""
    if last - first > 1:
        return is_given or is_titled
    return is_titled and ((view.has(last, view.cues.markers) and is_office) or (is_given and not view.cues.markers))


def _is_part(view: View, i: int) -> bool:
    """Whether word ``i`` can stand in a person's name."""
    if view.is_stop(i) or i in view.title_words or i in view.demonyms:
        return False
    if any(m.first <= i < m.last and m.values[0].entry.type != "PER" for m in view.matches):
        return False
    return view.has_given(i) or not (view.is_common(i) or view.is_plain(i))


def _trim(view: View, i: int) -> int:
    return next((view.clitics(i, form) for form in view.bare(i) if form in view.cues.given), 0)
