"""Two sentences, compared and explained: the same steps as a report, for one pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from checker.chosen import chosen_encoder, chosen_nli
from checker.decide import model_for_two
from checker.encoders import Encoder
from checker.encoders.nli import NliModel
from checker.errors import InputError
from checker.event_time import with_times
from checker.grouping import findings
from checker.matching import JudgedPair, judge_alone
from checker.model import Finding, Notice, Pair, Step, Type, Verdict
from checker.notices import too_long, without_data
from checker.otherwise import Otherwise, otherwise
from checker.second_opinion import with_opinions
from checker.settings import Settings
from checker.wording import apart
from claims.extract import TOO_LONG, claims_of_text
from claims.language import code_of
from claims.model import Claim, Interval, Published

Day = str | date | None


@dataclass(frozen=True, slots=True)
class Question:
    """What ``compare()`` was asked: two texts, the days they appeared and their languages, as given."""

    a: str
    b: str
    published: tuple[Day, Day] = (None, None)
    lang: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """What two sentences say together. ``finding`` is ``None`` where they are unrelated; ``notices`` tell what was not compared.

    ``judged`` holds what every rule said; ``asked`` and ``encoder`` are what the answer was made from, so that ``what_if()`` can ask again.
    """

    verdict: Verdict
    types: tuple[Type, ...]
    confidence: float
    message: str
    trace: tuple[Step, ...]
    pair: Pair
    finding: Finding | None
    notices: tuple[Notice, ...]
    judged: JudgedPair
    asked: Question
    encoder: Encoder = field(compare=False)
    nli: NliModel | None = field(default=None, compare=False)

    def what_if(self, *, published: tuple[Day, Day] | None = None, lang: tuple[str | None, str | None] | None = None) -> Comparison:
        """The same two texts on other days or in other languages; what is not given stays as it was."""
        asked = self.asked
        return compare_with(self.encoder, asked.a, asked.b, published=published or asked.published, lang=lang or asked.lang, nli=self.nli)

    def otherwise(self) -> tuple[Otherwise, ...]:
        """What would have changed the verdict: another day of publication, or one value on both sides."""
        a, b = (published_on(day) for day in self.asked.published)
        return otherwise(self.judged, (a, b), model_for_two())

    def _repr_html_(self) -> str:
        from checker.render.html_objects import comparison
        from checker.render.pair import Pair as Told

        told = Told((self.asked.a, self.asked.b), self.verdict, self.types, self.confidence, self.message, self.trace, self.finding)
        return comparison(told, (self.pair.left.lang, self.pair.right.lang), self.notices)

    def __repr__(self) -> str:
        kind = ", ".join([self.verdict.value, *(kind.value for kind in self.types)])
        return f"<Comparison {kind} {self.confidence:.2f}: {self.message!r}>"


def compare(
    a: str,
    b: str,
    *,
    published: tuple[Day, Day] = (None, None),
    lang: tuple[str | None, str | None] = (None, None),
    settings: Settings | None = None,
) -> Comparison:
    """Compare two sentences of any two languages.

    ``published`` are the days they appeared (ISO strings or dates), which resolve "on Wednesday";
    ``lang`` their languages, detected where not given. Raises ``InputError`` for a text without
    words, and for a date or language that is none.
    """
    chosen = settings or Settings()
    return compare_with(chosen_encoder(chosen), a, b, published=published, lang=lang, nli=chosen_nli(chosen))


def compare_with(
    encoder: Encoder,
    a: str,
    b: str,
    *,
    published: tuple[Day, Day] = (None, None),
    lang: tuple[str | None, str | None] = (None, None),
    nli: NliModel | None = None,
) -> Comparison:
    """The same with an encoder already loaded, for many pairs."""
    days = [published_on(day) for day in published]
    left, right = (
        [with_times(c, day) for c in sentence_claims(text, file, code)]
        for text, file, code, day in zip((a, b), ("a", "b"), lang, days, strict=True)
    )
    judged = judge_alone(left, right, encoder)
    if nli is not None:
        judged = with_opinions(judged, nli, model_for_two())
    best = min(judged, key=_clearest_first)
    verdict = best.decision.verdict
    known = {f: d for f, d in zip(("a", "b"), days, strict=True) if d is not None}
    made = findings([best], {}, known, {})
    finding = made[0] if made else None
    return Comparison(
        verdict=verdict,
        types=finding.types if finding else (),
        confidence=best.decision.confidence,
        message=finding.message if finding else apart(best.pair.evidence),
        trace=best.trace,
        pair=best.pair,
        finding=finding,
        notices=tuple(_language_notices(left, right)),
        judged=best,
        asked=Question(a, b, published, lang),
        encoder=encoder,
        nli=nli,
    )


def _language_notices(left: Sequence[Claim], right: Sequence[Claim]) -> Iterator[Notice]:
    for file, claims in (("a", left), ("b", right)):
        for lang in sorted({claim.lang for claim in claims}):
            if without_data(lang):
                yield Notice("language", without_data(lang), file)


def _clearest_first(pair: JudgedPair) -> tuple[int, float, int, int]:
    """Findings before silence, the most certain first, then in the order of the texts."""
    silent = pair.decision.verdict is Verdict.UNRELATED
    return (
        int(silent),
        -pair.pair.same_event if silent else -pair.decision.confidence,
        pair.pair.left.span.start,
        pair.pair.right.span.start,
    )


def sentence_claims(text: str, file: str, lang: str | None) -> Sequence[Claim]:
    """One claim a sentence, with all that its clauses say; a text that yields none is compared as it stands."""
    if not any(c.isalnum() for c in text):
        raise InputError(f"text {file} {'holds no words' if text.strip() else 'is empty'}; give a sentence to compare")
    if lang and code_of(lang) is None:
        raise InputError(f"not a language code: {lang!r}; write it like 'ur', or leave it out to have it detected")
    reading = claims_of_text(text, code_of(lang), file=file)
    for skipped in reading.skipped:
        if skipped.reason == TOO_LONG:
            raise InputError(f"text {file}: {too_long(len(skipped.sentence.text))}")
    sentences = {c.sentence.start: c.sentence for c in reading.claims} or {s.sentence.start: s.sentence for s in reading.skipped}
    whole = []
    for number, (start, sentence) in enumerate(sorted(sentences.items()), 1):
        facets = {f: None for c in reading.claims if c.sentence.start == start for f in c.facets}
        ordered = tuple(sorted(facets, key=lambda f: (f.span, type(f).__name__, repr(f))))
        whole.append(Claim(f"{file}#{number}", file, sentence.lang, sentence, sentence.span, ordered))
    return whole


def published_on(day: Day) -> Published | None:
    """The publication given by the caller. Raises ``InputError`` if it is no date."""
    if day is None:
        return None
    try:
        value = day if isinstance(day, date) else date.fromisoformat(day)
    except ValueError as error:
        raise InputError(f"not an ISO date: {day!r}; write it like 2026-01-28") from error
    return Published(Interval.day(value), "argument")
