"""The encoders: what the bundled one sees as alike, its three readers agreeing, named models, the cache."""

from __future__ import annotations

import json
import pickle
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from checker.encoders import Encoder, load_encoder
from checker.encoders.bundled import FOLDER, BundledEncoder
from checker.encoders.cache import CachedEncoder, Store, cache_file, cached
from checker.encoders.features import Remembered, fingerprint
from checker.encoders.sentence_transformer import SentenceTransformerEncoder, content_hash, prompt_for
from checker.errors import ModelError

FLOOD = {
    "hi": "असम में बाढ़ से बारह लोगों की मौत हो गई।",
    "ur": "آسام میں سیلاب سے بارہ افراد ہلاک ہو گئے۔",
    "en": "Floods in Assam killed twelve people.",
    "ar": "أدت الفيضانات في آسام إلى مقتل اثني عشر شخصا.",
    "ru": "В результате наводнения в Ассаме погибли двенадцать человек.",
}
RATE = {
    "hi": "केंद्रीय बैंक ने ब्याज दर बढ़ा दी।",
    "ur": "مرکزی بینک نے شرحِ سود بڑھا دی۔",
    "en": "The central bank raised its interest rate.",
    "ar": "رفع البنك المركزي سعر الفائدة.",
    "ru": "Центральный банк повысил процентную ставку.",
}
# Names of one sound in four scripts; none is common enough to be a token of its own.
NAMES = ("Tarsenkov Vilmardi", "तारसेंकोव विलमारदी", "تارسینکوو ویلماردی", "Тарсенков Вилмарди")


@pytest.fixture(scope="module")
def bundled() -> Encoder:
    return load_encoder()


@pytest.mark.parametrize("left", FLOOD)
@pytest.mark.parametrize("right", FLOOD)
def test_a_sentence_is_nearer_its_translation_than_another_sentence_of_either_language(bundled: Encoder, left: str, right: str) -> None:
    flood_left, flood_right, rate_left, rate_right = bundled.encode([FLOOD[left], FLOOD[right], RATE[left], RATE[right]])
    assert flood_left @ flood_right > max(flood_left @ rate_right, flood_left @ rate_left) + 0.2


def test_an_unseen_name_is_near_itself_in_every_script(bundled: Encoder) -> None:
    vectors = bundled.encode(NAMES)
    assert (vectors @ vectors.T).min() > 0.4


def test_word_order_and_punctuation_play_no_part(bundled: Encoder) -> None:
    a, b = bundled.encode(["Rates rose; markets fell.", "markets fell rates rose"])
    np.testing.assert_allclose(a, b, atol=1e-6)


def test_vectors_are_unit_float32_rows_in_order(bundled: Encoder) -> None:
    texts = [*FLOOD.values(), *RATE.values()]
    vectors = bundled.encode(texts)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(texts), bundled.dim)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    np.testing.assert_array_equal(vectors[3], bundled.encode([texts[3]])[0])


@pytest.mark.parametrize("text", ["", " \n", "—…!", "۔", "🙂"])
def test_a_text_without_words_is_a_row_of_zeros(bundled: Encoder, text: str) -> None:
    assert not bundled.encode([text]).any()


def test_no_texts_give_no_rows(bundled: Encoder) -> None:
    assert bundled.encode([]).shape == (0, bundled.dim)


@pytest.mark.parametrize(
    ("left", "right"),
    [("1200 शरणार्थी", "१२०० शरणार्थी"), ("ایران کی کابینہ", "ايران كي كابينہ"), ("Пётр уехал", "Петр уехал"), ("CAFÉ", "cafe")],
)
def test_spellings_of_one_word_are_one_vector(bundled: Encoder, left: str, right: str) -> None:
    a, b = bundled.encode([left, right])
    np.testing.assert_array_equal(a, b)


@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_text_has_a_vector_of_length_one_or_zero(bundled: Encoder, texts: list[str]) -> None:
    lengths = np.linalg.norm(bundled.encode(texts), axis=1)
    assert all(np.isclose(length, 1, atol=1e-5) or length == 0 for length in lengths)


