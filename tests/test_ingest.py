"""Files to sources: finding them, decoding them, and what plain text and Markdown become."""

from __future__ import annotations

import os
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.ingest import MAX_BYTES, find_articles, formats, read_path, read_text
from claims.ingest.decode import decode
from claims.model import DateCandidate, Source, UnreadableError

TEXTS = {
    "en": "The café’s owner said £40 was “too much” for a table on the bridge.",
    "ru": "Губернатор подписал указ о закрытии моста на ремонт.",
    "ar": "أعلنت البلدية إغلاق الجسر القديم أمام حركة السير.",
    "ur": "وزير نے کہا ہے کہ پل جمعہ تک بند رہے گا",
    "hi": "परिषद ने पुल को शुक्रवार तक बंद करने का फैसला किया।",
}


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("The bridge is closed until Friday, the mayor said.\n", "utf-8")


def names(*paths: Path) -> list[str]:
    return [name for _, name in find_articles(paths).articles]


class TestFinding:
    def test_a_folder_yields_its_articles_sorted(self, tmp_path: Path) -> None:
        write(tmp_path, "b.txt", "a.md", "sub/c.HTML", "sub/d.htm", "gold.json", "x.pdf", "README", ".hidden.txt", ".git/a.txt")
        found = find_articles([tmp_path])
        assert [name for _, name in found.articles] == ["a.md", "b.txt", "sub/c.HTML", "sub/d.htm"]
        assert [name for name, _ in found.ignored] == ["README", "gold.json", "x.pdf"]

    def test_a_single_file_has_its_own_name(self, tmp_path: Path) -> None:
        write(tmp_path, "deep/down/a.txt")
        assert names(tmp_path / "deep/down/a.txt") == ["a.txt"]

    def test_names_do_not_depend_on_the_order_of_the_paths(self, tmp_path: Path) -> None:
        write(tmp_path, "x/a.txt", "y/a.txt", "y/z/b.txt")
        paths = [tmp_path / "x", tmp_path / "y" / "a.txt", tmp_path / "y" / "z"]
        assert {tuple(names(*p)) for p in permutations(paths)} == {("x/a.txt", "y/a.txt", "y/z/b.txt")}

    def test_a_file_given_twice_counts_once(self, tmp_path: Path) -> None:
        write(tmp_path, "a.txt", "b.txt")
        assert names(tmp_path, tmp_path / "a.txt", tmp_path / "." / "a.txt") == ["a.txt", "b.txt"]

    def test_a_link_to_a_file_counts_once(self, tmp_path: Path) -> None:
        write(tmp_path, "a.txt")
        (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
        assert names(tmp_path) == ["a.txt"]

    def test_a_folder_that_links_back_to_itself_ends(self, tmp_path: Path) -> None:
        write(tmp_path, "sub/a.txt")
        (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
        found = find_articles([tmp_path])
        assert [name for _, name in found.articles] == ["sub/a.txt"]
        assert found.ignored == (("sub/up", "a link back to a folder above it"),)

    def test_a_missing_path_is_an_error_that_names_it(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableError, match=r"none\.txt: does not exist; check the path"):
            find_articles([tmp_path / "none.txt"])

    def test_a_link_that_leads_to_itself_is_an_error(self, tmp_path: Path) -> None:
        (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
        with pytest.raises(UnreadableError, match="leads back to itself"):
            find_articles([tmp_path / "loop.txt"])

    def test_no_paths_find_nothing(self) -> None:
        assert find_articles([]).articles == ()

    def test_every_format_has_its_suffixes(self) -> None:
        assert {".txt", ".md", ".html", ".htm"} <= set(formats())


ONE_BYTE = [
    ("ru", "cp1251", "Windows-1251"),
    ("ru", "koi8_r", "KOI8-R"),
    ("ar", "cp1256", "Windows-1256"),
    ("ur", "cp1256", "Windows-1256"),
    ("en", "cp1252", "Windows-1252"),
]


class TestDecoding:
    @pytest.mark.parametrize("lang", sorted(TEXTS))
    @pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_unicode_with_or_without_a_mark_needs_no_note(self, lang: str, codec: str) -> None:
        assert decode(TEXTS[lang].encode(codec), "a") == type(decode(b"a", "a"))(TEXTS[lang])

    @pytest.mark.parametrize("lang", sorted(TEXTS))
    @pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
    def test_utf16_without_a_mark_is_noted(self, lang: str, codec: str) -> None:
        found = decode(TEXTS[lang].encode(codec), "a")
        assert (found.text, found.notes) == (TEXTS[lang], ("read as UTF-16, which it does not say it is",))

    @pytest.mark.parametrize(("lang", "codec", "name"), ONE_BYTE)
    def test_one_byte_encodings_are_told_apart(self, lang: str, codec: str, name: str) -> None:
        found = decode(TEXTS[lang].encode(codec), "a")
        assert (found.text, found.notes) == (TEXTS[lang], (f"read as {name}",))

    @pytest.mark.parametrize("text", ["Мост закрыт.", "СРОЧНО: ПАРОМ СЕЛ НА МЕЛЬ", "Порт: 3 судна, 12 кранов"])
    @pytest.mark.parametrize("codec", ["cp1251", "koi8_r"])
    def test_short_russian_texts_and_capitals_too(self, text: str, codec: str) -> None:
        assert decode(text.encode(codec), "a").text == text

    def test_a_page_is_read_as_it_declares(self) -> None:
        page = f'<html><head><meta charset="windows-1251"></head><p>{TEXTS["ru"]}</p>'
        found = decode(page.encode("cp1251"), "a")
        assert (found.text, found.notes) == (page, ("read as windows-1251, as it declares",))

    def test_a_few_damaged_bytes_do_not_hide_the_rest(self) -> None:
        found = decode(TEXTS["hi"].encode()[:-1], "a")
        assert found.text == TEXTS["hi"][:-1] + "\ufffd"
        assert found.notes == ("holds 1 damaged character, shown as \ufffd",)

    def test_control_characters_stay_and_are_noted(self) -> None:
        found = decode(b"The \x1b[31mbridge\x07 is closed.\r\n\tSo", "a")
        assert found.text == "The \x1b[31mbridge\x07 is closed.\r\n\tSo"
        assert "2 control characters" in found.notes[0]

    @pytest.mark.parametrize(
        ("data", "trouble"),
        [
            (b"", "is empty"),
            (b" \r\n\t ", "is empty"),
            (b"\xef\xbb\xbf\n", "is empty"),
            (b"%PDF-1.7 ...", "a PDF document"),
            (b"PK\x03\x04....", "a ZIP or office document"),
            (b"\x89PNG\r\n\x1a\n", "an image"),
            (bytes(range(256)) * 8, "binary"),
            (b"words\x00\x01\x02 and words", "binary"),
        ],
    )
    def test_what_is_no_text_is_an_error_with_a_cure(self, data: bytes, trouble: str) -> None:
        with pytest.raises(UnreadableError, match=trouble) as error:
            decode(data, "a.txt")
        assert error.value.file == "a.txt"
        assert error.value.cure

    @given(st.binary(max_size=200))
    def test_any_bytes_are_text_or_unreadable(self, data: bytes) -> None:
        try:
            found = decode(data, "a").text
        except UnreadableError:
            return
        assert any(c.isprintable() for c in found)

    @given(st.text(max_size=200).map(lambda t: "The " + t.replace("\x00", "")))
    def test_utf8_comes_back_verbatim(self, text: str) -> None:
        assert decode(text.encode("utf-8"), "a").text == text


class TestReading:
    def test_the_limit_is_kept_without_reading_further(self, tmp_path: Path) -> None:
        with (tmp_path / "big.txt").open("wb") as stream:
            os.truncate(stream.fileno(), MAX_BYTES * 50)
        with pytest.raises(UnreadableError, match="larger than 20 MB; give single articles"):
            read_path(tmp_path / "big.txt", "big.txt")

    @pytest.mark.parametrize("name", ["a.json", "a.docx"])
    def test_an_unknown_kind_is_an_error_that_lists_the_known(self, tmp_path: Path, name: str) -> None:
        write(tmp_path, name)
        with pytest.raises(UnreadableError, match=r"unknown kind .*\.txt"):
            read_path(tmp_path / name, name)

    def test_a_file_without_suffix_is_text(self, tmp_path: Path) -> None:
        write(tmp_path, "draft")
        assert read_path(tmp_path / "draft", "draft")[0].lang == "en"

    def test_a_folder_or_a_missing_file_is_an_error(self, tmp_path: Path) -> None:
        (tmp_path / "d.txt").mkdir()
        with pytest.raises(UnreadableError, match="is a folder"):
            read_path(tmp_path / "d.txt", "d.txt")
        with pytest.raises(UnreadableError, match="does not exist"):
            read_path(tmp_path / "e.txt", "e.txt")

    def test_a_file_that_may_not_be_read_is_an_error(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path, "a.txt")

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(UnreadableError, match="may not be read; allow reading it"):
            read_path(tmp_path / "a.txt", "a.txt")

    def test_the_default_language_counts_only_where_the_text_does_not_tell(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("12:45\n18,000", "utf-8")
        (tmp_path / "b.txt").write_text(TEXTS["ru"], "utf-8")
        assert read_path(tmp_path / "a.txt", "a.txt", "ur")[0].lang == "ur"
        assert read_path(tmp_path / "b.txt", "b.txt", "ur")[0].lang == "ru"

    def test_a_given_language_is_used_as_given(self) -> None:
        assert read_text(TEXTS["ru"], "a", "bg").lang == "bg"


class TestText:
    def test_the_text_is_the_file_verbatim(self, tmp_path: Path) -> None:
        text = "Bridge shut\r\n\r\n\u202bThe bridge\u202c is\u200b closed until Friday, the mayor said.\r\n"
        (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
        source, notes = read_path(tmp_path / "a.txt", "a.txt")
        assert (source.text, notes) == (text, ())
        assert source.title is not None
        assert source.title.of(text) == "Bridge shut"

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_lines_are_counted_whatever_ends_them(self, end: str) -> None:
        source = read_text(end.join(["Bridge shut", "", "The bridge is closed.", "It opens in May."]), "a")
        assert [source.line_and_column(source.text.index(w)) for w in ("Bridge", "The", "May")] == [(1, 1), (3, 1), (4, 13)]


class TestMarkdown:
    TEXT = """---
title: "Old bridge shut"
date: 2025-05-04T23:50:00-07:00
updated: 2025-05-06
lang: en-GB
author: Ann Field
---

<!-- checked
twice -->

The bridge over the **Lea** was shut on Friday, the
[mayor](https://example.org/m.html) said. It opens in May.

## What next ##

- Buses run every hour.
- Trains do not run.
1. Ferries wait.

> "We are sorry," he said.

```
x = 1. Not a sentence.
```

| a | b |
|---|---|

![The bridge](bridge.jpg)

[1]: https://example.org

Also read: Ferry fares to rise
"""

    @pytest.fixture
    def source(self) -> Source:
        return read_text(self.TEXT, "a.md", suffix=".md")

    def test_front_matter_feeds_title_dates_and_author(self, source: Source) -> None:
        assert source.title is not None
        assert source.title.of(source.text) == "Old bridge shut"
        assert [(c.basis, str(c.interval)) for c in source.dates] == [("front-matter", "2025-05-04"), ("modified", "2025-05-06")]
        assert (source.byline, source.lang, source.text) == ("Ann Field", "en", self.TEXT)

    def test_markup_stays_out_of_the_body(self, source: Source) -> None:
        body = [b.span.of(source.text) for b in source.blocks if b.kind == "body"]
        assert body == [
            "The bridge over the **Lea** was shut on Friday, the\n[mayor](https://example.org/m.html) said. It opens in May.",
            "What next",
            "Buses run every hour.",
            "Trains do not run.",
            "Ferries wait.",
            '"We are sorry," he said.',
        ]

    def test_everything_else_has_a_reason(self, source: Source) -> None:
        reasons = {b.reason for b in source.blocks if b.kind == "boilerplate"}
        assert reasons == {"front matter", "comment", "code", "table", "link", "related story"}
        assert [b.kind for b in source.blocks if b.reason == "picture"] == ["caption"]

    @pytest.mark.parametrize("heading", ["# Bridge shut\n", "Bridge shut\n===========\n", "# Bridge shut #\n", "## Bridge shut\n"])
    def test_a_heading_first_is_the_title(self, heading: str) -> None:
        source = read_text(f"{heading}\nThe bridge was shut on Friday, the mayor said.\n", "a.md", suffix=".md")
        assert source.title is not None
        assert source.title.of(source.text) == "Bridge shut"

    def test_front_matter_that_never_closes_is_text(self) -> None:
        source = read_text("---\ntitle: x\n\nThe bridge was shut on Friday, the mayor said.", "a.md", suffix=".md")
        assert source.dates == ()

    @given(
        st.lists(
            st.sampled_from(
                ["---", "```", "<!--", "-->", "# a", "> b", "- c", "Word. Word.", "", "===", "| t", "date: 2025-01-02", "[x]: y"]
            )
        )
    )
    def test_blocks_of_any_markdown_are_ordered(self, lines: list[str]) -> None:
        text = "\n".join([*lines, "The bridge was shut."])
        blocks = read_text(text, "a.md", "en", suffix=".md").blocks
        assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))


def test_dates_are_candidates_with_their_words() -> None:
    source = read_text("---\ndate: 2025-05\n---\nThe bridge was shut.\n", "a.md", suffix=".md")
    (found,) = source.dates
    assert isinstance(found, DateCandidate)
    assert (str(found.interval), found.text) == ("2025-05-01 to 2025-05-31", "2025-05")
