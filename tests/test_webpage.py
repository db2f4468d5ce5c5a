"""The web page as text: all there, nothing acts, every link leads somewhere, the same bytes each time."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from build import CLOSURE, DAWN, READINGS, STALE, TOLL, UPDATE, a_report, quiet_report
from checks import SUPPORTED, a_check
from goldens import assert_golden
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from checker.model import Dismissal, Notice, Side, State, Step
from checker.render import formats, writer
from checker.render.view import View
from checker.render.webpage.scale import scale, spaced
from checker.render.webpage.waterfall import waterfall
from checker.report import Report, SourceRow
from claims.model import Claim, EventTime, Interval, Published, Reading, Source, Span, TimeBasis
from claims.tokens import sentence_of

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"' {{ 1 }} \u202e\x1b[31m</style></script>"
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


class Tags(HTMLParser):
    """Every tag with its attributes; and that what is opened is closed."""

    VOID = frozenset({"meta", "br", "input", "path", "rect", "line"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def values(self, name: str) -> list[str]:
        return [str(attributes[name]) for _, attributes in self.seen if name in attributes]


def page(made: Report, *show: str) -> str:
    return writer("html")(made, View(show=show))


def body(html: str) -> str:
    """The page without its style sheet and script, which are files of their own."""
    return html.partition("<body>")[2].partition("<script>")[0]


def findings(html: str) -> list[str]:
    return re.findall(r'<article class="finding (\w+)"', html)


def hostile_report() -> Report:
    """A report in which every word that can come from a file is hostile."""
    text = f"{HOSTILE}\n\nThe toll is 12, {HOSTILE} said.\nThe toll is 21.\n"
    at = text.index("The toll is 12")
    sentence = sentence_of(text[at : text.index("\n", at)], "en", at)
    times = EventTime(Interval.day(date(2025, 3, 3)), "day", TimeBasis.EXPLICIT)
    claim = Claim("x#1", HOSTILE, "en", sentence, sentence.span, (), times)
    source = Source(HOSTILE, text, '"><b>', title=Span(0, len(HOSTILE)), byline=HOSTILE)
    row = SourceRow(HOSTILE, '"><b>', HOSTILE, Published(Interval.day(date(2025, 3, 3)), HOSTILE), family=HOSTILE, claims=1)
    step = Step(HOSTILE, HOSTILE, HOSTILE, HOSTILE, 1.0, HOSTILE)
    finding = replace(
        TOLL,
        message=HOSTILE,
        a=claim,
        b=claim,
        sides=(Side("1", HOSTILE, 1, (claim, claim)),),
        evidence=(claim,),
        trace=(step, replace(step, facet="who")),
        left=Span(0, 9),
        right=Span(3, 14),
    )
    run = {"as_of": {"value": "2025-03-05", "basis": HOSTILE}, "encoder": {"name": HOSTILE}}
    return Report(run, (Notice(HOSTILE, HOSTILE, HOSTILE),), (row,), (finding,), (Reading(source, (claim,)),))


def test_it_is_a_format_like_any_other() -> None:
    assert "html" in formats()


def test_the_page_is_as_recorded() -> None:
    assert_golden("page.html", body(page(a_report())))


def test_the_page_of_a_checked_draft_is_as_recorded() -> None:
    assert_golden("page-check.html", body(page(a_check())))


@pytest.mark.parametrize("made", [a_report(), quiet_report(), hostile_report(), a_check()], ids=["usual", "quiet", "hostile", "check"])
def test_what_is_opened_is_closed_and_every_link_leads_to_one_place(made: Report) -> None:
    tags = Tags(page(made, "all"))
    names = tags.values("id")
    assert len(names) == len(set(names))
    targets = tags.values("href") + [f"#{name}" for name in tags.values("aria-labelledby")]
    assert [target for target in targets if not target.startswith("#") or target[1:] not in names] == []


def test_nothing_comes_from_elsewhere() -> None:
    html = page(a_report())
    assert Tags(html).values("src") == []
    assert re.findall(r"https?://|url\(|@import|//\w+\.", html) == []
    assert {tag for tag, _ in Tags(html).seen} & {"link", "img", "iframe", "object", "embed", "base", "image", "use"} == set()


def test_words_of_articles_are_shown_and_never_obeyed() -> None:
    html = page(hostile_report())
    tags = Tags(html)
    assert [tag for tag, _ in tags.seen].count("script") == 1
    assert not {tag for tag, _ in tags.seen} & {"img", "b"}
    assert [name for _, attributes in tags.seen for name in attributes if name.startswith("on") or name == "style"] == []
    assert "\x1b" not in html
    assert "\u202e" not in html
    assert "<script>alert(1)</script>" in unescape(body(html))
    assert "{{ 1 }}" in html


def test_the_policy_knows_the_script_and_the_style_and_nothing_else() -> None:
    html = page(a_report())
    policy = next(
        str(attributes["content"]) for _, attributes in Tags(html).seen if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        text = html.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_every_finding_is_there_with_its_steps_and_its_sides() -> None:
    html = page(a_report(*(replace(DAWN, id=f"f{number:03}") for number in range(200))))
    assert len(findings(html)) == 200
    html = page(a_report())
    assert findings(html) == ["contradiction", "contradiction", "stale", "temporal_shift", "corroboration"]
    for finding in (TOLL, CLOSURE, UPDATE, STALE, DAWN):
        assert f'id="finding-{finding.id}"' in html
        card = html.partition(f'id="finding-{finding.id}"')[2].partition("</article>")[0]
        assert card.count('<th scope="row">') == len(finding.trace)
        assert all(side.value in card for side in finding.sides if len(finding.sides) > 2)


@pytest.mark.parametrize(
    ("show", "shown", "opened"),
    [
        ((), 5, 3),
        (("contradiction",), 2, 2),
        (("temporal_shift", "stale"), 2, 2),
        (("all",), 5, 5),
    ],
)
def test_show_opens_what_is_asked_for_and_leaves_the_rest_out(show: tuple[str, ...], shown: int, opened: int) -> None:
    html = page(a_report(), *show)
    assert len(findings(html)) == shown
    assert len(re.findall(r'data-sources="[\d ]+">\n<details open>', html)) == opened
    assert ("left out of this page" in html) == (shown < 5)


def test_a_draft_is_told_in_its_own_order_with_how_each_claim_stands() -> None:
    html = page(a_check())
    badges = re.findall(r'<span class="kind">([^<]*)</span>', html)
    assert badges == [
        "contradicted: number",
        "overtaken by a newer report: number",
        "rests on a stale source",
        "supported by 1 independent source",
        "contradicted: status",
    ]
    assert [int(number) for number in re.findall(r'<span class="number">(\d+)', html)] == [1, 2, 3, 4, 5]
    assert "1 draft checked against 5 sources" in html


@pytest.mark.parametrize(("show", "listed", "opened"), [((), True, False), (("unsupported",), True, True), (("stale",), False, False)])
def test_claims_that_no_source_carries_are_listed_when_asked_for(show: tuple[str, ...], listed: bool, opened: bool) -> None:
    html = page(a_check(), *show)
    assert ("Carried by no other source: 1 claim" in html) == listed
    assert ('<details class="unsupported" open>' in html) == opened


def test_a_draft_with_nothing_against_it_says_so() -> None:
    assert "Nothing in it is contradicted" in page(a_check(SUPPORTED))


def test_what_was_set_aside_stands_last_and_closed_with_the_reason() -> None:
    dismissed = replace(TOLL, state=State.DISMISSED, dismissal=Dismissal("scope", "<b>one</b> ward only", "dismissals.txt:3"))
    html = page(a_report(dismissed, replace(CLOSURE, state=State.KNOWN), DAWN))
    assert findings(html) == ["corroboration", "contradiction", "contradiction"]
    aside = html.partition('id="set-aside"')[2].partition("</section>")[0]
    assert "Set aside: 1 dismissed (1 scope); 1 known from the baseline" in aside
    assert "dismissed (scope, dismissals.txt:3): &lt;b&gt;one&lt;/b&gt; ward only" in aside
    assert "<details open>" not in aside
    assert "<strong>0</strong> contradictions" in html


def test_a_page_without_findings_says_so() -> None:
    html = page(quiet_report())
    assert "Nothing was found" in html
    assert 'class="filters"' not in html


def test_every_claim_is_set_off_in_its_text_and_leads_to_its_findings() -> None:
    html = page(a_report())
    texts = html.partition('<section id="texts"')[2]
    claims = [claim for reading in READINGS.values() for claim in reading.claims]
    assert texts.count('<span class="claim') == len(claims)
    assert all(f">{escape(claim.text)}</span>" in texts for claim in claims)
    assert texts.count(f'href="#finding-{TOLL.id}"') == sum(len(side.claims) for side in TOLL.sides)


def test_claims_that_overlap_keep_every_word_once() -> None:
    words = "Twelve died and three were hurt, the ministry said."
    sentence = sentence_of(words, "en", 0)
    spans = (Span(0, 31), Span(16, 51), Span(16, 31))
    claims = tuple(Claim(f"a#{number}", "a.txt", "en", sentence, span) for number, span in enumerate(spans))
    made = Report(
        {"as_of": {"value": "2025-03-05", "basis": "given"}},
        (),
        (SourceRow("a.txt", "en", "", Published(Interval(None, None), "unknown"), claims=3),),
        (),
        (Reading(Source("a.txt", words, "en"), claims),),
    )
    paragraph = page(made).partition('<p class="body"')[2].partition("</p>")[0].partition(">")[2]
    assert re.sub(r"<[^>]*>", "", paragraph) == words
    assert all(f'id="text-1-{span.start}-{span.end}"' in paragraph for span in spans)


def test_dates_that_are_inferred_are_drawn_hollow_as_the_stretch_they_may_lie_in() -> None:
    drawing = page(a_report()).partition('<svg class="timeline"')[2].partition("</svg>")[0]
    known = re.findall(r"<title>(\S+) appeared: (?!inferred)", drawing)
    assert known == ["wire/nile.txt", "wire/volga.txt", "courier.txt", "ravi.txt"]
    assert drawing.count('class="point') == len(known)
    spans = re.findall(r'<rect class="span( inferred)? ?(\w*)" .*? width="([\d.]+)"', drawing)
    assert [(inferred, verdict) for inferred, verdict, _ in spans] == [(" inferred", "stale"), (" inferred", "")]
    assert all(float(width) > 20 for *_, width in spans)


@given(st.lists(DAYS, min_size=1, max_size=30), DAYS, DAYS)
def test_later_days_stand_further_on_and_all_fit(days: list[date], one: date, other: date) -> None:
    on = scale(days, Interval(min(one, other), max(one, other)), 900)
    places = [(on.start(day), on.end(day)) for day in sorted({*days, one, other})]
    assert all(start < end for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    assert places[0][0] >= 0
    assert places[-1][1] <= 900
    left, right = on.story
    assert right - left >= 900 / 2


@given(st.lists(DAYS, min_size=1, max_size=30, unique=True))
def test_written_days_never_touch(days: list[date]) -> None:
    days.sort()
    on = scale(days, Interval(days[0], days[-1]), 900)
    kept = spaced(days, on, 58)
    assert kept[0] == days[0]
    assert all(on.start(after) - on.start(before) >= 58 for before, after in pairwise(kept))


@given(st.lists(st.floats(-9, 9).map(lambda weight: round(weight, 3)), min_size=1, max_size=20))
def test_each_bar_begins_where_the_last_one_ended(weights: list[float]) -> None:
    made = waterfall(tuple(Step("step", "", "", "", weight) for weight in weights))
    assert all(-0.01 <= row.x <= 100 and row.width > 0 for row in made.rows)
    assert all(row.x + row.width <= 101 for row in made.rows)
    at = made.zero
    for row, weight in zip(made.rows, weights, strict=True):
        assert min(abs(row.x - at), abs(row.x + row.width - at)) < 0.7
        at = row.x + row.width if weight >= 0 else row.x


def test_the_same_report_gives_the_same_bytes() -> None:
    assert page(a_report()) == page(a_report())
