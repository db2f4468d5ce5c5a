"""The rules as a table, and one rule's page."""

from __future__ import annotations

from checker.catalogue import Entry
from checker.render.page import Page, styled
from checker.render.view import View


def table(entries: tuple[Entry, ...], view: View) -> str:
    """One line a rule."""
    page = Page(view)
    head = ("code", "name", "finds", "severity", "summary")
    rows = [head, *((entry.code, entry.name, entry.finds, entry.severity.value, entry.summary) for entry in entries)]
    page.table(rows, ["bold", *("" for _ in entries)])
    return str(page)


def leaf(entry: Entry, view: View) -> str:
    """A rule's page: its documentation, with headings set off and paragraphs wrapped."""
    page = Page(view)
    page.add(styled((f"{entry.code} {entry.name}", "bold"), f" · {entry.finds} · {entry.severity.value}"))
    for block in entry.doc.split("\n\n"):
        page.blank()
        lines = block.strip().splitlines()
        if lines and lines[0].startswith("## "):
            page.add(styled((lines.pop(0).removeprefix("## "), "bold")))
        _block(page, lines)
    return str(page)


def _block(page: Page, lines: list[str]) -> None:
    """A paragraph is wrapped as one; the items of a list are kept apart."""
    paragraphs: list[str] = []
    for line in lines:
        if paragraphs and not line.startswith("- "):
            paragraphs[-1] += f" {line.strip()}"
        else:
            paragraphs.append(line.strip())
    for paragraph in paragraphs:
        page.add(paragraph, indent=2, hang=2 * paragraph.startswith("- "))
