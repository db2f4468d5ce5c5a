"""One module per input format, each with one ``Format`` value. Nothing else has to name it."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from claims.ingest.format import Format


@cache
def formats() -> dict[str, Format]:
    """The format of every known suffix. Raises ``ValueError`` for a module without exactly one, or a suffix with two."""
    found: dict[str, Format] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(__path__)):
        values = [v for v in vars(import_module(f"{__name__}.{module}")).values() if isinstance(v, Format)]
        if len(values) != 1:
            raise ValueError(f"claims/ingest/formats/{module}.py must hold exactly one format, not {len(values)}")
        for suffix in values[0].suffixes:
            if suffix in found:
                raise ValueError(f"suffix {suffix} belongs to two formats")
            found[suffix] = values[0]
    return dict(sorted(found.items()))
