"""Imports point one way: a module may import what stands in an earlier room, or in its own, and never in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

ROOMS = {
    # claims: what one text says
    "types of what a text says": ("claims.model",),
    "words, and tables of words": (
        "claims.normalise", "claims.lang", "claims.tokens", "claims.seats", "claims.phrases", "claims.skeleton", "claims.inflection",
        "claims.calendar",
    ),
    "what is known of languages and the world": (
        "claims.language", "claims.lexicon", "claims.frames", "claims.numbers", "claims.gazetteer", "claims.naming", "claims.whereabouts",
    ),
    "from files to sentences": ("claims.segment", "claims.cues", "claims.blocks", "claims.ingest", "claims.clauses", "claims.worthiness"),
    "one reader a facet": ("claims.facets",),
    "what tells the age of a text": ("claims.dateline", "claims.landmarks"),
    "claims of a source": ("claims.context", "claims.refutation", "claims.extract", "claims"),
    # checker: whether texts agree
    "types of what texts say together": (
        "checker.model", "checker.errors", "checker.nearest", "checker.progress", "checker.rules",
        "checker.cache_folder",
    ),
    "vectors": ("checker.encoders", "checker.search", "checker.align", "checker.rarity", "checker.words"),
    "what two claims share": ("checker.event_time", "checker.slots"),
    "one detector a kind of conflict": ("checker.detectors", "checker.catalogue"),
    "from two claims to a verdict": (
        "checker.gate", "checker.rivals", "checker.features", "checker.decide", "checker.sharing", "checker.matching", "checker.otherwise",
        "checker.second_opinion",
    ),
    "what was said of findings before": ("checker.review",),
    "from pairs to findings": (
        "checker.families", "checker.storylines", "checker.stale", "checker.bounds", "checker.dating", "checker.undated",
        "checker.stale_findings", "checker.inside",
        "checker.sifting", "checker.wording", "checker.grouping", "checker.settling", "checker.workings",
    ),
    "what a run is given": (
        "checker.encoder_settings", "checker.settings", "checker.chosen", "checker.intake", "checker.frame_intake", "checker.desk",
        "checker.notices", "checker.readers_day",
    ),
    "what a run found, as data": (
        "checker.result", "checker.standing", "checker.trace", "checker.questions", "checker.frames", "checker.pair_frames",
        "checker.story_frames", "checker.rethreshold",
    ),
    "one output a format": ("checker.render", "checker.pictures"),
    "what a run found, for its readers": ("checker.explain", "checker.report", "checker.notebook"),
    "the main job": ("checker.reference", "checker.engine", "checker.comparing"),
    "the library": ("checker",),
    "a service of it": ("checker.service",),
    "scoring": ("checker.evaluation",),
    "the command line": ("checker.cli", "checker.__main__"),
}  # fmt: skip
"""Every module by what it is for; a package stands for all its modules, but ``claims`` and ``checker`` for their own alone."""

APART = ("claims.facets", "claims.ingest.formats", "checker.detectors")
"""Packages whose parts never import each other: a new one is a new file, and no other part can break it."""


def _modules() -> dict[str, Path]:
    found = {}
    for package in ("claims", "checker"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            found[name.removesuffix(".__init__")] = path
    return found


MODULES = _modules()


def _room(module: str) -> int:
    """The number of the room in which a module stands."""
    fitting = [
        (len(entry), number)
        for number, entries in enumerate(ROOMS.values())
        for entry in entries
        if module == entry or (module.startswith(f"{entry}.") and entry not in ("claims", "checker"))
    ]
    assert fitting, f"{module} has no room; put it where it belongs"
    return max(fitting)[1]


def _imports(module: str) -> list[str]:
    """Modules of the project that a module imports anywhere, in functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{module} has a relative import; write the whole name"
            names |= {f"{node.module}.{a.name}" if f"{node.module}.{a.name}" in MODULES else node.module for a in node.names}
    return sorted(name for name in names if name in MODULES)


def _part(module: str, package: str) -> str:
    """The part of a package to which a module belongs, empty for the package itself and for modules elsewhere."""
    return module.removeprefix(f"{package}.").partition(".")[0] if module.startswith(f"{package}.") else ""


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_point_one_way(module: str) -> None:
    names = list(ROOMS)
    for imported in _imports(module):
        ours, theirs = _room(module), _room(imported)
        assert theirs <= ours, f"{module} ({names[ours]}) imports {imported}, of a later room ({names[theirs]})"
        for package in APART:
            one, other = _part(module, package), _part(imported, package)
            assert not one or not other or one == other, f"{module} imports its sibling {imported}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    edges = {module: _imports(module) for module in MODULES}
    finished: set[str] = set()

    def circles(module: str, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if module in path:
            yield path[path.index(module) :]
        elif module not in finished:
            for imported in edges[module]:
                yield from circles(imported, (*path, module))
            finished.add(module)

    assert [circle for module in sorted(edges) for circle in circles(module, ())] == []


def test_every_entry_exists_and_stands_in_one_room() -> None:
    entries = [entry for room in ROOMS.values() for entry in room]
    assert sorted(set(entries)) == sorted(entries)
    assert [entry for entry in entries if entry not in MODULES] == []


def test_one_text_knows_nothing_of_others() -> None:
    wrong = [(m, i) for m in MODULES if m.split(".")[0] == "claims" for i in _imports(m) if i.split(".")[0] == "checker"]
    assert wrong == []
