"""Times of a sentence, symbolic until ``claims.calendar`` meets a publication date.

``lexing`` says what each word could be, ``grammar`` which words make a time, ``values`` and
``clock`` what it means, ``tense`` whether it looks back or ahead. All words and word orders are
data: ``claims/lang/<lang>/times.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.calendar import resolved
from claims.facets.times.grammar import parse
from claims.facets.times.lexing import lex
from claims.facets.times.tense import Tense, tells_past
from claims.facets.times.values import Value
from claims.lang import table
from claims.model import Concept, Facet, Sentence, Span, Time, Token
from claims.phrases import words_of

__all__ = ["read"]


def read(sentence: Sentence, found: Sequence[Facet]) -> tuple[Time, ...]:
    """The time expressions of a sentence, in order, none inside another; ``found`` are its concepts."""
    events = [f.span for f in found if isinstance(f, Concept) and f.frame in _event_frames()]
    tense = Tense(sentence)
    times = (_time(sentence, span, value, tense) for span, value in parse(lex(sentence, events), sentence.lang))
    return tuple(t for t in times if t is not None)


@cache
def _event_frames() -> frozenset[str]:
    return frozenset(table("_shared", "times")["events"]["frames"].split())


def _time(sentence: Sentence, span: Span, value: Value, verbs: Tense) -> Time | None:
    if _is_name(sentence, span, value):
        return None
    possessive = re.search("['’]s$", span.of(sentence.text))
    if possessive:  # "after Friday's vote", "by Tuesday's storm": the noun is meant, not a limit
        span = Span(span.start, span.end - 2)
        value = replace(value, arguments={k: v for k, v in value.arguments.items() if k != "bound"}, role="at")
    if value.tensed or "needs" in value.arguments:
        tense = verbs.direction(span)
        if value.arguments.get("needs") not in (None, tense):
            return None
        value = _directed(value, tense, sentence.lang)
    arguments = tuple(sorted((k, v) for k, v in value.arguments.items() if k != "needs"))
    time = Time(span, span.of(sentence.text), value.rule, arguments, value.granularity, value.basis, value.role)
    return resolved(time, None)


def _directed(value: Value, tense: str, lang: str) -> Value:
    """The value with the direction in which to look for the day it names.

    Without a future verb a weekday is the last one, as in any report; a yearly date that is a
    deadline ("was extended until 30 May") or a start ("from 1 June") is the nearest one, and one
    without a verb is ahead only if that is much nearer.
    """
    arguments, bound = dict(value.arguments), value.arguments.get("bound")
    if "either" in arguments:
        days = int(arguments.pop("either") or 0)
        return replace(value, arguments={**arguments, "offset": days if tense == "future" else -days})
    yearly = value.rule in ("month_day", "month", "season", "quarter")
    if bound == "since":
        found = "past"
    elif yearly and (tense == "perhaps" or bound in ("until", "by", "before") or (bound == "from" and not tense)):
        found = "future" if tense == "future" else "near"
    elif yearly and not tense and tells_past(lang):
        found = "likely"
    else:
        ahead = bound == "until" or arguments.pop("this", False)
        found = "past" if tense == "past" or (not tense and not ahead) else "future"
    arguments.pop("this", None)
    return replace(value, arguments={**arguments, "direction": found})


@cache
def _name_words(lang: str, side: str) -> frozenset[str]:
    names = table(lang, "times").get("names", {})
    return frozenset(w[0] for form in names.get(side, "").split() if (w := words_of(form, lang)))


@cache
def _totals(lang: str) -> frozenset[str]:
    """Words that mean a total before a number: کل 330 is no yesterday."""
    return frozenset(table(lang, "times").get("names", {}).get("totals", "").split())


def _is_name(sentence: Sentence, span: Span, value: Value) -> bool:
    """Whether a neighbour makes a name of it: Sunday Times, Black Friday, June Carter, a street called 8 March."""
    before = [t for t in sentence.tokens if t.span.end <= span.start][-1:]
    after = [t for t in sentence.tokens if t.span.start >= span.end][:1]
    if after and after[0].text[0].isdigit() and span.of(sentence.text) in _totals(sentence.lang):
        return True
    left, right = _name_words(sentence.lang, "before"), _name_words(sentence.lang, "after")
    if _is_first_name(sentence, span, value, before, after):
        return True
    return any(words_of(t.text, sentence.lang)[0] in left for t in before) or any(
        words_of(t.text, sentence.lang)[0] in right for t in after if t.text[0].isupper() or not t.text.isascii()
    )


def _is_first_name(sentence: Sentence, span: Span, value: Value, before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a lone month is somebody's first name: it opens the sentence or follows no preposition, and a name follows it."""
    allowed = _name_words(sentence.lang, "month_after")
    if value.rule != "month" or set(value.arguments) != {"month"} or not allowed or not after:
        return False
    follows = after[0].text[0].isupper() and sentence.text[span.end : after[0].span.start] == " "
    return follows and not any(t.fold in allowed for t in before)
