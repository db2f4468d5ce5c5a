"""Claims that a text tells only to call them false, as fact-checking articles do.

"A viral post claims that the dam has burst. This is false." The first sentence is no statement of this
source: its attribution is ``refuted``, and what it tells counts as denied. The same is told by labels, as desks that
check facts set them: "CLAIM: The dam has burst. VERDICT: False".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from claims.lang import table
from claims.model import Attribution, Event, Facet, Sentence, Span, Status
from claims.phrases import Match, PhraseBook

_REACH, _LABELLED_REACH = 2, 6
"""How many sentences after a rumour its refutation may come, and how many after a labelled claim its labelled verdict."""
_NEAR = 4
"""Words after the label of a verdict within which it must say that the claim is false."""
_COLONS = (":", "：", "-", "–", "—")
_LASTING = frozenset({Status.CANCELLED, Status.POSTPONED})

Read = list[tuple[Facet, ...]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim that a sentence only tells: the words that say so, and the stretch that is told."""

    cue: Span
    scope: Span
    labelled: bool = False


def refute(found: Sequence[Sentence], facets: Read) -> Read:
    """The facets of every sentence, those of rumours marked that the text goes on to call false."""
    told = [_labelled(sentence) or _rumour(sentence) for sentence in found]
    if not any(told):
        return facets
    verdicts = [_verdict(sentence) for sentence in found]
    refuting = [verdict is not None or _has(sentence, "refuted") for verdict, sentence in zip(verdicts, found, strict=True)]
    read: Read = []
    for i, one in enumerate(told):
        own, verdict = facets[i], verdicts[i]
        if one is not None and _is_answered(i, one, told, refuting, verdicts):
            own = _refuted(found[i], own, one)
        if verdict is not None and any(told[: i + 1]):
            own = _without(own, verdict)
        read.append(own)
    return read


def _is_answered(i: int, one: _Told, told: Sequence[_Told | None], refuting: Sequence[bool], verdicts: Sequence[Span | None]) -> bool:
    """Whether a sentence refutes what sentence ``i`` tells, with nothing else told between."""
    answers = range(i, min(len(told), i + 1 + (_LABELLED_REACH if one.labelled else _REACH)))
    return any((verdicts[k] is not None if k > i + _REACH else refuting[k]) and not any(told[i + 1 : k + 1]) for k in answers)


def _rumour(sentence: Sentence) -> _Told | None:
    """What "a viral post claims", to the end of the sentence."""
    cue = next(_book(sentence.lang, "rumour").find(sentence.tokens), None)
    if cue is None:
        return None
    last = sentence.tokens[-1].span.end
    return _Told(cue.span, Span(min(cue.span.end, last), last))


def _labelled(sentence: Sentence) -> _Told | None:
    """What stands after the label "Claim:", to the label of the verdict or the end of the sentence."""
    cue = _book(sentence.lang, "claim_labels").at(sentence.tokens, 0) if sentence.tokens else None
    if cue is None or cue.last == len(sentence.tokens) or not _is_label(sentence, cue):
        return None
    verdict = _verdict(sentence)
    words = [t.span.end for t in sentence.tokens if verdict is None or t.span.end <= verdict.start]
    return _Told(cue.span, Span(sentence.tokens[cue.last].span.start, words[-1]), labelled=True)


def _verdict(sentence: Sentence) -> Span | None:
    """The label of a verdict that says the claim is false; a sentence of that word alone is a verdict too."""
    tokens, false = sentence.tokens, _book(sentence.lang, "false")
    for label in _book(sentence.lang, "verdict_labels").find(tokens):
        near = range(label.last, min(len(tokens), label.last + _NEAR))
        if _is_label(sentence, label) and any(false.at(tokens, k) is not None for k in near):
            return label.span
    alone = false.at(tokens, 0) if tokens else None
    return alone.span if alone is not None and alone.last == len(tokens) else None


def _is_label(sentence: Sentence, match: Match[None]) -> bool:
    return sentence.text[match.span.end :].lstrip(" *_\u00a0").startswith(_COLONS)


def _refuted(sentence: Sentence, facets: tuple[Facet, ...], told: _Told) -> tuple[Facet, ...]:
    mark = Attribution(told.cue, told.cue.of(sentence.text), None, "refuted", told.scope)
    kept = [_denied(f) for f in _without(facets, told.cue)]
    return tuple(sorted((*kept, mark), key=lambda f: f.span))


def _without(facets: tuple[Facet, ...], label: Span) -> tuple[Facet, ...]:
    """The facets but for what the words of a label or cue would tell themselves: "VERDICT" is no court's."""
    return tuple(f for f in facets if not (isinstance(f, Attribution | Event) and f.span.overlaps(label)))


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
