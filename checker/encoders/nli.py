"""Any cross-encoder that tells entailment from contradiction, as a second opinion on pairs.

Only a model that the user names is loaded, as with encoders; which of its outputs is which is read
from its own configuration, since models differ in their order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from checker.encoders.sentence_transformer import content_hash
from checker.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

_CURE = "give a cross-encoder with entailment and contradiction labels, by folder or hub name, or run without --nli"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model says of two sentences, the mean of both directions, 0 to 1."""

    contradiction: float
    entailment: float


@dataclass(frozen=True, slots=True)
class NliModel:
    """A loaded model; ``contradiction`` and ``entailment`` are the places of these labels among its outputs."""

    name: str
    revision: str
    model: CrossEncoder
    contradiction: int
    entailment: int

    @classmethod
    def load(cls, name: str) -> Self:
        """Load by folder or hub name. Raises ``ModelError`` in one line where that fails or the labels are others."""
        folder = Path(name)
        try:
            model = _load(name)
        except Exception as error:  # a broken folder or a missing model can fail anywhere in three libraries
            reason = (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
            raise ModelError(f"cannot load the NLI model {name} ({reason}); {_CURE}") from error
        labels = {int(place): str(label) for place, label in (getattr(model.config, "id2label", None) or {}).items()}
        places = [_place_of(labels, stem) for stem in ("contradict", "entail")]
        if None in places:
            raise ModelError(f"the model {name} has the labels {', '.join(labels.values()) or 'none'}; {_CURE}")
        revision = content_hash(folder) if folder.is_dir() else str(getattr(model.config, "_commit_hash", None) or "unknown")
        contradiction, entailment = (place for place in places if place is not None)
        return cls(name, revision, model, contradiction, entailment)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Opinion]:
        """One opinion a pair, the same whichever text comes first."""
        import numpy as np

        if not pairs:
            return []
        both = [*pairs, *((b, a) for a, b in pairs)]
        scores = np.asarray(self.model.predict(both, show_progress_bar=False, convert_to_numpy=True), dtype=np.float64)
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        mean = (likely[: len(pairs)] + likely[len(pairs) :]) / 2
        return [Opinion(round(float(row[self.contradiction]), 4), round(float(row[self.entailment]), 4)) for row in mean]


def _place_of(labels: Mapping[int, str], stem: str) -> int | None:
    """The place of the label that begins so, if there is exactly one ("not_entailment" is none)."""
    found = [place for place, label in labels.items() if label.casefold().startswith(stem)]
    return found[0] if len(found) == 1 else None


def _load(name: str) -> CrossEncoder:
    import torch
    from sentence_transformers import CrossEncoder
    from transformers.utils import logging

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call] # the command line has its own, and none in pipes
    try:
        model: CrossEncoder = CrossEncoder(
            name,
            activation_fn=torch.nn.Identity(),
            trust_remote_code=False,
            local_files_only=Path(name).is_dir(),
            model_kwargs={"use_safetensors": True},
        )
        return model
    finally:
        if shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]
