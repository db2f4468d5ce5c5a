"""Which parts of a text are the article, and which are page furniture.

Works on paragraphs: the title, the body, lines that give date or author, captions, and what
belongs to other stories or to the site. Links to other stories are also found inside a paragraph,
where scraped texts often have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.cues import (
    Line,
    caption,
    cues,
    is_byline,
    is_date_line,
    is_heading_of_links,
    is_invitation,
    is_published_line,
    is_related,
    is_time_of_day,
    line_of,
    small_print,
)
from claims.model import Block, Span
from claims.segment import split

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BULLET = re.compile(r"[•▪●◦‣·*►▶–—-]\s|\(?[0-9०-९۰-۹٠-٩]{1,2}[.)۔]\s")
_FULL_STOP = re.compile(r"[.।॥۔؟?!…:][\"'»”’)\]]*$")
_SEPARATOR = re.compile(r"(?:[-—–_=*~•·]\s?){3,}$")
_SENTENCE_END = re.compile(r"[.।॥۔؟?!…\"»”)\]]\s+(?=\S)")
_TITLE_WORDS, _TITLE_LENGTH = 30, 250
_PROSE_WORDS = 12
_NEARLY = 0.9  # of the width: wrapped lines are ragged
_LONG = 2_000  # characters; no caption, date line or small print is as long
_WRAPPED = range(30, 121)  # characters; a text with a longer line has a paragraph a line


def mark(
    text: str, lang: str, paragraphs: Sequence[Span] | None = None, given: Sequence[Block] = (), doubtful: Sequence[Span] = ()
) -> tuple[Block, ...]:
    """The blocks of ``text``, in order.

    ``paragraphs`` are the units to judge (lines, where left out); ``given`` are blocks the file's
    own format decides (front matter, a heading that is the title): they stay as they are. ``doubtful``
    paragraphs may give a date, an author or a picture's credit, but are never title or body.
    """
    units = lines(text) if paragraphs is None else paragraphs
    free = [_trimmed(text, u) for u in units if not any(u.overlaps(b.span) for b in given)]
    judged = [line_of(text, u) for u in free]
    unsure = frozenset(_trimmed(text, d) for d in doubtful)
    marked = _Marker(text, lang, judged, unsure, any(b.kind == "title" for b in given)).blocks()
    return tuple(sorted([*marked, *given], key=lambda b: b.span))


def lines(text: str) -> tuple[Span, ...]:
    """The paragraphs of a plain text: its lines, put together where they were wrapped to a width."""
    found = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    soft = _soft_breaks(text, found)
    joined: list[Span] = []
    for i, span in enumerate(found):
        if i in soft:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _soft_breaks(text: str, found: Sequence[Span]) -> frozenset[int]:
    """Numbers of the lines that only continue the line before.

    A line that begins with a small letter does, after a long one without a full stop. Others do in
    a text wrapped to a width: where the first word of the next line would hardly have fitted, and
    most of the breaks inside groups of lines are of this kind.
    """
    width = max((len(s.of(text).rstrip()) for s in found), default=0)
    inner, soft, sure = 0, set(), set()
    for i, (before, after) in enumerate(pairwise(found), 1):
        line, following = before.of(text).rstrip(), after.of(text)
        if text[before.end : after.start].replace("\r\n", "\n") not in ("\n", "\r") or _BULLET.match(following.lstrip()):
            continue
        inner += 1
        if len(line) >= _WRAPPED.start and following[0].islower() and not _FULL_STOP.search(line):
            sure.add(i)
        indented = following[0].isspace() and not line[0].isspace()
        if len(line) + 1 + len(following.split(maxsplit=1)[0]) > _NEARLY * width and not indented:
            soft.add(i)
    wrapped = width in _WRAPPED and len(soft) >= 3 and len(soft) >= 0.7 * inner
    return frozenset(soft | sure if wrapped else sure)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


class _Marker:
    """One pass over the paragraphs of one text."""

    def __init__(self, text: str, lang: str, paragraphs: list[Line], doubtful: frozenset[Span], has_title: bool) -> None:
        self.text, self.lang, self.known, self.has_title = text, lang, cues(lang), has_title
        self.lines, self.doubtful = paragraphs, doubtful
        self.kinds: list[tuple[str, str]] = []

    def blocks(self) -> Iterator[Block]:
        """The blocks, in order; those cut out of a paragraph beside its rest."""
        self._judge()
        if not self.has_title:
            self._find_title()
        for line, (kind, reason) in zip(self.lines, self.kinds, strict=True):
            if kind == "body":
                yield from self._cut(line)
            else:
                yield Block(line.span, kind, reason)

    def _judge(self) -> None:
        """Give every paragraph a kind; lists of other stories reach on until prose resumes."""
        listing = ""
        prose_seen = 0
        for i, line in enumerate(self.lines):
            if listing and self._resumes(i, listing):
                listing = ""
            if not listing:
                listing = self._opens_list(line)
            kind = ("boilerplate", listing) if listing else self._kind(line, prose_seen)
            if kind[0] == "body" and line.span in self.doubtful:
                kind = ("boilerplate", "outside the article")
            prose_seen += kind[0] == "body" and _is_prose(line)
            self.kinds.append(kind)

    def _opens_list(self, line: Line) -> str:
        if self.known.is_all("listings", line):
            return "list of other stories"
        if is_heading_of_links(line, self.known):
            return "related stories"
        return ""

    def _resumes(self, i: int, listing: str) -> bool:
        """Whether the article goes on at paragraph ``i`` after a list of other stories.

        Related stories stand inside articles, so one paragraph of prose ends them; other lists stand
        after the article and may hold teasers, so it takes two in a row.
        """
        if _BULLET.match(self.lines[i].text) or not _is_prose(self.lines[i]):
            return False
        if listing == "related stories":
            return True
        return i + 1 < len(self.lines) and _is_prose(self.lines[i + 1])

    def _kind(self, line: Line, prose_seen: int) -> tuple[str, str]:
        if len(line.text) > _LONG:
            return "body", ""
        reason = small_print(line, self.known)
        if reason:
            return "boilerplate", reason
        if is_related(line, self.known):
            return "boilerplate", "related story"
        if is_published_line(line, self.known):
            return "dateline", "published"
        if is_time_of_day(line, self.known):
            return "boilerplate", "time of day"
        if is_date_line(line, self.known):
            return ("dateline", "date") if prose_seen < 2 else ("boilerplate", "date outside the head")
        if is_byline(line, self.known, prose_seen == 0):
            return "dateline", "byline"
        credit = caption(line, self.known)
        if credit is not None and len(credit) == len(line.text):
            return "caption", "picture"
        return "body", ""

    def _find_title(self) -> None:
        body = [i for i, (kind, _) in enumerate(self.kinds) if kind == "body"]
        if len(body) < 2:
            return
        first, second, last = self.lines[body[0]], self.lines[body[1]], self.lines[body[-1]]
        if len(body) > 2 and first.words <= 2 and not first.ends and _is_headline(second) and second.words > 3:
            self.kinds[body[0]] = ("boilerplate", "section label")
            self.kinds[body[1]] = ("title", "")
        elif _is_headline(first):
            self.kinds[body[0]] = ("title", "")
        elif _is_headline(last) and last.words > 3 and self._speaks_of_the_same(last, [self.lines[i] for i in body[:-1]]):
            self.kinds[body[-1]] = ("title", "")

    @staticmethod
    def _speaks_of_the_same(headline: Line, body: Sequence[Line]) -> bool:
        """Whether most of a headline's longer words occur in the body."""
        words = {t.fold for t in headline.tokens if len(t.fold) > 2}
        held = {t.fold for line in body for t in line.tokens}
        return len(words & held) >= 0.5 * len(words) > 0

    def _cut(self, line: Line) -> Iterator[Block]:
        """A paragraph of the body, without what of another story or of the site stands in it."""
        start, end = line.span.start, line.span.end
        cut = self._link_inside(line)
        reason = "related story"
        if cut is None:
            cut, reason = self._invitation_inside(line), "invitation"
        if cut is None:
            credit = caption(line, self.known) if len(line.text) <= _LONG else None
            cut, reason = (None if credit is None else credit.start), "picture"
        if cut is None:
            yield Block(line.span, "body")
            return
        if cut > 0:
            yield Block(_trimmed(self.text, Span(start, start + cut)), "body")
        yield Block(Span(start + cut, end), "caption" if reason == "picture" else "boilerplate", reason)

    def _link_inside(self, line: Line) -> int | None:
        """Offset at which a paragraph turns into a link to another story."""
        starts = {t.span.start: n for n, t in enumerate(line.tokens)}
        for found in self.known.find("related", line.tokens):
            before = line.text[: found.span.start]
            after = line.text[found.span.end :].lstrip()[:1]
            if found.span.start not in starts or after not in ("", ":", "：", "-", "–", "—", "|", ">", "»", "…", "."):
                continue
            bare = before.rstrip(" \t([")
            separator = _SEPARATOR.search(bare[-80:])
            if separator is not None:
                return max(0, len(bare) - 80) + separator.start()
            if not bare or _SENTENCE_END.search(before[-3:] + " x") or bare[-1] in ".।॥۔؟?!…»”|":
                return len(bare)
        return None

    def _invitation_inside(self, line: Line) -> int | None:
        """Offset from which every sentence of a paragraph is an invitation to follow the site."""
        if not self.known.find("channels", line.tokens):
            return None
        cut = None
        for span in reversed(split(line.text, Span(0, len(line.text)), self.lang)):
            sentence = line_of(line.text, span)
            if is_invitation(sentence, self.known):
                cut = span.start
            elif not small_print(sentence, self.known):
                break
        return cut


def _is_prose(line: Line) -> bool:
    """Whether a paragraph reads as part of an article: a full stop at its end, and some length."""
    return line.ends_plainly and line.words >= _PROSE_WORDS


def _is_headline(line: Line) -> bool:
    return line.words >= 2 and line.words <= _TITLE_WORDS and len(line.text) <= _TITLE_LENGTH and not line.ends_plainly