def test_sentence_transformers_reads_the_bundled_folder_to_the_same_vectors(bundled: Encoder, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    from checker.encoders.module import SkeletonEmbedding

    texts = [*FLOOD.values(), *RATE.values(), *NAMES, "", "Tolls rose to 1,284."]
    expected = bundled.encode(texts)
    model = SentenceTransformer(str(FOLDER), trust_remote_code=True)
    np.testing.assert_allclose(model.encode(texts), expected, atol=1e-5)
    unflagged = SentenceTransformer(modules=[SkeletonEmbedding.load(str(FOLDER))])
    np.testing.assert_allclose(unflagged.encode(texts), expected, atol=1e-5)
    unflagged.save(str(tmp_path / "saved"))
    saved = BundledEncoder.load(tmp_path / "saved")
    assert saved.revision == bundled.revision
    np.testing.assert_array_equal(saved.encode(texts), expected)


def test_every_reader_finds_the_same_neighbours(bundled: Encoder) -> None:
    from sentence_transformers import SentenceTransformer

    from checker.encoders.module import SkeletonEmbedding

    texts = [f"{word} {sentence}" for word in NAMES for sentence in (*FLOOD.values(), *RATE.values())]
    ours = bundled.encode(texts)
    theirs = SentenceTransformer(modules=[SkeletonEmbedding.load(str(FOLDER))]).encode(texts)
    order = np.argsort(-(ours @ ours.T), axis=1)
    in_our_order = np.take_along_axis(theirs @ theirs.T, order, axis=1)
    assert (np.diff(in_our_order, axis=1) < 1e-5).all()


def test_an_encoder_can_be_copied_to_another_process(bundled: Encoder) -> None:
    copied = pickle.loads(pickle.dumps(bundled))
    np.testing.assert_array_equal(copied.encode([*FLOOD.values()]), bundled.encode([*FLOOD.values()]))


def test_more_words_than_are_remembered_give_the_same_vectors(bundled: Encoder) -> None:
    assert isinstance(bundled, BundledEncoder)
    forgetful = BundledEncoder(bundled.name, bundled.revision, bundled.features, bundled.codes, bundled.scales)
    object.__setattr__(forgetful, "_words", Remembered(forgetful._word_vector, 3))
    np.testing.assert_array_equal(forgetful.encode([*FLOOD.values()]), bundled.encode([*FLOOD.values()]))


def test_the_table_was_trained_with_the_features_the_code_reads_now(bundled: Encoder) -> None:
    """Fails after a change to folding, tokens or skeletons: train again (training/README.md)."""
    assert isinstance(bundled, BundledEncoder)
    assert json.loads((FOLDER / "config.json").read_text(encoding="utf-8"))["fingerprint"] == fingerprint(bundled.features)


def test_the_bundled_folder_is_small_and_holds_no_code() -> None:
    files = [path for path in FOLDER.iterdir() if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 30_000_000
    assert {path.suffix for path in files} <= {".json", ".safetensors", ".md"}


def test_the_bundled_encoder_needs_neither_torch_nor_sentence_transformers() -> None:
    script = (
        "import sys, checker.encoders as e; assert not {'numpy', 'tokenizers'} & set(sys.modules);"
        "e.load_encoder().encode(['a word']); print(*sorted({'torch', 'sentence_transformers', 'transformers'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


@pytest.mark.parametrize("damage", ["config.json", "model.safetensors", "tokenizer.json"])
@pytest.mark.parametrize("content", [None, b"{}", b"\x00\xff"])
def test_a_damaged_bundled_folder_says_so_in_one_line(tmp_path: Path, damage: str, content: bytes | None) -> None:
    folder = tmp_path / "model"
    shutil.copytree(FOLDER, folder)
    (folder / damage).unlink()
    if content is not None:
        (folder / damage).write_bytes(content)
    with pytest.raises(ModelError, match="reinstall") as caught:
        BundledEncoder.load(folder)
    assert "\n" not in str(caught.value)


def test_a_folder_of_our_own_kind_is_read_without_torch(tmp_path: Path, bundled: Encoder) -> None:
    shutil.copytree(FOLDER, tmp_path / "mine")
    encoder = load_encoder(str(tmp_path / "mine"))
    assert isinstance(encoder, BundledEncoder)
    assert encoder.name == str(tmp_path / "mine")
    assert encoder.revision == bundled.revision


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A two-dimensional model of a few words, saved as the library saves any model."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({"<unk>": 0, "query": 1, ":": 2, "flood": 3, "rate": 4}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    table = np.array([[1, 1], [9, 0], [9, 0], [0, 3], [4, 0]], dtype=np.float32)
    folder = tmp_path_factory.mktemp("models") / "tiny"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=table)], device="cpu").save(str(folder))
    return folder


def test_a_local_model_gives_unit_rows_and_its_dimension(tiny: Path) -> None:
    encoder = SentenceTransformerEncoder.load(str(tiny))
    vectors = encoder.encode(["flood", "rate", "flood rate"])
    np.testing.assert_allclose(vectors, np.array([[0.0, 1.0], [1.0, 0.0], [0.8, 0.6]]), atol=1e-6)
    assert vectors.dtype == np.float32
    assert (encoder.dim, encoder.encode([]).shape) == (2, (0, 2))
    assert encoder.revision == content_hash(tiny)


