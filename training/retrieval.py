"""How often the nearest neighbour of a sentence is its translation, with and without CSLS."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


def accuracy(left: Vectors, right: Vectors, *, csls: bool = False, neighbours: int = 10) -> float:
    """Share of rows whose best match on the other side is the row of the same number, both directions averaged.

    CSLS takes from each score half of both sides' mean over their nearest neighbours: it undoes
    hubs, the vectors that lie near everything.
    """
    scores = left @ right.T
    if csls:
        k = min(neighbours, len(left))
        rows = np.sort(scores, axis=1)[:, -k:].mean(axis=1, keepdims=True)
        columns = np.sort(scores, axis=0)[-k:].mean(axis=0, keepdims=True)
        scores = 2 * scores - rows - columns
    truth = np.arange(len(scores))
    return float(((scores.argmax(axis=1) == truth).mean() + (scores.argmax(axis=0) == truth).mean()) / 2)
