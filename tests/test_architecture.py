"""Imports point one way: a module may import only what stands above it in this list, or its own package."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

LAYERS = (
    ("claims.model",),
    ("claims.normalise", "claims.lang", "claims.calendar", "claims.frames"),
    ("claims.tokens",),
    ("claims.phrases", "claims.skeleton", "claims.language"),
    ("claims.lexicon", "claims.numbers", "claims.gazetteer", "claims.naming"),
    ("claims.blocks", "claims.segment", "claims.worthiness", "claims.clauses"),
    ("claims.ingest",),
    ("claims.facets.times", "claims.facets.names", "claims.facets.ordinals", "claims.facets.quantities", "claims.facets.events",
     "claims.facets.attribution"),
    ("claims.dateline",),
    ("claims.extract",),
    ("claims",),
    ("checker.errors", "checker.progress", "checker.nearest"),
    ("checker.model",),
    ("checker.rules", "checker.settings", "checker.quantities", "checker.encoders", "checker.event_time"),
    ("checker.slots", "checker.align"),
    ("checker.kinds", "checker.ground"),
    ("checker.actors",),
    ("checker.words", "checker.result", "checker.wording"),
    ("checker.detectors",),
    ("checker.gate", "checker.features", "checker.families", "checker.stale"),
    ("checker.decide", "checker.stale_findings", "checker.intake"),
    ("checker.matching",),
    ("checker.dating", "checker.grouping"),
    ("checker.render",),
    ("checker.explain", "checker.frames"),
    ("checker.report",),
    ("checker.engine", "checker.comparing"),
    ("checker",),
    ("checker.evaluation",),
    ("checker.cli",),
    ("checker.__main__",),
)  # fmt: skip
"""The packages ``claims`` and ``checker`` stand here for their ``__init__`` alone."""

_WITHOUT_SIBLINGS = ("checker.detectors",)


def _modules() -> dict[str, Path]:
    found = {}
    for package in ("claims", "checker"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            found[name.removesuffix(".__init__")] = path
    return found


MODULES = _modules()


def _room(module: str) -> tuple[int, str]:
    """The layer of a module and the entry of the list it belongs to, the longest that fits."""
    fitting = [
        (len(entry), number, entry)
        for number, layer in enumerate(LAYERS)
        for entry in layer
        if module == entry or (module.startswith(f"{entry}.") and entry not in ("claims", "checker"))
    ]
    assert fitting, f"{module} has no place in the list of layers"
    _, number, entry = max(fitting)
    return number, entry


def _imports(module: str) -> set[str]:
    """Modules of the project that a module imports anywhere, in functions too."""
    tree = ast.parse(MODULES[module].read_text("utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{a.name}" if f"{node.module}.{a.name}" in MODULES else node.module for a in node.names}
    return {n for n in names if n.split(".")[0] in ("claims", "checker")}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_point_one_way(module: str) -> None:
    layer, room = _room(module)
    for imported in sorted(_imports(module)):
        other_layer, other_room = _room(imported)
        if room == other_room:
            assert room not in _WITHOUT_SIBLINGS or imported == room, f"{module} imports its sibling {imported}"
        else:
            assert other_layer < layer, f"{module} imports {imported}, which does not stand above it"


def test_every_entry_of_the_list_exists() -> None:
    for layer in LAYERS:
        for entry in layer:
            assert entry in MODULES, f"{entry} is listed but does not exist"
