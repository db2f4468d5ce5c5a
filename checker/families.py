"""Wire families: sources that carry one text (agency copy, republication) and count as one voice.

Two sources are of one family where a good part of the shorter one's sentences stand almost word
for word in the other. Translated copies are not seen here.

Sources are compared only where at least two of their sentences share one of their rarest words: a
copy keeps nearly all its words, so it keeps some of these, and thousands of articles take seconds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from claims.model import Reading

SENTENCE_ALIKE = 90.0
"""rapidfuzz ratio (0 to 100) from which two sentences are one."""
SHARE = 0.3
"""Share of the shorter source's sentences that must stand in the other."""
_LEAST_SENTENCES = 2
_LEAST_WORDS = 8
_KEYS = 6
"""The rarest words of a sentence, of which a copy keeps at least one."""

_Text = tuple[str, ...]
"""The sentences of a source that are long enough to be known again, folded, words parted by blanks."""


def families(readings: Sequence[Reading]) -> dict[str, str]:
    """The family of every source by file, named after its first file; empty for a source alone."""
    root = {r.source.file: r.source.file for r in readings}

    def first(file: str) -> str:
        while root[file] != file:
            root[file] = root[root[file]]
            file = root[file]
        return file

    texts: dict[str, dict[str, _Text]] = defaultdict(dict)
    for reading in sorted(readings, key=lambda r: r.source.file):
        texts[reading.source.lang][reading.source.file] = _sentences(reading)
    for of_one_language in texts.values():
        for a, b in _candidates(of_one_language):
            one, other = sorted((first(a), first(b)))
            if one != other and carry_one_text(of_one_language[a], of_one_language[b]):
                root[other] = one
    members = Counter(map(first, root))
    return {file: first(file) if members[first(file)] > 1 else "" for file in root}


def _sentences(reading: Reading) -> _Text:
    seen = {c.sentence.start: c.sentence for c in reading.claims if not c.sentence.is_title}
    return tuple(" ".join(t.fold for t in s.tokens) for _, s in sorted(seen.items()) if len(s.tokens) >= _LEAST_WORDS)


def _candidates(texts: Mapping[str, _Text]) -> list[tuple[str, str]]:
    """Pairs of files of which one has at least two sentences that share a rare word with the other."""
    spread = Counter(word for sentences in texts.values() for sentence in sentences for word in set(sentence.split()))
    keys = {
        file: [sorted(set(sentence.split()), key=lambda word: (spread[word], word))[:_KEYS] for sentence in sentences]
        for file, sentences in texts.items()
    }
    holders: dict[str, list[str]] = defaultdict(list)
    for file, sentences in keys.items():  # in the order of the files
        for word in sorted({word for sentence in sentences for word in sentence}):
            holders[word].append(file)
    found: set[tuple[str, str]] = set()
    for file, sentences in keys.items():
        alike = Counter(other for sentence in sentences for other in {other for word in sentence for other in holders[word]})
        found |= {(min(file, other), max(file, other)) for other, number in alike.items() if number >= _LEAST_SENTENCES and other != file}
    return sorted(found)


def carry_one_text(a: _Text, b: _Text) -> bool:
    """Whether a good part of the shorter text's sentences stand almost word for word in the other."""
    from rapidfuzz import fuzz, process

    shorter, longer = sorted((a, b), key=len)
    if not shorter:
        return False
    scores = process.cdist(shorter, longer, scorer=fuzz.ratio, score_cutoff=SENTENCE_ALIKE)
    copied = int((scores.max(axis=1) >= SENTENCE_ALIKE).sum())
    return copied >= _LEAST_SENTENCES and copied >= SHARE * len(shorter)
