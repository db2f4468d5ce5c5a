"""The main job: from paths, texts or a frame to a report, of articles on each other or of a draft on others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from importlib.metadata import version

from checker import stale
from checker.chosen import calibration_notices, chosen_encoder, chosen_nli, min_similarity
from checker.decide import model
from checker.desk import Desk, Lines, on_desk
from checker.encoders import Encoder
from checker.event_time import with_times
from checker.families import families
from checker.intake import Inputs, intake
from checker.matching import Matcher
from checker.model import Notice
from checker.notebook import progress as notebook_progress
from checker.notices import notices_on
from checker.progress import Progress
from checker.readers_day import day_of_each, readers_day
from checker.reference import Reference, own_dates, read_claims
from checker.report import Report, SourceRow
from checker.review import Review, review_of
from checker.second_opinion import with_opinions
from checker.settings import Settings
from checker.settling import Settling
from checker.storylines import are_of_two_stories, storylines
from checker.undated import date_from_others
from checker.workings import Workings
from claims.model import Claim, Interval, Published, Reading


def report(inputs: Inputs, *, settings: Settings | None = None, as_of: date | None = None, progress: Progress | None = None) -> Report:
    """Read articles, compare them all with each other, and report.

    ``inputs`` are paths (files or folders), ``Source`` objects, or a pandas frame with a ``text``
    column (and, where it has them, ``source``, ``published``, ``lang``). ``progress`` watches
    the work; not given, there are bars in a notebook and nothing elsewhere. Raises ``InputError``
    where nothing can be read at all and ``ModelError`` where the encoder cannot be loaded.
    """
    return _run(Desk(*intake(inputs)), settings or Settings(), as_of, progress)


def check(
    draft: Inputs,
    against: Inputs | Reference,
    *,
    settings: Settings | None = None,
    as_of: date | None = None,
    lines: Lines | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check a draft (or several) before publication against what other articles say.

    ``draft`` and ``against`` are each what ``report`` takes; a ``Reference`` holds articles open for
    many drafts. Findings come in the order of the draft, with the draft's claim as ``a``; drafts are
    not compared with each other, nor the articles among themselves except to date them. An undated
    draft counts as written on the reader's day. ``lines`` are the lines to check (from 1) by the
    file's name in the report, all of a draft where it
    has none. Raises what ``report`` raises, and ``InputError`` where either side holds nothing readable.
    """
    if not isinstance(against, Reference):
        return _run(on_desk(draft, against, lines), settings or Settings(), as_of, progress)
    desk = on_desk(draft, against.sources, lines)
    return _run(replace(desk, notices=(*against.notices, *desk.notices)), settings or Settings(), as_of, progress, against)


def _run(desk: Desk, settings: Settings, as_of: date | None, watching: Progress | None, held: Reference | None = None) -> Report:
    progress = watching or notebook_progress()
    encoder = held.encoder if held else chosen_encoder(settings)
    readings = tuple((held and held.reading(source)) or read_claims(source) for source in progress.track(desk.sources, "reading"))
    if desk.drafts and held is None:
        held = Reference([r for r in readings if r.source.file not in desk.drafts], encoder, settings, progress=progress)
    known = own_dates(readings)
    day, basis, more = readers_day(as_of or settings.as_of, known)
    known |= {file: Published(Interval.day(day), "draft") for file in desk.drafts if file not in known}
    review, more_said = review_of(desk.sources, desk.drafts, settings.baseline, settings.dismissals)
    run = _Run(readings, encoder, settings, day, known, progress, desk, review, held, each_of_its_own=basis != "given" and not desk.drafts)
    settled = run.workings.settled
    idle = () if desk.lines or settings.min_confidence else review.idle(settled.findings)
    return Report(
        run=run.facts(day, basis) | review.facts(),
        notices=(*desk.notices, *more, *calibration_notices(encoder), *notices_on(readings, day), *run.left_out(), *more_said, *idle),
        sources=run.rows(),
        findings=settled.findings,
        readings=run.dated_readings(),
        unsupported=settled.unsupported,
        workings=run.workings,
    )


