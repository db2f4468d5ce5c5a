"""Places in a ranking: "third place", "came second", "ranked 105th", "top 10", "world number one".

They are quantities of kind ``rank``, a kind of their own: no amounts, and no ordinals of a series of events. "Top ten" is
a range from 1 to 10. What makes a place of a number, the noun beside it or the verb before it, is data
(``[ranking]`` in ``lang/<code>/ordinals.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.facets.ordinals.find import Found, ordinal_at
from claims.facets.ordinals.scene import Scene, ranking, ranks
from claims.lang import table
from claims.model import Quantity, Span
from claims.numbers import number_at

_LOWEST = 1000
_FREE = frozenset(("top", "labels", "nouns_before", "elsewhere", "verbs"))
"""Words that may open a place or stand anywhere; all others must touch the word before them."""
_REACH = 4
"""Words that may stand between a verb and the place it gives: "came in a distant third"."""
_SUBJECT = 6
"""Words back from an adverb within which its verb stands."""


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens ``[first, last)`` that give a place, or every place from ``high`` down to ``low``."""

    first: int
    last: int
    high: int
    low: int


def place_at(scene: Scene, i: int, ordinal: Found | None) -> Place | None:
    """The place in a ranking that begins at token ``i``; ``ordinal`` is the ordinal that begins there, if any does."""
    if not table(scene.sentence.lang, "ordinals").get("ranking"):
        return None
    found = _top(scene, i) or _by_number(scene, i) or _after_noun(scene, i) or _adverb(scene, i)
    if found is None and ordinal is not None and ordinal.series is None and ordinal.rank > 0:
        found = _before_noun(scene, ordinal) or _after_verb(scene, ordinal)
    return found or _digits_before_noun(scene, i)


def quantity_of(scene: Scene, place: Place) -> Quantity:
    """A place as a quantity."""
    span = Span(scene.tokens[place.first].span.start, scene.tokens[place.last - 1].span.end)
    return Quantity(span, span.of(scene.sentence.text), Decimal(place.high), Decimal(place.low), kind="rank")


def _top(scene: Scene, i: int) -> Place | None:
    """The first so many: "top 10", "العشرة الأوائل"; but "the top 10 percent" are a share."""
    written = _top_in_one(scene, i)
    if written is not None:
        return written
    top = _after(scene, "top", i)
    found = _number(scene, i if top is None else top)
    last = None if found is None else found[1] if top is not None else _after(scene, "top_after", found[1])
    if found is None or last is None or found[0] == 1 or _after(scene, "shares", last) is not None:
        return None
    return Place(i, last, 1, found[0])


def _top_in_one(scene: Scene, i: int) -> Place | None:
    """The same in one word: "top-10", "топ-10"."""
    head, _, digits = scene.tokens[i].fold.rpartition("-")
    if not digits.isdecimal() or not 1 < int(digits) <= _LOWEST or not ranking(scene.sentence.lang, "top").values((head,)):
        return None
    return Place(i, i + 1, 1, int(digits))


def _by_number(scene: Scene, i: int) -> Place | None:
    """A place by its number: "world number one", "ranked No. 5"."""
    label = _after(scene, "labels", i)
    found = _number(scene, label) if label is not None and (_ends(scene, "worlds", i) or _verb_reaches(scene, i)) else None
    return Place(i, found[1], found[0], found[0]) if found else None


def _after_noun(scene: Scene, i: int) -> Place | None:
    """A number that follows its noun: "المركز الثالث", "المرتبة 105"."""
    noun = _after(scene, "nouns_before", i)
    if noun is None or not scene.touches(noun):
        return None
    ordinal = ordinal_at(scene, noun)
    found = (ordinal.rank, ordinal.last) if ordinal is not None else _number(scene, noun)
    return Place(i, found[1], found[0], found[0]) if found and found[0] > 0 and _after(scene, "not_after", found[1]) is None else None


