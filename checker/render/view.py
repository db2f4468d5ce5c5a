"""How a reader wants to see a report."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Verdict


@dataclass(frozen=True, slots=True)
class View:
    """Width in cells, whether colour can be shown, and the verdicts asked for (empty: the usual view).

    The usual view opens contradictions and stale articles and folds the rest to one line each.
    ``root`` is the folder from which outputs for other programs name files; without it they take
    the report's own names.
    """

    width: int = 80
    colour: bool = False
    show: tuple[str, ...] = ()
    root: str = ""

    def opens(self, verdict: Verdict) -> bool:
        """Whether findings of this verdict are shown in full."""
        if not self.show:
            return verdict in (Verdict.CONTRADICTION, Verdict.STALE)
        return "all" in self.show or verdict.value in self.show

    def folds(self, verdict: Verdict) -> bool:
        """Whether findings of this verdict are shown as one line each."""
        return not self.show and not self.opens(verdict)

    @property
    def everything(self) -> bool:
        """Whether nothing is to be shortened or left out."""
        return "all" in self.show

    @property
    def lists_unsupported(self) -> bool:
        """Whether the claims of a draft that no other source carries are listed."""
        return "all" in self.show or "unsupported" in self.show
