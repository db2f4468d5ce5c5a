"""Words of articles as HTML: escaped, made visible, in order; nothing in them acts.

What both the notebook's display and the web page need. The results are ``Markup``, so that
templates which escape by themselves leave them alone.
"""

from __future__ import annotations

import unicodedata
from html import escape

from markupsafe import Markup

from checker.render.display import isolated, passage, visible
from claims.model import Span


def prose(words: str) -> Markup:
    """Our own English, in which words of an article may stand: each right-to-left stretch is isolated."""
    return Markup(escape(isolated(visible(words))))  # noqa: S704 - escaped here


def marked(words: str, *marks: Span | None) -> Markup:
    """A source's own words with the marked stretches set off."""
    shown = passage(words, *marks)
    pieces, at = [], 0
    for span in shown.marks:
        if span.start >= at:
            pieces += [escape(shown.text[at : span.start]), "<mark>", escape(span.of(shown.text)), "</mark>"]
            at = span.end
    return Markup("".join([*pieces, escape(shown.text[at:])]))  # noqa: S704 - escaped here


def direction(words: str) -> str:
    """``rtl`` where most letters run from right to left, otherwise ``ltr``.

    The first letter does not decide: an Urdu sentence may begin with "BBC", and an English one
    with a name in Arabic script.
    """
    letters = [unicodedata.bidirectional(char) for char in words]
    right_to_left = sum(letter in ("R", "AL") for letter in letters)
    return "rtl" if right_to_left > letters.count("L") else "ltr"
