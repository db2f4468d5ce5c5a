"""Unknown names where capitals mark them: runs of capitalised words, typed by what stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.facets.names.view import Mention, View
from claims.lexicon import entries

_LONGEST = 6
_ROMAN = frozenset("IVXLC")
_BEHIND_DATELINE = re.compile(r"(?:,[^.]{0,40})?\s*(?:\([^)]{2,40}\)\s*)?[-–—]\s|,\s*\d")
"""What follows the place of a dateline: a day, an agency in brackets, a dash."""


def runs(view: View) -> Iterator[Mention]:
    """Names in capitals that no list knows."""
    i = 0
    while i < len(view):
        if not _opens(view, i):
            i += 1
            continue
        last = _end(view, i)
        yield from _named(view, i, last)
        i = last


def _opens(view: View, i: int) -> bool:
    return view.is_capital(i) and not view.is_stop(i) and not view.tokens[i].text.rpartition("-")[2][:1].islower()


def _end(view: View, first: int) -> int:
    """Where the run that opens at ``first`` ends; particles stand inside, stop words do not."""
    last = first + 1
    while last < len(view) and last - first < _LONGEST and (view.joins(last) or (view.gap(last).strip() == "&" and _opens(view, last))):
        if _opens(view, last) or (view.is_capital(last) and len(view.tokens[last].text) == 1):
            last += 1
        elif (behind := _behind_particles(view, last)) is not None:
            last = behind + 1
        else:
            break
    return last


def _behind_particles(view: View, i: int) -> int | None:
    """The capitalised word that one or two particles at word ``i`` open: "van *Berg*", "van der *Berg*"."""
    for k in (i + 1, i + 2):
        if k >= len(view) or not view.has(k - 1, view.cues.particles) or not view.joins(k):
            return None
        if _opens(view, k):
            return k
    return None


def _named(view: View, first: int, last: int) -> Iterator[Mention]:
    """The unknown name in a run: behind its titles and adjectives, around or beside what is known."""
    start = first
    for i in range(first, last - 1):
        if i in view.title_words or i in view.demonyms or view.has(i, view.cues.honorifics, view.cues.former, view.cues.acting):
            start = i + 1
    while last - start > 2 and last - 1 in view.demonyms:  # the adjective of what comes next
        last -= 1
    if last - start > 2 and view.has(start - 1, view.cues.places.cue_first) and view.has_given(start + 1):
        start += 1  # "глава района Торлан Анна Лунина": the place ends before the person begins
    whole = [m for m in view.matches if start <= m.first and m.last <= last and any(f.entry.type != "NORP" for f in m.values)]
    if whole and whole[0].first == start and whole[0].last < last and len(whole) == 1 and whole[0].values[0].entry.type != "PER":
        rest = whole[0].last
        if any(t.last == start for t in view.titles) or view.has_given(rest):
            yield Mention(rest, last, "PER")
        elif view.has_given(start):
            yield Mention(start, last, "PER")
        return
    if whole:
        yield from _around(view, start, last)
        return
    if start == 0 and _is_common_opening(view, last):
        start = 1
    if start == 0 and not view.has_given(0):  # a common noun that no list knows, capital for standing first
        start = next((i for i in range(1, last - 1) if view.has_given(i)), 0)
    if start >= last or all(i in view.demonyms for i in range(start, last)):
        return
    kind = _kind(view, start, last)
    if kind == "PER" and view.has(start - 1, view.cues.determiners):
        kind = "ORG"
    if kind:
        yield Mention(start, last, kind)


def _around(view: View, start: int, last: int) -> Iterator[Mention]:
    """A person who only shares the surname of a listed one ("Otto Merkel")."""
    match = next(m for m in view.matches if start <= m.first and m.last <= last)
    is_surname = match.last == last and len(match.values[0].words) == 1 and match.values[0].entry.type == "PER"
    before = range(start, match.first)
    if is_surname and before and not any(view.is_known(i) for i in before):
        if start == 0 and view.is_common(0) and not view.has_given(0):
            start = 1
        if start < match.first and not view.is_headline:
            yield Mention(start, last, "PER")


def _is_common_opening(view: View, last: int) -> bool:
    """Whether the first word of the sentence has its capital only for standing first."""
    if view.has(0, view.cues.places.cue_first):
        return True
    return not view.has_given(0) and (view.is_common(0) or (last > 1 and view.is_stop(0)))


def _kind(view: View, first: int, last: int) -> str | None:
    """The type of an unknown run, or ``None`` where it may be no name."""
    text = view.text[view.tokens[first].span.start : view.tokens[last - 1].span.end]
    if _ROMAN.issuperset(text) or _is_adjective(view, first, last):
        return None
    if first == 0 and text.isupper() and len(text) > 2 and _BEHIND_DATELINE.match(view.text, view.tokens[last - 1].span.end):
        return "LOC"
    if len(text) < 2 or text[-1].isdigit() or last - 1 in view.demonyms or text.rpartition("-")[2][:1].islower():
        return None
    if "&" in text:
        return "ORG"
    if last - first == 1 and view.has_given(first) and not _is_behind_title(view, first):
        return None
    is_given = any(view.has_given(i) for i in range(first, last))
    if last - first > 1 and view.has(last - 1, view.cues.organisations.last) and not is_given:
        return "ORG" if not view.is_headline or _is_behind_title(view, first) else None
    if _is_behind_title(view, first):
        return "PER"
    if is_given and last - first > 1:
        return "PER"
    if all(view.is_common(i) for i in range(first, last)) or (first == 0 and last == 1):
        if last - first > 1 and first and view.has(first - 1, view.cues.places.before) and _is_place_kind(view, last - 1):
            return "LOC"  # in Valley City: common words, but where a place stands and with the word for one
        return "ORG" if _is_brand(text) and not view.is_common(first) else None
    if _is_brand(text):
        return "ORG"
    if view.is_headline:
        return None
    if first and view.near(first) and view.has(first - 1, view.cues.places.before):
        return "LOC"
    if last - first == 1 and _is_listed_with_place(view, first):
        return "LOC"
    words = sum(not view.has(i, view.cues.particles) for i in range(first, last))
    return "PER" if words in (2, 3) else "ORG"


def _is_listed_with_place(view: View, first: int) -> bool:
    """Whether one unknown word is joined by "and" to a place that is known, behind a preposition of place: "in Izmir and *Manisa*"."""
    joined = first >= 3 and view.has(first - 1, view.cues.places.joiners) and view.joins(first)
    return joined and any(m.last == first - 1 and view.has(m.first - 1, view.cues.places.before) for m in view.matches)


def _is_adjective(view: View, first: int, last: int) -> bool:
    """Whether one capitalised word is the adjective of a place that no list knows, with its noun behind it."""
    if view.cues.organisations.is_capital or last - first > 1 or view.cues.peoples.search(view.tokens[first].fold) or not view.joins(last):
        return False
    is_verb = any(entries()[c.id].pos == "verb" for c in view.covered.get(last, ()))
    return not (view.is_capital(last) or view.is_stop(last) or is_verb)


def _is_place_kind(view: View, i: int) -> bool:
    return any(c.frame == "place_kind" for c in view.covered.get(i, ()))


def _is_brand(text: str) -> bool:
    """Capitals beyond the first letter: acronyms and names like eBay Inc's."""
    return len(text) > 2 and text.isalpha() and any(c.isupper() for c in text[1:])


def _is_behind_title(view: View, first: int) -> bool:
    if first and view.joins(first) and view.has(first - 1, view.cues.honorifics):
        return True
    return any(t.last == first for t in view.titles) and view.joins(first)
