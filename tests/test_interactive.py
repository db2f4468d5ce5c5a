"""Interactive pictures: in a real browser, without a network, in every script, whatever the articles hold."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import browser, complaints, requests
from build import a_report
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from checker.engine import report
from checker.errors import InputError
from checker.pictures.interactive import Interactive
from checker.report import Report

ROOT = Path(__file__).resolve().parent.parent
PICTURES: dict[str, Callable[[Report], Interactive]] = {
    "timeline": lambda found: found.plot.timeline().interactive(),
    "map by source": lambda found: found.plot.map().interactive(),
    "map by verdict": lambda found: found.plot.map(by="verdict").interactive(),
    "tolls": lambda found: found.plot.tolls("killed").interactive(),
}
ATTACK = "</script><script>window.owned = 1</script><img src=x onerror='window.owned = 1'> {{ 7*7 }} \u202egnorw"


@pytest.fixture(scope="module")
def found() -> Report:
    return report([ROOT / "examples" / "ferry-sinking"])


@pytest.fixture(scope="module")
def made(found: Report) -> dict[str, Interactive]:
    return {name: make(found) for name, make in PICTURES.items()}


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        opened.get("about:blank")
        yield opened


def opened(page: Chrome, picture: Interactive, file: Path) -> Chrome:
    """The saved page, drawn; what the browser said and asked for before is forgotten."""
    picture.save(file)
    page.get("about:blank")
    complaints(page), requests(page)
    page.get(file.as_uri())
    WebDriverWait(page, 20).until(lambda page: page.find_elements(By.CSS_SELECTOR, ".ccr-drawn svg, .ccr-drawn canvas"))
    return page


def marks(page: Chrome) -> list[WebElement]:
    return page.find_elements(By.CSS_SELECTOR, ".mark-symbol.role-mark path")


def under_the_mouse(page: Chrome) -> str:
    box = page.find_elements(By.CSS_SELECTOR, ".ccr-words:not([hidden])")
    return box[0].text if box else ""


def pointed_at(page: Chrome, words: str) -> WebElement:
    """The words under the mouse for the first mark that has ``words`` in them."""
    for mark in marks(page):
        ActionChains(page).move_to_element(mark).perform()
        if words in under_the_mouse(page):
            return page.find_element(By.CSS_SELECTOR, ".ccr-words")
    raise AssertionError(f"no mark has {words!r}")


@pytest.mark.parametrize("name", PICTURES)
def test_a_saved_page_draws_itself_and_asks_for_nothing(name: str, made: dict[str, Interactive], chromium: Chrome, tmp_path: Path) -> None:
    page = opened(chromium, made[name], tmp_path / "picture.html")
    assert marks(page)
    assert complaints(page) == []
    assert requests(page) == [(tmp_path / "picture.html").as_uri()]


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_report_gives_the_same_page(name: str, found: Report, made: dict[str, Interactive]) -> None:
    assert PICTURES[name](found).html() == made[name].html()


def test_another_process_gives_the_same_page(made: dict[str, Interactive], tmp_path: Path) -> None:
    code = (
        "from checker import report\n"
        f"report(['examples/ferry-sinking']).plot.timeline().interactive().save({str(tmp_path / 'again.html')!r})"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env={"PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)})
    assert (tmp_path / "again.html").read_text("utf-8") == made["timeline"].html()


@pytest.mark.parametrize(
    ("words", "direction"),
    [("دریائے میگھنا", "rtl"), ("العبارة «شابلا-7»", "rtl"), ("मेघना", "ltr"), ("Паром", "ltr"), ("ferry", "ltr")],
)
def test_a_claim_is_read_under_the_mouse_in_its_direction(
    words: str, direction: str, made: dict[str, Interactive], chromium: Chrome, tmp_path: Path
) -> None:
    page = opened(chromium, made["map by source"], tmp_path / "map.html")
    told = pointed_at(page, words)
    line = told.find_element(By.CSS_SELECTOR, "p")
    assert words in line.text
    assert line.value_of_css_property("direction") == direction
    for name in ("source", "language", "published", "tells of"):
        assert f"\n{name} " in told.text


def test_a_contradiction_tells_what_it_is_about(made: dict[str, Interactive]) -> None:
    (lines,) = (rows for rows in made["map by source"].spec["datasets"].values() if "contradiction" in rows[0])
    assert all(line["contradiction"] and line["of"] and line["confidence"] for line in lines)


def test_a_source_picked_in_the_key_stands_out(made: dict[str, Interactive], chromium: Chrome, tmp_path: Path) -> None:
    page = opened(chromium, made["map by source"], tmp_path / "map.html")
    faint = ".mark-symbol.role-mark path[opacity='0.08']"
    assert page.find_elements(By.CSS_SELECTOR, faint) == []
    page.find_elements(By.CSS_SELECTOR, ".role-legend-symbol path")[0].click()
    WebDriverWait(page, 5).until(lambda page: page.find_elements(By.CSS_SELECTOR, faint))
    assert 0 < len(page.find_elements(By.CSS_SELECTOR, faint)) < len(marks(page))


def test_the_wheel_zooms_a_map(made: dict[str, Interactive], chromium: Chrome, tmp_path: Path) -> None:
    page = opened(chromium, made["map by source"], tmp_path / "map.html")
    before = [mark.get_attribute("transform") for mark in marks(page)]
    origin = marks(page)[5]
    ActionChains(page).move_to_element(origin).scroll_by_amount(0, -300).perform()
    page.execute_script("arguments[0].dispatchEvent(new WheelEvent('wheel', {deltaY: -300, bubbles: true, cancelable: true}))", origin)
    WebDriverWait(page, 5).until(lambda page: marks(page)[5].get_attribute("transform") != before[5])
    assert len({mark.get_attribute("transform") for mark in marks(page)} & set(before)) < len(before) / 2


def test_the_timeline_opens_where_most_is_told_and_names_its_lanes_in_their_scripts(
    made: dict[str, Interactive], chromium: Chrome, tmp_path: Path
) -> None:
    page = opened(chromium, made["timeline"], tmp_path / "timeline.html")
    written = page.find_element(By.CSS_SELECTOR, ".ccr-drawn svg").text
    for words in ("मेघना फेरी हादसा", "دریائے میگھنا", "بنغلاديش", "Паромы у Кашипары", "Ferry sinks", "2014"):
        assert words in written
    assert "20 May 2025" in pointed_at(page, "20 May 2025").text


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland"])
def test_days_are_the_same_wherever_the_reader_sits(zone: str, made: dict[str, Interactive], chromium: Chrome, tmp_path: Path) -> None:
    def drawn() -> tuple[list[str | None], str]:
        page = opened(chromium, made["tolls"], tmp_path / "tolls.html")
        return [mark.get_attribute("transform") for mark in marks(page)], page.find_element(By.CSS_SELECTOR, ".ccr-drawn svg").text

    here = drawn()
    chromium.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": zone})
    try:
        assert drawn() == here
    finally:
        chromium.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": ""})


def test_words_of_articles_do_nothing(chromium: Chrome, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(4):
        text = f"Fire {ATTACK}\n\nPublished: 4 March 2025\n\nThe fire on 3 March killed {12 + number} people, {ATTACK} said."
        (folder / f"{number} <img src=x onerror='window.owned=1'>.txt").write_text(text, encoding="utf-8")
    hostile = report([folder])
    for picture in (hostile.plot.map(), hostile.plot.timeline(), hostile.plot.tolls("killed")):
        page = opened(chromium, picture.interactive(), tmp_path / "hostile.html")
        assert "window.owned" in pointed_at(page, "window.owned").text
        assert page.execute_script("return window.owned") is None
        assert page.find_elements(By.CSS_SELECTOR, "img") == []
        assert "\u202e" not in page.page_source


def test_the_policy_of_a_saved_page_forbids_every_other_script_and_address(
    made: dict[str, Interactive], chromium: Chrome, tmp_path: Path
) -> None:
    page = opened(chromium, made["tolls"], tmp_path / "tolls.html")
    page.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.owned = 1'; document.body.append(s);"
        "const i = document.createElement('img'); i.src = 'https://attacker.example/x.png'; document.body.append(i)"
    )
    WebDriverWait(page, 5).until(lambda page: complaints(page))
    assert page.execute_script("return window.owned") is None
    assert [url for url in requests(page) if url.startswith("http")] == []


def test_colours_follow_the_page(made: dict[str, Interactive], chromium: Chrome, tmp_path: Path) -> None:
    def ink() -> str:
        page = opened(chromium, made["timeline"], tmp_path / "timeline.html")
        return page.find_element(By.CSS_SELECTOR, ".role-axis-label text").value_of_css_property("fill")

    light = ink()
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    try:
        assert ink() != light
    finally:
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_a_notebook_shows_two_pictures_and_leaves_other_charts_alone(
    made: dict[str, Interactive], chromium: Chrome, tmp_path: Path
) -> None:
    shown = [made[name]._repr_mimebundle_()["text/html"] for name in ("tolls", "map by source", "tolls")]
    file = tmp_path / "notebook.html"
    file.write_text("<!doctype html><meta charset='utf-8'><script>vegaEmbed = 'theirs'</script>" + "\n".join(shown), encoding="utf-8")
    chromium.get(file.as_uri())
    WebDriverWait(chromium, 20).until(lambda page: len(page.find_elements(By.CSS_SELECTOR, ".ccr-drawn svg")) == 3)
    assert chromium.execute_script("return window.vegaEmbed") == "theirs"
    counts = chromium.execute_script("return [...document.querySelectorAll('.ccr-live')].map(e => e.querySelectorAll('svg').length)")
    assert counts == [1, 1, 1]


def test_many_marks_are_painted_on_a_canvas(made: dict[str, Interactive], chromium: Chrome, tmp_path: Path) -> None:
    picture = made["map by source"]
    many = {name: rows * (3_500 // len(rows)) if "says" in rows[0] else rows for name, rows in picture.spec["datasets"].items()}
    page = opened(chromium, Interactive(picture.says, {**picture.spec, "datasets": many}), tmp_path / "many.html")
    assert page.find_elements(By.CSS_SELECTOR, ".ccr-drawn canvas")
    assert complaints(page) == []


def test_a_picture_without_an_interactive_form_says_so() -> None:
    with pytest.raises(InputError, match="has no interactive form"):
        a_report().plot.agreement().interactive()


@pytest.mark.parametrize(("name", "complaint"), [("x.png", r"saved as \.html"), ("no/x.html", "cannot write")])
def test_an_interactive_picture_that_cannot_be_saved_says_why(
    tmp_path: Path, name: str, complaint: str, made: dict[str, Interactive]
) -> None:
    with pytest.raises(InputError, match=complaint):
        made["tolls"].save(tmp_path / name)


def test_the_chart_can_be_changed_with_altair_whatever_theme_is_chosen(found: Report, made: dict[str, Interactive]) -> None:
    import altair as alt

    with alt.theme.enable("dark"):
        assert found.plot.tolls("killed").interactive().spec == made["tolls"].spec
    assert alt.Chart.from_dict(json.loads(json.dumps(made["tolls"].spec))).properties(title="Deaths").to_dict()["title"] == "Deaths"


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        ("sys.modules['altair'] = None", 'pip install "claim-consistency-checker[notebook]"'),
        ("sys.modules['vl_convert'] = None", 'pip install "claim-consistency-checker[notebook]"'),
        ("import altair; altair.__version__ = '5.5.0'", "(there is altair 5.5.0)"),
    ],
)
def test_without_the_extra_the_error_names_it(spoil: str, complaint: str) -> None:
    code = (
        f"import sys; {spoil}\nfrom checker import report\nfrom checker.errors import ExtraError\n"
        "found = report(['examples/ferry-sinking'])\nfound.plot.timeline().png()\n"
        "try:\n    found.plot.timeline().interactive()\nexcept ExtraError as error:\n    print(error)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT)
    assert complaint in shown.stdout


def test_a_still_picture_loads_no_altair() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests')\nfrom build import a_report\n"
        "a_report().plot.timeline().png()\nprint({'altair', 'vl_convert'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT)
    assert shown.stdout.strip() == "set()"
