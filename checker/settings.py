"""What a run is told: from ``checker.toml``, ``[tool.checker]`` of ``pyproject.toml``, and flags.

Every problem is reported at once, each with the nearest valid name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from checker.encoder_settings import EncoderSettings, read_encoders
from checker.errors import SettingsError
from checker.model import Severity, Verdict
from checker.nearest import unknown

FAIL_ON = ("contradiction", "stale", "temporal_shift", "never")
"""What makes a run fail, the strictest reason last; each includes those before it, ``never`` none."""

SHOW = (*(verdict.value for verdict in Verdict if verdict is not Verdict.UNRELATED), "unsupported", "all")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to check. The defaults are those of the command line.

    ``fail_on`` ``None`` is the command's own default; ``show`` empty is the usual view;
    ``nli`` names a model that gives a second opinion, empty for none;
    ``min_similarity`` ``None`` is what the encoder is calibrated to; ``severity`` maps rule codes (or
    names, which become codes) to severities; ``encoders`` says by name how a model is given texts and
    how its cosines are read; ``baseline`` is a report in JSON whose findings are known, ``dismissals``
    the file of those set aside.
    """

    encoder: str = "bundled"
    nli: str = ""
    min_confidence: float = 0.0
    fail_on: str | None = None
    as_of: date | None = None
    show: tuple[str, ...] = ()
    top_k: int = 30
    min_similarity: float | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)
    encoders: Mapping[str, EncoderSettings] = field(default_factory=dict)
    baseline: Path | None = None
    dismissals: Path | None = None

    def __post_init__(self) -> None:
        """Raises ``SettingsError`` with every value that does not fit."""
        problems: list[str] = []
        given = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) is not None}
        for name, value in _values(given, str, problems).items():
            object.__setattr__(self, name, value)  # the class is frozen for everyone else
        if problems:
            raise SettingsError(problems)


class _BadValueError(ValueError):
    """A value that does not fit its key; the text completes "KEY ..."."""


def load(config: Path | None = None, folder: Path = Path(), **flags: object) -> Settings:
    """Settings from a file (``config``, or the one found in ``folder``), with flags that are not ``None`` over them."""
    file, table = _read(config, folder)
    problems: list[str] = []
    values = _values(table, lambda key: f"{file.name}: {key}" if file else key, problems)
    given = {key: value for key, value in flags.items() if value is not None}
    values |= _values(given, lambda key: "--" + key.replace("_", "-"), problems)
    if problems:
        raise SettingsError(problems)
    return Settings(**values)


def _read(config: Path | None, folder: Path) -> tuple[Path | None, Mapping[str, Any]]:
    """The settings file that counts, and its table."""
    for file in [config] if config else [folder / "checker.toml", folder / "pyproject.toml"]:
        if config is None and not file.is_file():
            continue
        try:
            document = tomllib.loads(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise SettingsError([f"{file}: cannot be read: {error.strerror}"]) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError([f"{file}: is not valid TOML: {error}"]) from error
        table = document.get("tool", {}).get("checker") if file.name == "pyproject.toml" else document
        if isinstance(table, Mapping):
            return file, table
        if table is not None:
            raise SettingsError([f"{file}: tool.checker is no table; write [tool.checker] and the settings below it"])
        if config:
            raise SettingsError([f"{file}: has no [tool.checker] table"])
    return None, {}


def _values(table: Mapping[str, Any], called: Callable[[str], str], problems: list[str]) -> dict[str, Any]:
    """The valid values of a table; what is wrong with it is added to ``problems``, under the name a key is ``called``."""
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _READERS:
            problems.append(f"{called(key)}: {unknown('setting', key, _READERS)}")
            continue
        try:
            values[key] = _READERS[key](value)
        except _BadValueError as error:
            problems.extend(f"{called(key)} {line}" for line in str(error).splitlines())
    return values


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _BadValueError(f"must be a name, not {value!r}")
    return value


def _text_or_none(value: object) -> str:
    if not isinstance(value, str):
        raise _BadValueError(f"must be a name, or empty for none, not {value!r}")
    return value.strip()


def _share(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _BadValueError(f"must be a number from 0 to 1, not {value!r}")
    return float(value)


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise _BadValueError(f"must be a whole number of at least 1, not {value!r}")
    return value


def _fail_on(value: object) -> str:
    if not isinstance(value, str) or value not in FAIL_ON:
        raise _BadValueError("has an " + unknown("level", str(value), FAIL_ON))
    return value


def _show(value: object) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list | tuple):
        raise _BadValueError(f"must be a list of verdicts, not {value!r}")
    wrong = [unknown("verdict", str(name), SHOW) for name in names if name not in SHOW]
    if wrong:
        raise _BadValueError("\n".join(f"has an {line}" for line in wrong))
    return tuple(name for name in SHOW if name in names)


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _BadValueError(f"must be a day such as 2026-01-28, not {value!r}") from None


def _path(value: object) -> Path:
    if not isinstance(value, str | Path) or not str(value).strip():
        raise _BadValueError(f"must be a file's name, not {value!r}")
    return Path(value)


def _severity(value: object) -> dict[str, Severity]:
    if not isinstance(value, Mapping):
        raise _BadValueError(f"must be a table of rule = severity, not {value!r}")
    if not value:
        return {}
    from checker.catalogue import catalogue

    codes = {name: entry.code for entry in catalogue() for name in (entry.code, entry.name)}
    levels = [severity.value for severity in Severity]
    wrong = [unknown("rule", name, codes) for name in value if name not in codes]
    wrong += [unknown("severity", str(level), levels) for level in value.values() if level not in levels]
    if wrong:
        raise _BadValueError("\n".join(f"has an {line}" for line in wrong))
    return {codes[name]: Severity(level) for name, level in sorted(value.items())}


def _encoders(value: object) -> dict[str, EncoderSettings]:
    found, problems = read_encoders(value)
    if problems:
        raise _BadValueError("\n".join(problems))
    return found


_READERS: Mapping[str, Callable[[Any], object]] = {
    "encoder": _text,
    "nli": _text_or_none,
    "min_confidence": _share,
    "fail_on": _fail_on,
    "as_of": _day,
    "show": _show,
    "top_k": _count,
    "min_similarity": _share,
    "severity": _severity,
    "encoders": _encoders,
    "baseline": _path,
    "dismissals": _path,
}
