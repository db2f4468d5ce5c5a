"""The plain rules that the learned decision is set beside."""

import pytest

from checker.decide import CLASSES
from checker.features import Feature
from checker.model import Verdict
from training.rules_only import by_rules, mean_f1, precision_recall, rules_only
from training.stories import Example


def observed(**values: float) -> tuple[Feature, ...]:
    return tuple(Feature(name, value) for name, value in values.items())


CASES = [
    pytest.param(observed(rest=0.1, a_detail_clashes=1.0, number_agree=1.0), Verdict.UNRELATED, id="too little in common"),
    pytest.param(observed(rest=1.0, a_detail_clashes=0.8, number_agree=1.0), Verdict.CONTRADICTION, id="a clash beats what agrees"),
    pytest.param(observed(rest=1.0, a_detail_clashes=0.1, number_agree=1.0), Verdict.CORROBORATION, id="a weak clash is none"),
    pytest.param(
        observed(rest=1.0, a_detail_clashes=0.8, more_than_the_date_clashes=0.8, gap=0.4), Verdict.TEMPORAL_SHIFT, id="days between"
    ),
    pytest.param(observed(rest=1.0, a_detail_clashes=0.8, gap=0.4), Verdict.CONTRADICTION, id="only the date differs"),
    pytest.param(observed(rest=1.0, pending_one_side=1.0, status_compatible=0.5), Verdict.TEMPORAL_SHIFT, id="announced, then done"),
    pytest.param(observed(rest=1.0, words=0.9), Verdict.CORROBORATION, id="nearly all words meet"),
    pytest.param(observed(rest=1.0, words=0.3), Verdict.UNRELATED, id="nothing agrees"),
]


@pytest.mark.parametrize(("found", "verdict"), CASES)
def test_the_strongest_detector_wins(found: tuple[Feature, ...], verdict: Verdict) -> None:
    assert by_rules(found, 0.5) is verdict


def test_the_demand_that_suits_the_pairs_best_is_taken() -> None:
    pairs = [
        Example("a", Verdict.CONTRADICTION, (), observed(rest=1.1, a_detail_clashes=0.9)),
        Example("a", Verdict.UNRELATED, (), observed(rest=0.6, a_detail_clashes=0.9)),
    ]
    assert [v for _, v in rules_only(pairs)] == [e.verdict for e in pairs]


def test_figures_count_what_is_right_among_what_is_given_and_what_there_is() -> None:
    made = [Example("a", verdict, (), ()) for verdict in (Verdict.CONTRADICTION, Verdict.CONTRADICTION, Verdict.UNRELATED)]
    scored = list(zip(made, (Verdict.CONTRADICTION, Verdict.UNRELATED, Verdict.CONTRADICTION), strict=True))
    assert precision_recall(scored, Verdict.CONTRADICTION) == (0.5, 0.5)
    assert mean_f1([(e, e.verdict) for e in made]) == 2 / len(CLASSES)
