"""The quickstart in a real JupyterLab, run by a real browser: everything shows itself, in a light and in a dark theme."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser import browser
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

ROOT = Path(__file__).resolve().parent.parent
_SECONDS = 120
_READABLE = 4.5
"""The contrast of text that the guidelines for accessible pages ask for."""
_KERNEL = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status"

pytest.importorskip("jupyterlab", reason="jupyterlab is not installed")


@contextmanager
def jupyterlab(folder: Path, theme: str) -> Iterator[str]:
    """The address of a JupyterLab with settings of its own that serves a copy of the notebooks."""
    for name in ("notebooks", "examples"):
        shutil.copytree(ROOT / name, folder / "desk" / name)
    settings = {
        "apputils-extension/themes": {"theme": f"JupyterLab {theme}"},
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "notebook-extension/tracker": {"windowingMode": "none"},  # every cell stands in the page
    }
    for name, values in settings.items():
        file = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values), encoding="utf-8")
    own = {f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    own |= {"JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"), "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces")}
    own |= {"IPYTHONDIR": str(folder / "ipython"), "PYTHONPATH": str(ROOT)}
    options = ("--no-browser", "--allow-root", "--port=0", "--LabApp.expose_app_in_browser=True", f"--ServerApp.root_dir={folder / 'desk'}")
    with (folder / "log").open("w") as log:
        server = subprocess.Popen([sys.executable, "-m", "jupyterlab", *options], env=os.environ | own, stdout=log, stderr=log)
    try:
        yield _address(folder, server)
    finally:
        server.terminate()
        server.wait(_SECONDS)


def _address(folder: Path, server: subprocess.Popen[bytes]) -> str:
    for _ in range(10 * _SECONDS):
        for file in (folder / "runtime").glob(f"jpserver-{server.pid}.json"):
            if written := file.read_text("utf-8"):
                found = json.loads(written)
                return f"{found['url']}lab/tree/notebooks/01_quickstart.ipynb?token={found['token']}"
        assert server.poll() is None, (folder / "log").read_text("utf-8")
        time.sleep(0.1)
    raise AssertionError((folder / "log").read_text("utf-8"))


@pytest.fixture(scope="module", params=["Light", "Dark"])
def lab(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """The quickstart, run from top to bottom."""
    folder = tmp_path_factory.mktemp("lab")
    with browser(tmp_path_factory.mktemp("profile")) as opened, jupyterlab(folder, request.param) as address:
        opened.get(address)
        wait = WebDriverWait(opened, _SECONDS)
        wait.until(lambda page: page.execute_script(f"return {_KERNEL} === 'idle'"))
        wait.until(lambda page: page.execute_script("return document.body.dataset.jpThemeName") == f"JupyterLab {request.param}")
        opened.execute_script("window.jupyterapp.commands.execute('notebook:run-all-cells').then(() => { window.done = true; })")
        wait.until(lambda page: page.execute_script("return window.done"))
        wait.until(lambda page: page.find_elements(By.CSS_SELECTOR, ".ccr-live svg"))
        yield opened


def test_every_cell_shows_something_and_none_an_error(lab: Chrome) -> None:
    assert lab.find_elements(By.CSS_SELECTOR, "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type$='.stderr']") == []
    assert len(lab.find_elements(By.CSS_SELECTOR, ".jp-OutputArea-output .ccr")) == 2
    assert len(lab.find_elements(By.CSS_SELECTOR, ".jp-OutputArea-output .ccr-picture svg")) == 4
    assert len(lab.find_elements(By.CSS_SELECTOR, ".jp-OutputArea-output .ccr-live svg")) == 1


def test_writing_stands_out_from_the_page(lab: Chrome) -> None:
    """The ink of still and interactive pictures, of quotes and of tables, against the ground of the notebook."""
    for selector in (".ccr", ".ccr blockquote", ".ccr-live .role-legend-label text", "table.dataframe td"):
        ink = lab.find_element(By.CSS_SELECTOR, selector).value_of_css_property("fill" if selector.endswith("text") else "color")
        assert contrast(ink, ground(lab)) >= _READABLE, selector
    letters = ".ccr-picture svg [style*='fill: var(--jp-content-font']"
    drawn = [letter.value_of_css_property("fill") for letter in lab.find_elements(By.CSS_SELECTOR, letters)]
    assert drawn
    assert all(contrast(fill, ground(lab)) >= _READABLE for fill in set(drawn))


def test_right_to_left_sentences_run_so_in_findings_and_tables(lab: Chrome) -> None:
    for selector in (".ccr blockquote[lang=ur]", ".ccr blockquote[lang=ar]", "table.dataframe td[dir=rtl]"):
        assert lab.find_element(By.CSS_SELECTOR, selector).value_of_css_property("direction") == "rtl"


def test_a_claim_is_read_under_the_mouse(lab: Chrome) -> None:
    live = lab.find_element(By.CSS_SELECTOR, ".ccr-live")
    lab.execute_script("arguments[0].scrollIntoView({block: 'center'})", live)
    for mark in live.find_elements(By.CSS_SELECTOR, ".mark-symbol.role-mark path"):
        ActionChains(lab).move_to_element(mark).perform()
        box = lab.find_elements(By.CSS_SELECTOR, "body > .ccr-words:not([hidden])")
        if box and "language Urdu" in box[0].text:
            break
    assert box[0].find_element(By.CSS_SELECTOR, "p").value_of_css_property("direction") == "rtl"
    assert contrast(box[0].value_of_css_property("color"), box[0].value_of_css_property("background-color")) >= _READABLE


def ground(page: Chrome) -> str:
    return page.find_element(By.CSS_SELECTOR, ".jp-Notebook").value_of_css_property("background-color")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as CSS computes them, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    numbers = [float(part) for part in colour.partition("(")[2].rstrip(")").replace(",", " ").split()[:3]]
    linear = [value / 3294.6 if value <= 10.31 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in numbers]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
