"""How a language marks who does something and to whom: word order, prepositions, postpositions, passives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from claims.lang import table
from claims.model import Token
from claims.phrases import PhraseBook


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's ways to mark the two sides of an event, from the ``roles`` of its events table.

    ``order`` is ``svo``, ``sov`` or ``vso``. ``by`` opens an agent, ``ergative`` closes one;
    ``dative`` closes a patient, ``of`` opens and ``genitive`` closes that of an event told by a noun.
    ``apart`` opens and ``postpositions`` close what is neither, ``possessive`` is the shape of an owner.
    ``passive`` words, or the shape of the event's own words, make the subject the patient, and an
    actor of the shape ``instrumental`` the agent. ``nouns`` name an event and go before its patient,
    ``articles`` stand before an event told by a noun, and ``verb_shape`` tells one told by a verb.
    A verb of the shape ``plural_verb`` has no subject that is not of the shape ``plural_actor``.
    ``inverts``: a subject may stand right behind its verb.
    """

    order: str
    by: PhraseBook[None]
    of: PhraseBook[None]
    apart: PhraseBook[None]
    ergative: PhraseBook[None]
    dative: PhraseBook[None]
    genitive: PhraseBook[None]
    postpositions: PhraseBook[None]
    joined: PhraseBook[None]
    passive: PhraseBook[None]
    nouns: PhraseBook[None]
    articles: PhraseBook[None]
    verb_shape: re.Pattern[str] | None
    passive_shape: re.Pattern[str] | None
    instrumental: re.Pattern[str] | None
    possessive: re.Pattern[str] | None
    plural_verb: re.Pattern[str] | None
    plural_actor: re.Pattern[str] | None
    inverts: bool

    def opens(self, book: PhraseBook[None], tokens: Sequence[Token], first: int) -> bool:
        """Whether a phrase of ``book`` stands right before token ``first``; an article or the like may lie between."""
        return any(match.last in (first, first - 1) for k in range(max(0, first - 4), first) if (match := book.at(tokens, k)) is not None)

    def closes(self, book: PhraseBook[None], tokens: Sequence[Token], last: int) -> bool:
        """Whether a phrase of ``book`` stands right behind token ``last - 1``, or ends with it."""
        return any(0 <= k < len(tokens) and book.at(tokens, k) is not None for k in (last - 1, last))


@cache
def grammar(lang: str) -> Grammar | None:
    """The grammar of a language, or ``None`` where its table has none."""
    data = table(lang, "events").get("roles")
    if not data:
        return None

    def book(name: str) -> PhraseBook[None]:
        phrases: PhraseBook[None] = PhraseBook(lang)
        for phrase in data.get(name, ()):
            phrases.add(phrase, None)
        return phrases

    marks: dict[str, Any] = {f.name: book(f.name) for f in fields(Grammar) if f.type == "PhraseBook[None]"}
    marks |= {
        name: re.compile(data[name]) if name in data else None
        for name in ("passive_shape", "instrumental", "possessive", "verb_shape", "plural_verb", "plural_actor")
    }
    return Grammar(order=data["order"], inverts=data.get("inverts", False), **marks)
