"""What a tally says it counts, however far off its number stands: "the number of people arrested in the case rose to seven"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.facets.quantities.counted import Scene, is_people, verb_final
from claims.facets.quantities.drafts import Draft
from claims.facets.quantities.words import book
from claims.phrases import Match

_HEAD_REACH = 4
"""Words within which the counted stands beside "the number of"."""
_NUMBER_REACH = 22
"""Words within which the number follows."""
_NEXT_REACH = 3
"""Words between two numbers of one tally: "from 43 to 68"."""
_BREAKS = frozenset(".;!?؛۔।")


def tallied(scene: Scene, drafts: Sequence[Draft]) -> Mapping[int, tuple[str, str | None]]:
    """What a tally counts and of which kind of people, for every draft, by place, that one belongs to."""
    found: dict[int, tuple[str, str | None]] = {}
    phrases = book(scene.layout.lang, "counted", "links", "tally")
    for tally in phrases.find(scene.layout.tokens):
        what = _counted(scene, tally)
        if what is not None:
            found |= {k: what for k in _numbers(scene, tally.last, drafts) if k not in found}
    return found


def _counted(scene: Scene, tally: Match[str]) -> tuple[str, str | None] | None:
    """The fate beside a tally, with the kind of people it befell, or else the noun beside it."""
    ends = verb_final(scene.layout.lang)
    if ends:
        near = range(max([tally.first - _HEAD_REACH, *(last for _, last in scene.numbers if last <= tally.first)]), tally.first)
    else:
        near = range(tally.last, min([tally.last + _HEAD_REACH, *(first for first, _ in scene.numbers if first >= tally.last)]))
    nouns = [scene.nouns[i] for i in near if i in scene.nouns and _in_one_piece(scene, i, tally)]
    fates = [w for w in scene.fates_within(near.start, near.stop - 1) if w.first in near and _in_one_piece(scene, w.first, tally)]
    beside = sorted((*fates, *nouns), key=lambda w: (-w.last if ends else w.first, w not in fates))
    if not beside:
        return None
    head = beside[0]
    if head in fates or not is_people(head.name) or not fates:
        return head.name, None
    return (fates[-1] if ends else fates[0]).name, head.name if head.name != "people" else None


def _in_one_piece(scene: Scene, at: int, tally: Match[str]) -> bool:
    """Whether no mark stands between a word and its tally."""
    first, last = (at, tally.first) if at < tally.first else (tally.last - 1, at)
    return all(scene.layout.touches(k) for k in range(first + 1, last + 1))


def _numbers(scene: Scene, start: int, drafts: Sequence[Draft]) -> Iterator[int]:
    """The number a tally comes to, and those beside it that it came from."""
    reach = start + _NUMBER_REACH
    for k, draft in enumerate(drafts):
        if draft.first < start:
            continue
        if draft.first > reach or any(not _BREAKS.isdisjoint(scene.layout.gap(i)) for i in range(start, draft.first + 1)):
            return
        if draft.unit is not None or (draft.noun is not None and not is_people(draft.noun)):
            continue
        yield k
        if k + 1 == len(drafts) or not all(scene.layout.touches(i) for i in range(draft.last, drafts[k + 1].first + 1)):
            return
        start, reach = draft.last, draft.last + _NEXT_REACH
