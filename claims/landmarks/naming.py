"""Which landmarks a sentence names.

The parts of every form are looked up at every word; a form is found where its parts stand as it
asks. No name inside a longer one counts ("World Cup" in "T20 World Cup"), none whose neighbours
make another thing of it (a youth cup, a draw), and of two landmarks claimed for the same words
only the one whose words stand closer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from claims.landmarks.table import OTHER, Form, Landmark, Table, table_of
from claims.model import Sentence, Span, Token
from claims.normalise import fold
from claims.phrases import first_words

_REACH = 8  # tokens that may stand between the parts of a form
_BESIDE = 2  # tokens before it in which a word makes another thing of it: "draw for the 2014 World Cup"
_DASHED_YEAR = re.compile(r"([^\W\d_]+)[-‑–](\d{4})")


@dataclass(frozen=True, slots=True)
class Mention:
    """A landmark named in a sentence: ``span`` covers its name, ``words`` each part, the place named apart from it too."""

    landmark: Landmark
    span: Span
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a part stands: tokens ``[first, last)`` and its span."""

    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Found:
    """A form found, with the places of its parts in the order of the form; the first ``core`` of them stand side by side."""

    landmark: Landmark
    places: tuple[_Place, ...]
    core: int

    @property
    def first(self) -> int:
        """The first token."""
        return min(p.first for p in self.places)

    @property
    def last(self) -> int:
        """The token after the last."""
        return max(p.last for p in self.places)

    @property
    def name(self) -> Span:
        """The span of the parts that stand side by side."""
        spans = [p.span for p in self.places[: self.core]]
        return Span(min(s.start for s in spans), max(s.end for s in spans))


def split_years(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with a year cut from the name it is tied to: Expo-2020."""
    if not any(t.text[-4:].isdigit() and not t.text.isdigit() for t in tokens):
        return tuple(tokens)
    return tuple(piece for token in tokens for piece in _pieces(token))


def _pieces(token: Token) -> Iterator[Token]:
    dashed = _DASHED_YEAR.fullmatch(token.text)
    if dashed is None:
        yield token
        return
    for group in (1, 2):
        start, end = dashed.span(group)
        yield Token(Span(token.span.start + start, token.span.start + end), dashed[group], fold(dashed[group]))


def mentions(sentence: Sentence) -> tuple[Mention, ...]:
    """The landmarks a sentence names, in the order of the text, each once."""
    known = table_of(sentence.lang)
    if known is None:
        return ()
    tokens = split_years(sentence.tokens)
    places = _places(known, tokens)
    found = [f for head in sorted(places.keys() & known.forms.keys()) for f in _matches(known, sentence, tokens, places, head)]
    chosen: dict[str, _Found] = {}
    for candidate in _likeliest(found):
        best = chosen.get(candidate.landmark.id)
        if best is None or (candidate.last - candidate.first, candidate.first) < (best.last - best.first, best.first):
            chosen[candidate.landmark.id] = candidate
    named = (Mention(f.landmark, f.name, tuple(p.span for p in f.places)) for f in chosen.values())
    return tuple(sorted(named, key=lambda m: (m.span, m.landmark.id)))


def _places(known: Table, tokens: Sequence[Token]) -> dict[str, list[_Place]]:
    """Where every part stands; no series' name inside a longer one ("World Cup" in "T20 World Cup")."""
    places: dict[str, list[_Place]] = {}
    covered = 0
    for i, token in enumerate(tokens):
        if known.lang != "ar" and token.fold not in known.openers:
            continue
        if known.lang == "ar" and known.openers.isdisjoint(first_words(token.text, "ar")):
            continue
        match = known.book.at(tokens, i)
        if match is None:
            continue
        if (OTHER, match.last - i) in match.values:
            covered = max(covered, match.last)
            continue
        for key, length in match.values:
            last = i + length
            if key != OTHER and not (key.startswith("@") and last <= covered):
                places.setdefault(key, []).append(_Place(i, last, Span(token.span.start, tokens[last - 1].span.end)))
        if any(key.startswith("@") for key, _ in match.values):
            covered = max(covered, match.last)
    return places


def _matches(known: Table, sentence: Sentence, tokens: Sequence[Token], places: dict[str, list[_Place]], head: str) -> Iterator[_Found]:
    for form in known.forms[head]:
        if all(part in places for _, part in form.rest):
            for place in places[head]:
                found = _rest_of(known, sentence, tokens, places, form, place)
                if found is not None and not _is_another(known, tokens, found):
                    yield found


def _rest_of(
    known: Table, sentence: Sentence, tokens: Sequence[Token], places: dict[str, list[_Place]], form: Form, first: _Place
) -> _Found | None:
    taken = [first]
    for operator, part in form.rest:
        last = taken[-1]
        if operator == "+":
            fitting = [p for p in places[part] if _adjoin(known, sentence, tokens, last, p)]
        else:
            fitting = [p for p in places[part] if 0 <= _gap(first, p) <= _REACH]
        if not fitting:
            return None
        taken.append(min(fitting, key=lambda p: (_gap(first, p), p.first)))
    core = 1 + sum(1 for _ in takewhile(lambda part: part[0] == "+", form.rest))
    return _Found(form.landmark, tuple(taken), core)


def _gap(one: _Place, other: _Place) -> int:
    """Tokens between two places; negative where they overlap."""
    return max(one.first, other.first) - min(one.last, other.last)


def _adjoin(known: Table, sentence: Sentence, tokens: Sequence[Token], one: _Place, other: _Place) -> bool:
    between = other.first - one.last
    if between not in (0, 1) or (between == 1 and tokens[one.last].fold not in known.joints):
        return False
    gap = sentence.text[one.span.end : other.span.start]
    return not any(c in ",،;؛:()" for c in gap)


def _is_another(known: Table, tokens: Sequence[Token], found: _Found) -> bool:
    """Whether a neighbour makes it another thing: a youth cup, its draw, a bid for it."""
    head = found.places[0]
    first = min([head.first, *(p.first for p in found.places if p.last == head.first)])
    last = max([head.last, *(p.last for p in found.places if 0 <= p.first - head.last <= 1)])
    if any(t.fold in known.before for t in tokens[max(first - _BESIDE, 0) : first]):
        return True
    after = range(last, min(last + 1, len(tokens)))
    if after and tokens[last].fold in known.joints:  # "qualifier of the World Cup" where the genitive stands before it
        after = range(last, min(last + 2, len(tokens)))
    return any(known.after.at(tokens, i) for i in after)


def _likeliest(found: Sequence[_Found]) -> Iterator[_Found]:
    """Of several landmarks claimed for the same words the one whose words stand closest, none if that is a tie."""
    whole = [one for one in found if not any(_is_within(one, o) for o in found if o.landmark is not one.landmark)]
    for one in whole:
        if all(one.last - one.first < o.last - o.first for o in whole if o.landmark is not one.landmark and _compete(one, o)):
            yield one


def _is_within(one: _Found, other: _Found) -> bool:
    """Whether a part of one is only a part of another's longer name: "iPhone 4" in "iPhone 4S"."""
    return any(a != b and b.first <= a.first and a.last <= b.last for a in one.places for b in other.places)


def _compete(one: _Found, other: _Found) -> bool:
    """Whether only one of two can be meant: they share words, and each has some of its own."""
    mine, its = set(one.places), set(other.places)
    return not (mine <= its or its <= mine) and any(_gap(a, b) < 0 for a in mine for b in its)
