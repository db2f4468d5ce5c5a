"""From concept candidates to the senses of a span that are events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from claims import frames, lexicon
from claims.facets.events.apart import apart
from claims.facets.events.mention import Mention
from claims.frames import Sense
from claims.lang import table
from claims.model import Concept, Facet, Name, Quantity, Sentence, Span, Time
from claims.normalise import fold
from claims.phrases import first_words, words_of
from claims.tokens import words_under


def mentions(sentence: Sentence, found: Sequence[Facet]) -> tuple[Mention, ...]:
    """The event mentions of a sentence in the order of the text, not overlapping."""
    spans: dict[Span, list[Concept]] = {}
    for facet in found:
        if isinstance(facet, Concept):
            spans.setdefault(facet.span, []).append(facet)
    listed = [_mention(sentence, span, [(c.id, c.frame) for c in concepts]) for span, concepts in spans.items()]
    # Words of a name, a time or an amount name something else: "March", "Victory Park", "two million won".
    taken = [f.span for f in found if isinstance(f, Name | Time) or (isinstance(f, Quantity) and f.kind == "money")]
    plain = [m for m in listed if m is not None and not any(span.overlaps(m.span) for span in taken)]
    # A longer listed phrase ("nobody injured" as one) outranks a compound put together around a particle.
    split = [s for s in _split_compounds(sentence) if not any(len(m) >= len(s) and m.span.overlaps(s.span) for m in plain)]
    whole = [m for m in plain if not any(s.span.overlaps(m.span) for s in split)] + split
    parted = apart(sentence, whole)
    whole = [m for m in whole if not any(p.claims(m) for p in parted)]
    return tuple(sorted(whole + parted, key=lambda m: m.first))


def _mention(sentence: Sentence, span: Span, candidates: Iterable[tuple[str, str]]) -> Mention | None:
    senses: dict[Sense, None] = {}
    for concept, frame in candidates:
        if frames.outranks(concept, frame):
            return None
        senses.update(dict.fromkeys(frames.senses_of(concept)))
    if not senses:
        return None
    inside = [i for i in words_under(sentence.tokens, span) if span.contains(sentence.tokens[i].span)]
    if not inside or _is_dropped(tuple(sentence.tokens[i].text for i in inside), sentence.lang):
        return None
    return Mention(inside[0], inside[-1] + 1, span, tuple(senses))


@lru_cache(maxsize=50_000)
def _is_dropped(texts: tuple[str, ...], lang: str) -> bool:
    """Whether these words mostly mean something other than an event; asked once, since the same few stand everywhere."""
    rest = tuple(word for text in texts[1:] for word in words_of(text, lang))
    firsts = first_words(texts[0], lang)
    if any((first, *rest) in _dropped(lang) for first in firsts):
        return True
    listed = any(lexicon.book(lang).values((first,)) for first in firsts)
    return not (rest or listed) and (lexicon.base_of(fold(texts[0]), lang),) in _dropped(lang)


@cache
def _dropped(lang: str) -> frozenset[tuple[str, ...]]:
    """Forms that mostly mean something other than the event they can name."""
    return frozenset(words_of(form, lang) for form in table(lang, "events").get("drop", ()))


def _split_compounds(sentence: Sentence) -> list[Mention]:
    """Compounds that a particle has split ("मंज़ूरी नहीं दी"): found when the particle is passed over."""
    particles = _particles(sentence.lang)
    inner = frozenset(i for i, token in enumerate(sentence.tokens) if token.fold in particles)
    if not inner:
        return []
    kept = [i for i in range(len(sentence.tokens)) if i not in inner]
    found = []
    for match in lexicon.find([sentence.tokens[i] for i in kept], sentence.lang):
        first, last = kept[match.first], kept[match.last - 1] + 1
        passed = inner.intersection(range(first, last))
        if passed:
            mention = _mention(sentence, match.span, [(entry.id, entry.frame) for entry in match.values])
            if mention is not None:
                found.append(Mention(first, last, match.span, mention.senses, passed))
    return found


@cache
def _particles(lang: str) -> frozenset[str]:
    return frozenset(word for form in table(lang, "events").get("particles", ()) for word in words_of(form, lang))
