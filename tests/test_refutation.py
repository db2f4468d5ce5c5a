"""Rumours that a text tells only to call them false are not its claims; what it leaves standing is."""

from __future__ import annotations

import pytest

from claims.extract import claims_of_text
from claims.model import Attribution, Event, Status

REFUTED = [
    ("en", "A viral post claims that the dam at Sarova has collapsed. This is false, engineers said."),
    ("en", "Messages circulating on WhatsApp say the mayor was arrested on Monday. There is no evidence of that."),
    ("hi", "वायरल वीडियो में कहा गया कि सारोवा का बांध टूट गया और 40 लोग मारे गए। यह दावा गलत है।"),
    ("ur", "وائرل پوسٹ میں کہا گیا کہ وزیر کو گرفتار کر لیا گیا ہے۔ یہ دعویٰ جھوٹا ہے۔"),
    ("ar", "منشور متداول يقول إن الشرطة اعتقلت الوزير يوم الاثنين. هذا غير صحيح."),
    ("ru", "Вирусный пост сообщает, что мэра арестовали в понедельник. Это неправда."),
]
STANDING = [
    ("en", "A viral post claims that the dam at Sarova has collapsed. Engineers are on their way."),
    ("en", "The mayor was arrested on Monday. It is not true that he resigned."),
    ("hi", "वायरल वीडियो में कहा गया कि सारोवा का बांध टूट गया। इंजीनियर मौके पर पहुंच रहे हैं।"),
    ("ur", "وائرل پوسٹ میں کہا گیا کہ وزیر کو گرفتار کر لیا گیا ہے۔ پولیس تحقیقات کر رہی ہے۔"),
    ("ar", "منشور متداول يقول إن الشرطة اعتقلت الوزير يوم الاثنين. وتواصل الشرطة التحقيق."),
    ("ru", "Вирусный пост сообщает, что мэра арестовали в понедельник. Полиция проводит проверку."),
]


LABELLED = [
    ("en", "CLAIM: The dam at Sarova has collapsed and 40 people were killed. VERDICT: False."),
    ("en", "Claim: The mayor was arrested on Monday / Rating: Mostly false"),
    ("en", "Claim: The mayor was arrested on Monday. Officers were seen outside his house. He spoke on Tuesday. Verdict: Misleading."),
    ("hi", "दावा: सारोवा का बांध टूट गया और 40 लोग मारे गए। सच: गलत।"),
    ("ur", "دعویٰ: وزیر کو پیر کے روز گرفتار کر لیا گیا ہے۔ حقیقت: غلط۔"),
    ("ar", "الادعاء: اعتقلت الشرطة الوزير يوم الاثنين. الحكم: خطأ."),
    ("ru", "Утверждение: мэра арестовали в понедельник. Вердикт: ложь."),
]
LABELLED_STANDING = [
    ("en", "CLAIM: The dam at Sarova has collapsed and 40 people were killed. VERDICT: True."),
    ("en", "Claim: The mayor was arrested on Monday. Claim: The dam at Sarova has collapsed. Verdict: False."),
    ("en", "The claim of the insurers: 40 people were killed in Sarova. Verdict: False."),
    ("hi", "दावा: सारोवा का बांध टूट गया और 40 लोग मारे गए। सच: सही।"),
    ("ur", "دعویٰ: وزیر کو پیر کے روز گرفتار کر لیا گیا ہے۔ حقیقت: درست۔"),
    ("ar", "الادعاء: اعتقلت الشرطة الوزير يوم الاثنين. الحكم: صحيح."),
    ("ru", "Утверждение: мэра арестовали в понедельник. Вердикт: верно."),
]


@pytest.mark.parametrize(("lang", "text"), LABELLED)
def test_a_labelled_claim_with_the_verdict_false_is_refuted(lang: str, text: str) -> None:
    claim = claims_of_text(text, lang).claims[0]
    assert claim.is_refuted
    assert {event.status for event in claim.all(Event)} == {Status.DENIED}


@pytest.mark.parametrize(("lang", "text"), LABELLED_STANDING)
def test_a_labelled_claim_without_that_verdict_stands(lang: str, text: str) -> None:
    assert not claims_of_text(text, lang).claims[0].is_refuted


def test_the_labels_tell_nothing_themselves() -> None:
    reading = claims_of_text("CLAIM: The mayor was arrested on Monday. VERDICT: False.", "en")
    assert [claim.text for claim in reading.claims] == ["CLAIM: The mayor was arrested on Monday."]
    assert {event.concept for event in reading.claims[0].all(Event)} == {"arrest"}


def test_the_verdict_is_no_part_of_what_is_claimed() -> None:
    text = "CLAIM: The mayor was arrested on Monday / VERDICT: False"
    mark = next(a for a in claims_of_text(text, "en").claims[0].all(Attribution) if a.mode == "refuted")
    assert mark.scope is not None
    assert mark.scope.of(text) == "The mayor was arrested on Monday"


@pytest.mark.parametrize(("lang", "text"), REFUTED)
def test_a_rumour_called_false_is_refuted_and_what_it_tells_denied(lang: str, text: str) -> None:
    claim = claims_of_text(text, lang).claims[0]
    assert claim.is_refuted
    assert {event.status for event in claim.all(Event)} == {Status.DENIED}


@pytest.mark.parametrize(("lang", "text"), STANDING)
def test_a_rumour_nobody_calls_false_stands(lang: str, text: str) -> None:
    claim = claims_of_text(text, lang).claims[0]
    assert not claim.is_refuted


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "Police said the bridge was closed on Monday.", "the bridge was closed on Monday"),
        ("en", "The bridge was closed on Monday, police said.", "The bridge was closed on Monday"),
        ("hi", "पुलिस ने बताया कि पुल सोमवार को बंद किया गया।", "कि पुल सोमवार को बंद किया गया"),
        ("ru", "Мост закрыли в понедельник, сообщила полиция.", "Мост закрыли в понедельник"),
        ("ar", "قالت الشرطة إن الجسر أغلق يوم الاثنين.", "إن الجسر أغلق يوم الاثنين"),
        ("ur", "پولیس نے بتایا کہ پل پیر کو بند کر دیا گیا۔", "کہ پل پیر کو بند کر دیا گیا"),
    ],
)
def test_what_is_said_is_told_apart_from_who_says_it(lang: str, text: str, said: str) -> None:
    (claim,) = claims_of_text(text, lang).claims
    scope = next(f.scope for f in claim if hasattr(f, "scope") and hasattr(f, "mode"))
    assert scope is not None
    assert scope.of(text) == said
    assert not claim.is_own


def test_who_declines_to_comment_says_nothing() -> None:
    (claim,) = claims_of_text("The ministry declined to comment on the closure of the bridge.", "en").claims
    assert claim.is_own
