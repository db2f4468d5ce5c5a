"""Articles held open to check drafts against: read once, set against each other once, for any number of drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checker.chosen import chosen_encoder, min_similarity
from checker.dating import Dating
from checker.encoders import Encoder
from checker.event_time import with_times
from checker.intake import Inputs, intake
from checker.matching import Matcher
from checker.model import Notice
from checker.progress import NO_PROGRESS, Progress
from checker.settings import Settings
from checker.undated import date_from_others, is_to_date
from claims.dateline import candidates, choose
from claims.extract import extract
from claims.model import Claim, Published, Reading, Source

_DAYS_REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class Dated:
    """The articles as a reader on one day takes them: what undated ones were taken for, when each appeared, claims by id."""

    datings: Mapping[str, Dating]
    published: Mapping[str, Published]
    claims: Mapping[str, Claim]


def read_claims(source: Source) -> Reading:
    """A source with the date it gives itself, and its claims."""
    return extract(replace(source, published=choose((*source.dates, *candidates(source)))))


def own_dates(readings: Sequence[Reading]) -> dict[str, Published]:
    """The dates that sources give themselves, by file."""
    return {r.source.file: r.source.published for r in readings if r.source.published is not None}


class Reference:
    """What drafts are checked against. A draft never changes it: what is in doubt dates nothing.

    ``check(draft, reference)`` gives what ``check(draft, against)`` gives for the same articles,
    without reading and comparing them again.
    """

    def __init__(
        self,
        readings: Sequence[Reading],
        encoder: Encoder,
        settings: Settings,
        notices: Sequence[Notice] = (),
        progress: Progress = NO_PROGRESS,
    ) -> None:
        self.readings, self.encoder, self.notices = tuple(readings), encoder, tuple(notices)
        self._by_source = {id(reading.source): reading for reading in readings}
        self._known = own_dates(readings)
        self._raw = [claim for reading in readings for claim in reading.claims]
        self._claims = {claim.id: with_times(claim, self._known.get(claim.file)) for claim in self._raw}
        matcher = Matcher(tuple(self._claims.values()), encoder, settings.top_k, min_similarity(settings, encoder), wanted=self._dates)
        self._pairs = matcher.judge(self._claims, progress)
        self._dated: dict[date, Dated] = {}

    @classmethod
    def read(cls, against: Inputs, settings: Settings | None = None, progress: Progress = NO_PROGRESS) -> Reference:
        """The articles in ``against``, which is what ``report`` takes. Raises what ``report`` raises."""
        chosen = settings or Settings()
        sources, notices = intake(against)
        readings = [read_claims(source) for source in progress.track(sources, "reading")]
        return cls(readings, chosen_encoder(chosen), chosen, notices, progress)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The articles."""
        return tuple(reading.source for reading in self.readings)

    @property
    def claims(self) -> int:
        """How many claims they hold."""
        return len(self._claims)

    def reading(self, source: Source) -> Reading | None:
        """What was read from one of the articles; ``None`` for any other source."""
        return self._by_source.get(id(source))

    def dated(self, as_of: date) -> Dated:
        """The articles as a reader on this day takes them."""
        if as_of not in self._dated:
            if len(self._dated) >= _DAYS_REMEMBERED:
                self._dated.clear()
            datings = date_from_others(self.readings, self._claims, self._pairs, self._known, as_of)
            published = {**self._known, **{file: dating.published for file, dating in datings.items()}}
            again = {claim.id: with_times(claim, published[claim.file]) for claim in self._raw if claim.file in datings}
            self._dated[as_of] = Dated(datings, published, self._claims | again)
        return self._dated[as_of]

    def _dates(self, left: Claim, right: Claim) -> bool:
        """Whether a pair may help to date one side by the other."""
        return is_to_date(self._known.get(left.file)) or is_to_date(self._known.get(right.file))
