"""The nearest vectors among those of *other* sources, with FAISS.

Exact inner products while there are few vectors; beyond ``EXACT_UP_TO`` an inverted file, whose
lists are made by seeded k-means. A source's own vectors are asked for with the rest and left out
afterwards, so that all rows can be searched at once; only a source with very many is searched with
a filter. Equal similarities are ordered by number: where a tie reaches beyond what was fetched, the
row is searched in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    Numbers = NDArray[np.int64]

DIGITS = 6
"""Similarities are rounded to this many digits before they are ordered, so that equal ones tie."""
EXACT_UP_TO = 50_000
"""Beyond, exact search takes more than twice the time of an inverted file that misses 2 % of the translations (benchmarks/README.md)."""

_SPARE = 8
"""So many more are fetched than asked for, as the library cuts ties in an order of its own."""
_CROWDED = 256
"""A source with more vectors than this is searched with a filter."""
_FEW = 5_000
_AT_ONCE = 8_192
_SEED = 20261201
_PROBES = 32


@dataclass(frozen=True, slots=True)
class Found:
    """Similarities and numbers of the nearest, both of shape (n, k), best first; ``-inf`` and -1 where there are no more."""

    similarities: NDArray[np.float64]
    ids: Numbers


def search(vectors: Vectors, owners: Numbers, k: int, exact_up_to: int = EXACT_UP_TO) -> Found:
    """For each row of ``vectors`` the ``k`` rows of other owners with the largest inner product.

    ``vectors`` has shape (n, dim) and unit rows; ``owners[i]`` is whose row ``i`` is.
    """
    import numpy as np

    n = len(owners)
    found = Found(np.full((n, k), -np.inf), np.full((n, k), -1, dtype=np.int64))
    index = _index(vectors, exact_up_to)
    for rows, wanted, selector in _portions(owners, k):
        scores, ids = index.search(np.ascontiguousarray(vectors[rows]), wanted, params=_parameters(index, selector))
        similarities = np.asarray(scores, dtype=np.float64)
        np.round(similarities, DIGITS, out=similarities)
        similarities[ids < 0] = -np.inf
        farthest = similarities.min(axis=1)
        similarities[owners[ids] == owners[rows][:, None]] = -np.inf
        best, best_ids = _best(similarities, ids, k)
        found.similarities[rows, : best.shape[1]], found.ids[rows, : best.shape[1]] = best, best_ids
        if wanted < n:
            for row in rows[(best[:, -1] <= farthest) & np.isfinite(farthest)]:
                found.similarities[row], found.ids[row] = _in_full(vectors, owners, int(row), k)
    return found


def _index(vectors: Vectors, exact_up_to: int) -> Any:  # noqa: ANN401 - the library's own types are not published
    import faiss

    n, dim = vectors.shape
    if n < _FEW:
        faiss.omp_set_num_threads(1)  # threads cost more than they bring, and idle ones spin
    exact = faiss.IndexFlatIP(dim)
    if n <= exact_up_to:
        exact.add(vectors)
        return exact
    index = faiss.IndexIVFFlat(exact, dim, round(2 * n**0.5), faiss.METRIC_INNER_PRODUCT)
    index.cp.seed = _SEED
    index.cp.min_points_per_centroid = 1  # fewer than the library would like is no news to anybody
    index.train(vectors)
    index.add(vectors)
    index.nprobe = _PROBES
    return index


def _portions(owners: Numbers, k: int) -> Iterator[tuple[Numbers, int, Any]]:
    """Rows to be searched at once, how many to fetch for each, and a filter where a source has too many rows to fetch them all."""
    import faiss
    import numpy as np

    n = len(owners)
    _, whose, sizes = np.unique(owners, return_inverse=True, return_counts=True)
    own = sizes[whose]
    for size in (1 << power for power in range(_CROWDED.bit_length())):
        rows = np.flatnonzero((own <= size) & (own > size // 2))
        for start in range(0, len(rows), _AT_ONCE):
            yield rows[start : start + _AT_ONCE], min(n, k + size + _SPARE), None
    for crowded in np.flatnonzero(sizes > _CROWDED):
        rows = np.flatnonzero(whose == crowded)
        others = np.flatnonzero(whose != crowded)
        if len(others):
            yield rows, min(len(others), k + _SPARE), faiss.IDSelectorBatch(others)


def _parameters(index: Any, selector: Any) -> Any:  # noqa: ANN401 - the library's own types are not published
    import faiss

    if selector is None:
        return None
    if isinstance(index, faiss.IndexIVF):
        return faiss.SearchParametersIVF(sel=selector, nprobe=index.nprobe)  # type: ignore[call-arg]
    return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]


def _best(similarities: NDArray[np.float64], ids: Numbers, k: int) -> tuple[NDArray[np.float64], Numbers]:
    """The ``k`` best of each row, ties by number; what is ``-inf`` has no number."""
    import numpy as np

    order = np.lexsort((ids, -similarities), axis=-1)[:, :k]
    best = np.take_along_axis(similarities, order, axis=1)
    return best, np.where(np.isfinite(best), np.take_along_axis(ids, order, axis=1), -1)


def _in_full(vectors: Vectors, owners: Numbers, row: int, k: int) -> tuple[NDArray[np.float64], Numbers]:
    import numpy as np

    similarities = np.round((vectors @ vectors[row]).astype(np.float64), DIGITS)
    similarities[owners == owners[row]] = -np.inf
    best, ids = _best(similarities[None, :], np.arange(len(owners))[None, :], k)
    missing = k - best.shape[1]
    return np.pad(best[0], (0, missing), constant_values=-np.inf), np.pad(ids[0], (0, missing), constant_values=-1)
