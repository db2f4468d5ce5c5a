"""Other names the sentence itself gives: "X, also known as Y" makes one key of X and Y."""

from __future__ import annotations

from dataclasses import replace

from claims.facets.names.view import View
from claims.model import Name, Span

_NEAR = 4  # characters of quotes, commas and spaces allowed between the cue and either name


def aliased(names: tuple[Name, ...], view: View) -> tuple[Name, ...]:
    """The names, each alias with the key of the name it stands for."""
    keyed = list(names)
    for match in view.aliases:
        left = next((n for n in reversed(keyed) if 0 <= match.span.start - n.span.end <= _NEAR), None)
        right = next((k for k, n in enumerate(keyed) if 0 <= n.span.start - match.span.end <= _NEAR), None)
        if left is not None and right is not None and not keyed[right].known:
            keyed[right] = replace(keyed[right], type=left.type, key=left.key, known=left.known, country=left.country)
        elif left is not None and right is not None and not left.known:
            whole = keyed[right]
            keyed[keyed.index(left)] = replace(left, type=whole.type, key=whole.key, known=True, country=whole.country)
        elif left is not None and right is None:
            keyed += _unread(left, match.last, view)
    return tuple(sorted(keyed, key=lambda n: n.span))


def _unread(left: Name, first: int, view: View) -> list[Name]:
    """The word behind the cue as another name of ``left``, where nothing else read a name there."""
    if first >= len(view) or view.is_stop(first) or not view.near(first):
        return []
    span = Span(view.tokens[first].span.start, view.tokens[first].span.end)
    if view.cues.is_cased and not view.is_capital(first):
        return []
    return [replace(left, span=span, text=span.of(view.text), role=None, role_of=None, tense="current")]
