"""Who says it, and whether they report, deny or decline."""

from __future__ import annotations

import pytest

from claims import lexicon
from claims.facets import attribution
from claims.facets.attribution import is_quoted
from claims.model import Attribution, Name, Span
from claims.tokens import sentence_of

ENGLISH = """
reported police | Police said on Sunday that three people were killed.
reported health_ministry | Three people were killed, according to the health ministry.
reported army | The army announced that the road had been cleared.
reported governor | The governor told reporters that schools would close.
reported spokesman | Nine ships left the port, a spokesman said.
reported eyewitness | Witnesses said the bridge swayed before it fell.
reported source_person | Sources said the sale would be signed on Friday.
reported court | The court ruled that the dam was unsafe.
quoted mayor | "We will rebuild the whole of the old market," the mayor said.
denied foreign_minister | The foreign minister denied that talks had begun.
denied company | The company rejected claims that the brakes had failed.
declined army | The army declined to comment on the strike.
declined prosecutor | Prosecutors would not comment on the search.
declined embassy | The embassy did not respond to requests for comment.
reported authorities | Officials said the fire was out by noon.
reported - | It was announced on Tuesday that the ferry would stay in port.
"""

HINDI = """
reported police | पुलिस ने बताया कि तीन लोगों की मौत हुई।
reported health_ministry | स्वास्थ्य मंत्रालय के मुताबिक तीन लोग घायल हैं।
reported army | सेना ने कहा कि सड़क साफ कर दी गई है।
reported governor | राज्यपाल ने कहा कि स्कूल बंद रहेंगे।
reported spokesman | प्रवक्ता ने बताया कि नौ जहाज रवाना हुए।
reported eyewitness | प्रत्यक्षदर्शियों ने बताया कि पुल हिल रहा था।
reported source_person | सूत्रों के मुताबिक सौदा शुक्रवार को होगा।
reported court | अदालत ने माना कि बांध असुरक्षित था।
reported authorities | अधिकारियों के अनुसार आग दोपहर तक बुझ गई।
quoted mayor | "हम पुराने बाज़ार को फिर से बनाएंगे," मेयर ने कहा।
denied foreign_minister | विदेश मंत्री ने बातचीत शुरू होने का खंडन किया।
denied company | कंपनी ने ब्रेक फेल होने की बात को गलत बताया।
declined army | सेना ने हमले पर टिप्पणी करने से इनकार कर दिया।
declined embassy | दूतावास ने कोई टिप्पणी नहीं की।
reported finance_ministry | वित्त मंत्रालय के अनुसार कर की दर नहीं बढ़ेगी।
"""

URDU = """
reported police | پولیس نے بتایا کہ تین افراد ہلاک ہوئے۔
reported health_ministry | وزارت صحت کے مطابق تین افراد زخمی ہیں۔
reported army | فوج نے کہا کہ سڑک صاف کر دی گئی ہے۔
reported governor | گورنر نے کہا کہ اسکول بند رہیں گے۔
reported spokesman | ترجمان نے بتایا کہ نو جہاز روانہ ہوئے۔
reported eyewitness | عینی شاہدین کے مطابق پل ہل رہا تھا۔
reported source_person | ذرائع کے مطابق سودا جمعے کو ہوگا۔
reported court | عدالت نے کہا کہ ڈیم غیر محفوظ تھا۔
reported authorities | حکام کے مطابق آگ دوپہر تک بجھ گئی۔
quoted mayor | "ہم پرانے بازار کو دوبارہ بنائیں گے،" میئر نے کہا۔
denied foreign_minister | وزیر خارجہ نے مذاکرات شروع ہونے کی تردید کی۔
denied company | کمپنی نے بریک فیل ہونے کی خبر کو غلط قرار دیا۔
declined army | فوج نے حملے پر تبصرہ کرنے سے انکار کر دیا۔
declined embassy | سفارت خانے نے کوئی تبصرہ نہیں کیا۔
reported finance_ministry | وزارت خزانہ کے مطابق ٹیکس نہیں بڑھے گا۔
"""

