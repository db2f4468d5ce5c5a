"""What each paragraph of a page is for: article, furniture, social post or caption.

Judged from the elements around it. A class name is only a hint: an element that holds the main
heading or a large part of the page's prose is not furniture even if it is called ``has-sidebar``.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims.ingest.markup import Element, Page

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HOLDS_THE_ARTICLE = 0.4  # share of the prose from which on an element is no furniture
_PROSE_LENGTH = 60  # characters of a paragraph that counts as prose
_NEVER = frozenset(("html", "body", "main", "article"))


@dataclass(frozen=True, slots=True)
class Role:
    """``kind`` is ``article``, ``furniture``, ``social``, ``caption`` or ``hidden``; ``why`` names the element."""

    kind: str
    why: str = ""


@cache
def _table() -> dict[str, Any]:
    data = tomllib.loads((files("claims.ingest") / "roles.toml").read_text("utf-8"))
    return {k: [frozenset(p) for p in v] if k == "furniture_pairs" else frozenset(v) for k, v in data.items()}


def roles(page: Page) -> list[Role]:
    """The role of every paragraph, in order."""
    around = [page.ancestors(p.within) for p in page.paragraphs]
    total, held, headed = _prose(page, around)
    own = [_of_element(e) for e in page.elements]
    found = []
    for ancestors in around:
        role = Role("article")
        for number in ancestors:
            kind, by_name = own[number]
            if kind == "article" or (by_name and (number in headed or held[number] >= max(1, _HOLDS_THE_ARTICLE * total))):
                continue
            if kind == "furniture" and page.elements[number].name in ("header", "aside", "form") and number in headed:
                continue
            role = Role(kind, _name(page.elements[number]))
            if kind in ("hidden", "social", "furniture"):
                break
        found.append(role)
    return found


def _prose(page: Page, around: list[list[int]]) -> tuple[int, Counter[int], set[int]]:
    """Characters of prose in the page and in each element, and the elements that hold a main heading."""
    held: Counter[int] = Counter()
    headed: set[int] = set()
    total = 0
    for paragraph, ancestors in zip(page.paragraphs, around, strict=True):
        if page.elements[paragraph.within].name == "h1" if paragraph.within >= 0 else False:
            headed.update(ancestors)
        if paragraph.length >= _PROSE_LENGTH and not _is_hidden(page, ancestors):
            total += paragraph.length
            for number in ancestors:
                held[number] += paragraph.length
    return total, held, headed


def _is_hidden(page: Page, ancestors: list[int]) -> bool:
    return any(page.elements[n].name in _table()["hidden_elements"] for n in ancestors)


def _of_element(element: Element) -> tuple[str, bool]:
    """An element's kind, and whether only its class or id says so."""
    table, attributes = _table(), element.attributes
    if element.name in table["hidden_elements"] or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return "hidden", False
    if re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", attributes.get("style", "")):
        return "hidden", False
    if element.name in table["furniture_elements"] or attributes.get("role", "").lower() in table["furniture_roles"]:
        return "furniture", False
    if element.name in table["caption_elements"]:
        return "caption", False
    if element.name in _NEVER:
        return "article", False
    names = attributes.get("class", "").lower().split()
    if not table["social_post"].isdisjoint(names):
        return "social", False
    words = frozenset(w.lower() for w in _WORD.findall(attributes.get("class", "")[:300] + " " + attributes.get("id", "")[:100]))
    if not words:
        return "article", False
    if not words.isdisjoint(table["furniture"]) or any(pair <= words for pair in table["furniture_pairs"]):
        return "furniture", True
    return ("caption", True) if not words.isdisjoint(table["caption"]) else ("article", False)


def _name(element: Element) -> str:
    label = element.attributes.get("class") or element.attributes.get("id") or ""
    return f"{element.name} {label[:40]}".strip()
