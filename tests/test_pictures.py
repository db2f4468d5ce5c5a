"""Pictures: every script in its letters, the same bytes for the same report, words under the mouse, files of three kinds."""

from __future__ import annotations

import re
import subprocess
import sys
import warnings
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from build import CLOSURE, DAWN, READINGS, STALE, TOLL, a_report, quiet_report
from matplotlib.text import Text

from checker.engine import report
from checker.errors import InputError
from checker.model import Step, Verdict
from checker.pictures import Picture, fonts, waterfall
from checker.pictures.days import Stretch, stretches
from checker.pictures.figures import counted_things
from checker.pictures.fonts import families, families_for
from checker.pictures.places import plane
from checker.report import Report
from claims.model import Interval

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = {
    "hi": "प्रत्यक्षदर्शियों के अनुसार क्षेत्र में 43 लोगों की मृत्यु हुई।",
    "ur": "کشتی ڈوبنے سے ۴۳ افراد جاں بحق ہو گئے، ٹگ بوٹ پہنچ گئی۔",
    "ar": "غرقت العبّارة «شابلا-7» وعلى متنها ٤٣ راكبًا؟",
    "ru": "Паром затонул: «погибли 43 человека», — сообщил Ёлкин.",
    "en": "The ferry sank: “43 people died”, the coastguard said.",
}
PICTURES: dict[str, Callable[[Report], Picture]] = {
    "timeline": lambda found: found.plot.timeline(),
    "map by source": lambda found: found.plot.map(),
    "map by language": lambda found: found.plot.map(by="language"),
    "map by verdict": lambda found: found.plot.map(by="verdict"),
    "agreement": lambda found: found.plot.agreement(),
    "tolls": lambda found: found.plot.tolls("killed"),
    "waterfall": lambda found: found.plot.waterfall(found.of(Verdict.CONTRADICTION)[0]),
}


@pytest.fixture(scope="module")
def found() -> Report:
    return report([ROOT / "examples" / "ferry-sinking"])


def texts(picture: Picture) -> list[str]:
    """Everything that is written in a picture."""
    return [artist.get_text() for artist in picture.figure.findobj(Text) if isinstance(artist, Text) and artist.get_text()]


