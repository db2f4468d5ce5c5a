"""From judged pairs to findings: what whole sources settle, the grouping, old articles, and the confidence asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checker.dating import Dating
from checker.decide import decide, model
from checker.features import features
from checker.grouping import findings
from checker.inside import inside
from checker.matching import JudgedPair, light
from checker.model import Finding, Verdict
from checker.review import Review
from checker.sifting import Suppressed, fit_for_draft, sift
from checker.stale_findings import resting_on_old, stale_findings
from claims.model import Claim, Published, Reading


@dataclass(frozen=True, slots=True)
class Settled:
    """The findings of one run, and what was kept back on the way.

    ``unsupported`` are the claims of drafts that no finding speaks of. ``shown`` are the pairs with
    the verdict they ended with, ``below`` counts findings that did not reach the confidence asked for.
    """

    findings: tuple[Finding, ...]
    unsupported: tuple[Claim, ...]
    shown: tuple[JudgedPair, ...]
    suppressed: tuple[Suppressed, ...]
    below: int

    def counts(self) -> dict[str, int]:
        """How many pairs and findings were kept back, by reason."""
        reasons = Counter(s.reason for s in self.suppressed)
        if self.below:
            reasons["findings below the confidence asked for"] = self.below
        return dict(sorted(reasons.items()))


@dataclass(frozen=True, slots=True)
class Settling:
    """What is known of one run's sources once they are dated: with it judged pairs become findings.

    ``claims`` are by id, with their times resolved; ``published``, ``families``, ``datings``, the
    ``stories`` they tell and the ``days`` on which they are read by file; ``old`` are the stale
    articles; ``asked`` the ids of the drafts' claims to be checked; ``review`` tells what was said
    of findings before.
    """

    readings: tuple[Reading, ...]
    claims: Mapping[str, Claim]
    published: Mapping[str, Published]
    families: Mapping[str, str]
    datings: Mapping[str, Dating]
    old: Collection[str]
    drafts: Collection[str]
    asked: Collection[str]
    stories: Mapping[str, str]
    days: Mapping[str, date]
    severity: Mapping[str, str]
    min_confidence: float
    review: Review

    def settle(self, pairs: Sequence[JudgedPair]) -> Settled:
        """The findings that ``pairs`` come to, and those on old articles."""
        shown, suppressed = sift(pairs, self.published, self.old, self.families, self.stories)
        if self.drafts:
            shown, more = fit_for_draft(shown, self.published)
            suppressed = (*suppressed, *more)
        told = findings(shown, self.families, self.published, self.severity, self.drafts)
        made = (*self._on_old_articles(told, pairs), *told, *self._inside_articles())
        kept = self.review.judged([f for f in made if f.confidence >= self.min_confidence])
        return Settled(kept, self._unsupported(made), shown, suppressed, below=len(made) - len(kept))

    def _inside_articles(self) -> tuple[Finding, ...]:
        """Where an article disagrees with itself: every article, or the drafts that are checked."""
        checked = [r for r in self.readings if r.source.file in self.drafts] if self.drafts else self.readings
        dated = [replace(r, claims=tuple(self.claims[c.id] for c in r.claims)) for r in checked]
        return tuple(f for f in inside(dated, self.severity) if not self.drafts or f.a.id in self.asked or (f.b and f.b.id in self.asked))

    def _on_old_articles(self, told: Sequence[Finding], pairs: Sequence[JudgedPair]) -> tuple[Finding, ...]:
        """Old articles; beside a draft only where it rests on one."""
        if not self.drafts:
            old = [r for r in self.readings if r.source.file in self.old]
            return stale_findings(old, self.datings, self.published, self.claims, self.days, self.severity)
        supported = {c for f in told if f.verdict is Verdict.CORROBORATION for side in f.sides for c in side.claims}
        with_old = [pair for pair in pairs if pair.pair.right.file in self.old]
        return resting_on_old(with_old, supported, self.published, self.claims, self.days, self.severity)

    def _unsupported(self, made: Sequence[Finding]) -> tuple[Claim, ...]:
        """The claims of the drafts that no finding speaks of: no other source carries them."""
        told = {c.id for f in made for c in (f.a, *(c for side in f.sides for c in side.claims))}
        return tuple(self.claims[c.id] for r in self.readings for c in r.claims if c.id in self.asked and c.id not in told)


def decided_anew(pairs: Sequence[JudgedPair], thresholds: Mapping[Verdict, float]) -> tuple[JudgedPair, ...]:
    """The pairs decided with other thresholds; nothing is read, encoded or compared again."""
    weights = replace(model(), thresholds={**model().thresholds, **thresholds})
    return tuple(replace(p, decision=light(decide(features(p.pair.left, p.pair.right, p.pair.evidence, p.judged), weights))) for p in pairs)
