"""What one text says: reading articles into claims with facets.

>>> from claims import claims_of_text
>>> [type(f).__name__ for f in claims_of_text("The strike did not begin.", "en").claims[0] if type(f).__name__ == "Event"]
['Event', 'Event']

Everything here is loaded on first use, so that ``import claims`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.extract import claims_of_text, extract, facets_of, read
    from claims.model import Claim, Facet, Reading, Sentence, Source, UnreadableError

_HOME = {
    "Claim": "claims.model",
    "Facet": "claims.model",
    "Reading": "claims.model",
    "Sentence": "claims.model",
    "Source": "claims.model",
    "UnreadableError": "claims.model",
    "claims_of_text": "claims.extract",
    "extract": "claims.extract",
    "facets_of": "claims.extract",
    "read": "claims.extract",
}

__all__ = ["Claim", "Facet", "Reading", "Sentence", "Source", "UnreadableError", "claims_of_text", "extract", "facets_of", "read"]


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'claims' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
