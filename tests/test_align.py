"""Alignment finds what brute force finds, whatever the ties, and never within one source."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from checker.align import Alignment, align
from checker.search import DIGITS, search

Vectors = NDArray[np.float32]


def _unit_rows(seed: int, n: int, different: int) -> Vectors:
    """``n`` unit rows, of which at most ``different`` differ: the rest are exact copies, which tie."""
    rows = np.random.default_rng(seed).normal(size=(n, 8)).astype(np.float32)
    rows = rows[np.arange(n) % max(different, 1)]
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def _brute_force(vectors: Vectors, owners: list[int], k: int) -> set[tuple[int, int]]:
    similarity = np.round((vectors @ vectors.T).astype(np.float64), DIGITS)
    wanted = set()
    for i, owner in enumerate(owners):
        others = sorted((-similarity[i, j], j) for j, o in enumerate(owners) if o != owner)
        wanted |= {(min(i, j), max(i, j)) for _, j in others[:k]}
    return wanted


def _ends(alignment: Alignment) -> set[tuple[int, int]]:
    return {(n.left, n.right) for n in alignment.neighbours}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000), st.lists(st.integers(0, 5), min_size=1, max_size=60), st.integers(1, 6), st.sampled_from([1, 3, 10, 60]))
def test_neighbours_equal_brute_force(seed: int, owners: list[int], k: int, different: int) -> None:
    vectors = _unit_rows(seed, len(owners), different)
    found = align(vectors, owners, k)
    assert _ends(found) == _brute_force(vectors, owners, k)
    assert list(found.neighbours) == sorted(found.neighbours)


@pytest.mark.parametrize("sizes", [(300, 1, 40), (2, 270, 270), (600,)])
def test_a_source_with_very_many_claims_is_no_exception(sizes: tuple[int, ...]) -> None:
    owners = [owner for owner, size in enumerate(sizes) for _ in range(size)]
    vectors = _unit_rows(5, len(owners), 400)
    assert _ends(align(vectors, owners, 4)) == _brute_force(vectors, owners, 4)


def test_one_sentence_in_very_many_sources_is_cut_by_number() -> None:
    vectors = _unit_rows(2, 90, 1)
    found = search(vectors, np.arange(90), 3)
    assert found.ids[50].tolist() == [0, 1, 2]
    assert found.ids[1].tolist() == [0, 2, 3]


def test_claims_of_one_source_are_never_paired() -> None:
    vectors = _unit_rows(1, 6, 3)
    assert align(vectors, [0] * 6, 3).neighbours == ()
    assert all(n.left < 3 <= n.right for n in align(vectors, [0, 0, 0, 1, 1, 1], 3).neighbours)


def test_no_claims_give_no_pairs() -> None:
    assert align(np.zeros((0, 8), dtype=np.float32), [], 5).neighbours == ()


def test_a_hub_has_a_smaller_margin_than_a_mutual_neighbour() -> None:
    hub = np.array([1.0, 1.0, 1.0, 1.0])
    rows = np.array([[1, 0, 0, 0.2], [0, 1, 0, 0.2], hub, [1, 0, 0, 0.25], [0.5, 0.8, 0.5, 0.9]], dtype=np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    margins = {(n.left, n.right): n.margin for n in align(rows, [0, 0, 0, 1, 1], 2).neighbours}
    assert margins[0, 3] > margins[2, 3]


def test_a_pair_that_is_not_near_is_measured_like_one_that_is() -> None:
    alignment = align(_unit_rows(3, 30, 30), [i // 3 for i in range(30)], 4)
    assert alignment.pairs([(n.left, n.right) for n in alignment.neighbours]) == alignment.neighbours
    assert alignment.pairs([]) == ()


def _clustered(n: int) -> Vectors:
    """Rows in clusters, as sentences lie by topic."""
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(n // 10, 16))[np.arange(n) % (n // 10)] + 0.3 * rng.normal(size=(n, 16))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def test_the_inverted_file_finds_nearly_all_and_the_same_each_time() -> None:
    vectors, owners = _clustered(3_000), [i // 20 for i in range(3_000)]
    exact = _ends(align(vectors, owners, 5))
    approximate = align(vectors, owners, 5, exact_up_to=1_000)
    assert align(vectors, owners, 5, exact_up_to=1_000).neighbours == approximate.neighbours
    assert len(_ends(approximate) & exact) / len(exact) > 0.97
    assert _ends(approximate) != set()


def test_the_inverted_file_keeps_to_other_sources_and_orders_ties() -> None:
    vectors = _clustered(1_200)
    vectors[600:1_000] = vectors[0]
    owners = [0] * 300 + list(range(1, 901))
    for near in align(vectors, owners, 5, exact_up_to=100).neighbours:
        assert owners[near.left] != owners[near.right]
    assert search(vectors, np.array(owners), 3, exact_up_to=100).ids[999].tolist() == [0, 600, 601]