ARABIC = """
reported police | قالت الشرطة إن ثلاثة أشخاص قتلوا.
reported health_ministry | أعلنت وزارة الصحة مقتل ثلاثة أشخاص.
reported army | أكد الجيش أن الطريق فُتح.
reported governor | قال المحافظ إن المدارس ستغلق.
reported spokesman | غادرت تسع سفن الميناء، بحسب المتحدث.
reported eyewitness | أفاد شهود عيان بأن الجسر اهتز.
reported source_person | قالت مصادر إن الصفقة ستوقع الجمعة.
reported court | أعلنت المحكمة أن السد غير آمن.
reported authorities | أعلنت السلطات إخماد الحريق.
reported finance_ministry | لن ترتفع الضريبة وفقا لوزارة المالية.
quoted mayor | «سنعيد بناء السوق القديم كله»، قال رئيس البلدية.
denied foreign_minister | نفى وزير الخارجية بدء المحادثات.
denied company | نفت الشركة تعطل المكابح.
declined army | رفض الجيش التعليق على الغارة.
declined embassy | لم تعلق السفارة على الحادث.
"""

RUSSIAN = """
reported police | Погибли трое, сообщили в полиции.
reported defence_ministry | По данным министерства обороны, погибли трое.
reported army | Армия сообщила, что дорога расчищена.
reported governor | Губернатор заявил, что школы закроют.
reported spokesman | Девять судов вышли из порта, сообщил пресс-секретарь.
reported eyewitness | По словам очевидцев, мост качался.
reported source_person | По данным источников, сделку подпишут в пятницу.
reported court | Суд заявил, что плотина опасна.
reported authorities | Власти сообщили, что пожар потушен к полудню.
reported finance_ministry | По данным министерства финансов, налог не вырастет.
quoted mayor | «Мы восстановим весь старый рынок», — сказал мэр.
denied foreign_minister | Министр иностранных дел опроверг начало переговоров.
denied company | Компания отрицает отказ тормозов.
declined army | Армия отказалась комментировать удар.
declined embassy | Посольство отказалось от комментариев.
"""

TABLES = {"en": ENGLISH, "hi": HINDI, "ur": URDU, "ar": ARABIC, "ru": RUSSIAN}


def _rows() -> list[tuple[str, str, str | None, str]]:
    rows: list[tuple[str, str, str | None, str]] = []
    for lang, table in TABLES.items():
        for line in table.strip().splitlines():
            head, text = line.split(" | ")
            mode, speaker = head.split()
            rows.append((lang, mode, None if speaker == "-" else speaker, text))
    return rows


def attributions_of(text: str, lang: str) -> tuple[Attribution, ...]:
    sentence = sentence_of(text, lang)
    return attribution.read(sentence, lexicon.read(sentence))


@pytest.mark.parametrize(("lang", "mode", "speaker", "text"), _rows())
def test_the_speaker_and_the_mode_are_read(lang: str, mode: str, speaker: str | None, text: str) -> None:
    assert (speaker, mode) in {(a.speaker, a.mode) for a in attributions_of(text, lang)}


@pytest.mark.parametrize("lang", sorted(TABLES))
def test_each_language_has_its_modes_tested(lang: str) -> None:
    rows = [r for r in _rows() if r[0] == lang]
    assert len(rows) >= 15
    assert {r[1] for r in rows} == {"reported", "quoted", "denied", "declined"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The bridge fell at noon."),
        ("en", "He was denied bail on Monday."),
        ("hi", "पुल दोपहर में गिर गया।"),
        ("ur", "پل دوپہر کو گر گیا۔"),
        ("ar", "سقط الجسر ظهرا."),
        ("ru", "Мост рухнул в полдень."),
    ],
)
def test_a_plain_statement_has_no_attribution(lang: str, text: str) -> None:
    assert attributions_of(text, lang) == ()


def test_a_name_speaks_before_the_office_beside_it() -> None:
    text = "Mayor Ilka Torvald said the market would reopen."
    sentence = sentence_of(text, "en")
    name = Name(Span(6, 18), "Ilka Torvald", "PER", "torvald")
    found = (*lexicon.read(sentence), name)
    assert [a.speaker for a in attribution.read(sentence, found)] == ["torvald"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We will not leave the valley,” she said.", True),
        ("The yacht “Aurora” sank.", False),
        ("It's what the owner's lawyer doesn't want to say.", False),
        ("Паром «Заря» вышел в рейс.", False),
        ("«Мы не уйдём из этой долины», — сказала она.", True),
    ],
)
def test_a_name_in_quotation_marks_is_no_quotation(text: str, quoted: bool) -> None:
    assert is_quoted(text) is quoted
