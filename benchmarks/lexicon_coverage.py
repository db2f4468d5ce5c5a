"""How much of running news text the checker has a word for, and which frequent words it has none for.

    python benchmarks/lexicon_coverage.py                        coverage by language on our own written news
    python benchmarks/lexicon_coverage.py --missing 200          and the most frequent words nothing covers
    python benchmarks/lexicon_coverage.py --lang hi ur --shapes  words cut to their stems are counted together
    python benchmarks/lexicon_coverage.py --also FILE.tsv.gz     more text for the counts: rows "origin, text, English"

A word counts as covered where a concept, name, number, time or other facet holds it. Words of
grammar (``lang/<code>/words.toml``), digits and single letters are not counted. Text: the five-way
news sentences and the written pairs under ``training/data``.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from claims.extract import facets_of
from claims.lang import table
from claims.lexicon import LANGUAGES
from claims.normalise import fold
from claims.tokens import sentence_of

DATA = Path(__file__).parent.parent / "training" / "data"
_STEM = 5
"""Letters by which ``--shapes`` takes words for forms of one word."""


@dataclass(slots=True)
class Coverage:
    """Words of content of one language: how many, how many of them covered, and how often each uncovered one stands."""

    words: int = 0
    covered: int = 0
    missing: Counter[str] = field(default_factory=Counter)

    @property
    def percent(self) -> float:
        """The share of words covered."""
        return 100 * self.covered / max(self.words, 1)

    def read(self, text: str, lang: str) -> None:
        """Count the words of one sentence."""
        sentence = sentence_of(text, lang)
        spans = [f.span for f in facets_of(sentence)]
        for token in sentence.tokens:
            if len(token.fold) < 2 or token.fold[0].isdigit() or token.fold in _grammar(lang):
                continue
            self.words += 1
            if any(s.overlaps(token.span) for s in spans):
                self.covered += 1
            else:
                self.missing[token.fold] += 1


@cache
def _grammar(lang: str) -> frozenset[str]:
    return frozenset(map(fold, table(lang, "words").get("function", "").split()))


def own_news() -> Iterator[tuple[str, str]]:
    """(language, text) of everything written for the training of the bundled models."""
    with gzip.open(DATA / "parallel5.news.tsv.gz", "rt", encoding="utf-8") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield from ((lang, row[lang]) for lang in LANGUAGES)
    for path in sorted((DATA / "pairs").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            pair = json.loads(line)
            yield from ((pair[side]["lang"], pair[side]["text"]) for side in ("a", "b"))


def other_text(paths: Iterable[Path], most: int) -> Iterator[tuple[str, str]]:
    """(language, text) of the files ``parallel.<lang>-en.tsv.gz``, at most ``most`` rows of each."""
    for path in paths:
        lang = path.name.split(".")[1].split("-")[0]
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for n, row in enumerate(stream):
                if n >= most:
                    break
                yield lang, row.rstrip("\n").split("\t")[1]


def measure(texts: Iterable[tuple[str, str]], languages: Sequence[str]) -> dict[str, Coverage]:
    """The coverage of every language."""
    found = {lang: Coverage() for lang in languages}
    for lang, text in texts:
        if lang in found:
            found[lang].read(text, lang)
    return found


def _shapes(words: Counter[str]) -> Counter[str]:
    """Words that begin alike counted as one, under the most frequent of them."""
    groups: dict[str, list[str]] = {}
    for word, _ in words.most_common():
        groups.setdefault(word[:_STEM], []).append(word)
    return Counter({"/".join(group[:4]): sum(words[w] for w in group) for group in groups.values()})


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lang", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--missing", type=int, default=0, help="how many uncovered words to list for a language")
    parser.add_argument("--shapes", action="store_true", help="count words that begin alike together")
    parser.add_argument("--also", type=Path, nargs="+", default=(), help="read only these files")
    parser.add_argument("--most", type=int, default=10_000, help="rows read of each such file")
    args = parser.parse_args(arguments)
    found = measure(other_text(args.also, args.most) if args.also else own_news(), args.lang)
    for lang, coverage in found.items():
        print(f"{lang}  {coverage.percent:5.1f} % of {coverage.words:,} words of content")
        counts = _shapes(coverage.missing) if args.shapes else coverage.missing
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: args.missing]
        print("".join(f"    {word} {count}\n" for word, count in ranked), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
