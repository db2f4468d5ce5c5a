"""Every pair of colours of the web page that meets on it can be told apart, on a light ground and on a dark one (WCAG 2.2 AA)."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

STYLE = (files("checker.render.webpage") / "assets" / "page.css").read_text(encoding="utf-8")
PALETTE = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--(\w+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", STYLE)
}  # fmt: skip
VERDICTS = ("contradiction", "stale", "temporal_shift", "corroboration")
TEXT, GRAPHIC = 4.5, 3.0

MEETING = [
    *((ink, ground, TEXT) for ink in ("text", "dim", "link", *VERDICTS) for ground in ("ground", "sheet")),
    ("on_mark", "mark", TEXT),
    ("text", "claim", TEXT),
    ("sheet", "text", TEXT),  # chosen filters, letters of the sides
    *((edge, ground, GRAPHIC) for edge in ("control", "event") for ground in ("ground", "sheet")),
]


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), MEETING)
def test_what_is_written_can_be_read(ink: str, ground: str, least: float, theme: int) -> None:
    ratio = contrast(PALETTE[ink][theme], PALETTE[ground][theme])
    assert ratio >= least, f"{ink} on {ground}: {ratio:.2f}"


def test_there_is_no_colour_outside_the_palette() -> None:
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(", re.sub(r"light-dark\([^)]*\)", "", STYLE)) == []
    assert {name.removesuffix("_") for name in PALETTE} == {name for pair in MEETING for name in pair[:2]} | {"line"}
