"""Dating sources that carry no date: from their own words and from what dated sources say.

Three kinds of clue, each kept with its words:

- *Bounds* no later or no earlier than a day: a past event the text dates itself, an office a
  person is said to hold, a person whom others call "former" and this text does not, a public
  event that is said to be coming or running (``checker.bounds``).
- *Votes* for a day: claims of dated sources that agree with claims here give the day of an event
  that this source tells as "on Wednesday" or as fresh news.
- *Votes for an earlier event*: dated sources look back ("the worst since June 2014"), and this
  source tells of that event as news.

The story of the dated sources comes first: agreement speaks for it, and what cannot be true of one
event (another rank in a series, another holder of an office) against it. Where it cannot be this
source's story, the events that the dated sources look back on are tried. Where nothing decides, the
bounds alone stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.bounds import FIRST_DAY, Constraint, bounds_of, clue_of
from checker.gate import keys_of
from checker.matching import JudgedPair
from checker.model import Basis, Level, Type, Verdict
from claims.model import Claim, Clue, Concept, Event, Interval, Name, Ordinal, Published, Reading, Time, TimeBasis

LEAST = 0.6
"""A story of this weight is taken for the source's own without looking further."""
ONE_STORY = 0.5
"""Likelihood of one event from which a clash of two claims counts against one story."""
LIKELY = 0.4
"""Likelihood of one fact from which a claim of a dated source votes at all."""
CLEARLY = 0.5
"""By so much an earlier event must outweigh what is left of a story after all that speaks against it."""
LEAST_EARLIER = 0.8
"""What speaks for an earlier event at least: more than two names or happenings that one dated source tells of it."""
AGAINST = 0.3
"""Unless this much speaks against the story, a source is not moved to an event that others look back on."""
TOGETHER = 1.4
"""What speaks for an earlier event and what speaks against the story come to so much: the less of the one, the more of the other."""
APART = 0.2
"""By so much the likeliest earlier event must outweigh one of another time."""
FRESH_DAYS = 3
"""News without a day of its own is taken to be told within this many days."""
LOOKING_BACK_DAYS = 60
"""An event told of this long after it happened is looked back on, not reported."""
_NUMBERED_LATER = 0.6
_EARLIER_ONES = frozenset({"previous", "previously", "earlier"})
_ENCOUNTERS = frozenset({"visit", "meeting", "meet", "talk", "talks"})
_LENGTH = {"day": 0, "month": 31, "year": 365}
SAME_TOPIC = 0.7
"""What a clash weighs at least: rules compare only claims that have a topic in common."""
_LEAD_CLAIMS = 5
_ANOTHER_EVENT = {Type.ORDINAL: 2.0, Type.IDENTITY: 1.5, Type.NUMBER: 0.35}
"""How much a clash of a type speaks against one event, where agreement counts 1 a claim."""


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
    window, kept, against = _meet(Interval(min(FIRST_DAY, as_of), as_of), bounds_of(reading, claims, pairs, dated))
    best = max(
        (h for h in _hypotheses(reading, claims, pairs, dated) if h.interval.overlaps(window)),
        key=lambda h: (h.weight, h.interval.earliest or FIRST_DAY),
        default=None,
    )
    if best is None:
        return Dating(Published(window, "inferred" if kept else "unknown", _distinct(k.clue for k in kept)), tuple(against))
    day = window.intersect(best.interval) or window
    return Dating(Published(day, "inferred", _distinct([*best.clues, *(k.clue for k in kept)])), tuple(against))


def _meet(start: Interval, bounds: Iterable[Constraint]) -> tuple[Interval, list[Constraint], list[Clue]]:
    """Intersect the bounds, weightiest first; those that do not fit are set aside."""
    window, kept, against = start, list[Constraint](), list[Clue]()
    for bound in sorted(bounds, key=lambda b: (-b.weight, b.clue.file or "", b.clue.start or 0)):
        met = window.intersect(bound.interval)
        if met is None:
            against.append(bound.clue)
            continue
        if met != window:
            kept.append(bound)
        window = met
    return window, kept, against


