"""Names that a head word makes: "Delhi *University*", "*Ministry* of Health", "*улица* Мира", "X *नदी*".

A head alone is a common noun. It makes a name together with something that is one: a listed name,
a capital, or a word that neither the lexicon nor the stop list knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claims.facets.names.crafts import is_vehicle
from claims.facets.names.cues import Heads
from claims.facets.names.cues import cues as cues_of
from claims.facets.names.view import Mention, View

_REACH = 4  # words a head may reach to either side ...
_REACH_OF = 6  # ... and behind it where "of" and "and" are words of the name
_OPENING, _CLOSING = ("«", "“", "„", '"', "'", "‘"), "»”“\"'’"


def headed(view: View) -> Iterator[Mention]:
    """Organisations and places named by a head word."""
    cues = view.cues
    any_head = _head_words(view.lang)
    for i in range(len(view)):
        if any_head.isdisjoint(view.folds[i]):
            continue
        for kind, heads in (("ORG", cues.organisations), ("LOC", cues.places)):
            if view.has(i, heads.last) and (view.is_capital(i) or not heads.is_capital):
                yield from _before(view, i, kind, heads)
            if view.has(i, heads.first):
                yield from _after(view, i, kind, heads)
        if view.has(i, cues.places.cue_last) and not view.is_capital(i) and (cues.is_cased or not view.is_known(i + 1)):
            yield from _cued(view, i - 1)
        if not cues.places.cue_first.isdisjoint(view.folds[i]):
            yield from _cued(view, i + 2 if view.has(i + 1, cues.places.of) else i + 1, is_after=True)
    yield from _quoted(view)


@cache
def _head_words(lang: str) -> frozenset[str]:
    """Every word that makes a name or opens one: most words of a text do not."""
    known = cues_of(lang)
    sides = (known.organisations, known.places) if known is not None else ()
    return frozenset().union(*(s for heads in sides for s in (heads.first, heads.last, heads.cue_first, heads.cue_last)))


def _before(view: View, head: int, kind: str, heads: Heads) -> Iterator[Mention]:
    """The words before a last head, from the leftmost that is a name."""
    first = head
    for i in range(head - 1, max(head - 1 - _REACH, -1), -1):
        is_member = view.cues.is_cased and i == head - 1  # "Workers Union"
        if (
            not view.joins(i + 1)
            or view.is_stop(i)
            or (i in view.title_words and not is_member)
            or view.tokens[i].text.endswith(("'s", "’s"))
        ):
            break
        if view.cues.is_cased and not view.is_capital(i):
            break
        if _is_name(view, i) and not (i == 0 and view.cues.is_cased and view.is_common(i)):
            first = i
    while first < head and not view.cues.is_cased and view.has(first, view.cues.places.cue_first):
        first += 1
    if first == head and head and view.joins(head) and view.has(head, heads.described) and view.is_common(head - 1):
        first = head - 1
    is_adjective_only = all(i in view.demonyms for i in range(first, head))
    if first == head or (is_adjective_only and not view.has(head, heads.national)):
        return
    if head - first == 1 and kind == "LOC" and not view.cues.is_cased and view.is_common(first):
        return
    if not view.is_headline or any(view.is_known(i) for i in range(first, head)):
        yield Mention(first, head + 1, kind)


def _after(view: View, head: int, kind: str, heads: Heads) -> Iterator[Mention]:
    """The words behind a first head."""
    last, is_named = head + 1, False
    for i in range(head + 1, min(head + 1 + (_REACH_OF if view.cues.is_cased else _REACH), len(view))):
        if not view.joins(i):
            break
        if view.has(i, heads.joiners) and not (is_named and _goes_on(view, i, kind)):
            break
        if view.has(i, heads.linkers):
            is_named = is_named and not view.has(i, heads.joiners)
            continue
        if view.cues.is_cased and view.tokens[i].text.isdigit() and i == head + 1:
            continue
        is_date = i == head + 2 and view.tokens[i - 1].text.isdigit() and view.is_capital(i)  # named after a day
        if kind == "LOC" and view.cues.is_cased and view.has(i, view.cues.organisations.last):  # "Port Council"
            break
        is_person = i in view.title_words or view.has(i, view.cues.honorifics)
        if not is_date and (view.is_stop(i) or is_person or not _continues(view, i, head)):
            break
        last, is_named = i + 1, is_named or _names(view, i, head)
    is_of_land = view.has(head, heads.national) and all(view.is_known(i) and i not in view.demonyms for i in range(head + 1, last))
    is_of_city = view.cues.is_cased and kind == "LOC" and last == head + 2 and view.is_known(head + 1) and not view.has(head, heads.kinds)
    if is_named and last > head + 1 and not (is_of_land or is_of_city):
        yield Mention(head, last, kind, trim=_head_trim(view, head, heads.first))


def _goes_on(view: View, i: int, kind: str) -> bool:
    """Whether what "and" at word ``i`` opens is more of one name, and no name of its own: "Ministry of Health and Welfare"."""
    heads = view.cues.organisations if kind == "ORG" else view.cues.places
    k = i + 1
    while k < len(view) and view.joins(k) and view.is_capital(k) and not view.is_known(k) and not view.has(k, heads.last, heads.first):
        k += 1
    is_open = k < len(view) and view.joins(k) and view.is_capital(k)
    return k > i + 1 and not is_open


def _continues(view: View, i: int, head: int) -> bool:
    """Whether word ``i`` can belong to the name that a head opens."""
    if view.cues.is_cased:
        adjectives = view.cues.organisations.adjectives
        if adjectives and i == head + 2 and view.is_capital(i - 1) and adjectives.search(view.tokens[i - 1].fold):
            return not view.is_stop(i)
        return view.is_capital(i) or (
            view.is_capital(head)
            and view.is_common(i)
            and not view.is_said_or_done(i)
            and i == head + 1
            and not view.cues.organisations.is_capital
            and not view.has(head, view.cues.organisations.strict)
        )
    if view.cues.article:
        if (
            i not in view.demonyms and view.opens_apart(i) and (view.is_known(i - 1) or view.match_trim_at(i))
        ):  # "the University of Damascus | Baghdad"
            return False
        if view.is_definite(i) or i in view.demonyms:
            return view.is_definite(i)
        return view.is_known(i) or (i == head + 1 and not (view.is_common(i) or view.is_plain(i) or view.is_verb(i)))
    return i == head + 1 or view.is_known(i)


def _names(view: View, i: int, head: int) -> bool:
    """Whether word ``i`` makes a name of a first head."""
    if view.cues.article:
        return not view.is_definite(head) or (i in view.demonyms and view.is_definite(i))
    return _is_name(view, i) or i == head + 1


def _cued(view: View, i: int, *, is_after: bool = False) -> Iterator[Mention]:
    """One word beside a word for a kind of place, where it is no common word."""
    if not 0 <= i < len(view) or not view.joins(i if is_after else i + 1):
        return
    adjectives = view.cues.places.adjectives
    if view.cues.is_cased:
        is_plain = view.is_capital(i) and not (i == 0 and view.is_common(i)) and not (adjectives and adjectives.search(view.tokens[i].fold))
    else:
        is_plain = not (view.is_common(i) or view.is_plain(i))
    if is_plain and not view.is_stop(i) and not view.is_known(i) and len(view.tokens[i].text) > 2:
        yield Mention(i, i + 1, "LOC")


def _quoted(view: View) -> Iterator[Mention]:
    """One to three words in quotes that hold or follow a word for a company, paper or party, or follow one for a ship or train."""
    heads = view.cues.organisations
    for i in range(1, len(view)):
        opening = view.gap(i).strip()
        if opening not in _OPENING or not (
            view.has(i - 1, heads.cues, heads.first, heads.last)
            or is_vehicle(view, i - 1)
            or (view.is_capital(i) and view.has(i, heads.cues, heads.first, heads.last))
        ):
            continue
        for last in range(i + 1, min(i + 4, len(view) + 1)):
            closing = view.text[view.tokens[last - 1].span.end : view.tokens[last - 1].span.end + 1]
            if closing and closing in _CLOSING:
                yield Mention(i, last, "ORG")
                break


def _is_name(view: View, i: int) -> bool:
    if view.is_known(i):
        return True
    return view.is_capital(i) if view.cues.is_cased else not (view.is_common(i) or view.is_plain(i))


def _head_trim(view: View, head: int, words: frozenset[str]) -> int:
    return next((view.clitics(head, form) for form in view.folds[head] if form in words), 0)