@pytest.fixture(scope="module")
def drawn(found: Report) -> dict[str, Picture]:
    """Every picture, drawn once."""
    return {name: draw(found) for name, draw in PICTURES.items()}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_drawn_without_a_missing_letter(name: str, drawn: dict[str, Picture]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # letters that no font has are warned of
        png = drawn[name].png()
    assert png.startswith(b"\x89PNG")
    assert len(png) > 5_000


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_report_gives_the_same_bytes(name: str, found: Report, drawn: dict[str, Picture]) -> None:
    assert PICTURES[name](found).svg() == drawn[name].svg()
    assert drawn[name].png() == drawn[name].png()


@pytest.mark.parametrize("name", PICTURES)
def test_an_svg_is_well_formed_carries_no_date_and_every_hover_once(name: str, drawn: dict[str, Picture]) -> None:
    svg = drawn[name].svg()
    titles = [element.text for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}title")]
    assert len(titles) == len(drawn[name].hovers) > 0
    assert "hover-" not in svg
    assert not re.search(r"20\d\d-\d\d-\d\dT", svg)
    assert "matplotlib.org" not in svg


def test_drawing_leaves_the_users_own_settings_alone_and_does_not_follow_them(found: Report, drawn: dict[str, Picture]) -> None:
    import matplotlib as mpl

    with mpl.rc_context({"font.size": 31, "lines.linewidth": 9, "savefig.transparent": True}):
        assert PICTURES["tolls"](found).svg() == drawn["tolls"].svg()
        assert mpl.rcParams["font.size"] == 31


@pytest.mark.parametrize("lang", SCRIPTS)
def test_the_fonts_at_hand_have_every_letter_of_the_five_languages(lang: str) -> None:
    assert families_for([SCRIPTS[lang]]) == families()


@pytest.mark.parametrize("story", ["ferry-sinking", "corridor-summit"])
def test_the_fonts_at_hand_suffice_for_whole_articles(story: str) -> None:
    assert families_for(reading.source.text for reading in report([ROOT / "examples" / story]).readings) == families()


def test_a_script_without_a_font_is_announced_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = {family: fonts._files()[family] for family in families()}
    monkeypatch.setattr(fonts, "_files", lambda: alone)
    with pytest.warns(UserWarning, match=r"no font here has Tamil Letter A \(U\+0B85\).*apt-get install fonts-noto-core") as told:
        waterfall(replace(TOLL, message="அ")).png()
    assert len(told) == 1


def test_letters_are_joined_and_ordered() -> None:
    """Shaped text is narrower than its letters side by side, and a vowel sign stands before its consonant."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    from checker.pictures.canvas import drawing

    def width(words: str) -> float:
        return float(TextPath((0, 0), words, size=20, prop=FontProperties(family=families())).get_extents().width)

    with drawing():
        assert width("قتيل") < 0.9 * sum(map(width, "قتيل"))
        assert width("क्ष") < 0.9 * (width("क") + width("ष"))
        assert width("कि") > width("क")


@pytest.mark.parametrize("name", ["timeline", "agreement"])
def test_sources_are_named_with_their_headlines_in_their_script(name: str, drawn: dict[str, Picture]) -> None:
    written = "\n".join(texts(drawn[name]))
    for words in ("मेघना फेरी हादसा", "دریائے میگھنا", "بنغلاديش", "Паромы у Кашипары", "Ferry sinks"):
        assert words in written


def test_the_timeline_leaves_out_years_without_news_and_hatches_what_was_worked_out(drawn: dict[str, Picture]) -> None:
    picture = drawn["timeline"]
    assert len(picture.figure.axes) == 2
    assert any("older than it reads" in words and "006.txt" in words for words in picture.hovers.values())
    assert any("inferred" in words and "001.txt" in words for words in picture.hovers.values())


def test_a_report_without_days_has_no_timeline() -> None:
    quiet = quiet_report()
    undated = tuple(replace(row, published=replace(row.published, interval=Interval(None, None))) for row in quiet.sources)
    readings = tuple(replace(reading, claims=()) for reading in quiet.readings)
    with pytest.raises(InputError, match="nothing in this report is dated"):
        replace(quiet, sources=undated, readings=readings).plot.timeline()


def test_more_sources_than_fit_are_counted() -> None:
    picture = a_report().plot.timeline(most=2)
    assert picture.says.endswith("in 2 of 6 sources")
    assert any("2 of 6 sources" in words for words in texts(picture))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], 0),
        ([("2025-05-20", "2025-05-20")], 1),
        ([("2014-06-01", "2014-06-30"), ("2025-05-20", "2025-05-22")], 2),
        ([("2025-01-01", "2025-12-31"), ("2025-02-01", "2025-02-01")], 1),
        ([("2011-03-01", None), ("2025-05-20", "2025-05-22")], 2),
        ([(f"{year}-01-01", f"{year}-01-02") for year in range(1990, 2025)], 1),
    ],
)
def test_long_gaps_part_the_axis(told: list[tuple[str | None, str | None]], expected: int) -> None:
    days = [Interval(*(date.fromisoformat(end) if end else None for end in ends)) for ends in told]
    shown = stretches(days)
    assert len(shown) == expected
    for interval in days:
        assert any(stretch.cut(interval) for stretch in shown)


def test_days_at_the_ends_of_the_calendar_fit() -> None:
    assert stretches([Interval(date.min, date.min), Interval(date.max, date.max)]) == (
        Stretch(date.min, date(1, 1, 2)),
        Stretch(date(9999, 12, 30), date.max),
    )


def test_the_map_does_not_flip() -> None:
    import numpy as np

    vectors = np.random.default_rng(5).normal(size=(40, 8)).astype(np.float32)
    points = plane(vectors)
    assert points.shape == (40, 2)
    assert (points[np.abs(points).argmax(axis=0), [0, 1]] > 0).all()
    assert np.allclose(plane(vectors[:, ::-1].copy()), points, atol=1e-4)
    centred = vectors - vectors.mean(axis=0)
    assert np.allclose(np.abs(points), np.abs(np.linalg.svd(centred)[0][:, :2] * np.linalg.svd(centred)[1][:2]), atol=1e-3)


def test_a_map_says_who_says_what_under_the_mouse(found: Report, drawn: dict[str, Picture]) -> None:
    hovers = list(drawn["map by source"].hovers.values())
    assert len(hovers) == len(found.claims_frame()) + len(found.of(Verdict.CONTRADICTION))
    assert any(words.endswith("004.md · Russian") for words in hovers)


@pytest.mark.parametrize(("by", "complaint"), [("sauce", "did you mean 'source'"), ("colour", "unknown colouring 'colour'")])
def test_a_map_by_something_else_is_refused(found: Report, by: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        found.plot.map(by=by)


def test_a_report_made_by_hand_has_no_map() -> None:
    with pytest.raises(InputError, match="made by hand"):
        a_report().plot.map()


def test_agreement_counts_findings_between_two_sources_and_marks_copies() -> None:
    picture = a_report(TOLL, CLOSURE, DAWN).plot.agreement()
    hovers = [words for words in picture.hovers.values() if words.startswith("courier.txt and wire/volga.txt")]
    assert hovers == ["courier.txt and wire/volga.txt\n2 contradictions, no corroborations, no temporal shifts"]
    assert any("both carry one text (w7)" in words for words in picture.hovers.values())
    assert "−2" in texts(picture)


def test_what_is_counted_comes_with_the_number_of_sources(found: Report) -> None:
    things = counted_things(found)
    assert next(iter(things)) == "killed"
    assert things["killed"] >= 5


def test_a_thing_nobody_counts_is_refused_with_the_nearest(found: Report) -> None:
    with pytest.raises(InputError, match="no figure for 'kiled' in this report; did you mean killed"):
        found.plot.tolls("kiled")


def test_figures_of_old_articles_and_of_long_ago_are_left_out(drawn: dict[str, Picture]) -> None:
    words = "\n".join(drawn["tolls"].hovers.values())
    assert "006.txt" not in words
    assert "2014" not in words
    assert {"000.txt", "001.txt", "002.txt", "003.txt"} <= set(re.findall(r"\d{3}\.\w+", words))


def test_a_figure_out_of_proportion_does_not_flatten_the_others() -> None:
    story = [(f"{n} people were killed in the flood in Talvera on Monday.", f"s{n}.txt") for n in (10, 12, 14)]
    story.append(("More than 250,000 people were killed in the flood in Talvera on Monday.", "far.txt"))
    frame = pd.DataFrame(story, columns=["text", "source"]).assign(published="2025-03-04", lang="en")
    picture = report(frame).plot.tolls("killed")
    assert picture.figure.axes[0].get_ylim()[1] < 20
    assert "250,000" in texts(picture)


def test_a_waterfall_ends_at_the_sum_and_joins_light_steps() -> None:
    finding = a_report().find("c4f1a2")
    assert any("+5.50" in words for words in texts(waterfall(finding)))
    steps = tuple(Step(f"step_{n}", "", "", "1.00", 1 / n) for n in range(1, 21))
    picture = waterfall(replace(finding, trace=steps), most=6)
    assert "15 lighter steps" in texts(picture)
    assert len(picture.hovers) == 7


def test_a_waterfall_shows_both_sides_in_their_scripts() -> None:
    written = texts(a_report().explain(TOLL).plot())
    assert "where: सारोवा बंदरगाह | ميناء ساروفا" in written


def test_a_finding_without_steps_has_no_waterfall() -> None:
    with pytest.raises(InputError, match="has no steps to draw"):
        waterfall(DAWN)


def test_an_old_articles_clues_are_drawn_too() -> None:
    assert "in all" in texts(a_report().plot.waterfall(STALE.id))


def test_words_of_articles_are_no_markup_and_no_mathematics() -> None:
    hostile = "<b>$x^2$</b> & \u202eevil \x1b[31m $"
    trace = (Step("who", hostile, "$\\frac{1}{2}$", "1.00", 1.0, hostile), *TOLL.trace)
    picture = waterfall(replace(TOLL, trace=trace, message=hostile))
    svg = picture.svg()
    assert ET.fromstring(svg) is not None
    assert "&lt;b&gt;$x^2$&lt;/b&gt;" in svg
    assert "\x1b" not in svg
    assert "\u202e" not in svg


@pytest.mark.parametrize(("suffix", "start"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")])
def test_a_picture_is_saved_as_its_suffix_says(tmp_path: Path, suffix: str, start: bytes) -> None:
    for name in ("one", "two"):
        a_report().plot.agreement().save(tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes().startswith(start)
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


@pytest.mark.parametrize(
    ("name", "complaint"), [("x.gif", r"use .png, .svg, .pdf"), ("x", "without a suffix"), ("no/x.png", "cannot write")]
)
def test_a_picture_that_cannot_be_saved_says_why(tmp_path: Path, name: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        a_report().plot.agreement().save(tmp_path / name)


def test_a_notebook_gets_the_picture_in_the_colours_of_its_page_and_as_png() -> None:
    bundle = a_report().plot.agreement()._repr_mimebundle_()
    assert b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert "var(--jp-content-font-color1, currentColor)" in bundle["text/html"]
    assert "#1a1b1c" not in bundle["text/html"]
    assert 'role="img" aria-label="agreement of 6 sources"' in bundle["text/html"]
    assert bundle["text/plain"] == "<Picture: agreement of 6 sources>"


def run(script: str) -> str:
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT).stdout


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        ("sys.modules['matplotlib'] = None", 'pip install "claim-consistency-checker[notebook]"'),
        ("import matplotlib; matplotlib.__version__ = '3.9.2'", "(there is 3.9.2)"),
    ],
)
def test_without_the_extra_the_error_names_it(spoil: str, complaint: str) -> None:
    shown = run(
        f"import sys; sys.path.insert(0, 'tests'); {spoil}\nfrom build import a_report\nfrom checker.errors import ExtraError\n"
        "try:\n    a_report().plot.agreement()\nexcept ExtraError as error:\n    print(error)"
    )
    assert complaint in shown


def test_a_report_loads_no_matplotlib_until_a_picture_is_drawn() -> None:
    shown = run("import sys; sys.path.insert(0, 'tests')\nfrom build import a_report\na_report().plot\nprint('matplotlib' in sys.modules)")
    assert shown.strip() == "False"


def test_readings_are_what_the_hand_made_report_holds() -> None:
    assert set(READINGS) == {row.file for row in a_report().sources}
