"""Looking further into a report without making it again: other thresholds, what lies near a sentence, what if."""

from __future__ import annotations

from pathlib import Path

import pytest
from build import a_report

from checker import engine, matching
from checker.comparing import compare
from checker.decide import model
from checker.engine import report
from checker.errors import InputError, SettingsError
from checker.model import Verdict
from checker.report import Report
from checker.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
FERRY = ROOT / "examples" / "ferry-sinking"
SHIPPED = {verdict.value: level for verdict, level in model().thresholds.items() if verdict is not Verdict.UNRELATED}


@pytest.fixture(scope="module")
def found() -> Report:
    return report([FERRY])


def test_the_shipped_thresholds_give_the_same_findings(found: Report) -> None:
    assert found.rethreshold().findings == found.findings
    assert found.rethreshold(**SHIPPED).findings == found.findings


def contradicting(found: Report) -> int:
    return int((found.pairs_frame()["verdict"] == "contradiction").sum())


def test_higher_thresholds_leave_fewer_pairs_and_lower_ones_bring_more(found: Report) -> None:
    lower, shipped, higher, none = (
        contradicting(found.rethreshold(contradiction=level)) for level in (0.1, SHIPPED["contradiction"], 0.95, 1.0)
    )
    assert lower > shipped > higher > none == 0
    assert all(f.confidence >= 0.95 for f in found.rethreshold(contradiction=0.95).of(Verdict.CONTRADICTION))


def test_a_verdict_that_is_not_named_stays_as_it_was(found: Report) -> None:
    anew = found.rethreshold(corroboration=1.0)
    assert anew.of(Verdict.CORROBORATION) == ()
    assert anew.of(Verdict.CONTRADICTION, Verdict.STALE) == found.of(Verdict.CONTRADICTION, Verdict.STALE)


def test_new_thresholds_start_from_all_pairs_and_stand_in_the_run(found: Report) -> None:
    anew = found.filter(verdict="stale").rethreshold(contradiction=0.1)
    assert anew.findings == found.rethreshold(contradiction=0.1).findings
    assert anew.run["thresholds"]["verdicts"] == {**SHIPPED, "contradiction": 0.1}
    assert anew.pairs_frame()["decided"].value_counts()["contradiction"] > found.pairs_frame()["decided"].value_counts()["contradiction"]


def test_new_thresholds_keep_to_the_confidence_asked_for() -> None:
    strict = report([FERRY], settings=Settings(min_confidence=0.9))
    assert all(finding.confidence >= 0.9 for finding in strict.rethreshold(contradiction=0.2).findings)


def test_nothing_is_read_or_compared_again_for_new_thresholds(found: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def again(*_: object) -> None:
        raise AssertionError("done again")

    monkeypatch.setattr(matching, "judge", again)
    monkeypatch.setattr(engine, "intake", again)
    assert found.rethreshold(contradiction=0.1).findings


def test_a_pair_keeps_no_weighed_features_and_is_taken_apart_all_the_same(found: Report) -> None:
    for told in (found, found.rethreshold(contradiction=0.3)):
        assert told.workings is not None
        assert not any(pair.decision.weighing.found for pair in told.workings.pairs)
        by_claims = {(pair.pair.left, pair.pair.right): pair for pair in told.workings.pairs}
        decided = [finding for finding in told.of(Verdict.CONTRADICTION) if (finding.a, finding.b) in by_claims]
        assert decided
        assert all(finding.trace == by_claims[finding.a, finding.b].trace for finding in decided if finding.b)
        assert all(len(finding.trace) > 3 for finding in decided)


@pytest.mark.parametrize(
    ("thresholds", "complaint"),
    [
        ({"contradicton": 0.5}, "did you mean 'contradiction'"),
        ({"stale": 0.5}, "unknown verdict 'stale'"),
        ({"contradiction": 1.5}, "contradiction must be a number from 0 to 1, not 1.5"),
        ({"contradiction": "high"}, "contradiction must be a number from 0 to 1, not 'high'"),
    ],
)
def test_thresholds_that_cannot_be_are_refused(found: Report, thresholds: dict[str, float], complaint: str) -> None:
    with pytest.raises(SettingsError, match=complaint):
        found.rethreshold(**thresholds)


def test_a_report_made_by_hand_keeps_no_pairs() -> None:
    with pytest.raises(InputError, match="made by hand"):
        a_report().rethreshold(contradiction=0.5)
    with pytest.raises(InputError, match="made by hand"):
        a_report().neighbours("The ferry sank.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The captain of the ferry was arrested.", {"002.txt", "004.md", "001.txt"}),
        ("Капитан парома арестован.", {"002.txt", "004.md", "001.txt"}),
        ("कप्तान को गिरफ्तार किया गया।", {"002.txt", "004.md", "001.txt"}),
        ("فیری کے کپتان کو گرفتار کر لیا گیا۔", {"002.txt", "004.md", "001.txt"}),
        ("اعتقلت الشرطة قبطان العبارة.", {"002.txt", "004.md", "001.txt"}),
    ],
)
def test_a_sentence_finds_its_like_in_other_languages(found: Report, sentence: str, expected: set[str]) -> None:
    near = found.neighbours(sentence, k=5)
    assert near["similarity"].is_monotonic_decreasing
    assert len(near) == 5
    assert expected & set(near["file"])


def test_a_claim_is_its_own_nearest_neighbour(found: Report) -> None:
    claim = found.readings[0].claims[0]
    assert found.neighbours(claim.text, k=1)["id"].tolist() == [claim.id]


def test_more_neighbours_than_claims_are_all_claims(found: Report) -> None:
    assert len(found.neighbours("ferry", k=10_000)) == len(found.claims_frame())
    assert len(found.neighbours("ferry", k=0)) == 0


@pytest.mark.parametrize("text", ["", "  ", "!?"])
def test_neighbours_of_nothing_are_refused(found: Report, text: str) -> None:
    with pytest.raises(InputError, match="Give a sentence"):
        found.neighbours(text)


def test_the_same_two_sentences_on_other_days_may_get_another_answer() -> None:
    texts = "Nine people were killed when the bridge collapsed on Monday.", "सोमवार को पुल गिरने से 14 लोगों की मौत हुई।"
    same_day = compare(*texts, published=("2025-03-04", "2025-03-04"), lang=("en", "hi"))
    later = same_day.what_if(published=("2025-03-04", "2025-05-04"))
    assert later == compare(*texts, published=("2025-03-04", "2025-05-04"), lang=("en", "hi"))
    assert same_day.verdict is Verdict.CONTRADICTION
    assert later.verdict is not Verdict.CONTRADICTION
    assert later.what_if(published=("2025-03-04", "2025-03-04")) == same_day


def test_a_bad_day_is_refused_in_what_if_too() -> None:
    with pytest.raises(InputError, match="not an ISO date"):
        compare("The bridge fell.", "Мост рухнул.").what_if(published=("soon", None))
