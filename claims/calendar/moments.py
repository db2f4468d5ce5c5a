"""Clock times with a zone as moments: a zone can move the day."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from claims.model import Time

_CLOCK, _ZONE = re.compile(r"(\d\d):(\d\d)"), re.compile(r"([+-])(\d\d):(\d\d)")


def moment(time: Time) -> datetime | None:
    """The moment of a clock time with its zone on a known day, in UTC; ``None`` where either is open."""
    arguments = dict(time.arguments)
    clock, zone = _CLOCK.fullmatch(str(arguments.get("clock"))), _ZONE.fullmatch(str(arguments.get("zone")))
    if clock is None or zone is None or time.interval is None or not time.interval.is_day or time.interval.earliest is None:
        return None
    shift = timedelta(hours=int(zone[2]), minutes=int(zone[3])) * (-1 if zone[1] == "-" else 1)
    start = datetime.combine(time.interval.earliest, datetime.min.time(), UTC)
    return start + timedelta(hours=int(clock[1]), minutes=int(clock[2])) - shift
