"""What a landmark says about the day its sentence was written.

A cue ("starts", "will be held", "under way") near the landmark tells whether it is coming, running
or over; a relative time beside the cue tells how far away. The days on which the words would have
been true are found by resolving the time on each of them, so that every rule of
``claims.calendar`` counts. Without such words only this is known: things are mostly told once they
have begun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.calendar import resolve
from claims.facets.times.tense import direction
from claims.landmarks.cues import Cue, cues_of
from claims.landmarks.naming import Mention, mentions
from claims.landmarks.table import Landmark
from claims.model import Attribution, Event, Facet, Interval, Sentence, Span, Status, Time

COMING_DAYS = 400
"""What is told as coming, with no word of when, begins within so many days."""
RUNNING_SLACK = 3
"""Days by which a text may lag behind the first and last day of what it tells as running."""
_UNIT_DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
_TIME_REACH = 8  # tokens between a cue and its time
_SLACK = {"week": 3, "month": 3, "day": 1}  # "next week" may be meant loosely, and days differ by time zone
_YEARLY = frozenset({"month_day", "month", "season", "quarter"})
_UNDONE = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED, Status.UNCONFIRMED})
_AHEAD = frozenset({Status.PLANNED, Status.EXPECTED})
_VERBS = {"begins": "start", "ends": "end", "held": "be held", "enters": "happen"}


@dataclass(frozen=True, slots=True)
class AgeClue:
    """A bound on the day a sentence was written. One that is not ``firm`` may be wrong: it only says "hardly before"."""

    interval: Interval
    firm: bool
    says: str
    span: Span


def written_when(sentence: Sentence, facets: Sequence[Facet]) -> tuple[AgeClue, ...]:
    """What the landmarks of a sentence say about the day it was written, in the order of the text."""
    named = mentions(sentence)
    if not named:
        return ()
    cues = cues_of(sentence, named, facets)
    clues = (_clue(sentence, mention, cue, facets) for mention, cue in zip(named, cues, strict=True))
    return tuple(clue for clue in clues if clue is not None)


def _clue(sentence: Sentence, mention: Mention, cue: Cue | None, facets: Sequence[Facet]) -> AgeClue | None:
    landmark, words = mention.landmark, mention.span.of(sentence.text)
    about = f"'{words}' ({landmark.interval}, {landmark.source})"
    if cue is None:
        return AgeClue(_since(landmark), False, f"{about} is mentioned", mention.span)
    tense = _tense(sentence, mention, cue, facets)
    if tense == "undone":
        return None
    target = _target(landmark, cue.kind)
    if _points_elsewhere(mention, target, facets):
        return AgeClue(_since(landmark), False, f"{about} is mentioned beside another date", mention.span)
    for time in _times(sentence, mention, cue, tense, facets):
        interval = _days(time, target, tense)
        if interval is not None:
            says = f"{about} is said to {_VERBS[cue.kind]} '{time.text}'"
            return AgeClue(interval, True, says, mention.span)
    if tense in ("ahead", "coming"):
        return AgeClue(_before(landmark, cue.kind, tense), True, f"{about} is told as coming", mention.span)
    if tense in ("now", "running"):
        return AgeClue(landmark.interval.widen(RUNNING_SLACK), True, f"{about} is told as running", mention.span)
    return AgeClue(_since(landmark), False, f"{about} is mentioned", mention.span)


def _tense(sentence: Sentence, mention: Mention, cue: Cue, facets: Sequence[Facet]) -> str:
    """``ahead``, ``coming``, ``now``, ``running``, ``past``, ``undone`` (called off, denied, in doubt) or ``""``."""
    spans = (cue.span, *mention.words)
    events = [f for f in facets if isinstance(f, Event) and any(f.span.overlaps(s) for s in spans)]
    if any(e.negated or e.status in _UNDONE for e in events):
        return "undone"
    if cue.tense != "any":
        return cue.tense
    found = direction(sentence, cue.span)
    if found == "past":
        return "past"
    if found in ("future", "perhaps") or any(e.status in _AHEAD for e in events):
        return "ahead"
    return "now" if cue.kind == "held" and any(e.status is Status.ONGOING for e in events) else ""


def _since(landmark: Landmark) -> Interval:
    return Interval(landmark.interval.earliest, None)


def _bounds(landmark: Landmark) -> tuple[date, date]:
    first, last = landmark.interval.earliest, landmark.interval.latest
    assert first is not None
    assert last is not None
    return first, last


def _target(landmark: Landmark, kind: str) -> Interval:
    """The days meant by a cue of a kind, from those first planned where that changed."""
    first, last = _bounds(landmark)
    if kind in ("begins", "enters"):
        return Interval(landmark.planned or first, first)
    if kind == "ends":
        return Interval(last, last)
    return Interval(landmark.planned or first, last)


def _before(landmark: Landmark, kind: str, tense: str) -> Interval:
    """When a text can tell an event as coming; who will hold it is known many years before."""
    first, last = _bounds(landmark)
    if kind == "held" and tense == "ahead":
        return Interval(None, last)
    return Interval((landmark.planned or first) - timedelta(days=COMING_DAYS), last if kind == "ends" else first)


def _points_elsewhere(mention: Mention, target: Interval, facets: Sequence[Facet]) -> bool:
    """Whether an absolute date beside the landmark is not that of the event."""
    return any(
        f.interval is not None and not f.interval.overlaps(target) and not any(w.overlaps(f.span) for w in mention.words)
        for f in facets
        if isinstance(f, Time)
    )


def _times(sentence: Sentence, mention: Mention, cue: Cue, tense: str, facets: Sequence[Facet]) -> Iterator[Time]:
    """The relative times that may tell when, nearest to the cue first."""
    sayings = [f.span for f in facets if isinstance(f, Attribution)]
    near = []
    for time in facets:
        if not isinstance(time, Time) or any(w.overlaps(time.span) for w in mention.words):
            continue
        gap = _gap(sentence, time.span, cue.span)
        if gap <= _TIME_REACH and not any(_belongs(sentence, time.span, s, gap) for s in sayings if not s.overlaps(cue.span)):
            near.append((gap, time.span, _from(time, tense) if cue.kind == "begins" else time))
    return (time for _, _, time in sorted(near, key=lambda n: n[:2]) if _is_relative(time, tense))


def _from(time: Time, tense: str) -> Time:
    """The day from which on: with a beginning "from Friday" is Friday, the next one if it is ahead."""
    arguments = dict(time.arguments)
    if arguments.pop("bound", None) not in ("since", "from"):
        return time
    start = replace(time, arguments=tuple(sorted(arguments.items())), role="at")
    return _toward(start, "future") if tense == "ahead" and "direction" in arguments else start


def _belongs(sentence: Sentence, time: Span, saying: Span, gap: int) -> bool:
    """Whether a time rather tells when something was said: "said on Monday the games will open"."""
    first, last = sorted((time, saying))
    between = sentence.text[first.end : last.start]
    return not any(c in ",،;؛" for c in between) and _gap(sentence, time, saying) <= min(gap, 2)


def _gap(sentence: Sentence, one: Span, other: Span) -> int:
    """Tokens between two spans."""
    first, last = sorted((one, other))
    return sum(1 for t in sentence.tokens if first.end <= t.span.start and t.span.end <= last.start)


def _is_relative(time: Time, tense: str) -> bool:
    """Whether a time counts from the day of writing, in the direction of the cue."""
    arguments = dict(time.arguments)
    if time.interval is not None or time.role not in ("at", "duration") or arguments.get("bound"):
        return False
    steps = [v for name in ("offset", "year_offset", "week_offset", "shift", "amount") if isinstance(v := arguments.get(name), int)]
    looks = "past" if min(steps, default=0) < 0 or arguments.get("direction") == "past" else "future" if max(steps, default=0) > 0 else ""
    if tense == "past" and time.rule in _YEARLY:  # "began on 12 June" may be told in any later year
        return False
    return not (looks == "past" and tense in ("ahead", "coming", "now")) and not (looks == "future" and tense in ("past", "now"))


def _days(time: Time, target: Interval, tense: str) -> Interval | None:
    """The days of writing on which the time would have meant the target."""
    assert target.earliest is not None
    assert target.latest is not None
    slack = timedelta(days=_SLACK.get(time.granularity, 1))
    reach = slack + timedelta(days=_reach(time))
    first = target.earliest if tense in ("past", "now") else target.earliest - reach
    last = target.latest if tense in ("ahead", "coming", "now") else target.latest + reach
    readings = _readings(time, tense)
    true = [day for day in _each(first, last) if any(_means(reading, day, target) for reading in readings)]
    if not true:
        return None
    return Interval(max(true[0] - slack, first), min(true[-1] + slack, last))


def _reach(time: Time) -> int:
    """Days that a time can reach back or ahead."""
    arguments = dict(time.arguments)
    if time.rule in ("offset", "stretch"):
        count = arguments.get("offset", arguments.get("amount"))
        assert isinstance(count, int)
        return _UNIT_DAYS.get(str(arguments["unit"]), 3660) * (abs(count) + 1)
    return 800 if time.rule in _YEARLY or "year_offset" in arguments else 70


def _readings(time: Time, tense: str) -> tuple[Time, ...]:
    """The directions a time may have: beside a present tense ("opens on Friday") a weekday may lie ahead or behind."""
    if tense or "direction" not in dict(time.arguments):
        return (time,)
    directions = ("future",) if time.rule in _YEARLY else ("past", "future")
    return tuple(_toward(time, d) for d in directions)


def _toward(time: Time, looks: str) -> Time:
    return replace(time, arguments=tuple(sorted({**dict(time.arguments), "direction": looks}.items())))


def _means(time: Time, day: date, target: Interval) -> bool:
    """Whether a text of a day means the target by a time."""
    meant = resolve(time, Interval.day(day))
    return meant is not None and meant.overlaps(target)


def _each(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
