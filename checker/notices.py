"""What a run could not check, or not as asked: one notice each, so that nothing is left out silently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from checker.model import Notice
from claims.extract import TOO_LONG, uncovered
from claims.lang import languages
from claims.language import UNKNOWN
from claims.model import Published, Reading
from claims.segment import LONGEST


def notices_on(readings: Sequence[Reading], as_of: date) -> Iterator[Notice]:
    """What was not read or not compared of these articles, or is dated after the day the reader reads."""
    if len(readings) == 1:
        yield Notice("alone", "only one article was read: there was nothing to compare it with; give at least two")
    for reading in readings:
        yield from unread(reading)
        published = reading.source.published
        if published is not None and _is_after(published, as_of):
            message = f"is dated {published.interval}, after the day of reading ({as_of}); check --as-of and the date"
            yield Notice("ahead", message, reading.source.file)


def unread(reading: Reading) -> Iterator[Notice]:
    """What was not read of one article: no claim at all, or languages without data."""
    file, main = reading.source.file, reading.source.lang
    if not reading.claims:
        yield Notice("no-claims", "no claim was found in it, so there is nothing of it to compare", file)
    for skipped in reading.skipped:
        if skipped.reason == TOO_LONG:
            line, _ = reading.source.line_and_column(skipped.sentence.start)
            yield Notice("too-long", f"line {line}: {too_long(len(skipped.sentence.text))}", file)
    if without_data(main):
        yield Notice("language", without_data(main), file)
    for lang in uncovered(reading):
        if lang != main:
            yield Notice("language", f"in some sentences, {without_data(lang)}", file)


def too_long(letters: int) -> str:
    """What is said of a stretch that is no sentence any more."""
    return f"{letters:,} characters without the end of a sentence were not read (at most {LONGEST:,} are); end sentences with a stop"


def without_data(lang: str) -> str:
    """What is said of text in a language without language data; an empty string for the others."""
    if lang in languages():
        return ""
    what = "language not recognised" if lang == UNKNOWN else f"no language data for '{lang}'"
    return f"{what}: only names, digits and ISO dates of it were read"


def _is_after(published: Published, as_of: date) -> bool:
    return published.interval.earliest is not None and published.interval.earliest > as_of
