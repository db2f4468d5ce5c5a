"""Alignment finds what brute force finds, whatever the ties, and never within one source."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from checker.align import DIGITS, nearest


def _unit_rows(seed: int, n: int, twins: bool) -> NDArray[np.float32]:
    rows = np.random.default_rng(seed).normal(size=(n, 8)).astype(np.float32)
    if twins:
        rows[n // 2 :] = rows[: n - n // 2]  # exact ties
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows


def _brute_force(vectors: NDArray[np.float32], owners: list[int], k: int) -> set[tuple[int, int]]:
    similarity = np.round((vectors @ vectors.T).astype(np.float64), DIGITS)
    wanted = set()
    for i, owner in enumerate(owners):
        others = sorted((-similarity[i, j], j) for j, o in enumerate(owners) if o != owner)
        wanted |= {(min(i, j), max(i, j)) for _, j in others[:k]}
    return wanted


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.lists(st.integers(0, 5), min_size=1, max_size=50), st.integers(1, 6), st.booleans())
def test_nearest_equals_brute_force(seed: int, owners: list[int], k: int, twins: bool) -> None:
    owners.sort()
    vectors = _unit_rows(seed, len(owners), twins)
    found = nearest(vectors, owners, k)
    assert {(n.left, n.right) for n in found} == _brute_force(vectors, owners, k)
    assert list(found) == sorted(found)


def test_claims_of_one_source_are_never_paired() -> None:
    vectors = _unit_rows(1, 6, twins=True)
    assert nearest(vectors, [0] * 6, 3) == ()
    assert all(n.left < 3 <= n.right for n in nearest(vectors, [0, 0, 0, 1, 1, 1], 3))


def test_no_claims_give_no_pairs() -> None:
    assert nearest(np.zeros((0, 8), dtype=np.float32), [], 5) == ()


def test_a_hub_has_a_smaller_margin_than_a_mutual_neighbour() -> None:
    hub = np.array([1.0, 1.0, 1.0, 1.0])
    rows = np.array([[1, 0, 0, 0.2], [0, 1, 0, 0.2], hub, [1, 0, 0, 0.25], [0.5, 0.8, 0.5, 0.9]], dtype=np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    margins = {(n.left, n.right): n.margin for n in nearest(rows, [0, 0, 0, 1, 1], 2)}
    assert margins[0, 3] > margins[2, 3]
