"""Whether texts agree: aligning, dating, comparing and reporting claims of several sources.

>>> from checker import report
>>> report(["articles/"])  # doctest: +SKIP
<Report of 5 sources; contradiction: 2, stale: 1, temporal_shift: 3, corroboration: 9; notices: 0>

Everything here is loaded on first use, so that ``import checker`` costs next to nothing.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.comparing import Comparison, compare
    from checker.detectors import rules
    from checker.encoders import load_encoder
    from checker.engine import check, report
    from checker.errors import CheckerError, InputError, ModelError, SettingsError
    from checker.model import Finding, Notice, Verdict
    from checker.report import Report
    from checker.settings import Settings

_HOME = {
    "CheckerError": "checker.errors",
    "Comparison": "checker.comparing",
    "Finding": "checker.model",
    "InputError": "checker.errors",
    "ModelError": "checker.errors",
    "Notice": "checker.model",
    "Report": "checker.report",
    "Settings": "checker.settings",
    "SettingsError": "checker.errors",
    "Verdict": "checker.model",
    "check": "checker.engine",
    "compare": "checker.comparing",
    "load_encoder": "checker.encoders",
    "report": "checker.engine",
    "rules": "checker.detectors",
}

__all__ = [
    "CheckerError",
    "Comparison",
    "Finding",
    "InputError",
    "ModelError",
    "Notice",
    "Report",
    "Settings",
    "SettingsError",
    "Verdict",
    "check",
    "compare",
    "load_encoder",
    "report",
    "rules",
]


class _Api(ModuleType):
    """Keeps ``checker.report`` the function: importing the submodule of that name must not hide it."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Api


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("claim-consistency-checker")
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


if "IPython" in sys.modules:  # whichever part is imported first: claims are to show themselves
    from checker.notebook import register

    register()
