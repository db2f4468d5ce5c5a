"""HTML pages: the article's paragraphs, their places in the file, the page's dates."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ingest import read_text
from claims.model import Source, UnreadableError
from claims.segment import sentences

PROSE = [
    "The city council voted on Tuesday to close the old bridge for eight months, the mayor said.",
    "Buses will take another route until the work is done, and cyclists may use the lower deck.",
    "The repair costs four million pounds, a third more than planned in 2023, the council said.",
]
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"><title>Old bridge to close for eight months | River Post</title>
<meta property="og:title" content="Old bridge to close for eight months">
HEAD
<script>if (a < b && c > d) { document.write("<p>Not this sentence of a script.</p>"); }</script>
<style>.x > p { color: red }</style>
</head>
<body class="single has-sidebar comments-open">
<div id="cookie-banner">We use cookies to improve your experience of this site.</div>
<header><h1 class="logo">River Post</h1><nav><a href="/">Home</a><a href="/city">City</a></nav>
<time datetime="2025-12-31">31 Dec 2025</time></header>
<article>
<h1>Old bridge to close for eight&nbsp;months</h1>
<p class="meta"><time datetime="2025-03-04T23:30:00-08:00">4 March 2025</time> By Ann Field</p>
<figure><img src="a.jpg" alt="x > y"><figcaption>The old bridge in March, seen from the north bank</figcaption></figure>
<p>The city council <b>voted</b> on
   Tuesday to close the old bridge for eight months, the mayor said.</p>
<div class="inline-related"><a href="/f">Ferry fares to rise in spring as the port authority looks for money</a></div>
<p>Buses will take another route until the work is done, and cyclists may use the lower&#32;deck.</p>
<blockquote class="twitter-tweet"><p>The bridge is a hundred years old today and still standing, happy birthday.</p>
&mdash; Watch (@w) <a href="#">May 2, 2024</a></blockquote>
<p>The repair costs four million pounds, a third more than planned in 2023, the council said.</p>
<p>Also read: Ferry fares to rise</p>
<div class="share-buttons"><a href="#">Facebook</a> <a href="#">X</a></div>
</article>
<aside class="most-read"><h3>Most read</h3><ul><li>Ferry fares to rise in spring, the port authority said on Monday.</li></ul></aside>
<section id="comments"><p>I have used this bridge all my life and never saw a crack in it, not one.</p></section>
<footer><p>&copy; 2025 River Post. Updated 20 November 2025.</p></footer>
</body></html>"""


def page(head: str = "") -> Source:
    return read_text(PAGE.replace("HEAD", head), "a.html", suffix=".html")


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def graph(*things: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@graph": things})}</script>'


def of_kind(source: Source, kind: str) -> list[str]:
    return [b.span.of(source.text) for b in source.blocks if b.kind == kind]


def test_title_and_body_are_the_article() -> None:
    source = page()
    assert of_kind(source, "title") == ["Old bridge to close for eight months"]
    assert of_kind(source, "body") == PROSE
    assert of_kind(source, "caption") == ["The old bridge in March, seen from the north bank"]
    assert of_kind(source, "dateline") == ["4 March 2025 By Ann Field"]


def test_scripts_and_styles_are_not_text() -> None:
    assert "Not this sentence" not in page().text
    assert "color" not in page().text


def test_one_paragraph_a_line() -> None:
    source = page()
    assert all("\n" not in b.span.of(source.text) for b in source.blocks)


def test_every_character_points_to_its_place_in_the_file() -> None:
    source, file = page(), PAGE.replace("HEAD", "")
    for at, character in enumerate(source.text):
        if character.isalnum():
            assert file[source.offset_in_file(at)] == character
    last = sentences(source)[-1]
    assert source.line_and_column(last.start) == (file[: file.index("The repair")].count("\n") + 1, 4)


def test_only_the_articles_own_dates_are_candidates() -> None:
    assert [(c.basis, str(c.interval)) for c in page().dates] == [("time-tag", "2025-03-04")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (linked(datePublished="2025-03-04T23:30:00-08:00"), ("json-ld", "2025-03-04")),
        (linked(dateModified="2025-03-05"), ("modified", "2025-03-05")),
        (
            graph({"@type": "WebSite"}, {"@type": "Article", "datePublished": "20250304"}),
            ("json-ld", "2025-03-04"),
        ),
        ('<meta property="article:published_time" content="2025-03-04T01:00:00Z">', ("meta", "2025-03-04")),
        ('<meta content="2025-03-04" itemprop="datePublished">', ("meta", "2025-03-04")),
        ('<meta name="DC.date.issued" content="2025-03">', ("meta", "2025-03-01 to 2025-03-31")),
        ('<meta property="og:updated_time" content="2025-03-06T00:10:00+05:30">', ("modified", "2025-03-06")),
        ('<link rel="canonical" href="https://example.org/2025/03/04/bridge">', ("url", "2025-03-04")),
        ('<meta property="og:url" content="https://example.org/city/bridge-2025-03-04.html">', ("url", "2025-03-04")),
    ],
)
def test_dates_of_the_head(head: str, expected: tuple[str, str]) -> None:
    assert expected in [(c.basis, str(c.interval)) for c in page(head).dates]


