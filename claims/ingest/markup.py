"""HTML to paragraphs, each character with its place in the file.

A tokeniser of its own, since a finding must point into the file and no parser at hand keeps the
offsets of text. It never fails: what is no markup is text, what is never closed ends with the file.
Every step moves forward, so that broken or hostile pages cost no more than their length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"<>]*[<>]?[^\"]*\"|'[^']*')*+)>")
_TAG_REACH = 4_000  # a tag with quoted attributes longer than this is read up to the next >
_NAME = re.compile(r"</?([a-zA-Z][\w:-]*)")
_ATTRIBUTE = re.compile(r"([\w:@.-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_RUN = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?|[\s\x00]+|[^&\s\x00]+|&")
_RAW_END = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "textarea", "noscript", "iframe", "template", "svg", "xmp")
}
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"))
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_CLOSES_ITSELF = {"p": "p", "li": "li", "option": "option", "dt": "dd", "dd": "dt", "td": "td", "tr": "tr"}


@dataclass(slots=True)
class Element:
    """An open or closed element: its name, attributes and parent's number (-1 at the top)."""

    name: str
    attributes: Mapping[str, str]
    parent: int
    start: int


@dataclass(slots=True)
class Paragraph:
    """A stretch of readable text inside one block-level element, whitespace collapsed.

    ``runs`` say where it stands: offset in the paragraph, offset in the file, length.
    ``within`` is the number of the innermost element, ``inside`` of all that began in it.
    """

    within: int
    pieces: list[str] = field(default_factory=list)
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """Its readable text."""
        return "".join(self.pieces)

    def cut(self, length: int) -> Paragraph:
        """Its first ``length`` characters."""
        runs = [(start, at, min(size, length - start)) for start, at, size in self.runs if start < length]
        return Paragraph(self.within, [self.text[:length]], runs, length=length)


@dataclass(slots=True)
class Page:
    """What a page holds: its elements in order, its paragraphs, its scripts and styles by element number."""

    elements: list[Element]
    paragraphs: list[Paragraph]
    raw: dict[int, str]

    def ancestors(self, number: int) -> list[int]:
        """The element and everything around it, innermost first; at most the innermost hundred."""
        found: list[int] = []
        while number >= 0 and len(found) < 100:
            found.append(number)
            number = self.elements[number].parent
        return found


def parse(markup: str) -> Page:
    """The page in a string of HTML."""
    return _Parser(markup).page()


class _Parser:
    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.elements: list[Element] = []
        self.open: list[int] = []
        self.names: Counter[str] = Counter()
        self.paragraphs: list[Paragraph] = []
        self.raw: dict[int, str] = {}
        self.current = Paragraph(-1)
        self.after_link = False

    def page(self) -> Page:
        markup, at = self.markup, 0
        while at < len(markup):
            lt = markup.find("<", at)
            if lt < 0:
                lt = len(markup)
            if lt > at:
                self._text(at, lt)
            at = self._markup(lt) if lt < len(markup) else lt
        self._break()
        return Page(self.elements, self.paragraphs, self.raw)

    def _markup(self, at: int) -> int:
        """Read what begins with the ``<`` at ``at``; returns where to go on."""
        markup = self.markup
        if markup.startswith("<!--", at):
            end = markup.find("-->", at + 4)
            return len(markup) if end < 0 else end + 3
        if markup.startswith(("<!", "<?"), at):
            end = markup.find(">", at)
            return len(markup) if end < 0 else end + 1
        tag = _TAG.match(markup, at, at + _TAG_REACH)
        if tag is not None:
            closing, name, attributes, end = bool(tag.group(1)), tag.group(2).lower(), tag.group(3), tag.end()
        else:
            named = _NAME.match(markup, at)
            if named is None:
                self._text(at, at + 1)
                return at + 1
            end = markup.find(">", at) + 1
            if end == 0:
                return len(markup)
            closing, name, attributes = (
                markup[at + 1] == "/",
                named.group(1).lower(),
                markup[named.end() : min(end - 1, named.end() + _TAG_REACH)],
            )
        if closing:
            self._close(name)
            return end
        number = self._start(name, attributes, at)
        if name not in _RAW_END or attributes.rstrip().endswith("/"):
            return end
        stop = _RAW_END[name].search(markup, end)
        self.raw[number] = markup[end : stop.start() if stop else len(markup)]
        return stop.start() if stop else len(markup)

    def _start(self, name: str, attributes: str, at: int) -> int:
        if name not in _INLINE:
            self._break()
        if self.open and self.elements[self.open[-1]].name == "title":
            self._close("title")  # a title holds no elements: this one was never closed
        closes = _CLOSES_ITSELF.get(name)
        if closes and self.open and self.elements[self.open[-1]].name in (name, closes):
            self._close(self.elements[self.open[-1]].name)
        found = {m.group(1).lower(): unescape(m.group(2) or m.group(3) or m.group(4) or "") for m in _ATTRIBUTE.finditer(attributes)}
        number = len(self.elements)
        self.elements.append(Element(name, found, self.open[-1] if self.open else -1, at))
        if name not in _VOID and not attributes.endswith("/"):
            self.open.append(number)
            self.names[name] += 1
        if name in _INLINE:
            self.current.inside.append(number)
            if name == "a" and self.after_link:
                self._space(at)
        self.after_link = False
        return number

    def _close(self, name: str) -> None:
        if name not in _INLINE:
            self._break()
        if self.names[name]:
            while self.open:
                closed = self.elements[self.open.pop()].name
                self.names[closed] -= 1
                if closed == name:
                    break
        if name not in _INLINE:
            self.current.within = self.open[-1] if self.open else -1
        self.after_link = name == "a"

    def _break(self) -> None:
        """End the paragraph under way."""
        done = self.current
        if done.pieces and done.pieces[-1] == " ":
            done.pieces.pop()
            done.runs.pop()
        if done.pieces:
            self.paragraphs.append(done)
        self.current = Paragraph(self.open[-1] if self.open else -1)

    def _text(self, start: int, end: int) -> None:
        if not self.current.pieces:
            self.current.within = self.open[-1] if self.open else -1
        for run in _RUN.finditer(self.markup, start, end):
            words = run.group()
            if words[0].isspace() or words[0] == "\x00":
                self._space(run.start())
                continue
            if words[0] == "&" and len(words) > 1:
                shown = unescape(words)
                if shown.isspace():
                    self._space(run.start())
                    continue
                words = shown if len(shown) <= 2 else words  # longer: &ltWord, which names no character
            self._add(words, run.start())
            self.after_link = False

    def _space(self, at: int) -> None:
        if self.current.pieces and self.current.pieces[-1] != " ":
            self._add(" ", at)

    def _add(self, words: str, at: int) -> None:
        self.current.runs.append((self.current.length, at, len(words)))
        self.current.pieces.append(words)
        self.current.length += len(words)
