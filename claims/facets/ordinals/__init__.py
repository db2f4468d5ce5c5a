"""Ordinals: places in a series, such as the first visit, the third term, the last match; and places in a ranking.

A word counts as an ordinal only where it numbers something: superlatives ("third largest"),
quarters, clock hours, minutes of a match and regnal numbers are left out by the words beside them
(``lang/<code>/ordinals.toml``), and forms that are mostly other words ("second", पहले "before")
need a series beside them. A place in a ranking ("third place") is told by the same words and numbers
no series: it is a quantity of kind ``rank`` (``ranking``).
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.facets.ordinals.find import may_begin, ordinal_at
from claims.facets.ordinals.ranking import place_at, quantity_of
from claims.facets.ordinals.scene import lay_out
from claims.facets.ordinals.series import is_ordinal, series_of
from claims.lang import table
from claims.model import Facet, Ordinal, Quantity, Sentence, Span

__all__ = ["read"]


def read(sentence: Sentence, found: Sequence[Facet]) -> tuple[Ordinal | Quantity, ...]:
    """All ordinals and ranks of a sentence, none inside a time or a name already found.

    >>> from claims.tokens import sentence_of
    >>> [(o.text, o.rank, o.series) for o in read(sentence_of("It was his third visit.", "en"), ())]
    [('third', 3, 'visit')]
    >>> [(r.text, r.kind, r.low) for r in read(sentence_of("It took third place.", "en"), ())]
    [('third place', 'rank', Decimal('3'))]
    """
    if not table(sentence.lang, "ordinals"):
        return ()
    scene = lay_out(sentence, found)
    read_: list[Ordinal | Quantity] = []
    i = 0
    while i < len(scene.tokens):
        if not may_begin(sentence.lang, scene.tokens[i].text):
            i += 1
            continue
        item = ordinal_at(scene, i)
        place = place_at(scene, i, item)
        if place is not None and scene.is_open(place.first, place.last):
            read_.append(quantity_of(scene, place))
            i = place.last
            continue
        if item is None or not scene.is_open(item.first, item.last):
            i += 1
            continue
        series = item.series or series_of(scene, item)
        if is_ordinal(scene, item, series):
            span = Span(scene.tokens[item.first].span.start, scene.tokens[item.last - 1].span.end)
            read_.append(Ordinal(span, span.of(sentence.text), item.rank, series))
        i = item.last
    return tuple(read_)
