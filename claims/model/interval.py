"""Times as closed intervals of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Interval:
    """Closed interval of days; ``None`` is an open end."""

    earliest: date | None
    latest: date | None

    @classmethod
    def day(cls, day: date) -> Interval:
        """The interval of one day."""
        return cls(day, day)

    @property
    def is_day(self) -> bool:
        """Whether it is exactly one day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_closed(self) -> bool:
        """Whether both ends are known."""
        return self.earliest is not None and self.latest is not None

    def overlaps(self, other: Interval) -> bool:
        """Whether a day exists that lies in both."""
        return not self.before(other) and not other.before(self)

    def before(self, other: Interval) -> bool:
        """Whether every day of this lies before every day of ``other``."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def contains(self, other: Interval) -> bool:
        """Whether every day of ``other`` lies in this."""
        return self.intersect(other) == other

    def intersect(self, other: Interval) -> Interval | None:
        """The days in both, or ``None``."""
        if not self.overlaps(other):
            return None
        starts = [d for d in (self.earliest, other.earliest) if d is not None]
        ends = [d for d in (self.latest, other.latest) if d is not None]
        return Interval(max(starts, default=None), min(ends, default=None))

    def widen(self, days: int) -> Interval:
        """The interval with ``days`` more on each closed end."""
        by = timedelta(days=days)
        return Interval(
            None if self.earliest is None else self.earliest - by,
            None if self.latest is None else self.latest + by,
        )

    def gap_days(self, other: Interval) -> int:
        """Days between the two; 0 where they overlap."""
        if self.before(other):
            assert self.latest is not None
            assert other.earliest is not None
            return (other.earliest - self.latest).days
        if other.before(self):
            return other.gap_days(self)
        return 0

    def __str__(self) -> str:
        if self.is_day:
            return str(self.earliest)
        return f"{self.earliest or '…'} to {self.latest or '…'}"
