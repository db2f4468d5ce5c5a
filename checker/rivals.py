"""How much better two claims fit each other than either fits the rest of the other's article.

Claims on one topic are all alike. What tells the one that answers a claim from its neighbours is
that nothing else in its article comes as near: a margin, as in mining translations (Artetxe and
Schwenk 2019, "Margin-based parallel corpus mining"), here within one article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.encoders.calibration import Calibration
from checker.model import Evidence
from claims.model import Claim

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DIGITS = 4


class Rivals:
    """The claims of a run by article, with their unit vectors of shape (n, dim)."""

    def __init__(self, claims: Sequence[Claim], vectors: NDArray[np.float32], calibration: Calibration) -> None:
        self._claims, self._vectors, self._calibration = claims, vectors, calibration
        self._of: dict[str, list[int]] = defaultdict(list)
        self._place: list[int] = []
        for i, claim in enumerate(claims):
            self._place.append(len(self._of[claim.file]))
            self._of[claim.file].append(i)
        self._left = ""
        self._tables: dict[str, NDArray[np.float32]] = {}

    def evidence(self, left: int, right: int, similarity: float) -> tuple[Evidence, ...]:
        """How alike two claims are as a whole, and by how much more than either is to the best other sentence of the other's article."""
        scale = self._calibration
        alike = Evidence("alike", "", "", scale.as_bundled(round(similarity, _DIGITS)), "likeness of the whole, as the encoder sees it")
        table = self._likeness(self._claims[left].file, self._claims[right].file)
        best = (self._best_other(right, table[self._place[left]]), self._best_other(left, table[:, self._place[right]]))
        ahead = [similarity - other for other in best if other is not None]
        if not ahead:
            return (alike,)
        margin = scale.margin_as_bundled(round(sum(ahead) / len(ahead), _DIGITS))
        shown = [f"{x:+.2f}" for x in ahead]
        return alike, Evidence("stands_out", shown[0], shown[-1], margin, "nearer than the next best sentence of the other's article, by")

    def _best_other(self, taken: int, likeness: NDArray[np.float32]) -> float | None:
        """The highest likeness to a sentence of the article of ``taken``, but to that of ``taken`` itself."""
        file, sentence = self._claims[taken].file, self._claims[taken].sentence.start
        others = [k for k, i in enumerate(self._of[file]) if self._claims[i].sentence.start != sentence]
        return float(likeness[others].max()) if others else None

    def _likeness(self, left: str, right: str) -> NDArray[np.float32]:
        """The cosines of the claims of two articles, shape (claims of ``left``, claims of ``right``).

        Pairs come sorted by their left side, so that only the tables of one left article are kept.
        """
        if left != self._left:
            self._left, self._tables = left, {}
        if right not in self._tables:
            self._tables[right] = self._vectors[self._of[left]] @ self._vectors[self._of[right]].T
        return self._tables[right]
