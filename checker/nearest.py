"""The nearest valid name for a mistyped one, as every error message offers it."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, valid: Iterable[str]) -> str:
    """The valid name most like ``name``, or an empty string where none is like it."""
    from difflib import get_close_matches

    by_fold = {word.casefold().replace("-", "_"): word for word in sorted(valid)}
    found = get_close_matches(name.casefold().replace("-", "_"), by_fold, n=1, cutoff=0.5)
    return by_fold[found[0]] if found else ""


def unknown(kind: str, name: str, valid: Iterable[str]) -> str:
    """One line that says ``name`` is no ``kind`` and what was probably meant."""
    valid = list(valid)
    meant = nearest(name, valid)
    return f"unknown {kind} {name!r}; " + (f"did you mean {meant!r}?" if meant else f"valid: {', '.join(valid)}")
