"""One sentence as the name readers see it: its words, with what is already known of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claims.facets.names.cues import Cues
from claims.facets.names.offices import is_title
from claims.gazetteer import Entry, Form, clitics, mentions
from claims.lexicon import book, entries
from claims.model import Concept, Facet, Sentence, Span, Time
from claims.phrases import Match, first_words, words_of
from claims.tokens import tokenise, words_under

_BETWEEN = frozenset("-‑'’.\"«»“”„ \u00a0\u200c\u200f\u200e")
_HEADLINE = 0.6  # share of longer words with a capital above which capitals say nothing


@dataclass(frozen=True, slots=True)
class Mention:
    """Words ``[first, last)`` that name something: known ``entries`` or an unknown of a type.

    ``trim`` counts the letters of the first word that are a clitic and no part of the name.
    """

    first: int
    last: int
    type: str
    entries: tuple[Entry, ...] = ()
    trim: int = 0

    def __len__(self) -> int:
        return self.last - self.first

    def overlaps(self, other: Mention) -> bool:
        """Whether the two share a word."""
        return self.first < other.last and other.first < self.last


@dataclass(frozen=True, slots=True)
class Title:
    """Words ``[first, last)`` that name an office or occupation: the candidate concepts."""

    first: int
    last: int
    concepts: tuple[str, ...]


class View:
    """The words of one sentence with their folds, concepts, demonyms and known names."""

    def __init__(self, sentence: Sentence, found: Sequence[Facet], cues: Cues) -> None:
        self.sentence, self.cues, self.tokens = sentence, cues, sentence.tokens
        self.text, self.lang = sentence.text, sentence.lang
        self.concepts = [f for f in found if isinstance(f, Concept)]
        self.times = [f.span for f in found if isinstance(f, Time)]
        self.matches = [m for m in mentions(self.tokens, self.lang) if not self._is_time(m.span)]
        self.demonyms = {
            i: form.entry for m in self.matches for form in m.values if form.entry.type == "NORP" for i in range(m.first, m.last)
        }
        self.parts: dict[int, bool] = {}
        """Words of which it is known whether they can stand in a person's name."""

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def folds(self) -> list[tuple[str, ...]]:
        """The forms under which each word may be listed, likeliest first."""
        return [first_words(t.text, self.lang) for t in self.tokens]

    @cached_property
    def heads(self) -> list[tuple[str, ...]]:
        """Of those, the word as it stands and without its article."""
        return [forms[:2] for forms in self.folds]

    @cached_property
    def covered(self) -> dict[int, list[Concept]]:
        """The concepts over each word."""
        by_word: dict[int, list[Concept]] = {}
        for concept in self.concepts:
            for i in self.words_under(concept.span):
                by_word.setdefault(i, []).append(concept)
        return by_word

    @cached_property
    def titles(self) -> list[Title]:
        """Offices and occupations, left to right."""
        spans: dict[Span, list[str]] = {}
        for concept in self.concepts:
            if is_title(entries()[concept.id]):
                spans.setdefault(concept.span, []).append(concept.id)
        found = [Title(w[0], w[-1] + 1, tuple(ids)) for span, ids in sorted(spans.items()) if (w := list(self.words_under(span)))]
        titled = {i for title in found for i in range(title.first, title.last)}
        return sorted([*found, *self._prefixed(), *(t for t in self._callings() if t.first not in titled)], key=lambda t: t.first)

    def _callings(self) -> Iterator[Title]:
        """Occupations that the lexicon lacks."""
        for i, forms in enumerate(self.folds):
            if office := next((self.cues.callings[form] for form in forms if form in self.cues.callings), None):
                yield Title(i, i + 1, (office,))

    def _prefixed(self) -> Iterator[Title]:
        """Offices with "ex-" before them in one word."""
        for i, token in enumerate(self.tokens):
            prefix, dash, rest = token.fold.partition("-")
            if dash and prefix in self.cues.former and (match := book(self.lang).at(tokenise(rest), 0)):
                ids = tuple(e.id for e in match.values if is_title(e))
                if ids:
                    yield Title(i, i + 1, ids)

    @cached_property
    def title_words(self) -> frozenset[int]:
        """The words inside titles."""
        return frozenset(i for title in self.titles for i in range(title.first, title.last))

    @cached_property
    def aliases(self) -> list[Match[bool]]:
        """Where the text says that what follows is another name of what precedes."""
        return list(self.cues.aliases.find(self.tokens))

    @cached_property
    def alias_words(self) -> frozenset[int]:
        """The words of those cues."""
        return frozenset(i for match in self.aliases for i in range(match.first, match.last))

    @cached_property
    def lands(self) -> frozenset[str]:
        """Codes of the countries named, also by an adjective."""
        kinds = ("GPE", "NORP")
        return frozenset(f.entry.country for m in self.matches for f in m.values if f.entry.type in kinds and f.entry.country)

    @cached_property
    def is_headline(self) -> bool:
        """Whether nearly every longer word has a capital, so that capitals mark nothing."""
        longer = [t.text for t in self.tokens if len(t.text) > 3 and t.text[0].isalpha()]
        if not self.sentence.is_title and self.text.rstrip("\"”»'’) ").endswith((".", "!", "?", "…")):
            return False
        return len(longer) > 3 and sum(w[0].isupper() for w in longer) > _HEADLINE * len(longer)

    def words_under(self, span: Span) -> Iterator[int]:
        """Indices of the words that ``span`` overlaps."""
        return iter(words_under(self.tokens, span))

    def has(self, i: int, *lists: frozenset[str]) -> bool:
        """Whether word ``i`` is in one of the ``lists`` of words, without regard to its article."""
        if not 0 <= i < len(self.tokens):
            return False
        heads = self.heads[i]
        return any(not words.isdisjoint(heads) for words in lists) if len(lists) > 1 else not lists[0].isdisjoint(heads)

    def has_given(self, i: int) -> bool:
        """Whether word ``i``, with or without a clitic, is a given name."""
        return 0 <= i < len(self.tokens) and not self.cues.given.isdisjoint(self.bare(i))

    def has_surname(self, i: int) -> bool:
        """Whether word ``i`` is a frequent surname or has the shape of one."""
        shapes = self.cues.surname_shapes
        return self.has(i, self.cues.surnames) or (shapes is not None and i < len(self) and shapes.search(self.tokens[i].fold) is not None)

    def bare(self, i: int) -> tuple[str, ...]:
        """The forms of word ``i`` with and without its clitics, the whole word first."""
        if self.cues.clitics is None:
            return self.folds[i][:1]
        return _without_clitics(self.tokens[i].text, self.cues.clitics, self.lang)

    def is_stop(self, i: int) -> bool:
        """Whether word ``i`` can stand in no name."""
        token = self.tokens[i]
        if token.fold in self.cues.given and token.text not in self.cues.stop_written:  # «علي», not «على»
            return i in self.alias_words or self._is_time(token.span)
        if not self.cues.stop.isdisjoint(self.bare(i)) and self.tokens[i].fold not in self.cues.given:
            return True
        return self.has(i, self.cues.stop) or i in self.alias_words or not token.text[0].isalpha() or self._is_time(token.span)

    def is_plain(self, i: int) -> bool:
        """Whether word ``i`` has the shape of a plural or the like, which no name has."""
        return self.cues.common is not None and self.cues.common.search(self.tokens[i].text) is not None

    def is_verb(self, i: int) -> bool:
        """Whether word ``i`` has the shape of a verb, which opens no unknown name."""
        return self.cues.verbs is not None and self.cues.verbs.search(self.tokens[i].text) is not None and not self.has_given(i)

    def is_plural(self, i: int) -> bool:
        """Whether word ``i`` has the shape of a plural, which opens no unknown name and is no one's title."""
        return self.cues.plurals is not None and self.cues.plurals.search(self.tokens[i].text) is not None

    def is_definite(self, i: int) -> bool:
        """Whether word ``i`` bears the article."""
        return self.cues.article is not None and self.cues.article.match(self.tokens[i].text) is not None

    def is_common(self, i: int) -> bool:
        """Whether the lexicon knows word ``i``."""
        return i in self.covered

    def is_said_or_done(self, i: int) -> bool:
        """Whether the lexicon knows word ``i`` as a part of a verb only."""
        return bool(self.covered.get(i)) and all(entries()[c.id].pos == "verb" for c in self.covered[i])

    def is_capital(self, i: int) -> bool:
        """Whether word ``i`` begins with a capital."""
        if not 0 <= i < len(self.tokens):
            return False
        text = self.tokens[i].text
        article, hyphen, rest = text.partition("-")
        return text[0].isupper() or (bool(hyphen) and article in self.cues.articles and rest[:1].isupper())

    def opens_known(self, i: int) -> bool:
        """Whether a known name of two words or more begins at word ``i``."""
        return any(m.first == i and m.last - i > 1 for m in self.matches)

    def opens_apart(self, i: int) -> bool:
        """Whether a known name begins at word ``i``."""
        return any(m.first == i for m in self.matches)

    def match_trim_at(self, i: int) -> int:
        """The clitic letters before the known name that begins at word ``i``."""
        return next((self.match_trim(m) for m in self.matches if m.first == i), 0)

    def is_known(self, i: int) -> bool:
        """Whether word ``i`` stands in a known name or the adjective of a country."""
        return any(m.first <= i < m.last for m in self.matches)

    def gap(self, i: int) -> str:
        """What stands between word ``i - 1`` and word ``i``; the edge of the sentence is a full stop."""
        if not 0 < i < len(self.tokens):
            return "."
        return self.text[self.tokens[i - 1].span.end : self.tokens[i].span.start]

    def joins(self, i: int) -> bool:
        """Whether only a space or hyphen stands before word ``i``, or the dot of an initial."""
        gap = self.gap(i)
        if gap.strip(" \u00a0-‑\u200c") == "":
            return 0 < i < len(self.tokens)
        return 0 < i < len(self.tokens) and self.is_short(i - 1)

    def is_short(self, i: int) -> bool:
        """Whether word ``i`` is an initial or an abbreviated title, with its dot."""
        return self.gap(i + 1).strip() == "." and len(self.tokens[i].text) <= 3 and (self.is_capital(i) or not self.cues.is_cased)

    def near(self, i: int) -> bool:
        """Whether nothing but quotes, dots and spaces stands before word ``i``."""
        return 0 < i < len(self.tokens) and _BETWEEN.issuperset(self.gap(i))

    def span(self, mention: Mention) -> Span:
        """Where a mention stands in the sentence."""
        return Span(self.tokens[mention.first].span.start + mention.trim, self.tokens[mention.last - 1].span.end)

    def clitics(self, i: int, listed: str) -> int:
        """How many letters of word ``i`` precede the form it is ``listed`` under."""
        text = self.tokens[i].text
        if self.lang != "ar":
            return 0
        return next((n for n in range(min(4, len(text) - 1)) if words_of(text[n:], "ar")[:1] == (listed,)), 0)

    def match_trim(self, match: Match[Form]) -> int:
        """The clitic letters before a known name."""
        if self.lang != "ar":
            return 0
        return min(clitics(self.tokens[match.first].text, form.head) or 0 for form in match.values)

    def _is_time(self, span: Span) -> bool:
        return any(span.overlaps(time) for time in self.times)


@lru_cache(maxsize=50_000)
def _without_clitics(word: str, clitics: re.Pattern[str], lang: str) -> tuple[str, ...]:
    found = clitics.match(word)
    longest = min(found.end(), len(word) - 2) if found else 0
    return tuple(form for n in range(longest + 1) for form in words_of(word[n:], lang))
