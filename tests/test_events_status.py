"""Status: how far an event is said to have come."""

from __future__ import annotations

import pytest

from claims import lexicon
from claims.facets import events
from claims.model import Event, Status
from claims.tokens import sentence_of

ENGLISH = """
planned | visit | The king will visit Oslo next week.
planned | sign | The two companies plan to sign the contract in June.
planned | vote_cast | Residents are set to vote on the merger.
planned | close | The airport is due to be closed for repairs.
planned | ceasefire | The upcoming ceasefire was welcomed in the port.
expected | resign | The governor is expected to resign.
expected | increase | Prices are likely to rise in spring.
ongoing | negotiate | Talks are under way in Muscat.
ongoing | rescue | Crews continue to rescue stranded hikers.
begun | evacuate | The army has begun evacuating the valley.
cancelled | visit | The state visit was cancelled.
cancelled | visit | The minister called off his visit to Lima.
postponed | meet | The summit has been postponed until autumn.
postponed | referendum | Lawmakers delayed the referendum.
denied | attack | The militia denied any attack on the convoy.
denied | resign | The palace denied that the chamberlain had resigned.
unconfirmed | kill | The commander may have been killed.
unconfirmed | arrest | It is not clear whether he was arrested.
unconfirmed | ceasefire | The envoy called for a ceasefire.
unconfirmed | attack | If the army attacks, the port will close.
done | close | The airport was closed at noon.
done | meet | The ministers met on Friday.
"""

HINDI = """
planned | visit | राजा अगले सप्ताह ओस्लो का दौरा करेंगे।
planned | sign | दोनों कंपनियां जून में करार पर हस्ताक्षर करेंगी।
planned | meet | दोनों नेताओं की मुलाकात होगी।
planned | protest | किसान सोमवार को प्रदर्शन करने वाले हैं।
planned | withdraw | सैनिकों की वापसी की योजना है।
expected | resign | राज्यपाल के इस्तीफे की संभावना है।
expected | agree | दोनों पक्षों में समझौता होने की उम्मीद है।
ongoing | negotiate | मस्कट में बातचीत जारी है।
ongoing | protest | शहर में प्रदर्शन चल रहे हैं।
begun | bomb_verb | पहाड़ों पर बमबारी शुरू हो गई।
cancelled | visit | राजकीय दौरा रद्द कर दिया गया।
postponed | meet | बैठक स्थगित कर दी गई।
postponed | visit | मंत्री ने अपना दौरा टाल दिया।
denied | attack | सेना ने हमले की खबर का खंडन किया।
unconfirmed | die | कई लोगों की मौत की आशंका है।
unconfirmed | ceasefire | दूत ने युद्धविराम की मांग की।
done | close | दफ़्तर बंद कर दिया गया।
done | meet | मंत्रियों ने शुक्रवार को मुलाकात की।
"""

URDU = """
planned | visit | بادشاہ اگلے ہفتے اوسلو کا دورہ کریں گے۔
planned | sign | دونوں کمپنیاں جون میں معاہدے پر دستخط کریں گی۔
planned | meet | دونوں رہنماؤں کی ملاقات ہوگی۔
planned | labour_strike | کسان پیر کو ہڑتال کرنے والے ہیں۔
planned | withdraw | فوج کے انخلا کا منصوبہ ہے۔
expected | resign | گورنر کے استعفے کا امکان ہے۔
expected | agree | فریقین میں معاہدہ طے پانے کی توقع ہے۔
ongoing | negotiate | مسقط میں مذاکرات جاری ہیں۔
ongoing | protest | شہر میں احتجاج جاری ہے۔
begun | evacuate | دیہات سے انخلا شروع ہو گیا۔
cancelled | visit | سرکاری دورہ منسوخ کر دیا گیا۔
postponed | meet | اجلاس ملتوی کر دیا گیا۔
postponed | visit | وزیر نے اپنا دورہ مؤخر کر دیا۔
denied | attack | فوج نے حملے کی خبر کی تردید کی۔
unconfirmed | die | کئی افراد کی ہلاکت کا خدشہ ہے۔
unconfirmed | ceasefire | ایلچی نے جنگ بندی کا مطالبہ کیا۔
done | close | دفتر بند کر دیا گیا۔
done | meet | وزرا نے جمعے کو ملاقات کی۔
"""

