"""Wire families: sources that carry one text (agency copy, republication) and count as one voice.

Two sources are of one family where a good part of the shorter one's sentences stand almost word
for word in the other. Translated copies are not seen here.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Reading

SENTENCE_ALIKE = 90.0
"""rapidfuzz ratio (0 to 100) from which two sentences are one."""
SHARE = 0.3
"""Share of the shorter source's sentences that must stand in the other."""
_LEAST_SENTENCES = 2
_LEAST_WORDS = 8


def families(readings: Sequence[Reading]) -> dict[str, str]:
    """The family of every source by file, named after its first file; empty for a source alone."""
    root = {r.source.file: r.source.file for r in readings}
    texts = {r.source.file: (r.source.lang, _sentences(r)) for r in readings}
    files = sorted(root)
    for i, a in enumerate(files):
        for b in files[i + 1 :]:
            if texts[a][0] == texts[b][0] and _carry_one_text(texts[a][1], texts[b][1]):
                first, second = sorted((root[a], root[b]))
                root = {f: first if r == second else r for f, r in root.items()}
    members = list(root.values())
    return {f: r if members.count(r) > 1 else "" for f, r in root.items()}


def _sentences(reading: Reading) -> tuple[str, ...]:
    seen = {c.sentence.start: c.sentence for c in reading.claims if not c.sentence.is_title}
    return tuple(" ".join(t.fold for t in s.tokens) for _, s in sorted(seen.items()) if len(s.tokens) >= _LEAST_WORDS)


def _carry_one_text(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    from rapidfuzz import fuzz, process

    shorter, longer = sorted((a, b), key=len)
    if not shorter:
        return False
    scores = process.cdist(shorter, longer, scorer=fuzz.ratio, score_cutoff=SENTENCE_ALIKE)
    copied = int((scores.max(axis=1) >= SENTENCE_ALIKE).sum())
    return copied >= _LEAST_SENTENCES and copied >= SHARE * len(shorter)
