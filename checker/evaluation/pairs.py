"""Scoring ``compare`` on labelled pairs (``pairs.jsonl``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.chosen import chosen_encoder
from checker.comparing import compare_with
from checker.encoders import Encoder
from checker.errors import InputError
from checker.evaluation.lines import rows
from checker.evaluation.scores import Score
from checker.evaluation.steps import FOUND, counted, lost_at
from checker.model import Type, Verdict
from checker.nearest import unknown
from checker.progress import NO_PROGRESS, Progress
from checker.settings import Settings


@dataclass(frozen=True, slots=True)
class PairResult:
    """One labelled pair and what the checker said of it."""

    id: str
    languages: str
    gold: Verdict
    gold_types: tuple[Type, ...]
    verdict: Verdict
    types: tuple[Type, ...]
    confidence: float
    texts: tuple[str, str]
    note: str
    lost_at: str = ""
    """The step at which a wrong answer went wrong (see ``checker.evaluation.funnel``); empty where it is right."""

    @property
    def is_right(self) -> bool:
        """Whether the verdict is the label's."""
        return self.verdict is self.gold


@dataclass(frozen=True, slots=True)
class PairScores:
    """All results of one file with their tallies."""

    file: str
    results: tuple[PairResult, ...]

    def by_verdict(self) -> dict[str, Score]:
        """One score a verdict."""

        def score(verdict: Verdict) -> Score:
            return _score(self.results, lambda r: r.gold is verdict, lambda r: r.verdict is verdict)

        return {v.value: score(v) for v in _VERDICTS}

    def by_type(self) -> dict[str, Score]:
        """Contradictions by type: reported with the type against labelled with it."""

        def score(kind: Type) -> Score:
            return _score(
                self.results,
                lambda r: r.gold is Verdict.CONTRADICTION and kind in r.gold_types,
                lambda r: r.verdict is Verdict.CONTRADICTION and kind in r.types,
            )

        return {t.value: score(t) for t in Type}

    def by_languages(self) -> dict[str, Score]:
        """Contradictions by language pair."""
        return {
            languages: _score(
                [r for r in self.results if r.languages == languages],
                lambda r: r.gold is Verdict.CONTRADICTION,
                lambda r: r.verdict is Verdict.CONTRADICTION,
            )
            for languages in sorted({r.languages for r in self.results})
        }

    def lost(self) -> dict[str, Counter[str]]:
        """How many labelled findings came through and how many each step lost, by verdict and type."""
        labelled = (r for r in self.results if r.gold is not Verdict.UNRELATED)
        return counted((r.gold, [t.value for t in r.gold_types], r.lost_at or FOUND) for r in labelled)


_VERDICTS = (Verdict.CONTRADICTION, Verdict.TEMPORAL_SHIFT, Verdict.CORROBORATION, Verdict.UNRELATED)


def _score(results: Sequence[PairResult], expected: Callable[[PairResult], bool], reported: Callable[[PairResult], bool]) -> Score:
    both = sum(expected(r) and reported(r) for r in results)
    return Score(both, sum(map(reported, results)), both, sum(map(expected, results)))


def score_pairs(path: Path, settings: Settings, progress: Progress = NO_PROGRESS) -> PairScores:
    """Compare every pair of a file. Raises ``InputError`` that names the line of a malformed pair."""
    found = labelled_pairs(path)
    encoder = chosen_encoder(settings)
    return PairScores(path.name, tuple(_scored(*row, encoder) for row in progress.track(found, "comparing pairs")))


def labelled_pairs(path: Path) -> list[tuple[str, Mapping[str, Any]]]:
    """The pairs of a file, each with its place. Raises ``InputError`` if there are none or one is malformed."""
    found = list(rows(path, "labelled pair", _trouble))
    if not found:
        raise InputError(f"{path.name} holds no pairs")
    return found


def _trouble(row: object) -> str:
    """What a pair lacks; an empty string where nothing."""
    if not isinstance(row, dict):
        return "it is no object with a, b, verdict and types"
    for side in ("a", "b"):
        if not isinstance(row.get(side), dict) or not isinstance(row[side].get("text"), str):
            return f"{side!r} must be an object with a text"
        for field in ("lang", "published"):
            if not isinstance(row[side].get(field), str | None):
                return f"the {field} of {side!r} must be a string"
    valid = [verdict.value for verdict in _VERDICTS]
    if row.get("verdict") not in valid:
        return unknown("verdict", str(row.get("verdict")), valid)
    types = row.get("types") or []
    if not isinstance(types, list):
        return f"'types' must be a list, not {types!r}"
    kinds = [kind.value for kind in Type]
    return next((unknown("type", str(t), kinds) for t in types if t not in kinds), "")


def _scored(place: str, row: Mapping[str, Any], encoder: Encoder) -> PairResult:
    a, b = row["a"], row["b"]
    try:
        found = compare_with(
            encoder,
            a["text"],
            b["text"],
            published=(a.get("published"), b.get("published")),
            lang=(a.get("lang"), b.get("lang")),
        )
    except InputError as error:
        raise InputError(f"{place}: {error}") from error
    gold = Verdict(row["verdict"])
    return PairResult(
        id=str(row.get("id", place)),
        languages="-".join(sorted((a.get("lang") or "und", b.get("lang") or "und"))),
        gold=gold,
        gold_types=tuple(Type(t) for t in row.get("types") or ()),
        verdict=found.verdict,
        types=found.types,
        confidence=found.confidence,
        texts=(a["text"], b["text"]),
        note=str(row.get("note", "")),
        lost_at=lost_at([found.judged], gold)[0] if found.verdict is not gold and gold is not Verdict.UNRELATED else "",
    )
