"""Bounds on the day an undated source appeared, from its own words and from what others call people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.matching import JudgedPair
from checker.model import Level, Type
from claims import gazetteer
from claims.landmarks import written_when
from claims.model import Claim, Clue, Event, Interval, Name, Published, Reading, Status, Time, TimeBasis

FIRST_DAY = date(1990, 1, 1)
"""Nothing read here is taken to be older."""
HANDOVER = timedelta(days=31)
"""Terms of office are known to the month."""
_PENDING = frozenset({Status.PLANNED, Status.EXPECTED, Status.POSTPONED, Status.CANCELLED})
_LEAD_CLAIMS = 5


@dataclass(frozen=True, slots=True)
class Constraint:
    """A clue that the day of publication lies in ``interval``, with its weight."""

    interval: Interval
    weight: float
    clue: Clue


def clue_of(claim: Claim, says: str) -> Clue:
    """A clue that points at a claim."""
    return Clue(claim.text, says, claim.file, claim.span.start, claim.span.end)


def bounds_of(
    reading: Reading, claims: Mapping[str, Claim], pairs: Sequence[JudgedPair], dated: Mapping[str, Published]
) -> list[Constraint]:
    """All bounds on the publication of one source."""
    mine = [claims[c.id] for c in reading.claims]
    others = [c for c in claims.values() if c.file != reading.source.file and c.file in dated]
    return [
        *_past_events(mine),
        *_landmarks(reading.claims),
        *_terms_of_office(mine),
        *_former_elsewhere(mine, others),
        *_ended_states(reading, pairs, dated),
    ]


def _past_events(mine: Sequence[Claim]) -> list[Constraint]:
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


def _landmarks(mine: Sequence[Claim]) -> list[Constraint]:
    """Near a public event that is said to be coming or running; not before one that is mentioned.

    ``mine`` are the claims as read: of a page that only tells when it was edited, "next month" must
    not count from that day.
    """
    found = {}
    for claim in mine:
        for clue in written_when(claim.sentence, claim.facets):
            weight = 2.5 if clue.firm else 2.2
            found[claim.sentence.start, clue.says] = Constraint(clue.interval, weight, clue_of(claim, clue.says))
    return [found[key] for key in sorted(found)]


def _terms_of_office(mine: Sequence[Claim]) -> list[Constraint]:
    """Within the term of whoever is named as holding an office now."""
    found = []
    for claim in mine:
        if claim.event_time.basis is TimeBasis.EXPLICIT:
            continue  # told of a dated past: the office was held then
        for name in claim.all(Name):
            if not name.known or name.role is None or name.tense != "current":
                continue
            for term in [t for t in gazetteer.terms(name.key) if t.office == name.role][-1:]:
                end = None if term.end is None else term.end + HANDOVER
                says = f"names {name.text} as {name.role.replace('_', ' ')} ({term.start or '…'} to {term.end or 'now'})"
                found.append(Constraint(Interval(term.start, end), 2.0, clue_of(claim, says)))
    return found


def _former_elsewhere(mine: Sequence[Claim], others: Sequence[Claim]) -> list[Constraint]:
    """Before the end of office of a person whom others call former, and whom this text, from its lead on, does not."""
    former: dict[str, Claim] = {}
    for claim in others:
        for name in claim.all(Name):
            if name.known and name.tense == "former":
                former.setdefault(name.key, claim)
    told: dict[str, list[str]] = defaultdict(list)
    for claim in mine:
        for name in claim.all(Name):
            told[name.key].append(name.tense)
    lead = {n.key for c in mine[:_LEAD_CLAIMS] for n in c.all(Name)}
    found = []
    for key in sorted(former.keys() & lead):
        ends = [t.end for t in gazetteer.terms(key)]
        if "former" in told[key] or not ends or None in ends:
            continue
        last = max(e for e in ends if e is not None)
        found.append(
            Constraint(
                Interval(None, last + HANDOVER), 1.5, clue_of(former[key], f"calls former, since {last}, one who acts in office here")
            )
        )
    return found


def _ended_states(reading: Reading, pairs: Sequence[JudgedPair], dated: Mapping[str, Published]) -> list[Constraint]:
    """Before a dated event elsewhere that ended a state this source tells as lasting."""
    found = []
    for judged in pairs:
        for here, there in ((judged.pair.left, judged.pair.right), (judged.pair.right, judged.pair.left)):
            if here.file != reading.source.file or there.file not in dated or judged.pair.same_event < 0.5:
                continue
            opposed = any(j.type in (Type.POLARITY, Type.STATUS) and j.outcome.level is Level.CONFLICT for j in judged.judged)
            ended, published = there.event_time, dated[there.file].interval
            lasting = here.event_time.basis is TimeBasis.DEFAULT
            if opposed and lasting and ended.basis is TimeBasis.EXPLICIT and ended.interval.gap_days(published) > 60:
                clue = clue_of(there, f"says otherwise since {ended.interval}")
                found.append(Constraint(Interval(None, ended.interval.latest), 1.0, clue))
    return found
