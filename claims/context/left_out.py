"""Where and when, in a sentence that does not say: the place of its story, the day of what went before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.context.data import data
from claims.context.story import PLACES, Story, Told, narrowed
from claims.model import Inherited, Name, Status

_LEFT_OUT = "left out"
_AHEAD = frozenset({Status.PLANNED, Status.EXPECTED, Status.UNCONFIRMED})


def left_out(told: Told, story: Story, named: Sequence[Inherited]) -> Iterator[Inherited]:
    """The place and the day that a sentence takes over, each only where it names none and something happens in it."""
    if not told.events:
        return
    source = _incident(told, story)
    has_place = bool(told.places) or any(isinstance(i.facet, Name) and i.facet.type in PLACES for i in named)
    if not has_place:
        yield from _place(source, story)
    if not told.times and not any(e.status in _AHEAD for e in told.events):
        yield from _day(source, story, goes_on=_goes_on(told, story, named))


def _incident(told: Told, story: Story) -> Told | None:
    """The sentence that first told, with its place, of the one event that this sentence goes back to."""
    again = [story.incidents[c] for c in sorted(told.incidents) if c in story.incidents]
    if not again and any(not ids.isdisjoint(data()["nouns"]["incident"]) for ids in told.nouns.values()):
        again = list(story.incidents.values())
    again = [t for k, t in enumerate(again) if t not in again[:k]]
    return again[0] if len(again) == 1 else None


def _place(source: Told | None, story: Story) -> Iterator[Inherited]:
    """The place of the event spoken of, else the only place of the whole text, else of the sentence before."""
    everywhere = narrowed([m.name for m in story.of_types(PLACES)])
    last = story.last
    if source is not None and len(source.places) == 1:
        yield Inherited(source.places[0], source.sentence, _LEFT_OUT)
    elif len(everywhere) == 1:
        mention = story.mentions[everywhere[0].key]
        yield Inherited(mention.name, mention.sentence, _LEFT_OUT)
    elif last is not None and len(last.places) == 1 and not last.sentence.is_title:
        yield Inherited(last.places[0], last.sentence, _LEFT_OUT)


def _goes_on(told: Told, story: Story, named: Sequence[Inherited]) -> bool:
    """Whether a sentence goes on telling what the last one told: of somebody in it, or, of nobody new, what came of its incident."""
    if story.last is None:
        return False
    there = {n.key for n in story.last.names}
    if named:
        return any(isinstance(i.facet, Name) and i.facet.key in there for i in named)
    return not told.names and bool(story.last.incidents)


def _day(source: Told | None, story: Story, *, goes_on: bool) -> Iterator[Inherited]:
    """The day of the event spoken of, else the only day of the sentence before where this one goes on from it."""
    for told in (source, story.last if goes_on else None):
        if told is not None and not told.sentence.is_title:
            days = [t for t in told.times if t.role == "at" and t.granularity == "day"]
            if len(days) == 1 and len(told.times) == 1:
                yield Inherited(days[0], told.sentence, _LEFT_OUT)
                return
