"""The grammar of numbers: terms "group x scale", read from tokens, left to right.

What may follow what is decided by size alone: a value may follow a larger place ("sixty" "one",
"2 हज़ार" "500"), a scale multiplies everything smaller before it ("दो लाख करोड़").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.model import Sentence, Span, Token
from claims.normalise import fold
from claims.numbers.digits import parse_digits
from claims.numbers.tables import ONE, Language, Number, Part, Word
from claims.numbers.tables import language as tables_of
from claims.phrases import first_words

_HALF = Decimal("0.5")
_GROUPED_SPACE = "\u00a0\u202f\u2009"
_JOINTS = frozenset(("", " ", "-", "‑", "–", "\u00a0", "\u202f", "\u2009", "\u200c"))


def tokens_of(sentence: Sentence) -> tuple[Token, ...]:
    """The sentence's tokens, hyphenated words and "و15" cut into their parts."""
    language = tables_of(sentence.lang)
    return tuple(piece for token in sentence.tokens for piece in _pieces(token, language))


def _pieces(token: Token, language: Language) -> tuple[Token, ...]:
    text, start = token.text, token.span.start
    cuts = None
    if language.glue and (glued := re.fullmatch(rf"{language.glue}(\d[\d.,٫٬]*)", text)):
        cuts = [glued.span(1)]
    elif "-" in text and not any(c.isdigit() for c in text):
        cuts = [m.span() for m in re.finditer("[^-]+", text)]
    if not cuts or cuts == [(0, len(text))]:
        return (token,)
    return tuple(Token(Span(start + a, start + b), text[a:b], fold(text[a:b])) for a, b in cuts)


@dataclass(slots=True)
class _Sum:
    """The number read so far: finished terms (value, scale), the open group and its last place."""

    terms: list[tuple[Decimal, Decimal]]
    group: Decimal | None = None
    place: Decimal = ONE
    shift: Decimal | None = None
    high: Decimal | None = None
    digits: bool = True

    def total(self) -> Decimal:
        return sum((v for v, _ in self.terms), Decimal(0)) + (self.group or Decimal(0))


def number_at(tokens: Sequence[Token], i: int, text: str, lang: str, *, bounded: bool = False) -> Number | None:
    """The longest number that begins at token ``i``; ``bounded`` if "more than" or the like stands before it.

    Russian "тысячи" alone is "thousands", after "более" it is "a thousand": hence ``bounded``.
    """
    language = tables_of(lang)
    state, at, weak = _Sum([]), i, False
    fraction = False
    while at < len(tokens):
        if at > i and text[tokens[at - 1].span.end : tokens[at].span.start] not in _JOINTS:
            break
        step = _step(state, tokens, at, text, language, first=at == i, bounded=bounded)
        if step is None:
            break
        if at == i:
            weak = not language.weak.isdisjoint(first_words(tokens[i].text, lang))
        fraction = fraction or step.fraction
        at = step.at
        if step.final:
            break
    if at == i or (state.group is None and not state.terms):
        return None
    low = state.total()
    scale = state.terms[-1][1] if state.terms else ONE
    plain = state.digits and at == i + 1
    vague = state.high is not None
    high = state.high if state.high is not None else low
    return Number(i, at, low, high, scale, state.digits, vague, weak and at == i + 1 and not plain, fraction)


@dataclass(frozen=True, slots=True)
class _Step:
    at: int
    final: bool = False
    fraction: bool = False


def _step(state: _Sum, tokens: Sequence[Token], at: int, text: str, language: Language, *, first: bool, bounded: bool) -> _Step | None:
    """Take one more word or numeral into ``state``; where to go on, or ``None`` if the number ended before it."""
    if tokens[at].fold[:1].isdigit():
        return _take_digits(state, tokens, at, text, language)
    joined = False
    if not first and tokens[at].fold in language.joiners and at + 1 < len(tokens):
        joined, at = True, at + 1
    if not first and tokens[at].fold in language.outside:
        return None
    words, last, prefixed = _word_at(tokens, at, language)
    joined = joined or prefixed
    if not words:
        return None
    by_part = {word.part: word for word in words}
    vague = by_part.get(Part.VAGUE)
    if first and vague and not (bounded and Part.SCALE in by_part):
        return _take_vague(state, vague, tokens, last, text, language)
    for part in (Part.AFTER, Part.FRACTION, Part.SCALE, Part.VALUE, Part.BEFORE):
        word = by_part.get(part)
        if word and _take(state, word, _is_bare(tokens[at], language), joined=joined, first=first, language=language):
            return _after(state, word, tokens, last, language)
    return None


