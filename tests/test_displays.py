"""Objects in a notebook: what they show is safe, in the right direction, short where printed, and handed to IPython only there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from build import CLOSURE, READINGS, STALE, TOLL, a_report, claim

from checker.comparing import compare
from checker.model import Finding
from checker.render import html_objects
from claims.extract import claims_of_text

HOSTILE = '<script>alert(1)</script><img src=x onerror="y"> \u202eevil\u202c \x1b[31m'
SENTENCES = {
    "en": "The ferry sank on Tuesday with 43 people on board, the coastguard said.",
    "ru": "Паром затонул во вторник, на борту находились 43 человека, сообщила береговая охрана.",
    "hi": "तटरक्षक बल ने बताया कि मंगलवार को डूबी नौका पर 43 लोग सवार थे।",
    "ur": "کوسٹ گارڈ کے مطابق منگل کو ڈوبنے والی کشتی پر 43 افراد سوار تھے۔",
    "ar": "غرقت العبّارة يوم الثلاثاء وعلى متنها 43 شخصًا، بحسب خفر السواحل.",
}


class Tags(HTMLParser):
    """Which tags stand in a page, whether they are balanced, and the direction and language of quotes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []
        self.quotes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in ("br", "img"):
            self.open.append(tag)
        if tag == "blockquote":
            given = dict(attrs)
            self.quotes.append((given["lang"] or "", given["dir"] or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def displays() -> Iterator[tuple[str, str]]:
    for lang, text in SENTENCES.items():
        yield f"claim in {lang}", html_objects.claim(claims_of_text(text, lang).claims[0])
    yield "source", html_objects.source(READINGS["ravi.txt"].source)
    yield "reading", html_objects.reading(READINGS["ravi.txt"])
    for finding in (TOLL, CLOSURE, STALE):
        yield f"finding {finding.id}", html_objects.finding(finding)
        yield f"explanation {finding.id}", a_report().explain(finding)._repr_html_()
    yield "comparison", compare(SENTENCES["hi"], SENTENCES["ar"], lang=("hi", "ar"))._repr_html_()


@pytest.mark.parametrize(("page"), [pytest.param(page, id=name) for name, page in displays()])
def test_a_display_is_balanced_html_that_takes_its_colours_from_the_page(page: str) -> None:
    tags = Tags(page)
    assert tags.open == []
    assert 'class="ccr"' in page
    assert "background: #" not in page
    assert "background: white" not in page


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_claim_shows_its_sentence_in_its_direction_and_what_was_read(lang: str) -> None:
    page = html_objects.claim(claims_of_text(SENTENCES[lang], lang).claims[0])
    assert Tags(page).quotes == [(lang, "rtl" if lang in ("ur", "ar") else "ltr")]
    assert "43" in page.partition("<table>")[2]


def hostile_finding() -> Finding:
    sentence = replace(claim("courier.txt").sentence, text=HOSTILE)
    bad = replace(claim("courier.txt"), sentence=sentence, id=HOSTILE, file=HOSTILE)
    return replace(CLOSURE, a=bad, left=None, message=HOSTILE, rule=HOSTILE, id=HOSTILE, evidence=(bad,))


@pytest.mark.parametrize(
    "page",
    [
        html_objects.finding(hostile_finding()),
        html_objects.claim(hostile_finding().a),
        html_objects.source(replace(READINGS["courier.txt"].source, text=HOSTILE, file=HOSTILE, title=None)),
        compare(f"{HOSTILE} twelve dead", f"fourteen dead {HOSTILE}", lang=("en", "en"))._repr_html_(),
    ],
    ids=["finding", "claim", "source", "comparison"],
)
def test_markup_and_controls_of_an_article_do_nothing(page: str) -> None:
    assert not {"script", "img"} & Tags(page).seen
    assert "\u202e" not in page
    assert "\x1b" not in page


def test_an_explanation_draws_every_step_from_the_sum_before_to_the_sum_after() -> None:
    page = a_report().explain(TOLL)._repr_html_()
    assert page.count('class="bar"') == len(TOLL.trace)
    assert page.count('class="against"') == sum(step.weight < 0 for step in TOLL.trace)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (TOLL, "<Finding 'c4f1a2' contradiction, number 0.93: 'A says 12 injured; B says 21 injured.'>"),
        (claim("courier.txt"), "<Claim 'courier.txt#0' en 'Twelve people were injured in a fire at the port of Sarova…'>"),
        (READINGS["ravi.txt"].source, "<Source 'ravi.txt' ur, undated, 118 letters>"),
        (READINGS["ravi.txt"], "<Reading of 'ravi.txt': 1 claims, 1 sentences without>"),
    ],
)
def test_a_repr_is_one_short_line(shown: object, expected: str) -> None:
    assert repr(shown) == expected