def _before_noun(scene: Scene, item: Found) -> Place | None:
    """An ordinal before its noun: "third place", "дебютирует на третьей строчке", "दूसरे स्थान पर"."""
    shown = _after(scene, "adjectives", item.last)
    if shown is not None:
        return Place(item.first, shown, item.rank, item.rank)
    last = _after(scene, "nouns", item.last)
    if last is None or _after(scene, "not_after", last) is not None or _is_elsewhere(scene, item, last):
        return None
    before = _begins_before(scene, "not_before", item.first)
    if before is not None and _begins_before(scene, "takes", before) is None:
        return None
    return Place(item.first, last, item.rank, item.rank)


def _is_elsewhere(scene: Scene, item: Found, last: int) -> bool:
    """Whether another spot on the map is meant: दूसरे स्थान पर ले जाया गया, "taken to another place"."""
    if ranking(scene.sentence.lang, "other").at(scene.tokens, item.first) is None:
        return False
    return any(_after(scene, "elsewhere", k) is not None for k in range(last, len(scene.tokens)))


def _after_verb(scene: Scene, item: Found) -> Place | None:
    """An ordinal that a verb makes a place: "came second in the vote", "финишировал третьим"."""
    stands = _verb_reaches(scene, item.first) and _closes(scene, item.last, item.rank)
    return Place(item.first, item.last, item.rank, item.rank) if stands else None


def _adverb(scene: Scene, i: int) -> Place | None:
    """An adverb of place after its verb, the subject between: "جاء العداء ثانيا"."""
    match = ranks(scene.sentence.lang, "ranking_adverbs").at(scene.tokens, i)
    if match is None or not _closes(scene, match.last, match.values[0]):
        return None
    told = any(_after(scene, "verbs", k) is not None for k in range(max(0, i - _SUBJECT), i))
    return Place(i, match.last, match.values[0], match.values[0]) if told else None


def _closes(scene: Scene, i: int, rank: int) -> bool:
    """Whether what begins at token ``i`` leaves a bare ordinal alone; a first needs more: "safety comes first"."""
    ends = i >= len(scene.tokens) or not scene.touches(i)
    return _after(scene, "follows", i) is not None or (ends and rank > 1)


def _digits_before_noun(scene: Scene, i: int) -> Place | None:
    """Bare digits that a verb and a noun in the singular make a place: "занял 5 место"."""
    if not scene.tokens[i].text.isdecimal() or _begins_before(scene, "takes", i) is None:
        return None
    found = _number(scene, i)
    last = _after(scene, "single_nouns", found[1]) if found else None
    return Place(i, last, found[0], found[0]) if found and last is not None else None


def _verb_reaches(scene: Scene, i: int) -> bool:
    """Whether a verb that gives places stands before token ``i``, with nothing between but words that may."""
    for _ in range(_REACH):
        if _begins_before(scene, "verbs", i) is not None:
            return True
        before = _begins_before(scene, "between", i)
        if before is None:
            return False
        i = before
    return False


def _number(scene: Scene, i: int) -> tuple[int, int] | None:
    """A whole number that could be a place, and the token it ends before."""
    if i >= len(scene.tokens):
        return None
    number = number_at(scene.tokens, i, scene.sentence.text, scene.sentence.lang)
    if number is None or number.vague or number.fraction or number.low % 1 or not 1 <= number.low <= _LOWEST:
        return None
    return int(number.low), number.last


def _after(scene: Scene, name: str, i: int) -> int | None:
    """The token before which a phrase that begins at token ``i`` ends; ``None`` where none does or it stands apart."""
    if i >= len(scene.tokens) or (i > 0 and not scene.touches(i) and name not in _FREE):
        return None
    match = ranking(scene.sentence.lang, name).at(scene.tokens, i)
    return match.last if match is not None else None


def _begins_before(scene: Scene, name: str, end: int) -> int | None:
    """The token at which a phrase begins that ends directly before token ``end``."""
    if not scene.touches(end):
        return None
    book = ranking(scene.sentence.lang, name)
    for first in range(max(0, end - 3), end):
        match = book.at(scene.tokens, first)
        if match is not None and match.last == end:
            return first
    return None


def _ends(scene: Scene, name: str, end: int) -> bool:
    return _begins_before(scene, name, end) is not None
