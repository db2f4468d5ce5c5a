"""Other spellings of listed names: a word that sounds as a listed one and stands where a name stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import Levenshtein

from claims import gazetteer
from claims.facets.names.keys import base
from claims.facets.names.view import Mention, View
from claims.gazetteer import Entry
from claims.normalise import fold
from claims.skeleton import skeleton

_SHORTEST = 3  # consonants below which a likeness of sound says nothing
_ALIKE, _ALIKE_SHORT = 0.8, 0.85  # of the letters; the consonants must be equal


@cache
def _by_skeleton(lang: str) -> dict[str, tuple[tuple[str, Entry], ...]]:
    """One-word forms of places and people by consonants."""
    found: dict[str, list[tuple[str, Entry]]] = {}
    for form in gazetteer.forms(lang):
        if len(form.words) == 1 and not form.exact and form.entry.type in ("GPE", "LOC", "PER"):
            bones = skeleton(form.head)
            if len(bones) >= _SHORTEST:
                found.setdefault(bones, []).append((fold(form.head), form.entry))
    return {bones: tuple(forms) for bones, forms in found.items()}


def variants(view: View) -> Iterator[Mention]:
    """Single unknown words that spell a listed place or surname in another way."""
    for i, token in enumerate(view.tokens):
        if not _is_open(view, i):
            continue
        word = base(token.text, view.cues)
        if not (forms := _by_skeleton(view.lang).get(skeleton(word), ())):
            continue
        written = fold(token.text)
        ranked = [(Levenshtein.normalized_similarity(written, other), entry) for other, entry in forms]
        best = max(likeness for likeness, _ in ranked)
        if best >= (_ALIKE if len(skeleton(word)) > _SHORTEST else _ALIKE_SHORT):
            entries = tuple(dict.fromkeys(entry for likeness, entry in ranked if likeness == best))
            if entries[0].type == "PER" and not any(t.last == i for t in view.titles):
                continue
            yield Mention(i, i + 1, entries[0].type, entries)


def _is_open(view: View, i: int) -> bool:
    """Whether an unknown word ``i`` stands where a name does: in capitals, or beside a preposition of place or a case marker."""
    places, cues = view.cues.places, view.cues
    if not (view.is_capital(i) if cues.is_cased else view.has(i - 1, places.before) or view.has(i + 1, places.after, cues.markers)):
        return False
    if (
        view.is_known(i)
        or view.has(i, places.first, places.last, places.cue_first, places.cue_last, cues.hidden, cues.doubtful)
        or view.is_common(i)
        or view.is_stop(i)
    ):
        return False
    return not cues.is_cased or (
        i > 0 and not (view.is_capital(i - 1) and view.joins(i)) and not (view.is_capital(i + 1) and view.joins(i + 1))
    )
