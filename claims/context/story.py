"""What a text has told so far: who and what it has named, where things happened, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claims.context.data import data
from claims.gazetteer import countries
from claims.model import Concept, Event, Facet, Name, Sentence, Span, Time
from claims.tokens import words_under

PLACES = frozenset({"LOC", "GPE"})


@dataclass(frozen=True)
class Told:
    """One sentence with its facets by kind."""

    sentence: Sentence
    names: tuple[Name, ...]
    times: tuple[Time, ...]
    events: tuple[Event, ...]
    concepts: tuple[Concept, ...]

    @classmethod
    def of(cls, sentence: Sentence, facets: Sequence[Facet]) -> Told:
        """The sentence with facets as read from it."""
        kinds = (Name, Time, Event, Concept)
        names, times, events, concepts = (tuple(f for f in facets if isinstance(f, kind)) for kind in kinds)
        return cls(sentence, names, times, events, concepts)  # type: ignore[arg-type]

    @cached_property
    def nouns(self) -> dict[Span, frozenset[str]]:
        """The concepts over every stretch of words that stands in no name, in the order of the text."""
        by_span: dict[Span, set[str]] = {}
        for concept in self.concepts:
            if not any(n.span.overlaps(concept.span) for n in self.names):
                by_span.setdefault(concept.span, set()).add(concept.id)
        return {span: frozenset(ids) for span, ids in by_span.items()}

    def kinds_of(self, name: Name) -> frozenset[str]:
        """The concepts that words within a name give it: "bank" in the name of a bank."""
        return frozenset(c.id for c in self.concepts if name.span.overlaps(c.span))

    def word_before(self, span: Span) -> int:
        """The index of the word before a span, -1 at the beginning."""
        return words_under(self.sentence.tokens, span).start - 1

    @cached_property
    def places(self) -> tuple[Name, ...]:
        """The places it names, a country left out where one of its own places stands beside it."""
        named = {n.key: n for n in self.names if n.type in PLACES}
        return narrowed(named.values())

    @cached_property
    def incidents(self) -> frozenset[str]:
        """The events it tells of that happen once and in one place."""
        listed = data()["incidents"]
        return frozenset(e.concept for e in self.events if e.frame in listed["frames"] or e.concept in listed["concepts"])


def narrowed(places: Iterable[Name]) -> tuple[Name, ...]:
    """Places without the countries in which others of them lie."""
    listed = list(places)
    inner = {n.country for n in listed if n.key not in _states()}
    return tuple(n for n in listed if n.key not in _states() or n.country not in inner)


def _states() -> frozenset[str]:
    return frozenset(countries().values())


def is_country(name: Name) -> bool:
    """Whether a name is that of a state."""
    return name.key in _states()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name with the sentence that holds it, the fullest mention of its bearer so far."""

    name: Name
    sentence: Sentence
    kinds: frozenset[str] = frozenset()

    def joined(self, later: Mention) -> Mention:
        """The fuller of two mentions of one bearer: the longer, or the first that tells an office."""
        fuller = len(later.name.text) > len(self.name.text) or (later.name.role is not None and self.name.role is None)
        best = later if fuller else self
        return Mention(best.name, best.sentence, self.kinds | later.kinds)


@dataclass(slots=True)
class Story:
    """The sentences told so far."""

    told: list[Told] = field(default_factory=list)
    mentions: dict[str, Mention] = field(default_factory=dict)
    """By key, in the order of the text."""
    incidents: dict[str, Told] = field(default_factory=dict)
    """By concept, where it was first told with a place."""

    def tell(self, told: Told) -> None:
        """Add the next sentence."""
        self.told.append(told)
        for name in told.names:
            new, before = Mention(name, told.sentence, told.kinds_of(name)), self.mentions.get(name.key)
            self.mentions[name.key] = new if before is None else before.joined(new)
        for concept in told.incidents:
            if told.places and concept not in self.incidents:
                self.incidents[concept] = told

    @property
    def last(self) -> Told | None:
        """The sentence before."""
        return self.told[-1] if self.told else None

    def of_types(self, types: frozenset[str]) -> list[Mention]:
        """Everything named so far of some types."""
        return [m for m in self.mentions.values() if m.name.type in types]

    def with_person(self) -> Told | None:
        """The nearest sentence, of the last two, that names a person."""
        return next((t for t in reversed(self.told[-2:]) if any(n.type == "PER" for n in t.names)), None)
