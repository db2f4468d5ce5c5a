"""The report as one self-contained web page, without anything from the network."""

from __future__ import annotations

from checker.render.view import View
from checker.render.webpage import page
from checker.result import Result

MEDIA_TYPE = "text/html"


def write(result: Result, view: View) -> str:
    """The page; findings outside ``view.show`` are left out, the usual view opens what an editor must act on."""
    return page(result, view)
