"""What a report was made from, kept so that it can be explored and decided anew without reading anything again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from checker.encoders import Encoder
    from checker.matching import JudgedPair
    from checker.settling import Settled, Settling
    from claims.model import Claim


@dataclass(frozen=True, slots=True, repr=False)
class Workings:
    """The claims with their vectors, every pair that was looked at, and what the pairs came to.

    ``claims`` are in the order of the rows of ``vectors``, shape (claims, dim). ``pairs`` carry the
    decision as first made (``pair.trace`` takes it apart), ``settled`` how it ended,
    ``settling`` what is needed to settle others.
    """

    claims: tuple[Claim, ...]
    vectors: NDArray[np.float32]
    encoder: Encoder
    pairs: tuple[JudgedPair, ...]
    settling: Settling
    settled: Settled

    def __repr__(self) -> str:
        return f"<Workings: {len(self.claims)} claims, {len(self.pairs)} pairs>"
