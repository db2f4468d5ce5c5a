"""Aligning claims across sources: which two may speak of the same thing.

Exact inner-product search with FAISS over unit vectors, always among the claims of *other*
sources, so that a source with many claims never crowds out its own neighbours. Similarity is
corrected for hubs (claims that are near to everything) with CSLS: ``2 cos(a, b) - r(a) - r(b)``
with ``r`` the mean similarity to the k nearest of the other sources (Conneau et al. 2018, "Word
translation without parallel data"). Order and ties never depend on the order of the input.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_FEW = 5_000

DIGITS = 6
"""Similarities are rounded to this many digits before they are ordered, so that equal ones tie."""


@dataclass(frozen=True, slots=True, order=True)
class Neighbour:
    """Claims ``left`` < ``right`` by index, their cosine, and the hub-corrected margin."""

    left: int
    right: int
    similarity: float
    margin: float


def nearest(vectors: Vectors, owners: Sequence[int], k: int) -> tuple[Neighbour, ...]:
    """The pairs in which one claim is among the other's ``k`` nearest of other sources.

    ``vectors`` has shape (n, dim) and unit rows; ``owners[i]`` is the source of claim ``i`` and
    must not decrease. Pairs come sorted by index.
    """
    import numpy as np

    if len(owners) == 0:
        return ()
    similarities, ids = _search_other_sources(vectors, np.asarray(owners), k)
    found = np.isfinite(similarities)
    hub = np.where(found, similarities, 0.0).sum(axis=1) / np.maximum(found.sum(axis=1), 1)
    pairs: dict[tuple[int, int], float] = {}
    for i in range(len(owners)):
        for similarity, j in zip(similarities[i], ids[i], strict=True):
            if np.isfinite(similarity):
                pairs[min(i, int(j)), max(i, int(j))] = round(float(similarity), DIGITS)
    return tuple(Neighbour(i, j, s, round(2 * s - float(hub[i]) - float(hub[j]), DIGITS)) for (i, j), s in sorted(pairs.items()))


def _search_other_sources(vectors: Vectors, owners: NDArray[np.int64], k: int) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Similarities and ids, shape (n, k); missing neighbours are ``-inf`` and -1."""
    import faiss
    import numpy as np

    n = len(owners)
    if n < _FEW:
        faiss.omp_set_num_threads(1)  # threads cost more than they bring, and idle ones spin
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    similarities = np.full((n, k), -np.inf)
    ids = np.full((n, k), -1, dtype=np.int64)
    for owner in np.unique(owners):
        rows = np.flatnonzero(owners == owner)
        first, last = int(rows[0]), int(rows[-1]) + 1
        others = n - (last - first)
        if others == 0:
            continue
        selector = faiss.IDSelectorNot(faiss.IDSelectorRange(first, last))
        # A few more than k, so that ties at the edge are cut by id, not by the library's heap.
        wanted = min(others, k + 8)
        scores, labels = index.search(vectors[first:last], wanted, params=faiss.SearchParameters(sel=selector))  # type: ignore[call-arg]
        found = np.round(np.asarray(scores, dtype=np.float64), DIGITS)
        order = np.lexsort((labels, -found), axis=-1)[:, :k]
        width = min(wanted, k)
        similarities[first:last, :width] = np.take_along_axis(found, order, axis=1)
        ids[first:last, :width] = np.take_along_axis(labels, order, axis=1)
    return similarities, ids
