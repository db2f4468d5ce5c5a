"""Claims that share rare names, events, counts, numbers or days: candidates that a weak vector would lose."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from itertools import combinations
from math import log

from checker.gate import keys_of
from claims.model import Claim, Quantity, Time

ENOUGH = 0.85
"""The joint rarity of shared keys from which two claims are set side by side: one key is enough only if few others have it."""
_MOST_CLAIMS_PER_KEY = 40
_SMALL = 2
"""Numbers up to this one are in every text."""


def sharing(claims: Sequence[Claim], owners: Sequence[int], k: int) -> tuple[tuple[int, int], ...]:
    """Pairs of claims of different owners where one is among the ``k`` with which the other shares most, sorted.

    Claims are given by index. Keys that stand in very many claims tell nothing and are passed over.
    """
    keys = [findable_by(claim) for claim in claims]
    counts = Counter(key for of_claim in keys for key in of_claim)
    holders: dict[str, list[int]] = defaultdict(list)
    for i, of_claim in enumerate(keys):
        for key in sorted(of_claim):
            holders[key].append(i)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for key in sorted(holders):
        if len(holders[key]) <= _MOST_CLAIMS_PER_KEY:
            for i, j in combinations(holders[key], 2):
                if owners[i] != owners[j]:
                    shared[i, j] += rarity_here(counts[key], len(claims))
    return _most(((i, j, round(weight, 4)) for (i, j), weight in shared.items() if weight >= ENOUGH), k)


def rarity_here(holders: int, claims: int) -> float:
    """1 for a key that few of the claims at hand have, towards 0 for one that all have."""
    total = max(claims, 2)
    return round(log(1 + total / holders) / log(1 + total), 4)


def findable_by(claim: Claim) -> frozenset[str]:
    """The keys of a claim with the numbers and days it names."""
    numbers = {f"number:{q.low.normalize()}" for q in claim.all(Quantity) if q.low is not None and q.low == q.high and q.low > _SMALL}
    days = {f"day:{t.interval.earliest}" for t in claim.all(Time) if t.interval is not None and t.interval.is_day}
    return keys_of(claim) | numbers | days


def _most(pairs: Iterable[tuple[int, int, float]], k: int) -> tuple[tuple[int, int], ...]:
    """The pairs that are among the ``k`` weightiest of either end; ties go to the smaller index."""
    by_claim: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, j, weight in pairs:
        by_claim[i].append((-weight, j))
        by_claim[j].append((-weight, i))
    return tuple(sorted({(min(i, j), max(i, j)) for i, others in by_claim.items() for _, j in nsmallest(k, others)}))
