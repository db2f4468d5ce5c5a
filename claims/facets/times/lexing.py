"""From tokens to pieces: what each word could be in a time expression.

A piece has kinds (month, unit, number ...) with a value each. For the grammar it shows one sign,
a letter that stands for its set of kinds, so that forms over kinds become plain regular
expressions over a short string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.facets.times.vocabulary import EVENT, POSSESSOR, Entry, Vocabulary, number_kinds, vocabulary
from claims.model import Sentence, Span, Token
from claims.normalise import fold
from claims.tokens import tokenise

UNKNOWN, BARRIER = "·", "#"
_SEPARATORS = {",": ",", "،": ",", "-": "-", "–": "-", "—": "-", "−": "-", "/": "/", "(": "(", ")": ")"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number, separator or, later, a whole time: ``kinds`` maps what it can be to a value."""

    span: Span
    kinds: Mapping[str, Any]
    sign: str


def lex(sentence: Sentence, events: Sequence[Span] = ()) -> list[Piece]:
    """The pieces of a sentence, with separators and barriers; words under ``events`` are of kind ``event``."""
    words = vocabulary(sentence.lang)
    tokens = list(_split(sentence.tokens, words))
    pieces: list[Piece] = []
    i = end = 0
    while i < len(tokens):
        start = tokens[i].span.start
        if pieces and sentence.text[end:start] != " ":  # most gaps are a space, and tell nothing
            pieces += _gap(sentence.text, end, start)
        piece, following = _piece(tokens, i, words)
        if piece.sign == UNKNOWN:
            piece = _context(piece, tokens[i].text, events, words)
        pieces.append(piece)
        i = following
        end = piece.span.end
    return pieces


def _split(tokens: Iterable[Token], words: Vocabulary) -> Iterator[Token]:
    """Tokens, cut at hyphens between known words (mid-January) and after clitics before digits (و5)."""
    for token in tokens:
        head = token.text.rstrip("0123456789٠١٢٣٤٥٦٧٨٩") if words.clitics else ""
        if 0 < len(head) < len(token.text) and all(c in words.clitics for c in head):
            yield _part(token, len(head), len(token.text))
            continue
        parts = re.split("([-‑])", token.text) if "-" in token.text or "‑" in token.text else []
        if len(parts) > 1 and all(_known(p, words) for p in parts[::2]):
            start = 0
            for part in parts:
                if part not in "-‑":
                    yield from (_part(token, start + t.span.start, start + t.span.end) for t in tokenise(part))
                start += len(part)
        else:
            yield token


def _part(token: Token, start: int, end: int) -> Token:
    text = token.text[start:end]
    return Token(Span(token.span.start + start, token.span.start + end), text, fold(text))


def _known(part: str, words: Vocabulary) -> bool:
    digits = part.rstrip("".join(words.decade_suffixes))
    return digits.isdecimal() or words.book.at((Token(Span(0, len(part)), part, fold(part)),), 0) is not None


def _piece(tokens: list[Token], i: int, words: Vocabulary) -> tuple[Piece, int]:
    token = tokens[i]
    if token.text[0].isdigit():
        kinds = number_kinds(token.text, words.ambiguous_order)
        joined = i + 1 < len(tokens) and tokens[i + 1].span.start - token.span.end <= 1
        decade = _decade(kinds) if joined and tokens[i + 1].fold in words.decade_suffixes else {}
        if decade:
            return _make(Span(token.span.start, tokens[i + 1].span.end), decade, words), i + 2
        if "year" in kinds and joined and tokens[i + 1].fold in words.year_suffixes and not _spaced_out(token, tokens[i + 1]):
            return _make(Span(token.span.start, tokens[i + 1].span.end), {"year": kinds["year"]}, words), i + 2
        if joined and tokens[i + 1].fold in words.day_suffixes and "day" in kinds and not _spaced(token, tokens[i + 1]):
            kinds = {"day": kinds["day"], "ordinal": kinds["day"]}
            return _make(Span(token.span.start, tokens[i + 1].span.end), kinds, words), i + 2
        return _make(token.span, kinds, words), i + 1
    match = words.book.at(tokens, i)
    if match is not None:
        entries = [e for e in match.values if _cased(e, token, first=i == 0, words=words)]
        kinds = {e.kind: e.value for e in entries} | {f"~{e.kind}": True for e in entries if e.doubtful}
        if kinds:
            return _make(match.span, kinds, words), match.last
    return Piece(token.span, {}, UNKNOWN), i + 1


def _decade(kinds: Mapping[str, Any]) -> dict[str, int]:
    """What a number with the ending of a decade is: 1990s, 90-х."""
    if kinds.get("year", 1) % 10 == 0:
        return {"decade": kinds["year"]}
    return {"tens": kinds["yy"]} if kinds.get("yy") in range(30, 100, 10) else {}


def _context(piece: Piece, text: str, events: Sequence[Span], words: Vocabulary) -> Piece:
    """A word that is no time itself but tells that a bare year beside it is one: Ghana's 2024 census."""
    if any(event.contains(piece.span) for event in events):
        return _make(piece.span, {EVENT: True}, words)
    return _make(piece.span, {POSSESSOR: True}, words) if text.endswith(("'s", "’s")) else piece


def _spaced_out(token: Token, following: Token) -> bool:
    """Whether more than a hyphen stands between a number and its ending."""
    return following.span.start - token.span.end > 1


def _spaced(token: Token, following: Token) -> bool:
    """Whether a day's suffix stands apart; joined by a hyphen it may."""
    return following.span.start > token.span.end and following.text.isascii()


def _cased(entry: Entry, token: Token, *, first: bool, words: Vocabulary) -> bool:
    if entry.capital and not token.text[0].isupper():
        return False
    if entry.kind in words.lower and not first and token.text[0].isupper():
        return False
    return not entry.article or words.has_article.match(token.text) is not None


def _make(span: Span, kinds: Mapping[str, Any], words: Vocabulary) -> Piece:
    return Piece(span, kinds, words.signs.of(kinds) if kinds else UNKNOWN)


def _gap(text: str, start: int, end: int) -> Iterator[Piece]:
    for offset in range(start, end):
        char = text[offset]
        if char.isspace() or char.isalpha() or _is_mark(char):  # a letter here is a clitic cut off
            continue
        span = Span(offset, offset + 1)
        if char == "." and _abbreviated(text, start, offset):
            continue
        sign = _SEPARATORS.get(char, BARRIER)
        yield Piece(span, {}, sign)


def _is_mark(char: str) -> bool:
    return char in "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def _abbreviated(text: str, start: int, offset: int) -> bool:
    """Whether a dot closes a short word and the sentence goes on (Jan. 28, 2026 г.)."""
    rest = text[offset + 1 : offset + 21].lstrip()
    head = re.search(r"[^\W\d_]{1,5}$", text[max(0, start - 5) : start])
    return head is not None and offset == start and bool(rest) and (rest[0].isdigit() or not rest[0].isupper() or head[0][0].isupper())
