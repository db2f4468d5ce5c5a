"""Which events of a sentence a cue governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.clauses import clause_numbers
from claims.facets.events.cues import NEGATION, SLACK, Found, negates_objects, words
from claims.facets.events.mention import Mention
from claims.model import Facet, Sentence, Status, Time
from claims.tokens import words_under

_STATUS_SLACK = SLACK | {"before": 3, "after": 2}
"""The same for a status."""
_LIMIT_REACH = 10
"""How far from a negation a word that limits it may stand: "not ... until Friday"."""
_SUBJECT_REACH = 8
"""How far before "has not begun" may stand what has not."""
_JOINED = 4
"""How many words may join a second event to a negated one: "or any aircraft"."""
_INSIDE = frozenset({Status.PLANNED.value, Status.EXPECTED.value, Status.ONGOING.value, Status.UNCONFIRMED.value})


@dataclass(frozen=True, slots=True)
class Scope:
    """The events of a sentence with what is needed to tell which a cue governs."""

    sentence: Sentence
    mentions: Sequence[Mention]
    clauses: tuple[int, ...]
    times: frozenset[int] = frozenset()
    """Tokens of times with the postposition behind, over which every cue reaches: "put off until next March"."""

    @classmethod
    def of(cls, sentence: Sentence, mentions: Sequence[Mention], found: Sequence[Facet] = ()) -> Scope:
        """The scope of a sentence, of which ``found`` are facets."""
        stops = words(sentence.lang, "barriers") | words(sentence.lang, "through")
        times = {i for f in found if isinstance(f, Time) for i in words_under(sentence.tokens, f.span)}
        times |= {i + 1 for i in times if i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].fold in stops}
        return cls(sentence, mentions, clause_numbers(sentence), frozenset(times))

    def governed(self, found: Found) -> tuple[int, ...]:
        """Positions in ``mentions`` of the events a cue governs."""
        within = [k for k, m in enumerate(self.mentions) if m.inner.intersection(range(found.first, found.last))]
        if within:
            return tuple(dict.fromkeys(j for k in within for j in self._extend(k, backwards=True)))
        if found.cue.effect == NEGATION and self._is_part_of_a_name(found):
            return ()
        governed = self._governed(found)
        if found.cue.effect == NEGATION:
            governed = self._with_subject(governed)
            # A name that holds a negation ("did not attend" for absence) has it in its meaning already.
            governed = tuple(k for k in governed if not self._holds_negation(self.mentions[k]))
        return governed

    def negated_within(self, first: int, last: int) -> tuple[int, ...]:
        """The events that a phrase of tokens ``[first, last)`` negates within itself, and so negates nothing else: "did not deny"."""
        negative = words(self.sentence.lang, "negative")
        inside = [k for k, m in enumerate(self.mentions) if first <= m.first and m.last <= last and not self._holds_negation(m)]
        free = set(range(first, last)) - {i for k in inside for i in range(self.mentions[k].first, self.mentions[k].last)}
        free |= {i for k in inside for i in self.mentions[k].inner}
        return tuple(inside) if any(self.sentence.tokens[i].fold in negative for i in free) else ()

    def _with_subject(self, governed: tuple[int, ...]) -> tuple[int, ...]:
        """With "has not begun" also what has not begun: the event before it, where it has no event of its own after it."""
        if len(governed) != 1 or not is_light(self.mentions[governed[0]]):
            return governed
        k = governed[0] - 1
        if k < 0 or self.clauses[self.mentions[k].first] != self.clauses[self.mentions[k + 1].first]:
            return governed
        near = self.mentions[k + 1].first - self.mentions[k].last <= _SUBJECT_REACH
        return (k, *governed) if near else governed

    def _is_part_of_a_name(self, found: Found) -> bool:
        """Whether a negation belongs to the listed name of an event: "failed to pass" for a rejection."""
        return any(m.first <= found.first and found.last <= m.last and m.last - m.first > found.last - found.first for m in self.mentions)

    def mentions_in(self, found: Found) -> frozenset[int]:
        """Positions of the mentions that share words with a cue."""
        return frozenset(k for k, m in enumerate(self.mentions) if m.first < found.last and found.first < m.last)

    def _speaks_inside(self, found: Found, mention: Mention) -> bool:
        """Whether a cue is a part of a longer name of an event: "talks under way" as one listed phrase."""
        within = mention.first <= found.first and found.last <= mention.last and mention.last - mention.first > found.last - found.first
        return within and found.cue.effect in _INSIDE

    def is_limited(self, found: Found, limits: str) -> bool:
        """Whether a word of the list ``limits`` stands with a negation: "not until Friday", "not before Friday"."""
        clause, wanted = self.clauses[found.first], words(self.sentence.lang, limits)
        near = range(max(0, found.first - _LIMIT_REACH), min(len(self.clauses), found.last + _LIMIT_REACH))
        # The limit itself often opens the next clause.
        return any(
            self.sentence.tokens[i].fold in wanted
            and (self.clauses[i] == clause or (i > found.last and self.clauses[i] == clause + 1 != self.clauses[i - 1]))
            for i in near
        )

    def _holds_negation(self, mention: Mention) -> bool:
        negative = words(self.sentence.lang, "negative")
        return any(self.sentence.tokens[i].fold in negative for i in range(mention.first, mention.last) if i not in mention.inner)

    def _governed(self, found: Found) -> tuple[int, ...]:
        side = found.cue.side
        slack = (SLACK if found.cue.effect == NEGATION else _STATUS_SLACK)[side]
        inside = [k for k in self.mentions_in(found) if self._speaks_inside(found, self.mentions[k])]
        if inside:
            return tuple(inside)
        of_object = self._whose_object(found)
        if side == "object" or of_object is not None:
            return () if of_object is None else (of_object,)
        backwards = side in ("after", "far", "around")
        if side == "around":
            first = self._around(found)
        elif side == "either":
            first = self._following(found, slack)
            if first is None:
                first, backwards = self._preceding(found, SLACK["after"]), True
        elif backwards:
            first = self._preceding(found, slack)
        else:
            first = self._following(found, slack)
        # "did not take place" denies its own verb, which names no other event, along with the subject.
        own = tuple(k for k, m in enumerate(self.mentions) if found.first < m.first and m.last <= found.last and is_light(m))
        return own if first is None else own + self._extend(first, backwards=backwards)

    def _whose_object(self, found: Found) -> int | None:
        """The verb right before a cue that negates its object."""
        folds = tuple(t.fold for t in self.sentence.tokens[found.first : found.last])
        if not found.first or folds not in negates_objects(self.sentence.lang):
            return None
        is_verb = self.sentence.tokens[found.first - 1].fold.endswith(tuple(words(self.sentence.lang, "verb_endings")))
        return next((k for k, m in enumerate(self.mentions) if is_verb and m.last == found.first), None)

    def _passed(self, found: Found) -> frozenset[int]:
        """Tokens that a cue reaches over. A plan's own day may be one it replaces ("instead of"), so that stays between."""
        return frozenset() if found.cue.effect == Status.PLANNED.value else self.times

    def _following(self, found: Found, slack: int) -> int | None:
        passed = self._passed(found)
        if self._negates_a_part(found):
            return None
        through, light = words(self.sentence.lang, "through"), words(self.sentence.lang, "light")
        for k, mention in enumerate(self.mentions):
            if mention.first < found.last:
                continue
            gap = range(found.last, mention.first)
            if self.clauses[mention.first] != self.clauses[found.last - 1] and not self._reaches_on(found, mention, gap):
                return None
            folds = [self.sentence.tokens[i].fold for i in gap if i not in passed]
            unknown = sum(1 for fold in folds if fold not in through and fold not in light and not fold.endswith("ly"))
            allowed = slack + (3 if light.intersection(folds) else 0)
            return k if unknown <= allowed else None
        return None

    def _reaches_on(self, found: Found, mention: Mention, gap: range) -> bool:
        """Whether a cue governs the next clause: "denied that ...", or an adverb set off by a comma ("Возможно, ...")."""
        if any(self.sentence.tokens[i].fold in words(self.sentence.lang, "complement") for i in gap):
            return True
        ends = found.last < len(self.clauses) and self.clauses[found.last] != self.clauses[found.last - 1]
        return found.cue.side == "loose" and ends and self.clauses[mention.first] == self.clauses[found.last]

    def _negates_a_part(self, found: Found) -> bool:
        """Whether a negation belongs to a phrase rather than to an event: "not on Monday", "не 12"."""
        if found.cue.effect != NEGATION or found.last >= len(self.sentence.tokens):
            return False
        following = self.sentence.tokens[found.last].fold
        return found.cue.side == "before" and (following in words(self.sentence.lang, "parts") or following[:1].isdigit())

    def _preceding(self, found: Found, slack: int) -> int | None:
        passed = self._passed(found)
        barriers, through = words(self.sentence.lang, "barriers"), words(self.sentence.lang, "through")
        for k in reversed(range(len(self.mentions))):
            mention = self.mentions[k]
            if mention.first >= found.first or mention.last > found.first + 1:
                continue
            gap = range(mention.last, found.first)
            if self.clauses[mention.last - 1] != self.clauses[found.first]:
                return None
            folds = [self.sentence.tokens[i].fold for i in gap if i not in passed]
            if found.cue.side != "far" and barriers.intersection(folds):
                return None
            return k if sum(1 for fold in folds if fold not in through) <= slack else None
        return None

    def _around(self, found: Found) -> int | None:
        following = self.sentence.tokens[found.last].fold if found.last < len(self.sentence.tokens) else ""
        if following in words(self.sentence.lang, "rather"):
            return None
        before = self._preceding(found, 0)
        after = next((k for k, m in enumerate(self.mentions) if m.first == found.last), None)
        if before is not None and (after is None or self.mentions[before].last == found.first):
            return before
        return after if after is not None else self._preceding(found, SLACK["around"])

    def _extend(self, first: int, *, backwards: bool) -> tuple[int, ...]:
        """The event itself and those joined to it by "or", or carried by an event of mere happening ("start talks")."""
        governed, step = [first], -1 if backwards else 1
        k = first + step
        while 0 <= k < len(self.mentions):
            near, far = sorted((k, k - step))
            gap = range(self.mentions[near].last, self.mentions[far].first)
            folds = [self.sentence.tokens[i].fold for i in gap]
            if self.clauses[self.mentions[near].last - 1] != self.clauses[self.mentions[far].first]:
                break
            joiners = words(self.sentence.lang, "joiners")
            # "no soldier was hurt or aircraft damaged": what follows may have a subject of its own.
            joined = all(f in joiners for f in folds) or (not backwards and len(folds) <= _JOINED and not joiners.isdisjoint(folds))
            joined = joined and bool(folds)
            carried = is_light(self.mentions[k - step]) and len(folds) <= 2
            if not (joined or carried):
                break
            governed.append(k)
            k += step
        return tuple(governed)


def is_light(mention: Mention) -> bool:
    """Whether an event says no more than that another takes place."""
    return all(sense.id in _LIGHT for sense in mention.senses)


_LIGHT = frozenset({"held_event", "start", "resumed"})
