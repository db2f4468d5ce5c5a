"""Candidates by shared keys: rare names, numbers and days join claims whatever their vectors say."""

from __future__ import annotations

from checker.comparing import published_on, sentence_claims
from checker.event_time import with_times
from checker.sharing import findable_by, sharing
from claims.model import Claim

FILLER = (
    ("en", "The council voted on the new budget for schools."),
    ("ru", "Рабочие бастуют на заводе вторую неделю."),
    ("hi", "मंडी में प्याज के दाम गिर गए।"),
    ("ar", "افتتح الوزير مستشفى جديدا في العاصمة."),
    ("ur", "ریلوے نے نئی ٹرین چلانے کا اعلان کیا۔"),
    ("en", "Heavy snow closed two mountain roads."),
    ("ru", "Суд оправдал бывшего директора музея."),
    ("hi", "टीम ने फाइनल में जगह बना ली।"),
)


def _claims(*texts: tuple[str, str]) -> list[Claim]:
    """One claim a text, each of a source of its own, published on the same day; many unlike sentences follow."""
    day = published_on("2025-03-06")
    return [with_times(sentence_claims(text, f"{n:03}", lang)[0], day) for n, (lang, text) in enumerate((*texts, *FILLER * 15))]


def _pairs(claims: list[Claim], k: int = 12) -> tuple[tuple[int, int], ...]:
    return sharing(claims, range(len(claims)), k)


def test_a_rare_number_joins_claims_across_scripts() -> None:
    claims = _claims(("en", "The dam held back 48,730 tonnes of mud."), ("hi", "बांध के पीछे ४८,७३० टन कीचड़ जमा था।"))
    assert (0, 1) in _pairs(claims)


def test_one_day_joins_claims_however_it_is_told() -> None:
    claims = _claims(("en", "Talks open on 4 March 2025 in the old palace."), ("ru", "Переговоры начались во вторник."))
    assert "day:2025-03-04" in findable_by(claims[0]) & findable_by(claims[1])
    assert (0, 1) in _pairs(claims)


def test_claims_of_one_source_are_never_joined() -> None:
    claims = _claims(("en", "The dam held 48,730 tonnes of mud."), ("en", "Of the 48,730 tonnes half is dry."))
    assert (0, 1) not in sharing(claims, [0, *range(len(claims) - 1)], 12)


def test_a_small_number_joins_nothing() -> None:
    assert not any(key.startswith("number:") for key in findable_by(_claims(("en", "Two roads were closed."))[0]))


def test_of_many_claims_that_share_a_key_each_keeps_the_few_that_share_most() -> None:
    same = [("en", "On 4 March 2025 the dam held 48,730 tonnes of mud.")] * 6
    found = _pairs(_claims(*same), k=2)
    assert {(0, 1), (0, 2), (1, 2)} <= set(found)
    assert (4, 5) not in found


def test_the_pairs_are_sorted_and_none_is_told_twice() -> None:
    found = _pairs(_claims(*[("en", "The dam held 48,730 tonnes of mud.")] * 5))
    assert list(found) == sorted(set(found))
    assert all(i < j for i, j in found)
