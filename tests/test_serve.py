"""The service, asked over a real socket: every kind of draft, every format, and a clear answer to whatever is no draft."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from checker import check
from checker.cli import run
from checker.cli import serve as command
from checker.render import formats
from checker.service.answers import RefusedError, choose
from checker.service.bench import Bench, Deadline
from claims.ingest import read_text

ROOT = Path(__file__).parent.parent
ARTICLES = {
    "gazette.txt": """Roof of Orlen market falls in

Published: 11 April 2025

The roof of the covered market in Orlen fell in on Thursday. Nine people were injured, mayor Ines Varga said.
""",
    "sahifa.txt": """انهيار سقف سوق أورلن

12 أبريل 2025

أصيب 14 شخصا في انهيار سقف سوق أورلن يوم الخميس، بحسب العمدة إينيس فارغا.
""",
}
TEXT = "On Thursday 14 people were injured when the roof of the market in Orlen fell in, mayor Ines Varga said."
MARKDOWN = f"---\ndate: 2025-04-12\n---\n\n# Market roof falls in\n\n{TEXT}\n"
PAGE = f"<!doctype html><html lang='en'><head><title>Market</title></head><body><article><p>{TEXT}</p></article></body></html>"
TOKEN = "a-token-for-tests"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("secret-place")
    for name, text in ARTICLES.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@contextmanager
def served(folder: Path, *options: str) -> Iterator[tuple[str, list[str], subprocess.Popen[str]]]:
    """The address of a running service, what it has said so far, and its process."""
    program = [sys.executable, "-m", "checker", "serve", "--against", str(folder), "--port", "0", *options]
    with subprocess.Popen(program, cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr is not None
        said: list[str] = []
        for line in process.stderr:
            said.append(line)
            if address := re.search(r"at (http://\S+)", line):
                break
        else:
            pytest.fail("".join(said))
        rest = threading.Thread(target=lambda: said.extend(process.stderr or ()), daemon=True)
        rest.start()
        try:
            yield address[1].replace("0.0.0.0", "127.0.0.1"), said, process
        finally:
            process.terminate()
            process.wait(30)
            rest.join(5)


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder, "--max-bytes", "20000") as (address, _, _):
        yield address


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=60) as opened:
        yield opened


def post(client: httpx.Client, content: str | bytes, kind: str = "text/plain", query: str = "", **headers: str) -> httpx.Response:
    return client.post(f"/check{query}", content=content, headers={"Content-Type": kind, **headers})


def code(response: httpx.Response) -> str:
    """The error's word; its answer is always JSON with a sentence."""
    error = response.json()["error"]
    assert set(response.json()) == {"error"}
    assert set(error) == {"code", "message"}
    assert error["message"]
    return str(error["code"])


# --- what is answered ------------------------------------------------------------------------------


def test_health_tells_version_and_sources(client: httpx.Client) -> None:
    told = client.get("/health").json()
    assert (told["status"], told["sources"]) == ("ok", 2)
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", told["version"])


def test_the_answer_is_that_of_the_library(client: httpx.Client, folder: Path) -> None:
    answer = post(client, MARKDOWN, "text/markdown")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.text == check(read_text(MARKDOWN, "draft", suffix=".md"), [folder]).to_json() + "\n"
    assert answer.json()["findings"]


@pytest.mark.parametrize(("kind", "body"), [("text/plain; charset=utf-8", TEXT), ("text/markdown", MARKDOWN), ("text/html", PAGE)])
def test_drafts_of_every_kind_are_read(client: httpx.Client, kind: str, body: str) -> None:
    report = post(client, body, kind, "?as_of=2025-04-12").json()
    assert report["findings"]
    assert {finding["a"]["sentence"] for finding in report["findings"]} == {TEXT}


def test_json_tells_what_the_sender_knows(client: httpx.Client) -> None:
    draft = {"text": TEXT, "name": "desk/market.txt", "lang": "en", "published": "2025-04-12"}
    source = next(s for s in client.post("/check", json=draft).json()["sources"] if s["file"] == "desk/market.txt")
    assert (source["lang"], source["published"]["earliest"], source["published"]["basis"]) == ("en", "2025-04-12", "argument")


def test_a_draft_may_carry_the_name_of_an_article(client: httpx.Client) -> None:
    report = client.post("/check", json={"text": TEXT, "name": "gazette.txt"}).json()
    assert report["run"]["drafts"] == ["gazette.txt (draft)"]
    assert len(report["sources"]) == 3


@pytest.mark.parametrize("name", formats())
def test_every_format_can_be_asked_for(client: httpx.Client, name: str) -> None:
    answer = post(client, MARKDOWN, "text/markdown", f"?format={name}")
    assert answer.status_code == 200
    assert answer.text.strip() or name == "rdjsonl", "only a list of what is wrong may be empty"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("application/json", "application/json"),
        ("application/sarif+json", "application/sarif+json"),
        ("text/csv;q=0.5, text/html;q=0.9", "text/html"),
        ("text/html;q=0, application/json", "application/json"),
        ("*/*", "application/json"),
    ],
)
def test_the_accept_header_chooses(client: httpx.Client, accept: str, kind: str) -> None:
    answer = post(client, MARKDOWN, "text/markdown", Accept=accept)
    assert answer.headers["content-type"].partition(";")[0] == kind


