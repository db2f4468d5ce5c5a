"""Where one article disagrees with itself; and, far more often, where it only seems to."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import report
from checker.model import Finding

MONDAY = "A bad Monday for Talvera\n\nThe collapse of the bridge in Talvera killed 23 people on Monday. "
DAY = "\n\nPublished: 2025-05-06\n"


def _inside(folder: Path, text: str) -> list[Finding]:
    (folder / "one.txt").write_text(text + DAY, "utf-8")
    return [f for f in report([folder]).findings if f.code.startswith("I")]


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        (
            "Bridge collapse in Talvera kills 32 people\n\nThe collapse of the bridge in Talvera killed 23 people on Monday.",
            "I101",
            {"32 killed", "23 killed"},
        ),
        (
            "Обрушение моста в Талвере: погибли 32 человека\n\nВ понедельник при обрушении моста в Талвере погибли 23 человека.",
            "I101",
            {"32 killed", "23 killed"},
        ),
        (
            "انهيار جسر في تالفيرا يقتل 32 شخصا\n\nقتل 23 شخصا يوم الاثنين في انهيار الجسر في تالفيرا.",
            "I101",
            {"32 killed", "23 killed"},
        ),
        (
            "तलवेरा में पुल गिरने से 32 लोगों की मौत\n\nसोमवार को तलवेरा में पुल गिरने से 23 लोगों की मौत हो गई।",
            "I101",
            {"32 killed", "23 killed"},
        ),
        (
            "تلویرا میں پل گرنے سے 32 افراد ہلاک\n\nپیر کو تلویرا میں پل گرنے سے 23 افراد ہلاک ہو گئے۔",
            "I101",
            {"32 killed", "23 killed"},
        ),
        (
            MONDAY + "\n\nEngineers came at noon.\n\nOn Monday, the bridge collapse in Talvera killed 32 people.",
            "I102",
            {"23 killed", "32 killed"},
        ),
    ],
)
def test_what_an_article_says_two_ways_is_one_finding_within_it(tmp_path: Path, text: str, code: str, values: set[str]) -> None:
    (found,) = _inside(tmp_path, text)
    assert found.code == code
    assert found.b is not None
    assert found.a.file == found.b.file == "one.txt"
    assert {side.value for side in found.sides} == values


@pytest.mark.parametrize(
    "text",
    [
        # a toll that rose
        "Bridge collapse in Talvera kills 32\n\nThe bridge collapse in Talvera killed 23 on Monday. By Tuesday it had killed 32.",
        # the body carries the headline's figure too
        "Bridge collapse in Talvera kills 32 people\n\nThe collapse of the bridge in Talvera killed 32, 23 of them workers.",
        # two witnesses
        MONDAY + "The city hospital said the bridge collapse in Talvera killed 32 people on Monday.",
        # another event, long before
        MONDAY + "In 1998 the collapse of a bridge in Talvera killed 32 people.",
        # a part and the whole
        MONDAY + "The collapse of the bridge in Talvera killed nine children.",
        # killed and injured
        "Bridge collapse in Talvera kills 32 people\n\nThe collapse of the bridge in Talvera injured 23 people on Monday.",
    ],
)
def test_a_story_told_in_order_is_no_finding(tmp_path: Path, text: str) -> None:
    assert _inside(tmp_path, text) == []


@pytest.mark.parametrize("stories", ["examples"])
def test_the_written_stories_hold_none(stories: str) -> None:
    assert [f.message for f in report([stories]).findings if f.code.startswith("I")] == []
