"""The encoder that the settings ask for, with its prompt and its calibration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.encoder_settings import EncoderSettings
from checker.encoders import BUNDLED, Encoder, load_encoder
from checker.encoders.calibration import CalibratedEncoder, Calibration, calibration_of, reference
from checker.model import Notice
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.encoders.nli import NliModel


def chosen_encoder(settings: Settings) -> Encoder:
    """Load it. Raises ``ModelError`` where that fails."""
    own = settings.encoders.get(settings.encoder, EncoderSettings())
    encoder = load_encoder(settings.encoder, own.prompt)
    return encoder if own.calibration is None else CalibratedEncoder(encoder, own.calibration)


def chosen_nli(settings: Settings) -> NliModel | None:
    """The NLI model that the settings name, if any. Raises ``ModelError`` where it cannot be loaded."""
    if not settings.nli:
        return None
    from checker.encoders.nli import NliModel

    return NliModel.load(settings.nli)


def min_similarity(settings: Settings, encoder: Encoder) -> float:
    """The cosine below which claims are not set side by side for their likeness: as set, otherwise as calibrated."""
    return calibration_of(encoder).min_similarity if settings.min_similarity is None else settings.min_similarity


def calibration_notices(encoder: Encoder) -> list[Notice]:
    """What is amiss with how the encoder's cosines are read."""
    calibration = calibration_of(encoder)
    cure = f"run checker calibrate PAIRS --encoder {encoder.name} --output checker.toml"
    if _is_known(encoder, calibration):
        return []
    if calibration is reference():
        return [Notice("encoder", f"no thresholds are calibrated for the encoder {encoder.name}, so those of the bundled one hold; {cure}")]
    was, now = calibration.revision, encoder.revision
    return [Notice("encoder", f"the encoder {encoder.name} was calibrated at revision {was}, but {now} is loaded; {cure}")]


def _is_known(encoder: Encoder, calibration: Calibration) -> bool:
    return encoder.name == BUNDLED or encoder.revision == calibration.revision or not calibration.revision
