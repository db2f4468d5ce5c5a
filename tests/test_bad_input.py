"""Hostile and odd input to the real command and library: one line that names the file and the cure, and nothing left out silently."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import IO, Any

import pandas as pd
import pytest

from checker import InputError, Report, Settings, SettingsError, compare, report
from checker.cli import run
from checker.intake import intake
from checker.report import SourceRow
from claims.ingest import MAX_BYTES, read_text

TOLL = """Dam wall cracks near Elvery

Published: 6 June 2024

Mayor Rosa Tambe said on Thursday that 12 people were injured at the Elvery dam.
"""
OTHER = "Cracks in Elvery dam\n\nPublished: 6 June 2024\n\nAt the Elvery dam 19 people were injured, Mayor Rosa Tambe said on Thursday.\n"
TEXTS = {
    "en": TOLL,
    "hi": "एल्वेरी बांध में दरार\n\n6 जून 2024\n\nमेयर रोज़ा तांबे ने गुरुवार को कहा कि एल्वेरी बांध पर 12 लोग घायल हुए।\n",
    "ur": "ایلوری ڈیم میں دراڑ\n\n6 جون 2024\n\nمیئر روزا تامبے نے جمعرات کو کہا کہ ایلوری ڈیم پر 12 افراد زخمی ہوئے۔\n",
    "ar": "تشققات في سد إلفري\n\n6 يونيو 2024\n\nقالت رئيسة البلدية روزا تامبي يوم الخميس إن 12 شخصا أصيبوا قرب سد إلفري.\n",
    "ru": "Трещины в плотине Элвери\n\n6 июня 2024\n\nМэр Роза Тамбе сообщила в четверг, что у плотины Элвери пострадали 12 человек.\n",
}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def write(**files: str | bytes) -> None:
    """Files of the current folder; the first underscore of a name is its dot, two make a subfolder."""
    for name, content in files.items():
        put(name.replace("__", "/").replace("_", ".", 1), content)


def put(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def codes(made: Report, file: str | None = None) -> set[str]:
    return {notice.code for notice in made.notices if file is None or notice.file == file}


def said(made: Report) -> str:
    return "\n".join(notice.message for notice in made.notices)


# --- what cannot be done at all: one line, status 2 ---------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["report", "missing"], "missing: does not exist; check the path"),
        (["report", ""], "a path is empty; give a file or a folder"),
        (["report", "empty.txt"], "empty.txt: is empty; give a file that holds an article"),
        (["report", "blank.txt"], "blank.txt: is empty"),
        (["report", "none"], "no article (.htm"),
        (["report", "none"], "in none"),
        (["report", "odd.bin"], "odd.bin: is of an unknown kind (.bin); give one of"),
        (["report", "loop.txt"], "loop.txt: is a link that leads back to itself; check the path"),
        (["report", "dead.txt"], "dead.txt: does not exist"),
        (["report", "a.txt", "--output", ""], "the output's name is empty"),
        (["report", "a.txt", "--as-of", "2024-02-30"], "--as-of must be a day such as 2026-01-28, not '2024-02-30'"),
        (["report", "a.txt", "--min-confidence", "nan"], "--min-confidence must be a number from 0 to 1"),
        (["report", "a.txt", "--encoder", ""], "--encoder must be a name, not ''"),
        (["report", "a.txt", "--encoder", "./gone"], "no model folder at ./gone; give an existing folder or a hub name"),
        (["report", "a.txt", "--config", "none"], "none: cannot be read: Is a directory"),
        (["report", "a.txt", "--config", "bad.toml"], "bad.toml: is not valid TOML"),
        (["report", "a.txt", "--config", "bytes.toml"], "bytes.toml: is not valid TOML"),
        (["report", "a.txt", "--config", "cfg/pyproject.toml"], "cfg/pyproject.toml: tool.checker is no table; write [tool.checker]"),
        (["report", "a.txt", "--config", "key.toml"], "key.toml: encodr: unknown setting 'encodr'; did you mean 'encoder'?"),
        (["claims", "missing"], "missing: does not exist; check the path"),
        (["claims", "empty.txt"], "empty.txt: is empty"),
        (["compare", "", ""], "text a is empty; give a sentence to compare"),
        (["compare", "Two died.", " \n"], "text b is empty"),
        (["compare", "?!", "Two died."], "text a holds no words"),
        (["compare", "Two died.", "One died.", "--lang", "en", "English"], "not a language code: 'English'; write it like 'ur'"),
        (["compare", "Two died.", "One died.", "--lang", "../en", "en"], "not a language code: '../en'"),
        (["compare", "Two died.", "One died.", "--published", "2024-06-31", "2024-06-01"], "not an ISO date: '2024-06-31'"),
        (["explain", "D999"], "unknown rule 'D999'"),
        (["explain"], "the following arguments are required: CODE|FINDING (checker explain"),
        (["explain", "N101", "missing"], "missing: does not exist"),
        (["evaluate", "missing"], "missing: does not exist"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(a_txt=TOLL, empty_txt=b"", blank_txt=" \n\t\u200b\n", odd_bin=b"x")
    write(bad_toml="a = = b", bytes_toml=b"\xff\xfe", key_toml="encodr = 'x'", cfg__pyproject_toml='[tool]\nchecker = "bundled"\n')
    Path("none").mkdir()
    Path("loop.txt").symlink_to("loop.txt")
    Path("dead.txt").symlink_to("nowhere.txt")
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert words in err
    assert (out, err.count("\n"), err.startswith("checker: ")) == ("", 1, True)


def test_every_wrong_setting_is_told_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    write(a_txt=TOLL, checker_toml="encodr = 'x'\ntop_k = 0\nmin_similarity = 'high'\n")
    assert run(["report", "a.txt"]) == 2
    assert capsys.readouterr().err.count("checker: checker.toml: ") == 3


# --- what can be read beside it: a notice, status 0 ---------------------------------------------

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \r\n \t", "is empty"),
        (PNG, "is an image, not text"),
        (b"%PDF-1.7\n%", "is a PDF document"),
        (b"PK\x03\x04rest", "is a ZIP or office document"),
        (bytes(range(256)) * 9, "is a binary file"),
        (TOLL.replace("12", "1\x002"), "is a binary file"),
        (b"\xff\xfe" + b"\x00\xd8" * 40, "is marked as UTF-16 but is not"),
        (b"a" * (MAX_BYTES + 1), "is larger than 20 MB"),
    ],
    ids=lambda value: value[:12].hex() if isinstance(value, bytes) else str(value)[:30],
)
def test_an_unreadable_file_beside_readable_ones_is_a_notice(content: str | bytes, words: str) -> None:
    write(in__a_txt=TOLL, in__b_txt=OTHER, in__c_txt=content)
    made = report("in")
    notice = next(n for n in made.notices if n.code == "unreadable")
    assert notice.file == "c.txt"
    assert notice.message.startswith(f"c.txt: {words}")
    assert "; " in notice.message  # the cure
    assert [row.file for row in made.sources] == ["a.txt", "b.txt"]
    assert run(["report", "in"]) == 0
    assert run(["report", "in", "--strict"]) == 2


def test_a_file_that_may_not_be_read_is_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    write(in__a_txt=TOLL, in__b_txt=OTHER, in__c_txt=TOLL)
    intake(["in"])  # loads the tables, which are files too
    opened = Path.open

    def refuse(path: Path, mode: str = "r") -> IO[Any]:
        if path.name == "c.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    sources, notices = intake(["in"])
    assert [source.file for source in sources] == ["a.txt", "b.txt"]
    assert [(n.code, n.file, n.message) for n in notices] == [("unreadable", "c.txt", "c.txt: may not be read; allow reading it")]


@pytest.mark.parametrize("lang", TEXTS)
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_reads_the_same_in_every_unicode_encoding(lang: str, codec: str) -> None:
    write(in__a_txt=TEXTS[lang].encode(codec), in__b_txt=OTHER)
    row = report("in").row("a.txt")
    assert (row.lang, row.claims, str(row.published.interval)) == (lang, report_of(lang).claims, "2024-06-06")


def report_of(lang: str) -> SourceRow:
    return report([read_text(TEXTS[lang], "a.txt")]).row("a.txt")


@pytest.mark.parametrize(
    ("lang", "codec", "name"), [("ru", "cp1251", "Windows-1251"), ("ru", "koi8-r", "KOI8-R"), ("ar", "cp1256", "Windows-1256")]
)
def test_an_older_encoding_is_recognised_and_said(lang: str, codec: str, name: str) -> None:
    write(in__a_txt=TEXTS[lang].encode(codec), in__b_txt=OTHER)
    made = report("in")
    assert made.row("a.txt").lang == lang
    assert f"a.txt: read as {name}" in said(made)


def test_a_file_of_two_encodings_loses_neither_half() -> None:
    second = "Плотину закрыли в пятницу, сообщили в мэрии.\n"
    write(in__a_txt=TEXTS["ru"].encode() + second.encode("cp1251"), in__b_txt=OTHER)
    made = report("in")
    source = made.readings[0].source
    assert source.text == TEXTS["ru"] + second
    assert "a.txt: mixes two encodings: read as UTF-8 and, line by line, Windows-1251" in said(made)


# --- folders ------------------------------------------------------------------------------------


def test_one_article_alone_is_said_to_be_alone() -> None:
    write(in__a_txt=TOLL)
    assert "only one article was read: there was nothing to compare it with; give at least two" in said(report("in"))
    write(in__b_txt=OTHER)
    assert "alone" not in codes(report("in"))


def test_what_is_no_article_is_counted() -> None:
    write(in__a_txt=TOLL, in__b_txt=OTHER, in__c_jpg=b"x", in__d=b"y")
    assert "2 other file(s) left alone: c.jpg, d" in said(report("in"))


def test_links_in_circles_end() -> None:
    write(in__a_txt=TOLL, in__b_txt=OTHER)
    Path("in/again").symlink_to(".")
    Path("in/one.txt").symlink_to("two.txt")
    Path("in/two.txt").symlink_to("one.txt")
    made = report("in")
    assert [row.file for row in made.sources] == ["a.txt", "b.txt"]
    assert "3 other file(s) left alone: again, one.txt, two.txt" in said(made)


def test_a_pipe_in_a_folder_is_not_waited_for() -> None:
    write(in__a_txt=TOLL, in__b_txt=OTHER)
    os.mkfifo("in/c.txt")
    assert "1 other file(s) left alone: c.txt" in said(report("in"))


def test_one_name_in_two_folders_stays_apart() -> None:
    write(in__x__a_txt=TOLL, in__y__a_txt=OTHER)
    assert [row.file for row in report("in").sources] == ["x/a.txt", "y/a.txt"]
    assert [row.file for row in report(["in/y/a.txt", "in/x/a.txt"]).sources] == ["x/a.txt", "y/a.txt"]


def test_a_file_given_twice_counts_once() -> None:
    write(in__a_txt=TOLL, in__b_txt=OTHER)
    assert len(report(["in", "in/a.txt", "in/../in/b.txt"]).sources) == 2


NAMES = (
    "with space.txt",
    "new\nline.txt",
    "\u202egnp.txt",
    "[bold]x[/x].txt",
    "esc\x1b[2J.txt",
    "=cmd.txt",
    "नाम.txt",
    "اسم.txt",
    "a,b;'\".txt",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("output", ["terminal", "json", "csv"])
def test_odd_file_names_break_no_output(name: str, output: str, capsys: pytest.CaptureFixture[str]) -> None:
    put(f"in/{name}", TOLL)
    put("in/b.txt", OTHER)
    assert run(["report", "in", "--format", output]) == 0
    out, err = capsys.readouterr()
    assert not {"\x1b", "\x07"} & set(out + err)
    assert err == ""
    if output == "json":
        assert name in {source["file"] for source in json.loads(out)["sources"]}
    if output == "terminal":
        assert "\u202e" not in out


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are Unicode")
def test_a_file_name_that_is_no_unicode_is_written_out() -> None:
    Path("in").mkdir()
    with open(b"in/caf\xe9.txt", "wb") as file:  # noqa: PTH123 - Path takes no bytes
        file.write(TOLL.encode())
    write(in__b_txt=OTHER)
    made = report("in")
    assert [row.file for row in made.sources] == ["b.txt", "caf\\xe9.txt"]
    assert "caf" in made.to_json()


# --- texts --------------------------------------------------------------------------------------

ESCAPES = (
    "[bold]Dam[/bold] wall [/x] cracks \x1b[2J\x1b]0;owned\x07\n\nPublished: 6 June 2024\n\n"
    "Mayor Rosa Tambe [/red] said on Thursday that \u202e12\u202c people were [blink]injured\x9b at the Elvery dam.\n"
)


@pytest.mark.parametrize("output", ["terminal", "json", "csv"])
def test_a_text_gives_the_terminal_no_orders(output: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(in__a_txt=ESCAPES, in__b_txt=OTHER)
    assert run(["report", "in", "--format", output, "--show", "all"]) == 0
    out = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\x9b"} & set(out)
    if output == "terminal":
        assert "[/red]" in out
        assert "\u202e" not in out
        assert "control characters that a terminal might obey" in " ".join(out.split())
    assert "<script" not in report("in")._repr_html_()


def test_markup_of_a_text_is_no_markup_of_the_notebook() -> None:
    write(in__a_txt=TOLL.replace("injured", "<script>alert(1)</script> injured <b>"), in__b_txt=OTHER)
    shown = report("in")._repr_html_()
    assert "<script>alert" not in shown
    assert "&lt;script&gt;" in shown


@pytest.mark.parametrize(
    "page",
    [
        "<script>12 people died</script><h1>Dam cracks</h1><p>{}<p>Unclosed <b>bold <i>more",
        "<div>" * 20_000 + "<p>{}</p>",
        "<b><i>" * 10_000 + "{}",
        "<!-- never closed --><p>{}</p><!-- <p>hidden",
        "&" * 5_000 + "<p>{}</p>",
        "<table><tr><td>x" * 200 + "</table><p>{}</p>",
        "<p>{}</p>\x00<p>more",
    ],
    ids=["script", "deep", "deep inline", "comment", "ampersands", "tables", "nul"],
)
def test_broken_pages_are_read(page: str) -> None:
    sentence = "Mayor Rosa Tambe said on Thursday that 12 people were injured at the Elvery dam on 6 June 2024."
    source = read_text(page.format(sentence), "a.html", suffix=".html")
    assert sentence in source.text
    assert "died" not in source.text


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>x</script>", "<!-- all hidden <p>text</p>", "<style>p{}</style>"])
def test_a_page_without_text_is_a_notice(page: str) -> None:
    write(in__a_txt=TOLL, in__c_html=page)
    assert "unreadable" in codes(report("in"), "c.html")


@pytest.mark.parametrize("text", ["😀🎉\n\n👩‍👩‍👧‍👦👍🏽\n", "***\n---\n", "?\n!\n", "۔\n۔\n", "\u202e\u202d\u2066x\u2069"])
def test_a_text_without_a_claim_is_a_notice(text: str) -> None:
    write(in__a_txt=text, in__b_txt=OTHER)
    assert "no-claims" in codes(report("in"), "a.txt")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("th", "นายกเทศมนตรีกล่าวเมื่อวันพฤหัสบดีว่ามีผู้บาดเจ็บ 12 คนที่เขื่อน 2024-06-06"),
        ("bn", "মেয়র বৃহস্পতিবার বলেছেন যে বাঁধে ১২ জন আহত হয়েছেন। 2024-06-06"),
        ("am", "ከንቲባው ሐሙስ እንዳሉት በግድቡ 12 ሰዎች ቆስለዋል። 2024-06-06"),
        ("el", "Η δήμαρχος είπε την Πέμπτη ότι 12 άνθρωποι τραυματίστηκαν στο φράγμα. 2024-06-06"),
        ("zh", "市长在2024-06-06表示，大坝附近有12人受伤。道路已经封闭。"),
        ("fr", "La maire a déclaré jeudi que 12 personnes ont été blessées près du barrage. 2024-06-06"),
    ],
)
def test_a_language_without_data_is_read_and_said(lang: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(in__a_txt=text, in__b_txt=OTHER)
    made = report("in")
    assert made.row("a.txt").lang == lang
    assert f"no language data for '{lang}': only names, digits and ISO dates of it were read" in said(made)
    assert run(["compare", text, text]) == 0
    capsys.readouterr()
    assert run(["claims", "in/a.txt"]) == 0
    assert f"a.txt: no language data for '{lang}': only names, digits and ISO dates of it were read" in capsys.readouterr().err


def test_compare_says_which_text_was_not_read_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "12 died.", "19 died.", "--lang", "sw", "EN-gb"]) == 0
    assert capsys.readouterr().err == "checker: a: no language data for 'sw': only names, digits and ISO dates of it were read [language]\n"


def test_scripts_mixed_in_one_sentence_are_read() -> None:
    mixed = "Mayor रोज़ा तांबे said в четверг that ١٢ people घायल हुए at سد إلفري on 6 June 2024.\n\nЕще 3 человека were घायल.\n"
    write(in__a_txt=mixed, in__b_txt=OTHER)
    assert report("in").row("a.txt").claims


@pytest.mark.parametrize("text", ["Two \udcff died.", "\ud83d Two died.", "Двое \udc80 погибли."])
def test_half_characters_break_nothing(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", text, "Three died."]) == 0
    assert run(["compare", text, "Three died.", "--format", "json"]) == 0
    capsys.readouterr()
    assert "\ufffd" in read_text(text, "a").text
    assert report([read_text(text, "a"), read_text("Three died.", "b")]).to_json().encode()


@pytest.mark.parametrize(
    "text",
    ["x" * 200_000, "word " * 20_000, "a." * 50_000, "(" * 100_000, "12 " * 20_000, '"' * 100_000, ("So it is. " * 4_000), "-\n" * 20_000],
    ids=["letters", "words", "stops", "brackets", "numbers", "quotes", "sentences", "lines"],
)
def test_one_long_line_is_read(text: str) -> None:
    assert len(read_text(text, "a.txt").text) == len(text)
    write(a_txt=text)
    assert run(["claims", "a.txt"]) == 0


def test_long_lists_of_numbers_are_compared() -> None:
    """Sums of any two of so many numbers, compared with each other, would take hours."""
    texts = [", ".join(f"{n + k} people were injured in ward {n}" for n in range(2, 60)) + "." for k in (0, 5)]
    assert compare(*texts, lang=("en", "en")).trace


# --- days ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["0001-01-01", "1980-01-01", "2024-06-05"])
def test_articles_of_the_readers_future_are_told(day: str) -> None:
    write(in__a_txt=TOLL, in__b_txt=OTHER)
    made = report("in", as_of=date.fromisoformat(day))
    assert codes(made, "a.txt") == {"ahead"}
    assert f"is dated 2024-06-06, after the day of reading ({day})" in said(made)


@pytest.mark.parametrize("day", ["0001-01-01", "1980-01-01", "2024-06-06", "2099-01-01", "9999-12-31"])
@pytest.mark.parametrize("published", ["", "\n\nPublished: 1 January 1900", "\n\nPublished: 31 December 9999"])
def test_any_day_of_reading_gives_a_report(day: str, published: str) -> None:
    write(
        in__a_txt=TOLL.replace("\n\nPublished: 6 June 2024", published),
        in__b_txt=OTHER,
        in__c_txt="The dam at Elvery holds.\n\nRosa Tambe left.",
    )
    made = report("in", as_of=date.fromisoformat(day))
    assert made.to_json()
    for row in made.sources:
        bounds = row.published.interval
        assert bounds.earliest is not None
        assert bounds.latest is not None
        assert bounds.earliest <= bounds.latest


# --- the library --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (pd.DataFrame({"body": ["x"]}), "a frame needs a column 'text'"),
        (pd.DataFrame({"text": []}), "nothing to read: no article was given"),
        (pd.DataFrame({"text": [None, float("nan"), ""]}), "nothing to read: row0000: holds no readable text"),
        (pd.DataFrame([["x", "y"]], columns=["text", "text"]), "the frame has two columns 'text'"),
        (pd.DataFrame({"text": [TOLL, OTHER], "source": ["a", "a"]}), "two sources carry the name a; give each its own"),
        (pd.DataFrame({"text": [TOLL], "published": ["6 June"]}), "row0000: published is not an ISO date: '6 June'; write it like"),
        (pd.DataFrame({"text": [TOLL], "lang": ["English"]}), "row0000: not a language code: 'English'"),
    ],
)
def test_a_frame_that_cannot_be_read_says_why(frame: pd.DataFrame, words: str) -> None:
    with pytest.raises(InputError, match=re.escape(words)):
        report(frame)


def test_missing_values_of_a_frame_count_as_not_given() -> None:
    frame = pd.DataFrame(
        {
            "text": [TOLL, OTHER, float("nan"), 12.5, "  "],
            "source": ["a", None, float("nan"), pd.NA, "e"],
            "published": [pd.NaT, pd.NA, None, None, None],
            "lang": [None, float("nan"), "", "en", "ur"],
        }
    )
    made = report(frame)
    assert [row.file for row in made.sources] == ["a", "row0001"]
    assert {n.file: n.message.partition(";")[0] for n in made.notices if n.code == "unreadable"} == {
        "row0002": "row0002: holds no readable text",
        "row0003": "row0003: holds no text but a value of type float",
        "e": "e: holds no readable text",
    }


EAST, WEST = timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=8))


@pytest.mark.parametrize(
    "published",
    [
        "2024-06-07",
        " 2024-06-07 ",
        "2024-06-07T23:30:00-08:00",
        date(2024, 6, 7),
        datetime(2024, 6, 7, 0, 30, tzinfo=EAST),
        datetime(2024, 6, 7, 23, 30, tzinfo=WEST),
        pd.Timestamp("2024-06-07 23:59", tz="Asia/Karachi"),
        datetime(2024, 6, 7, tzinfo=UTC),
    ],
)
def test_a_time_stamp_keeps_its_own_calendar_day(published: object) -> None:
    made = report(pd.DataFrame({"text": [TOLL, OTHER], "published": [published, published]}))
    assert [str(row.published.interval) for row in made.sources] == ["2024-06-07"] * 2
    assert {row.published.basis for row in made.sources} == {"argument"}


def test_a_whole_column_of_time_stamps_with_a_zone_is_read() -> None:
    column = pd.to_datetime(["2024-06-07 23:30", "2024-06-08 00:30"]).tz_localize("Asia/Kolkata")
    made = report(pd.DataFrame({"text": [TOLL, OTHER], "published": column}))
    assert [str(row.published.interval) for row in made.sources] == ["2024-06-07", "2024-06-08"]


@pytest.mark.parametrize("inputs", [[], (), [12], [None], [pd.DataFrame({"text": [TOLL]})]])
def test_what_is_no_input_is_an_input_error(inputs: list[str]) -> None:
    with pytest.raises(InputError):
        report(inputs)


def test_two_sources_of_one_name_are_refused() -> None:
    with pytest.raises(InputError, match="two sources carry the name a; give each its own"):
        report([read_text(TOLL, "a"), read_text(OTHER, "a")])


@pytest.mark.parametrize("values", [{"min_confidence": 2}, {"encoder": ""}, {"as_of": "soon"}, {"top_k": 0}, {"fail_on": "always"}])
def test_settings_are_checked_in_the_library_too(values: dict[str, Any]) -> None:
    with pytest.raises(SettingsError):
        Settings(**values)


def test_texts_of_many_sentences_are_compared() -> None:
    answer = compare("Twelve people died in the fire at the port. " * 60, "Nineteen people died in the fire at the port. " * 60)
    assert answer.verdict == "contradiction"


# --- the program --------------------------------------------------------------------------------


def program(*arguments: str, shell: str = '"$@"') -> subprocess.CompletedProcess[bytes]:
    """The real program, in a shell line that may redirect it."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"} | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    command = ["bash", "-c", shell, "bash", sys.executable, "-m", "checker", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, check=False)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["rules"], ["report", "in"], ["claims", "in"], ["report", "--help"]])
def test_a_reader_that_stops_early_is_no_error(arguments: list[str]) -> None:
    write(in__a_txt=TOLL, in__b_txt=OTHER)
    done = program(*arguments, shell='"$@" | true; exit ${PIPESTATUS[0]}')
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    ("shell", "words"),
    [
        ('"$@" >/dev/full', b"checker: cannot write to standard output: No space left on device\n"),
        ('"$@" >&-', b"checker: standard output is closed; give --output FILE\n"),
        ('"$@" >/dev/full 2>&-', b""),
    ],
)
def test_an_output_that_fails_is_one_line(shell: str, words: bytes) -> None:
    done = program("rules", shell=shell)
    assert (done.returncode, done.stderr) == (2, words)


def test_an_interruption_is_one_line_and_status_2() -> None:
    script = (
        "import signal, sys; import checker.intake as module; read = module.intake\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored where the tests run in the background
        "def intake(inputs): signal.raise_signal(signal.SIGINT); return read(inputs)\n"
        "module.intake = intake\n"
        "from checker.__main__ import main; sys.argv = ['checker', 'report', 'in']; main()"
    )
    write(in__a_txt=TOLL)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"checker: interrupted\n")
