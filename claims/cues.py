"""What a single line of a page looks like: a link to another story, a caption, a date line, small print.

Each test sees one line only; ``claims.blocks`` puts their answers together. The words stand in
each language's ``blocks.toml``; the English ones are tried in every language, since pages mix.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.lang import table
from claims.model import Span, Token
from claims.phrases import Match, PhraseBook
from claims.tokens import tokenise

_TABLES = (
    "related", "related_labels", "listings", "invite_first", "invite_last", "invite", "invite_not", "channels", "notices", "tags",
    "advertisement", "photo", "published", "updated", "byline", "byline_bare", "months", "weekdays", "dateline_words",
)  # fmt: skip
_LABEL_END = re.compile(r"\s*(?:[:：|>»→…–—\-.]|$)")
_FULL_STOP = re.compile(r"[.।॥۔؟?!…][\s\"'»”’)\]‘“]*$")
_PLAIN_STOP = re.compile(r"[.।॥۔][\s\"'»”’)\]‘“]*$")
_QUOTES = "\"'«“„‘’”"
_SOCIAL = re.compile(r"pic\.(?:twitter|x)\.com/|https?://t\.co/|\(@\w{2,30}\)")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_HASHTAGS = re.compile(r"(?:#[\w\u0900-\u097f]+[\s,،|]*)+")
_MENU = re.compile(r"\s*[|›>»•·▸/]\s+|\s+[|›>»•·▸/]\s*")
_TICKER = re.compile(r"[▲▼△▽↑↓⬆⬇]")
_NUMERIC_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[:.]\d{2}")
_CLOCK = re.compile(r"^\W*\d{1,2}[:.]\d{2}(?![.\d])")
_BRACKET_AT_END = re.compile(r"[(\[][^()\[\]]{2,80}[)\]]\s*[.।۔]?$")
_LAST_PART = re.compile(r"(?<=[.,،।۔|/—–])\s+[^.,،।۔|/—–]{2,60}$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or line without the whitespace around it; token spans count from its start."""

    span: Span
    text: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> int:
        """Number of words and numbers."""
        return len(self.tokens)

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_FULL_STOP.search(self.text))

    @property
    def ends_plainly(self) -> bool:
        """Whether it ends in a full stop: a headline may end in a question or exclamation mark."""
        return bool(_PLAIN_STOP.search(self.text)) and not self.text.endswith(("...", ".."))


