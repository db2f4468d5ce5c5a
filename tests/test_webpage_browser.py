"""The web page in a real browser: it filters, moves, prints and stays silent, whatever the articles hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_core_python.selenium import Axe
from browser import browser, complaints, requests
from build import a_report
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from checker import report
from checker.render import writer
from checker.render.view import View
from checker.report import Report

ATTACKS = (
    "<script>window.owned = 1</script>",
    "<img src=x onerror='window.owned = 1'>",
    "<svg onload='window.owned = 1'></svg>",
    "</style><style>body{display:none}</style>",
    "\"'><iframe src='https://attacker.example/'></iframe>",
    "<a href='javascript:window.owned=1'>twelve</a>",
    "{{ 7 * 7 }}{% raw %}",
    "\u202egnorw\u202c &lt;b&gt; \x1b[31m",
)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return saved(tmp_path_factory.mktemp("page") / "report.html", a_report())


@pytest.fixture
def page(chromium: Chrome, address: str) -> Chrome:
    """The page as first opened, with nothing left over of what an earlier test did."""
    chromium.get("about:blank")
    chromium.get(address)
    chromium.execute_script("localStorage.clear()")
    chromium.get("about:blank")
    complaints(chromium), requests(chromium)
    chromium.get(address)
    return chromium


def saved(file: Path, made: Report, *show: str) -> str:
    file.write_text(writer("html")(made, View(show=show)), encoding="utf-8")
    return file.as_uri()


def every(page: Chrome, selector: str) -> list[WebElement]:
    return page.find_elements(By.CSS_SELECTOR, selector)


def one(page: Chrome, selector: str) -> WebElement:
    return page.find_element(By.CSS_SELECTOR, selector)


def seen(page: Chrome) -> list[str]:
    """The verdicts of the findings that can be seen."""
    return [str(card.get_attribute("data-verdict")) for card in every(page, ".finding") if card.is_displayed()]


def tick(page: Chrome, question: str, *values: str) -> None:
    for value in values:
        one(page, f"[data-filter={question}] input[value='{value}']").click()


def number(summary: WebElement) -> str:
    return summary.find_element(By.CSS_SELECTOR, ".number").text.strip(".\n")


def focused(page: Chrome) -> WebElement:
    return page.switch_to.active_element


# --- quiet -----------------------------------------------------------------------------------------


def test_the_page_asks_for_nothing_and_complains_of_nothing(page: Chrome, address: str) -> None:
    assert requests(page) == [address]
    for button in every(page, "button"):
        if button.is_displayed() and button.is_enabled():
            button.click()
    assert (requests(page), complaints(page)) == ([], [])


def test_no_word_of_a_hostile_article_runs(chromium: Chrome, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, attack in enumerate(ATTACKS):
        toll = f"The fire at Sarova port on 3 March killed {12 + number} people, {attack} said."
        (folder / f"{number}.txt").write_text(f"Fire at Sarova port {attack}\n\nPublished: 4 March 2025\n\n{toll}\n", encoding="utf-8")
    (folder / "<img src=x onerror=alert(1)>.txt").write_text(
        "Fire\n\nThe fire at Sarova port on 3 March killed 90 people.\n", encoding="utf-8"
    )
    made = report([folder])
    assert made.findings
    page = saved(tmp_path / "hostile.html", made, "all")
    complaints(chromium), requests(chromium)
    chromium.get(page)
    assert chromium.execute_script("return window.owned") is None
    assert (requests(chromium), complaints(chromium)) == ([page], [])
    assert every(chromium, "iframe, img, main style, main script, [onerror], [onload], [href^=javascript]") == []
    assert one(chromium, ".finding").is_displayed()
    assert ATTACKS[0] in chromium.execute_script("return document.body.textContent")


@pytest.mark.parametrize(
    "attempt",
    [
        "const made = document.createElement('img'); made.src = 'https://attacker.example/x.png'; document.body.append(made)",
        "const made = document.createElement('script'); made.textContent = 'window.owned = 1'; document.body.append(made)",
        "document.body.innerHTML = '<img src=x onerror=\"window.owned = 1\">'",
        "document.body.setAttribute('style', 'display: none')",
        "fetch('https://attacker.example/')",
    ],
)
def test_the_policy_forbids_what_would_slip_through(page: Chrome, attempt: str) -> None:
    page.execute_script(f"try {{ {attempt} }} catch (error) {{ console.error(String(error)) }}")
    WebDriverWait(page, 5).until(lambda page: complaints(page))
    assert page.execute_script("return window.owned") is None
    assert [url for url in requests(page) if url.startswith("http")] == []
    assert one(page, "main").is_displayed()


# --- filters ---------------------------------------------------------------------------------------


def test_all_findings_are_there_at_first(page: Chrome) -> None:
    assert seen(page) == ["contradiction", "contradiction", "stale", "temporal_shift", "corroboration"]
    assert one(page, "[data-count]").text == "All 5 findings"


@pytest.mark.parametrize(
    ("question", "values", "expected"),
    [
        ("verdict", ["stale"], ["stale"]),
        ("verdict", ["stale", "corroboration"], ["stale", "corroboration"]),
        ("types", ["status"], ["contradiction"]),
        ("types", ["status", "date"], ["contradiction", "corroboration"]),
        ("langs", ["ar"], ["contradiction"]),
        ("langs", ["ru"], ["contradiction", "contradiction", "stale"]),
    ],
)
def test_a_filter_shows_what_fits_any_of_its_choices(page: Chrome, question: str, values: list[str], expected: list[str]) -> None:
    tick(page, question, *values)
    assert seen(page) == expected
    assert one(page, "[data-count]").text == f"{len(expected)} of 5 findings"


def test_filters_by_source_and_several_filters_hold_together(page: Chrome) -> None:
    number = next(box.get_attribute("value") for box in every(page, "[data-filter=sources] input") if "ravi.txt" in parent(box).text)
    tick(page, "sources", str(number))
    assert seen(page) == ["contradiction", "temporal_shift"]
    tick(page, "verdict", "temporal_shift")
    assert seen(page) == ["temporal_shift"]
    tick(page, "types", "status")
    assert seen(page) == []
    assert one(page, "[data-none]").is_displayed()
    one(page, "[data-clear]").click()
    WebDriverWait(page, 5).until(lambda page: len(seen(page)) == 5)


def parent(element: WebElement) -> WebElement:
    return element.find_element(By.XPATH, "..")


def test_a_verdict_without_findings_left_loses_its_heading(page: Chrome) -> None:
    tick(page, "verdict", "stale")
    assert [section.get_attribute("id") for section in every(page, "section.part") if section.is_displayed()] == ["stale"]


def test_all_findings_open_and_close_at_once(page: Chrome) -> None:
    one(page, "[data-all=close]").click()
    assert every(page, ".finding > details[open]") == []
    one(page, "[data-all=open]").click()
    assert len(every(page, ".finding > details[open]")) == 5


# --- the keyboard ----------------------------------------------------------------------------------


def test_everything_that_can_be_used_is_reached_with_the_tab_key_and_shows_it(page: Chrome) -> None:
    expected = page.execute_script(
        "return [...document.querySelectorAll('a[href], button, input, summary')].filter(e => e.tabIndex >= 0 && !e.disabled"
        " && e.checkVisibility() && !(e.type === 'radio' && !e.checked)).length"
    )
    reached = 0
    for _ in range(expected + 5):
        focused(page).send_keys(Keys.TAB)
        if focused(page).tag_name == "body":
            break
        reached += 1
        outline = page.execute_script(
            "const e = document.activeElement, shown = e.tagName === 'INPUT' ? e.nextElementSibling : e;"
            "return getComputedStyle(shown).outlineStyle"
        )
        assert outline == "solid", focused(page).get_attribute("outerHTML")
    assert reached >= expected


def test_the_first_stop_leads_past_the_head(page: Chrome) -> None:
    focused(page).send_keys(Keys.TAB)
    assert focused(page).text == "Skip to the findings"
    focused(page).send_keys(Keys.ENTER)
    assert focused(page).get_attribute("id") == "findings"


def test_arrow_keys_lead_from_finding_to_finding_and_skip_what_is_filtered_out(page: Chrome) -> None:
    tick(page, "verdict", "contradiction", "corroboration")
    page.execute_script("document.querySelector('.finding summary').focus()")
    passed = []
    for key in (Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.HOME, Keys.END, Keys.ARROW_UP):
        focused(page).send_keys(key)
        passed.append(number(focused(page)))
    assert passed == ["2", "5", "5", "1", "5", "2"]


def test_enter_opens_a_finding(page: Chrome) -> None:
    fold = one(page, ".finding.corroboration > details")
    fold.find_element(By.CSS_SELECTOR, "summary").send_keys(Keys.ENTER)
    assert fold.get_attribute("open") == "true"


# --- links -----------------------------------------------------------------------------------------


def test_a_quote_leads_to_its_very_sentence_and_back(page: Chrome) -> None:
    one(page, ".finding .quote.b figcaption a").click()
    target = one(page, ":target")
    claim = target.find_element(By.XPATH, "following-sibling::span[contains(@class, 'claim')][1]")
    assert claim.text == "أعلنت الوزارة إصابة 21 شخصا في حريق اندلع في ميناء ساروفا في 3 مارس."
    assert claim.is_displayed()
    assert focused(page) == target
    claim.find_element(By.XPATH, "following-sibling::a[1]").click()
    assert number(focused(page)) == "1"


def test_a_link_to_a_finding_that_is_filtered_out_shows_it(page: Chrome) -> None:
    tick(page, "verdict", "stale")
    page.execute_script("location.hash = document.querySelector('.finding.corroboration').id")
    WebDriverWait(page, 5).until(lambda page: one(page, ".finding.corroboration .quote").is_displayed())
    assert one(page, ".finding.corroboration .quote").text


# --- scripts, colours, screens and paper -------------------------------------------------------------


@pytest.mark.parametrize(("lang", "expected"), [("ar", "rtl"), ("ur", "rtl"), ("hi", "ltr"), ("ru", "ltr"), ("en", "ltr")])
def test_quotes_run_in_the_direction_of_their_script(page: Chrome, lang: str, expected: str) -> None:
    one(page, "[data-all=open]").click()
    quotes = every(page, f"blockquote[lang={lang}], article.text .words[lang={lang}] p")
    assert quotes
    assert {quote.value_of_css_property("direction") for quote in quotes} == {expected}
    face = quotes[0].value_of_css_property("font-family")
    assert {"ar": "Naskh", "ur": "Nastaliq", "hi": "Devanagari"}.get(lang, "Noto Serif") in face


def ground(page: Chrome) -> str:
    return one(page, "body").value_of_css_property("background-color")


def test_colours_follow_the_system_until_the_reader_chooses(page: Chrome, address: str) -> None:
    light = ground(page)
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    dark = ground(page)
    assert dark != light
    one(page, ".theme input[value=light]").click()
    assert ground(page) == light
    page.get(address)
    assert ground(page) == light, "the choice is remembered"
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize("width", [320, 390, 768])
def test_no_screen_is_too_narrow(page: Chrome, width: int) -> None:
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    page.refresh()
    page.execute_script("for (const fold of document.querySelectorAll('details')) fold.open = true")
    try:
        assert page.execute_script("return document.documentElement.scrollWidth") <= width
        assert page.execute_script(
            "return [...document.querySelectorAll('.quote')].every(q => q.getBoundingClientRect().right <= innerWidth)"
        )
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_that_keeps_a_reader_out(page: Chrome, width: int, theme: str) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    page.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})  # for the script that looks, not for the page
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]})
    try:
        page.refresh()
        page.execute_script("for (const fold of document.querySelectorAll('details')) fold.open = true")
        found = Axe().run(page)
        assert [(problem["id"], problem["nodes"][0]["html"]) for problem in found["violations"]] == []
        assert len(found["passes"]) > 20
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        page.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})


def test_on_paper_every_finding_is_open_and_no_control_is_left(page: Chrome) -> None:
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    page.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert all(quote.is_displayed() for quote in every(page, ".finding .quote"))
    assert not any(control.is_displayed() for control in every(page, "button, input, .skip"))
    page.execute_script("dispatchEvent(new Event('afterprint'))")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert len(every(page, ".finding > details[open]")) == 3


def test_without_its_script_the_page_shows_everything(chromium: Chrome, address: str) -> None:
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chromium.get(address)
        assert len(seen(chromium)) == 5
        assert not one(chromium, ".filters").is_displayed()
    finally:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
