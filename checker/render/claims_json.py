"""Claims and facets as read, as JSON: what ``checker claims --format json`` prints."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from checker.render.as_json import SCHEMA_VERSION, bounds, published_record
from checker.render.facet_words import symbolic
from claims.model import Attribution, Claim, Event, Facet, Inherited, Name, Ordinal, Quantity, Reading, Sentence, Source, Span, Time


def document(readings: Iterable[Reading], *, everything: bool) -> dict[str, Any]:
    """All sources with their claims in the order of the text; ``everything`` adds the sentences that are none."""
    return {"schema_version": SCHEMA_VERSION, "sources": [_source(reading, everything) for reading in readings]}


def _source(reading: Reading, everything: bool) -> dict[str, Any]:
    source = reading.source
    rows = [(claim.span, _claim(source, claim)) for claim in reading.claims]
    if everything:
        rows += [(skipped.sentence.span, _skipped(source, skipped.sentence, skipped.reason)) for skipped in reading.skipped]
    return {
        "file": source.file,
        "lang": source.lang,
        "title": source.title.of(source.text) if source.title else "",
        "published": published_record(source.published) if source.published else None,
        "claims": [record for _, record in sorted(rows, key=lambda row: row[0])],
    }


def _claim(source: Source, claim: Claim) -> dict[str, Any]:
    inside = [facet_record(source, claim.sentence, facet) for facet in claim.facets]
    taken = [inherited_record(source, claim.sentence, one) for one in claim.inherited]
    return _row(source, claim.sentence, claim.span, "") | {"facets": [record for record in inside if record], "inherited": taken}


def _skipped(source: Source, sentence: Sentence, reason: str) -> dict[str, Any]:
    return _row(source, sentence, sentence.span, reason) | {"facets": [], "inherited": []}


def _row(source: Source, sentence: Sentence, span: Span, reason: str) -> dict[str, Any]:
    return {
        "sentence": sentence.text,
        **_place(source, span),
        "line": source.line_and_column(span.start)[0],
        "lang": sentence.lang,
        "claim": not reason,
        "reason": reason,
    }


def _place(source: Source, span: Span) -> dict[str, int]:
    """Where a span of the text stands in the file."""
    start = source.offset_in_file(span.start)
    return {"start": start, "end": source.offset_in_file(span.end - 1) + 1 if len(span) else start}


def facet_record(source: Source, sentence: Sentence, facet: Facet) -> dict[str, Any]:
    """A facet as data; empty for those that only serve other readers."""
    values = _values(facet)
    if values is None:
        return {}
    kind, rest = values
    if isinstance(facet, Attribution):
        rest["said"] = facet.scope.of(sentence.text) if facet.scope else None
    return {"kind": kind, "text": facet.text, **_place(source, facet.span.shift(sentence.start)), **rest}


def inherited_record(source: Source, sentence: Sentence, one: Inherited) -> dict[str, Any]:
    """What a claim takes over: the facet where it is stated, how it is taken over, and the claim's words that stand for it."""
    for_ = {"text": one.at.of(sentence.text), **_place(source, one.at.shift(sentence.start))} if one.at else None
    return facet_record(source, one.sentence, one.facet) | {"by": one.by, "for": for_}


def _values(facet: Facet) -> tuple[str, dict[str, Any]] | None:
    match facet:
        case Time():
            when = {**bounds(facet.interval), "granularity": facet.granularity, "basis": facet.basis.value, "role": facet.role}
            return "time", when if facet.interval else when | {"symbolic": symbolic(facet)}
        case Quantity(kind="score"):  # a kind of its own: 3-2 is no amount
            return "score", {"ours": _number(facet.low), "theirs": _number(facet.high)}
        case Quantity(kind="rank"):  # nor is a place in a ranking; "top ten" is every place from 1 to 10
            return "rank", {"low": _number(facet.low), "high": _number(facet.high)}
        case Quantity():
            number = {"low": _number(facet.low), "high": _number(facet.high), "approximate": facet.approximate}
            return "quantity", {**number, "unit": facet.unit, "counted": facet.counted, "measure": facet.kind}
        case Ordinal():
            return "ordinal", {"rank": facet.rank, "series": facet.series}
        case Name():
            return "entity", {"type": facet.type, "key": facet.key}
        case Event():
            polarity = "negative" if facet.negated else "positive"
            who = {
                name: {"key": side.key, "text": side.text} if side else None
                for name, side in (("agent", facet.agent), ("patient", facet.patient))
            }
            return "event", {"frame": facet.frame, "polarity": polarity, "status": facet.status.value, **who}
        case Attribution():
            return "attribution", {"speaker": facet.speaker, "mode": facet.mode}
    return None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
