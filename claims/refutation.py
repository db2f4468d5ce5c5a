"""Claims that a text tells only to call them false, as fact-checking articles do.

"A viral post claims that the dam has burst. This is false." The first sentence is no statement of this
source: its attribution is ``refuted``, and what it tells counts as denied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.lang import table
from claims.model import Attribution, Event, Facet, Sentence, Status
from claims.phrases import PhraseBook

_REACH = 2
"""How many sentences after a rumour its refutation may come."""
_LASTING = frozenset({Status.CANCELLED, Status.POSTPONED})

Read = list[tuple[Facet, ...]]


def refute(found: Sequence[Sentence], facets: Read) -> Read:
    """The facets of every sentence, those of rumours marked that the text goes on to call false."""
    rumours = [_has(sentence, "rumour") for sentence in found]
    refuting = [_has(sentence, "refuted") for sentence in found]
    return [
        _refuted(found[i], facets[i]) if rumour and any(_answers(k, i, rumours, refuting) for k in range(i, i + _REACH + 1)) else facets[i]
        for i, rumour in enumerate(rumours)
    ]


def _answers(k: int, i: int, rumours: Sequence[bool], refuting: Sequence[bool]) -> bool:
    """Whether sentence ``k`` refutes the rumour of sentence ``i``, with no other rumour between."""
    return k < len(refuting) and refuting[k] and not any(rumours[i + 1 : k + 1])


def _refuted(sentence: Sentence, facets: tuple[Facet, ...]) -> tuple[Facet, ...]:
    cue = next(_book(sentence.lang, "rumour").find(sentence.tokens))
    last = sentence.tokens[-1].span.end
    scope = replace(cue.span, start=min(cue.span.end, last), end=last)
    mark = Attribution(cue.span, cue.span.of(sentence.text), None, "refuted", scope)
    kept = [_denied(f) for f in facets if not (isinstance(f, Attribution) and f.span.overlaps(cue.span))]
    return tuple(sorted((*kept, mark), key=lambda f: f.span))


def _denied(facet: Facet) -> Facet:
    """An event as the text leaves it: denied, unless the rumour itself denied it."""
    if not isinstance(facet, Event) or facet.status in _LASTING:
        return facet
    return replace(facet, negated=False) if facet.negated else replace(facet, status=Status.DENIED)


def _has(sentence: Sentence, name: str) -> bool:
    return next(_book(sentence.lang, name).find(sentence.tokens), None) is not None


@cache
def _book(lang: str, name: str) -> PhraseBook[None]:
    book: PhraseBook[None] = PhraseBook(lang)
    for phrase in table(lang, "attribution").get(name, ()):
        book.add(phrase, None)
    return book
