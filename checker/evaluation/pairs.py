"""Scoring ``compare`` on labelled pairs (``pairs.jsonl``)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.comparing import compare_with
from checker.encoders import load_encoder
from checker.errors import CheckerError, InputError
from checker.evaluation.scores import Score
from checker.model import Type, Verdict
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


_VERDICTS = (Verdict.CONTRADICTION, Verdict.TEMPORAL_SHIFT, Verdict.CORROBORATION, Verdict.UNRELATED)


def _score(results: Sequence[PairResult], expected: Callable[[PairResult], bool], reported: Callable[[PairResult], bool]) -> Score:
    both = sum(expected(r) and reported(r) for r in results)
    return Score(both, sum(map(reported, results)), both, sum(map(expected, results)))


def score_pairs(path: Path, settings: Settings, progress: Progress = NO_PROGRESS) -> PairScores:
    """Compare every pair of a file. Raises ``InputError`` that names the line of a malformed pair."""
    encoder = load_encoder(settings.encoder)
    lines = [(n, line) for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if line.strip()]
    results = []
    for number, line in progress.track(lines, "comparing pairs"):
        try:
            row = json.loads(line)
            a, b = row["a"], row["b"]
            found = compare_with(
                encoder,
                a["text"],
                b["text"],
                published=(a.get("published"), b.get("published")),
                lang=(a.get("lang"), b.get("lang")),
            )
            languages = "-".join(sorted((a.get("lang") or "und", b.get("lang") or "und")))
            gold, types = Verdict(row["verdict"]), tuple(Type(t) for t in row.get("types", ()))
            texts, name = (a["text"], b["text"]), str(row.get("id", number))
        except CheckerError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"{path.name}:{number}: not a labelled pair ({error}); each line needs a, b, verdict and types") from error
        results.append(
            PairResult(name, languages, gold, types, found.verdict, found.types, found.confidence, texts, str(row.get("note", "")))
        )
    if not results:
        raise InputError(f"{path.name} holds no pairs")
    return PairScores(path.name, tuple(results))
