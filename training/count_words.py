"""Count how common words, names and events are in news, for ``checker/data/rarity.tsv``.

    python -m training.count_words

Material: the written pairs and the five-way news sentences. The counts stand for any story, so what
a word tells does not depend on which other articles happen to be in a report.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from checker.comparing import sentence_claims
from checker.gate import keys_of
from checker.rarity import KEYS
from checker.words import content_words

HERE = Path(__file__).parent
TARGET = HERE.parent / "checker" / "data" / "rarity.tsv"
LEAST = 3
"""What stands in fewer sentences is as rare as what stands in none."""
LANGUAGES = ("ar", "en", "hi", "ru", "ur")


def sentences() -> Iterator[tuple[str, str]]:
    """(language, text) of every sentence of the material."""
    for path in sorted((HERE / "data" / "pairs").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield from ((side["lang"], side["text"]) for side in (row["a"], row["b"]))
    with gzip.open(HERE / "data" / "parallel5.news.tsv.gz", "rt", encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield from ((lang, row[lang]) for lang in LANGUAGES)


def main() -> None:
    """Count and write."""
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for lang, text in sentences():
        totals[lang] += 1
        totals[KEYS] += 1
        for claim in sentence_claims(text, "x", lang):
            counts.update({(lang, token.fold) for token in content_words(claim.sentence)} | {(KEYS, key) for key in keys_of(claim)})
    rows = [(kind, "", total) for kind, total in sorted(totals.items())]
    rows += [(kind, word, n) for (kind, word), n in sorted(counts.items()) if n >= LEAST]
    TARGET.write_text("".join(f"{kind}\t{word}\t{n}\n" for kind, word, n in rows), "utf-8")
    print(f"{len(rows)} rows")


if __name__ == "__main__":
    main()
