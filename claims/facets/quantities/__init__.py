"""Quantities of a sentence: values as ranges, their units, and what they count.

``read`` walks the tokens left to right: a number (``claims.numbers``), the words that bound it
(``bounds``), its unit or currency (``units``), what it counts (``counted``). Digits that are no
quantity, such as years, clock times, labels and scores, are told apart in ``other``.

Decisions a reader of the values should know:

- A share of something ("a quarter of the homes", "two thirds of voters") is an approximate
  percentage, so that it meets "25 percent"; a share of a unit ("half an hour") is a value of it.
- A currency name that several countries share takes the code of the one country named beside it,
  else of the language's home (Hindi rupees are INR, Urdu rupees PKR), else stays the bare name.
- People take the name of what befell them (``killed``); what kind of people they are ("soldiers")
  stands in ``scope``, so that five soldiers killed need not contradict 23 people killed.
- "Including", "another" and "new" stand in ``scope`` too: such a number is a part or an increment.
- A language without tables gives plain digits, with a percent sign or the code or sign of a currency: what two conventions
  write alike ("1,250" and "1.250" each mean two values) is left out, and nothing is counted.
- ``counted`` is ``None`` where neither a noun nor a fate is near: such a number compares with nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.facets.quantities.reader import read as _read
from claims.model import Facet, Quantity, Sentence

__all__ = ["read"]


def read(sentence: Sentence, found: Sequence[Facet]) -> tuple[Quantity, ...]:
    """All quantities of a sentence, none inside a time, a name or an ordinal already found.

    >>> from claims.tokens import sentence_of
    >>> [(q.text, q.counted) for q in read(sentence_of("At least 20 people were killed.", "en"), ())]
    [('At least 20', 'killed')]
    """
    return _read(sentence, found)
