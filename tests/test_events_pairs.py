"""Everyday events and their opposites, read in each language, and names whose words stand apart."""

from __future__ import annotations

import pytest

from claims import frames, lexicon
from claims.facets import events
from claims.model import Event
from claims.tokens import sentence_of

ENGLISH = """
attend | -attend | The mayor took part in the ceremony. | The mayor did not attend the ceremony.
operational | out_of_service | The reactor is back in service. | The reactor went offline.
resumed | suspended | Ferries are back under way again after talks resumed. | Ferry traffic is on hold.
exempt | tax_imposed | Small farms are exempt from the levy. | Small farms will be taxed from May.
fire_contained | fire_spreads | The blaze was put out overnight. | The blaze spread to the harbour.
remain_in_office | dismiss | The coach kept his post. | The coach was sacked.
profit_made | loss_made | The airline posted a profit. | The airline made a loss.
fully_staffed | understaffed | The tower was fully staffed. | The tower was short-staffed.
on_air | off_air | The station is back on air. | The station was taken off air.
win | lose | Oslo won the final. | Oslo lost the final.
increase | decrease | Fuel prices rose in May. | Fuel prices fell in May.
sold_out | unsold | The concert was sold out. | The hall was half empty.
qualified | eliminated | The side booked a place in the final. | The side was knocked out.
no_confidence | -no_confidence | The no-confidence motion was carried. | The cabinet survived a no-confidence vote.
legal | illegal | The court found the strike legal. | The strike was ruled illegal.
"""

HINDI = """
attend | -attend | महापौर ने समारोह में भाग लिया। | महापौर समारोह में शामिल नहीं हुए।
operational | out_of_service | रिएक्टर सामान्य रूप से चल रहा है। | रिएक्टर ठप पड़ा है।
resumed | suspended | नौका सेवा दोबारा शुरू हुई। | नौका सेवा पर रोक लगा दी गई।
exempt | tax_imposed | छोटे किसानों का शुल्क माफ किया गया। | छोटे किसानों पर टैक्स लगाया गया।
fire_contained | fire_spreads | दमकल ने आग पर क़ाबू पा लिया। | रात में आग फैल गई।
remain_in_office | dismiss | कोच पद पर बने हुए हैं। | कोच को पद से हटाया गया।
profit_made | loss_made | एयरलाइन ने मुनाफ़ा कमाया। | एयरलाइन को घाटा हुआ।
win | lose | टीम ने फाइनल जीत लिया। | टीम फाइनल में हार गई।
increase | decrease | ईंधन का दाम बढ़कर दोगुना हो गया। | ईंधन का दाम घट गया।
bail | reject | लेखक को मंगलवार को ज़मानत मिल गई। | लेखक को ज़मानत नहीं मिली।
lift_ban | ban | सरकार ने निर्यात पर लगी रोक हटा ली। | सरकार ने निर्यात पर रोक लगा दी।
no_confidence | -no_confidence | विपक्ष का अविश्वास प्रस्ताव आया। | अविश्वास प्रस्ताव शुक्रवार को गिर गया।
release | arrest | मछुआरे रिहा हो गए। | मछुआरे हिरासत में हैं।
legal | illegal | खनन को वैध करार दिया गया। | खनन को अवैध करार दिया गया।
"""

URDU = """
attend | -attend | میئر نے تقریب میں شرکت کی۔ | میئر تقریب میں شریک نہیں ہوئے۔
operational | out_of_service | ری ایکٹر پوری صلاحیت پر ہے۔ | ری ایکٹر ٹھپ ہو گیا۔
resumed | suspended | فیری سروس بحال کر دی گئی۔ | فیری سروس روک دی گئی۔
exempt | tax_imposed | چھوٹے کسان محصول سے مستثنیٰ ہیں۔ | چھوٹے کسانوں پر ٹیکس لگایا گیا۔
fire_contained | fire_spreads | عملے نے آگ پر رات گئے قابو پا لیا۔ | رات کو آگ پھیل گئی۔
remain_in_office | dismiss | کوچ عہدے پر برقرار ہیں۔ | کوچ کو عہدے سے ہٹا دیا گیا۔
profit_made | loss_made | ایئرلائن نے منافع کمایا۔ | ایئرلائن کو خسارہ ہوا۔
win | lose | ٹیم نے فائنل جیت لی۔ | ٹیم فائنل ہار گئی۔
increase | decrease | تنخواہیں بڑھ گئیں۔ | تنخواہیں کم ہو گئیں۔
lift_ban | ban | حکومت نے برآمد پر پابندی ہفتے کو ہٹا لی۔ | حکومت نے برآمد پر پابندی لگا دی۔
no_confidence | -no_confidence | ایوان میں تحریک عدم اعتماد آئی۔ | تحریک عدم اعتماد ناکام ہو گئی۔
release | arrest | ماہی گیر رہا ہو گئے۔ | ماہی گیر حراست میں ہیں۔
legal | illegal | کان کنی قانونی ہے۔ | کان کنی غیر قانونی قرار دی گئی۔
"""

