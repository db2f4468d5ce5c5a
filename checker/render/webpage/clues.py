"""What an inferred date was inferred from, clue by clue."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from checker.render.markup import direction, marked, prose
from checker.render.webpage.anchors import Anchors
from checker.result import Result, SourceRow


@dataclass(frozen=True, slots=True)
class Clue:
    """``says`` what the words bound; ``target`` and ``place`` are empty where the clue stands in no text."""

    says: Markup
    words: Markup
    direction: str
    lang: str
    place: str
    target: str


def clues(result: Result, anchors: Anchors, row: SourceRow) -> tuple[Clue, ...]:
    """The clues of a source's date, the strongest first as the run gives them."""
    shown = []
    for clue in row.published.clues:
        place = target = ""
        if clue.file is not None and clue.start is not None:
            place, target = result.place(clue.file, clue.start), anchors.at(clue.file, clue.start)
        lang = result.row(clue.file).lang if clue.file is not None else row.lang
        shown.append(Clue(prose(clue.says), marked(clue.text), direction(clue.text), lang, place, target))
    return tuple(shown)
