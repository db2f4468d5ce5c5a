"""Who says it: verbs of saying, "according to", denials, and refusals to comment.

The speaker is the key of a name or the concept of an office or body that stands next to the
reporting words. ``None`` is a report without one ("it was announced").
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from claims.clauses import clause_numbers
from claims.lang import table
from claims.model import Attribution, Concept, Facet, Name, Sentence, Span, Time
from claims.phrases import Match, PhraseBook, first_words, words_in
from claims.tokens import words_under

_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]|”([^“”]+)“|‘([^’]+)’')
_QUOTE_WORDS = 3
_REACH = 5
_FEWEST_SAID = 2
_WEAK = "reported"


@dataclass(frozen=True, slots=True)
class _Word:
    """What a reporting phrase means and on which side its speaker stands."""

    mode: str
    side: str


@cache
def _book(lang: str) -> PhraseBook[_Word]:
    data = table(lang, "attribution")
    book: PhraseBook[_Word] = PhraseBook(lang)
    subject = data.get("speaker", "before")
    for name, word in (
        ("declined", _Word("declined", subject)),
        ("denied", _Word("denied", subject)),
        ("before_speaker", _Word(_WEAK, "only after")),
        ("after_speaker", _Word(_WEAK, "only before")),
        ("verbs", _Word(_WEAK, subject)),
        ("none", _Word("none", subject)),
    ):
        for phrase in data.get(name, ()):
            book.add(phrase, word)
    return book


@cache
def _speakers() -> dict[str, Any]:
    return tomllib.loads((files("claims") / "data" / "speakers.toml").read_text("utf-8"))


@cache
def _merged() -> dict[str, str]:
    return {member: speaker for speaker, members in _speakers()["same"].items() for member in members}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody who can speak, at tokens ``[first, last)``."""

    first: int
    last: int
    speaker: str
    is_name: bool


def read(sentence: Sentence, found: Sequence[Facet]) -> tuple[Attribution, ...]:
    """The attributions of a sentence, in the order of the text."""
    candidates = _candidates(sentence, found)
    clauses = clause_numbers(sentence)
    read_: list[Attribution] = []
    covered: list[Span] = []
    for match in (*_book(sentence.lang).find(sentence.tokens), *_split_refusals(sentence)):
        word = match.values[0]
        if word.mode == "none" or any(isinstance(f, Time) and f.span.contains(match.span) for f in found):
            continue  # پاکستانی وقت کے مطابق "by Pakistan time" quotes nobody
        speaker = _speaker_of(sentence, match, word.side, candidates, clauses)
        covered.append(match.span)
        mode = "quoted" if word.mode == _WEAK and is_quoted(sentence.text) else word.mode
        read_.append(Attribution(match.span, match.span.of(sentence.text), speaker, mode))
    read_ += _whole_phrases(sentence, found, covered)
    read_.sort(key=lambda a: a.span)
    return tuple(replace(a, scope=_scope(sentence, read_, k, candidates)) for k, a in enumerate(read_))


def _scope(sentence: Sentence, read_: Sequence[Attribution], k: int, candidates: Sequence[_Candidate]) -> Span | None:
    """What is said: the quotations, else what follows the words of saying, or precedes them where nothing does."""
    said = read_[k]
    if said.mode == "declined":
        return None
    if said.mode == "quoted":
        quotes = [m.span() for m in _QUOTED.finditer(sentence.text) if len(m.group().split()) > _QUOTE_WORDS]
        return Span(quotes[0][0], quotes[-1][1])
    words = words_under(sentence.tokens, said.span)
    for candidate in candidates:  # a phrase that holds speaker and verb in one
        if candidate.first < words.stop and words.start < candidate.last:
            words = range(min(words.start, candidate.first), max(words.stop, candidate.last))
    speaker = next((c for c in candidates if c.speaker == said.speaker and 0 <= c.first - words.stop <= _REACH), None)
    first = words.stop if speaker is None else max(words.stop, speaker.last)
    until = words_under(sentence.tokens, read_[k + 1].span).start if k + 1 < len(read_) else len(sentence.tokens)
    if until - first >= _FEWEST_SAID:
        return Span(sentence.tokens[first].span.start, sentence.tokens[until - 1].span.end)
    before = next((c for c in reversed(candidates) if c.speaker == said.speaker and 0 <= words.start - c.last <= _REACH), None)
    last = words.start if before is None else before.first
    return Span(sentence.tokens[0].span.start, sentence.tokens[last - 1].span.end) if last >= _FEWEST_SAID else None


