"""Unknown people where no capitals mark them.

A title or honorific opens a name, so does a given name. Without either, an unknown word and a
surname behind it are a person where a case marker follows.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets.names.offices import offices
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
    if not (_is_part(view, first) or _is_initial(view, first)) or view.is_verb(first):
        return first
    if view.is_definite(first) or (view.is_plural(first) and not is_given):
        return first
    if view.cues.article and is_titled and not is_given and not _is_one(view, first):
        return first
    last = _run(view, first, is_given=is_given, is_titled=is_titled)
    if (
        is_given
        and _trim(view, first)
        and not any(view.is_definite(i) or view.has_given(i) or view.has_surname(i) for i in range(first + 1, last))
    ):
        return first
    if not (is_given or is_titled):
        return last if _is_surnamed(view, first, last) else first
    return last if _is_enough(view, first, last, is_given=is_given, is_titled=is_titled, is_office=is_office) else first


def _run(view: View, first: int, *, is_given: bool, is_titled: bool) -> int:
    """Where the words that can belong to the name at ``first`` end."""
    last = first + 1
    while last < len(view) and last - first < _LONGEST and view.joins(last) and not view.opens_known(last):
        behind = _behind_particles(view, last)
        if behind > last and _is_part(view, behind):
            last = behind + 1
        elif _goes_on(view, first, last, is_given=is_given, is_titled=is_titled) or _is_initial(view, last):
            last += 1
        else:
            break
    return last


def _behind_particles(view: View, i: int) -> int:
    """The word behind the particles that begin at word ``i``: "van der *Berg*"; ``i`` itself where there are none."""
    k = i
    while k + 1 < len(view) and view.has(k, view.cues.particles) and view.joins(k + 1):
        k += 1
    return k


def _is_initial(view: View, i: int) -> bool:
    """Whether word ``i`` is an initial before a word of the name."""
    return i + 1 < len(view) and view.is_short(i) and not view.has(i, view.cues.honorifics) and _is_part(view, i + 1)


def _is_surnamed(view: View, first: int, last: int) -> bool:
    """Whether unknown words are a person though nothing opens them: a surname ends them, or an initial opens them, before a marker."""
    if last - first < 2 or not view.has(last, view.cues.markers) or any(view.is_known(i) for i in range(first, last)):
        return False
    if any(view.has_given(i) for i in range(first + 1, last - 1)):  # what stands before a given name is no part of it
        return False
    if _is_initial(view, first):
        return True
    if last - first == 2 and first == 0 and view.has(last, view.cues.agents) and not view.has(first, view.cues.honorifics):
        return not any(view.is_common(i) or view.is_plain(i) for i in range(first, last))
    return last - first == 2 and view.has_surname(last - 1) and not view.is_common(last - 1)


def _is_one(view: View, first: int) -> bool:
    """Whether the title before word ``first`` is definite and names one person, not many."""
    title = max((t for t in view.titles if t.last <= first), key=lambda t: t.last, default=None)
    return (
        title is None
        or (view.is_definite(title.first) and not view.is_plural(title.last - 1))
        or any(c in office_names() for c in title.concepts)
    )


def _goes_on(view: View, first: int, i: int, *, is_given: bool, is_titled: bool) -> bool:
    """Whether word ``i`` belongs to the name; where adjectives follow their noun, only the second does without being a name."""
    if _is_part(view, i):
        return i == first + 1 or bool(view.cues.markers) or view.has_given(i)
    if i != first + 1 or not (is_given or (is_titled and not view.is_common(i))):
        return False
    if view.has_surname(i) and not view.has(i, view.cues.markers):
        return True
    is_land = view.is_known(i) and not (is_given and i in view.demonyms)
    return view.is_definite(i) and not (view.is_stop(i) or is_land or i in view.title_words)


def _is_enough(view: View, first: int, last: int, *, is_given: bool, is_titled: bool, is_office: bool) -> bool:
    """Whether the words are a name: two, or one that a case marker follows behind a title."""
    if last - first > 1:
        return is_given or (is_titled and not (view.cues.article and any(view.is_plain(i) for i in range(first, last))))
    is_sure = is_office or is_given or view.has_surname(first)
    return is_titled and ((view.has(last, view.cues.markers) and is_sure) or (is_given and not view.cues.markers))


def _is_part(view: View, i: int) -> bool:
    """Whether word ``i`` can stand in a person's name; looked up once, since every word is asked about from several sides."""
    known = view.parts.get(i)
    if known is None:
        known = view.parts[i] = _stands_in_names(view, i)
    return known


def _stands_in_names(view: View, i: int) -> bool:
    places = view.cues.places
    if view.is_stop(i) or i in view.title_words or i in view.demonyms or view.has(i, places.cue_first, places.cue_last, places.last):
        return False
    if any(m.first <= i < m.last and m.values[0].entry.type != "PER" for m in view.matches):
        return False
    return view.has_given(i) or not (view.is_common(i) or view.is_plain(i))


def _trim(view: View, i: int) -> int:
    return next((view.clitics(i, form) for form in view.bare(i) if form in view.cues.given), 0)
