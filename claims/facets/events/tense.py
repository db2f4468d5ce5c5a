"""Future tense where the verb itself shows it: Hindi and Urdu endings, the Arabic prefix, Russian perfective verbs."""

from __future__ import annotations

from collections.abc import Sequence

from claims.clauses import clause_numbers
from claims.facets.events.mention import Mention
from claims.lang import table
from claims.model import Sentence
from claims.normalise import fold


def future(sentence: Sentence, mentions: Sequence[Mention]) -> frozenset[int]:
    """Positions of the mentions whose own verb is in the future."""
    data = table(sentence.lang, "events").get("future", {})
    endings = tuple(fold(ending) for ending in data.get("endings", ()))
    prefixes = tuple(fold(prefix) for prefix in data.get("prefixes", ()))
    not_future = frozenset(fold(word) for word in data.get("not", ()))
    forms = frozenset(fold(word) for word in data.get("words", ()))
    ahead = {k for k, m in enumerate(mentions) if any(sentence.tokens[i].fold in forms for i in range(m.first, m.last))}
    if endings:
        clauses = clause_numbers(sentence)
        for i, token in enumerate(sentence.tokens):
            if token.fold.endswith(endings) and token.fold not in not_future:
                # The verb ends its clause and carries the last event before it.
                before = [k for k, m in enumerate(mentions) if m.first <= i and clauses[m.last - 1] == clauses[i]]
                ahead.update(before[-1:])
    if prefixes:
        for k, mention in enumerate(mentions):
            word = sentence.tokens[mention.first].fold
            if word.startswith(prefixes) and word not in not_future:
                ahead.add(k)
    return frozenset(ahead)