def _is_bare(token: Token, language: Language) -> bool:
    """Whether a scale word, with or without its article, may stand for one of itself: "миллион рублей"."""
    return not language.bare.isdisjoint(first_words(token.text, language.lang))


def _word_at(tokens: Sequence[Token], at: int, language: Language) -> tuple[tuple[Word, ...], int, bool]:
    """The number words at a token, where they end, and whether a joining prefix (Arabic و) precedes them."""
    token = tokens[at]
    if language.prefix and token.text.startswith(language.prefix) and len(token.text) > len(language.prefix) + 1:
        rest = token.text[len(language.prefix) :]
        shorter = Token(Span(token.span.start + len(language.prefix), token.span.end), rest, fold(rest))
        match = language.book.at((shorter, *tokens[at + 1 : at + 4]), 0)
        if match:
            return match.values, at + match.last, True
    match = language.book.at(tokens, at)
    return (match.values, match.last, False) if match else ((), at, False)


def _take_digits(state: _Sum, tokens: Sequence[Token], at: int, text: str, language: Language) -> _Step | None:
    if state.group is not None and state.shift is None:
        return None
    last = at + 1
    if re.fullmatch(r"\d{1,3}", tokens[at].fold):
        gaps = _GROUPED_SPACE + (" " if language.spaced else "")
        while (
            last < len(tokens)
            and re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", tokens[last].fold)
            and text[tokens[last - 1].span.end : tokens[last].span.start] in tuple(gaps)
        ):
            last += 1
    numeral = text[tokens[at].span.start : tokens[last - 1].span.end]
    follows = last < len(tokens) and any(w.part is Part.SCALE for w in _word_at(tokens, last, language)[0])
    value = parse_digits(numeral, language.lang, scaled=follows)
    if value is None or (state.terms and value >= state.terms[-1][1]):
        return None
    state.group, state.place, state.shift = value + (state.shift or 0), Decimal(0), None
    return _Step(last)


def _take_vague(state: _Sum, word: Word, tokens: Sequence[Token], at: int, text: str, language: Language) -> _Step:
    """A vague word and the scales after it: "dozens", "десятки тысяч", "हज़ारों करोड़"."""
    low, high, scale = word.low, word.high, ONE
    state.digits = False
    while at < len(tokens):
        after = at + 1 if tokens[at].fold in language.of and at + 1 < len(tokens) else at
        words, last, _ = _word_at(tokens, after, language)
        larger = next((w for w in words if w.part is Part.SCALE and w.low > scale), None)
        if larger is None or text[tokens[at - 1].span.end : tokens[at].span.start] not in _JOINTS:
            break
        if scale == ONE:
            low = 2 * Decimal(10) ** (len(str(int(high))) - 1)
        low, high, scale, at = low * larger.low, (high + 1) * larger.low - 1, larger.low, last
    state.terms, state.high = [(low, scale)], high
    return _Step(at, final=True)


def _take(state: _Sum, word: Word, bare: bool, *, joined: bool, first: bool, language: Language) -> bool:
    """Add one number word to ``state``; ``False`` if it cannot follow."""
    taken = False
    if word.part is Part.BEFORE:
        taken = state.group is None
        if taken:
            state.shift = word.low
    elif word.part is Part.AFTER:
        taken = not first and (state.group is not None or bool(state.terms))
        if taken:
            _add_share(state, word.low)
    elif word.part is Part.FRACTION:
        taken = _take_fraction(state, word.low, joined=joined)
    elif word.part is Part.SCALE:
        taken = _take_scale(state, word.low, bare, joined=joined)
    else:
        taken = _take_value(state, word.low, joined=joined, language=language)
    if taken:
        state.digits = False
    return taken


