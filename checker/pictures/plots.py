"""The pictures of one report, as ``report.plot``."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Finding
from checker.pictures.agreement import agreement
from checker.pictures.claim_map import claim_map
from checker.pictures.picture import Picture
from checker.pictures.timeline import timeline
from checker.pictures.tolls import tolls
from checker.pictures.waterfall import waterfall
from checker.result import Result


@dataclass(frozen=True, slots=True)
class Plots:
    """Draws a report. Every method returns a ``Picture``, which shows itself in a notebook and can be saved."""

    result: Result

    def timeline(self, *, most: int = 40) -> Picture:
        """What is told to have happened when, a lane for each source; see ``checker.pictures.timeline``."""
        return timeline(self.result, most=most)

    def map(self, *, by: str = "source") -> Picture:
        """The claims as points, coloured by source, language or verdict; see ``checker.pictures.claim_map``."""
        return claim_map(self.result, by=by)

    def agreement(self, *, most: int = 30) -> Picture:
        """How often each two sources agree and contradict each other; see ``checker.pictures.agreement``."""
        return agreement(self.result, most=most)

    def tolls(self, counted: str = "") -> Picture:
        """A figure over time, as each source gives it; see ``checker.pictures.tolls``."""
        return tolls(self.result, counted)

    def waterfall(self, finding: Finding | str) -> Picture:
        """One finding (or the one with this id) taken apart; see ``checker.pictures.waterfall``."""
        return waterfall(self.result.find(finding) if isinstance(finding, str) else finding)
