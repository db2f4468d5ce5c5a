"""Reading the training text into pairs that mean the same.

``DATA`` holds ``parallel.<lang>-en.tsv.gz`` and ``lex.<lang>-en.tsv.gz`` (source, text, English);
``training/data`` holds the news sentences written for this project, one row in five languages;
``LEXICON`` holds the concept lexicon and the gazetteer. A pair keeps a ``group``: two pairs of one
group mean the same, so neither may serve as a wrong answer for the other.
"""

from __future__ import annotations

import csv
import gzip
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from claims.normalise import fold

LANGUAGES = ("hi", "ur", "en", "ar", "ru")
OTHERS = ("bn", "de", "es", "fa", "fr", "he", "tr", "uk", "zh")
"""Languages the checker only aligns: a lesser share of the table is theirs."""
OWN = Path(__file__).parent / "data"

RATES = {
    # text: how often a pair of the source is seen in one pass
    "pud": 2.0, "tico19": 1.0, "joshua": 1.0, "mlqe": 1.0, "xquad": 1.0, "tatoeba": 1.0, "mozorg": 0.3, "mkb": 0.7,
    # words and names
    "wiktionary": 0.7, "omw": 0.5, "joshuadict": 0.2, "cldr": 0.7, "netranslit": 0.4, "dr5hn": 0.3, "ticotermf": 1.0, "govuk": 0.3,
    # the project's own
    "news": 3.0, "concepts": 0.3, "names": 0.4,
}  # fmt: skip
PIVOTED = {"pud", "tico19", "xquad", "tatoeba", "mkb", "cldr"}
"""Sources whose English side is unambiguous enough to join two other languages through it."""
_PIVOT_RATE = 0.7
_OTHERS_RATE = {"parallel": 0.2, "lex": 0.05}
_HELD_OUT = "tatoeba", 25
"""Of this source, one group in so many is kept for measuring the other languages."""


Row = tuple[str, str, str]
"""Language, text, English."""


class Pair(NamedTuple):
    """Two texts that mean the same."""

    left: str
    right: str
    group: str


@dataclass(frozen=True, slots=True)
class Stream:
    """Pairs of one origin; ``rate`` of them, in random order, are seen in one pass."""

    name: str
    pairs: list[Pair]
    rate: float
    is_text: bool
    is_other: bool = False

    def draw(self, rng: random.Random) -> list[Pair]:
        """The pairs of one pass: whole copies and a random rest."""
        whole, rest = divmod(self.rate, 1)
        return self.pairs * int(whole) + rng.sample(self.pairs, round(len(self.pairs) * rest))


def streams(data: Path, lexicon: Path) -> list[Stream]:
    """Everything there is to learn from, in a fixed order."""
    found = [*_public(data), Stream("news", list(_news(OWN / "parallel5.news.tsv.gz")), RATES["news"], is_text=True)]
    own = ("concepts", "names")
    return [*found, *(Stream(name, list(_own_forms(lexicon / f"{name}.tsv")), RATES[name], is_text=False) for name in own)]


def _public(data: Path) -> Iterator[Stream]:
    for kind in ("parallel", "lex"):
        is_text = kind == "parallel"
        for source, rows in _by_source(data, kind, LANGUAGES):
            yield Stream(source, _to_english(rows), RATES[source], is_text)
            if source in PIVOTED:
                yield Stream(f"{source}-pivot", list(_pivot(rows)), _PIVOT_RATE * RATES[source], is_text)
        for source, rows in _by_source(data, kind, OTHERS):
            pairs = [pair for pair in _to_english(rows) if not _is_held_out(source, pair)]
            yield Stream(f"{source}-others", pairs, _OTHERS_RATE[kind] * RATES[source], is_text, is_other=True)


def held_out(data: Path, lang: str) -> list[Pair]:
    """Pairs of one of ``OTHERS`` that training leaves out, one for each English sentence."""
    pairs = [pair for source, rows in _by_source(data, "parallel", (lang,)) for pair in _to_english(rows) if _is_held_out(source, pair)]
    return list({pair.group: pair for pair in pairs}.values())


def _is_held_out(source: str, pair: Pair) -> bool:
    wanted, share = _HELD_OUT
    return source == wanted and crc32(pair.group.encode()) % share == 0


def _by_source(data: Path, kind: str, languages: Iterable[str]) -> list[tuple[str, list[Row]]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for lang in languages:
        if lang != "en":
            for source, text, english in _tsv(data / f"{kind}.{lang}-en.tsv.gz"):
                rows[source].append((lang, text, english))
    return sorted(rows.items())


def _to_english(rows: Iterable[Row]) -> list[Pair]:
    return [Pair(text, english, _key(english)) for _, text, english in rows]


def _pivot(rows: Iterable[Row]) -> Iterator[Pair]:
    shared: dict[str, dict[str, str]] = defaultdict(dict)
    for lang, text, english in rows:
        shared[_key(english)].setdefault(lang, text)
    for key, texts in shared.items():
        for left, right in combinations(texts.values(), 2):
            yield Pair(left, right, key)


def _news(path: Path) -> Iterator[Pair]:
    for number, row in enumerate(_tsv(path, header=True)):
        for left, right in combinations(row[1:], 2):
            yield Pair(left, right, f"news {number}")


def _own_forms(path: Path) -> Iterator[Pair]:
    """For each two languages of an entry, every form of the richer side beside one of the other."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            forms = [[form for form in (row[lang] or "").split("|") if form] for lang in LANGUAGES]
            for left, right in combinations(filter(None, forms), 2):
                for i in range(max(len(left), len(right))):
                    yield Pair(left[i % len(left)], right[i % len(right)], f"{path.stem} {row['id']}")


def _tsv(path: Path, *, header: bool = False) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        if header:
            next(file)
        for line in file:
            yield line.rstrip("\n").split("\t")


def _key(english: str) -> str:
    return " ".join(fold(word) for word in english.split()).rstrip(" .!?")