def _add_share(state: _Sum, share: Decimal) -> None:
    if state.group is None:
        scale = state.terms[-1][1]
        state.terms.append((share * scale, scale / 10))
    else:
        state.group += share


def _take_fraction(state: _Sum, share: Decimal, *, joined: bool) -> bool:
    if state.group is None and not state.terms:
        state.group, state.place = share, Decimal(0)
        return True
    if joined:
        _add_share(state, share)
        return True
    if state.group is not None and not state.terms and share != _HALF and state.group < 10:
        state.group, state.place = state.group * share, Decimal(0)
        return True
    return False


def _take_scale(state: _Sum, scale: Decimal, bare: bool, *, joined: bool) -> bool:
    smaller = [v for v, s in state.terms if s < scale]
    if state.shift is not None:
        # सवा सौ, पौने लाख: the modifier alone stands for one.
        state.group, state.shift = ONE + state.shift, None
    if state.group is None and not smaller:
        if not bare or (state.terms and not joined):
            return False
        state.group = ONE
    elif joined:  # "خمسة وألف" is not five thousand
        return False
    value = (state.group or Decimal(0)) + sum(smaller, Decimal(0))
    state.terms = [(v, s) for v, s in state.terms if s >= scale]
    if state.terms and state.terms[-1][1] <= scale:
        return False
    state.terms.append((value * scale, scale))
    state.group, state.place = None, ONE
    return True


def _take_value(state: _Sum, value: Decimal, *, joined: bool, language: Language) -> bool:
    if state.shift is not None:
        state.group, state.place, state.shift = value + state.shift, Decimal(0), None
        return True
    if state.group is None:
        if state.terms and (value >= state.terms[-1][1] or (language.prefix and not joined)):
            return False
        if value >= 1000:  # "a million", ألفان: a scale with its count in one word
            state.terms.append((value, Decimal(10) ** value.adjusted()))
        else:
            state.group, state.place = value, _place(value)
        return True
    ascending = joined and bool(language.prefix) and state.group % 10 and state.place == ONE and 20 <= value <= 90
    if language.atomic or not (value < state.place or ascending) or (language.prefix and not joined):
        return False
    state.group, state.place = state.group + value, Decimal(0) if ascending else _place(value)
    return True


def _place(value: Decimal) -> Decimal:
    """The place of a value's last digit that a smaller value may fill: 10 for 20, 100 for 300, 1 for 13."""
    if value >= 100 and value % 100 == 0:
        return Decimal(100)
    return Decimal(10) if value >= 20 and value % 10 == 0 else ONE


def _after(state: _Sum, word: Word, tokens: Sequence[Token], at: int, language: Language) -> _Step:
    """Step over "a", "of" between a share and its scale, and over a scale said twice ("مليون ونصف المليون")."""
    share = word.part in (Part.FRACTION, Part.AFTER)
    if share and at < len(tokens):
        after = at
        while after < len(tokens) and tokens[after].fold in language.of:
            after += 1
        words, last, prefixed = _word_at(tokens, after, language) if after < len(tokens) else ((), after, False)
        scale = next((w.low for w in words if w.part is Part.SCALE), None)
        if scale is not None and not prefixed:
            if state.terms and len(state.terms) > 1 and state.terms[-2][1] == scale:
                return _Step(last)
            if state.group is not None:
                state.terms.append((state.group * scale, scale))
                state.group = None
                return _Step(last)
    return _Step(at, final=share, fraction=word.part is Part.FRACTION and state.group is not None and state.group < 1)


def share_at(tokens: Sequence[Token], i: int, lang: str) -> tuple[Decimal, int] | None:
    """A share added after a unit ("three years and a half", "ساعتين ونصف"), with the token it ends before."""
    if i >= len(tokens):
        return None
    words, last, prefixed = _word_at(tokens, i, tables_of(lang))
    for word in words:
        if word.part is Part.AFTER or (word.part is Part.FRACTION and prefixed):
            return word.low, last
    return None
