"""Dating sources that carry no date: from their own words and from what dated sources say.

Bounds and votes are gathered as constraints on the day of publication, each with its clue:

- *Bounds* from the text itself: a past event with an explicit date (not before it), an office
  a person is said to hold (within the term).
- *Bounds* from other sources: a state of things here that a dated event elsewhere ended (before it).
- *Votes* from aligned claims of dated sources: they give the day of an event that this source
  tells as "on Wednesday", "yesterday" or as fresh news. An event that the two number
  differently ("first", "second") is another event and gives no vote.

The day is where the heaviest consistent set of votes meets within the bounds. Clues that do not
fit are kept and shown as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.matching import JudgedPair
from checker.model import Level, Type
from claims import gazetteer
from claims.model import Claim, Clue, Event, Interval, Name, Published, Reading, Status, Time, TimeBasis

LEAST_VOTE = 0.5
"""Votes of less joint weight leave the source undated within its bounds."""
FRESH_DAYS = 3
"""News without a day of its own is taken to be told within this many days."""
FIRST_DAY = date(1990, 1, 1)
"""Nothing read here is taken to be older."""
_PENDING = frozenset({Status.PLANNED, Status.EXPECTED, Status.POSTPONED, Status.CANCELLED})
_LEAD_CLAIMS = 5


@dataclass(frozen=True, slots=True)
class Constraint:
    """A clue that the day of publication lies in ``interval``, with its weight (bounds weigh most)."""

    interval: Interval
    weight: float
    clue: Clue


@dataclass(frozen=True, slots=True)
class Dating:
    """What was inferred of one source: the date, and the clues that did not fit it."""

    published: Published
    against: tuple[Clue, ...] = ()


def infer(
    reading: Reading,
    claims: Mapping[str, Claim],
    pairs: Sequence[JudgedPair],
    dated: Mapping[str, Published],
    as_of: date,
) -> Dating:
    """Date one undated source. ``claims`` are all claims by id, resolved as far as known; ``pairs`` all judged pairs."""
    mine = [claims[c.id] for c in reading.claims]
    bounds = [*_own_past_events(mine), *_terms_of_office(mine), *_ended_states(reading, pairs, dated)]
    window, kept, against = _meet(Interval(FIRST_DAY, as_of), bounds)
    votes = [v for v in _votes(reading, pairs, dated) if v.interval.overlaps(window)]
    best, chosen = _heaviest(votes, window)
    if sum(v.weight for v in chosen) >= LEAST_VOTE:
        strongest = sorted(chosen, key=lambda v: (-v.weight, v.clue.file or "", v.clue.start or 0))[:4]
        return Dating(Published(best, "inferred", _distinct([v.clue for v in strongest] + [k.clue for k in kept])), tuple(against))
    basis = "inferred" if kept else "unknown"
    return Dating(Published(window, basis, _distinct([k.clue for k in kept])), tuple(against))


def _meet(start: Interval, bounds: Iterable[Constraint]) -> tuple[Interval, list[Constraint], list[Clue]]:
    """Intersect the bounds, weightiest first; those that do not fit are set aside."""
    window, kept, against = start, list[Constraint](), list[Clue]()
    for bound in sorted(bounds, key=lambda b: (-b.weight, b.clue.start or 0)):
        met = window.intersect(bound.interval)
        if met is None:
            against.append(bound.clue)
            continue
        if met != window:
            kept.append(bound)
        window = met
    return window, kept, against


def _heaviest(votes: Sequence[Constraint], window: Interval) -> tuple[Interval, list[Constraint]]:
    """The interval in which the votes of greatest joint weight meet."""
    best: tuple[float, Interval, list[Constraint]] = (0.0, window, [])
    for start in sorted({v.interval.earliest for v in votes if v.interval.earliest is not None}):
        inside = [v for v in votes if v.interval.overlaps(Interval.day(start))]
        weight = round(sum(v.weight for v in inside), 6)
        if weight > best[0]:
            met = window
            for vote in sorted(inside, key=lambda v: -v.weight):
                met = met.intersect(vote.interval) or met
            best = (weight, met, inside)
    return best[1], best[2]


def _distinct(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    return tuple({(c.file, c.start, c.says): c for c in clues}.values())


# --- bounds -----------------------------------------------------------------------------------


def clue_of(claim: Claim, says: str) -> Clue:
    """A clue that points at a claim."""
    return Clue(claim.text, says, claim.file, claim.span.start, claim.span.end)


def _own_past_events(mine: Sequence[Claim]) -> list[Constraint]:
    """Not before the newest event that the text dates itself and tells as past."""
    newest: Constraint | None = None
    for claim in mine:
        if any(e.status in _PENDING for e in claim.all(Event)):
            continue
        for time in claim.all(Time):
            begun = time.interval.earliest if time.interval is not None else None
            if time.basis is TimeBasis.EXPLICIT and time.role in ("at", "since") and begun is not None:
                clue = clue_of(claim, f"tells of {time.text} as past")
                if newest is None or begun > (newest.interval.earliest or FIRST_DAY):
                    newest = Constraint(Interval(begun, None), 3.0, clue)
    return [newest] if newest else []


def _terms_of_office(mine: Sequence[Claim]) -> list[Constraint]:
    """Within the term of whoever is named as holding an office now."""
    found = []
    for claim in mine:
        if claim.event_time.basis is TimeBasis.EXPLICIT:
            continue  # told of a dated past: the office was held then
        for name in claim.all(Name):
            if not name.known or name.role is None or name.tense != "current":
                continue
            terms = [t for t in gazetteer.terms(name.key) if t.office == name.role]
            for term in terms[-1:]:
                end = None if term.end is None else term.end + timedelta(days=31)
                clue = clue_of(claim, f"names {name.text} as {name.role.replace('_', ' ')} ({term.start or '…'} to {term.end or 'now'})")
                found.append(Constraint(Interval(term.start, end), 2.0, clue))
    return found


def _ended_states(reading: Reading, pairs: Sequence[JudgedPair], dated: Mapping[str, Published]) -> list[Constraint]:
    """Before a dated event elsewhere that ended a state this source tells as lasting."""
    found = []
    for here, there, pair in _sides(reading, pairs, dated):
        opposed = [j for j in pair.judged if j.type in (Type.POLARITY, Type.STATUS) and j.outcome.level is Level.CONFLICT]
        ended = there.event_time
        own_time = here.event_time.basis is not TimeBasis.DEFAULT
        if opposed and not own_time and ended.basis is TimeBasis.EXPLICIT and pair.pair.same_event >= 0.5:
            published = dated[there.file].interval
            if ended.interval.latest and published.earliest and (published.earliest - ended.interval.latest).days > 60:
                clue = clue_of(there, f"says otherwise since {ended.interval}")
                found.append(Constraint(Interval(None, ended.interval.latest), 1.0, clue))
    return found


# --- votes ------------------------------------------------------------------------------------


def _sides(reading: Reading, pairs: Sequence[JudgedPair], dated: Mapping[str, Published]) -> Iterable[tuple[Claim, Claim, JudgedPair]]:
    """(claim here, claim of a dated source, pair) of every pair that joins the two."""
    file = reading.source.file
    for judged in pairs:
        for here, there in ((judged.pair.left, judged.pair.right), (judged.pair.right, judged.pair.left)):
            if here.file == file and there.file in dated and dated[there.file].is_known:
                yield here, there, judged


def _votes(reading: Reading, pairs: Sequence[JudgedPair], dated: Mapping[str, Published]) -> list[Constraint]:
    sides = list(_sides(reading, pairs, dated))
    other_events = [there.event_time.interval.widen(FRESH_DAYS) for _, there, pair in sides if _numbered_differently(pair)]
    lead = {c.id for c in reading.claims[:_LEAD_CLAIMS]}
    votes = []
    for here, there, pair in sides:
        time = there.event_time
        if pair.pair.same_event < 0.5 or not time.interval.is_closed or _numbered_differently(pair):
            continue
        if any(time.interval.overlaps(other) for other in other_events):
            continue
        told = _told_from(here, time.interval)
        if told is None:
            continue
        interval, precise = told
        certain = 1.0 if time.basis is not TimeBasis.DEFAULT else 0.5
        weight = pair.pair.same_event * certain * (1.0 if precise else 0.5 if here.id in lead else 0.2)
        votes.append(Constraint(interval, round(weight, 4), clue_of(there, f"dates the same event {time.interval}")))
    return votes


def _numbered_differently(pair: JudgedPair) -> bool:
    return any(j.type is Type.ORDINAL and j.outcome.level is Level.CONFLICT for j in pair.judged)


def _told_from(claim: Claim, event: Interval) -> tuple[Interval, bool] | None:
    """When a text that tells of ``event`` in these words was written, and whether they are precise.

    The inverse of resolving a relative time: "on Wednesday" of an event on a known Wednesday is
    written that day or within the week; "yesterday" the day after.
    """
    assert event.earliest is not None
    assert event.latest is not None
    relative = [t for t in claim.all(Time) if t.interval is None or t.basis is TimeBasis.RELATIVE]
    for time in relative:
        arguments = dict(time.arguments)
        if time.rule == "weekday" and event.is_day:
            if arguments.get("weekday") != event.earliest.weekday():
                return None
            return Interval(event.earliest, event.earliest + timedelta(days=6)), True
        if time.rule == "offset" and arguments.get("unit") == "day" and isinstance(amount := arguments.get("amount"), int):
            return Interval(event.earliest - timedelta(days=amount), event.latest - timedelta(days=amount)), True
    if relative and not event.is_day:
        return Interval(event.earliest, event.latest), True
    if any(t.basis is TimeBasis.EXPLICIT and t.role == "at" for t in claim.all(Time)):
        return None
    return Interval(event.earliest, event.latest + timedelta(days=FRESH_DAYS)), False
