"""Names of events whose words stand apart: "called the visit off", «أطلقت الحركة سراح», «ज़मानत कल ख़ारिज»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claims import frames
from claims.clauses import clause_numbers
from claims.facets.events.mention import Mention
from claims.lang import table
from claims.model import Sentence, Span
from claims.phrases import Match, PhraseBook

_REACH = 5
"""How many words may stand between the two parts."""


def apart(sentence: Sentence, plain: Sequence[Mention]) -> list[Mention]:
    """The mentions whose two parts are listed in the language's ``apart`` table, ``plain`` ones left as they are.

    The mention holds what lies between its parts, unless another event does: then it is its first part only.
    """
    openings, endings, concepts = _books(sentence.lang)
    clauses: tuple[int, ...] | None = None
    found: list[Mention] = []
    for opening in openings.find(sentence.tokens):
        clauses = clauses or clause_numbers(sentence)
        ending = _ending(sentence, opening, endings, clauses)
        if ending is None or (found and opening.first < found[-1].last):
            continue
        if any(m.first <= opening.first and ending.last <= m.last for m in plain):
            continue
        number = min(set(opening.values).intersection(ending.values))
        is_open = any(m.first < ending.first and opening.last < m.last for m in plain)
        last = opening.last if is_open else ending.last
        span = Span(opening.span.start, sentence.tokens[last - 1].span.end)
        inner = frozenset() if is_open else frozenset(range(opening.last, ending.first))
        found.append(Mention(opening.first, last, span, frames.senses_of(concepts[number]), inner, ending.last))
    return found


def _ending(sentence: Sentence, opening: Match[int], endings: PhraseBook[int], clauses: Sequence[int]) -> Match[int] | None:
    for i in range(opening.last, min(opening.last + _REACH + 1, len(sentence.tokens))):
        if clauses[i] != clauses[opening.first]:
            return None
        match = endings.at(sentence.tokens, i)
        if match is not None and not set(opening.values).isdisjoint(match.values):
            return match
    return None


@cache
def _books(lang: str) -> tuple[PhraseBook[int], PhraseBook[int], tuple[str, ...]]:
    """The first parts and the last parts, each with the numbers of the rules it belongs to, and the rules' concepts."""
    openings: PhraseBook[int] = PhraseBook(lang)
    endings: PhraseBook[int] = PhraseBook(lang)
    rules = list(_rules(lang))
    for number, (first, last, _) in enumerate(rules):
        for book, forms in ((openings, first), (endings, last)):
            for form in forms.split("|"):
                book.add(form, number)
    return openings, endings, tuple(concept for _, _, concept in rules)


def _rules(lang: str) -> Iterator[tuple[str, str, str]]:
    for concept, rows in table(lang, "events").get("apart", {}).items():
        for row in rows:
            first, last = row.split(" … ")
            yield first, last, concept
