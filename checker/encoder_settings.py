"""What the settings say of one encoder: the table ``[encoders."NAME"]``, as ``checker calibrate`` writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from checker.encoders.calibration import Calibration
from checker.nearest import unknown

_COSINES = ("min_similarity", "chance", "spread")


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """``prompt`` stands before each text the encoder is given; ``None`` leaves that to the model."""

    prompt: str | None = None
    calibration: Calibration | None = None


def read_encoders(value: object) -> tuple[dict[str, EncoderSettings], list[str]]:
    """The settings by name, and what is wrong with them."""
    if not isinstance(value, Mapping):
        return {}, [f"must be tables, one an encoder, not {value!r}"]
    found: dict[str, EncoderSettings] = {}
    problems: list[str] = []
    for name, table in sorted(value.items()):
        if isinstance(table, EncoderSettings):
            found[name] = table
        elif isinstance(table, Mapping):
            wrong = list(_problems(table))
            problems += [f"of {name!r}: {line}" for line in wrong]
            if not wrong:
                found[name] = _settings(table)
        else:
            problems.append(f"of {name!r}: must be a table, not {table!r}")
    return found, problems


def _settings(table: Mapping[str, Any]) -> EncoderSettings:
    prompt = table.get("prompt")
    if "chance" not in table:
        return EncoderSettings(prompt)
    least, chance, spread = (float(table[key]) for key in _COSINES)
    return EncoderSettings(prompt, Calibration(least, chance, spread, table.get("revision", "")))


def _problems(table: Mapping[str, Any]) -> list[str]:
    problems = [unknown("setting", key, _CHECKS) for key in table if key not in _CHECKS]
    problems += [f"{key} {said}" for key, check in _CHECKS.items() if key in table and (said := check(table[key]))]
    missing = [key for key in _COSINES if key not in table]
    if 0 < len(missing) < len(_COSINES):
        problems.append(f"{' and '.join(missing)} must be given too; checker calibrate writes all of them")
    if not problems and not missing and table["spread"] <= 0:
        problems.append(f"spread must be above 0, not {table['spread']}")
    return problems


def _is_cosine(value: object) -> str:
    well = isinstance(value, int | float) and not isinstance(value, bool) and -1 <= value <= 1
    return "" if well else f"must be a number from -1 to 1, not {value!r}"


def _is_text(value: object) -> str:
    return "" if isinstance(value, str) else f"must be a text, not {value!r}"


_CHECKS: Mapping[str, Callable[[object], str]] = {
    "prompt": _is_text,
    "revision": _is_text,
    **dict.fromkeys(_COSINES, _is_cosine),
}
