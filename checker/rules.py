"""What a detector is: a function from two claims to outcomes, with a code, a type and its page.

A detector is one file in ``checker/detectors/`` that holds one function under ``@rule``. Its name
is the file's, its documentation the module's docstring. Nothing else has to name it.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.model import Outcome, Severity, Type
from claims.model import Claim

Compare = Callable[[Claim, Claim], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One detector. ``code`` is never reused; ``type`` is the contradiction type it finds."""

    code: str
    name: str
    type: Type
    severity: Severity
    doc: str
    compare: Compare

    @property
    def summary(self) -> str:
        """The first line of its documentation."""
        return self.doc.strip().splitlines()[0]


def rule(code: str, type: Type, severity: Severity = Severity.ERROR) -> Callable[[Compare], Rule]:  # noqa: A002 - the word is the domain's
    """Make a ``Rule`` of a compare function; name and documentation come from its module."""

    def make(compare: Compare) -> Rule:
        doc = inspect.getdoc(sys.modules[compare.__module__]) or ""
        return Rule(code, compare.__module__.rpartition(".")[2].replace("_", "-"), type, severity, doc, compare)

    return make
