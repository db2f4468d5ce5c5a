"""Names the gazetteer knows: which of several entities a form stands for, and which forms are other words here."""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets.names.view import Mention, View
from claims.gazetteer import Entry, Form
from claims.phrases import Match


def known(view: View) -> Iterator[Mention]:
    """Mentions of listed entities. Adjectives of a country are none; nouns for a people are."""
    for match in view.matches:
        entries = tuple(dict.fromkeys(form.entry for form in match.values))
        people = [e for e in entries if e.type == "NORP"]
        others = tuple(e for e in entries if e.type != "NORP")
        if people and not (others and _is_noun_use(match, view)):
            if view.cues.peoples.search(view.folds[match.last - 1][0]) and not _agrees(match, view):
                yield Mention(match.first, match.last, "NORP", tuple(people), view.match_trim(match))
        elif others and not _is_other_word(match, view):
            yield Mention(match.first, match.last, others[0].type, others, view.match_trim(match))


def choose(mention: Mention, view: View, near: frozenset[str], office: str | None, of: str | None) -> Entry:
    """The likeliest entity: holder of the office named, then of a country in the sentence, at home, first listed."""

    def rank(entry: Entry) -> tuple[bool, bool, bool, bool]:
        offices = {(term.office, term.of) for term in entry.roles}
        return (
            (office, of) not in offices,
            office not in {name for name, _ in offices},
            not entry.country or entry.country not in near,
            entry.country != view.cues.home,
        )

    return min(mention.entries, key=rank)


def _agrees(match: Match[Form], view: View) -> bool:
    """Whether a word for a people is an adjective after all, since it has or lacks the article as its noun does."""
    return bool(view.cues.article) and (not view.is_definite(match.first) or view.is_definite(match.first - 1))


def _is_noun_use(match: Match[Form], view: View) -> bool:
    """Whether a form that is both a country and its adjective ("तुर्की") stands before a postposition or alone."""
    after = match.last
    return view.has(after, view.cues.places.after, view.cues.markers, view.cues.links) or not view.joins(after)


_GENERIC = frozenset(
    {"upper_house", "lower_house", "parliament", "election_commission", "supreme_court", "constitutional_court", "central_bank"}
    | {"defence_ministry", "foreign_ministry", "air_force", "army", "space_agency", "congress_us", "local_time"}
)
"""Concepts of bodies every country has: their names mean one country's only where no other is named."""


def _is_other_word(match: Match[Form], view: View) -> bool:
    """Whether a form is another word here: a common one without a cue for a name, or the name of another country's body."""
    if any(c.id in _GENERIC and c.span.contains(match.span) for c in view.concepts):
        lands = view.lands - {view.cues.home}
        return match.values[0].entry.country not in (view.lands or {view.cues.home}) or (
            bool(lands) and match.values[0].entry.country not in lands
        )
    if match.last - match.first > 1:
        return False
    first, places = match.first, view.cues.places
    if view.cues.is_cased:
        return first == 0 and any(c.span == match.span and c.frame not in _NAMED for c in view.concepts)
    if not view.has(first, view.cues.doubtful, view.cues.hidden):
        return False
    if view.has(first - 1, places.cue_first, view.cues.organisations.first) or view.has(first + 1, places.cue_last):
        return False
    is_beside = view.has(first - 1, places.before) or view.has(first + 1, places.after)
    return view.has(first, view.cues.hidden) or not is_beside


_NAMED = frozenset({"organisation_kind", "place_kind", "politics", "epidemic", "sport", "technology"})
