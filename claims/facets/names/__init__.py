"""Names: who and what a sentence mentions, with type, key and the office it gives a person.

Known names come from the gazetteer; unknown ones from head words, capitals, titles and given
names. The outermost name wins; titles and adjectives of countries stand outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.facets.names.aliases import aliased
from claims.facets.names.bearers import bearers
from claims.facets.names.crafts import crafts
from claims.facets.names.cues import cues
from claims.facets.names.heads import headed
from claims.facets.names.keys import key_of
from claims.facets.names.known import choose, known
from claims.facets.names.roles import Role, role_of
from claims.facets.names.runs import runs
from claims.facets.names.variants import variants
from claims.facets.names.view import Mention, View
from claims.gazetteer import countries
from claims.model import Facet, Name, Sentence, Span

__all__ = ["lands", "read"]

_POSSESSIVE = re.compile("['’]s$")


def read(sentence: Sentence, found: Sequence[Facet]) -> tuple[Name, ...]:
    """The names of a sentence in the order of the text; ``found`` are its concepts and times."""
    language = cues(sentence.lang)
    if language is None or not sentence.tokens:
        return ()
    view = View(sentence, found, language)
    mentions = _outermost(
        [*known(view), *variants(view), *headed(view), *crafts(view), *(runs(view) if language.is_cased else bearers(view))]
    )
    near = frozenset(e.country for m in mentions if len(m.entries) == 1 for e in m.entries) - {""}
    names = []
    for mention in mentions:
        role = role_of(mention, view, mentions) if mention.type == "PER" else Role()
        names.append(_name(mention, view, near, role))
    return aliased(tuple(names), view)


def lands(sentence: Sentence) -> frozenset[str]:
    """Ids of the countries a sentence names, also those it names only by an adjective, for which ``read`` gives no name."""
    language = cues(sentence.lang)
    codes = View(sentence, (), language).lands if language is not None else ()
    return frozenset(countries()[code] for code in codes if code in countries())


def _name(mention: Mention, view: View, near: frozenset[str], role: Role) -> Name:
    span = _without_possessive(view, mention)
    if not mention.entries:
        return Name(span, span.of(view.text), mention.type, key_of(mention, view), False, None, role.office, role.of, role.tense)
    entry = choose(mention, view, near, role.office, role.of)
    if entry.type != "PER":
        role = Role()
    return Name(span, span.of(view.text), entry.type, entry.id, True, entry.country or None, role.office, role.of, role.tense)


def _without_possessive(view: View, mention: Mention) -> Span:
    """Where a mention stands, its possessive left out, unless the name is listed with one."""
    span = view.span(mention)
    ending = _POSSESSIVE.search(span.of(view.text)) if view.cues.is_cased else None
    if ending is None or any(_POSSESSIVE.search(form.head) for m in view.matches if m.first == mention.first for form in m.values):
        return span
    return Span(span.start, span.start + ending.start())


def _outermost(candidates: Sequence[Mention]) -> list[Mention]:
    """The longest of overlapping mentions, listed before unlisted ones, in the order of the text."""
    kept: list[Mention] = []
    for mention in sorted(candidates, key=lambda m: (-len(m), not m.entries, m.first)):
        if not any(mention.overlaps(other) for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.first)