ARABIC = """
attend | -attend | حضرت العمدة الحفل. | لم تحضر العمدة الحفل.
operational | out_of_service | المفاعل يعمل بشكل طبيعي. | خرج المفاعل عن الخدمة وهو متوقف عن العمل.
exempt | tax_imposed | أُعفيت المزارع الصغيرة من الرسم. | فرضت الحكومة على المزارع ضريبة.
fire_contained | fire_spreads | أُخمد الحريق ليلا. | امتدت النيران إلى الميناء.
remain_in_office | dismiss | بقي المدرب في منصبه بعد أن احتفظ بمنصبه. | أُقيل المدرب.
profit_made | loss_made | حققت الشركة في مايو ربحا. | تكبدت الشركة في مايو خسارة.
release | arrest | أطلقت الحركة سراح البحارة. | ألقت الشرطة القبض على البحارة.
open | close | أعادت المدينة فتح الجسر. | أغلقت المدينة الجسر.
vote_for | vote_against | صوّت المجلس أمس لصالح القانون. | صوّت المجلس أمس ضد القانون.
lift_ban | ban | رفعت الحكومة أمس الحظر. | حظرت الحكومة الصيد.
increase | decrease | ارتفعت أسعار الوقود. | هبطت أسعار الوقود.
die | -die | لقي سائق الحافلة حتفه. | لم يلق أحد من الركاب حتفه.
legal | illegal | الإضراب قانوني. | الإضراب غير قانوني.
"""

RUSSIAN = """
attend | -attend | Мэр приняла участие в церемонии. | Мэр не участвовала в церемонии.
operational | out_of_service | Реактор работает в штатном режиме. | Реактор вышел из строя.
resumed | suspended | Паром снова заработал. | Рейсы парома приостановлены.
exempt | tax_imposed | Малые хозяйства освобождены от сбора. | Для малых хозяйств введён налог.
fire_contained | fire_spreads | Пожар ночью потушили. | Огонь перекинулся на порт.
remain_in_office | dismiss | Тренер сохранил пост. | Тренера сняли, он отстранён от должности.
profit_made | loss_made | Авиакомпания получила в мае прибыль. | Авиакомпания понесла в мае убытки.
on_air | off_air | Радиостанция вернулась в эфир. | Радиостанция прекратила вещание.
win | lose | Сборная победила в финале. | Сборная уступила в финале.
increase | decrease | Цены на топливо подросли: бензин подорожал. | Бензин подешевел.
qualified | eliminated | Команда вышла в финал. | Команда выбыла.
arrest | release | Рыбаков взяли вчера под стражу. | Рыбаки вышли на свободу.
legal | illegal | Суд признал забастовку законной. | Суд признал забастовку незаконной.
"""

TABLES = {"en": ENGLISH, "hi": HINDI, "ur": URDU, "ar": ARABIC, "ru": RUSSIAN}


def events_of(text: str, lang: str) -> tuple[Event, ...]:
    sentence = sentence_of(text, lang)
    return events.read(sentence, lexicon.read(sentence))


def signs(text: str, lang: str) -> set[str]:
    """The concepts of a sentence, denied ones with a minus."""
    return {("-" if e.negated else "") + e.concept for e in events_of(text, lang)}


def _rows() -> list[tuple[str, str, str, str, str]]:
    return [(lang, *line.split(" | ")) for lang, table in TABLES.items() for line in table.strip().splitlines()]  # type: ignore[misc]


@pytest.mark.parametrize(("lang", "left", "right", "one", "other"), _rows())
def test_an_event_and_its_opposite_are_read_and_exclude_each_other(lang: str, left: str, right: str, one: str, other: str) -> None:
    assert left in signs(one, lang)
    assert right in signs(other, lang)
    assert right == f"-{left}" or right in frames.opposites_of(left)


