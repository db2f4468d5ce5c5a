"""What the sentences of a text take over from one another: whom "she" means, which bank "the bank" is, where it was.

Everything found here is marked as inherited and stands beside a claim's own facets, never among
them. A word is resolved only where the text leaves one reading; where it leaves two, it stays open.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.context.left_out import left_out
from claims.context.references import references
from claims.context.story import Story, Told
from claims.model import Facet, Inherited, Sentence

__all__ = ["inherit"]


def inherit(found: Sequence[tuple[Sentence, Sequence[Facet]]]) -> list[tuple[Inherited, ...]]:
    """For every sentence of a text, in order, what it takes over from those before it and from its own beginning."""
    story = Story()
    taken = []
    for sentence, facets in found:
        told = Told.of(sentence, facets)
        named = references(told, story)
        taken.append((*named, *left_out(told, story, named)))
        story.tell(told)
    return taken
