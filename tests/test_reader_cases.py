"""The pages under ``tests/cases/readers``: what is read from a sentence, and what looks like it and is not.

A page is named ``<facet>.<language>.md``. A case is a line ``- sentence`` in which every facet of the page's kind is
marked ``[words = value]``; everything else must be read as nothing. The cases under the second heading are the hard
negatives. Texts appear on Wednesday, 28 January 2026.

The pages of claims mark every claim ``[words]``; a sentence that is none ends in ``= reason``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest

from claims.calendar import resolved
from claims.extract import claims_of_text, facets_of
from claims.model import Attribution, Event, Facet, Interval, Name, Ordinal, Quantity, Status, Time
from claims.tokens import sentence_of

PAGES = Path(__file__).parent / "cases" / "readers"
KINDS: dict[str, type[Facet]] = {
    "times": Time,
    "quantities": Quantity,
    "ordinals": Ordinal,
    "names": Name,
    "events": Event,
    "attribution": Attribution,
}
CLAIMS = "claims"
FIRST_LANGUAGES = ("ar", "en", "hi", "ru", "ur")
LEAST = {"times": 50, "quantities": 50, "ordinals": 30, "names": 30, "events": 30, "attribution": 30, CLAIMS: 30}
PUBLISHED = Interval.day(date(2026, 1, 28))
_MARKED = re.compile(r"\[([^\]=]+) = [^\]]+\]")


def cases(page: Path) -> Iterator[tuple[int, str, bool]]:
    """Line number, marked sentence, and whether it is a hard negative."""
    headings = 0
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        headings += line.startswith("## ")
        if line.startswith("- "):
            yield number, line[2:], headings > 1


def marked(text: str, lang: str, kind: type[Facet]) -> str:
    """A sentence with every facet of a kind marked as read."""
    shown, at = "", 0
    found = sorted((f for f in facets_of(sentence_of(text, lang)) if isinstance(f, kind)), key=lambda f: f.span)
    for span, facets in groupby(found, key=lambda f: f.span):
        values = " | ".join(value(facet) for facet in facets)
        assert span.start >= at, "facets of one kind do not overlap"
        shown += f"{text[at : span.start]}[{span.of(text)} = {values}]"
        at = span.end
    assert all(facet.span.of(text) == facet.text for facet in found)
    return shown + text[at:]


def value(facet: Facet) -> str:
    """What a page writes for a facet.

    Days, a clock and zone; a range, unit and noun; a rank and series; a type and the gazetteer's id; a concept, whether
    negated, its status, who does it to whom; a mode and speaker.
    """
    match facet:
        case Time():
            arguments = dict(facet.arguments)
            days = "anniversary" if facet.role == "anniversary" else _days(resolved(facet, PUBLISHED).interval)
            return " ".join([days, *(str(arguments[name]) for name in ("clock", "zone") if name in arguments)])
        case Quantity(kind="score"):
            return f"{facet.low}-{facet.high} score"
        case Quantity(kind="rank"):
            return f"{facet.low} rank" if facet.low == facet.high else f"{facet.low}..{facet.high} rank"
        case Quantity():
            low, high = ("" if end is None else _plain(end) for end in (facet.low, facet.high))
            number = ("~" if facet.approximate else "") + (low if low == high else f"{low}..{high}")
            unit = f" {facet.unit}" if facet.unit else ""
            return number + unit + (", age" if facet.kind == "age" else "") + (f" of {facet.counted}" if facet.counted else "")
        case Ordinal():
            return f"{facet.rank} {facet.series}" if facet.series else str(facet.rank)
        case Name():
            return f"{facet.type} {facet.key}" if facet.known else facet.type
        case Event():
            sides = [f"{word} {side.text}" for word, side in (("by", facet.agent), ("to", facet.patient)) if side]
            status = "" if facet.status is Status.DONE else f" {facet.status.value}"
            return ", ".join([("not " if facet.negated else "") + facet.concept + status, *sides])
        case Attribution():
            return f"{facet.mode} {facet.speaker or 'nobody'}"
    raise AssertionError(facet)


def _days(interval: Interval | None) -> str:
    assert interval is not None
    return str(interval.earliest) if interval.is_day else f"{interval.earliest or ''}..{interval.latest or ''}"


def _plain(number: Decimal) -> str:
    return f"{number:f}"


def claimed(text: str, lang: str) -> str:
    """A sentence with every claim marked, or with the reason why it is none."""
    reading = claims_of_text(text, lang)
    if not reading.claims:
        return f"{text} = {reading.skipped[0].reason}"
    shown, at = "", 0
    for claim in reading.claims:
        shown += f"{text[at : claim.span.start]}[{claim.text}]"
        at = claim.span.end
    return shown + text[at:]


EVERY = [(page.stem, line, number) for page in sorted(PAGES.glob("*.md")) for number, line, _ in cases(page)]
OF_CLAIMS = [case for case in EVERY if case[0].startswith(f"{CLAIMS}.")]
CASES = [case for case in EVERY if case not in OF_CLAIMS]


@pytest.mark.parametrize(("page", "line"), [c[:2] for c in CASES], ids=[f"{page}:{number}" for page, _, number in CASES])
def test_sentence_is_read_as_marked(page: str, line: str) -> None:
    kind, lang = page.split(".")
    assert marked(_MARKED.sub(r"\1", line), lang, KINDS[kind]) == line


@pytest.mark.parametrize(("page", "line"), [c[:2] for c in OF_CLAIMS], ids=[f"{page}:{number}" for page, _, number in OF_CLAIMS])
def test_sentence_yields_the_claims_marked(page: str, line: str) -> None:
    plain = line.replace("[", "").replace("]", "").partition(" = ")[0]
    assert claimed(plain, page.split(".")[1]) == line


@pytest.mark.parametrize("lang", FIRST_LANGUAGES)
@pytest.mark.parametrize("kind", sorted(LEAST))
def test_every_language_has_enough_cases_a_third_of_them_hard_negatives(lang: str, kind: str) -> None:
    found = list(cases(PAGES / f"{kind}.{lang}.md"))
    negatives = sum(negative for _, _, negative in found)
    assert len(found) >= LEAST[kind]
    assert 3 * negatives >= len(found)
    assert len({line for _, line, _ in found}) == len(found)