def is_quoted(text: str) -> bool:
    """Whether a stretch of several words stands between quotation marks."""
    return any(len(m.group().split()) > _QUOTE_WORDS for m in _QUOTED.finditer(text))


def _split_refusals(sentence: Sentence) -> Iterator[Match[_Word]]:
    """Refusals to comment whose subject stands between verb and object, as in Arabic."""
    data = table(sentence.lang, "attribution")
    verbs, objects = (words_in(data.get(name, ()), sentence.lang) for name in ("declined_verbs", "declined_objects"))
    if not verbs:
        return
    spoken = [first_words(token.text, sentence.lang) for token in sentence.tokens]
    for i in range(len(spoken)):
        if verbs.intersection(spoken[i]):
            for j in range(i + 2, min(i + _REACH, len(spoken))):
                if objects.intersection(spoken[j]):
                    span = Span(sentence.tokens[i].span.start, sentence.tokens[j].span.end)
                    yield Match(i, j + 1, span, (_Word("declined", "after"),))


def _whole_phrases(sentence: Sentence, found: Sequence[Facet], covered: Sequence[Span]) -> list[Attribution]:
    """Attributions that the lexicon holds as one phrase with their speaker: "police said"."""
    phrases = _speakers()["phrases"]
    return [
        Attribution(facet.span, facet.text, phrases[facet.id], "quoted" if is_quoted(sentence.text) else _WEAK)
        for facet in found
        if isinstance(facet, Concept) and facet.id in phrases and " " in facet.text and not any(s.overlaps(facet.span) for s in covered)
    ]


def _candidates(sentence: Sentence, found: Sequence[Facet]) -> tuple[_Candidate, ...]:
    data = _speakers()
    listed = []
    for facet in found:
        speaker: str | None = None
        if isinstance(facet, Name) and facet.type in ("PER", "ORG", "GPE", "NORP"):
            speaker = facet.key
        elif isinstance(facet, Concept):
            if facet.id in data["phrases"]:
                speaker = data["phrases"][facet.id]
            elif (facet.frame in data["classes"] and facet.id not in data["never"]) or facet.id in _merged() or facet.id in data["also"]:
                speaker = _merged().get(facet.id, facet.id)
        if speaker is not None:
            inside = [i for i in words_under(sentence.tokens, facet.span) if facet.span.contains(sentence.tokens[i].span)]
            if inside:
                listed.append(_Candidate(inside[0], inside[-1] + 1, speaker, isinstance(facet, Name)))
    return tuple(listed)


def _speaker_of(sentence: Sentence, match: Match[_Word], side: str, candidates: Sequence[_Candidate], clauses: Sequence[int]) -> str | None:
    within = next((c for c in candidates if c.first < match.last and match.first < c.last), None)
    if within is not None:
        return within.speaker
    particles = words_in(table(sentence.lang, "attribution").get("particles", ()), sentence.lang)

    def gap(candidate: _Candidate) -> int | None:
        """How many words that matter lie between; ``None`` where a clause ends between."""
        before = candidate.last <= match.first
        between = range(candidate.last, match.first) if before else range(match.last, candidate.first)
        edge = match.first if before else match.last - 1
        if clauses[candidate.first if not before else candidate.last - 1] != clauses[edge]:
            return None
        return sum(1 for i in between if sentence.tokens[i].fold not in particles)

    def nearest(wanted: str) -> str | None:
        near = []
        for candidate in candidates:
            if (candidate.last <= match.first) != (wanted == "before"):
                continue
            distance = gap(candidate)
            if distance is not None and distance <= _REACH:
                near.append((distance, candidate))
        if not near:
            return None
        closest = min(distance for distance, _ in near)
        named = [(d, c) for d, c in near if c.is_name and d <= closest + 2]
        return min(named or near, key=lambda pair: (pair[0], pair[1].first))[1].speaker

    if side.startswith("only "):
        return nearest(side.removeprefix("only "))
    other = "before" if side == "after" else "after"
    return nearest(side) or nearest(other)
