"""One disagreement, one finding: pairs that state the same clash become sides of one finding."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from checker.detectors import rules
from checker.event_time import is_later
from checker.features import Judged, types_of
from checker.matching import JudgedPair
from checker.model import Basis, Finding, Level, Outcome, Severity, Side, Type, Verdict
from checker.slots import SAME
from checker.wording import plain_line
from claims.model import Claim, Name, Published, Span
from claims.naming import same_name

VERDICT_RULES = {
    Verdict.TEMPORAL_SHIFT: ("T101", "temporal-shift", Severity.WARNING),
    Verdict.CORROBORATION: ("C101", "corroboration", Severity.NOTE),
    Verdict.STALE: ("X101", "stale-article", Severity.WARNING),
}
"""Codes of the findings that no single detector makes."""


def findings(
    pairs: Sequence[JudgedPair],
    families: Mapping[str, str],
    published: Mapping[str, Published],
    severity: Mapping[str, str],
    drafts: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Findings of all decided pairs, ordered by verdict, confidence and place.

    Where ``drafts`` are checked each of their sentences has findings of its own: every line has to be put right.
    """
    groups = _grouped([p for p in pairs if p.decision.verdict is not Verdict.UNRELATED], drafts, published)
    made = [_finding(group, families, published, severity, drafts) for group in groups]
    return tuple(sorted(made, key=lambda f: (list(Verdict).index(f.verdict), -f.confidence, f.a.file, f.a.span, f.id)))


def _grouped(pairs: Sequence[JudgedPair], drafts: Collection[str], published: Mapping[str, Published]) -> list[list[JudgedPair]]:
    """Pairs of one verdict and main type that share a claim.

    Where there are drafts it is one of theirs, and what is newer than the draft stands apart from what is older.
    """
    root = list(range(len(pairs)))

    def find(i: int) -> int:
        while root[i] != i:
            i = root[i]
        return i

    first: dict[tuple[str, Verdict, Type | None, bool], int] = {}
    for i, pair in enumerate(pairs):
        is_shift = pair.decision.verdict is Verdict.TEMPORAL_SHIFT
        overtaken = bool(drafts) and is_shift and not is_later(pair.pair.left, pair.pair.right, published)
        for claim in (pair.pair.left, pair.pair.right):
            if drafts and claim.file not in drafts:
                continue
            key = (f"{claim.file}:{claim.sentence.start}", pair.decision.verdict, main_type(pair), overtaken)
            j = first.setdefault(key, i)
            root[max(find(i), find(j))] = min(find(i), find(j))
    groups: dict[int, list[JudgedPair]] = {}
    for i, pair in enumerate(pairs):
        groups.setdefault(find(i), []).append(pair)
    return [groups[i] for i in sorted(groups)]


def main_type(pair: JudgedPair) -> Type | None:
    """The weightiest type in which the pair differs; for a corroboration none."""
    types = types_of(pair.judged)
    return types[0] if types and pair.decision.verdict is not Verdict.CORROBORATION else None


def _finding(
    group: Sequence[JudgedPair],
    families: Mapping[str, str],
    published: Mapping[str, Published],
    severity: Mapping[str, str],
    drafts: Collection[str],
) -> Finding:
    best = min(group, key=lambda p: (-p.decision.confidence, _place(p.pair.left), _place(p.pair.right)))
    verdict = best.decision.verdict
    outcome = _clearest(best)
    code, rule, level = _rule_of(best, verdict)
    a, b = best.pair.left, best.pair.right
    if drafts and verdict is Verdict.TEMPORAL_SHIFT and is_later(a, b, published):
        level = Severity.NOTE  # the draft is the update
    return Finding(
        id=_identity(verdict, a, b),
        code=code,
        rule=rule,
        verdict=verdict,
        types=_types(group, verdict),
        severity=Severity(severity.get(code, level.value)),
        confidence=best.decision.confidence,
        confidence_basis=_basis(best, published),
        message=plain_line(verdict, a, b, outcome),
        a=a,
        b=b,
        sides=_sides(group, families),
        trace=best.trace,
        group=_identity(verdict, *sorted({c for p in group for c in (p.pair.left, p.pair.right)}, key=_place)),
        left=outcome.left if outcome else None,
        right=outcome.right if outcome else None,
    )


