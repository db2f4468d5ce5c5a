"""Where drafts are checked: one at a time, a few waiting, none for longer than it may take."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TypeVar

from checker.progress import Item
from checker.service.answers import RefusedError

Answer = TypeVar("Answer")

_MOST_WAITING = 8


class OutOfTimeError(Exception):
    """The time a check may take is over."""


class Deadline:
    """Watches the work like a progress bar, and ends it between two items when its time is over."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def track(self, items: Sequence[Item], description: str) -> Iterator[Item]:  # noqa: ARG002 - the protocol's argument
        """The items, one by one, until the time is over."""
        for item in items:
            if monotonic() > self._end:
                raise OutOfTimeError
            yield item


class Bench:
    """Runs checks in one thread beside the one that answers, so that the service always answers.

    The work keeps one core busy; a second thread would only make both slower.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")
        self._waiting = 0

    async def run(self, work: Callable[[Deadline], Answer]) -> Answer:
        """The result of ``work``. Raises ``RefusedError``: 503 where too many wait, 504 where the time is over."""
        if self._waiting > _MOST_WAITING:
            raise RefusedError(503, "busy", "too many drafts are waiting; try again in a moment", {"Retry-After": "1"})
        self._waiting += 1
        try:
            deadline = Deadline(self._seconds)
            future = asyncio.get_running_loop().run_in_executor(self._worker, work, deadline)
            return await asyncio.wait_for(future, self._seconds)
        except (TimeoutError, OutOfTimeError):
            message = f"the check took longer than {self._seconds:g} seconds and was stopped; send less text at a time"
            raise RefusedError(504, "out-of-time", message) from None
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Let go of the thread; what runs ends by its deadline."""
        self._worker.shutdown(wait=False, cancel_futures=True)
