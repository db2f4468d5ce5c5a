"""Time and memory of a report over a frame of many articles, step by step.

    python -m benchmarks.frame_of_articles --articles 2000
    python -m benchmarks.frame_of_articles --articles 300 --profile

The articles are made from templates in five languages: stories of eight articles each (accidents, strikes,
elections, visits) with their own place, people, days and figures, so that a story's articles meet and most
others do not. One in ten gives another figure, one in ten carries no date, one in eight is a copy of another.
Everything is drawn with a fixed seed. Seconds are those of the processor, which other work on the machine does
not lengthen. Peak memory is that of the process, interpreter and libraries included.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import resource
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

import pandas as pd

from checker.engine import report
from checker.report import Report

Item = TypeVar("Item")

LANGS = ("hi", "ur", "en", "ar", "ru")
PER_STORY = 8
SYLLABLES = ("ba", "ka", "lu", "mi", "ro", "sa", "ta", "ve", "no", "di", "ra", "su", "pa", "go", "ha", "zi")
SCRIPTS = {
    "hi": ("बा", "का", "लू", "मी", "रो", "सा", "ता", "वे", "नो", "दी", "रा", "सू", "पा", "गो", "हा", "ज़ी"),
    "ur": ("با", "کا", "لو", "می", "رو", "سا", "تا", "وے", "نو", "دی", "را", "سو", "پا", "گو", "ہا", "زی"),
    "en": SYLLABLES,
    "ar": ("با", "كا", "لو", "مي", "رو", "سا", "تا", "في", "نو", "دي", "را", "سو", "با", "غو", "ها", "زي"),
    "ru": ("ба", "ка", "лу", "ми", "ро", "са", "та", "ве", "но", "ди", "ра", "су", "па", "го", "ха", "зи"),
}
"""Invented names are syllables, the same in every script, so that stories meet across languages."""

TEMPLATES = {
    "hi": (
        "{place} में {dead} लोगों की मौत",
        "प्रकाशित: {day}",
        "{place} में पुल गिरने से {dead} लोगों की मौत हो गई और {hurt} घायल हुए, जिला प्रशासन ने बताया।",
        "मेयर {person} ने घटनास्थल का दौरा किया और जांच का आदेश दिया।",
        "बचाव दल ने {rescued} लोगों को नदी से बाहर निकाला।",
        "यह पुल {year} में बना था।",
        "सरकार ने मरने वालों के परिजनों के लिए मुआवज़े की घोषणा की।",
        "{place} के अस्पताल में {hurt} लोगों का इलाज चल रहा है।",
    ),
    "ur": (
        "{place} میں {dead} افراد ہلاک",
        "شائع: {day}",
        "{place} میں پل گرنے سے {dead} افراد ہلاک اور {hurt} زخمی ہو گئے، ضلعی انتظامیہ نے بتایا۔",
        "میئر {person} نے جائے حادثہ کا دورہ کیا اور تحقیقات کا حکم دیا۔",
        "امدادی ٹیموں نے {rescued} افراد کو دریا سے نکال لیا۔",
        "یہ پل {year} میں تعمیر ہوا تھا۔",
        "حکومت نے ہلاک ہونے والوں کے اہل خانہ کے لیے معاوضے کا اعلان کیا۔",
        "{place} کے ہسپتال میں {hurt} افراد زیر علاج ہیں۔",
    ),
    "en": (
        "{dead} killed in {place}",
        "Published: {day}",
        "{dead} people were killed and {hurt} injured when a bridge collapsed in {place}, the district administration said.",
        "Mayor {person} visited the site and ordered an inquiry.",
        "Rescue teams pulled {rescued} people out of the river.",
        "The bridge was built in {year}.",
        "The government announced compensation for the families of the dead.",
        "{hurt} people are being treated at the hospital of {place}.",
    ),
    "ar": (
        "مقتل {dead} شخصا في {place}",
        "نشر في: {day}",
        "قتل {dead} شخصا وأصيب {hurt} في انهيار جسر في {place}، بحسب إدارة المنطقة.",
        "وزار رئيس البلدية {person} الموقع وأمر بفتح تحقيق.",
        "وانتشلت فرق الإنقاذ {rescued} شخصا من النهر.",
        "وكان الجسر قد بني عام {year}.",
        "وأعلنت الحكومة تعويضات لعائلات القتلى.",
        "ويتلقى {hurt} شخصا العلاج في مستشفى {place}.",
    ),
    "ru": (
        "В городе {place} погибли {dead} человек",
        "Опубликовано: {day}",
        "В городе {place} при обрушении моста погибли {dead} человек, {hurt} пострадали, сообщила администрация района.",
        "Мэр {person} прибыл на место и распорядился начать расследование.",
        "Спасатели вытащили из реки {rescued} человек.",
        "Мост был построен в {year} году.",
        "Правительство объявило о выплатах семьям погибших.",
        "В больнице города {place} лечатся {hurt} человек.",
    ),
}
"""A headline, a line with the day, and sentences."""


def articles(number: int, seed: int = 7) -> pd.DataFrame:
    """A frame of so many articles with the columns ``text`` and ``source``."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret is drawn
    rows: list[tuple[str, str]] = []
    while len(rows) < number:
        rows += _story(chance, len(rows))
    return pd.DataFrame(rows[:number], columns=["text", "source"])


