"""The table of sources, how undated ones were dated, and what was not checked."""

from __future__ import annotations

from checker.render import wording
from checker.render.page import Page, styled
from checker.result import Result, SourceRow

_MOST_CLUES = 3


def sources(page: Page, result: Result) -> None:
    """One row a source: language, day and how it is known, claims, wire family, file."""
    if not result.sources:
        return
    page.heading("SOURCES")
    names = wording.families([row.family for row in result.sources])
    rows = [("", "published", "known from", "claims", *(["wire"] if names else []), "file")]
    rows += [_row(row, [names.get(row.family, "")] if names else []) for row in result.sources]
    page.table(rows, ["dim", *("yellow" if row.stale else "" for row in result.sources)])
    if names:
        page.add(styled(("wire: sources with one letter carry one text and count once", "dim")))
    for row in result.sources:
        _dating(page, result, row)


def _row(row: SourceRow, wire: list[str]) -> tuple[str, ...]:
    dated = row.published.basis != "unknown"
    when = wording.short_days(row.published.interval) if dated else "undated"
    known = wording.basis(row.published.basis) if dated else ""
    return (row.lang, when, known, str(row.claims), *wire, ("STALE " if row.stale else "") + row.file)


def notices(page: Page, result: Result) -> None:
    """What was not checked, and why."""
    if result.notices:
        page.heading("NOT CHECKED", "bold magenta")
        for notice in result.notices:
            page.add(wording.notice(notice), hang=2)


def _dating(page: Page, result: Result, row: SourceRow) -> None:
    """The clues of an inferred date, so that an editor can judge it. A stale article's stand in its own panel."""
    if row.published.basis != "inferred" or not row.published.clues or row.stale:
        return
    page.blank()
    page.add(styled((row.file, "bold"), f" is dated {wording.days(row.published.interval)} from its clues:"), hang=2)
    clues(page, result, row, indent=2)


def clues(page: Page, result: Result, row: SourceRow, indent: int) -> None:
    """What a date was inferred from: what each clue says, where it stands, and its words."""
    shown = row.published.clues if page.view.everything else row.published.clues[:_MOST_CLUES]
    for clue in shown:
        where = "" if clue.file is None or clue.start is None else f" ({result.place(clue.file, clue.start)})"
        page.add(f"- {clue.says}{where}", indent=indent, hang=2)
        page.quote(clue.text, indent=indent + 2, lines=1)
    left = len(row.published.clues) - len(shown)
    if left:
        page.add(styled((f"and {wording.count(left, 'more clue', 'more clues')}; --show all lists them", "dim")), indent=indent)