@pytest.mark.parametrize("lang", sorted(TABLES))
def test_each_language_has_its_pairs_tested(lang: str) -> None:
    assert sum(row[0] == lang for row in _rows()) >= 13


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The club called its visit off.", "cancel"),
        ("en", "Oslo pulled its last soldiers out of the valley.", "withdraw"),
        ("en", "The port did not let the tanker dock.", "-allow"),
        ("hi", "अदालत ने लेखक की ज़मानत बुधवार को ख़ारिज कर दी।", "reject"),
        ("hi", "धमाके की ज़िम्मेदारी किसी गुट ने नहीं ली।", "-claim_responsibility"),
        ("ur", "عدالت نے ضمانت بدھ کو مسترد کر دی۔", "reject"),
        ("ar", "لم تطلق الحركة سراح البحارة.", "-release"),
        ("ar", "لم توقع الحكومة حتى الآن الاتفاق.", "-sign"),
        ("ru", "Огонь не удалось взять ночью под контроль.", "-contain"),
        ("ru", "Законопроект не набрал на втором чтении голосов.", "reject"),
    ],
)
def test_a_name_is_found_though_other_words_stand_between_its_parts(lang: str, text: str, expected: str) -> None:
    assert expected in signs(text, lang)


def test_parts_in_different_clauses_are_no_name() -> None:
    assert "cancel" not in signs("The referee called, and the light went off.", "en")


def test_an_event_between_the_parts_of_a_name_stays_an_event() -> None:
    assert {"cancel", "visit"} <= signs("The king called the visit off.", "en")


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The blast injured nobody.", "-injure"),
        ("en", "The storm hit the coast, killing no one and injuring two.", "-kill"),
        ("en", "The storm hit the coast, killing no one and injuring two.", "injure"),
        ("en", "Repairs to the second pier have not begun.", "-repair"),
        ("en", "Oslo refused on Friday to recognise the new state.", "-recognise_state"),
        ("en", "No soldier was injured or any vehicle damaged.", "-damage"),
        ("hi", "न कोई सैनिक घायल हुआ।", "-injure"),
        ("ur", "نہ کوئی فوجی زخمی ہوا۔", "-injure"),
        ("ar", "تعذر الاقتراع في الجبال.", "-vote_cast"),
        ("ru", "Ремонт второго причала так и не начался.", "-repair"),
        ("ru", "Договориться сторонам не удалось.", "-agree"),
        ("ru", "Город не намерен закрывать порт.", "-close"),
    ],
)
def test_a_negation_reaches_objects_subjects_and_what_is_joined(lang: str, text: str, expected: str) -> None:
    assert expected in signs(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "affirmed"),
    [
        ("en", "Police are not ruling out arson.", "arson"),
        ("en", "The toll nearly doubled.", "increase"),
        ("en", "The plan failed to pass at the meeting.", "meet"),
        ("en", "Workers did not end the protest.", "protest"),
        ("hi", "बातचीत का ब्योरा नहीं दिया गया।", "negotiate"),
        ("ur", "آگ لگنے کی وجہ معلوم نہیں۔", "fire"),
        ("ar", "لم تكشف عن تفاصيل المحادثات.", "negotiate"),
        ("ru", "Переговоры прошли, подробностей не привели.", "negotiate"),
    ],
)
def test_what_only_looks_like_a_negation_denies_nothing(lang: str, text: str, affirmed: str) -> None:
    assert affirmed in signs(text, lang)
    assert f"-{affirmed}" not in signs(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "wrong"),
    [
        ("ar", "وصل ياسر إلى عمان.", "arrest"),
        ("ar", "تدخلت الشرطة.", "enter"),
        ("ar", "المشروع قيد الدراسة.", "ban"),
        ("hi", "यह घटना सोमवार की है।", "decrease"),
        ("ur", "وہ شہر میں رہنا چاہتے ہیں۔", "release"),
    ],
)
def test_a_name_or_a_common_word_is_no_form_of_an_event(lang: str, text: str, wrong: str) -> None:
    assert wrong not in signs(text, lang)


def test_an_amount_of_won_is_no_victory() -> None:
    from claims.extract import facets_of

    found = facets_of(sentence_of("The firm paid two million won in Seoul.", "en"))
    assert "win" not in {f.concept for f in found if isinstance(f, Event)}
