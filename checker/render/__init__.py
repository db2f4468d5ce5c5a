"""Outputs. A report format is one file here with ``write(result, view) -> str``.

``as_<format>.py`` adds ``--format <format>``; nothing else has to name it. Beside ``write`` it may
say ``CARRIES_NOTICES = False``, so that the command line tells them on standard error, and
``BESIDE = (variable, format)``: where the environment variable names a file, the report is appended
to it in that other format. ``MEDIA_TYPE`` is what a web service calls the format, plain text where
it says none.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the names of the formats cost the command line nothing
    from checker.render.view import View
    from checker.result import Result

_PREFIX = "as_"


@cache
def formats() -> tuple[str, ...]:
    """The names of all report formats: what people read first, then what programs read."""
    names = sorted(module.name.removeprefix(_PREFIX) for module in pkgutil.iter_modules(__path__) if module.name.startswith(_PREFIX))
    return ("terminal", *names)


def writer(name: str) -> Callable[[Result, View], str]:
    """The function that writes a report in this format."""
    write: Callable[[Result, View], str] = _module(name).write
    return write


def carries_notices(name: str) -> bool:
    """Whether a report in this format tells what was not checked."""
    return getattr(_module(name), "CARRIES_NOTICES", True)


def beside(name: str) -> tuple[str, str] | None:
    """The environment variable that names a file, and the format in which the report is appended to it."""
    return getattr(_module(name), "BESIDE", None)


def media_type(name: str) -> str:
    """The media type of a format."""
    return str(getattr(_module(name), "MEDIA_TYPE", "text/plain"))


def _module(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name if name == 'terminal' else _PREFIX + name}")
