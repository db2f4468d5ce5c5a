"""Outputs. A report format is one file here with ``write(result, view) -> str``.

``as_<format>.py`` adds ``--format <format>``; nothing else has to name it.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
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
    module = name if name == "terminal" else f"{_PREFIX}{name}"
    write: Callable[[Result, View], str] = import_module(f"{__name__}.{module}").write
    return write
