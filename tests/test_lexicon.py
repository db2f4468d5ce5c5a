"""The concept lexicon: lookup, inflected forms, and the frames built on it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from importlib.resources import files

import pytest

from claims import frames, lexicon
from claims.inflection import as_past, bases, expanded
from claims.normalise import fold
from claims.phrases import words_of, words_of_each
from claims.tokens import sentence_of

DATA = tomllib.loads((files("claims") / "data" / "frames.toml").read_text("utf-8"))


def concepts(text: str, lang: str) -> set[str]:
    return {concept.id for concept in lexicon.read(sentence_of(text, lang))}


@pytest.mark.parametrize("lang", lexicon.LANGUAGES)
def test_bulk_splitting_gives_what_splitting_one_by_one_gives(lang: str) -> None:
    forms = [form for form, _ in lexicon.forms(lang)]
    assert words_of_each(forms, lang) == [words_of(form, lang) for form in forms]


@pytest.mark.parametrize(
    ("lang", "text", "concept"),
    [
        ("en", "The troops were withdrawing.", "withdraw"),
        ("en", "They were kidnapping him.", "abducted"),
        ("hi", "दुकानें बंद हो गईं।", "closed"),
        ("ur", "گاڑیاں ٹکرا گئیں۔", "collide"),
        ("ar", "لم تعتقل الشرطة أحدا.", "arrest"),
        ("ar", "لن تنسحب القوات.", "withdraw"),
        ("ar", "لم يستقل الوزير.", "resign"),
        ("ru", "Комиссия утвердила смету.", "approve"),
        ("ru", "Он хочет посетить музей.", "visit_verb"),
        ("ru", "Призыв к перемирию.", "ceasefire"),
    ],
)
def test_a_verb_is_found_in_a_form_that_is_not_listed(lang: str, text: str, concept: str) -> None:
    assert concept in concepts(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "concept"),
    [
        ("ar", "يمكن إصلاح الجسر.", "enable"),
        ("en", "This is his.", "hi"),
        ("ru", "Дома стоят.", "home"),
    ],
)
def test_a_common_word_is_no_form_of_a_verb(lang: str, text: str, concept: str) -> None:
    assert concept not in concepts(text, lang)


def test_the_longest_listed_phrase_wins() -> None:
    assert "death_toll" in concepts("The death toll stood at nine.", "en")
    assert "toll" not in concepts("The death toll stood at nine.", "en")


def test_an_unknown_language_has_no_concepts() -> None:
    assert lexicon.read(sentence_of("Le pont a été fermé.", "fr")) == ()
    assert bases("fermé", "fr") == ()


def test_endings_stand_for_each_other_only_within_their_group() -> None:
    assert ("утвердила",) in set(expanded(("утвердил",), "ru"))
    assert set(expanded(("мост",), "ru")) == set()


def test_all_ids_of_the_frames_are_concepts() -> None:
    ids, classes = set(lexicon.entries()), {e.frame for e in lexicon.entries().values()}
    named = {*DATA["also"], *DATA["never"], *DATA["same"], *DATA["opposite"], *DATA["negated"], *DATA["negated"].values()}
    named |= {m for members in DATA["same"].values() for m in members} | {o for others in DATA["opposite"].values() for o in others}
    named |= {*DATA["outranked"]["by_concept"], *DATA["outranked"]["but_not"]}
    assert named <= ids, sorted(named - ids)
    assert {*DATA["events"], *DATA["settled"], *DATA["outranked"]["by_class"]} <= classes


def test_a_concept_belongs_to_one_sense_only() -> None:
    members = [m for group in DATA["same"].values() for m in group]
    assert len(members) == len(set(members))
    assert not set(members) & set(DATA["same"])
    assert not set(members) & set(DATA["never"])


def test_opposites_are_mutual_and_never_the_sense_itself() -> None:
    senses = {s.id for concept in lexicon.entries() for s in frames.senses_of(concept)}
    for sense in senses:
        assert sense not in frames.opposites_of(sense)
        for other in frames.opposites_of(sense):
            assert sense in frames.opposites_of(other), (sense, other)


@pytest.mark.parametrize(
    ("left", "right"),
    [("approve", "reject"), ("die", "alive"), ("open", "close"), ("arrest", "release"), ("increase", "decrease"), ("win", "lose"),
     ("convict", "acquit"), ("confirm", "deny"), ("start", "end"), ("postpone", "held_event")],
)  # fmt: skip
def test_plain_opposites_exclude_each_other(left: str, right: str) -> None:
    assert right in frames.opposites_of(left)


def test_different_words_for_one_event_share_its_sense() -> None:
    for concept in ("ratify", "pass_law", "grant_visa"):
        assert [s.id for s in frames.senses_of(concept)] == ["approve"]
    assert frames.senses_of("airport") == ()


def test_a_refusal_to_sign_is_a_denied_signing() -> None:
    (sense,) = frames.senses_of("refuse_to_sign")
    assert (sense.id, sense.denied) == ("sign", True)


def test_deaths_are_settled_and_closures_are_not() -> None:
    assert frames.is_settled("die")
    assert not frames.is_settled("close")


@pytest.mark.parametrize(
    ("lang", "text", "concept"),
    [
        ("hi", "सरकार मछुआरों को रिहा करेगी।", "release"),
        ("hi", "पुल को बंद करने की तैयारी है।", "close"),
        ("hi", "दाम बढ़ाने पर बात हुई।", "increase"),
        ("ur", "حکومت ماہی گیروں کو رہا کرے گی۔", "release"),
        ("ur", "قیمتیں بڑھانے پر بات ہوئی۔", "increase"),
        ("ru", "Похищенных рыбаков ищут.", "abducted"),
        ("ru", "Победившая команда вернулась.", "win"),
        ("ru", "Подписавший указ министр ушёл.", "sign"),
    ],
)
def test_a_verb_listed_in_the_past_is_found_in_other_tenses_and_as_a_participle(lang: str, text: str, concept: str) -> None:
    assert concept in concepts(text, lang)


def test_light_verbs_are_put_into_the_past_and_other_words_left_alone() -> None:
    tokens = sentence_of("सरकार उन्हें रिहा करेगी।", "hi").tokens
    past = as_past(tokens, "hi")
    assert past is not None
    assert [t.text for t in past] == ["सरकार", "उन्हें", "रिहा", "किया"]
    assert [t.span for t in past] == [t.span for t in tokens]
    assert as_past(sentence_of("The bridge is open.", "en").tokens, "en") is None


def test_a_preposition_is_no_number_without_its_article() -> None:
    assert "n_2000" not in concepts("وصل الوفد في المساء.", "ar")


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("وقف الوزير أمام الصحفيين", "", "cleric"),
        ("قال الإمام إن الصلاة أقيمت", "cleric", ""),
        ("خطب امام المسجد في الناس", "cleric", ""),
        ("إبطال القرار", "repeal", "champion"),
        ("عاد أبطال الدوري", "champion", "repeal"),
        ("إنهاء القتال", "end", "she"),
        ("إنها مستعدة", "she", "end"),
        ("زيادة الإنفاق العام", "public_spending", "tunnel"),
        ("تدمير الأنفاق", "tunnel", "public_spending"),
        ("بيان آفاد عن الزلزال", "disaster_management_authority", "say"),
        ("زار شقيقه في المستشفى", "brother", "sister"),
    ],
)
def test_a_written_hamza_tells_words_apart_that_fold_to_one(text: str, wanted: str, unwanted: str) -> None:
    found = {concept.id for concept in lexicon.read(sentence_of(text, "ar"))}
    assert wanted in {*found, ""}
    assert unwanted not in found


ROWS = [line.split("\t") for line in (files("claims") / "data" / "concepts.tsv").read_text("utf-8").splitlines()[1:]]
SCRIPTS = {"hi": "DEVANAGARI", "ur": "ARABIC", "en": "LATIN", "ar": "ARABIC", "ru": "CYRILLIC"}


def _forms(row: list[str], lang: str) -> list[str]:
    return row[4 + lexicon.LANGUAGES.index(lang)].split("|")


def test_every_row_has_its_columns_and_its_place_in_the_order() -> None:
    assert {len(row) for row in ROWS} == {9}
    ids = [row[0] for row in ROWS]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("lang", lexicon.LANGUAGES)
def test_every_form_is_written_once_and_composed_and_no_word_mixes_scripts(lang: str) -> None:
    for row in ROWS:
        forms = [form for form in _forms(row, lang) if form]
        assert len(set(forms)) == len(forms), row[0]
        for form in forms:
            assert form == " ".join(unicodedata.normalize("NFC", form).split()), row[0]
            assert all(len(_scripts(word)) <= 1 for word in re.split("[ -]", form)), (row[0], form)
        assert not forms or any(SCRIPTS[lang] in _scripts(form) for form in forms), row[0]


def _scripts(text: str) -> set[str]:
    return {unicodedata.name(letter).split()[0] for letter in text if letter.isalpha()}


def test_opposites_are_known_mutual_and_share_no_form() -> None:
    by_id = {row[0]: row for row in ROWS}
    for row in ROWS:
        for other in row[3].split():
            assert row[0] in by_id[other][3].split(), (row[0], other)
            for lang in lexicon.LANGUAGES:
                shared = {fold(f) for f in _forms(row, lang) if f} & {fold(f) for f in _forms(by_id[other], lang) if f}
                assert not shared, (row[0], other, lang, shared)