def test_a_format_asked_for_comes_before_the_accept_header(client: httpx.Client) -> None:
    assert post(client, TEXT, query="?format=csv", Accept="text/html").headers["content-type"].startswith("text/csv")


def test_options_of_the_report_count(client: httpx.Client) -> None:
    assert post(client, MARKDOWN, "text/markdown", "?min_confidence=1").json()["findings"] == []
    assert post(client, TEXT, query="?as_of=2025-05-01").json()["run"]["as_of"]["value"] == "2025-05-01"
    page = post(client, MARKDOWN, "text/markdown", "?format=html&show=stale").text
    assert 'class="finding' not in page


def test_answers_are_kept_by_nobody_and_read_by_no_other_page(client: httpx.Client) -> None:
    answer = post(client, TEXT, Origin="https://elsewhere.example")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert client.options("/check", headers={"Origin": "https://elsewhere.example"}).status_code == 405


# --- what is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "body", "query", "status", "word"),
    [
        ("text/plain", "", "", 400, "empty"),
        ("text/plain", " \n ", "", 400, "empty"),
        ("application/json", "{", "", 400, "invalid-json"),
        ("application/json", "[]", "", 422, "invalid"),
        ("application/json", "{}", "", 422, "invalid"),
        ("application/json", '{"text": ""}', "", 422, "invalid"),
        ("application/json", '{"text": "x", "titel": "y"}', "", 422, "invalid"),
        ("application/json", '{"text": "x", "lang": "English"}', "", 422, "invalid"),
        ("application/json", '{"text": "x", "published": "yesterday"}', "", 422, "invalid"),
        ("application/json", '{"text": "x", "name": "a\\u0000b"}', "", 422, "invalid"),
        ("application/json", '{"text": " \\u200b "}', "", 422, "unreadable"),
        ("text/html", "<script>x</script>", "", 422, "unreadable"),
        ("text/plain", b"%PDF-1.7\n%", "", 422, "unreadable"),
        ("text/plain", bytes(range(256)) * 9, "", 422, "unreadable"),
        ("application/pdf", "x", "", 415, "unknown-kind"),
        ("", "x", "", 415, "unknown-kind"),
        ("text/plain", "x", "?format=pdf", 422, "invalid"),
        ("text/plain", "x", "?show=everything", 422, "invalid"),
        ("text/plain", "x", "?as_of=soon", 422, "invalid"),
        ("text/plain", "x", "?min_confidence=2", 422, "invalid"),
        ("text/plain", "x" * 20_001, "", 413, "too-large"),
    ],
)
def test_what_is_no_draft_gets_one_clear_error(
    client: httpx.Client, kind: str, body: str | bytes, query: str, status: int, word: str
) -> None:
    answer = post(client, body, kind, query)
    assert (answer.status_code, code(answer)) == (status, word)


def test_a_body_that_does_not_tell_its_length_is_cut_off_too(client: httpx.Client) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 1000

    answer = client.post("/check", content=endless(), headers={"Content-Type": "text/plain"})
    assert (answer.status_code, code(answer)) == (413, "too-large")


def test_none_of_the_formats_accepted_is_an_error(client: httpx.Client) -> None:
    answer = post(client, TEXT, Accept="image/png")
    assert (answer.status_code, code(answer)) == (406, "not-acceptable")


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/check", 405), ("GET", "/nothing", 404), ("DELETE", "/health", 405)])
def test_other_paths_and_methods_are_errors_like_any_other(client: httpx.Client, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, code(answer)) == (status, "not-here")


def test_a_page_elsewhere_cannot_lead_its_own_name_here(client: httpx.Client) -> None:
    answer = post(client, TEXT, Host="attacker.example")
    assert (answer.status_code, code(answer)) == (421, "wrong-host")


def test_nothing_of_the_server_leaks(client: httpx.Client, folder: Path) -> None:
    answers = [post(client, MARKDOWN, "text/markdown", f"?format={name}&show=all") for name in formats()]
    answers += [post(client, "", "text/plain"), post(client, b"%PDF-1.7", "text/plain"), client.get("/health"), client.get("/x")]
    for answer in answers:
        assert not re.search(rf"{folder.name}|{re.escape(str(ROOT))}|Traceback", answer.text)
        assert "server" not in answer.headers


def test_a_hostile_draft_comes_out_harmless(client: httpx.Client) -> None:
    hostile = f"{TEXT[:-1]} <script>alert(1)</script> \u202e \x1b[31m ]]> {{{{7*7}}}}."
    for name in formats():
        answer = client.post(f"/check?format={name}&show=all", json={"text": hostile, "published": "2025-04-12"})
        assert answer.status_code == 200
        assert "\x1b" not in answer.text
        if name in ("html", "markdown"):
            assert "<script>alert" not in answer.text


