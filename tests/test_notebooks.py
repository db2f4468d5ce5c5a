"""The notebooks run from top to bottom, wherever they are started, and are kept without outputs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import StringIO
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
QUICKSTART = ROOT / "notebooks" / "01_quickstart.ipynb"
_SECONDS = 300

pytest.importorskip("ipykernel", reason="notebooks run in a kernel, and ipykernel is not installed")


def read(path: Path) -> NotebookNode:
    notebook: NotebookNode = nbformat.reads(path.read_text("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def executed(path: Path, folder: Path) -> NotebookNode:
    """The notebook after a run in a kernel of its own, started in ``folder``."""
    from nbclient import NotebookClient

    return NotebookClient(read(path), timeout=_SECONDS, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()


@pytest.fixture(scope="module", autouse=True)
def own_jupyter_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep kernels from the settings and the history of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        patch.setenv("JUPYTER_PLATFORM_DIRS", "1")
        yield


@pytest.fixture(scope="module")
def run() -> Callable[[str], NotebookNode]:
    """A notebook by the start of its name, run once from the folder of the notebooks."""

    @cache
    def once(start: str) -> NotebookNode:
        (path,) = [path for path in NOTEBOOKS if path.stem.startswith(start)]
        return executed(path, path.parent)

    return once


@pytest.fixture(scope="module")
def quickstart(run: Callable[[str], NotebookNode]) -> NotebookNode:
    return run("01")


def outputs(notebook: NotebookNode, kind: str) -> list[str]:
    """What the cells show, in one form."""
    shown = [out for cell in notebook.cells if cell.cell_type == "code" for out in cell.outputs]
    return [str(out["data"][kind]) for out in shown if kind in out.get("data", {})]


def frames(notebook: NotebookNode) -> list[pd.DataFrame]:
    """The tables that the cells show."""
    return [pd.read_html(StringIO(page))[0] for page in outputs(notebook, "text/html") if 'class="dataframe"' in page]


def frame_with(notebook: NotebookNode, *columns: str) -> pd.DataFrame:
    """The one table that has these columns."""
    (found,) = [frame for frame in frames(notebook) if set(columns) <= {str(column) for column in frame.columns}]
    return found


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_clean(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        assert cell.cell_type != "code" or (cell.outputs == [] and cell.execution_count is None), cell.id
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.metadata.kernelspec.name == "python3"
    assert set(notebook.metadata.language_info) == {"name"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_name_no_place_on_one_machine(path: Path) -> None:
    assert not re.findall(r"""["'(](?:/|[A-Z]:\\|~)[^"')]*""", "\n".join(cell.source for cell in read(path).cells))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_links_between_notebooks_lead_somewhere(path: Path) -> None:
    text = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")
    assert [target for target in re.findall(r"\]\(([^)#]+)\)", text) if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_line_of_code_runs_over_the_edge(path: Path) -> None:
    lines = [line for cell in read(path).cells if cell.cell_type == "code" for line in cell.source.splitlines()]
    assert [line for line in lines if len(line) > 125] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_through_and_warns_of_nothing(path: Path, run: Callable[[str], NotebookNode]) -> None:
    streams = [out for cell in run(path.stem[:2]).cells if cell.cell_type == "code" for out in cell.outputs if out.output_type == "stream"]
    assert [out.text for out in streams if out.name == "stderr"] == []


def test_the_report_shows_itself_as_html(quickstart: NotebookNode) -> None:
    pages = [page for page in outputs(quickstart, "text/html") if 'class="ccr"' in page]
    assert len(pages) == 2, "the whole report, and the surest of its contradictions"
    whole = pages[0]
    assert "<mark>" in whole
    assert {'lang="hi"', 'lang="ur"', 'lang="en"', 'lang="ar"', 'lang="ru"'} <= set(re.findall(r'lang="\w\w"', whole))


def test_the_table_holds_contradictions_across_languages(quickstart: NotebookNode) -> None:
    found = frame_with(quickstart, "types", "a_sentence", "b_sentence")
    assert len(found) >= 1
    assert (found["a_lang"] != found["b_lang"]).any()


def test_a_finding_is_taken_apart(quickstart: NotebookNode) -> None:
    steps = frame_with(quickstart, "facet", "weight", "total")
    assert len(steps) >= 5
    assert steps["weight"].cumsum().sub(steps["total"]).abs().max() < 0.01


def test_undated_articles_come_with_their_clues(quickstart: NotebookNode) -> None:
    sources = frame_with(quickstart, "published_basis", "stale")
    undated = sources.loc[sources["published_basis"] == "inferred", "file"]
    clues = frame_with(quickstart, "article", "clue")
    assert len(sources) == 7
    assert set(undated) == set(clues["article"]) == {"001.txt", "006.txt"}
    assert set(sources.loc[sources["stale"], "file"]) == {"006.txt"}


def test_two_sentences_are_compared_at_one_time_and_at_two(quickstart: NotebookNode) -> None:
    same_day, later = (text for text in outputs(quickstart, "text/plain") if text.startswith(("('contradiction'", "('temporal_shift'")))
    assert "number" in same_day
    assert "both can be right" in later


def test_fewer_findings_are_left_the_surer_they_must_be(quickstart: NotebookNode) -> None:
    numbers = frame_with(quickstart, "verdict", "from 0.9").filter(like="from")
    assert numbers.to_numpy().any()
    assert (numbers.diff(axis="columns").iloc[:, 1:] <= 0).all(axis=None)


def test_the_quickstart_runs_from_the_top_of_the_project_too(quickstart: NotebookNode) -> None:
    again = executed(QUICKSTART, ROOT)
    assert outputs(again, "text/html") == outputs(quickstart, "text/html")


@pytest.mark.parametrize(("start", "pictures"), [("01", 4), ("02", 1), ("03", 2), ("05", 1)])
def test_pictures_show_themselves_with_words_under_the_mouse(start: str, pictures: int, run: Callable[[str], NotebookNode]) -> None:
    pages = [page for page in outputs(run(start), "text/html") if 'class="ccr-picture"' in page]
    assert len(pages) == pictures
    assert all("<title>" in page and "currentColor" in page for page in pages)
    assert len(outputs(run(start), "image/png")) >= pictures


def test_the_quickstart_has_a_picture_to_look_around_in_that_brings_its_scripts(quickstart: NotebookNode) -> None:
    (page,) = [page for page in outputs(quickstart, "text/html") if 'class="ccr-live"' in page]
    assert "vegaEmbed" in page
    assert not re.findall(r"<script[^>]+src=|<link", page)


@pytest.mark.parametrize("start", ["01", "04", "05"])
def test_tables_show_right_to_left_sentences_as_such(start: str, run: Callable[[str], NotebookNode]) -> None:
    tables = [page for page in outputs(run(start), "text/html") if 'class="dataframe"' in page]
    assert any('<td dir="rtl">' in page for page in tables)


def test_a_claim_and_a_finding_are_shown_with_what_was_read(run: Callable[[str], NotebookNode]) -> None:
    pages = [page for page in outputs(run("02"), "text/html") if 'class="ccr"' in page]
    assert any("<mark>" in page for page in pages)
    assert any("event" in page and 'class="f plain"' in page for page in pages)
    frame_with(run("02"), "second text of", "verdict")


def test_the_first_meeting_is_dated_before_the_second_visit(run: Callable[[str], NotebookNode]) -> None:
    first = next(frame for frame in frames(run("03")) if {"file", "published_latest", "stale"} <= set(frame.columns))
    undated = first.set_index("file").loc["subh"]
    assert undated["published_basis"] == "inferred"
    assert undated["published_earliest"] <= "2025-10-15" <= undated["published_latest"] < "2026-01-01"


def test_the_old_flood_is_flagged_until_its_day_is_known(run: Callable[[str], NotebookNode]) -> None:
    assert any("stale-article" in page and "forwarded" in page for page in outputs(run("03"), "text/html"))
    known = [frame for frame in frames(run("03")) if {"file", "published_basis", "stale"} <= set(frame.columns)][-1]
    assert known["stale"].tolist() == [False, False, False]


def test_precision_and_recall_come_with_intervals(run: Callable[[str], NotebookNode]) -> None:
    curve = frame_with(run("04"), "from", "precision", "low", "high", "recall")
    assert ((curve["low"] <= curve["precision"]) & (curve["precision"] <= curve["high"])).all()
    assert (curve["recall"].diff().iloc[1:] <= 0).all()


def test_a_desk_keeps_its_articles_and_learns_what_is_new(run: Callable[[str], NotebookNode]) -> None:
    assert any("There is no built-in archive yet" in cell.source for cell in run("05").cells)
    kept = frame_with(run("05"), "source", "published", "lang", "letters")
    assert kept["source"].tolist() == ["000.txt", "001.txt", "002.txt", "005.txt"]
    claims = frame_with(run("05"), "file", "claims", "dated")
    assert len(claims) == 6


def test_a_draft_beside_articles_held_open_is_told_of_the_wrong_day(run: Callable[[str], NotebookNode]) -> None:
    told = [frame for frame in frames(run("05")) if frame.get("message") is not None and frame["message"].str.contains("draft").any()]
    assert [frame[frame["verdict"] == "contradiction"]["types"].tolist() for frame in told] == [["date"]]


def test_a_detector_of_ones_own_sees_the_denial_and_the_notice_names_the_language(run: Callable[[str], NotebookNode]) -> None:
    assert any('class="ccr"' in page and "denied" in page for page in outputs(run("06"), "text/html"))
    texts = outputs(run("06"), "text/plain")
    assert any("A201" in text for text in texts)
    assert any("Level.CONFLICT" in text for text in texts)
    assert any("no language data for 'es'" in text for text in texts)
