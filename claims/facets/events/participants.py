"""Who does what to whom, where the sentence says so plainly.

Actors are names and bare words for offices, bodies and people. Those of the event's own clause are
sorted by what marks them: "by the police", «पुलिस ने», «на судью». Unmarked ones are subject and object
by the language's word order. What a verb's meaning allows (``claims/data/frames.toml``, ``roles``)
decides the rest: a death only befalls, a resignation is only done. Anything doubtful is left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from claims import frames
from claims.clauses import clause_numbers
from claims.facets.events.grammar import Grammar, grammar
from claims.facets.events.mention import Mention
from claims.lexicon import entries
from claims.model import Concept, Facet, Name, Participant, Sentence
from claims.tokens import words_under

_ACTORS = frozenset({"PER", "ORG", "GPE", "NORP"})
_KINDS = frozenset({"role", "person_kind", "organisation_kind"})
_REACH = 6
"""How many words may stand between an event and its subject or object."""
_OBJECT_REACH = 5
"""The same for an object behind its verb: "arrested the head of the plant's safety department, ..."."""
_TITLE_REACH = 4
"""How many words may stand between an office and its holder's name: «капитана парома «Заря» Белова»."""
_STOPS = re.compile(r"[,،;؛:()—–]| - ")
Sides = tuple[Participant | None, Participant | None]


@dataclass(frozen=True, slots=True)
class _Actor:
    """Somebody who may act or be acted on, at tokens ``[first, last)``."""

    first: int
    last: int
    participant: Participant


def participants(sentence: Sentence, mentions: Sequence[Mention], found: Sequence[Facet]) -> list[Sides]:
    """For every mention its agent and its patient."""
    rules = grammar(sentence.lang)
    if rules is None:
        return [(None, None)] * len(mentions)
    deeds = {i for mention in mentions for i in range(mention.first, mention.last)}
    actors, clauses = _with_holders(sentence, _actors(sentence, found), found, deeds), clause_numbers(sentence)
    by_clause: dict[int, list[_Actor]] = {}
    for actor in actors:
        by_clause.setdefault(clauses[actor.first], []).append(actor)
    return [_Sides(sentence, mention, rules, by_clause.get(clauses[mention.first], [])).read() for mention in mentions]


def _actors(sentence: Sentence, found: Sequence[Facet]) -> list[_Actor]:
    """The actors in the order of the text; a word for an office beside a person's name is part of that person."""
    tokens = sentence.tokens
    named = [_placed(sentence, f, f.key, is_named=True) for f in found if isinstance(f, Name) and f.type in _ACTORS]
    taken = {i for f in found if isinstance(f, Name) for i in words_under(tokens, f.span)}
    persons = {i for a in named for i in range(a.first - 1, a.last + 1)}
    listed = list(named)
    for concept in found:
        if isinstance(concept, Concept) and concept.frame in _KINDS and entries()[concept.id].pos == "noun":
            actor = _placed(sentence, concept, concept.id, is_named=False)
            inside = range(actor.first, actor.last)
            if taken.isdisjoint(inside) and (persons.isdisjoint(inside) or concept.frame != "role"):
                taken.update(inside)
                listed.append(actor)
    return sorted(listed, key=lambda a: a.first)


def _with_holders(sentence: Sentence, actors: Sequence[_Actor], found: Sequence[Facet], deeds: set[int]) -> list[_Actor]:
    """The actors, an office left out where its holder's name follows in one phrase: no stop, deed or other actor between."""
    offices = {f.span for f in found if isinstance(f, Concept) and f.frame in ("role", "person_kind")}
    persons = {f.span for f in found if isinstance(f, Name) and f.type == "PER"}
    others = deeds | {i for span in offices for i in words_under(sentence.tokens, span)}

    def is_held(office: _Actor, holder: _Actor) -> bool:
        between = range(office.last, holder.first)
        return (
            office.participant.span in offices
            and holder.participant.span in persons
            and len(between) <= _TITLE_REACH
            and others.isdisjoint(between)
            and not _STOPS.search(sentence.text[office.participant.span.end : holder.participant.span.start])
        )

    return [a for a, behind in zip_longest(actors, actors[1:]) if behind is None or not is_held(a, behind)]


def _placed(sentence: Sentence, facet: Facet, key: str, *, is_named: bool) -> _Actor:
    under = words_under(sentence.tokens, facet.span)
    return _Actor(under.start, under.stop, Participant(facet.span, facet.text, key, is_named))


