"""Single objects inside a notebook: a claim with what was read in it, an article, a finding, two compared texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from checker.model import Finding, Notice
from checker.render import wording
from checker.render.html_notebook import framed, quote, text
from checker.render.html_waterfall import waterfall
from checker.render.markup import direction, marked
from checker.render.pair import Pair, marks
from claims.model import Attribution, Claim, Event, Facet, Name, Ordinal, Quantity, Reading, Source, Span, Time, TimeBasis

if TYPE_CHECKING:
    from checker.model import Side

_MOST_LETTERS = 2_000
"""Of an article's text that is shown whole; the rest is counted."""
_MOST_CLAIMS = 200
_BASES = {
    TimeBasis.EXPLICIT: "as it says",
    TimeBasis.RELATIVE: "counted from the article's day",
    TimeBasis.INFERRED: "counted from a day worked out by other articles",
    TimeBasis.DEFAULT: "the day of the article",
}


def claim(shown: Claim) -> str:
    """The sentence with the claim marked, when it happened, and every facet."""
    return framed(_claim(shown))


def _claim(shown: Claim) -> str:
    when = f"{wording.days(shown.event_time.interval)}, {_BASES[shown.event_time.basis]}"
    where = f"{text(shown.id)} · {text(wording.language(shown.lang))} · {text(when)}"
    part = shown.span.shift(-shown.sentence.start)
    whole = part == Span(0, len(shown.sentence.text))
    rows = [
        f'<tr><td>{name}</td><td><bdi lang="{escape(shown.lang)}">{text(facet.text)}</bdi></td><td><bdi>{text(value)}</bdi></td></tr>'
        for facet, name, value in _facets(shown.facets)
    ]
    table = "<table><tbody>" + "".join(rows) + "</tbody></table>" if rows else ""
    said = quote(where, shown.sentence.text, shown.lang, None if whole else part)
    return f'<div class="f plain">{said}{table}</div>'


def _facets(facets: Sequence[Facet]) -> Iterator[tuple[Facet, str, str]]:
    """What an editor wants to know of each facet, words of the lexicon left out."""
    for facet in facets:
        match facet:
            case Time():
                yield facet, "time", wording.days(facet.interval) if facet.interval else "not resolved"
            case Quantity():
                yield facet, "number", _quantity(facet)
            case Ordinal():
                yield facet, "place in a series", f"{'last' if facet.rank < 0 else facet.rank} {facet.series or ''}".strip()
            case Name():
                role = f", {facet.role.replace('_', ' ')}" if facet.role else ""
                yield facet, "name", f"{facet.type} {facet.key.removeprefix(f'{facet.type}:')}{role}"
            case Event():
                denied = "not " if facet.negated else ""
                yield facet, "event", f"{denied}{facet.concept.replace('_', ' ')}, {facet.status.value}"
            case Attribution():
                yield facet, "source", f"{facet.mode}{f' by {facet.speaker}' if facet.speaker else ''}"
            case _:
                pass


def _quantity(facet: Quantity) -> str:
    low, high = ("…" if bound is None else f"{bound:f}" for bound in (facet.low, facet.high))
    number = low if low == high else f"{low} to {high}"
    if facet.kind == "rank":
        return f"place {number}"
    return " ".join(filter(None, ["about" if facet.approximate else "", number, facet.unit or "", facet.counted or ""]))


def source(shown: Source) -> str:
    """An article: where it is from, when it appeared, its title and the start of its text."""
    when = wording.published(shown.published) if shown.published else "not dated yet"
    title = shown.title.of(shown.text) if shown.title else ""
    head = f'<strong dir="{direction(title)}" lang="{escape(shown.lang)}">{marked(title)}</strong><br>' if title else ""
    facts = f"{text(shown.file)} · {text(wording.language(shown.lang))} · {text(when)} · {len(shown.text):,} letters"
    body = shown.text[:_MOST_LETTERS]
    paragraphs = "".join(
        f'<p dir="{direction(line)}" lang="{escape(shown.lang)}">{marked(line)}</p>' for line in body.splitlines() if line.strip()
    )
    more = f'<p class="dim">and {len(shown.text) - len(body):,} letters more</p>' if len(body) < len(shown.text) else ""
    return framed(
        f'<div class="f plain">{head}<span class="dim">{facts}</span>',
        f"<details><summary>text</summary>{paragraphs}{more}</details></div>",
    )


def reading(shown: Reading) -> str:
    """Everything read from one article: its claims, and the sentences that are none with the reason."""
    claims = "".join(_claim(one) for one in shown.claims[:_MOST_CLAIMS])
    left_out = "".join(
        f'<li><bdi lang="{escape(one.sentence.lang)}">{text(one.sentence.text)}</bdi> <span class="dim">{text(one.reason)}</span></li>'
        for one in shown.skipped[:_MOST_CLAIMS]
    )
    head = f"<p><strong>{text(shown.source.file)}</strong> · {wording.count(len(shown.claims), 'claim')}</p>"
    skipped = f"<details><summary>{wording.count(len(shown.skipped), 'sentence')} without a claim</summary><ul>{left_out}</ul></details>"
    return framed(head, claims, skipped if shown.skipped else "")


def finding(shown: Finding) -> str:
    """A finding outside its report: both sides, without their lines, and the waterfall behind a fold."""
    kind = ", ".join([shown.verdict.value.replace("_", " "), *(kind.value for kind in shown.types)])
    how = f"{wording.certainty(shown.confidence)} · {wording.reason(shown.confidence_basis)}"
    sides = [_side("A", shown.a, shown.left)]
    sides += [_side("B", shown.b, shown.right)] if shown.b is not None else []
    sides += [_side("Clue", one, None) for one in shown.evidence]
    return framed(
        f'<div class="f {shown.verdict.value}"><strong>{text(kind)}</strong> · {how}<br>{text(shown.message)}',
        *sides,
        _answers(shown.sides),
        f"<details><summary>why</summary>{waterfall(shown.trace)}</details>",
        f'<span class="dim">{text(shown.code)} {text(shown.rule)} · finding <code>{text(shown.id)}</code></span></div>',
    )


def _side(label: str, shown: Claim, mark: Span | None) -> str:
    return quote(
        f"<strong>{label}</strong> {text(shown.file)} · {text(wording.language(shown.lang))}", shown.sentence.text, shown.lang, mark
    )


def _answers(sides: Sequence[Side]) -> str:
    if all(len(side.claims) == 1 for side in sides) and len(sides) <= 2:
        return ""
    rows = "".join(f"<li><bdi>{text(s.value)}</bdi>: {text(', '.join(sorted({c.file for c in s.claims})))}</li>" for s in sides)
    return f"<ul>{rows}</ul>"


def comparison(told: Pair, langs: tuple[str, str], notices: Sequence[Notice]) -> str:
    """Two compared texts: the answer, both texts with what differs, and why."""
    kind = ", ".join([told.verdict.value.replace("_", " "), *(kind.value for kind in told.types)])
    quotes = [
        quote(f"<strong>{label}</strong> {text(wording.language(lang))}", words, lang, mark)
        for label, words, lang, mark in zip("AB", told.texts, langs, marks(told), strict=True)
    ]
    missing = "".join(f"<li>{text(wording.notice(notice))}</li>" for notice in notices)
    return framed(
        f'<div class="f {told.verdict.value}"><strong>{text(kind)}</strong> · {wording.certainty(told.confidence)}<br>{text(told.message)}',
        *quotes,
        f"<details><summary>why</summary>{waterfall(told.trace)}</details>",
        f"<p>Not checked</p><ul>{missing}</ul>" if missing else "",
        "</div>",
    )
