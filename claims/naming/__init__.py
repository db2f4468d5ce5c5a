"""Whether two mentions, perhaps in two scripts, may name one entity.

Listed names are told apart by id. Unlisted ones are aligned sound by sound: vowels are cheap to
lose, since scripts leave them out, and so are the consonants that the five languages write for
one another. Given names must agree where both are there: a son is not his father. Names made of
common words are translated from language to language, so they are compared word by word, by
meaning or by sound.
"""

from __future__ import annotations

from claims.gazetteer import readings
from claims.model import Name
from claims.naming.parts import UNDECIDED, is_described, is_translation, same_parts
from claims.naming.sounds import same_words, words_of, words_of_person, words_of_place

__all__ = ["DIFFERENT", "SAME", "same_name"]

SAME = 0.8
"""At or above it two unlisted names may be taken for one."""
DIFFERENT = 0.35
"""Up to it they are taken for two; between the two nothing is concluded.

Measured by ``benchmarks/name_matching.py`` on ``tests/data/name_pairs.tsv`` (217 true pairs across scripts,
87 hard false ones: namesakes, brothers, near-homophones), which were looked at: at 0.8 it finds 96.8 % of the true
ones (93.5 to 98.4) and takes 2.3 % of the hard false ones for one (0.6 to 8.0). Of names that were only counted
it finds 95.4 % (92.0 to 97.4), but takes a fifth of their false ones, which were made to be as near as names come
(Zhadanov and Zhdanov, Jensen and Johnson). ``tests/test_naming.py`` pins the first.
"""
_LIKENESS_SAME, _LIKENESS_DIFFERENT = 0.845, 0.62

_UNCLEAR = 0.6
_CLASSES = {"GPE": "LOC", "LOC": "LOC"}


def same_name(a: Name, b: Name) -> float:
    """How likely it is, 0 to 1, that two mentions name one entity; order does not matter."""
    if a.key == b.key:
        return 1.0
    if _CLASSES.get(a.type, a.type) != _CLASSES.get(b.type, b.type):
        # The type of an unlisted name is the reader's guess: of two that sound alike nothing is concluded.
        alike = not (a.known or b.known) and a.key.partition(":")[2] == b.key.partition(":")[2]
        return UNDECIDED if alike else 0.0
    if a.known and b.known:  # Hyderabad and Hyderabad: which one is meant is a guess of the reader's
        return _UNCLEAR if a.key in readings(b.text) or b.key in readings(a.text) else 0.0
    if a.type == "PER":
        return _scaled(max(same_words(words(a.fullest), words(b.fullest), is_person=True) for words in (words_of, words_of_person)))
    if not (a.known or b.known) and (a.type == "ORG" or is_described(a, b)):
        return same_parts(a, b)
    sounds = words_of if a.type == "ORG" else words_of_place
    likeness = _scaled(same_words(sounds(a.text), sounds(b.text)))
    return max(likeness, UNDECIDED) if is_translation(a, b) and is_described(a, b) else likeness


def _scaled(likeness: float) -> float:
    """The likeness of sounds on the scale of ``SAME`` and ``DIFFERENT``."""
    if likeness > _LIKENESS_SAME:
        return SAME + (likeness - _LIKENESS_SAME) / (1 - _LIKENESS_SAME) * (1 - SAME)
    share = (likeness - _LIKENESS_DIFFERENT) / (_LIKENESS_SAME - _LIKENESS_DIFFERENT)
    return max(DIFFERENT + share * (SAME - DIFFERENT), 0.0)
