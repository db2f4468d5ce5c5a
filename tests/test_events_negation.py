"""Polarity: which events a negation reaches, and which phrases only look like one."""

from __future__ import annotations

import pytest

from claims import lexicon
from claims.facets import events
from claims.model import Event
from claims.tokens import sentence_of


def events_of(text: str, lang: str) -> tuple[Event, ...]:
    sentence = sentence_of(text, lang)
    return events.read(sentence, lexicon.read(sentence))


ENGLISH = """
- approve | Parliament did not approve the pension bill.
- approve | The council didn't immediately approve the plan.
- sign | The two ministers have not signed the accord.
- kill | Nobody was killed when the ferry hit the pier.
- injure | No one was killed or injured in the blaze.
- kill | None of the twelve miners was killed.
- ceasefire | No ceasefire has been agreed so far.
- casualties | The factory fire was put out without casualties.
- negotiate | The envoys failed to hold talks in Geneva.
- sign | The president refused to sign the decree.
- arrest | Police never arrested the former banker.
- meet | The summit did not take place.
- resign | The mayor has yet to resign.
- withdraw | The troops are not withdrawing from the valley.
- evacuate | Officials were unable to evacuate the village.
- agree | The unions could not reach an agreement.
- close | The bridge was not closed to traffic.
- release | Not a single hostage was released.
- convict | He was neither convicted nor fined.
- arrest | The suspects have not yet been arrested.
- explosion | There was no explosion at the refinery.
+ approve | Parliament not only approved the bill but widened it.
+ kill | No fewer than 30 soldiers were killed.
+ injure | Not less than nine people were injured.
+ resign | The minister resigned, but the premier did not comment.
+ sign | The accord was signed without delay.
+ approve | The plan was approved no later than noon.
+ attack | The army did not rule out an attack on the port.
+ arrest | He was arrested not on Monday but on Tuesday.
+ protest | Although no date is set, workers protested in Lyon.
+ start | The strike did not begin until Friday.
+ release | It was not until May that the sailors were released.
"""

HINDI = """
- approve | संसद ने पेंशन विधेयक को मंज़ूरी नहीं दी।
- approve | परिषद ने प्रस्ताव मंजूर नहीं किया।
- sign | दोनों मंत्रियों ने समझौते पर हस्ताक्षर नहीं किए।
- die | हादसे में किसी की मौत नहीं हुई।
- arrest | पुलिस ने अब तक आरोपी को गिरफ्तार नहीं किया।
- arrest | उसे कभी गिरफ्तार नहीं किया गया।
- ceasefire | अब तक कोई युद्धविराम नहीं हुआ है।
- negotiate | दोनों पक्षों के बीच बातचीत शुरू नहीं हुई।
- meet | दोनों नेताओं की मुलाकात नहीं हो सकी।
- resign | मेयर ने इस्तीफा नहीं दिया है।
- close | पुल बंद नहीं किया गया।
- sign | राष्ट्रपति ने अध्यादेश पर दस्तखत करने से इनकार कर दिया।
- release | एक भी बंधक रिहा नहीं किया गया।
- injure | झड़प में सैनिक घायल नहीं हुआ।
- kill | सैनिक मारा नहीं गया था।
- cancel | यात्रा रद्द नहीं की गई।
- start | काम शुरू ही नहीं हुआ।
- negotiate | बिना बातचीत के सैनिक लौट गए।
- attack | सेना ने शहर पर हमला नहीं किया।
- evacuate | गांव खाली नहीं कराया गया।
- agree | दोनों देशों में समझौता न हो सका।
+ approve | संसद ने न केवल विधेयक को मंजूरी दी बल्कि उसे बढ़ाया भी।
+ die | हादसे में कम से कम 30 लोगों की मौत हुई।
+ resign | मंत्री ने इस्तीफा दिया, लेकिन प्रधानमंत्री ने कुछ नहीं कहा।
+ arrest | उसे सोमवार को नहीं बल्कि मंगलवार को गिरफ्तार किया गया।
+ release | बंधकों को बिना शर्त रिहा किया गया।
+ injure | कम से कम नौ लोग घायल हुए।
+ sign | समझौते पर बिना देरी हस्ताक्षर किए गए।
"""

