"""The scores as tables for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from checker.evaluation.clusters import ClusterScores
from checker.evaluation.funnel import table
from checker.evaluation.pairs import PairResult, PairScores
from checker.evaluation.readers import Miss, ReaderScores
from checker.evaluation.scores import Score, together, wilson
from checker.evaluation.steps import FOUND, STEPS
from checker.render.page import Page, Text
from checker.render.view import View

SCHEMA_VERSION = 1
_MOST_MISSES = 25


def terminal(
    pairs: Sequence[PairScores],
    clusters: Sequence[ClusterScores],
    view: View,
    *,
    readers: Sequence[ReaderScores] = (),
    every_miss: bool = False,
) -> str:
    """All tables, then the misses (the first 25 a file unless ``every_miss``), as wide as the view."""
    page = Page(view)
    most = None if every_miss else _MOST_MISSES
    for scored in pairs:
        _pairs(page, scored, most)
    for sentences in readers:
        _readers(page, sentences, most)
    for cluster in clusters:
        _cluster(page, cluster, every_miss=every_miss)
    if len(clusters) > 1:
        _all_clusters(page, clusters)
    return str(page)


def as_json(pairs: Sequence[PairScores], clusters: Sequence[ClusterScores], readers: Sequence[ReaderScores] = ()) -> str:
    """The same as one JSON document."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "pairs": [
            {
                "file": p.file,
                "verdicts": _plain(p.by_verdict()),
                "types": _plain(p.by_type()),
                "languages": _plain(p.by_languages()),
                "lost": {name: dict(sorted(counts.items())) for name, counts in p.lost().items()},
                "misses": [
                    {
                        "id": r.id,
                        "languages": r.languages,
                        "gold": r.gold,
                        "gold_types": r.gold_types,
                        "verdict": r.verdict,
                        "types": r.types,
                    }
                    | {"confidence": r.confidence}
                    for r in p.results
                    if not r.is_right
                ],
            }
            for p in pairs
        ],
        "clusters": [
            {
                "cluster": c.slug,
                "verdicts": _plain(c.verdicts),
                "types": _plain(c.types),
                "languages": _plain(c.languages),
                "dates": c.dates.as_json(),
                "missed": c.missed,
                "lost": [asdict(loss) for loss in c.losses if loss.step != FOUND],
                "false": c.false,
                "traps": c.traps,
                "findings_per_group": c.per_group,
            }
            for c in clusters
        ],
        "readers": [
            {
                "file": r.file,
                "sentences": r.sentences,
                "kinds": _plain(r.by_kind()),
                "languages": _plain(r.by_language()),
                "misses": [asdict(miss) for miss in r.misses],
            }
            for r in readers
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _plain(scores: Mapping[str, Score]) -> dict[str, object]:
    return {name: score.as_json() for name, score in scores.items()}


def _pairs(page: Page, scored: PairScores, most: int | None) -> None:
    right, total = sum(r.is_right for r in scored.results), len(scored.results)
    page.heading(f"{scored.file}: {total} pairs, {right} right, {_share(right, total)}")
    _table(page, "Verdicts", scored.by_verdict())
    _table(page, "Contradictions by type", scored.by_type())
    _table(page, "Contradictions by language pair", scored.by_languages())
    _misses(page, [_miss(r) for r in scored.results if not r.is_right], most)
    page.blank()


def _readers(page: Page, scored: ReaderScores, most: int | None) -> None:
    page.heading(f"{scored.file}: {scored.sentences} sentences")
    _table(page, "What is read: found (spans overlap) and right (the value too)", scored.by_kind())
    _table(page, "Right values by language", scored.by_language())
    _misses(page, [_misread(miss) for miss in scored.misses], most)
    page.blank()


def _misses(page: Page, rows: Sequence[str], most: int | None) -> None:
    _list(page, "Misses", rows[:most])
    if most is not None and len(rows) > most:
        page.add(f"{len(rows) - most} more; --all lists them", indent=2)


def _cluster(page: Page, scored: ClusterScores, *, every_miss: bool) -> None:
    page.heading(f"cluster {scored.slug}")
    _table(page, "Verdicts", scored.verdicts)
    if scored.types:
        _table(page, "Contradictions by type", scored.types)
    page.blank()
    page.add(f"Undated articles whose day lies in the interval given: {scored.dates.found} of {scored.dates.expected}")
    if scored.per_group is not None:
        page.add(f"Findings per found group: {scored.per_group:.2f}")
    if every_miss:
        _steps(page, "Where findings were lost", table(scored.losses))
        _list(page, "Lost", [f"{x.verdict.value}: {x.group}: {x.step}  {x.detail}".rstrip() for x in scored.losses if x.step != FOUND])
    else:
        _list(page, "Missed", scored.missed)
    _list(page, "False", scored.false)
    _list(page, "Traps", scored.traps)
    page.blank()


def _all_clusters(page: Page, clusters: Sequence[ClusterScores]) -> None:
    """The counts of all clusters together."""
    page.heading(f"all {len(clusters)} clusters")
    _table(page, "Verdicts", together(c.verdicts for c in clusters))
    _table(page, "Contradictions by type", together(c.types for c in clusters))
    _table(page, "Contradictions by language pair", together(c.languages for c in clusters))
    _steps(page, "Where findings were lost", table(loss for c in clusters for loss in c.losses))
    dates = [c.dates for c in clusters]
    inside, undated = sum(d.found for d in dates), sum(d.expected for d in dates)
    page.blank()
    page.add(
        f"Undated articles whose day lies in the interval given: {inside} of {undated}. Traps hit: {sum(len(c.traps) for c in clusters)}"
    )
    page.blank()


def _table(page: Page, title: str, scores: Mapping[str, Score]) -> None:
    """One row a class: shares with their 95 % intervals, then how many were reported and how many the gold holds."""
    page.blank()
    page.add(Text(title, "bold"))
    rows = [("", f"{'precision':<16}", f"{'recall':<16}", "F1  ", "said", "gold")]
    for name, s in scores.items():
        shares = (_share(s.hits, s.reported), _share(s.found, s.expected), "-" if s.f1 is None else f"{s.f1:.2f}")
        rows.append((f"  {name.replace('_', ' ')}", *shares, str(s.reported), str(s.expected)))
    page.table(rows, ["dim", *[""] * len(scores)])


def _steps(page: Page, title: str, counts: Mapping[str, Counter[str]]) -> None:
    """One line a class: how many findings of the gold came through, and how many each step lost."""
    rows = [f"{name}: " + ", ".join(f"{c[step]} {step}" for step in STEPS if c[step]) for name, c in counts.items()]
    _list(page, title, rows)


def _share(hits: int, total: int) -> str:
    """A share with its 95 % interval: ``0.72 (0.55-0.85)``."""
    if not total:
        return "-"
    low, high = wilson(hits, total)
    return f"{hits / total:.2f} ({low:.2f}-{high:.2f})"


def _list(page: Page, title: str, rows: Sequence[str]) -> None:
    if rows:
        page.blank()
        page.add(Text(title, "bold"))
    for row in rows:
        page.add(row, indent=2, hang=2)


def _miss(result: PairResult) -> str:
    types = ", ".join(t.value for t in result.gold_types)
    gold = result.gold.value + (f" ({types})" if types else "")
    return f"{result.id} {result.languages}: {gold} read as {result.verdict.value} [{result.confidence:.2f}] {result.note}"


def _misread(miss: Miss) -> str:
    said = {"wrong": f"{miss.expected} read as {miss.read}", "missed": miss.expected, "false": miss.read}[miss.trouble]
    return f"{miss.id} {miss.lang} {miss.kind}, {miss.trouble}: {said}"
