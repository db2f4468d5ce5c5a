"""The scores as tables for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from checker.evaluation.clusters import ClusterScores
from checker.evaluation.pairs import PairResult, PairScores
from checker.evaluation.scores import Score, wilson

SCHEMA_VERSION = 1
_MOST_MISSES = 25


def print_scores(console: Console, pairs: Sequence[PairScores], clusters: Sequence[ClusterScores], every_miss: bool = False) -> None:
    """All tables, then the misses (the first 25 a file unless ``every_miss``)."""
    for scored in pairs:
        console.print(_pair_tables(scored, None if every_miss else _MOST_MISSES))
    for cluster in clusters:
        console.print(_cluster_tables(cluster))


def as_json(pairs: Sequence[PairScores], clusters: Sequence[ClusterScores]) -> str:
    """The same as one JSON document."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "pairs": [
            {
                "file": p.file,
                "verdicts": _plain(p.by_verdict()),
                "types": _plain(p.by_type()),
                "languages": _plain(p.by_languages()),
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
                "dates": c.dates.as_json(),
                "missed": c.missed,
                "false": c.false,
                "traps": c.traps,
                "findings_per_group": c.per_group,
            }
            for c in clusters
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _plain(scores: Mapping[str, Score]) -> dict[str, object]:
    return {name: score.as_json() for name, score in scores.items()}


def _table(title: str, scores: Mapping[str, Score]) -> Table:
    table = Table(title=title, title_justify="left", header_style="bold", pad_edge=False)
    for heading in ("", "precision", "95 %", "recall", "95 %", "F1", "reported", "gold"):
        table.add_column(heading, justify="left" if not heading else "right", no_wrap=True)
    for name, s in scores.items():
        table.add_row(
            name.replace("_", " "),
            _share(s.precision),
            _interval(s.hits, s.reported),
            _share(s.recall),
            _interval(s.found, s.expected),
            _share(s.f1),
            str(s.reported),
            str(s.expected),
        )
    return table


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _interval(hits: int, total: int) -> str:
    if not total:
        return "–"
    low, high = wilson(hits, total)
    return f"{low:.2f}–{high:.2f}"


def _pair_tables(scored: PairScores, most: int | None) -> RenderableType:
    right = sum(r.is_right for r in scored.results)
    low, high = wilson(right, len(scored.results))
    parts: list[RenderableType] = [
        Text(f"{scored.file}: {len(scored.results)} pairs, {right} right ({low:.2f}–{high:.2f})", style="bold"),
        _table("Verdicts", scored.by_verdict()),
        _table("Contradictions by type", scored.by_type()),
        _table("Contradictions by language pair", scored.by_languages()),
    ]
    wrong = [r for r in scored.results if not r.is_right]
    if wrong:
        parts.append(Text("Misses", style="bold"))
        parts += [_miss(r) for r in wrong[:most]]
        if most is not None and len(wrong) > most:
            parts.append(Text(f"… {len(wrong) - most} more (--all shows them)", style="dim"))
    return Group(*parts, Text(""))


def _miss(result: PairResult) -> Text:
    types = ", ".join(t.value for t in result.gold_types)
    gold = result.gold.value + (f" ({types})" if types else "")
    return Text(f"  {result.id} {result.languages}: {gold} read as {result.verdict.value} [{result.confidence:.2f}] {result.note}")


def _cluster_tables(scored: ClusterScores) -> RenderableType:
    parts: list[RenderableType] = [Text(f"Cluster {scored.slug}", style="bold"), _table("Verdicts", scored.verdicts)]
    if scored.types:
        parts.append(_table("Contradictions by type", scored.types))
    parts.append(Text(f"Undated articles whose day lies in the interval given: {scored.dates.found} of {scored.dates.expected}"))
    if scored.per_group is not None:
        parts.append(Text(f"Findings per found group: {scored.per_group:.2f}"))
    for heading, rows in (("Missed", scored.missed), ("False", scored.false), ("Traps", scored.traps)):
        parts += [Text(f"  {heading}: {row}") for row in rows]
    return Group(*parts, Text(""))
