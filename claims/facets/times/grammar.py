"""Forms over pieces: ``builder: Weekday? ,? Day Month Year?`` in ``times.toml``.

A capitalised word stands for a kind whose value the builder gets (``Day2`` is a second ``day``),
a small one for a word that only has to be there; ``?``, ``|`` and ``( )`` are those of regular
expressions; ``, - /`` are the signs themselves, ``<`` and ``>`` stand for round brackets. ``[<in|on]``
``[of]`` and ``[!of]`` are context before, after, and not after the expression; words apart in it are pieces in a row.

Forms work in stages. Each stage takes, from left to right, the longest form that yields a value
and puts one piece of kind ``any`` in its place, on which the next stage builds: "May" -> "early
May" -> "since early May". A homonym alone ("May", "2026") stays doubtful until a later form uses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claims.facets.times.clock import CLOCKS
from claims.facets.times.composed import COMPOSED
from claims.facets.times.dates import DATES
from claims.facets.times.lexing import BARRIER, Piece
from claims.facets.times.relative import RELATIVE
from claims.facets.times.values import NOT_A_TIME, Builder, Value
from claims.facets.times.vocabulary import Signs, vocabulary
from claims.lang import table
from claims.model import Span

STAGES = ("core", "part", "clock", "range", "bound", "context")
_SHARED = "_shared"
_ALIASES = {
    "clockhour": "hour",
    "dayword": "day",
    "eve": "deictic",
    "fall": "season",
    "half": "dual",
    "hcode": "ordinal",
    "later": "shift",
    "long": "unit",
    "night": "daypart",
    "prior": "shift",
    "sham": "daypart",
    "this": "shift",
    "units": "unit",
}
_LOOKS = {"<": "<=", "!": "!", "": "="}
_NEVER = "\uf8ff"
_BUILDERS = {**DATES, **RELATIVE, **COMPOSED, **CLOCKS}
_GRANULARITIES = ("day", "week", "month", "season", "year", "range")
_TOKEN = re.compile(r"\[[^\]]*\]|[A-Za-z]+\d?|[()|?,/<>-]")


@dataclass(frozen=True, slots=True)
class Form:
    """One compiled form."""

    build: Builder
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Stage:
    """The forms of one stage, and one pattern that matches wherever any of them does: most places have none."""

    forms: tuple[Form, ...]
    anything: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The forms of one language by stage, and the letters of its signs."""

    stages: tuple[Stage, ...]
    signs: Signs


@cache
def grammar(lang: str) -> Grammar:
    """The grammar of a language: its own forms and those that all languages share."""
    signs = vocabulary(lang).signs
    for granularity in _GRANULARITIES:
        for doubt in ((), ("~any",)):
            signs.of(("any", f"any{granularity}", *doubt))
    own, shared = table(lang, "times").get("forms", {}), table(_SHARED, "times")["forms"]
    lines = [(*own.get(stage, ()), *shared.get(stage, ())) for stage in STAGES]
    return Grammar(tuple(_stage(tuple(_compiled(line, signs) for line in stage)) for stage in lines), signs)


def _stage(forms: tuple[Form, ...]) -> Stage:
    anonymous = (re.sub(r"\(\?P<\w+>", "(?:", form.pattern.pattern) for form in forms)
    return Stage(forms, re.compile("|".join(anonymous) if forms else "(?!)"))


def _compiled(line: str, signs: Signs) -> Form:
    name, _, body = line.partition(":")
    return Form(_BUILDERS[name.strip()], re.compile("".join(_regex(word, signs) for word in _TOKEN.findall(body))))


def _regex(word: str, signs: Signs) -> str:
    if word[0] == "[":
        look, row = word[1] if word[1] in "<!" else "", word[1:-1].lstrip("<!").split()
        pieces = (f"[{''.join(_letters(n, signs) for n in names.split('|'))}]" for names in row)
        return f"(?{_LOOKS[look]}{''.join(pieces)})"
    if not word[0].isalpha():
        return {"(": "(?:", "<": r"\(", ">": r"\)"}.get(word, word)
    letters = f"[{_letters(word.lower().rstrip('0123456789'), signs)}]"
    return f"(?P<{word.lower()}>{letters})" if word[0].isupper() else letters


def _letters(kind: str, signs: Signs) -> str:
    """The signs of a kind; one that never occurs where the language has no word of it."""
    return (signs.having(kind) if kind.isalpha() else re.escape(kind)) or _NEVER


def parse(pieces: Sequence[Piece], lang: str) -> list[tuple[Span, Value]]:
    """The time expressions among the pieces, in order."""
    rules = grammar(lang)
    current = list(pieces)
    for stage in rules.stages:
        signs = "".join(p.sign for p in current)
        if stage.anything.search(signs):
            current = list(_reduced(current, signs, stage, rules.signs))
    return [(p.span, p.kinds["any"]) for p in current if "any" in p.kinds and "~any" not in p.kinds]


def _reduced(pieces: list[Piece], signs: str, stage: Stage, letters: Signs) -> Iterator[Piece]:
    at = 0
    while (likely := stage.anything.search(signs, at)) is not None:
        yield from pieces[at : likely.start()]
        at = likely.start()
        found = _longest(pieces, signs, at, stage.forms)
        if found is None:
            yield pieces[at]
            at += 1
        else:
            match, value = found
            span = Span(pieces[at].span.start, pieces[match.end() - 1].span.end)
            yield Piece(span, {}, BARRIER) if value.rule == NOT_A_TIME else _time(span, value, _alone(match, pieces), letters)
            at = match.end()
    yield from pieces[at:]


def _longest(pieces: Sequence[Piece], signs: str, at: int, forms: Iterable[Form]) -> tuple[re.Match[str], Value] | None:
    matches = [(m, f) for f in forms if (m := f.pattern.match(signs, at))]
    for match, form in sorted(matches, key=lambda found: -found[0].end()):
        value = form.build(_groups(match, pieces))
        if value is not None:
            return match, value
    return None


def _alone(match: re.Match[str], pieces: Sequence[Piece]) -> bool:
    """Whether a homonym makes the whole match, so that it stays in doubt."""
    if match.end() - match.start() > 1:
        return False
    return any(
        found and not name.startswith("any") and f"~{name}" in pieces[match.start()].kinds for name, found in match.groupdict().items()
    )


def _groups(match: re.Match[str], pieces: Sequence[Piece]) -> Mapping[str, object]:
    """The values under the capitalised words, by the names that builders know."""
    groups: dict[str, object] = {}
    for name, found in match.groupdict().items():
        if found is not None:
            kind = name.rstrip("0123456789")
            shown = "any" if kind.startswith("any") else _ALIASES.get(kind, kind)
            groups[shown + name[len(kind) :]] = pieces[match.start(name)].kinds[kind]
    return groups


def _time(span: Span, value: Value, doubtful: bool, letters: Signs) -> Piece:
    kinds: dict[str, object] = {"any": value, f"any{value.granularity}": value}
    if doubtful:
        kinds["~any"] = True
    return Piece(span, kinds, letters.of(kinds))
