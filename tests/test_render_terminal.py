"""The report as an editor reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build import CLOSURE, DAWN, STALE, TOLL, UPDATE, a_report, claim, quiet_report, under
from goldens import assert_golden

from checker.model import Finding, Notice, Verdict
from checker.render.terminal import write
from checker.render.view import View
from checker.render.width import cells

WIDTHS = (40, 80, 140)


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("report-80.txt", View()),
        ("report-140.txt", View(140)),
        ("report-all.txt", View(show=("all",))),
        ("report-colour.txt", View(colour=True)),
    ],
)
def test_the_report_is_as_recorded(name: str, view: View) -> None:
    assert_golden(name, write(a_report(), view))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("show", [(), ("all",)])
def test_no_line_runs_over_the_edge(width: int, show: tuple[str, ...]) -> None:
    lines = write(a_report(), View(width, show=show)).splitlines()
    assert [line for line in lines if cells(line) > width] == []


def test_the_first_line_answers_the_question() -> None:
    assert write(a_report(), View()).startswith("2 contradictions · 1 stale article · 1 temporal shift · 1 corroboration\n")
    assert write(quiet_report(), View()).startswith("No contradictions · ")


def test_contradictions_come_first_and_the_most_certain_of_them_before_the_others() -> None:
    text = write(a_report(DAWN, UPDATE, STALE, CLOSURE, TOLL), View(show=("all",)))
    places = [text.index(f"finding {finding.id}") for finding in (TOLL, CLOSURE, STALE, UPDATE, DAWN)]
    assert places == sorted(places)


def test_both_sides_are_quoted_with_place_language_and_date() -> None:
    text = write(a_report(TOLL), View())
    assert "A  ganga.txt:3:1 · Hindi · inferred: March 2025" in text
    assert "B  wire/nile.txt:3:1 · Arabic · 3 March 2025 (dateline)" in text


def test_a_pipe_marks_the_difference_in_brackets_and_a_terminal_by_style() -> None:
    assert "⟦12 लोग घायल⟧" in write(a_report(TOLL), View())
    coloured = write(a_report(TOLL), View(colour=True))
    assert "⟦" not in coloured
    assert "\x1b[1;4;31m12 लोग घायल\x1b[0m" in coloured


def test_without_colour_there_is_no_escape_sequence() -> None:
    assert "\x1b" not in write(a_report(), View())


def test_who_says_what_counts_independent_sources() -> None:
    text = write(a_report(TOLL), View())
    assert "   A  12 injured · 2 independent sources: courier.txt:3, ganga.txt:3" in text
    assert "   B  21 injured · 1 independent source: wire/nile.txt:3, wire/volga.txt:3" in text


def test_a_third_side_is_quoted_where_it_is_listed() -> None:
    lines = write(a_report(TOLL), View(160)).splitlines()
    at = lines.index("   C  26 injured · 1 independent source: ravi.txt:3")
    assert lines[at + 1] == f"      \u2067{claim('ravi.txt').sentence.text}\u2069"


def test_only_supporting_evidence_says_why_it_is_one_event() -> None:
    text = " ".join(write(a_report(TOLL), View()).split())
    assert "Same event: who सारोवा = \u2068ساروفا\u2069; where" in text
    assert "different events" not in text


def test_a_stale_article_has_its_panel_with_clues_for_and_against() -> None:
    panel = [line for line in write(a_report(STALE), View()).splitlines() if line.startswith("┃")]
    assert panel[0] == "┃ 1. harbour-notes.txt · very likely (0.86)"
    assert "┃      - before the port closed (wire/volga.txt:4)" in panel
    assert "┃      date: this month; reads as present" in panel


def test_a_stale_article_without_counter_evidence_says_so() -> None:
    unopposed = replace(STALE, trace=STALE.trace[:1])
    assert "Against it: no clue speaks for a newer date" in write(a_report(unopposed), View())


def test_shifts_and_agreements_are_folded_until_asked_for() -> None:
    folded = write(a_report(UPDATE, DAWN), View())
    assert "finding 0e91aa" not in folded
    assert "  ganga.txt:3 | ravi.txt:3: number: A says 12 injured on 3 March" in folded
    assert "finding 0e91aa" in write(a_report(UPDATE, DAWN), View(show=("temporal_shift",)))


def test_what_is_not_shown_is_still_counted() -> None:
    text = write(a_report(), View(show=("stale",)))
    assert "CONTRADICTIONS" not in text
    assert text.startswith("2 contradictions · 1 stale article")


def test_many_folded_findings_are_cut_and_the_rest_is_announced() -> None:
    many = [replace(DAWN, id=f"f{number:03}") for number in range(30)]
    assert "and 18 more; --show corroboration opens them" in write(a_report(*many), View())


def test_an_inferred_date_shows_its_clues() -> None:
    text = write(a_report(TOLL), View())
    assert "ganga.txt is dated March 2025 from its clues:" in text
    assert "- not before 3 March: it tells that day as past (ganga.txt:3)" in text


def test_notices_are_printed_with_their_file() -> None:
    assert "nordic.txt: no language data for 'fi'" in write(a_report(), View())


@pytest.mark.parametrize("hostile", ["[bold]x[/oops]", "\x1b]0;owned\x07", "\x1b[2J", "a\nb", "\u202eevil", "[link=https://x]y[/link]"])
@pytest.mark.parametrize("colour", [False, True])
def test_hostile_words_are_shown_as_they_stand(hostile: str, colour: bool) -> None:
    finding = replace(TOLL, message=f"A says {hostile}.", id=hostile, left=None)
    report = a_report(finding, notices=(Notice("N", hostile, hostile),))
    text = write(report, View(200, colour=colour))
    assert "\x1b]" not in text
    assert "\x1b[2J" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    if hostile.startswith("["):
        assert f"A says {hostile}." in text


def test_a_long_sentence_is_cut_around_the_difference_and_whole_when_asked() -> None:
    words = "Officials spoke at length about hydrants. " * 40
    sentence = replace(claim("courier.txt").sentence, text=words + "Then the port closed. " + words)
    long = replace(claim("courier.txt"), sentence=sentence)
    finding: Finding = replace(CLOSURE, a=long, left=under(long, "the port closed"))
    short = write(a_report(finding), View())
    assert "⟦the port closed⟧" in " ".join(short.split())
    assert short.count("hydrants") < 20
    assert write(a_report(finding), View(show=("all",))).count("hydrants") == 80


def test_every_verdict_has_its_section() -> None:
    text = write(a_report(), View())
    assert [word for word in ("CONTRADICTIONS", "STALE", "TEMPORAL SHIFTS", "CORROBORATIONS") if word not in text] == []
    assert {finding.verdict for finding in a_report().findings} == set(Verdict) - {Verdict.UNRELATED}
