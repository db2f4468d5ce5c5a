"""Words that say a landmark begins, ends or is held, and which landmark each belongs to.

The words stand in the language's ``landmarks.toml`` with the tense they have by themselves; how
far from its landmark a verb may stand, and on which side, depends on the language's word order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.landmarks.naming import Mention
from claims.lang import table
from claims.model import Event, Facet, Sentence, Span, Time
from claims.phrases import Match, PhraseBook, words_in

_KINDS = ("begins", "ends", "held", "enters")
_TENSES = ("any", "past", "ahead", "now")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word in tokens up to ``last`` that says a landmark ``begins``, ``ends`` or is ``held``, and the tense it has by itself.

    One that ``enters`` is a part of the landmark's own name: "Croatia joins the euro".
    """

    kind: str
    tense: str
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Words:
    """The cue words of one language.

    ``followers`` may follow a verb that has no object; ``governors`` stand ``before`` or ``after`` a
    landmark that is no subject, unless a ``relative`` word takes it up.
    """

    book: PhraseBook[tuple[str, str]]
    beside: PhraseBook[str]
    before: int
    after: int
    followers: frozenset[str]
    governors: PhraseBook[str]
    relative: frozenset[str]
    articles: frozenset[str]


@cache
def _words(lang: str) -> _Words:
    data = table(lang, "landmarks")
    book: PhraseBook[tuple[str, str]] = PhraseBook(lang)
    for kind in _KINDS:
        for tense in _TENSES:
            for phrase in data.get(kind, {}).get(tense, ()):
                book.add(phrase, (kind, tense))
    beside: PhraseBook[str] = PhraseBook(lang)
    for name in ("coming", "running"):
        for phrase in data["beside"][name]:
            beside.add(phrase, name)
    reach = data["reach"]
    governors: PhraseBook[str] = PhraseBook(lang)
    for side in ("before", "after"):
        for phrase in data["modifier"][side]:
            governors.add(phrase, side)
    followers, relative = words_in(reach.get("followers", ()), lang), words_in(data["modifier"]["relative"], lang)
    return _Words(
        book, beside, reach["before"], reach["after"], followers, governors, relative, frozenset(data["modifier"].get("articles", ()))
    )


def cues_of(sentence: Sentence, named: Sequence[Mention], facets: Sequence[Facet]) -> list[Cue | None]:
    """For every landmark its nearest cue; a cue serves one landmark only."""
    words = _words(sentence.lang)
    found = [Cue(kind, tense, match.last, match.span) for match in words.book.find(sentence.tokens) for kind, tense in match.values]
    ranked = sorted(
        (gap, i, k)
        for i, mention in enumerate(named)
        for k, cue in enumerate(found)
        if (gap := _distance(sentence, mention, cue, facets, words)) is not None
    )
    chosen: list[Cue | None] = [_beside(sentence, mention, words) for mention in named]
    served: set[int] = set()
    for _, i, k in ranked:
        if chosen[i] is None and k not in served:
            chosen[i] = found[k]
            served.add(k)
    return chosen


def _beside(sentence: Sentence, mention: Mention, words: _Words) -> Cue | None:
    """An adjective before the landmark: the upcoming, the current."""
    first = min(w.start for w in mention.words)
    for match in words.beside.find(sentence.tokens):
        between = sum(1 for t in sentence.tokens if match.span.end <= t.span.start < first)
        if match.span.end <= first and between <= 1:
            return Cue("held", match.values[0], match.last, match.span)
    return None


def _distance(sentence: Sentence, mention: Mention, cue: Cue, facets: Sequence[Facet], words: _Words) -> int | None:
    """Words between a landmark and a cue that may govern it; ``None`` where it is too far or governs something else."""
    if any(w.overlaps(cue.span) for w in mention.words):
        return 0 if cue.kind == "enters" else None
    if cue.kind == "enters":
        return None
    if _is_governed(sentence, mention, cue, words):
        return None
    follows = mention.span.end <= cue.span.start
    gap = Span(mention.span.end, cue.span.start) if follows else Span(cue.span.end, mention.span.start)
    known = [*mention.words, *(f.span for f in facets if isinstance(f, Time))]
    between = [t for t in sentence.tokens if gap.contains(t.span) and not any(k.overlaps(t.span) for k in known)]
    if len(between) > (words.after if follows else words.before) or any(c in ";؛" for c in gap.of(sentence.text)):
        return None
    events = [f.span for f in facets if isinstance(f, Event) and gap.contains(f.span) and not any(k.overlaps(f.span) for k in known)]
    if events or (follows and words.followers and not _stands_alone(sentence, mention, cue, facets, words)):
        return None
    return len(between)


def _is_governed(sentence: Sentence, mention: Mention, cue: Cue, words: _Words) -> bool:
    """Whether the landmark belongs to something else that begins or ends: "a stadium for the Games opens"."""
    gap = Span(mention.span.end, max(mention.span.end, cue.span.start))
    between = [t.fold for t in sentence.tokens if gap.contains(t.span)]
    if not words.relative.isdisjoint(between) or any(c in ",،" for c in gap.of(sentence.text)):
        return False
    return any(_governs(sentence, mention, cue, m, words) for m in words.governors.find(sentence.tokens) if not m.span.overlaps(cue.span))


def _governs(sentence: Sentence, mention: Mention, cue: Cue, governor: Match[str], words: _Words) -> bool:
    if "before" in governor.values and governor.span.end <= mention.span.start:
        return sentence.text[governor.span.end : mention.span.start].strip() in {"", *words.articles}
    if "after" in governor.values and mention.span.end <= governor.span.start < cue.span.start:
        return not sentence.text[mention.span.end : governor.span.start].strip()
    return False


def _stands_alone(sentence: Sentence, mention: Mention, cue: Cue, facets: Sequence[Facet], words: _Words) -> bool:
    """Whether a verb has no object: "opens on Friday", not "opens an inquiry"."""
    if cue.last >= len(sentence.tokens):
        return True
    following = sentence.tokens[cue.last]
    if not sentence.text[cue.span.end : following.span.start].isspace() or following.fold in words.followers:
        return True
    known = [*mention.words, *(f.span for f in facets if isinstance(f, Time))]
    return any(k.overlaps(following.span) for k in known)
