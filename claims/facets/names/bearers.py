"""Unknown people where no capitals mark them: behind a title, an honorific, or from a given name on."""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets.names.view import Mention, View

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
        last = _end(view, i, is_titled=i in titled)
        if last > i:
            yield Mention(i, last, "PER", trim=_trim(view, i))
        i = max(last, i + 1)


def _titled(view: View) -> frozenset[int]:
    """Words right behind a title or honorific, or behind the adjective or country that follows one."""
    ends = {t.last for t in view.titles} | {i + 1 for i in range(len(view)) if view.has(i, view.cues.honorifics)}
    between = view.cues.former | view.cues.acting | view.cues.honorifics
    for i in range(len(view)):
        if i in ends and view.joins(i) and not view.cues.markers and (view.is_known(i) or view.has(i, between)):
            ends.add(i + 1)
    return frozenset(i for i in ends if view.joins(i))


def _end(view: View, first: int, *, is_titled: bool) -> int:
    """Where the name that begins at ``first`` ends; ``first`` itself where none begins."""
    is_given = view.has_given(first) and (is_titled or not view.is_common(first))
    if not (is_given or is_titled) or not _is_part(view, first):
        return first
    last = first + 1
    while last < len(view) and last - first < _LONGEST and view.joins(last) and not view.opens_known(last):
        if view.has(last, view.cues.particles) and last + 1 < len(view) and view.joins(last + 1) and _is_part(view, last + 1):
            last += 2
        elif _is_part(view, last) and (last == first + 1 or view.cues.markers or view.has_given(last)):
            last += 1
        else:
            break
    return last if _is_enough(view, first, last, is_given=is_given, is_titled=is_titled) else first


def _is_enough(view: View, first: int, last: int, *, is_given: bool, is_titled: bool) -> bool:
    """Whether the words are a name: two, or one that a case marker follows behind a title."""
    if last - first > 1:
        return is_given or is_titled
    return is_titled and (view.has(last, view.cues.markers) or (is_given and not view.cues.markers))


def _is_part(view: View, i: int) -> bool:
    """Whether word ``i`` can stand in a person's name."""
    if view.is_stop(i) or i in view.title_words or i in view.demonyms:
        return False
    if any(m.first <= i < m.last and m.values[0].entry.type != "PER" for m in view.matches):
        return False
    return view.has_given(i) or not (view.is_common(i) or view.is_plain(i))


def _trim(view: View, i: int) -> int:
    return next((view.clitics(i, form) for form in view.folds[i] if form in view.cues.given), 0)
