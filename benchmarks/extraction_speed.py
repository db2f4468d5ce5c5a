"""How many claims a second are read, with all facets, and how reading time grows with the length of one sentence.

    python -m benchmarks.extraction_speed

Half of the written pairs under ``training/data`` warm the caches, the other half is timed, in processor
seconds of one core. The second figure is a ratio: seconds for a sentence of 400 clauses over those for 100;
4 is linear, 16 quadratic.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

from claims.extract import claims_of_text

PAIRS = Path(__file__).parent.parent / "training" / "data" / "pairs"
_CLAUSE = "the mayor of {} met 12 ministers on Monday, who said 3 people were killed"


def texts() -> list[tuple[str, str]]:
    """The texts of all written pairs with their languages."""
    rows = (json.loads(line) for path in sorted(PAIRS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [(row[side]["text"], row[side]["lang"]) for row in rows for side in ("a", "b")]


def claims_per_second() -> float:
    """Claims read a second by one core, caches warm."""
    listed = texts()
    for text, lang in listed[::2]:
        claims_of_text(text, lang)
    began = time.process_time()
    read = sum(len(claims_of_text(text, lang).claims) for text, lang in listed[1::2])
    return read / (time.process_time() - began)


def growth(few: int = 100, many: int = 400) -> float:
    """Seconds for a sentence of ``many`` clauses over those for one of ``few``."""
    spent = []
    for clauses, town in ((few, "Paris"), (many, "London")):
        text = " and ".join([_CLAUSE.format(town)] * clauses) + "."
        began = time.process_time()
        claims_of_text(text, "en")
        spent.append(time.process_time() - began)
    return spent[1] / spent[0]


if __name__ == "__main__":
    print(f"{claims_per_second():.0f} claims a second on one core")
    print(f"four times the clauses take {growth():.1f} times as long")