ARABIC = """
planned | visit | سيزور الملك أوسلو الأسبوع المقبل.
planned | sign | تعتزم الشركتان توقيع العقد في يونيو.
planned | withdraw | سوف تنسحب القوات من الوادي.
planned | meet | من المقرر أن يجتمع الوزيران في مسقط.
expected | resign | من المتوقع أن يستقيل المحافظ.
expected | increase | يتوقع أن ترتفع الأسعار في الربيع.
ongoing | negotiate | لا تزال المفاوضات جارية في مسقط.
ongoing | protest | تتواصل الاحتجاجات في المدينة.
begun | withdraw | بدأ انسحاب القوات من الوادي.
cancelled | visit | أُلغيت زيارة الوزير.
cancelled | meet | تقرر إلغاء الاجتماع.
postponed | meet | تم تأجيل القمة إلى الخريف.
postponed | referendum | أرجأت الحكومة الاستفتاء.
denied | attack | نفى الجيش وقوع هجوم على القافلة.
unconfirmed | kill | يُعتقد أن القائد قُتل في الغارة.
unconfirmed | ceasefire | دعت المنظمة إلى هدنة فورية.
done | close | أغلق المكتب ظهرا.
done | meet | التقى الوزيران يوم الجمعة.
"""

RUSSIAN = """
planned | visit | Король намерен посетить Осло.
planned | sign | Компании планируют подписать контракт в июне.
planned | close | Аэропорт будет закрыт на ремонт.
planned | referendum | Референдум запланирован на осень.
planned | meet | Предстоящая встреча пройдёт в Маскате.
expected | resign | Ожидается отставка губернатора.
ongoing | negotiate | Переговоры продолжаются в Маскате.
ongoing | protest | В городе продолжаются протесты.
begun | evacuate | Началась эвакуация долины.
cancelled | visit | Визит министра отменён.
cancelled | meet | Организаторы отменили встречу.
postponed | meet | Саммит перенесён на осень.
postponed | referendum | Депутаты отложили референдум.
denied | attack | Ополчение опровергло сообщения об атаке на колонну.
unconfirmed | kill | Возможно, командир убит.
unconfirmed | ceasefire | Посланник призвал к перемирию.
done | close | Аэропорт закрыли в полдень.
done | meet | Министры встретились в пятницу.
"""

TABLES = {"en": ENGLISH, "hi": HINDI, "ur": URDU, "ar": ARABIC, "ru": RUSSIAN}


def _rows() -> list[tuple[str, str, str, str]]:
    return [(lang, *line.split(" | ")) for lang, table in TABLES.items() for line in table.strip().splitlines()]  # type: ignore[misc]


def events_of(text: str, lang: str) -> tuple[Event, ...]:
    sentence = sentence_of(text, lang)
    return events.read(sentence, lexicon.read(sentence))


@pytest.mark.parametrize(("lang", "status", "concept", "text"), _rows())
def test_status_is_read_from_its_cues(lang: str, status: str, concept: str, text: str) -> None:
    found = [e for e in events_of(text, lang) if e.concept == concept]
    assert found, [e.concept for e in events_of(text, lang)]
    assert {e.status.value for e in found} == {status}


@pytest.mark.parametrize("lang", sorted(TABLES))
def test_each_language_has_its_statuses_tested(lang: str) -> None:
    rows = [r for r in _rows() if r[0] == lang]
    assert len(rows) >= 15
    assert {r[1] for r in rows} == {s.value for s in Status}


@pytest.mark.parametrize(
    ("lang", "text", "concept"),
    [
        ("en", "The visit was not cancelled.", "visit"),
        ("en", "The ministry did not deny the attack.", "attack"),
        ("hi", "दौरा रद्द नहीं किया गया।", "visit"),
        ("ur", "دورہ منسوخ نہیں کیا گیا۔", "visit"),
        ("ru", "Визит не отменили.", "visit"),
        ("ru", "Министерство не отрицает атаку.", "attack"),
        ("ar", "لم تنف الوزارة الهجوم.", "attack"),
    ],
)
def test_what_is_itself_negated_changes_no_status(lang: str, text: str, concept: str) -> None:
    (event,) = [e for e in events_of(text, lang) if e.concept == concept]
    assert (event.status, event.negated) == (Status.DONE, False)


def test_arabic_torrents_are_no_future() -> None:
    assert {e.status for e in events_of("اجتاحت سيول جارفة المدينة.", "ar") if e.concept == "flood"} == {Status.DONE}
