"""How long work reports its progress. The library never prints; the command line hands in a bar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """Something that watches a sequence go by."""

    def track(self, items: Sequence[Item], description: str) -> Iterable[Item]:
        """The items, one by one."""
        ...


class NoProgress:
    """Watches nothing."""

    def track(self, items: Sequence[Item], description: str) -> Iterable[Item]:  # noqa: ARG002 - the protocol's argument
        """The items as they are."""
        return items


NO_PROGRESS = NoProgress()
