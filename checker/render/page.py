"""A page being laid out for a terminal or a pipe: lines of styled text that fit its width.

Nothing stands to the right of quoted text, so a terminal that draws a script wider or narrower
than another cannot break the layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO

from rich.console import Console
from rich.text import Text

from checker.render.display import END, LEFT_TO_RIGHT, RIGHT_TO_LEFT, bracketed, has_rtl, is_rtl, isolated, passage, visible
from checker.render.view import View
from checker.render.width import cells, excerpt, truncated, wrap
from claims.model import Span

__all__ = ["Page", "Text", "styled"]

_LEAST_WIDTH = 40
_LONGEST_QUOTE = 5  # lines of a sentence before it is cut around the difference
_WASTE = 4  # cells a line loses to breaking at spaces
_MARK = "bold underline"


def styled(*parts: str | tuple[str, str]) -> Text:
    """One text of plain and ``(text, style)`` parts, all made safe to print."""
    pairs = ((part, "") if isinstance(part, str) else part for part in parts)
    return Text.assemble(*((isolated(visible(words)), style) for words, style in pairs))


class Page:
    """Collects lines; ``str(page)`` is what to print."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.width = max(view.width, _LEAST_WIDTH)
        self._lines: list[Text] = []
        self._margin = Text()

    @contextmanager
    def margin(self, sign: str, style: str = "") -> Iterator[None]:
        """Within, every line begins with ``sign``."""
        before, self._margin = self._margin, self._margin + Text(sign, style)
        yield
        self._margin = before

    def blank(self) -> None:
        """An empty line; two in a row are one."""
        line = self._margin.copy()
        line.rstrip()
        if self._lines and self._lines[-1].plain != line.plain:
            self._lines.append(line)

    def heading(self, title: str, style: str = "bold") -> None:
        """A line across the page with a title in it."""
        self.blank()
        line = f"━━ {truncated(visible(title), self.width - 4)} "
        self._lines.append(Text(line + "━" * (self.width - cells(line)), style))

    def add(self, text: Text | str, indent: int = 0, hang: int = 0) -> None:
        """A paragraph of our own words, wrapped; its later lines stand ``hang`` cells further in."""
        paragraph = Text(isolated(visible(text))) if isinstance(text, str) else text
        room = self.width - cells(self._margin.plain) - indent - hang
        for number, line in enumerate(wrap(paragraph.plain, room)):
            self._put(" " * (indent + hang * bool(number)), paragraph[line.start : line.end])

    def quote(self, words: str, *marks: Span | None, indent: int = 0, style: str = "", lines: int = _LONGEST_QUOTE) -> None:
        """Words of a source in their own script, with the marked stretches set off."""
        room = self.width - cells(self._margin.plain) - indent
        whole = passage(words, *marks)
        part = whole if self.view.everything else excerpt(whole, (room - _WASTE) * lines)
        if not self.view.colour:
            part = bracketed(part)
        text = Text(part.text)
        for mark in part.marks:
            text.stylize(f"{_MARK} {style}".strip(), mark.start, mark.end)
        opening = "" if not has_rtl(part.text) else RIGHT_TO_LEFT if is_rtl(part.text) else LEFT_TO_RIGHT
        for line in wrap(part.text, room):
            body = text[line.start : line.end]
            self._put(" " * indent, Text.assemble(opening, body, END) if opening else body)

    def table(self, rows: Sequence[Sequence[str]], styles: Sequence[str] = ()) -> None:
        """Rows in columns as wide as their widest cell; the last column is free and wraps.

        Where that leaves it little room it stands below the others, and where not even those fit
        a row becomes a paragraph.
        """
        shown = [[isolated(visible(cell)) for cell in row] for row in rows]
        widths = [max(cells(row[column]) for row in shown) for column in range(len(shown[0]) - 1)]
        left = sum(widths) + 2 * len(widths)
        whole = self.width - cells(self._margin.plain)
        below = whole - left < max(cells(row[-1]) for row in shown) and whole - left < whole // 3
        for row, style in zip(shown, styles or [""] * len(shown), strict=True):
            if left > whole:
                self.add(Text("  ".join(filter(None, row)), style), hang=4)
                continue
            head = "".join(cell + " " * (width - cells(cell) + 2) for cell, width in zip(row, widths, strict=False))
            if below:
                self._put("", Text(head, style))
                self.add(Text(row[-1], style), indent=4)
                continue
            for number, line in enumerate(wrap(row[-1], whole - left) or [Span(0, 0)]):
                self._put("", Text((" " * left if number else head) + line.of(row[-1]), style))

    def _put(self, indent: str, text: Text) -> None:
        line = Text.assemble(self._margin, indent, text)
        line.rstrip()
        self._lines.append(line)

    def __str__(self) -> str:
        if not self.view.colour:
            return "".join(f"{line.plain}\n" for line in self._lines)
        out = StringIO()
        console = Console(
            file=out,
            width=self.width,
            height=25,  # with both given, the surroundings are never asked
            force_terminal=True,
            color_system="standard",
            no_color=False,
            highlight=False,
            legacy_windows=False,
        )
        for line in self._lines:
            console.print(line, soft_wrap=True)
        return out.getvalue()
