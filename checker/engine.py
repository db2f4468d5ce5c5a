"""The main job: from paths, texts or a frame to a report; and from two sentences to a comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from importlib.metadata import version

from checker import dating, stale
from checker.encoders import Encoder, load_encoder
from checker.event_time import with_times
from checker.families import families
from checker.grouping import findings
from checker.intake import Inputs, intake
from checker.matching import JudgedPair, Matcher
from checker.model import Notice, Verdict
from checker.notices import notices_on
from checker.progress import NO_PROGRESS, Progress
from checker.report import Report, SourceRow
from checker.settings import Settings
from checker.sifting import sift
from checker.stale_findings import stale_findings
from claims.dateline import candidates, choose
from claims.extract import extract
from claims.model import Claim, Published, Reading, Source


def report(inputs: Inputs, *, settings: Settings | None = None, as_of: date | None = None, progress: Progress = NO_PROGRESS) -> Report:
    """Read articles, compare them all with each other, and report.

    ``inputs`` are paths (files or folders), ``Source`` objects, or a pandas frame with a ``text``
    column (and, where it has them, ``source``, ``published``, ``lang``). Raises ``InputError``
    where nothing can be read at all and ``ModelError`` where the encoder cannot be loaded.
    """
    chosen = settings or Settings()
    sources, notices = intake(inputs)
    encoder = load_encoder(chosen.encoder)
    readings = tuple(_read(source) for source in progress.track(sources, "reading"))
    known = {r.source.file: r.source.published for r in readings if r.source.published is not None}
    day, basis, more = _readers_day(as_of or chosen.as_of, known)
    run = _Run(readings, encoder, chosen, day, known, progress)
    notices = [*notices, *more, *notices_on(readings, day)]
    made = (*run.stale_findings, *findings(run.shown_pairs, run.families, run.published, chosen.severity))
    kept = tuple(f for f in made if f.confidence >= chosen.min_confidence)
    return Report(
        run=run.facts(day, basis, below=len(made) - len(kept)),
        notices=tuple(sorted(notices, key=lambda n: (n.file or "", n.code, n.message))),
        sources=run.rows(),
        findings=tuple(sorted(kept, key=lambda f: list(Verdict).index(f.verdict))),
        readings=run.dated_readings(),
    )


def _read(source: Source) -> Reading:
    published = choose((*source.dates, *candidates(source)))
    return extract(replace(source, published=published))


def _readers_day(wanted: date | None, known: Mapping[str, Published]) -> tuple[date, str, list[Notice]]:
    """The day the reader reads, how it is known, and a notice where it had to be taken from the clock."""
    if wanted is not None:
        return wanted, "given", []
    days = [p.interval.latest for p in known.values() if p.interval.latest is not None]
    if days:
        return max(days), "newest publication date", []
    notice = Notice("no-date", "no source carries a date: read as of today; give the day with --as-of for a repeatable report")
    return date.today(), "today", [notice]


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
    ) -> None:
        self._readings, self._encoder, self._settings, self._as_of = readings, encoder, settings, as_of
        raw = tuple(c for r in readings for c in r.claims)
        matcher = Matcher(raw, encoder, settings.top_k, settings.min_similarity)
        self.published: dict[str, Published] = dict(known)
        claims = self._with_times(raw)
        pairs = matcher.judge(claims, progress)
        self.datings = self._date(claims, pairs)
        if self.datings:
            self.published |= {file: d.published for file, d in self.datings.items()}
            claims = self._with_times(raw)
            pairs = matcher.judge(claims, progress)
        self.claims, self.pairs = claims, pairs
        self.families = families(readings)
        self._stale = {f for f, p in self.published.items() if stale.is_stale(p, as_of)}
        old = [r for r in readings if r.source.file in self._stale]
        self.stale_findings = stale_findings(old, self.datings, self.published, claims, as_of, settings.severity)
        self.shown_pairs, self.suppressed = sift(pairs, self.published, self._stale, self.families)

    def _date(self, claims: Mapping[str, Claim], pairs: Sequence[JudgedPair]) -> dict[str, dating.Dating]:
        """Date the sources that carry no date, or only that of a later edit, from the others.

        A date of editing stands unless the clues put the text well before it: an old article
        touched up today is the very one that would be misread.
        """
        sure = {file: p for file, p in self.published.items() if p.basis != "modified"}
        found = {}
        for reading in self._readings:
            file = reading.source.file
            edited = self.published.get(file)
            if file in sure:
                continue
            latest = edited.interval.latest if edited else None
            dated = dating.infer(reading, claims, pairs, sure, min(latest or self._as_of, self._as_of))
            if edited is None or stale.is_stale(dated.published, self._as_of):
                found[file] = dated
        return found

    def _with_times(self, raw: Sequence[Claim]) -> dict[str, Claim]:
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

    def facts(self, day: date, basis: str, below: int) -> dict[str, object]:
        """What stands under ``run`` in the report; ``below`` findings did not reach the confidence asked for."""
        same = sum(p.pair.same_event >= 0.5 for p in self.pairs)
        reasons = Counter(s.reason for s in self.suppressed)
        if below:
            reasons["findings below the confidence asked for"] = below
        return {
            "version": version("claim-consistency-checker"),
            "encoder": {"name": self._encoder.name, "revision": self._encoder.revision},
            "as_of": {"value": day.isoformat(), "basis": basis},
            "thresholds": {
                "top_k": self._settings.top_k,
                "min_similarity": self._settings.min_similarity,
                "min_confidence": self._settings.min_confidence,
            },
            "pairs": {
                "looked_at": len(self.pairs),
                "same_event": same,
                "suppressed": dict(sorted(reasons.items())),
            },
        }