def _rule_of(pair: JudgedPair, verdict: Verdict) -> tuple[str, str, Severity]:
    if verdict in VERDICT_RULES:
        return VERDICT_RULES[verdict]
    conflict = _clearest(pair)
    by_code = {r.code: r for r in rules()}
    for judged in pair.judged:
        if judged.outcome is conflict:
            found = by_code[judged.code]
            return found.code, found.name, found.severity
    return "W101", "wording-clash", Severity.ERROR


def _clearest(pair: JudgedPair) -> Outcome | None:
    """The outcome to show: the weightiest conflict, or for an agreement the weightiest agreement."""
    wanted = (Level.AGREE, Level.COMPATIBLE) if pair.decision.verdict is Verdict.CORROBORATION else (Level.CONFLICT, Level.COMPATIBLE)
    order = [*types_of(pair.judged), *Type]

    def rank(j: Judged) -> tuple[int, int, float, str]:
        return wanted.index(j.outcome.level), order.index(j.type), -j.outcome.weight, j.code

    fitting = sorted((j for j in pair.judged if j.outcome.level in wanted), key=rank)
    return fitting[0].outcome if fitting else None


def _types(group: Sequence[JudgedPair], verdict: Verdict) -> tuple[Type, ...]:
    if verdict is Verdict.CORROBORATION:
        return ()
    return tuple(dict.fromkeys(t for p in sorted(group, key=lambda p: -p.decision.confidence) for t in types_of(p.judged)))


def _basis(pair: JudgedPair, published: Mapping[str, Published]) -> Basis:
    files = (pair.pair.left.file, pair.pair.right.file)
    if any(f in published and not published[f].is_known for f in files):
        return Basis.INFERRED
    outcome = _clearest(pair)
    return outcome.basis if outcome else Basis.INFERRED


def _sides(group: Sequence[JudgedPair], families: Mapping[str, str]) -> tuple[Side, ...]:
    """Claims that give the same value together; a and b of every pair on different sides."""
    answers: list[tuple[_Answer, dict[Claim, None]]] = []
    seen: set[Claim] = set()
    for pair in sorted(group, key=lambda p: (-p.decision.confidence, _place(p.pair.left), _place(p.pair.right))):
        for claim, answer in _answers(pair):
            if claim in seen:
                continue
            seen.add(claim)
            side = next((claims for known, claims in answers if known.same(answer)), None)
            if side is None:
                side = {}
                answers.append((answer, side))
            side[claim] = None
    if len(answers) == 1:  # all say the same (an agreement): each claim is a side of its own
        shared, claims = answers[0]
        answers = [(shared, {claim: None}) for claim in sorted(claims, key=_place)]
    return tuple(
        Side(f"s{n}", answer.value, len({families.get(c.file) or c.file for c in side}), tuple(sorted(side, key=_place)))
        for n, (answer, side) in enumerate(answers, 1)
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a claim says of the thing in question: a value, and the name it is, if it is one."""

    value: str
    name: Name | None

    def same(self, other: _Answer) -> bool:
        """Whether both give one answer, the name of a person or place in whatever script."""
        if self.name is not None and other.name is not None:
            return same_name(self.name, other.name) >= SAME
        return self.value == other.value


def _answers(pair: JudgedPair) -> tuple[tuple[Claim, _Answer], tuple[Claim, _Answer]]:
    outcome = _clearest(pair)
    left, right = pair.pair.left, pair.pair.right
    if outcome is None:
        return (left, _Answer(left.file, None)), (right, _Answer(right.file, None))
    return (left, _answer(left, outcome.left, outcome.left_value)), (right, _answer(right, outcome.right, outcome.right_value))


def _answer(claim: Claim, span: Span, value: str) -> _Answer:
    return _Answer(value, next((n for n in claim.all(Name) if n.span == span), None))


def _place(claim: Claim) -> tuple[str, int, int]:
    return claim.file, claim.span.start, claim.span.end


def _identity(verdict: Verdict, *claims: Claim) -> str:
    """A short name of a finding that does not change when the files change elsewhere."""
    parts: Iterable[str] = (verdict.value, *(f"{c.file}\n{c.text}" for c in claims))
    return sha256("\n".join(parts).encode()).hexdigest()[:8]