def test_an_e5_model_is_given_its_prefix(tiny: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny, tmp_path / "multilingual-e5-tiny")
    plain, prefixed = (SentenceTransformerEncoder.load(str(path)) for path in (tiny, tmp_path / "multilingual-e5-tiny"))
    assert (plain.prompt, prefixed.prompt) == (None, "query: ")
    assert prefixed.encode(["flood"])[0][0] > plain.encode(["flood"])[0][0]


@pytest.mark.parametrize(
    ("name", "prompts", "default", "expected"),
    [
        ("intfloat/multilingual-e5-small", {}, None, "query: "),
        ("/models/e5_base", {"query": ""}, None, "query: "),
        ("acme/base5-e55", {}, None, None),
        ("acme/multilingual", {"query": "task: search | ", "STS": "task: similarity | "}, None, "task: similarity | "),
        ("acme/e5-tuned", {"query": "q> ", "document": "d> "}, None, "q> "),
        ("acme/e5-tuned", {"query": "q> "}, "query", None),
    ],
)
def test_a_models_own_prompt_comes_before_the_e5_habit(
    name: str, prompts: dict[str, str], default: str | None, expected: str | None
) -> None:
    assert prompt_for(name, prompts, default) == expected


def test_the_revision_of_a_local_model_changes_with_its_content(tiny: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny, tmp_path / "copy")
    assert content_hash(tmp_path / "copy") == content_hash(tiny)
    (tmp_path / "copy" / "README.md").write_text("retrained", encoding="utf-8")
    assert content_hash(tmp_path / "copy") != content_hash(tiny)


@pytest.mark.parametrize("name", ["./no/such/model", "/no/such/model", "~no such user/model", "models\\tiny", ""])
def test_a_missing_folder_names_the_cure(name: str) -> None:
    with pytest.raises(ModelError, match="--encoder bundled"):
        load_encoder(name)


