"""How well names meet across scripts: true pairs found and hard false ones taken, at every threshold.

    python -m benchmarks.name_matching [CLDR_CITIES.tsv]

Reads the pairs of ``tests/data``: ``name_pairs.tsv`` (looked at while the matcher was made) and the
fresh names of ``name_forms_fresh.tsv`` with the hard false ones of ``name_hard_fresh.tsv`` (written
before its last change). A file of city names in five languages adds, for every city, its nearest other.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import sqrt
from pathlib import Path

from claims.model import Name, Span
from claims.naming import SAME, same_name

DATA = Path(__file__).parent.parent / "tests" / "data"
_CITIES = 150
_SHARES = (0.0, 0.01, 0.03, 0.05, 0.1)


def _name(text: str, kind: str) -> Name:
    return Name(Span(0, len(text)), text, kind, f"{kind}:{text.upper()}")


def likeness(rows: Iterable[Sequence[str]]) -> list[float]:
    """The likeness of each pair of a row of type, left and right."""
    return [same_name(_name(left, kind), _name(right, kind)) for kind, left, right in rows]


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]


def interval(hits: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share."""
    z, share = 1.96, hits / total
    middle, reach = share + z * z / (2 * total), z * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    return (middle - reach) / (1 + z * z / total), (middle + reach) / (1 + z * z / total)


def report(title: str, true: Sequence[float], hard: Sequence[float]) -> str:
    """Recall and false matches at the threshold, the area under the curve, and recall at fixed shares of false matches."""
    lines = [f"{title}: {len(true)} true pairs, {len(hard)} hard false ones"]
    for what, values in (("found", true), ("false", hard)):
        hits = sum(v >= SAME for v in values)
        low, high = interval(hits, len(values))
        lines.append(f"  at {SAME}: {what} {hits / len(values):.1%} ({low:.1%} to {high:.1%})")
    wins = sum((t > h) + 0.5 * (t == h) for t in true for h in hard)
    lines.append(f"  area under the curve {wins / len(true) / len(hard):.3f}")
    ranked = sorted(hard, reverse=True)
    for share in _SHARES:
        threshold = ranked[int(len(hard) * share)]
        lines.append(f"  {share:.0%} false: above {threshold:.2f}, found {sum(t > threshold for t in true) / len(true):.1%}")
    return "\n".join(lines)


def cities(path: Path) -> tuple[list[float], list[float]]:
    """Each city in each two languages, and the likest other city there."""
    listed = [row[1:] for row in _rows(path) if len(row) == 6 and all(row)][:_CITIES]
    true, hard = [], []
    for i, j in combinations(range(5), 2):
        for row in listed:
            true += likeness([("LOC", row[i], row[j])])
            hard.append(max(likeness(("LOC", row[i], other[j]) for other in listed if other is not row)))
    return true, hard


def main(arguments: Sequence[str]) -> None:
    """Print the measurement."""
    pairs = _rows(DATA / "name_pairs.tsv")
    print(report("Pairs", *(likeness(row[:3] for row in pairs if row[3] == same) for same in "10")))
    forms = _rows(DATA / "name_forms_fresh.tsv")
    true = likeness((row[0], left, right) for row in forms for left, right in combinations(row[1:], 2))
    print(report("Fresh pairs", true, likeness(_rows(DATA / "name_hard_fresh.tsv"))))
    for path in arguments:
        print(report("City names, each against its nearest other", *cities(Path(path))))


if __name__ == "__main__":
    main(sys.argv[1:])
