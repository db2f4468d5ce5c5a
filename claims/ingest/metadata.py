"""The days a page's own metadata gives as its date, with where each stands.

A day is kept as the source writes it: its own calendar day, never moved to another time zone.
"""

from __future__ import annotations

import json
import re
import tomllib
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from claims.ingest.markup import Page
from claims.model import DateCandidate, Interval

_DAY = re.compile(r"\s*((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?|/(\d\d?)(?:/(\d\d?))?|(\d\d)(\d\d)|\.(\d\d)\.(\d\d))?(?=$|[T\s,+:Z])")
_IN_ADDRESS = re.compile(r"[/_-]((?:19|20)\d\d)[/_-]?(\d\d?)(?:[/_-]?(\d\d?))?(?=[/_.?-]|$)")
_ARTICLE = re.compile(r"article|posting|report|review|liveblog", re.IGNORECASE)
_DEPTH = 20


@cache
def names(table: str) -> frozenset[str]:
    """The names under which a date stands: ``meta_published``, ``field_modified`` ..."""
    data = tomllib.loads((files("claims.ingest") / "metadata.toml").read_text("utf-8"))
    return frozenset(data[table])


def days(text: str) -> Interval | None:
    """The day (or month, or year) that an ISO-like date gives; ``None`` if it is none."""
    found = _DAY.match(text)
    if found is None:
        return None
    year = int(found.group(1))
    month = next((int(g) for g in (found.group(2), found.group(4), found.group(6), found.group(8)) if g), None)
    day = next((int(g) for g in (found.group(3), found.group(5), found.group(7), found.group(9)) if g), None)
    return _interval(year, month, day)


def _interval(year: int, month: int | None, day: int | None) -> Interval | None:
    try:
        if month is None:
            return Interval(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Interval.day(date(year, month, day))
    except (ValueError, IndexError):
        return None


def candidate(text: str, basis: str) -> Iterator[DateCandidate]:
    """The candidate that an ISO-like date makes, if it is one."""
    interval = days(text)
    if interval is not None:
        yield DateCandidate(interval, basis, text.strip()[:40])


def page_dates(page: Page) -> tuple[DateCandidate, ...]:
    """The dates in a page's head: JSON-LD, meta elements and its canonical address."""
    found = [*(c for thing in things(page) for c in _of_thing(thing)), *_of_meta(page), *_of_address(page)]
    return tuple(dict.fromkeys(found))


def things(page: Page) -> tuple[dict[str, Any], ...]:
    """The JSON-LD objects that describe the article, or failing such, the page."""
    found: list[dict[str, Any]] = []
    for number, raw in page.raw.items():
        if page.elements[number].attributes.get("type", "").strip().lower() == "application/ld+json":
            try:
                found += _objects(json.loads(raw.strip().removeprefix("<!--").removesuffix("-->").rstrip("; \n"), strict=False), 0)
            except (ValueError, RecursionError):
                continue  # broken metadata is as good as none
    articles = [t for t in found if _ARTICLE.search(_type(t))]
    return tuple(articles or [t for t in found if "WebPage" in _type(t)])


def _type(thing: dict[str, Any]) -> str:
    kind = thing.get("@type", "")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    """Top-level objects and those of a graph; not what an article merely mentions."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _objects(value.get(key), depth + 1)


def _of_thing(thing: dict[str, Any]) -> Iterator[DateCandidate]:
    for key, basis in (("datePublished", "json-ld"), ("dateCreated", "json-ld"), ("dateModified", "modified")):
        if key == "dateCreated" and "datePublished" in thing:
            continue
        for value in _strings(thing.get(key)):
            yield from candidate(value, basis)


def _strings(value: object) -> list[str]:
    if isinstance(value, list):
        return [v for v in value if isinstance(v, str)]
    return [value] if isinstance(value, str) else []


def _of_meta(page: Page) -> Iterator[DateCandidate]:
    for name, content in metas(page):
        if name in names("meta_published"):
            yield from candidate(content, "meta")
        elif name in names("meta_modified"):
            yield from candidate(content, "modified")


def metas(page: Page) -> Iterable[tuple[str, str]]:
    """Names (in small letters) and contents of the meta elements."""
    for element in page.elements:
        if element.name == "meta" and "content" in element.attributes:
            for key in ("property", "name", "itemprop"):
                if key in element.attributes:
                    yield element.attributes[key].strip().lower(), element.attributes["content"]


def _of_address(page: Page) -> Iterator[DateCandidate]:
    links = [e.attributes.get("href", "") for e in page.elements if e.name == "link" and e.attributes.get("rel", "").lower() == "canonical"]
    for address in dict.fromkeys([*links, *(content for name, content in metas(page) if name == "og:url")]):
        found = _IN_ADDRESS.search(address.partition("://")[2])
        if found is not None:
            interval = _interval(int(found.group(1)), int(found.group(2)), int(found.group(3)) if found.group(3) else None)
            if interval is not None:
                yield DateCandidate(interval, "url", found.group().strip("/_-"))