def test_many_at_once_are_answered_or_told_to_wait(address: str, client: httpx.Client) -> None:
    def ask(_: int) -> int:
        with httpx.Client(base_url=address, timeout=60) as own:
            return post(own, MARKDOWN, "text/markdown").status_code

    with ThreadPoolExecutor(16) as crowd:
        statuses = set(crowd.map(ask, range(32)))
    assert statuses <= {200, 503}
    assert 200 in statuses
    assert client.get("/health").status_code == 200


# --- the token, the address, the end ---------------------------------------------------------------


def test_with_a_token_only_who_has_it_is_answered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_TOKEN", TOKEN)
    with served(folder, "--host", "0.0.0.0") as (address, said, _), httpx.Client(base_url=address, timeout=60) as client:
        assert not [line for line in said if "no token" in line]
        for given in ({}, {"Authorization": f"Bearer {TOKEN}x"}, {"Authorization": f"Basic {TOKEN}"}, {"Authorization": TOKEN}):
            refused = post(client, TEXT, **given)
            assert (refused.status_code, code(refused)) == (401, "no-token")
            assert refused.headers["www-authenticate"] == "Bearer"
        assert post(client, TEXT, Authorization=f"bearer {TOKEN}").status_code == 200
        assert client.get("/health").status_code == 200
        assert client.get("/openapi.json").json()["paths"]["/check"]["post"]["security"] == [{"token": []}]


def test_other_machines_without_a_token_are_warned_of(folder: Path) -> None:
    with served(folder, "--host", "0.0.0.0") as (_, said, _):
        assert [line for line in said if "can be reached from other machines and no token is set" in line]


def test_an_interrupt_ends_it_without_a_word(folder: Path) -> None:
    with served(folder) as (_, said, process):
        before = len(said)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
        assert said[before:] == []


def test_a_check_that_takes_too_long_is_an_error_and_the_next_is_answered(folder: Path) -> None:
    with served(folder, "--timeout", "1") as (address, _, _), httpx.Client(base_url=address, timeout=120) as client:
        answer = post(client, (TEXT + " ") * 8_000)
        assert (answer.status_code, code(answer)) == (504, "out-of-time")
        for _ in range(120):
            if post(client, TEXT).status_code == 200:
                break
            time.sleep(0.5)
        else:
            pytest.fail("the service never came back")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--host", "no such host"], "cannot listen on 'no such host'"),
        (["--port", "70000"], "must be a whole number from 0 to 65,535, not '70000'"),
        (["--timeout", "soon"], "must be a whole number from 1 to 3,600, not 'soon'"),
        (["--token", ""], "the token is empty"),
    ],
)
def test_what_cannot_be_served_is_one_line(folder: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--against", str(folder), "--port", "0", *arguments]) == 2
    err = capsys.readouterr().err
    assert words in err
    assert err.count("\n") == 1


def test_a_port_in_use_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run(["serve", "--against", str(folder), "--port", port]) == 2
    assert f"cannot listen on 127.0.0.1 port {port}" in capsys.readouterr().err


def test_without_the_extra_one_line_names_it(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    assert run(["serve", "--against", str(folder)]) == 2
    assert capsys.readouterr().err == ("checker: checker serve needs the extra 'serve': pip install 'claim-consistency-checker[serve]'\n")


# --- parts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept", "name"),
    [(None, "json"), ("", "json"), ("text/*", "html"), ("TEXT/HTML ; q=1", "html"), ("x/y;q=bad, text/html;q=0.1", "html")],
)
def test_odd_accept_headers_are_understood(accept: str | None, name: str) -> None:
    assert choose(accept) == name


def refused(work: object) -> tuple[int, str]:
    response = work.response()  # type: ignore[attr-defined]
    return response.status_code, response.body.decode()


def test_work_ends_between_two_items_when_its_time_is_over() -> None:
    done: list[int] = []

    def work(deadline: Deadline) -> None:
        for item in deadline.track(range(1000), "sleeping"):
            done.append(item)
            time.sleep(0.02)

    async def ask() -> None:
        bench = Bench(0.1)
        with pytest.raises(RefusedError) as caught:
            await bench.run(work)
        assert refused(caught.value)[0] == 504
        assert await bench.run(lambda _: 42) == 42
        bench.close()

    asyncio.run(ask())
    assert 0 < len(done) < 20


def test_only_so_many_may_wait() -> None:
    async def ask() -> list[object]:
        bench = Bench(30)
        asked = [bench.run(lambda _: time.sleep(0.01)) for _ in range(20)]
        answers = await asyncio.gather(*asked, return_exceptions=True)
        bench.close()
        return list(answers)

    refusals = [answer for answer in asyncio.run(ask()) if isinstance(answer, RefusedError)]
    assert len(refusals) == 11
    assert {refused(refusal)[0] for refusal in refusals} == {503}