def line_of(text: str, span: Span) -> Line:
    """The line of ``text`` at ``span``."""
    words = span.of(text)
    return Line(span, words, tokenise(words))


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words of one language, with the English ones."""

    books: dict[str, PhraseBook[str]]
    share: frozenset[str]

    def find(self, key: str, tokens: Sequence[Token]) -> list[Match[str]]:
        """All cues of a table in a line."""
        return list(self.books[key].find(tokens))

    def opening(self, key: str, line: Line) -> Match[str] | None:
        """The cue of a table with which a line begins; one that a quotation mark precedes does not count."""
        if not line.tokens or line.text[0] in _QUOTES:
            return None
        return self.books[key].at(line.tokens, 0)

    def labels(self, key: str, line: Line) -> bool:
        """Whether a line begins with a cue as a label: before a colon or a dash, or alone."""
        found = self.opening(key, line)
        return found is not None and _LABEL_END.match(line.text, found.span.end) is not None

    def is_all(self, key: str, line: Line) -> bool:
        """Whether a line is nothing but a cue (and perhaps a number)."""
        found = self.opening(key, line)
        return found is not None and all(t.text.isdigit() for t in line.tokens[found.last :]) and not line.ends_plainly


@cache
def cues(lang: str) -> Cues:
    """The cue words for texts of one language."""
    tables = [table(code, "blocks") for code in dict.fromkeys((lang, "en"))]
    books = {}
    for key in _TABLES:
        books[key] = book = PhraseBook[str](lang)
        for data in tables:
            for phrase in data.get(key, ()):
                book.add(phrase, key)
    share = {t.fold for data in tables for phrase in data.get("share", ()) for t in tokenise(phrase)}
    return Cues(books, frozenset(share))


def is_related(line: Line, known: Cues) -> bool:
    """A link to another story: "Also read: ..."."""
    found = known.opening("related", line)
    if found is not None and (_LABEL_END.match(line.text, found.span.end) or not line.ends_plainly):
        return True
    found = known.opening("related_labels", line)
    return found is not None and line.text[found.span.end :].lstrip()[:1] in (":", "：", "|", "»", "→")


def is_heading_of_links(line: Line, known: Cues) -> bool:
    """A heading under which related stories follow."""
    return known.is_all("related", line) or known.is_all("related_labels", line)


def is_invitation(line: Line, known: Cues) -> bool:
    """Whether a line asks to follow the site: "follow us on ...", "join our channel", "subscribe to the newsletter"."""
    if not line.tokens or line.words > 45 or line.text[0] in _QUOTES or not known.find("channels", line.tokens):
        return False
    if known.find("invite_not", line.tokens) and not known.find("invite", line.tokens):
        return False
    last = any(m.last == line.words for m in known.find("invite_last", line.tokens))
    return last or known.opening("invite_first", line) is not None or bool(known.find("invite", line.tokens))


def small_print(line: Line, known: Cues) -> str:
    """Why a line is page furniture that needs no context; empty where it is not."""
    text = line.text
    if not line.tokens:
        return "separator"
    if _LINK.fullmatch(text):
        return "link"
    if _SOCIAL.search(text) and line.words <= 80:
        return "social post"
    if all(_is_share_word(t, known) for t in line.tokens) and not line.ends_plainly:
        return "share buttons"
    if known.is_all("advertisement", line):
        return "advertisement"
    if _HASHTAGS.fullmatch(text) or known.labels("tags", line):
        return "tags"
    if text[0] in "©®" or _is_notice(line, known):
        return "small print"
    if _TICKER.search(text) and not line.ends:
        return "ticker"
    parts = [p for p in _MENU.split(text) if p.strip()]
    if len(parts) >= 3 and not line.ends and all(len(p.split()) <= 3 for p in parts):
        return "menu"
    return ""


def _is_share_word(token: Token, known: Cues) -> bool:
    parts = re.split(r"[-_‑]", token.fold)
    return token.fold in known.share or token.fold.isdigit() or all(p in known.share for p in parts)


def _is_notice(line: Line, known: Cues) -> bool:
    found = known.opening("notices", line)
    if found is None or line.words > 60:
        return False
    return found.last - found.first > 1 or _LABEL_END.match(line.text, found.span.end) is not None or line.tokens[1].text[0].isdigit()


def caption(line: Line, known: Cues) -> Span | None:
    """The part of a line that is a picture's caption or credit, in offsets of the line."""
    whole = Span(0, len(line.text))
    if line.words > 40:
        return _bracketed_credit(line, known)
    found = known.opening("photo", line)
    if found is not None:
        after = line.text[found.span.end :].lstrip()[:1]
        if after in (":", "：", "/", "|", "©", "") or (found.last - found.first > 1 and line.words <= 12 and not line.ends_plainly):
            return whole
    credit = _bracketed_credit(line, known)
    if credit is not None:
        return credit if _PLAIN_STOP.search(line.text[: credit.start]) and line.words > 25 else whole
    if not line.ends:
        tail = _LAST_PART.search(line.text)
        if tail is not None and known.opening("photo", line_of(line.text, Span(tail.end() - len(tail.group().lstrip()), tail.end()))):
            return whole
    return None


def _bracketed_credit(line: Line, known: Cues) -> Span | None:
    found = _BRACKET_AT_END.search(line.text)
    if found is None:
        return None
    words = tokenise(found.group())
    before = line.tokens[-len(words) - 1 : -len(words)] if len(words) < line.words else ()
    if known.find("photo", [*before, *words]):
        return Span(found.start(), found.end())
    return None


def is_published_line(line: Line, known: Cues) -> bool:
    """A line that says when the article appeared or was updated."""
    opens = known.opening("published", line) or known.opening("updated", line)
    return opens is not None and line.words <= 24 and is_date_line(line, known)


def is_date_line(line: Line, known: Cues) -> bool:
    """A line that is nothing but a date, with at most a place, an agency or a desk beside it."""
    if not line.tokens or line.words > 24 or (line.ends_plainly and line.words > 8):
        return False
    covered: set[int] = set()
    for key in ("months", "weekdays", "dateline_words", "published", "updated", "byline"):
        for m in known.find(key, line.tokens):
            covered.update(range(m.first, m.last))
    digits = {i for i, t in enumerate(line.tokens) if t.text[0].isdigit()}
    dated = digits and (known.find("months", line.tokens) or known.find("weekdays", line.tokens) or _NUMERIC_DATE.search(line.text))
    unknown = line.words - len(covered | digits)
    return bool(dated) and unknown <= min(5, len(covered | digits))


def is_time_of_day(line: Line, known: Cues) -> bool:
    """A line that is nothing but a clock time, as live reports have between their entries: no date."""
    if not 1 <= line.words <= 4 or not _CLOCK.search(line.text):
        return False
    others = [t for t in line.tokens if not t.text[0].isdigit()]
    return len(line.tokens) - len(others) <= 2 and all(m is not None for m in (known.books["dateline_words"].at([t], 0) for t in others))


def is_byline(line: Line, known: Cues, in_head: bool) -> bool:
    """A line that only names the author or the desk."""
    if line.words > 12 or line.ends_plainly:
        return False
    found = known.opening("byline", line)
    if found is not None and line.text[found.span.end :].lstrip()[:1] in (":", "："):
        return True
    return in_head and line.words <= 8 and not line.ends and known.opening("byline_bare", line) is not None