def test_a_broken_folder_names_the_cure(tiny: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny, tmp_path / "broken")
    (tmp_path / "broken" / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(ModelError, match="--encoder bundled") as caught:
        load_encoder(str(tmp_path / "broken"))
    assert "\n" not in str(caught.value)


def test_code_named_by_a_model_folder_is_not_run(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    shutil.copytree(tiny, folder)
    (folder / "payload.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\nclass Module: pass\n", encoding="utf-8")
    (folder / "modules.json").write_text(json.dumps([{"idx": 0, "name": "0", "path": "", "type": "payload.Module"}]), encoding="utf-8")
    with pytest.raises(ModelError):
        load_encoder(str(folder))
    assert not (tmp_path / "ran").exists()


def test_the_hub_is_asked_last_and_its_absence_names_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    import checker.encoders.sentence_transformer as module

    asked: list[bool] = []

    def unreachable(name: str, *, local_only: bool) -> None:
        asked.append(local_only)
        raise OSError(f"no route to the home of {name}\nand a long story")

    monkeypatch.setattr(module, "_load", unreachable)
    monkeypatch.setattr(module, "_ask_hub", lambda _: None)
    with pytest.raises(ModelError, match="no route to the home of acme/absent") as caught:
        load_encoder("acme/absent")
    assert asked == [True, False]
    assert "long story" not in str(caught.value)
    assert "--encoder bundled" in str(caught.value)


def test_a_silent_hub_is_not_asked_for_every_file(monkeypatch: pytest.MonkeyPatch) -> None:
    import checker.encoders.sentence_transformer as module

    tried: list[bool] = []

    def load(_: str, *, local_only: bool) -> None:
        tried.append(local_only)
        raise OSError("not downloaded")

    def silent(_: str) -> None:
        raise TimeoutError("no answer")

    monkeypatch.setattr(module, "_load", load)
    monkeypatch.setattr(module, "_ask_hub", silent)
    with pytest.raises(ModelError, match="no answer"):
        load_encoder("acme/absent")
    assert tried == [True]


class Counting:
    """An encoder that remembers what it was asked."""

    dim = 3

    def __init__(self, name: str = "counting", revision: str = "1") -> None:
        self.name = name
        self.revision = revision
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        vectors = np.array([[len(t), t.count("a"), 1] for t in texts], dtype=np.float32).reshape(len(texts), 3)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


TEXTS = ["vada", "کابینہ", "vada", "a\ud800"]


def test_a_known_text_never_reaches_the_model_again(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    once = CachedEncoder(first, Store(tmp_path / "c.sqlite")).encode(TEXTS)
    again = CachedEncoder(second, Store(tmp_path / "c.sqlite")).encode([*TEXTS, "new"])
    assert (first.asked, second.asked) == (["vada", "کابینہ", "a\ud800"], ["new"])
    np.testing.assert_array_equal(again[:4], once)
    np.testing.assert_array_equal(once, Counting().encode(TEXTS))


def test_no_texts_ask_neither_cache_nor_model(tmp_path: Path) -> None:
    assert CachedEncoder(Counting(), Store(tmp_path / "c.sqlite")).encode([]).shape == (0, 3)


@pytest.mark.parametrize("change", [{"name": "other"}, {"revision": "2"}])
def test_another_model_or_revision_has_its_own_vectors(tmp_path: Path, change: dict[str, str]) -> None:
    CachedEncoder(Counting(), Store(tmp_path / "c.sqlite")).encode(TEXTS)
    other = Counting(**change)
    CachedEncoder(other, Store(tmp_path / "c.sqlite")).encode(["vada"])
    assert other.asked == ["vada"]


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be read as one" * 20, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_corrupt_cache_is_ignored_and_rebuilt(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "c.sqlite"
    file.write_bytes(content)
    np.testing.assert_array_equal(CachedEncoder(Counting(), Store(file)).encode(TEXTS), Counting().encode(TEXTS))
    CachedEncoder(Counting(), Store(file)).encode(TEXTS)
    after = Counting()
    CachedEncoder(after, Store(file)).encode(TEXTS)
    assert after.asked == []


def test_a_vector_of_the_wrong_length_is_not_believed(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    CachedEncoder(Counting(), Store(file)).encode(["vada"])
    with sqlite3.connect(file) as db:
        db.execute("UPDATE vectors SET vector = x'00'")
    db.close()
    np.testing.assert_array_equal(CachedEncoder(Counting(), Store(file)).encode(["vada"]), Counting().encode(["vada"]))


def test_a_locked_or_unwritable_cache_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.encoders.cache._WAIT_SECONDS", 0.01)
    file = tmp_path / "c.sqlite"
    CachedEncoder(Counting(), Store(file)).encode(["vada"])
    lock = sqlite3.connect(file)
    lock.execute("BEGIN EXCLUSIVE")
    np.testing.assert_array_equal(CachedEncoder(Counting(), Store(file)).encode(TEXTS), Counting().encode(TEXTS))
    lock.close()
    blocked = Store(file / "below-a-file" / "c.sqlite")
    np.testing.assert_array_equal(CachedEncoder(Counting(), blocked).encode(TEXTS), Counting().encode(TEXTS))


def test_beyond_its_limit_the_cache_drops_the_oldest(tmp_path: Path) -> None:
    store = Store(tmp_path / "c.sqlite", limit=100)
    for i in range(30):
        store.put({bytes([i]): bytes(10)})
    kept = sorted(store.get(bytes([i]) for i in range(30)))
    assert kept == [bytes([i]) for i in range(30 - len(kept), 30)]
    assert 8 <= len(kept) <= 10


def test_many_texts_are_looked_up_in_several_queries(tmp_path: Path) -> None:
    texts = [f"text {i}" for i in range(1200)]
    CachedEncoder(Counting(), Store(tmp_path / "c.sqlite")).encode(texts)
    again = Counting()
    CachedEncoder(again, Store(tmp_path / "c.sqlite")).encode(texts)
    assert again.asked == []


def test_two_processes_can_fill_one_cache(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from checker.encoders.cache import Store\n"
        "store = Store(Path(sys.argv[1]))\n"
        "for i in range(40): store.put({f'{sys.argv[2]} {i}'.encode(): bytes(12)})"
    )
    file = tmp_path / "c.sqlite"
    writers = [subprocess.Popen([sys.executable, "-c", script, str(file), name]) for name in ("one", "two")]
    assert [writer.wait() for writer in writers] == [0, 0]
    keys = [f"{name} {i}".encode() for name in ("one", "two") for i in range(40)]
    assert sorted(Store(file).get(keys)) == sorted(keys)


def test_the_cache_lies_where_the_user_says_or_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKER_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    file = cache_file()
    assert file is not None
    assert tmp_path in file.parents
    assert isinstance(cached(Counting()), CachedEncoder)
    monkeypatch.setenv("CHECKER_CACHE", "off")
    assert cache_file() is None
    assert isinstance(cached(Counting()), Counting)


def test_a_model_of_unknown_revision_is_not_cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKER_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    encoder = Counting(revision="unknown")
    assert cached(encoder) is encoder


def test_a_named_model_is_cached_and_the_bundled_one_is_not(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKER_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    load_encoder().encode(["flood"])
    assert not any(tmp_path.iterdir())
    load_encoder(str(tiny)).encode(["flood"])
    assert any(tmp_path.rglob("*.sqlite"))
