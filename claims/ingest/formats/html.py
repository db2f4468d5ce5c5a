"""HTML pages: the paragraphs of the article, one a line, each mapped back to its place in the file.

The page's elements say what is furniture, trafilatura which of the rest is the article. Its answer
only counts where it found a good part of the text: a page it cannot read is read without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.ingest.format import Draft, Format
from claims.ingest.markup import Page, Paragraph, parse
from claims.ingest.metadata import candidate, metas, page_dates, things
from claims.ingest.roles import Role, roles
from claims.model import Block, DateCandidate, Place, Span

_PRUNE = [
    "//blockquote[contains(@class, 'tweet') or contains(@class, 'instagram') or contains(@class, 'tiktok')]",
    "//figure", "//nav", "//aside", "//footer", "//form", "//button",
]  # fmt: skip
_LETTERS = re.compile(r"\W+")
_ENOUGH = 0.5  # share of the page's own prose that trafilatura must have found to be believed
_TITLES = ("og:title", "twitter:title")
_SITE_NAME = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_TITLE_LENGTH = 16  # a shorter paragraph repeats the head's title by chance
_HEAD = 4  # paragraphs before the heading that may hold date and author
_PROSE_LENGTH = 60
_FURNITURE_REASON = {"social": "social post", "furniture": "page furniture"}


@dataclass(frozen=True, slots=True)
class _Part:
    paragraph: Paragraph
    role: Role


def _read(markup: str) -> Draft:
    page = parse(markup)
    parts = [_Part(p, r) for p, r in zip(page.paragraphs, roles(page), strict=True) if r.kind != "hidden"]
    title = _title(page, parts)
    if title is not None and title not in parts:  # it stands in the page's head only
        parts.insert(0, title)
    kept = _extracted(markup, page, parts)
    first = next((i for i, p in enumerate(parts) if i in kept and p is not title), len(parts))
    at = parts.index(title) if title is not None else 0
    text, spans, places = _laid_out(parts)
    blocks: list[Block] = []
    doubtful: list[Span] = []
    for i, (part, span) in enumerate(zip(parts, spans, strict=True)):
        if part is title:
            blocks.append(Block(span, "title"))
        elif part.role.kind == "caption":
            blocks.append(Block(span, "caption", "picture"))
        elif part.role.kind != "article":
            blocks.append(Block(span, "boilerplate", _FURNITURE_REASON[part.role.kind]))
        elif i not in kept:
            if _is_in_head(page, parts, i, at, first):
                doubtful.append(span)
            else:
                blocks.append(Block(span, "boilerplate", "outside the article"))
    dates = (*page_dates(page), *_time_tags(page, [p for i, p in enumerate(parts) if i == first or _is_in_head(page, parts, i, at, first)]))
    language = next((e.attributes["lang"] for e in page.elements if e.name == "html" and "lang" in e.attributes), None)
    return Draft(text, spans, tuple(blocks), tuple(dict.fromkeys(dates)), _author(page), language, places, tuple(doubtful))


def _laid_out(parts: Sequence[_Part]) -> tuple[str, tuple[Span, ...], tuple[Place, ...]]:
    """The text with one paragraph a line, their spans, and where each run stands in the file."""
    pieces: list[str] = []
    spans: list[Span] = []
    places: list[Place] = []
    at = 0
    for part in parts:
        words = part.paragraph.text
        spans.append(Span(at, at + len(words)))
        for start, file_start, length in part.paragraph.runs:
            last = places[-1] if places else None
            if last is not None and last.text_start + last.length == at + start and last.file_start + last.length == file_start:
                places[-1] = Place(last.text_start, last.file_start, last.length + length)
            else:
                places.append(Place(at + start, file_start, length))
        pieces.append(words)
        at += len(words) + 1
    return "\n".join(pieces), tuple(spans), tuple(places)


def _key(words: str) -> str:
    return _LETTERS.sub("", words).casefold()


def _title(page: Page, parts: Sequence[_Part]) -> _Part | None:
    """The main heading; where there is none, the paragraph that repeats the title of the page's head, or that title."""
    declared = _declared_titles(page)
    wanted = [_key(p.text) for p in declared]
    article = [p for p in parts if p.role.kind == "article" and _key(p.paragraph.text)]
    headings = [p for p in article if _is_within(page, p.paragraph, "h1")]
    confirmed = [h for h in headings if any(_key(h.paragraph.text) in t for t in wanted)]
    repeated = [p for p in article if p.paragraph.length >= _TITLE_LENGTH and _key(p.paragraph.text) in wanted]
    named = [_Part(p, Role("article")) for p in declared]
    return next(iter((*confirmed, *headings, *repeated, *named)), None)