def _story(chance: random.Random, first: int) -> list[tuple[str, str]]:
    """Eight articles on one event."""
    place, person = ([chance.randrange(len(SYLLABLES)) for _ in range(3)] for _ in range(2))
    day = date(2024, 1, 1) + timedelta(days=chance.randrange(700))
    facts = {name: chance.randint(3, 400) for name in ("dead", "hurt", "rescued")} | {"year": chance.randint(1950, 2015)}
    told: list[tuple[str, str]] = []
    for number in range(PER_STORY):
        if number and chance.random() < 1 / 8:
            told.append((told[chance.randrange(len(told))][0], f"a{first + number:05}.txt"))
            continue
        lang = LANGS[(first + number) % len(LANGS)]
        known = dict(facts)
        if chance.random() < 1 / 10:
            known["dead"] += chance.randint(1, 30)
        values = {name: str(value) for name, value in known.items()}
        values |= {"place": _name(place, lang), "person": _name(person, lang), "day": str(day + timedelta(days=chance.randrange(3)))}
        title, published, *sentences = (template.format(**values) for template in TEMPLATES[lang])
        body = [sentences[0], *chance.sample(sentences[1:], chance.randint(3, len(sentences) - 1))]
        lines = [title, *([] if chance.random() < 1 / 10 else [published]), " ".join(body)]
        told.append(("\n\n".join(lines), f"a{first + number:05}.txt"))
    return told


def _name(syllables: Sequence[int], lang: str) -> str:
    return "".join(SCRIPTS[lang][i] for i in syllables).capitalize()


class Watch:
    """Takes the time of every step that reports progress."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, int, float]] = []

    def track(self, items: Sequence[Item], description: str) -> Iterable[Item]:
        """The items, one by one."""
        return self._timed(items, description)

    def _timed(self, items: Sequence[Item], description: str) -> Iterator[Item]:
        start = time.process_time()
        yield from items
        self.steps.append((description, len(items), time.process_time() - start))


def measure(number: int) -> Report:
    """Make the report and print what it took."""
    frame = articles(number)
    watch, start = Watch(), time.process_time()
    found = report(frame, progress=watch)
    whole = time.process_time() - start
    for description, items, seconds in watch.steps:
        print(f"{description:20} {items:8,} {seconds:8.1f} s")
    print(f"{'everything else':20} {'':8} {whole - sum(step[2] for step in watch.steps):8.1f} s")
    print(f"{'whole report':20} {number:8,} {whole:8.1f} s, {_peak()}")
    print(found)
    for name, table in (
        ("pairs", found.pairs_frame),
        ("claims", found.claims_frame),
        ("groups", found.groups),
        ("timeline", found.timeline),
    ):
        start = time.process_time()
        rows = len(table())
        print(f"frame of {name:11} {rows:8,} {time.process_time() - start:8.1f} s, {_peak()}")
    start = time.process_time()
    print(f"{'rethreshold':20} {len(found.rethreshold(contradiction=0.5).findings):8,} {time.process_time() - start:8.1f} s, {_peak()}")
    return found


def _peak() -> str:
    """The most memory the process has held so far."""
    return f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB"


def main() -> None:
    """Measure as asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    given = parser.parse_args()
    if not given.profile:
        measure(given.articles)
        return
    profile = cProfile.Profile()
    profile.runcall(measure, given.articles)
    pstats.Stats(profile).sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    main()