URDU = """
- approve | پارلیمان نے پنشن بل کی منظوری نہیں دی۔
- approve | کونسل نے تجویز منظور نہیں کی۔
- sign | دونوں وزرا نے معاہدے پر دستخط نہیں کیے۔
- die | حادثے میں کسی کی موت نہیں ہوئی۔
- arrest | پولیس نے اب تک ملزم کو گرفتار نہیں کیا۔
- arrest | اسے کبھی گرفتار نہیں کیا گیا۔
- ceasefire | اب تک کوئی جنگ بندی نہیں ہوئی۔
- negotiate | فریقین کے درمیان مذاکرات شروع نہیں ہوئے۔
- meet | دونوں رہنماؤں کی ملاقات نہیں ہو سکی۔
- resign | میئر نے استعفیٰ نہیں دیا۔
- close | پل بند نہیں کیا گیا۔
- sign | صدر نے آرڈیننس پر دستخط کرنے سے انکار کر دیا۔
- release | ایک بھی یرغمالی رہا نہیں کیا گیا۔
- injure | جھڑپ میں فوجی زخمی نہیں ہوا۔
- kill | فوجی ہلاک نہیں ہوا تھا۔
- cancel | دورہ منسوخ نہیں کیا گیا۔
- start | کام شروع ہی نہیں ہوا۔
- negotiate | فوجی بغیر مذاکرات کے لوٹ گئے۔
- attack | فوج نے شہر پر حملہ نہیں کیا۔
- agree | دونوں ملکوں میں معاہدہ نہ ہو سکا۔
- deploy | سرحد پر فوج تعینات نہیں کی گئی۔
+ approve | پارلیمان نے نہ صرف بل منظور کیا بلکہ اسے وسعت بھی دی۔
+ die | حادثے میں کم از کم 30 افراد کی موت ہوئی۔
+ resign | وزیر نے استعفیٰ دیا، لیکن وزیراعظم نے کچھ نہیں کہا۔
+ arrest | اسے پیر کو نہیں بلکہ منگل کو گرفتار کیا گیا۔
+ injure | کم از کم نو افراد زخمی ہوئے۔
+ sign | معاہدے پر بلا تاخیر دستخط کیے گئے۔
"""

ARABIC = """
- approve | لم يوافق البرلمان على قانون المعاشات.
- sign | لم يوقع الوزيران الاتفاق بعد.
- kill | لم يُقتل أحد في الحريق.
- die | لم يمت أحد في التصادم.
- arrest | لم تعتقل الشرطة المصرفي السابق.
- ceasefire | لا توجد هدنة حتى الآن.
- negotiate | لم تجر محادثات بين الجانبين.
- agree | لم يتوصل الطرفان إلى اتفاق.
- agree | انتهى الاجتماع دون التوصل إلى اتفاق.
- withdraw | لن تنسحب القوات من الوادي.
- meet | لم ينعقد الاجتماع.
- resign | لم يستقل رئيس البلدية.
- release | لم يُفرج عن أي رهينة.
- sign | رفض الرئيس توقيع المرسوم.
- attack | لم يهاجم الجيش المدينة.
- open | لم يفتتح الجسر الجديد.
- start | لم تبدأ الأعمال بعد.
- explosion | لم يقع انفجار في المصفاة.
- win | لم يفز أي مرشح في الجولة الأولى.
- close | لم تغلق السلطات الجسر.
+ approve | لم يكتف البرلمان بالنقاش بل وافق على القانون.
+ kill | قُتل ما لا يقل عن 30 جنديا.
+ injure | أصيب ما لا يقل عن تسعة أشخاص.
+ resign | استقال الوزير، لكن رئيس الحكومة لم يعلق.
+ release | أُفرج عن الرهائن من دون شروط.
+ negotiate | لا تزال المفاوضات مستمرة.
+ ceasefire | بدأت هدنة غير مشروطة.
"""

