"""How an encoder's cosines are to be read: models differ in what they call near.

One model gives 0.06 to sentences that have nothing to do with each other, another 0.75. The weights
of the decision were fitted on the cosines of the bundled encoder, so those of any other are brought
to its scale by how far they stand out of what chance gives: a cosine as many standard deviations above the
mean of unrelated sentences. A model that tells little then says little, where a stretch between unrelated and
related sentences would make much of its noise.
``checker calibrate`` measures them, for the bundled encoder too (``checker/data/encoders.toml``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from checker.encoders.protocol import Encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KEPT = 0.98
"""The share of related pairs that the lowest similarity lets through (benchmarks/README.md has what it costs)."""
_LEAST_APART = 1.0
"""So many standard deviations must lie between unrelated texts and the median of related ones."""
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Calibration:
    """Cosines of one encoder: below ``min_similarity`` two claims are not looked at.

    ``chance`` is the mean of sentences that have nothing to do with each other, ``spread`` their standard
    deviation; ``revision`` is the state of the model they were measured with.
    """

    min_similarity: float
    chance: float
    spread: float
    revision: str = ""

    def as_bundled(self, similarity: float) -> float:
        """The cosine that the bundled encoder would be expected to give."""
        ours = reference()
        return similarity if self is ours else round(ours.chance + (similarity - self.chance) * self._stretch(ours), _DIGITS)

    def margin_as_bundled(self, margin: float) -> float:
        """The same for a difference of cosines."""
        ours = reference()
        return margin if self is ours else round(margin * self._stretch(ours), _DIGITS)

    def _stretch(self, ours: Calibration) -> float:
        return ours.spread / self.spread


@cache
def reference() -> Calibration:
    """The bundled encoder's own."""
    table = tomllib.loads((files("checker") / "data" / "encoders.toml").read_text("utf-8"))
    return Calibration(**table["encoders"]["bundled"])


@dataclass(frozen=True, slots=True)
class CalibratedEncoder:
    """An encoder with how its cosines are to be read."""

    inner: Encoder
    calibration: Calibration

    @property
    def name(self) -> str:
        """The inner encoder's name."""
        return self.inner.name

    @property
    def revision(self) -> str:
        """The inner encoder's revision."""
        return self.inner.revision

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return self.inner.dim

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row a text."""
        return self.inner.encode(texts)


def calibration_of(encoder: Encoder) -> Calibration:
    """The calibration an encoder carries; without one it is read like the bundled encoder."""
    return encoder.calibration if isinstance(encoder, CalibratedEncoder) else reference()


def measure(encoder: Encoder, pairs: Sequence[tuple[str, str, bool]]) -> Calibration:
    """Calibrate on two texts each and whether they are on one event (at least one pair is, and two pairs are given).

    Texts of different pairs serve as those that have nothing to do with each other. Raises
    ``ValueError`` if the encoder does not tell these from related ones.
    """
    import numpy as np

    left = encoder.encode([a for a, _, _ in pairs])
    right = encoder.encode([b for _, b, _ in pairs])
    related = np.array([is_related for _, _, is_related in pairs])
    near = np.einsum("ij,ij->i", left, right)[related]
    far = np.einsum("ij,ij->i", left, np.roll(right, len(pairs) // 2, axis=0))
    chance, spread, alike, least = (
        round(float(value), 3) for value in (far.mean(), far.std(), np.median(near), np.quantile(near, 1 - KEPT))
    )
    if alike - chance < max(_LEAST_APART * spread, 0.01):
        raise ValueError(f"related texts are hardly nearer than unrelated ones (median cosine {alike}; mean {chance}, deviation {spread})")
    return Calibration(max(least, chance), chance, max(spread, 0.001), encoder.revision)
