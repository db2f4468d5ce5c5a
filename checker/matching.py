"""From claims of several sources to judged pairs: align, gather evidence, compare, decide."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.align import Neighbour, align
from checker.decide import Decision, Model, decide, likelihoods, model, model_for_two, sums
from checker.detectors import rules
from checker.encoders import Encoder, load_encoder
from checker.encoders.calibration import calibration_of
from checker.features import Judged, features
from checker.gate import gather, when, worth_comparing
from checker.model import Evidence, Pair, Step, Verdict
from checker.progress import NO_PROGRESS, Progress
from checker.rivals import Rivals
from checker.sharing import sharing
from checker.words import WordVectors
from claims.model import Claim

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_NEIGHBOURS = 30
"""Nearest claims of the other text that a sentence is judged with where two texts are compared alone."""


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A pair with what every rule said of it and the decision, kept ``light``."""

    pair: Pair
    judged: tuple[Judged, ...]
    decision: Decision
    agreement: float = 0.0
    """How likely the two state one fact, if somebody had put them side by side; ``pair.same_event`` is meant likewise."""

    @property
    def trace(self) -> tuple[Step, ...]:
        """The decision taken apart; what was weighed is worked out again, as hardly any pair is looked at again."""
        found = features(self.pair.left, self.pair.right, self.pair.evidence, self.judged)
        return replace(self.decision, weighing=replace(self.decision.weighing, found=found)).trace


def light(decision: Decision) -> Decision:
    """The decision without the features that were weighed: of all pairs they would be half of what a report holds in memory."""
    return replace(decision, weighing=replace(decision.weighing, found=()))


def judged_pair(pair: Pair, judged: tuple[Judged, ...], weights: Model) -> JudgedPair:
    """The pair with its decision.

    How likely both tell of one event, and agree, is said as of two sentences put side by side by
    hand, whichever model decides: in a report nearly every pair is unrelated, and what a pair says
    of a source's date must not drown in that.
    """
    found = features(pair.left, pair.right, pair.evidence, judged)
    total = sums(found, weights)  # both models weigh alike and differ in their constants
    alike = likelihoods(found, model_for_two(), total)
    same = round(1 - alike[Verdict.UNRELATED], 4)
    return JudgedPair(replace(pair, same_event=same), judged, light(decide(found, weights, total)), alike[Verdict.CORROBORATION])


class Matcher:
    """Aligns the claims of one run. Vectors are made once; times may be filled in later.

    Claims of ``drafts`` come first, so that they are the left side of every pair, and are not
    compared with each other; ``wanted`` tells of two claims whether their pair is of use. Where not ``gated``,
    every pair is compared, and decided on as one that was put side by side by hand.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        encoder: Encoder,
        top_k: int,
        min_similarity: float,
        drafts: Collection[str] = (),
        wanted: Callable[[Claim, Claim], bool] = lambda left, right: True,  # noqa: ARG005 - every pair, whatever it is
        *,
        gated: bool = True,
    ) -> None:
        self._model = model() if gated else model_for_two()
        self._top_k, self._min_similarity, self._drafts, self._wanted = top_k, min_similarity, drafts, wanted
        self.claims = tuple(sorted(claims, key=lambda claim: (claim.file not in drafts, *_order(claim))))
        self.vectors = _vectors(self.claims, encoder)
        self._calibration = calibration_of(encoder)
        bundled = encoder if encoder.name == "bundled" else load_encoder("bundled")
        self._words = WordVectors(bundled, self.claims)
        self._rivals = Rivals(self.claims, self.vectors, self._calibration)
        near = self._candidates()
        self.looked_at = len(near)
        gathered = ((n, self._gather(n)) for n in near)
        self._passed = tuple((n, e) for n, e in gathered if not gated or worth_comparing(self._calibration.as_bundled(n.similarity), e))

    def _candidates(self) -> tuple[Neighbour, ...]:
        files = {f: i for i, f in enumerate(sorted({c.file for c in self.claims} - set(self._drafts)), start=1)}
        owners = [files.get(c.file, 0) for c in self.claims]
        alignment = align(self.vectors, owners, self._top_k)
        near = {(n.left, n.right): n for n in alignment.neighbours if n.similarity >= self._min_similarity}
        more = [pair for pair in sharing(self.claims, owners, self._top_k) if pair not in near]
        near |= dict(zip(more, alignment.pairs(more), strict=True))
        return tuple(near[i, j] for i, j in sorted(near) if self._wanted(self.claims[i], self.claims[j]))

    def judge(self, dated: Mapping[str, Claim], progress: Progress = NO_PROGRESS) -> tuple[JudgedPair, ...]:
        """Every candidate pair, judged; ``dated`` are the claims by id with their times resolved."""
        return tuple(
            self._judge(n, evidence, dated[self.claims[n.left].id], dated[self.claims[n.right].id])
            for n, evidence in progress.track(self._passed, "comparing claims")
        )

    def judge_again(
        self, pairs: Sequence[JudgedPair], dated: Mapping[str, Claim], files: Collection[str], progress: Progress = NO_PROGRESS
    ) -> tuple[JudgedPair, ...]:
        """The pairs of ``judge``, those with a claim of ``files`` judged anew because its times have changed."""
        return tuple(
            self._judge(n, evidence, dated[pair.pair.left.id], dated[pair.pair.right.id])
            if pair.pair.left.file in files or pair.pair.right.file in files
            else pair
            for (n, evidence), pair in progress.track(list(zip(self._passed, pairs, strict=True)), "comparing claims")
        )

    def _gather(self, near: Neighbour) -> tuple[Evidence, ...]:
        left, right = self.claims[near.left], self.claims[near.right]
        return (*gather(left, right, self._words.coverage(left, right)), *self._rivals.evidence(near.left, near.right, near.similarity))

    def _judge(self, near: Neighbour, gathered: Sequence[Evidence], left: Claim, right: Claim) -> JudgedPair:
        evidence = (*gathered, *when(left, right))
        judged = judge(left, right)
        return judged_pair(Pair(left, right, near.similarity, evidence), judged, self._model)


def _vectors(claims: Sequence[Claim], encoder: Encoder) -> NDArray[np.float32]:
    """Unit vectors of the claims: half the claim's own words, half its sentence's, since a clause alone may say little."""
    import numpy as np

    texts = [(c.text, c.sentence.text) for c in claims]
    number = {text: i for i, text in enumerate(dict.fromkeys(text for both in texts for text in both))}
    vectors = encoder.encode(list(number))
    mean = vectors[[number[own] for own, _ in texts]] + vectors[[number[whole] for _, whole in texts]]
    length = np.linalg.norm(mean, axis=1, keepdims=True)
    return np.asarray(mean / np.where(length == 0, 1, length), dtype=np.float32)


def judge_alone(left: Sequence[Claim], right: Sequence[Claim], encoder: Encoder) -> tuple[JudgedPair, ...]:
    """Every pair of a left and a right claim; of long texts the nearest of them."""
    matcher = Matcher([*left, *right], encoder, top_k=min(len(left) + len(right), _MOST_NEIGHBOURS), min_similarity=-1.0, gated=False)
    return matcher.judge({c.id: c for c in (*left, *right)})


def judge(left: Claim, right: Claim) -> tuple[Judged, ...]:
    """What every rule says of two claims; rules that see nothing comparable say nothing."""
    return tuple(Judged(r.code, r.type, outcome) for r in rules() for outcome in r.compare(left, right))


def _order(claim: Claim) -> tuple[str, int, int]:
    return claim.file, claim.sentence.start, claim.span.start
