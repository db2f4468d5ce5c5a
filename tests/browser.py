"""A real headless browser for the tests of the web page; absent on a user's machine, required in CI."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

_SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",  # a click must not miss what is still scrolling
)


@contextmanager
def browser(profile: Path, width: int = 1280, height: int = 1000) -> Iterator[Chrome]:
    """Chromium with a fresh profile; the test is skipped where there is none, unless it must run."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        missing = "no chromium and chromedriver on the PATH (on Debian: apt-get install chromium chromium-driver)"
        if os.environ.get("CI") or os.environ.get("CHECKER_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    options = ChromeOptions()
    options.binary_location = program
    for switch in (*_SWITCHES, f"--user-data-dir={profile}", f"--window-size={width},{height}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    opened = Chrome(options=options, service=Service(driver))
    try:
        yield opened
    finally:
        opened.quit()


def complaints(page: Chrome) -> list[str]:
    """What the browser's console says since it was last asked."""
    return [entry["message"] for entry in _log(page, "browser")]


def requests(page: Chrome) -> list[str]:
    """The addresses asked for since the browser was last asked, without those the page's policy kept it from asking."""
    messages = [json.loads(entry["message"])["message"] for entry in _log(page, "performance")]
    blocked = {message["params"]["requestId"] for message in messages if message.get("params", {}).get("blockedReason") == "csp"}
    sent = (message["params"] for message in messages if message["method"] == "Network.requestWillBeSent")
    return [params["request"]["url"] for params in sent if params["requestId"] not in blocked]


def _log(page: Chrome, kind: str) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = page.get_log(kind)  # type: ignore[no-untyped-call]
    return entries
