"""Living with findings: what is known, what was dismissed and why, and which dismissals have become idle."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.model import Dismissal, Finding, Notice, State
from checker.review import baseline, dismissals
from checker.review.dismissals import Entry
from checker.review.fingerprint import Fingerprint, fingerprints, one_file
from checker.review.remarks import Suppression, suppressions
from claims.model import Source

IDLE = "idle"
"""The code of notices on dismissals that no finding answers to."""
_SHOWN = 60
"""Letters of a sentence that such a notice quotes."""


@dataclass(frozen=True, slots=True)
class Review:
    """What was said before of the findings of one run: comments in its drafts, a file of dismissals, a baseline.

    ``sources`` are those of the run by file; ``checking`` says that some are drafts, checked against
    the others; ``kept_in`` and ``baseline`` are the names of the files of dismissals and known findings.
    """

    sources: dict[str, Source]
    checking: bool
    comments: tuple[Suppression, ...] = ()
    entries: tuple[Entry, ...] = ()
    known: tuple[Fingerprint, ...] = ()
    kept_in: str = ""
    baseline: str = ""

    def facts(self) -> dict[str, object]:
        """What stands under ``run`` in the report of it."""
        return {"baseline": self.baseline} if self.baseline else {}

    def judged(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings with their state: a comment comes first, then the file of dismissals, then the baseline."""
        if not (self.comments or self.entries or self.known):
            return tuple(findings)
        return tuple(self._judged(finding) for finding in findings)

    def _judged(self, finding: Finding) -> Finding:
        dismissal = self._dismissal(finding)
        if dismissal is not None:
            return replace(finding, state=State.DISMISSED, dismissal=dismissal)
        is_known = any(one.knows(way) for one in self.known for way in self._ways(finding))
        return replace(finding, state=State.KNOWN) if is_known else finding

    def _dismissal(self, finding: Finding) -> Dismissal | None:
        source = self.sources[finding.a.file]
        told = (comment.dismissal for comment in self.comments if comment.covers(finding, source))
        ways = self._ways(finding)
        written = (e.dismissal(self.kept_in) for e in self.entries if any(e.fingerprint.knows(way) for way in ways))
        return next(told, None) or next(written, None)

    def _ways(self, finding: Finding) -> tuple[Fingerprint, ...]:
        return tuple(fingerprints(finding, of_a=self.checking))

    def idle(self, findings: Sequence[Finding]) -> Iterator[Notice]:
        """One notice for each dismissal of this run's files that no finding answers to, and one for the baseline."""
        for comment in self.comments:
            if not any(comment.covers(finding, self.sources[finding.a.file]) for finding in findings):
                codes = ", ".join(sorted(comment.codes))
                yield Notice(IDLE, f"the comment at {comment.dismissal.where} sets nothing aside ({codes}); remove it", comment.file)
        ways = [way for finding in findings for way in self._ways(finding)] if self.entries or self.known else []
        for entry in self.entries:
            file = self._speaks_of(entry.fingerprint)
            if file and not any(entry.fingerprint.knows(way) for way in ways):
                told = entry.fingerprint.sentence
                words = told if len(told) <= _SHOWN else told[: _SHOWN - 1] + "…"
                yield Notice(IDLE, f"a dismissal of {entry.fingerprint.rule} ({entry.reason}) sets nothing aside: {words}", file)
        gone = sum(not any(one.knows(way) for way in ways) for one in self.known)
        if gone:
            words = f"{self.baseline}: {gone} of {len(self.known)} known findings are no longer there; write the baseline anew"
            yield Notice(IDLE, words)

    def _speaks_of(self, known: Fingerprint) -> str:
        """The file of this run that a fingerprint speaks of, if the other one was read too."""
        file = next((name for name in self.sources if one_file(known.file, name)), "")
        other = not known.against or any(one_file(known.against, name) for name in self.sources)
        return file if other else ""


def review_of(
    sources: Sequence[Source], drafts: Collection[str], known: Path | None, dismissed: Path | None
) -> tuple[Review, tuple[Notice, ...]]:
    """What was said before of these sources' findings, and the comments among it that cannot be understood.

    Raises ``SettingsError`` and ``InputError`` for files that cannot be read.
    """
    by_file = {source.file: source for source in sources}
    comments: list[Suppression] = []
    notices: list[Notice] = []
    for file in sorted(drafts):
        made, problems = suppressions(by_file[file])
        comments += made
        notices += problems
    return Review(
        sources=by_file,
        checking=bool(drafts),
        comments=tuple(comments),
        entries=dismissals.load(dismissed) if dismissed else (),
        known=baseline.load(known) if known else (),
        kept_in=dismissed.name if dismissed else "",
        baseline=known.name if known else "",
    ), tuple(notices)
