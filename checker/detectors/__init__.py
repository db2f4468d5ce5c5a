"""One file a detector, found by looking: nothing has to name a new one."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from checker.rules import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """All detectors, by code. Raises ``ValueError`` for a doubled code or a module without exactly one rule."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(__path__):
        values = [v for v in vars(import_module(f"{__name__}.{module.name}")).values() if isinstance(v, Rule)]
        if len(values) != 1:
            raise ValueError(f"checker/detectors/{module.name}.py must hold exactly one rule, not {len(values)}")
        if values[0].code in found:
            raise ValueError(f"rule code {values[0].code} is used twice: {found[values[0].code].name}, {values[0].name}")
        found[values[0].code] = values[0]
    return tuple(found[code] for code in sorted(found))
