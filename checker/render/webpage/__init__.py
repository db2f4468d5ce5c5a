"""The report as a web page: one file that opens anywhere, without a network, for eyes, ears, keyboards and paper.

``assets/`` holds the template, the style sheet and the script; the modules here turn a report
into what the template shows, one part of the page each. Every word of an article is escaped by
``checker.render.markup`` or by the template, and the page's own security policy lets nothing run
but its one script, told by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from datetime import date
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from checker.render import wording
from checker.render.display import visible
from checker.render.markup import direction, prose
from checker.render.view import View
from checker.render.webpage.anchors import Anchors
from checker.render.webpage.articles import articles
from checker.render.webpage.facts import facts, source_rows
from checker.render.webpage.filters import filters
from checker.render.webpage.parts import headline, parts, shown_findings, tallies
from checker.render.webpage.timeline import timeline
from checker.result import Result

__all__ = ["page"]

_ASSETS = files(__name__) / "assets"


def page(result: Result, view: View) -> str:
    """The report as an HTML document that needs nothing besides itself."""
    shown = shown_findings(result, view)
    anchors = Anchors(result, shown)
    made = parts(result, view, anchors, shown)
    style, script = (_asset(name) for name in ("page.css", "page.js"))
    as_of = result.run["as_of"]
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=_policy(style, script),
            headline=headline(result),
            tallies=tallies(result, made),
            day=wording.day(date.fromisoformat(as_of["value"])),
            day_basis=as_of["basis"],
            parts=made,
            lists_unsupported=view.lists_unsupported,
            filters=filters(result, anchors, shown),
            left_out=len(result.findings) - len(shown),
            timeline=timeline(result, anchors),
            sources=source_rows(result, anchors),
            articles=articles(result, anchors),
            notices=[prose(wording.notice(notice)) for notice in result.notices],
            facts=facts(result),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__name__, "assets"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(prose=prose, direction=direction, count=wording.count)
    return environment


def _shown(value: object) -> object:
    """What the template prints: words that are not yet HTML are made visible, and escaped thereafter."""
    return value if isinstance(value, Markup) else visible(str(value))


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """The page's Content-Security-Policy: no network, no forms, this style sheet and this script, and no others."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
