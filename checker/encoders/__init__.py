"""Turning sentences of any language into vectors that lie near each other when they say alike.

``load_encoder()`` gives the encoder of the package, which needs no download and no torch;
``load_encoder(name)`` any sentence-transformers model, from the hub or a local folder.
"""

from __future__ import annotations

from pathlib import Path

from checker.encoders.protocol import Encoder

__all__ = ["BUNDLED", "Encoder", "load_encoder"]

BUNDLED = "bundled"


def load_encoder(name: str = BUNDLED, prompt: str | None = None) -> Encoder:
    """The bundled encoder, or a sentence-transformers model by hub name or local folder.

    A folder that ``training`` wrote is read like the bundled one. ``prompt`` is put before each text that
    any other model is given; where it is ``None``, that is the model's own prompt for texts compared with
    their like, if it has one ("query: " for E5 models). Vectors of such a model are kept in the user's
    cache folder, since it may take a second a page. Raises ``checker.errors.ModelError`` if it cannot be loaded.
    """
    from checker.encoders.bundled import BundledEncoder, is_own

    if name == BUNDLED:
        return BundledEncoder.load()
    if is_own(name):
        return BundledEncoder.load(Path(name), name)
    from checker.encoders.cache import cached
    from checker.encoders.sentence_transformer import SentenceTransformerEncoder

    encoder = SentenceTransformerEncoder.load(name, prompt)
    return cached(encoder, encoder.prompt or "")
