"""Which sentences state nothing that could be checked, and why.

Generous on purpose: whatever holds an event, a number, a date or a name is a claim, unless it
asks, appeals or addresses the reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.lang import table
from claims.model import Attribution, Event, Facet, Name, Ordinal, Quantity, Sentence, Time
from claims.phrases import PhraseBook, words_in

_QUESTION_MARKS = ("?", "؟")
_CLOSING = "\"'”»’)] \u200f\u200e"
_FEWEST_WORDS = 3


def reason_not_a_claim(sentence: Sentence, facets: Sequence[Facet]) -> str | None:
    """``question``, ``appeal``, ``opinion``, ``fragment`` or ``nothing to check``; ``None`` for a claim."""
    checkable = _checkable(facets)
    if _is_question(sentence, facets):
        return "question"
    said = {effect for match in _phrases(sentence.lang).find(sentence.tokens) for effect in match.values}
    if "appeal" in said and not any(isinstance(f, Attribution) for f in facets):
        return "appeal"
    if "opinion" in said and not checkable:
        return "opinion"
    if not checkable and not _has_attribution(facets):
        return "nothing to check" if _has_predicate(sentence) else "fragment"
    if len(sentence.tokens) < _FEWEST_WORDS and not any(isinstance(f, Event) for f in facets):
        return "fragment"
    return None


def _checkable(facets: Sequence[Facet]) -> bool:
    return any(isinstance(f, Event | Quantity | Time | Name | Ordinal) for f in facets)


def _has_attribution(facets: Sequence[Facet]) -> bool:
    return any(isinstance(f, Attribution) for f in facets)


def _is_question(sentence: Sentence, facets: Sequence[Facet]) -> bool:
    """Whether the sentence itself asks; one that only reports a question does not."""
    ends = sentence.text.rstrip(_CLOSING).endswith(_QUESTION_MARKS)
    return ends and not _has_attribution(facets)


def _has_predicate(sentence: Sentence) -> bool:
    words = words_in(table(sentence.lang, "worthiness").get("predicates", ()), sentence.lang)
    return any(token.fold in words for token in sentence.tokens)


@cache
def _phrases(lang: str) -> PhraseBook[str]:
    data, book = table(lang, "worthiness"), PhraseBook[str](lang)
    for name, effect in (("appeals", "appeal"), ("opinions", "opinion")):
        for phrase in data.get(name, ()):
            book.add(phrase, effect)
    return book
