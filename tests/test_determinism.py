"""The same input gives the same bytes: whatever the hash seed, the order of the arguments, or what ran before."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from checker import Report, report
from claims.ingest import read_path

ARTICLES = {
    "courier.txt": """Glass works at Tessel burns

Published: 12 February 2025

A fire destroyed a hall of the Tessel glass works on Tuesday evening, injuring 14 workers, fire chief Ines Varga said.
The furnace was relit for the first time since 2019 in January. Director Pavel Orlov visited the site on Wednesday morning.
No arrests have been made. The plant employs 1,200 people and exports to Egypt, India and Russia.
""",
    "wire.txt": """Fire at Tessel glass works

12 February 2025

Twenty-one workers were injured when fire destroyed a hall of the Tessel glass works on Tuesday evening, police said.
A fire destroyed a hall of the Tessel glass works on Tuesday evening, injuring 14 workers, fire chief Ines Varga said.
Police arrested a night watchman on Wednesday. Pavel Orlov, the director, did not come to the site.
""",
    "samachar.txt": """टेसल काँच कारखाने में आग

13 फरवरी 2025

मंगलवार शाम टेसल काँच कारखाने में लगी आग में 14 मज़दूर घायल हुए, दमकल प्रमुख इनेस वर्गा ने कहा।
निदेशक पावेल ओरलोव ने बुधवार को घटनास्थल का दौरा किया। पुलिस ने किसी को गिरफ्तार नहीं किया है।
""",
    "akhbar.txt": """ٹیسل شیشہ فیکٹری میں آگ

13 فروری 2025

منگل کی شام ٹیسل شیشہ فیکٹری میں آگ لگنے سے 21 مزدور زخمی ہوئے، پولیس نے بتایا۔
ڈائریکٹر پاویل اورلوف نے بدھ کو جائے وقوعہ کا دورہ کیا۔
""",
    "desk/sahifa.txt": """حريق في مصنع تيسل للزجاج

13 فبراير 2025

أصيب 14 عاملا في حريق دمر قاعة في مصنع تيسل للزجاج مساء الثلاثاء، بحسب رئيسة الإطفاء إينيس فارغا.
واعتقلت الشرطة حارسا ليليا يوم الأربعاء.
""",
    "desk/gazeta.txt": """Пожар на стекольном заводе в Тесселе

При пожаре на стекольном заводе в Тесселе во вторник вечером пострадали 14 рабочих, заявила начальник пожарной охраны Инес Варга.
Директор Павел Орлов приехал на место в среду. Полиция никого не задержала.
""",
    "old.txt": """Glass works to close

Director Pavel Orlov said the Tessel glass works would close its old furnace this month, the first closure since 2012.
""",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("glass")
    for name, text in ARTICLES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@cache
def first(corpus: Path) -> Report:
    return report(corpus)


def forms(made: Report) -> tuple[str, ...]:
    """Every form of a report that is read by people or programs."""
    explained = "\n".join(str(made.explain(finding)) for finding in made.findings)
    return (
        made.to_json(),
        made.to_frame().to_csv(),
        made.claims_frame().to_csv(),
        made.sources_frame().to_csv(),
        made._repr_html_(),
        explained,
    )


def test_the_corpus_has_something_to_show(corpus: Path) -> None:
    verdicts = {finding.verdict.value for finding in first(corpus).findings}
    assert {"contradiction", "corroboration"} <= verdicts
    assert {row.lang for row in first(corpus).sources} == {"en", "hi", "ur", "ar", "ru"}


def test_a_second_run_in_one_process_gives_the_same(corpus: Path) -> None:
    assert forms(report(corpus)) == forms(first(corpus))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_paths_does_not_matter(corpus: Path, seed: int) -> None:
    paths = [corpus / name for name in ARTICLES]
    random.Random(seed).shuffle(paths)
    assert forms(report(paths)) == forms(first(corpus))


def test_the_order_of_sources_does_not_matter(corpus: Path) -> None:
    sources = [read_path(corpus / name, name)[0] for name in ARTICLES]
    assert forms(report(sources[::-1])) == forms(report(sources)) == forms(first(corpus))


def test_where_the_folder_lies_does_not_matter(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").symlink_to(corpus)
    monkeypatch.chdir(tmp_path)
    assert forms(report("elsewhere")) == forms(first(corpus))
    assert str(corpus) not in "".join(forms(first(corpus)))


def test_another_report_before_does_not_matter(corpus: Path) -> None:
    report([corpus / "old.txt", corpus / "akhbar.txt"])
    assert forms(report(corpus)) == forms(first(corpus))


@pytest.mark.parametrize(
    "arguments", [("report", "--format", "json"), ("report", "--show", "all"), ("report", "--format", "csv"), ("claims",)]
)
def test_the_program_prints_the_same_under_any_hash_seed(corpus: Path, arguments: tuple[str, ...]) -> None:
    def printed(seed: str, names: list[str]) -> bytes:
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent), "COLUMNS": "80"}
        command = [sys.executable, "-m", "checker", arguments[0], *names, *arguments[1:]]
        return subprocess.run(command, cwd=corpus, env=environment, capture_output=True, check=True).stdout

    once = printed("1", list(ARTICLES))
    assert len(once) > 500
    assert printed("4242", list(ARTICLES)[::-1]) == once
