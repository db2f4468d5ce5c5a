"""A report with other thresholds, from the pairs it keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from checker.decide import CLASSES, model
from checker.errors import InputError, SettingsError
from checker.model import Verdict
from checker.nearest import unknown
from checker.result import Result
from checker.settling import decided_anew

AnyResult = TypeVar("AnyResult", bound=Result)

_MOVABLE = {verdict.value: verdict for verdict in CLASSES if verdict is not Verdict.UNRELATED}


def rethreshold(result: AnyResult, thresholds: Mapping[str, float]) -> AnyResult:
    """All pairs of ``result`` decided anew, a verdict from the probability given; see ``Report.rethreshold``."""
    wanted = _checked(thresholds)
    workings = result.workings
    if workings is None:
        raise InputError("this report was made by hand and keeps no pairs to decide anew")
    pairs = decided_anew(workings.pairs, wanted)
    settled = workings.settling.settle(pairs)
    used = {verdict.value: wanted.get(verdict, model().thresholds[verdict]) for verdict in _MOVABLE.values()}
    run = {
        **result.run,
        "thresholds": {**result.run["thresholds"], "verdicts": used},
        "pairs": {**result.run["pairs"], "suppressed": settled.counts()},
    }
    return replace(
        result,
        run=run,
        findings=settled.findings,
        unsupported=settled.unsupported,
        workings=replace(workings, pairs=pairs, settled=settled),
    )


def _checked(thresholds: Mapping[str, float]) -> dict[Verdict, float]:
    problems = [unknown("verdict", name, _MOVABLE) for name in thresholds if name not in _MOVABLE]
    problems += [
        f"{name} must be a number from 0 to 1, not {level!r}"
        for name, level in thresholds.items()
        if isinstance(level, bool) or not isinstance(level, int | float) or not 0 <= level <= 1
    ]
    if problems:
        raise SettingsError(problems)
    return {_MOVABLE[name]: float(level) for name, level in thresholds.items()}
