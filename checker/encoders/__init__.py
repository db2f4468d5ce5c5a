"""Turning sentences of any language into vectors that lie near each other when they say alike.

``load_encoder()`` gives the encoder of the package, which needs no download and no torch;
``load_encoder(name)`` any sentence-transformers model, from the hub or a local folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUNDLED = "bundled"


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


def load_encoder(name: str = BUNDLED) -> Encoder:
    """The bundled encoder, or a sentence-transformers model by hub name or local folder.

    A folder that ``training`` wrote is read like the bundled one. Vectors of any other model are kept
    in the user's cache folder, since such a model may take a second a page. Raises
    ``checker.errors.ModelError`` if it cannot be loaded.
    """
    from checker.encoders.bundled import BundledEncoder, is_own

    if name == BUNDLED:
        return BundledEncoder.load()
    if is_own(name):
        return BundledEncoder.load(Path(name), name)
    from checker.encoders.cache import cached
    from checker.encoders.sentence_transformer import SentenceTransformerEncoder

    return cached(SentenceTransformerEncoder.load(name))