def _distinct(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    return tuple({(c.file, c.start): c for c in clues}.values())


# --- hypotheses -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Hypothesis:
    """An interval in which the source may have appeared, with the weight of what speaks for it."""

    interval: Interval
    weight: float
    clues: tuple[Clue, ...]
    against: float = 0.0


_Sided = tuple[Claim, Claim, JudgedPair]


def _hypotheses(
    reading: Reading, claims: Mapping[str, Claim], pairs: Sequence[JudgedPair], dated: Mapping[str, Published]
) -> list[_Hypothesis]:
    """The story of the dated sources, if it can be this source's; otherwise the events they look back on."""
    lead = reading.claims[:_LEAD_CLAIMS]
    now = [s for s in _sides(reading.source.file, pairs, dated) if not _looks_back(s[1], dated)]
    others = [c for c in claims.values() if c.file in dated]
    story = _current(now, lead, [c for c in others if not _looks_back(c, dated)])
    is_numbered_later = _is_numbered_later(lead, others)
    if story.weight >= LEAST and not is_numbered_later:
        return [story]
    # The first of a series is another event than the second, however much the two reports share.
    least = LEAST_EARLIER if is_numbered_later else max(story.weight + CLEARLY, LEAST_EARLIER, TOGETHER - story.against)
    earlier = [h for h in _earlier(lead, others, dated) if h.weight >= least] if story.against >= AGAINST else []
    if _is_a_tie(earlier):
        earlier = []
    if story.weight >= LEAST and not earlier:
        return [story]
    in_doubt_but_likely = story.weight >= LEAST - CLEARLY / 2 and story.weight + story.against >= 1.0
    return earlier or ([story] if in_doubt_but_likely else [])


def _is_a_tie(found: Sequence[_Hypothesis]) -> bool:
    """Whether the likeliest of several earlier events is hardly likelier than another of another time: then none is chosen."""
    ranked = sorted(found, key=lambda h: -h.weight)
    return any(h.weight > ranked[0].weight - APART and not h.interval.overlaps(ranked[0].interval) for h in ranked[1:])


def _sides(file: str, pairs: Sequence[JudgedPair], dated: Mapping[str, Published]) -> Iterable[_Sided]:
    """(claim here, claim of a source with a date of its own, pair) of every pair that joins the two."""
    for judged in pairs:
        for here, there in ((judged.pair.left, judged.pair.right), (judged.pair.right, judged.pair.left)):
            if here.file == file and there.file in dated:
                yield here, there, judged


def _looks_back(claim: Claim, dated: Mapping[str, Published]) -> bool:
    """Whether a claim tells of something long before its own article."""
    event, published = claim.event_time, dated[claim.file].interval
    return (
        event.basis is not TimeBasis.DEFAULT and event.interval.before(published) and event.interval.gap_days(published) > LOOKING_BACK_DAYS
    )


def _current(sides: Sequence[_Sided], lead: Sequence[Claim], others: Sequence[Claim]) -> _Hypothesis:
    """The story as the dated sources tell it: agreements vote for days, other events' marks against all of it.

    Where nothing votes, only what speaks against it is told, and the interval is open.
    """
    votes: dict[str, tuple[Constraint, bool]] = {}
    against: dict[tuple[str, Type], float] = {}
    leading = {c.id for c in lead}
    for here, there, pair in sides:
        for kind, weight in _marks_of_another_event(pair) if pair.pair.same_event >= ONE_STORY else ():
            against[here.id, kind] = max(against.get((here.id, kind), 0.0), weight * max(pair.pair.same_event, SAME_TOPIC))
        told = _told_from(here, there.event_time.interval) if pair.decision.verdict is not Verdict.CONTRADICTION else None
        if told is None or pair.pair.same_event < 0.5 or pair.agreement < LIKELY:
            continue
        interval, precise = told
        certain = 1.0 if there.event_time.basis is not TimeBasis.DEFAULT else 0.5
        agree = pair.agreement
        weight = round(agree * certain * (1.0 if precise else 0.6 if here.id in leading else 0.3), 4)
        vote = Constraint(interval, weight, clue_of(there, f"dates the same event {there.event_time.interval}"))
        if here.id not in votes or votes[here.id][0].weight < weight:
            votes[here.id] = vote, precise
    doubt = sum(against.values()) + _NUMBERED_LATER * _is_numbered_later(lead, others)
    if not votes:
        return _Hypothesis(Interval(None, None), round(-doubt, 4), (), round(doubt, 4))
    precise_votes = [v for v, precise in votes.values() if precise]
    interval, chosen = _where_most_meet(precise_votes or [v for v, _ in votes.values()])
    if precise_votes and interval.earliest is not None:
        # The newest event told as news was told within days.
        newest = max(v.interval.earliest for v in chosen if v.interval.earliest is not None)
        interval = interval.intersect(Interval(newest, newest + timedelta(days=FRESH_DAYS))) or interval
    interval = after_its_weekdays(interval, chosen, lead)
    weight = sum(v.weight for v, _ in votes.values()) - doubt
    strongest = sorted(chosen, key=lambda v: (-v.weight, v.clue.file or "", v.clue.start or 0))[:4]
    return _Hypothesis(interval, round(weight, 4), tuple(v.clue for v in strongest), round(doubt, 4))


def after_its_weekdays(interval: Interval, votes: Sequence[Constraint], lead: Sequence[Claim]) -> Interval:
    """The interval, no earlier than the weekday with which the lead opens, counted from the day the story begins.

    A report of Monday's blast that opens with the toll "by Wednesday evening" was written on Wednesday or later.
    """
    start = min((v.interval.earliest for v in votes if v.interval.earliest is not None), default=None)
    if start is None or interval.earliest is None or interval.latest is None:
        return interval
    told = (dict(t.arguments) for c in lead for t in c.all(Time) if t.rule == "weekday")
    weekday = next((d.get("weekday") for d in told if d.get("direction") == "past"), None)
    newest = start + timedelta(days=(weekday - start.weekday()) % 7) if isinstance(weekday, int) else start
    if newest <= interval.earliest:
        return interval
    return Interval(newest, max(interval.latest, newest + timedelta(days=FRESH_DAYS)))


def _earlier(lead: Sequence[Claim], others: Sequence[Claim], dated: Mapping[str, Published]) -> list[_Hypothesis]:
    """Events that dated sources look back on and that share names and happenings with this source's lead."""
    mine = frozenset(key for c in lead for key in keys_of(c))
    happenings = frozenset(kind for c in lead for kind in _happenings(c))
    told: list[tuple[Interval, str, float, Clue]] = []
    for there in others:
        shared = len(mine & keys_of(there)) / 4
        earlier_one = 0.5 * any(c.id in _EARLIER_ONES for c in there.all(Concept))
        alike = bool(shared and (earlier_one or happenings & _happenings(there)))
        for interval in _looked_back_on(there, dated) if alike else ():
            clue = clue_of(there, f"looks back on such an event, {interval}")
            told.append((interval, there.file, min(shared + earlier_one, 1.0), clue))
    found = []
    for interval in sorted({t[0] for t in told}, key=str):
        by_file: dict[str, tuple[float, Clue]] = {}
        for other, file, weight, clue in told:
            if other.overlaps(interval) and by_file.get(file, (0.0, clue))[0] < weight:
                by_file[file] = weight, clue
        assert interval.latest is not None
        length = (interval.latest - interval.earliest).days if interval.earliest else 0
        days = interval if length > FRESH_DAYS else Interval(interval.earliest, interval.latest + timedelta(days=FRESH_DAYS))
        # A month is a better answer than the year that holds it.
        fine = 0.1 if length < 40 else 0.0
        clues = tuple(by_file[f][1] for f in sorted(by_file))
        found.append(_Hypothesis(days, round(sum(w for w, _ in by_file.values()) + fine, 4), clues))
    return found


def _happenings(claim: Claim) -> frozenset[str]:
    """What happened in a claim; meetings, visits and talks of leaders are one kind."""
    return frozenset("encounter" if e.frame in _ENCOUNTERS else e.concept for e in claim.all(Event))


def _looked_back_on(claim: Claim, dated: Mapping[str, Published]) -> list[Interval]:
    """Times long before its article that a claim tells of: its own event's, or that since when something is first or worst."""
    published = dated[claim.file].interval
    found = []
    for time in claim.all(Time):
        interval = time.interval
        if time.basis is TimeBasis.DEFAULT or interval is None or interval.earliest is None:
            continue
        if time.role == "since" and time.granularity in _LENGTH:
            interval = Interval(interval.earliest, interval.earliest + timedelta(days=_LENGTH[time.granularity]))
        if interval.is_closed and interval.before(published) and interval.gap_days(published) > LOOKING_BACK_DAYS:
            found.append(interval)
    return found


def _is_numbered_later(lead: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether dated sources give a later place to what this source's lead calls the first (second ...) of its kind."""
    people = {n.key for c in lead for n in c.all(Name) if n.type in ("PER", "ORG")}
    for here in lead:
        for there in others if not _is_limited(here) else ():
            if not people & {n.key for n in there.all(Name)}:
                continue
            for a in here.all(Ordinal):
                if any(_one_series(a.series, b.series) and 0 < a.rank < b.rank for b in there.all(Ordinal)):
                    return True
    return False


def _is_limited(claim: Claim) -> bool:
    """Whether a claim numbers within a stretch of time only ("the first since 2018")."""
    return any(t.role in ("since", "duration") for t in claim.all(Time))


def _one_series(a: str | None, b: str | None) -> bool:
    return a == b or None in (a, b) or "occasion" in (a, b) or {a, b} <= _ENCOUNTERS


def _marks_of_another_event(pair: JudgedPair) -> Iterable[tuple[Type, float]]:
    """Clashes that one event cannot explain: another rank in the series, another holder of the office."""
    for judged in pair.judged:
        outcome = judged.outcome
        clash = outcome.level is Level.CONFLICT
        if judged.type is Type.IDENTITY:
            clash = clash and outcome.basis is Basis.PARSED
        if clash and judged.type in _ANOTHER_EVENT:
            yield judged.type, _ANOTHER_EVENT[judged.type] * outcome.weight


def _where_most_meet(votes: Sequence[Constraint]) -> tuple[Interval, list[Constraint]]:
    """The interval in which the votes of greatest joint weight meet, the earliest of equals."""
    best: tuple[float, Interval, list[Constraint]] = (-1.0, Interval(None, None), [])
    for start in sorted({v.interval.earliest for v in votes if v.interval.earliest is not None}):
        inside = [v for v in votes if v.interval.overlaps(Interval.day(start))]
        weight = round(sum(v.weight for v in inside), 6)
        if weight > best[0]:
            met = Interval(None, None)
            for vote in sorted(inside, key=lambda v: -v.weight):
                met = met.intersect(vote.interval) or met
            best = (weight, met, inside)
    return best[1], best[2]


def _told_from(claim: Claim, event: Interval) -> tuple[Interval, bool] | None:
    """When a text that tells of ``event`` in these words was written, and whether they are precise.

    The inverse of resolving a relative time: "on Wednesday" of an event on a known Wednesday is
    written that day or within the week; "yesterday" the day after.
    """
    if event.earliest is None or event.latest is None:
        return None
    relative = [t for t in claim.all(Time) if t.basis is TimeBasis.RELATIVE]
    for time in relative:
        arguments = dict(time.arguments)
        if time.rule == "weekday" and event.is_day:
            if arguments.get("weekday") != event.earliest.weekday():
                return None
            return Interval(event.earliest, event.earliest + timedelta(days=6)), True
        if time.rule == "offset" and arguments.get("unit") == "day" and isinstance(offset := arguments.get("offset"), int):
            return Interval(event.earliest - timedelta(days=offset), event.latest - timedelta(days=offset)), True
    if any(t.basis is TimeBasis.EXPLICIT and t.role == "at" for t in claim.all(Time)):
        return None
    return Interval(event.earliest, event.latest + timedelta(days=FRESH_DAYS)), False
