"""A draft on an invented tunnel fire, and four articles in four languages to check it against."""

from __future__ import annotations

from pathlib import Path

DRAFT = """---
date: 2024-06-08
lang: en
byline: Mara Lind
---

# Fire in the Karsten tunnel

A fire in the Karsten tunnel killed 12 people on Thursday, police chief Ilse Brandt said on Friday evening.

The tunnel was closed on Thursday night. Mayor Otto Rehn resigned on Friday.

The tunnel has 31 ventilation shafts.
"""
KURIER = """Пожар в тоннеле Карстен

Опубликовано: 7 июня 2024

При пожаре в тоннеле Карстен в четверг погибли 9 человек, сообщила в пятницу вечером начальник полиции Ильзе Брандт.

Тоннель закрыли в четверг вечером.
"""
PRABHAT = """कार्स्टन सुरंग में आग

प्रकाशित: 7 जून 2024

कार्स्टन सुरंग में गुरुवार को लगी आग में 9 लोगों की मौत हुई, पुलिस प्रमुख इल्ज़े ब्रांट ने शुक्रवार शाम को बताया।

मेयर ओटो रेन ने शुक्रवार को इस्तीफा दे दिया।
"""
RASID = """حريق في نفق كارستن

7 يونيو 2024

قُتل 12 شخصا في حريق نفق كارستن يوم الخميس، بحسب ما قالت قائدة الشرطة إيلزه برانت مساء الجمعة.
"""
WIRE = {"kurier.txt": KURIER, "prabhat.txt": PRABHAT, "rasid.txt": RASID}


def lay_out(folder: Path, **drafts: str) -> None:
    """The articles in ``wire/``, and drafts beside it: ``draft="..."`` becomes ``draft.md``."""
    (folder / "wire").mkdir(parents=True, exist_ok=True)
    for name, text in WIRE.items():
        (folder / "wire" / name).write_text(text, encoding="utf-8")
    for name, text in (drafts or {"draft": DRAFT}).items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
