"""From a source to its claims: every reader over every sentence, then one claim a statement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from claims import lexicon
from claims.clauses import Statement, statements
from claims.context import inherit
from claims.facets import attribution, events, names, ordinals, quantities, times
from claims.facets.names.resolve import unify
from claims.lang import languages
from claims.language import detect
from claims.model import Attribution, Claim, Concept, Facet, Inherited, Name, Published, Reading, Sentence, Skipped, Source, Time
from claims.normalise import well_formed
from claims.refutation import refute
from claims.segment import LONGEST, sentences, sentences_of
from claims.tokens import sentence_of
from claims.worthiness import reason_not_a_claim

_SHARED = (Name, Time)
"""Facets of one half of a sentence that also hold for the other, where it has none of its own."""


TOO_LONG = "too long for a sentence"
"""Why a stretch of more than ``claims.segment.LONGEST`` characters without a stop yields no claim."""


def extract(source: Source) -> Reading:
    """The claims of a source, in the order of its text, and the sentences that are none."""
    return _reading(source, sentences(source))


def claims_of_text(
    text: str, lang: str | None = None, published: Published | None = None, file: str = "a", *, title: bool = False
) -> Reading:
    """The claims of a text of one or a few sentences, all of it body (or a headline)."""
    text = well_formed(text)
    lang = lang or detect(text)
    source = Source(file, text, lang, published=published)
    found = (sentence_of(text, lang, 0, is_title=True),) if title else sentences_of(text, lang)
    return _reading(source, found)


def read(path: str | Path) -> Reading:
    """The claims of one article. Raises ``claims.model.UnreadableError``."""
    from claims.ingest import read_path

    path = Path(path)
    return extract(read_path(path, path.name)[0])


def uncovered(reading: Reading) -> tuple[str, ...]:
    """Languages of a reading's sentences without language data: there only names, digits and ISO dates were read."""
    found = {claim.lang for claim in reading.claims} | {skipped.sentence.lang for skipped in reading.skipped}
    return tuple(sorted(found - set(languages())))


def facets_of(sentence: Sentence) -> tuple[Facet, ...]:
    """Everything that is read from one sentence by itself."""
    return _facets((sentence,), sentence.lang)[0]


def _reading(source: Source, found: Sequence[Sentence]) -> Reading:
    claims: list[Claim] = []
    skipped = _furniture(source)
    skipped += [Skipped(sentence, TOO_LONG) for sentence in found if len(sentence.text) > LONGEST]
    found = [sentence for sentence in found if len(sentence.text) <= LONGEST]
    read_ = _facets(found, source.lang)
    for sentence, facets, taken in zip(found, read_, inherit(list(zip(found, read_, strict=True))), strict=True):
        reason = reason_not_a_claim(sentence, facets)
        if reason is not None:
            skipped.append(Skipped(sentence, reason))
            continue
        parts = statements(sentence, facets)
        for part, inside in zip(parts, _divided(parts, facets), strict=True):
            number = len(claims) + 1
            span = part.span.shift(sentence.start)
            claim = Claim(f"{source.file}#{number}", source.file, sentence.lang, sentence, span, inside)
            claims.append(replace(claim, inherited=_inherited(part, inside, taken)))
    return Reading(source, tuple(claims), tuple(sorted(skipped, key=lambda s: s.sentence.span)))


def _facets(found: Sequence[Sentence], lang: str) -> list[tuple[Facet, ...]]:
    """The facets of every sentence. Names are made one across the text before anything is built on them."""
    early: list[tuple[tuple[Concept, ...], tuple[Time, ...]]] = []
    named: list[tuple[Name, ...]] = []
    for sentence in found:
        concepts = lexicon.read(sentence)
        when = times.read(sentence, concepts)
        early.append((concepts, when))
        named.append(names.read(sentence, (*concepts, *when)))
    read_: list[tuple[Facet, ...]] = []
    for sentence, (concepts, when), who in zip(found, early, unify(named, lang), strict=True):
        facets: tuple[Facet, ...] = (*concepts, *when, *who)
        for reader in (ordinals.read, quantities.read, events.read, attribution.read):
            facets = (*facets, *reader(sentence, facets))
        read_.append(tuple(sorted(facets, key=lambda f: f.span)))
    return refute(found, read_)


def _divided(parts: Sequence[Statement], facets: Sequence[Facet]) -> list[tuple[Facet, ...]]:
    """The facets of every statement, in the order of the text: its own, and what it shares with its neighbours."""
    if len(parts) == 1:
        return [tuple(dict.fromkeys(f for f in facets if parts[0].span.overlaps(f.span)))]
    own: list[list[int]] = []
    for part in parts:
        stretch = range(*(bisect_left(facets, at, key=_start) for at in (part.span.start, part.span.end)))
        own.append([k for k in stretch if part.span.contains(facets[k].span)])
    shared: list[list[int]] = [[] for _ in parts]
    for kind, is_said in (*((kind, False) for kind in _SHARED), (Attribution, True)):
        held = [[k for k in inside if isinstance(facets[k], kind)] for inside in own]
        before, after = list(accumulate(held, _last_of)), list(accumulate(reversed(held), _last_of))[::-1]
        for i, part in enumerate(parts):
            if not held[i]:
                shared[i] += before[i] or (after[i] if part.is_tight or is_said else [])
    return [tuple(dict.fromkeys(facets[k] for k in sorted({*mine, *more}))) for mine, more in zip(own, shared, strict=True)]


def _inherited(part: Statement, inside: Sequence[Facet], taken: Sequence[Inherited]) -> tuple[Inherited, ...]:
    """What a statement takes over: what its own words stand for, and what it leaves out and has not got from its neighbours."""
    has_time = any(isinstance(f, Time) for f in inside)
    has_place = any(isinstance(f, Name) and f.type in ("LOC", "GPE") for f in inside)

    def is_wanted(one: Inherited) -> bool:
        if one.at is not None:
            return part.span.contains(one.at)
        return not (has_time if isinstance(one.facet, Time) else has_place)

    return tuple(one for one in taken if is_wanted(one))


def _start(facet: Facet) -> int:
    return facet.span.start


def _last_of(before: list[int], here: list[int]) -> list[int]:
    """What holds where one part follows another: its own where it has any, else what held before."""
    return here or before


def _furniture(source: Source) -> list[Skipped]:
    """What stands in the text but is no part of the article, with the reason."""
    found = []
    for block in source.blocks:
        if block.kind not in ("title", "body"):
            sentence = sentence_of(block.span.of(source.text), source.lang, block.span.start)
            found.append(Skipped(sentence, block.reason or block.kind))
    return found
