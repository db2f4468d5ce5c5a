"""Every code a finding can carry, with its page: the detectors' own, and those of the decision.

A detector's page is its module's docstring. The other codes are made by no detector, because they
need more than two claims at hand: a whole article, or the decision over all detectors.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.detectors import rules
from checker.model import Severity
from checker.nearest import unknown


@dataclass(frozen=True, slots=True)
class Entry:
    """One code: its name, what it finds (a contradiction's type, or a verdict), and its page."""

    code: str
    name: str
    finds: str
    severity: Severity
    doc: str

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.doc.strip().splitlines()[0]


@cache
def catalogue() -> tuple[Entry, ...]:
    """All codes, sorted."""
    made = [Entry(rule.code, rule.name, rule.type.value, rule.severity, rule.doc.strip()) for rule in rules()]
    made += [_entry(page) for page in (files("checker") / "data" / "codes.md").read_text("utf-8").split("\n# ")[1:]]
    return tuple(sorted(made, key=lambda entry: entry.code))


def entry(name: str) -> Entry:
    """The entry of a code or a name; ``InputError`` with the nearest one if there is none."""
    from checker.errors import InputError

    for found in catalogue():
        if name.casefold() in (found.code.casefold(), found.name):
            return found
    names = [word for found in catalogue() for word in (found.code, found.name)]
    raise InputError(f"{unknown('rule', name, names)}; to explain a finding, give the paths of its report too")


def _entry(page: str) -> Entry:
    """``CODE name finds severity`` on the first line, then the page."""
    head, _, doc = page.partition("\n")
    code, name, finds, severity = head.split()
    return Entry(code, name, finds, Severity(severity), doc.strip())