RUSSIAN = """
- approve | Парламент не одобрил пенсионный закон.
- sign | Министры так и не подписали соглашение.
- kill | Никто не погиб при столкновении парома с пирсом.
- injure | При пожаре обошлось без раненых.
- arrest | Полиция не арестовала бывшего банкира.
- arrest | Подозреваемые ещё не задержаны.
- ceasefire | Перемирия нет.
- negotiate | Переговоры не состоялись.
- agree | Профсоюзам не удалось договориться.
- withdraw | Войска не отступили из долины.
- meet | Встреча не состоялась.
- resign | Мэр не ушёл в отставку.
- close | Мост не закрыли.
- sign | Президент отказался подписать указ.
- release | Ни один заложник не освобождён.
- explosion | Взрыва не было.
- start | Работы не начались.
- win | Ни один из кандидатов не победил в первом туре.
- attack | Армия не атаковала город.
- die | Никто из пассажиров не умер.
+ approve | Парламент не только одобрил закон, но и расширил его.
+ kill | Убиты не менее 30 солдат.
+ injure | Ранены не меньше девяти человек.
+ resign | Министр ушёл в отставку, но премьер не ответил.
+ arrest | Его задержали не в понедельник, а во вторник.
+ sign | Соглашение подписали не позднее полудня.
+ attack | Армия не исключает атаку на порт.
+ deny | Посольство опровергло сообщение, но подробностей не привело.
"""


def _rows() -> list[tuple[str, bool, str, str]]:
    tables = {"en": ENGLISH, "hi": HINDI, "ur": URDU, "ar": ARABIC, "ru": RUSSIAN}
    rows = []
    for lang, table in tables.items():
        for line in table.strip().splitlines():
            head, text = line.split(" | ")
            sign, concept = head.split()
            rows.append((lang, sign == "-", concept, text))
    return rows


@pytest.mark.parametrize(("lang", "negated", "concept", "text"), _rows())
def test_negation_reaches_the_event_it_governs(lang: str, negated: bool, concept: str, text: str) -> None:
    found = [e for e in events_of(text, lang) if e.concept == concept]
    assert found, [e.concept for e in events_of(text, lang)]
    assert {e.negated for e in found} == {negated}


@pytest.mark.parametrize("lang", ["en", "hi", "ur", "ar", "ru"])
def test_each_language_has_its_false_friends_and_negations_tested(lang: str) -> None:
    rows = [r for r in _rows() if r[0] == lang]
    assert sum(r[1] for r in rows) >= 20
    assert sum(not r[1] for r in rows) >= 6


@pytest.mark.parametrize(
    ("lang", "text", "affirmed"),
    [
        ("en", "The minister resigned, but parliament did not approve the budget.", "resign"),
        ("en", "The court did not convict the banker after he was arrested in May.", "arrest"),
        ("hi", "मंत्री ने इस्तीफा दिया, लेकिन संसद ने बजट को मंजूरी नहीं दी।", "resign"),
        ("ur", "وزیر نے استعفیٰ دیا، لیکن پارلیمان نے بجٹ منظور نہیں کیا۔", "resign"),
        ("ar", "استقال الوزير، لكن البرلمان لم يوافق على الميزانية.", "resign"),
        ("ru", "Министр ушёл в отставку, но парламент не одобрил бюджет.", "resign"),
    ],
)
def test_a_negation_stays_in_its_clause(lang: str, text: str, affirmed: str) -> None:
    found = events_of(text, lang)
    assert {e.negated for e in found if e.concept == affirmed} == {False}
    assert any(e.negated for e in found)


def test_negation_inside_a_compound_is_part_of_its_span() -> None:
    (event,) = [e for e in events_of("संसद ने विधेयक को मंज़ूरी नहीं दी।", "hi") if e.concept == "approve"]
    assert event.text == "मंज़ूरी नहीं दी"


def test_a_form_that_holds_its_own_negation_is_not_negated_again() -> None:
    found = events_of("Никто из экипажа не пострадал.", "ru")
    assert {(e.concept, e.negated) for e in found if e.concept == "safe"} == {("safe", False)}
