"""Title, body, date lines, captions and page furniture of a text, in each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.blocks import lines, mark

PROSE = {
    "en": [
        "The city council voted on Tuesday to close the old bridge for eight months, the mayor said.",
        "Buses will take another route until the work is done, and cyclists may use the lower deck.",
    ],
    "hi": [
        "नगर परिषद ने मंगलवार को पुराना पुल आठ महीने के लिए बंद करने का फैसला किया, यह जानकारी महापौर ने दी।",
        "काम पूरा होने तक बसें दूसरे रास्ते से चलेंगी और साइकिल सवार निचले रास्ते का इस्तेमाल कर सकेंगे।",
    ],
    "ur": [
        "سٹی کونسل نے منگل کو پرانا پل آٹھ ماہ کے لیے بند کرنے کا فیصلہ کیا، یہ بات میئر نے بتائی۔",
        "کام مکمل ہونے تک بسیں دوسرے راستے سے چلیں گی اور سائیکل سوار نچلا راستہ استعمال کر سکیں گے۔",
    ],
    "ar": [
        "صوت مجلس المدينة يوم الثلاثاء على إغلاق الجسر القديم لمدة ثمانية أشهر، بحسب ما قال رئيس البلدية.",
        "وستسلك الحافلات طريقا آخر حتى انتهاء الأعمال، ويمكن لراكبي الدراجات استخدام الممر السفلي للجسر.",
    ],
    "ru": [
        "Городской совет во вторник решил закрыть старый мост на восемь месяцев, сообщил журналистам мэр города.",
        "Автобусы до конца работ пойдут другим маршрутом, а велосипедисты смогут ездить по нижнему ярусу.",
    ],
}
TITLES = {
    "en": "Old bridge to close for eight months",
    "hi": "पुराना पुल आठ महीने के लिए बंद होगा",
    "ur": "پرانا پل آٹھ ماہ کے لیے بند رہے گا",
    "ar": "إغلاق الجسر القديم لمدة ثمانية أشهر",
    "ru": "Старый мост закроют на восемь месяцев",
}
FURNITURE = {
    "en": [
        "ALSO READ: Ferry fares to rise in spring",
        "Read more: Ferry fares to rise",
        "Related: Ferry fares rise | Tram line delayed",
        "You may also like: Ten walks by the river",
        "Follow us on Facebook, X and Instagram",
        "Sign up for our morning newsletter.",
        "For the latest updates, join our WhatsApp channel.",
        "Download our app for breaking news alerts",
        "Share Tweet WhatsApp Email",
        "Facebook Twitter LinkedIn",
        "Advertisement",
        "Tags: bridge, council, traffic",
        "#bridge #traffic #council",
        "© 2025 River Post. All rights reserved.",
        "All rights reserved.",
        "Leave a comment",
        "3 Comments",
        "Home > News > City",
        "Copyright 2025 River Post",
        "* * *",
        "https://example.org/story/5",
        "FTSE 8,100 ▲ 0.4% EUR 1.09 ▼",
        "Ferry is late again. pic.twitter.com/abcd — River Watch (@riverwatch) May 2, 2025",
    ],
    "hi": [
        "यह भी पढ़ें: नाव का किराया बढ़ेगा",
        "ये भी पढ़ें- नाव का किराया बढ़ेगा",
        "इसे भी पढ़ें : नाव का किराया",
        "संबंधित खबरें: नाव का किराया",
        "पूरी खबर यहां पढ़ें…",
        "हमारे व्हाट्सएप चैनल से जुड़ने के लिए यहां क्लिक करें।",
        "हमें फेसबुक और ट्विटर पर फॉलो करें",
        "खबरों के लिए हमारा यूट्यूब चैनल सब्सक्राइब करें",
        "विज्ञापन",
        "टैग्स: पुल, नगर परिषद",
        "शेयर करें फेसबुक ट्विटर व्हाट्सएप",
        "सर्वाधिकार सुरक्षित 2025",
        "Advertisement",
        "Follow us on Twitter",
        "देश | विदेश | खेल | मनोरंजन",
    ],
    "ur": [
        "یہ بھی پڑھیں: کشتی کا کرایہ بڑھے گا",
        "مزید پڑھیں: کشتی کا کرایہ",
        "متعلقہ خبریں: کشتی کا کرایہ",
        "اسی بارے میں: کشتی کا کرایہ",
        "تازہ خبروں کے لیے ہمارا واٹس ایپ چینل جوائن کریں",
        "ہمیں فیس بک پر فالو کریں",
        "ہمارا یوٹیوب چینل سبسکرائب کریں",
        "اشتہار",
        "ٹیگز: پل، کونسل",
        "جملہ حقوق محفوظ ہیں",
        "icon-facebook icon-twitter",
        "شیئر کریں فیس بک واٹس ایپ",
        "سرورق | پاکستان | کھیل | کالم",
    ],
    "ar": [
        "اقرأ أيضا: ارتفاع أجرة العبارة",
        "اقرأ المزيد: أجرة العبارة",
        "شاهد أيضا: فيديو العبارة",
        "مواضيع ذات صلة: أجرة العبارة",
        "قد يهمك: أجرة العبارة",
        "تابعونا على فيسبوك وتلغرام",
        "اشتركوا في قناتنا على يوتيوب",
        "للاشتراك في النشرة البريدية اضغط هنا",
        "إعلان",
        "كلمات مفتاحية: جسر، بلدية",
        "جميع الحقوق محفوظة ٢٠٢٥",
        "شارك فيسبوك تويتر واتساب",
        "الرئيسية | محليات | رياضة | آراء",
    ],
    "ru": [
        "Читайте также: Проезд на пароме подорожает",
        "По теме: Проезд на пароме подорожает",
        "Материалы по теме: паром",
        "Смотрите также: видео с парома",
        "Подписывайтесь на наш Telegram-канал",
        "Читайте нас в «Дзене» и во ВКонтакте — подписывайтесь на наш канал",
        "Следите за новостями в нашем канале",
        "Реклама",
        "Теги: мост, совет",
        "Поделиться ВКонтакте Telegram WhatsApp",
        "Все права защищены.",
        "Нашли ошибку? Выделите её и нажмите Ctrl+Enter.",
        "Использование материалов только со ссылкой на источник.",
        "Главная / Новости / Город",
    ],
}
LISTS = {
    "en": ["MOST READ", "Trending now", "Latest news", "Popular posts", "Editor's picks", "More stories", "Top stories:"],
    "hi": ["लोकप्रिय खबरें", "ताज़ा खबरें", "ट्रेंडिंग", "सबसे ज्यादा पढ़ी गईं", "खबरें और भी हैं…", "popular posts"],
    "ur": ["مقبول خبریں", "تازہ ترین", "سب سے زیادہ پڑھی جانے والی", "اہم خبریں", "ویڈیو"],
    "ar": ["الأكثر قراءة", "آخر الأخبار", "الأكثر مشاهدة", "اخترنا لكم", "أخبار أخرى"],
    "ru": ["Самое читаемое", "Популярное", "Лента новостей", "Сейчас читают", "Главное за день"],
}
DATELINES = {
    "en": [
        "Published: March 9, 2025 | Last updated 08:15 GMT",
        "Updated 3 May 2025 at 14:20",
        "Tuesday, 4 March 2025",
        "By Ann Field",
        "By Ann Field, Harbour Desk",
        "LEEDS, March 4, 2025",
        "2025-03-04 10:30",
    ],
    "hi": [
        "प्रकाशित: 9 मार्च 2025",
        "बुधवार, 4 मार्च 2025",
        "अंतिम अपडेट: 4 मार्च 2025, शाम 5 बजे",
        "Edited By: शहर डेस्क | Updated: 10 Feb 2025 08:15 PM IST",
        "लेखक: नगर डेस्क",
        "भोपाल, 4 मार्च 2025",
    ],
    "ur": ["شائع شدہ: 9 مارچ 2025", "بدھ 4 مارچ 2025", "آخری اپ ڈیٹ: 4 مارچ 2025", "تحریر: نعیم قدیر", "لاہور: 4 مارچ 2025"],
    "ar": ["نشر في: 9 آذار/مارس 2025", "الثلاثاء ٤ مارس ٢٠٢٥ - 13:00", "آخر تحديث: 4 مارس 2025", "بقلم: سامي كريم", "بيروت - 4 آذار 2025"],
    "ru": [
        "4 марта 2025, 21:40",
        "Опубликовано: 4 марта 2025 г.",
        "Обновлено 4 марта 2025 в 10:15 мск",
        "Автор: Анна Полева",
        "Тверь, 4 марта 2025",
    ],
}
CAPTIONS = {
    "en": [
        "Photo: City archive",
        "The old bridge in March (Photo: City archive)",
        "The old bridge in March. File photo",
        "Photo by Ann Field",
    ],
    "hi": ["फोटो: नगर निगम", "पुराना पुल (फोटो: सोशल मीडिया)", "पुराना पुल, फाइल फोटो"],
    "ur": ["فوٹو: سٹی کونسل", "پرانا پل (فائل فوٹو)", "تصویر: نعیم قدیر"],
    "ar": ["صورة: بلدية المدينة", "الجسر القديم (صورة أرشيفية)", "الصورة: وكالة"],
    "ru": ["Фото: мэрия", "Старый мост весной (фото: архив)", "Старый мост весной. Фото автора"],
}
# Prose that has a cue word in it and is still prose.
HARMLESS = {
    "en": [
        "Protesters called on people to join them through a Telegram channel, police said on Tuesday.",
        "The company said it would also read the meters of flats near the bridge every month.",
        "Facebook and WhatsApp were down for three hours on Monday, the regulator said.",
        "More than 200 trucks used the bridge on the day it was closed, according to the council.",
        "The council shared photos of the cracks with reporters before the vote on Tuesday evening.",
        "Follow-up checks showed cracks in two pillars, and the app that drivers use was updated.",
        "Most read the ruling as a defeat for the council, which had asked for more time.",
        "By Friday rescuers had reached the last of the villages that the flood cut off.",
    ],
    "hi": [
        "पुलिस ने कहा कि लोग सोशल मीडिया पर अफवाहें शेयर न करें और पुल से दूर रहें।",
        "व्हाट्सएप और फेसबुक पर पुल की तस्वीरें मंगलवार को फैल गईं, जिसके बाद जांच हुई।",
        "यह भी कहा गया कि पुल की मरम्मत पर पचास लाख रुपये खर्च होंगे और काम मई में होगा।",
    ],
    "ur": [
        "پولیس نے کہا کہ لوگ واٹس ایپ پر افواہیں شیئر نہ کریں اور پل سے دور رہیں۔",
        "یہ بھی کہا گیا کہ پل کی مرمت پر پچاس لاکھ روپے خرچ ہوں گے اور کام مئی میں ہوگا۔",
    ],
    "ar": [
        "ودعت الشرطة السكان إلى عدم نشر الشائعات على فيسبوك وواتساب قبل انتهاء التحقيق في الحادث.",
        "وقالت البلدية إن أكثر من مئتي شاحنة استخدمت الجسر يوم إغلاقه رغم التحذيرات.",
    ],
    "ru": [
        "В Telegram-канале мэрии сообщили, что мост закрыт до мая, а автобусы идут в объезд.",
        "Фото трещин мэр показал журналистам ещё до голосования во вторник вечером.",
        "Комментарии к проекту собирали до пятницы, сообщили в совете города во вторник.",
    ],
}
LANGUAGES = sorted(PROSE)


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(lang, line) for lang in LANGUAGES for line in table[lang]]


def kinds(lines_: list[str], lang: str) -> list[tuple[str, str]]:
    text = "\n\n".join(lines_)
    return [(b.kind, b.span.of(text)) for b in mark(text, lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_headline_first_is_the_title(lang: str) -> None:
    assert kinds([TITLES[lang], *PROSE[lang]], lang) == [("title", TITLES[lang]), *(("body", p) for p in PROSE[lang])]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_headline_last_is_the_title(lang: str) -> None:
    assert kinds([*PROSE[lang], TITLES[lang]], lang)[-1] == ("title", TITLES[lang])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_of_one_sentence_is_body(lang: str) -> None:
    assert kinds([TITLES[lang]], lang) == [("body", TITLES[lang])]
    assert kinds([PROSE[lang][0]], lang) == [("body", PROSE[lang][0])]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_prose_only_has_no_title(lang: str) -> None:
    assert [k for k, _ in kinds(PROSE[lang], lang)] == ["body", "body"]


@pytest.mark.parametrize(("lang", "line"), cases(FURNITURE))
def test_page_furniture_between_paragraphs(lang: str, line: str) -> None:
    found = kinds([TITLES[lang], PROSE[lang][0], line, PROSE[lang][1]], lang)
    assert [k for k, _ in found] == ["title", "body", "boilerplate", "body"]


@pytest.mark.parametrize(("lang", "heading"), cases(LISTS))
def test_a_list_of_other_stories_reaches_to_the_end(lang: str, heading: str) -> None:
    others = [TITLES[lang] + " 2", "• " + TITLES[lang], PROSE[lang][0]]
    found = kinds([TITLES[lang], *PROSE[lang], heading, *others], lang)
    assert [k for k, _ in found] == ["title", "body", "body"] + ["boilerplate"] * 4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_article_goes_on_after_a_list_in_its_midst(lang: str) -> None:
    found = kinds([TITLES[lang], PROSE[lang][0], LISTS[lang][0], TITLES[lang] + " 2", PROSE[lang][1], PROSE[lang][0]], lang)
    assert [k for k, _ in found] == ["title", "body", "boilerplate", "boilerplate", "body", "body"]


@pytest.mark.parametrize(("lang", "line"), cases(DATELINES))
def test_date_and_author_lines_stand_apart(lang: str, line: str) -> None:
    assert kinds([TITLES[lang], line, *PROSE[lang]], lang)[:2] == [("title", TITLES[lang]), ("dateline", line)]
    assert kinds([line, TITLES[lang], *PROSE[lang]], lang)[:2] == [("dateline", line), ("title", TITLES[lang])]


@pytest.mark.parametrize(("lang", "line"), cases(CAPTIONS))
def test_captions_are_not_body_and_not_the_title(lang: str, line: str) -> None:
    assert kinds([line, *PROSE[lang]], lang)[0] == ("caption", line)
    assert kinds([TITLES[lang], line, *PROSE[lang]], lang)[1] == ("caption", line)


@pytest.mark.parametrize(("lang", "line"), cases(HARMLESS))
def test_prose_that_only_mentions_a_cue_is_body(lang: str, line: str) -> None:
    assert kinds([TITLES[lang], PROSE[lang][0], line], lang)[2] == ("body", line)
    assert kinds([TITLES[lang], line, PROSE[lang][0]], lang)[1] == ("body", line)


INSIDE = [
    ("en", "Also read: Ferry fares to rise in spring as fuel costs grow"),
    ("en", "———— Read more… Ferry fares to rise The port authority said on Monday. Read the full story"),
    ("en", "(Also read: Ferry fares to rise in spring)"),
    ("hi", "————— ये खबर भी पढ़ें… नाव का किराया बढ़ेगा: यात्रियों में नाराजगी परिषद ने सोमवार को यह कहा। पूरी खबर यहां पढ़ें…"),
    ("hi", "यह भी पढ़ें: नाव का किराया बढ़ेगा"),
    ("ur", "یہ بھی پڑھیں: کشتی کا کرایہ بڑھے گا"),
    ("ar", "اقرأ أيضا: ارتفاع أجرة العبارة في الربيع"),
    ("ru", "Читайте также: Проезд на пароме подорожает"),
    ("en", "Follow us on Telegram and subscribe to our newsletter."),
    ("en", "Sign up for our newsletter. Comments (12)"),
    ("hi", "हमारे व्हाट्सएप चैनल से जुड़ने के लिए यहां क्लिक करें।"),
    ("ur", "ہمارا واٹس ایپ چینل جوائن کریں۔"),
    ("ar", "تابعونا على فيسبوك وتلغرام."),
    ("ru", "Подписывайтесь на наш Telegram-канал."),
]


@pytest.mark.parametrize(("lang", "link"), INSIDE)
def test_a_link_at_the_end_of_a_paragraph_is_cut_off(lang: str, link: str) -> None:
    found = kinds([TITLES[lang], f"{PROSE[lang][0]} {link}", PROSE[lang][1]], lang)
    assert found[1] == ("body", PROSE[lang][0])
    assert found[2][0] == "boilerplate"
    assert found[2][1].strip() == link
    assert found[3] == ("body", PROSE[lang][1])


def test_a_date_below_the_article_is_no_dateline() -> None:
    found = kinds([TITLES["en"], *PROSE["en"], "20 November 2025"], "en")
    assert found[-1] == ("boilerplate", "20 November 2025")


def test_a_section_name_above_the_headline_is_not_the_title() -> None:
    found = kinds(["World", TITLES["en"], *PROSE["en"]], "en")
    assert found[:2] == [("boilerplate", "World"), ("title", TITLES["en"])]


def test_a_text_wrapped_to_a_width_is_put_together() -> None:
    wrapped = [
        "The city council voted on Tuesday to",
        "close the old bridge for eight months,",
        "the mayor said. Buses will take another",
        "route until May.",
    ]
    text = "Old bridge to close\n\n" + "\n".join(wrapped)
    assert [s.of(text).split()[0] for s in lines(text)] == ["Old", "The"]


def test_a_long_line_goes_on_in_a_line_that_begins_small() -> None:
    text = "The city council voted on Tuesday to close the old bridge\nfor eight months.\nBuses will take another route.\n"
    assert [s.of(text).split()[0] for s in lines(text)] == ["The", "Buses"]


@pytest.mark.parametrize("line", ["14:20", "9.05 am", "14:20 GMT", "21:40"])
def test_the_clock_times_of_a_live_report_are_no_dates(line: str) -> None:
    assert kinds([TITLES["en"], line, *PROSE["en"]], "en")[1] == ("boilerplate", line)


def test_short_lines_that_were_not_wrapped_stay_apart() -> None:
    text = "Ports open\nFerries run\nTrams wait\nBridge shut\n"
    assert len(lines(text)) == 4


def test_windows_line_ends_make_no_difference() -> None:
    text = "\n\n".join([TITLES["en"], *PROSE["en"]])
    windows = text.replace("\n", "\r\n")
    assert [(b.kind, b.span.of(windows)) for b in mark(windows, "en")] == [(b.kind, b.span.of(text)) for b in mark(text, "en")]


FRAGMENTS = st.sampled_from(
    [line for table in (FURNITURE, LISTS, DATELINES, CAPTIONS, HARMLESS, PROSE) for lang in LANGUAGES for line in table[lang]]
)


@given(
    st.lists(st.tuples(FRAGMENTS, st.sampled_from(["\n", "\n\n", " ", "\r\n"])).map("".join), max_size=8).map("".join),
    st.sampled_from(LANGUAGES),
)
def test_blocks_cover_all_words_in_order(text: str, lang: str) -> None:
    end = 0
    for block in mark(text, lang):
        assert not text[end : block.span.start].strip()
        assert block.span.start < block.span.end
        end = block.span.end
    assert not text[end:].strip()
