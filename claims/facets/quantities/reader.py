"""From drafts to quantities: what each counts, whether it stands at all, its scope."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claims.facets.quantities import counted, other
from claims.facets.quantities.drafts import Draft, draft_at
from claims.facets.quantities.tallies import tallied
from claims.facets.quantities.words import Layout, book, lay_out
from claims.lang import table
from claims.model import Facet, Name, Ordinal, Quantity, Sentence, Span, Time
from claims.normalise import fold
from claims.phrases import Match

_CLOSED = (Time, Name, Ordinal, Quantity)
"""Facets inside which no quantity is; those found before are places in a ranking."""
_SCOPE_REACH = 4
_LEAST_PAID = 1000
"""From here on a bare number beside the families of the dead is what they get."""


def read(sentence: Sentence, found: Sequence[Facet]) -> tuple[Quantity, ...]:
    """See the package."""
    layout = lay_out(sentence, found, _CLOSED)
    layout = replace(layout, blocked=layout.blocked | other.telephone_tokens(layout))
    drafts, scores = _scan(layout)
    if not drafts:
        return tuple(scores)
    scene = counted.scene_of(layout, [(d.value.number.first, d.value.number.last) for d in drafts])
    of_tally = tallied(scene, drafts)
    read_ = [_finish(scene, draft, drafts, k, of_tally.get(k)) for k, draft in enumerate(drafts)]
    named = _each_of_its_own(_passed_on(layout, drafts, read_))
    return tuple(sorted((*scores, *(q for q in named if q is not None)), key=lambda q: q.span))


def _scan(layout: Layout) -> tuple[list[Draft], list[Quantity]]:
    drafts: list[Draft] = []
    scores: list[Quantity] = []
    i = 0
    while i < len(layout.tokens):
        if i in layout.blocked:
            i += 1
            continue
        score = other.score_at(layout, i)
        draft = draft_at(layout, i) if score is None else None
        if score is not None:
            scores.append(score[0])
            i = score[1]
        elif draft is not None:
            drafts.append(draft)
            i = max(draft.last, i + 1)
        else:
            i += 1
    return drafts, scores


def _finish(
    scene: counted.Scene, draft: Draft, drafts: Sequence[Draft], k: int, of_tally: tuple[str, str | None] | None
) -> Quantity | None:
    """The quantity of a draft, or ``None`` where it turns out to be none; ``of_tally`` is what a tally says it counts."""
    layout, value, unit = scene.layout, draft.value, draft.unit
    number = value.number
    noun = None
    if draft.noun is None and draft.event is None and (unit is None or unit.kind in ("percent", "count")):
        noun = counted.head_after(scene, draft.last) or counted.head_before(scene, draft.first)
    name = draft.noun or (noun.name if noun else None)
    of_tally = of_tally if name is None or counted.is_people(name) else None
    what, group = of_tally or _what(scene, draft, name, noun)
    if unit is not None and unit.kind not in ("percent", "count"):
        what = None
    if of_tally is None and not _stands(layout, draft, name, what, noun):
        return None
    low, high, approximate, unit_name, kind = value.low, value.high, value.approximate, None, "count"
    if unit is not None:
        unit_name, kind = unit.name, unit.kind
    elif number.fraction:
        low, high = (None if v is None else (v * 100).quantize(Decimal("0.01")).normalize() + 0 for v in (low, high))
        unit_name, kind, approximate = "percent", "percent", True
    scope = _scope(layout, draft, drafts, k) | ({group} if group else set())
    span = Span(draft.start, draft.end)
    return Quantity(span, span.of(layout.text), _plain(low), _plain(high), approximate, unit_name, what, kind, frozenset(scope))


def _what(scene: counted.Scene, draft: Draft, name: str | None, noun: counted.Word | None) -> tuple[str | None, str | None]:
    """What is counted and, where that is the fate of a kind of people, which kind."""
    if draft.event is not None:
        return draft.event, None
    if draft.unit is not None:
        return name, None
    if scene.pays and draft.value.number.low >= _LEAST_PAID and not _is_beside(draft, noun):
        return counted.fate_near(scene, draft.first, draft.last, 0), None
    at = noun.first if noun else draft.last
    direct = next((w.name for w in scene.fates if w.first == at and scene.layout.touches(w.first)), None)
    if direct is not None:
        return direct, None
    if name is not None and not counted.is_people(name):
        return name, None
    last = max(noun.last, draft.last) if noun else draft.last
    is_one = draft.value.number.weak and draft.value.number.low == 1
    reach = counted.FARTHEST_ONE if is_one else counted.FARTHEST if name else counted.FARTHEST_BARE
    fate = counted.fate_near(scene, draft.first, last, reach)
    if fate is None:
        return name, None
    return fate, name if name not in (None, "people") else None


def _stands(layout: Layout, draft: Draft, name: str | None, what: str | None, noun: counted.Word | None) -> bool:
    """Whether the number is a quantity at all, now that its surroundings are known."""
    number, unit = draft.value.number, draft.unit
    if number.weak and draft.value.low == draft.value.high:
        if number.low == 1:
            measured = unit is not None and unit.name != "time" and not other.is_one_of(layout, number)
            return measured or (what is not None and what != name and name is not None)
        return unit is not None or draft.value.bound is not None or _is_beside(draft, noun)
    if what is None and unit is None and other.is_definite_pair(layout, number):
        return False
    if number.fraction and unit is None:
        return _share_stands(layout, draft, name)
    if (
        unit is None
        and draft.value.bound in (None, "about", "exactly", "up_to")
        and other.is_year(layout, number)
        and not _is_beside(draft, noun)
    ):
        return False
    if number.digits and unit is None and what is None and number.first > 0 and layout.gap(number.first) == " ":
        before = layout.tokens[number.first - 1]
        return not (before.text[0].isupper() and number.first > 1)
    return True


def _is_beside(draft: Draft, noun: counted.Word | None) -> bool:
    return draft.noun is not None or (noun is not None and noun.first == draft.last)


def _share_stands(layout: Layout, draft: Draft, name: str | None) -> bool:
    number = draft.value.number
    not_after = table(layout.lang, "numbers").get("grammar", {}).get("fraction_not_after", ())
    if number.first > 0 and layout.tokens[number.first - 1].fold in not_after:
        return False
    words = layout.span(number.first, number.last).of(layout.text)
    if layout.tokens[number.first].fold in map(fold, table(layout.lang, "numbers").get("grammar", {}).get("sure_fractions", ())):
        return True
    of = table(layout.lang, "numbers").get("grammar", {}).get("of", ())
    followed = number.last < len(layout.tokens) and layout.tokens[number.last].fold in of
    return draft.value.bound not in (None, "exactly") or name is not None or followed or bool(re.search(r"[\s-]", words))


def _scope(layout: Layout, draft: Draft, drafts: Sequence[Draft], k: int) -> set[str]:
    """Limiting words near the number, up to its neighbours: "so far", "another", "including"."""
    phrases = book(layout.lang, "counted", "scope")
    first = max(drafts[k - 1].last if k else 0, draft.first - _SCOPE_REACH)
    last = min(drafts[k + 1].first if k + 1 < len(drafts) else len(layout.tokens), draft.last + _SCOPE_REACH)
    inside = {*range(draft.value.number.first, draft.last), *((draft.first,) if draft.value.bound else ())}
    found = {"each"} if other.is_doubled(layout, draft.first) else set()
    for i in range(first, last):
        match = phrases.at(layout.tokens, i) if i not in inside else None
        if match is not None and match.last <= last and _reaches(layout, match, draft):
            found.add(match.values[0])
    return found


def _reaches(layout: Layout, limit: Match[str], draft: Draft) -> bool:
    """Whether a limiting word bears on this number: "another" and "new" must stand beside it, "including" before it."""
    scope = limit.values[0]
    if scope in ("another", "new"):
        return (draft.last == limit.first and layout.touches(limit.first)) or 0 <= draft.first - limit.last <= 1
    return scope != "including" or limit.last <= draft.first


def _passed_on(layout: Layout, drafts: Sequence[Draft], quantities: list[Quantity | None]) -> list[Quantity | None]:
    """What one number counts, its neighbour counts too: "27 of 40 seats", "four of them"."""
    for k in range(len(drafts) - 2, -1, -1):
        mine, theirs, draft = quantities[k], quantities[k + 1], drafts[k]
        if not mine or not theirs or mine.unit is not None or theirs.unit is not None:
            continue
        part = counted.is_part_of(layout, draft.last, drafts[k + 1].first)
        if mine.counted is None and (part or counted.is_coordinated(layout, draft.last, drafts[k + 1].first)):
            quantities[k] = replace(mine, counted=theirs.counted, scope=mine.scope | theirs.scope)
        elif theirs.counted is None and part:
            quantities[k + 1] = replace(theirs, counted=mine.counted)
    for k in range(1, len(drafts)):
        mine, theirs = quantities[k], quantities[k - 1]
        if mine and theirs and mine.unit is None and counted.follows(layout, "links", "them", drafts[k].last) is not None:
            quantities[k] = replace(mine, counted=mine.counted or theirs.counted, scope=mine.scope | {"including"})
    return quantities


def _each_of_its_own(quantities: Sequence[Quantity | None]) -> list[Quantity | None]:
    """Without "another" where it adds no more of the same: "ten killed and another 30 injured", "another six are missing"."""
    found = list(quantities)
    for k, mine in enumerate(found):
        if mine is None or mine.counted is None or "another" not in mine.scope:
            continue
        before = next((q for q in reversed(found[:k]) if q is not None and q.kind == "count"), None)
        beside_others = before is not None and before.counted not in (None, mine.counted)
        if counted.is_fate(mine.counted) and (beside_others or counted.is_standing(mine.counted)):
            found[k] = replace(mine, scope=mine.scope - {"another"})
    return found


def _plain(value: Decimal | None) -> Decimal | None:
    """The value without trailing zeros or exponent, so that equal values print alike."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
