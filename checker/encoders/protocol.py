"""What an encoder is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Encoder(Protocol):
    """What the aligner needs of a model.

    Rows of ``encode`` have unit length, so their dot product is the cosine. A text without any
    word is a row of zeros with the bundled encoder: it is like nothing.
    """

    @property
    def name(self) -> str:
        """What the user called it."""

    @property
    def revision(self) -> str:
        """Which state of the model it is, as a report records it."""

    @property
    def dim(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order."""
