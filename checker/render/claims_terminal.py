"""Claims and facets as read, for people: each sentence with what was read from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker.render import wording
from checker.render.claims_json import facet_record, inherited_record
from checker.render.facet_words import told
from checker.render.page import Page, styled
from checker.render.view import View
from claims.model import Claim, Interval, Reading, Sentence, Source

_PLACE = ("kind", "text", "start", "end")


def write(readings: Iterable[Reading], view: View, *, everything: bool) -> str:
    """All sources, sentence by sentence; ``everything`` adds the sentences that yield no claim."""
    page = Page(view)
    for reading in readings:
        source = reading.source
        when = wording.published(source.published) if source.published else "undated"
        page.heading(f"{source.file}  {wording.language(source.lang)}, {when}, {wording.count(len(reading.claims), 'claim')}")
        rows: list[tuple[int, Claim | None, Sentence, str]] = [(c.span.start, c, c.sentence, "") for c in reading.claims]
        if everything:
            rows += [(skipped.sentence.start, None, skipped.sentence, skipped.reason) for skipped in reading.skipped]
        for _, claim, sentence, reason in sorted(rows, key=lambda row: row[0]):
            page.blank()
            _sentence(page, source, claim, sentence, reason)
    return str(page)


def _sentence(page: Page, source: Source, claim: Claim | None, sentence: Sentence, reason: str) -> None:
    line, column = source.line_and_column(claim.span.start if claim else sentence.start)
    page.add(styled((f"{line}:{column}", "bold"), f"  {_when(claim) if claim else f'no claim: {reason}'}"))
    part = claim.span.shift(-sentence.start) if claim and claim.span != sentence.span else None
    page.quote(sentence.text, part, indent=2)
    records = [(facet, facet_record(source, sentence, facet)) for facet in claim.facets] if claim else []
    shown = [(record["kind"], record["text"], told(facet) or _told(record)) for facet, record in records if record]
    shown += [_taken(inherited_record(source, sentence, one)) for one in claim.inherited] if claim else []
    if shown:
        with page.margin("    "):
            page.table(shown)


def _taken(record: Mapping[str, Any]) -> tuple[str, str, str]:
    """A facet that a claim takes over, its kind in brackets: for which of its words, or because it leaves it out."""
    reason = f"for “{record['for']['text']}”" if record["for"] else record["by"]
    rest = {key: value for key, value in record.items() if key not in ("by", "for")}
    return f"({record['kind']})", record["text"], f"{reason}; {_told(rest)}"


def _when(claim: Claim) -> str:
    """When the claimed thing happened and how that is known; nothing where it is not."""
    time = claim.event_time
    return f"{wording.days(time.interval)} ({time.basis.value})" if time.interval != Interval(None, None) else ""


def _told(record: Mapping[str, Any]) -> str:
    values = {key: value for key, value in record.items() if key not in _PLACE and value not in (None, "", False)}
    shown = {key: value["text"] if isinstance(value, Mapping) else value for key, value in values.items()}
    return ", ".join(f"{key} {value}" if value is not True else key for key, value in shown.items())