def _declared_titles(page: Page) -> list[Paragraph]:
    """The titles the page's head gives, without the site's name after them."""
    titles = []
    for number, element in enumerate(page.elements):
        words = " ".join(element.attributes.get("content", "").split())[:300]
        if words and element.attributes.get("property", element.attributes.get("name")) in _TITLES:
            titles.append(Paragraph(number, [words], [(0, element.start, 0)], length=len(words)))
    for paragraph in page.paragraphs:
        if paragraph.within >= 0 and page.elements[paragraph.within].name == "title":
            site = _SITE_NAME.search(paragraph.text)
            titles.append(paragraph.cut(site.start() if site else paragraph.length))
    return titles


def _is_within(page: Page, paragraph: Paragraph, name: str) -> bool:
    return any(page.elements[n].name == name for n in page.ancestors(paragraph.within)[:4])


def _extracted(markup: str, page: Page, parts: Sequence[_Part]) -> frozenset[int]:
    """Numbers of the parts that are the article's body.

    Prose that trafilatura left out is kept where its neighbours in the same element were kept.
    """
    own = [i for i, p in enumerate(parts) if p.role.kind == "article"]
    found = _key(_ask_trafilatura(markup))
    kept = [i for i in own if _key(parts[i].paragraph.text) and _key(parts[i].paragraph.text) in found]
    prose = sum(parts[i].paragraph.length for i in own if parts[i].paragraph.length >= _PROSE_LENGTH)
    if sum(parts[i].paragraph.length for i in kept) >= max(1, _ENOUGH * prose):
        boxes = {_box(page, parts[i]) for i in kept}
        return frozenset([*kept, *(i for i in own if parts[i].paragraph.length >= _PROSE_LENGTH and _box(page, parts[i]) in boxes)])
    return frozenset(own)


def _box(page: Page, part: _Part) -> int:
    """The element in which a paragraph and its like stand side by side."""
    within = part.paragraph.within
    return page.elements[within].parent if within >= 0 and page.elements[within].name == "p" else within


def _ask_trafilatura(markup: str) -> str:
    from trafilatura.core import bare_extraction

    try:
        found = bare_extraction(markup, fast=True, include_comments=False, include_tables=True, favor_recall=True, prune_xpath=_PRUNE)
    except Exception:
        # Whatever a hostile page does to another parser, our own reading of the page stands.
        return ""
    return str(getattr(found, "text", "") or "")


def _is_in_head(page: Page, parts: Sequence[_Part], i: int, title: int, first: int) -> bool:
    """Whether paragraph ``i`` stands between heading and body, or just above the heading in one box with it.

    Further up stands the site's own head, which may show today's date.
    """
    if title <= i < first:
        return True
    if not title - _HEAD <= i < title:
        return False
    of_title = page.ancestors(parts[title].paragraph.within)[1 : _HEAD + 1]
    shared = next((n for n in page.ancestors(parts[i].paragraph.within) if n in of_title), -1)
    return shared >= 0 and (page.elements[shared].name not in ("html", "body") or shared == of_title[0])


def _time_tags(page: Page, head: Sequence[_Part]) -> Iterator[DateCandidate]:
    """Dates of the time elements between heading and body."""
    for part in head:
        if part.role.kind == "article":
            for number in (*page.ancestors(part.paragraph.within)[:1], *part.paragraph.inside):
                element = page.elements[number]
                if element.name == "time" and "datetime" in element.attributes:
                    modified = re.search(
                        r"modif|updat", f"{element.attributes.get('itemprop', '')} {element.attributes.get('class', '')}", re.IGNORECASE
                    )
                    yield from candidate(element.attributes["datetime"], "modified" if modified else "time-tag")


def _author(page: Page) -> str:
    for thing in things(page):
        authors = thing.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            name = author.get("name") if isinstance(author, dict) else author
            if isinstance(name, str) and name.strip():
                return " ".join(name.split())[:100]
    return next(
        (
            " ".join(content.split())[:100]
            for name, content in metas(page)
            if name in ("author", "article:author") and "://" not in content and content.strip()
        ),
        "",
    )


HTML = Format((".html", ".htm", ".xhtml"), _read)
