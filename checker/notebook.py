"""Displays for the plain data of ``claims`` and ``checker`` in a notebook, and progress bars there.

``claims.model`` and ``checker.model`` are data that know of no screen, and what makes them safe to show
lives in ``checker.render``; so the displays are not methods but formatters, handed to IPython when
``checker``, or any part of it, is first imported inside of it. ``Report``, ``Comparison`` and ``Explanation``
bring their own. Pandas tables keep theirs, with right-to-left cells put right, unless somebody has given
them another.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from checker.progress import NO_PROGRESS, Progress

Item = TypeVar("Item")

_FRAMES = ("pandas.DataFrame", "pandas.core.frame.DataFrame")
"""What pandas from version 3 on, and before, calls its class. Given by name, as pandas need not be loaded yet."""
_DELAY_SECONDS = 1.0
"""Work that is done sooner shows no bar."""


def shell() -> Any:  # noqa: ANN401 - IPython may not be installed
    """The running IPython, or ``None``; never imports it."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def register() -> None:
    """Give the running IPython, if there is one, a display for claims, readings, sources and findings."""
    running = shell()
    if running is None:
        return
    from checker.model import Finding
    from checker.render import html_frame, html_objects
    from claims.model import Claim, Reading, Source

    displays: tuple[tuple[type, Callable[[Any], str]], ...] = (
        (Claim, html_objects.claim),
        (Reading, html_objects.reading),
        (Source, html_objects.source),
        (Finding, html_objects.finding),
    )
    formatter = running.display_formatter.formatters["text/html"]
    for kind, display in displays:
        formatter.for_type(kind, display)
    for name in _FRAMES:
        if name not in formatter:
            formatter.for_type(name, html_frame.frame)


def progress() -> Progress:
    """Bars where code runs in the kernel of a notebook and can show them, otherwise nothing."""
    running = shell()
    if running is None or not hasattr(running, "kernel"):
        return NO_PROGRESS
    try:
        import ipywidgets  # noqa: F401 - what the bars are drawn with
        from tqdm.notebook import tqdm
    except ImportError:
        return NO_PROGRESS
    return _Bars(tqdm)


class _Bars:
    """A bar for each step that takes longer than a moment; it goes when the step is done."""

    def __init__(self, bar: Callable[..., Iterable[Any]]) -> None:
        self._bar = bar

    def track(self, items: Sequence[Item], description: str) -> Iterable[Item]:
        """The items unchanged, counted in the notebook."""
        return self._bar(items, desc=description, delay=_DELAY_SECONDS, leave=False)
