"""Errors a user can cause; each is one line that names the cure.

CheckerError
├── InputError      a path that does not exist, nothing readable at all
├── SettingsError   every bad setting at once, each with the nearest valid key
├── ModelError      what is missing, how to get it, how to run without it
└── ExtraError      an optional part that is not installed, and the line that installs it
"""

from __future__ import annotations


class CheckerError(Exception):
    """Base of all errors that end a run; the command line prints it and exits with 2."""


class InputError(CheckerError):
    """The input cannot be checked at all."""


class SettingsError(CheckerError):
    """One or more settings are wrong; ``problems`` lists them all."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problems))


class ModelError(CheckerError):
    """An encoder could not be loaded."""


class ExtraError(CheckerError):
    """An optional part of the package is not installed."""
