"""The report: what a run found, with the views that answer the next question."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.explain import Explanation
from checker.model import Finding, Type, Verdict
from checker.result import REPORTED, Position, Result, SourceRow

if TYPE_CHECKING:
    import pandas as pd

    from checker.otherwise import Otherwise
    from checker.pictures import Plots

__all__ = ["Position", "Report", "SourceRow"]


@dataclass(frozen=True, slots=True, repr=False)
class Report(Result):
    """What the sources say against each other, most serious and most certain first.

    A report is plain data (see ``Result``); every method reads it, none changes it.
    """

    def filter(
        self,
        *,
        verdict: Collection[Verdict | str] | str = (),
        type: Collection[Type | str] | str = (),  # noqa: A002 - the word is the domain's
        code: Collection[str] | str = (),
        file: Collection[str] | str = (),
        min_confidence: float = 0.0,
    ) -> Report:
        """The same report with only the findings that meet every condition given.

        Each takes one value or several; ``file`` keeps findings with a side in one of the files.
        """
        verdicts, types, codes, files = map(_several, (verdict, type, code, file))
        kept = (
            finding
            for finding in self.findings
            if finding.confidence >= min_confidence
            and (not verdicts or finding.verdict in verdicts)
            and (not types or types.intersection(finding.types))
            and (not codes or finding.code in codes)
            and (not files or files.intersection(_files(finding)))
        )
        return replace(self, findings=tuple(kept))

    def rethreshold(self, **thresholds: float) -> Report:
        """All pairs decided anew, a verdict from the probability given (``contradiction=0.9``); the others stay as shipped.

        Works upwards and downwards. Nothing is read, encoded or compared again, and dates stay as
        inferred. The result holds all findings, whatever this report was filtered to. Raises
        ``SettingsError`` for an unknown verdict or a number outside 0 to 1, ``InputError`` for a
        report made by hand, which keeps no pairs.
        """
        from checker.rethreshold import rethreshold

        return rethreshold(self, thresholds)

    def explain(self, finding: Finding | str) -> Explanation:
        """Why a finding (or the one with this id) stands here, step by step."""
        found = self.find(finding) if isinstance(finding, str) else finding
        return Explanation(found, self.position(found.a), self.position(found.b) if found.b else None, self._otherwise(found))

    def _otherwise(self, finding: Finding) -> tuple[Otherwise, ...]:
        """What would have changed a finding that the decision on its pair made; nothing where whole sources settled it."""
        pairs = self.workings.pairs if self.workings else ()
        pair = next((p for p in pairs if (p.pair.left, p.pair.right) == (finding.a, finding.b)), None)
        if pair is None or pair.decision.verdict is not finding.verdict:
            return ()
        days = self.row(pair.pair.left.file).published, self.row(pair.pair.right.file).published
        from checker.decide import model
        from checker.otherwise import otherwise

        return otherwise(pair, days, model())

    def to_frame(self) -> pd.DataFrame:
        """One row per finding; columns and dtypes are those of ``checker.frames.FINDINGS``."""
        from checker import frames

        return frames.findings_frame(self)

    def claims_frame(self) -> pd.DataFrame:
        """One row per claim of every source; columns are those of ``checker.frames.CLAIMS``."""
        from checker import frames

        return frames.claims_frame(self)

    def sources_frame(self) -> pd.DataFrame:
        """One row per source; columns are those of ``checker.frames.SOURCES``."""
        from checker import frames

        return frames.sources_frame(self)

    def articles_frame(self) -> pd.DataFrame:
        """One row per article, as ``report()`` takes it; columns are those of ``checker.frames.ARTICLES``."""
        from checker import frames

        return frames.articles_frame(self)

    def pairs_frame(self) -> pd.DataFrame:
        """One row per pair that passed the gate and was compared; columns are those of ``checker.pair_frames.PAIRS``."""
        from checker import pair_frames

        return pair_frames.pairs_frame(self)

    def outcomes_frame(self) -> pd.DataFrame:
        """One row per thing a rule said of a pair; columns are those of ``checker.pair_frames.OUTCOMES``."""
        from checker import pair_frames

        return pair_frames.outcomes_frame(self)

    def timeline(self, *, dated: bool = False) -> pd.DataFrame:
        """One row per claim, in the order of what happened; columns are those of ``checker.story_frames.TIMELINE``.

        ``dated`` leaves out claims that give no time of their own and count as told on the article's day.
        """
        from checker import story_frames

        return story_frames.timeline_frame(self, dated=dated)

    def groups(self) -> pd.DataFrame:
        """One row per answer to the question of a finding; columns are those of ``checker.story_frames.GROUPS``."""
        from checker import story_frames

        return story_frames.groups_frame(self)

    def neighbours(self, text: str, k: int = 10) -> pd.DataFrame:
        """The ``k`` claims nearest to a sentence in any language; columns are those of ``checker.story_frames.NEIGHBOURS``."""
        from checker import story_frames

        return story_frames.neighbours_frame(self, text, k)

    @property
    def plot(self) -> Plots:
        """The pictures of the report: ``plot.timeline()``, ``plot.map()``, ``plot.agreement()``, ``plot.tolls()``, ``plot.waterfall(id)``.

        They need the extra ``notebook``; without it ``ExtraError`` names the line that installs it.
        """
        from checker.pictures import Plots

        return Plots(self)

    def to_json(self) -> str:
        """The report in its JSON form, ``schema_version`` 1."""
        from checker.render.as_json import document, dumps

        return dumps(document(self))

    def _repr_html_(self) -> str:
        from checker.render.html_repr import html

        return html(self)

    def __repr__(self) -> str:
        counts = ", ".join(f"{verdict.value}: {len(self.of(verdict))}" for verdict in REPORTED)
        return f"<Report of {len(self.sources)} sources; {counts}; notices: {len(self.notices)}>"


def _several(value: Collection[str] | str) -> frozenset[str]:
    return frozenset([value] if isinstance(value, str) else value)


def _files(finding: Finding) -> frozenset[str]:
    claims = [finding.a, finding.b, *(claim for side in finding.sides for claim in side.claims)]
    return frozenset(claim.file for claim in claims if claim is not None)