@pytest.mark.parametrize(
    "head",
    [
        linked(datePublished="yesterday"),
        linked(datePublished="2025-13-45"),
        linked(datePublished=5),
        '<script type="application/ld+json">{"@type": "Article", "datePublished": </script>',
        '<script type="application/ld+json">' + "[" * 5000 + "</script>",
        '<script type="application/ld+json">{"@type": "Article", "video": {"@type": "VideoObject", "uploadDate": "2020-01-01"}}</script>',
        '<link rel="canonical" href="https://example.org/story/1234567">',
        '<meta name="viewport" content="2025-01-01">',
    ],
)
def test_what_is_no_date_of_the_article_is_none(head: str) -> None:
    assert [c.basis for c in page(head).dates] == ["time-tag"]


def test_the_author_comes_from_the_metadata() -> None:
    assert page(linked(author=[{"@type": "Person", "name": "Ann  Field"}])).byline == "Ann Field"
    assert page('<meta name="author" content="Harbour Desk">').byline == "Harbour Desk"


def test_the_declared_language_is_only_a_hint() -> None:
    assert read_text('<html lang="ru"><p>' + "</p><p>".join(PROSE), "a.html", suffix=".html").lang == "en"


def test_a_page_without_a_heading_has_the_title_of_its_head_if_it_repeats_it() -> None:
    markup = "<title>Old bridge to close soon</title><div>Old bridge to close soon</div><p>" + "</p><p>".join(PROSE)
    assert of_kind(read_text(markup, "a.html", suffix=".html"), "title") == ["Old bridge to close soon"]


@pytest.mark.parametrize(
    "head",
    [
        "<title>Old bridge to close soon | River Post</title>",
        '<meta property="og:title" content="Old bridge to close soon"><title>Post</title>',
    ],
)
def test_a_title_in_the_head_only_becomes_the_first_line(head: str) -> None:
    source = read_text(f"<html>\n<head>{head}</head><p>" + "</p><p>".join(PROSE), "a.html", suffix=".html")
    assert source.text.splitlines() == ["Old bridge to close soon", *PROSE]
    assert of_kind(source, "title") == ["Old bridge to close soon"]
    assert source.line_and_column(0)[0] == 2


def test_line_breaks_part_paragraphs() -> None:
    source = read_text("<div>" + "<br><br/>".join(PROSE) + "</div>", "a.html", suffix=".html")
    assert of_kind(source, "body") == PROSE


def test_class_names_do_not_hide_the_article_itself() -> None:
    markup = '<div class="social-wide related-wrap widget"><h1>Old bridge to close</h1><p>' + "</p><p>".join(PROSE) + "</p></div>"
    assert of_kind(read_text(markup, "a.html", suffix=".html"), "body") == PROSE


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" + PROSE[0] + "<p>" + PROSE[1] + "<li>" + PROSE[2],
        "<div>" * 3000 + f"<p>{PROSE[0]}</p>",
        f"<p>{PROSE[0]}</p><script>while (a<b) {{",
        f"<p>{PROSE[0]}</p><!-- never closed <p>x</p>",
        f"<p title='never closed>{PROSE[0]}</p><p>{PROSE[0]}</p>",
        f'<p data-x="{"y" * 200_000}">{PROSE[0]}</p>',
        f"<p>{PROSE[0]}</p></div></div></html></p></b>",
        f"<p>{PROSE[0]} 3 < 4 & 5 > 2 &bogus; &#0; &#x110000; &</p>",
        f"<P><B><I>{PROSE[0]}</B></I></P>" * 3,
        "< " * 3000 + PROSE[0],
        f"<![CDATA[ x ]]><?php echo ?><p>{PROSE[0]}</p>",
        f"<p>{PROSE[0][:20]}\x00{PROSE[0][20:]}</p>",
    ],
)
def test_broken_and_hostile_markup_is_still_read(markup: str) -> None:
    source = read_text(markup, "a.html", suffix=".html")
    assert "closed until" not in source.text
    assert any("mayor said" in s.text for s in sentences(source))


def test_a_page_without_words_is_unreadable() -> None:
    with pytest.raises(UnreadableError, match="holds no readable text"):
        read_text("<html><script>x</script></html>", "a.html", suffix=".html")


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='ad'>",
        "</div>",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<h1>",
        "&amp;",
        "&lt",
        "<",
        ">",
        '"',
        "'",
        '<a href="x',
        " ",
        "\n",
        "Word. ",
        "слово ",
        "<br>",
        "<time datetime='2025-01-01'>",
        "<title>",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_markup_gives_words_with_places_or_none(markup: str) -> None:
    try:
        source = read_text("<p>Start.</p>" + markup, "a.html", "en", suffix=".html")
    except UnreadableError:
        return
    whole = "<p>Start.</p>" + markup
    for at, character in enumerate(source.text):
        if character.isalpha():
            assert whole[source.offset_in_file(at)] == character
    assert all(a.span.end <= b.span.start for a, b in pairwise(source.blocks))
