"""Scoring reports on clusters: folders of articles with a ``gold.json`` (matching as the gold's README says)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from checker.engine import report
from checker.evaluation.funnel import Loss, losses
from checker.evaluation.gold import read_gold
from checker.evaluation.hits import finds, hits
from checker.evaluation.scores import Score
from checker.model import Finding, Verdict
from checker.progress import NO_PROGRESS, Progress
from checker.report import Report
from checker.settings import Settings


@dataclass(frozen=True, slots=True)
class ClusterScores:
    """What one cluster's report found, missed and got wrong."""

    slug: str
    verdicts: Mapping[str, Score]
    types: Mapping[str, Score]
    dates: Score
    missed: tuple[str, ...]
    false: tuple[str, ...]
    traps: tuple[str, ...]
    per_group: float | None
    losses: tuple[Loss, ...] = ()
    languages: Mapping[str, Score] = field(default_factory=dict)
    """Contradictions by the languages of the two articles."""


def find_clusters(path: Path) -> tuple[Path, ...]:
    """All folders with a ``gold.json`` at or below ``path``, sorted."""
    return tuple(sorted(p.parent for p in path.rglob("gold.json")))


def score_cluster(folder: Path, settings: Settings, progress: Progress = NO_PROGRESS) -> ClusterScores:
    """Run the report on one cluster's articles and score it."""
    gold = read_gold(folder)
    made = report([folder / article["file"] for article in gold["articles"]], settings=settings, progress=progress)
    return replace(score_report(made, gold, folder.name), losses=losses(made, gold))


def score_report(made: Report, gold: Mapping[str, Any], slug: str) -> ClusterScores:
    """Score a report against one gold."""
    verdicts, types, languages, missed, false, per_group = {}, {}, {}, [], [], []
    for verdict in (Verdict.CONTRADICTION, Verdict.STALE, Verdict.TEMPORAL_SHIFT, Verdict.CORROBORATION):
        reported = [f for f in made.findings if f.verdict is verdict and not _inside(f)]
        entries = [e for e in gold["findings"] if e["verdict"] == verdict.value]
        accepted = [e for e in gold["findings"] if verdict.value in e.get("accept", ()) or (e.get("borderline") and e in entries)]
        right = [f for f in reported if any(hits(f, e) for e in entries if not e.get("borderline"))]
        excused = [f for f in reported if f not in right and any(hits(f, e) for e in accepted)]
        groups = sorted({e["group"] for e in entries if not e.get("borderline")})
        found = [g for g in groups if any(finds(f, e) for e in entries if e["group"] == g for f in reported)]
        verdicts[verdict.value] = Score(len(right), len(reported) - len(excused), len(found), len(groups))
        missed += [f"{verdict.value}: {g}" for g in groups if g not in found]
        false += [f"{verdict.value}: {_shown(f)}" for f in reported if f not in right and f not in excused and verdict in _STRICT]
        per_group += [_count(reported, entries, g) for g in found]
        if verdict is Verdict.CONTRADICTION:
            types = _types(reported, entries)
            languages = _languages(reported, entries, gold)
    traps = [_trap(f, t) for t in gold.get("must_not_flag", ()) for f in made.findings if f.verdict.value in t["not"] and hits(f, t)]
    mean = round(sum(per_group) / len(per_group), 3) if per_group else None
    return ClusterScores(slug, verdicts, types, _dates(made, gold), tuple(missed), tuple(false), tuple(traps), mean, languages=languages)


_STRICT = (Verdict.CONTRADICTION, Verdict.STALE)
"""Verdicts of which the gold lists every case: anything else reported is false."""


def _inside(finding: Finding) -> bool:
    return finding.b is not None and finding.a.file == finding.b.file


def _count(reported: Sequence[Finding], entries: Sequence[Mapping[str, Any]], group: str) -> int:
    return sum(any(finds(f, e) for e in entries if e["group"] == group) for f in reported)


def _types(reported: Sequence[Finding], entries: Sequence[Mapping[str, Any]]) -> dict[str, Score]:
    """Contradiction groups by their first type, and how many were found with it."""
    scores = {}
    firm = [e for e in entries if not e.get("borderline")]
    for name in sorted({e["types"][0] for e in firm if e.get("types")}):
        of_type = [e for e in firm if e.get("types") and e["types"][0] == name]
        groups = sorted({e["group"] for e in of_type})
        named = [f for f in reported if any(t.value == name for t in f.types)]
        found = [g for g in groups if any(finds(f, e) for f in named for e in of_type if e["group"] == g)]
        right = [f for f in named if any(finds(f, e) for e in firm if name in e.get("types", ()))]
        scores[name] = Score(len(right), len(named), len(found), len(groups))
    return scores


def _languages(reported: Sequence[Finding], entries: Sequence[Mapping[str, Any]], gold: Mapping[str, Any]) -> dict[str, Score]:
    """Contradictions by language pair; a group in several languages counts for each."""
    lang = {article["file"]: article.get("lang", "und") for article in gold["articles"]}
    firm = [e for e in entries if not e.get("borderline")]
    of_entry = [("-".join(sorted(lang.get(e[side]["file"], "und") for side in "ab")), e) for e in firm]
    of_finding = [("-".join(sorted((f.a.lang, f.b.lang))), f) for f in reported if f.b is not None]
    scores = {}
    for name in sorted({n for n, _ in (*of_entry, *of_finding)}):
        here = [e for n, e in of_entry if n == name]
        groups = sorted({e["group"] for e in here})
        found = [g for g in groups if any(finds(f, e) for e in here if e["group"] == g for f in reported)]
        said = [f for n, f in of_finding if n == name]
        scores[name] = Score(sum(any(hits(f, e) for e in firm) for f in said), len(said), len(found), len(groups))
    return scores


def _dates(made: Report, gold: Mapping[str, Any]) -> Score:
    """Articles without a date of their own whose true day lies in the interval given."""
    truth = {a["file"]: date.fromisoformat(a["true_date"]) for a in gold["articles"] if not a.get("date_in_text") and a.get("true_date")}
    rows = {f: row for f in truth for row in made.sources if row.file == f or row.file.endswith("/" + f)}
    inside = 0
    for file, row in rows.items():
        interval = row.published.interval
        inside += bool(interval.earliest and interval.latest and interval.earliest <= truth[file] <= interval.latest)
    return Score(inside, len(rows), inside, len(truth))


def _shown(finding: Finding) -> str:
    b = f" | {finding.b.file}: {finding.b.text}" if finding.b else ""
    return f"{finding.message} [{finding.confidence:.2f}] {finding.a.file}: {finding.a.text}{b}"


def _trap(finding: Finding, trap: Mapping[str, Any]) -> str:
    return f"{finding.verdict.value}: {trap.get('note', '')} {_shown(finding)}"