def test_a_repr_shows_controls_instead_of_sending_them() -> None:
    assert "\x1b" not in repr(hostile_finding())
    assert "\u202e" not in repr(hostile_finding().a)


def test_a_comparison_is_one_short_line() -> None:
    answer = compare("Nine people were killed.", "Fourteen people were killed.", lang=("en", "en"))
    assert repr(answer).startswith(f"<Comparison {answer.verdict.value}")
    assert len(repr(answer)) < 200


def run(script: str) -> str:
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize("imported", ["from checker import report", "from checker.rules import rule"])
def test_inside_ipython_plain_data_shows_itself_once_the_checker_is_imported(imported: str) -> None:
    shown = run(
        "from IPython.core.interactiveshell import InteractiveShell\n"
        "shell = InteractiveShell.instance()\n"
        f"{imported}\nfrom claims import claims_of_text\n"
        "data, _ = shell.display_formatter.format(claims_of_text('Nine people were killed.', 'en').claims[0])\n"
        "print(sorted(data), 'class=\"ccr\"' in data['text/html'])"
    )
    assert shown.split() == ["['text/html',", "'text/plain']", "True"]


_FRAME_IN_IPYTHON = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
{before}
import checker
import pandas as pd
texts = ["BBC کے مطابق منگل کو 43 افراد سوار تھے۔", "غرقت العبّارة <b>.", "The ferry «شابلا» sank.", "मेघना"]
told = pd.DataFrame({{"text": texts, "number": range(4)}}, index=["a", "b", "c", "حادثة"])
{after}
data, _ = shell.display_formatter.format(told)
print(data.get("text/html"))
"""


def test_right_to_left_cells_of_a_pandas_table_are_shown_as_such() -> None:
    shown = run(_FRAME_IN_IPYTHON.format(before="", after=""))
    assert '<td dir="rtl">BBC کے مطابق' in shown
    assert '<td dir="rtl">غرقت العبّارة &lt;b&gt;.</td>' in shown
    assert '<th dir="rtl">حادثة</th>' in shown
    assert "<td>The ferry «شابلا» sank.</td>" in shown
    assert "<td>मेघना</td>" in shown
    assert shown.count("dir=") == 3


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "pd.set_option('display.notebook_repr_html', False)", "None"),
        ("import pandas; shell.display_formatter.formatters['text/html'].for_type(pandas.DataFrame, lambda f: 'mine')", "", "mine"),
        ("", "shell.display_formatter.formatters['text/html'].for_type(pd.DataFrame, lambda f: 'mine')", "mine"),
    ],
    ids=["shown as text", "another display before", "another display after"],
)
def test_how_a_user_wants_pandas_tables_shown_comes_first(before: str, after: str, expected: str) -> None:
    assert run(_FRAME_IN_IPYTHON.format(before=before, after=after)).strip() == expected


def test_elsewhere_ipython_is_not_even_imported_and_no_bar_is_drawn() -> None:
    shown = run(
        "import sys\nfrom checker import report\nfrom checker.notebook import progress\nfrom checker.progress import NO_PROGRESS\n"
        "print('IPython' in sys.modules, progress() is NO_PROGRESS)"
    )
    assert shown.split() == ["False", "True"]