class _Run:
    """One report in the making: date the sources, judge the pairs, pick what is shown."""

    def __init__(
        self,
        readings: tuple[Reading, ...],
        encoder: Encoder,
        settings: Settings,
        as_of: date,
        known: Mapping[str, Published],
        progress: Progress,
        desk: Desk,
        review: Review,
        held: Reference | None,
        *,
        each_of_its_own: bool,
    ) -> None:
        self._readings, self._encoder, self._settings, self._as_of, self._desk = readings, encoder, settings, as_of, desk
        raw = tuple(c for r in readings for c in r.claims)
        self.published: dict[str, Published] = dict(known)
        self._asked = desk.asked(readings)
        self._least = min_similarity(settings, encoder)
        matching = (encoder, settings.top_k, self._least, desk.drafts, self._is_asked)
        if held is not None:
            dated = held.dated(as_of)
            self.published |= dated.published
            datings, claims = dated.datings, {**dated.claims, **self._with_times(c for c in raw if c.file in desk.drafts)}
            matcher = Matcher(tuple(claims.values()), *matching)
            self.pairs = matcher.judge(claims, progress)
        else:
            claims = self._with_times(raw)
            matcher = Matcher(tuple(claims.values()), *matching)
            self.pairs = matcher.judge(claims, progress)
            stories = storylines(claims.values(), self.pairs)
            telling = [pair for pair in self.pairs if not are_of_two_stories(pair, stories)]
            datings = date_from_others(readings, claims, telling, known, as_of)
            if datings:
                self.published |= {file: dated.published for file, dated in datings.items()}
                claims = self._with_times(raw)
                self.pairs = matcher.judge_again(self.pairs, claims, datings, progress)
        self._looked_at = matcher.looked_at
        self._nli = chosen_nli(settings)
        if self._nli is not None:
            self.pairs = with_opinions(self.pairs, self._nli, model())
        self.claims = claims
        self.families = families(readings)
        stories = storylines(claims.values(), self.pairs)
        days = day_of_each(self.published, stories if each_of_its_own else {}, known, as_of)
        self._stale = {f for f, p in self.published.items() if f not in desk.drafts and stale.is_stale(p, days[f])}
        settling = Settling(
            readings=readings,
            claims=claims,
            published=self.published,
            families=self.families,
            datings=datings,
            old=self._stale,
            drafts=desk.drafts,
            asked=self._asked,
            stories=stories,
            days=days,
            severity=settings.severity,
            min_confidence=settings.min_confidence,
            review=review,
        )
        in_order = tuple(claims[c.id] for c in matcher.claims)
        self.workings = Workings(in_order, matcher.vectors, encoder, self.pairs, settling, settling.settle(self.pairs))

    def _is_asked(self, left: Claim, right: Claim) -> bool:  # noqa: ARG002 - the matcher's arguments
        """Whether a pair is reported: every one, or those of the draft's claims that are asked about."""
        return not self._desk.drafts or left.id in self._asked

    def left_out(self) -> Iterator[Notice]:
        """The claims of drafts that stand on lines nobody asked about."""
        for reading in self._readings:
            file = reading.source.file
            number = sum(c.id not in self._asked for c in reading.claims) if file in self._desk.drafts else 0
            if number:
                yield Notice("unchanged", f"{number} of {len(reading.claims)} claims stand on lines that were not to be checked", file)

    def _with_times(self, raw: Iterable[Claim]) -> dict[str, Claim]:
        return {c.id: with_times(c, self.published.get(c.file)) for c in raw}

    def rows(self) -> tuple[SourceRow, ...]:
        """The table of sources."""
        return tuple(
            SourceRow(
                file=r.source.file,
                lang=r.source.lang,
                title=r.source.title.of(r.source.text) if r.source.title else "",
                published=self.published[r.source.file],
                stale=r.source.file in self._stale,
                stale_evidence=stale.evidence(self.published[r.source.file], self.claims) if r.source.file in self._stale else (),
                family=self.families[r.source.file],
                claims=len(r.claims),
            )
            for r in self._readings
        )

    def dated_readings(self) -> tuple[Reading, ...]:
        """The readings with publication dates and event times filled in."""
        return tuple(
            replace(r, source=replace(r.source, published=self.published[r.source.file]), claims=tuple(self.claims[c.id] for c in r.claims))
            for r in self._readings
        )

    def facts(self, day: date, basis: str) -> dict[str, object]:
        """What stands under ``run`` in the report."""
        same = sum(p.pair.same_event >= 0.5 for p in self.pairs)
        checked = {"drafts": sorted(self._desk.drafts)} if self._desk.drafts else {}
        return checked | {
            "version": version("claim-consistency-checker"),
            "encoder": {"name": self._encoder.name, "revision": self._encoder.revision},
            **({"nli": {"name": self._nli.name, "revision": self._nli.revision}} if self._nli else {}),
            "as_of": {"value": day.isoformat(), "basis": basis},
            "thresholds": {
                "top_k": self._settings.top_k,
                "min_similarity": self._least,
                "min_confidence": self._settings.min_confidence,
            },
            "pairs": {
                "looked_at": self._looked_at,
                "compared": len(self.pairs),
                "same_event": same,
                "suppressed": self.workings.settled.counts(),
            },
        }
