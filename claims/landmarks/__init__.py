"""Landmarks: dated public events that betray the age of a text without a date.

"The World Cup in Brazil starts next week" is of June 2014. ``mentions`` finds the events a sentence
names, ``written_when`` what that says about the day the sentence was written. The events stand in
``claims/data/landmarks.tsv``, the words around them in each language's ``landmarks.toml``.
"""

from __future__ import annotations

from claims.landmarks.age import AgeClue, written_when
from claims.landmarks.naming import Mention, mentions
from claims.landmarks.table import Landmark, landmarks

__all__ = ["AgeClue", "Landmark", "Mention", "landmarks", "mentions", "written_when"]
