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
        for i, claim in enumerate(claims):
            self._of[claim.file].append(i)
        self._known: dict[tuple[str, str], NDArray[np.float32]] = {}

    def evidence(self, left: int, right: int, similarity: float) -> tuple[Evidence, ...]:
        """How alike two claims are as a whole, and by how much more than either is to the best other sentence of the other's article."""
        scale = self._calibration
        alike = Evidence("alike", "", "", scale.as_bundled(round(similarity, _DIGITS)), "likeness of the whole, as the encoder sees it")
        ahead = [similarity - best for best in (self._best_other(left, right), self._best_other(right, left)) if best is not None]
        if not ahead:
            return (alike,)
        margin = scale.margin_as_bundled(round(sum(ahead) / len(ahead), _DIGITS))
        shown = [f"{x:+.2f}" for x in ahead]
        return alike, Evidence("stands_out", shown[0], shown[-1], margin, "nearer than the next best sentence of the other's article, by")

    def _best_other(self, claim: int, taken: int) -> float | None:
        """The likeness of a claim to the sentence nearest to it in the article of ``taken``, but that of ``taken`` itself."""
        file, sentence = self._claims[taken].file, self._claims[taken].sentence.start
        others = [k for k, i in enumerate(self._of[file]) if self._claims[i].sentence.start != sentence]
        if not others:
            return None
        mine = self._of[self._claims[claim].file].index(claim)
        return float(self._likeness(self._claims[claim].file, file)[mine][others].max())

    def _likeness(self, file: str, other: str) -> NDArray[np.float32]:
        """The cosines of the claims of two articles, shape (claims of ``file``, claims of ``other``)."""
        if (file, other) not in self._known:
            table = self._vectors[self._of[file]] @ self._vectors[self._of[other]].T
            self._known[file, other], self._known[other, file] = table, table.T
        return self._known[file, other]
