"""Aligning claims across sources: which two may speak of the same thing.

Neighbours are always sought among the claims of *other* sources, so that a source with many claims
never crowds out its own. Similarity is corrected for hubs (claims that are near to everything) with
CSLS: ``2 cos(a, b) - r(a) - r(b)`` with ``r`` the mean similarity to the k nearest of the other
sources (Conneau et al. 2018, "Word translation without parallel data"). Order and ties never depend
on the order of the input.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.search import DIGITS, EXACT_UP_TO, search

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_AT_ONCE = 100_000


@dataclass(frozen=True, slots=True, order=True)
class Neighbour:
    """Claims ``left`` < ``right`` by index, their cosine, and the hub-corrected margin."""

    left: int
    right: int
    similarity: float
    margin: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The vectors of some claims with how near each is to the other sources' claims in general."""

    vectors: Vectors
    hubs: NDArray[np.float64]
    neighbours: tuple[Neighbour, ...]
    """The pairs in which one claim is among the other's nearest, sorted by index."""

    def pairs(self, ends: Sequence[tuple[int, int]]) -> tuple[Neighbour, ...]:
        """Any pairs of claims, near or not, each with the smaller index first."""
        import numpy as np

        return _pairs(self.vectors, self.hubs, np.array(ends, dtype=np.int64).reshape(len(ends), 2))


def align(vectors: Vectors, owners: Sequence[int], k: int, exact_up_to: int = EXACT_UP_TO) -> Alignment:
    """Find the ``k`` nearest claims of other sources for every claim.

    ``vectors`` has shape (n, dim) and unit rows; ``owners[i]`` is the source of claim ``i``. The
    search is exact up to ``exact_up_to`` claims.
    """
    import numpy as np

    n = len(owners)
    if n == 0:
        return Alignment(vectors, np.zeros(0), ())
    found = search(vectors, np.asarray(owners), k, exact_up_to)
    real = found.ids >= 0
    hubs = np.where(real, found.similarities, 0.0).sum(axis=1) / np.maximum(real.sum(axis=1), 1)
    rows, columns = np.nonzero(real)
    others = found.ids[rows, columns]
    ends = np.unique(np.minimum(rows, others) * n + np.maximum(rows, others))
    return Alignment(vectors, hubs, _pairs(vectors, hubs, np.stack([ends // n, ends % n], axis=1)))


def _pairs(vectors: Vectors, hubs: NDArray[np.float64], ends: NDArray[np.int64]) -> tuple[Neighbour, ...]:
    """Pairs with their similarities, summed in one order whatever search found them."""
    import numpy as np

    similarities = np.concatenate(
        [
            np.einsum("ij,ij->i", vectors[some[:, 0]], vectors[some[:, 1]], dtype=np.float64)
            for some in (ends[start : start + _AT_ONCE] for start in range(0, max(len(ends), 1), _AT_ONCE))
        ]
    ).round(DIGITS)
    margins = (2 * similarities - hubs[ends[:, 0]] - hubs[ends[:, 1]]).round(DIGITS)
    return tuple(Neighbour(i, j, s, m) for (i, j), s, m in zip(ends.tolist(), similarities.tolist(), margins.tolist(), strict=True))