class _Sides:
    """One event among the actors of its clause."""

    def __init__(self, sentence: Sentence, mention: Mention, rules: Grammar, actors: Sequence[_Actor]) -> None:
        self.tokens, self.mention, self.rules = sentence.tokens, mention, rules
        self.actors = [a for a in actors if self._gap(a) is not None]
        self.free = [a for a in self.actors if not self._is_marked(a)]

    def read(self) -> Sides:
        """The agent and the patient."""
        kinds = {frames.roles_of(sense.id) for sense in self.mention.senses} - {None}
        if kinds and kinds <= {"makes", "marked"}:
            return _of(self._maker(may_be_unmarked="makes" in kinds)), None
        if len(kinds) != 1:
            return None, None
        kind = kinds.pop()
        if kind == "befalls":
            return None, self._first(self._patient_marked, self._noun_of, self._subject, self._behind, self._only_owner)
        if kind == "does":
            is_noun = self._is_noun() or self._is_object()
            ways = [self._noun_of, self._owner] if is_noun else [self._agent_marked, self._noun_of, self._owner, self._subject]
            return self._first(*ways, *([self._behind] if self.rules.inverts else [])), None
        agent, patient = self._agent_marked(), self._patient_marked()
        if self._is_passive() or self._is_noun():
            agent = agent or self._instrumental()
            patient = patient or self._noun_of() or self._subject(but=agent) or self._behind(but=agent)
        elif patient is None and self._noun_of() is not None:
            agent, patient = agent or self._owner(), self._noun_of()
        elif self._owner() is None:
            fronted = self._fronted_object() if agent is None else None
            agent = agent or self._subject(but=fronted or patient)
            patient = patient or fronted or self._object(but=agent)
        return (_of(agent), _of(patient)) if agent is not patient else (None, None)

    @staticmethod
    def _first(*ways: Callable[[], _Actor | None]) -> Participant | None:
        return next((_of(actor) for way in ways if (actor := way()) is not None), None)

    def _maker(self, *, may_be_unmarked: bool) -> _Actor | None:
        """Who does something to a thing: the object is no actor, so an unmarked one in the passive may be anybody."""
        marked = self._agent_marked() or self._owner()
        if marked is not None or self._noun_of() is not None:
            return marked
        if self._is_passive():
            return self._instrumental()
        if not may_be_unmarked or self._is_noun() or self._is_object():
            return None
        return self._subject() or (self._behind() if self.rules.inverts else None)

    def _agent_marked(self) -> _Actor | None:
        return self._nearest(a for a in self.actors if self._opens("by", a) or self._closes("ergative", a))

    def _patient_marked(self) -> _Actor | None:
        return self._nearest(a for a in self.actors if self._closes("dative", a) and not self._opens("by", a))

    def _noun_of(self) -> _Actor | None:
        """Whose event a noun tells of: "the arrest of X", «X की गिरफ़्तारी», «арест X»."""
        behind = next((a for a in self.actors if a.first >= self.mention.last), None)
        if behind is not None and behind.first - self.mention.last <= 2 and self.rules.of.at(self.tokens, self.mention.last) is not None:
            return behind
        before = next((a for a in reversed(self.actors) if a.last <= self.mention.first), None)
        near = before is not None and self.mention.first - before.last <= 1
        return before if before is not None and near and self._closes("genitive", before) else None

    def _owner(self) -> _Actor | None:
        """The owner right before an event told by a noun: "Israel's attack"."""
        before = next((a for a in reversed(self.actors) if a.last == self.mention.first), None)
        return before if before is not None and self._is_possessive(before) else None

    def _only_owner(self) -> _Actor | None:
        """The one actor of the clause, as the owner of what befell him, other words between: «X की अस्पताल में मौत»."""
        return self.actors[0] if len(self.actors) == 1 and self._closes("genitive", self.actors[0]) else None

    def _instrumental(self) -> _Actor | None:
        shape = self.rules.instrumental
        fitting = [a for a in self.free if shape is not None and all(shape.search(t.fold) for t in self.tokens[a.first : a.last])]
        return fitting[0] if len(fitting) == 1 else None

    def _is_possessive(self, actor: _Actor) -> bool:
        shape = self.rules.possessive
        return shape is not None and shape.search(self.tokens[actor.last - 1].text) is not None

    def _is_noun(self) -> bool:
        """Whether the event is told by a noun that goes before whom it is done to."""
        return self.rules.nouns.at(self.tokens, self.mention.first) is not None

    def _subject(self, but: _Actor | None = None) -> _Actor | None:
        before = [a for a in self.free if a.last <= self.mention.first and a is not but]
        if self._is_object():
            before = []
        after = [a for a in self.free if a.first >= self.mention.last and a is not but]
        found = before[:1] if self.rules.order == "sov" else before[-1:]
        if self.rules.order == "vso":
            found = found or after[:1]
        return None if not found or self._is_joined(found[0]) or self._disagrees(found[0]) else found[0]

    def _fronted_object(self) -> _Actor | None:
        """One person, named, before a verb that several do: «Ивана Орлова арестовали»."""
        before = [a for a in self.free if a.last <= self.mention.first]
        return before[-1] if before and before[-1].participant.is_named and self._disagrees(before[-1]) else None

    def _disagrees(self, actor: _Actor) -> bool:
        """Whether an actor is no subject of this verb, which several do."""
        verb, shape = self.rules.plural_verb, self.rules.plural_actor
        if verb is None or shape is None or not verb.search(self.tokens[self.mention.last - 1].fold):
            return False
        return shape.search(self.tokens[actor.last - 1].fold) is None

    def _object(self, but: _Actor | None) -> _Actor | None:
        if self.rules.order == "sov":
            between = [a for a in self.free if a.last <= self.mention.first and a is not but and (but is None or a.first >= but.last)]
            return between[-1] if between and but is not None and not self._is_joined(between[-1]) else None
        start = max(self.mention.last, but.last if but is not None else 0)
        behind = [a for a in self.free if a.first >= start and a is not but]
        return behind[0] if behind and behind[0].first - start <= _OBJECT_REACH and not self._is_joined(behind[0]) else None

    def _behind(self, but: _Actor | None = None) -> _Actor | None:
        """An actor right behind the event, where nothing before it is one: «убит судья», «مقتل القائد»."""
        found = [a for a in self.free if a.first >= self.mention.last and a is not but]
        is_near = bool(found) and found[0].first - self.mention.last <= 1 and self.rules.order != "sov"
        return found[0] if is_near and not self._is_joined(found[0]) else None

    def _is_object(self) -> bool:
        """Whether the event stands where no subject of its own can: "against attacking", "ruled out a visit", «दौरे से इनकार»."""
        first, last, tokens = self.mention.first, self.mention.last, self.tokens
        if first and (self.rules.apart.at(tokens, first - 1) is not None or self.rules.articles.at(tokens, first - 1) is not None):
            return True
        shape = self.rules.verb_shape
        if shape is not None and not any(shape.search(t.fold) for t in tokens[first:last]):
            return True
        closing = (self.rules.postpositions, self.rules.dative, self.rules.genitive)
        return last < len(tokens) and any(book.at(tokens, last) is not None for book in closing)

    def _is_passive(self) -> bool:
        first, last = self.mention.first, self.mention.last
        shape = self.rules.passive_shape
        if shape is not None and any(shape.search(t.text.casefold()) for t in self.tokens[first:last]):
            return True
        near = range(max(0, first - 3), min(len(self.tokens), last + 2))
        return any(self.rules.passive.at(self.tokens, k) is not None for k in near)

    def _is_marked(self, actor: _Actor) -> bool:
        """Whether a preposition, a postposition or its form keeps an actor from being subject or object."""
        return (
            self._is_possessive(actor)
            or any(self._opens(name, actor) for name in ("by", "apart"))
            or any(self._closes(name, actor) for name in ("ergative", "dative", "genitive", "postpositions"))
        )

    def _is_joined(self, actor: _Actor) -> bool:
        """Whether an actor is one of several: "X and Y"."""
        others = [a for a in self.actors if a is not actor]
        return any(
            self.rules.joined.at(self.tokens, k) is not None
            for a in others
            for k in (range(a.last, actor.first) if a.last < actor.first else range(actor.last, a.first))
            if abs(actor.first - a.last) == 1 or abs(a.first - actor.last) == 1
        )

    def _opens(self, name: str, actor: _Actor) -> bool:
        return self.rules.opens(getattr(self.rules, name), self.tokens, actor.first)

    def _closes(self, name: str, actor: _Actor) -> bool:
        return self.rules.closes(getattr(self.rules, name), self.tokens, actor.last)

    def _gap(self, actor: _Actor) -> int | None:
        """Words between an actor and the event; ``None`` where it is too far or part of it."""
        gap = self.mention.first - actor.last if actor.last <= self.mention.first else actor.first - self.mention.last
        return gap if 0 <= gap <= _REACH else None

    def _nearest(self, actors: Iterable[_Actor]) -> _Actor | None:
        return min(actors, key=lambda a: (self._gap(a), a.first), default=None)


def _of(actor: _Actor | None) -> Participant | None:
    return None if actor is None else actor.participant
