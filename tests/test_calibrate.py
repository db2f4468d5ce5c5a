"""Calibration: another model's cosines read on the scale of the bundled encoder, measured by a command."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from checker.chosen import calibration_notices, chosen_encoder, min_similarity
from checker.cli import run
from checker.encoders import load_encoder
from checker.encoders.calibration import CalibratedEncoder, Calibration, calibration_of, measure, reference
from checker.engine import report
from checker.errors import InputError, SettingsError
from checker.evaluation.calibrate import as_toml, calibrate, put_into
from checker.settings import Settings, load

CROWDED = Calibration(min_similarity=0.8, chance=0.74, spread=0.03, revision="r1")
"""As models are whose vectors all lie in one corner."""


class InOneCorner:
    """The bundled encoder's vectors, all shifted the same way."""

    name, revision = "corner", "r1"

    def __init__(self) -> None:
        self._inner = load_encoder()
        self.dim = self._inner.dim + 1

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.pad(self._inner.encode(texts), ((0, 0), (0, 1)), constant_values=1.7)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def _pairs(folder: Path, related: int = 30, unrelated: int = 6) -> Path:
    """Related pairs share most of their words; every pair has a topic of its own."""
    rows = []
    for n in range(related + unrelated):
        same = n < related
        a = f"Crew {n} repaired a bridge near Town{n}ville after the storm"
        b = f"In Town{n}ville bridge {n} was repaired" if same else f"Bread cost more in harbour{n}"
        verdict = "corroboration" if same else "unrelated"
        rows.append({"id": str(n), "a": {"text": a, "lang": "en"}, "b": {"text": b, "lang": "en"}, "verdict": verdict, "types": []})
    file = folder / "pairs.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A saved model whose vectors all lie in one corner."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    words = [
        "<unk>",
        *(f"{stem}{n}" for n in range(40) for stem in ("", "Town", "harbour")),
        "bridge",
        "storm",
        "wheat",
        "repaired",
        "crew",
    ]
    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    table = np.random.default_rng(1).normal(size=(len(words), 16)).astype(np.float32) + 0.5
    table[0] = 0  # words it does not know say nothing
    folder = tmp_path_factory.mktemp("models") / "crowded"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=table)], device="cpu").save(str(folder))
    return folder


def test_the_bundled_encoder_carries_the_calibration_of_its_revision() -> None:
    encoder = load_encoder()
    assert reference().revision == encoder.revision, "calibrate again: checker calibrate training/data/pairs"
    assert calibration_of(encoder) is reference()
    assert calibration_notices(encoder) == []


def test_a_cosine_stands_as_far_out_of_chance_as_on_the_other_scale() -> None:
    ours = reference()
    assert CROWDED.as_bundled(CROWDED.chance) == pytest.approx(ours.chance)
    assert CROWDED.as_bundled(CROWDED.chance + 3 * CROWDED.spread) == pytest.approx(ours.chance + 3 * ours.spread, abs=1e-5)
    assert CROWDED.as_bundled(0.9) > CROWDED.as_bundled(0.88) > CROWDED.as_bundled(0.7)
    assert CROWDED.margin_as_bundled(0.0) == 0
    assert ours.as_bundled(0.123456789) == 0.123456789


def test_measuring_tells_related_texts_from_chance() -> None:
    pairs = [(f"bridge {n} fell in Town{n}ville", f"Town{n}ville's bridge {n} fell", True) for n in range(30)]
    plain, corner = measure(load_encoder(), pairs), measure(InOneCorner(), pairs)
    assert plain.chance < plain.min_similarity
    assert corner.chance > plain.chance + 0.1
    assert corner.spread < plain.spread
    assert corner.as_bundled(corner.chance) == pytest.approx(reference().chance)


def test_a_report_with_a_calibrated_model_finds_what_the_same_vectors_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (
        ("a.txt", "Published: 4 March 2025\n\nThe flood in Marvelle killed 14 people on Monday, the mayor said.\n"),
        ("b.txt", "Published: 5 March 2025\n\nMonday's flood in Marvelle killed 19 people, the mayor said.\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    expected = report([tmp_path])
    pairs = [(f"bridge {n} fell in Town{n}ville", f"Town{n}ville's bridge {n} fell", True) for n in range(30)]
    ours, theirs = (measure(e, pairs) for e in (load_encoder(), InOneCorner()))
    shifted = CalibratedEncoder(InOneCorner(), theirs)
    monkeypatch.setattr("checker.engine.chosen_encoder", lambda _: shifted)
    found = report([tmp_path])
    assert [(f.verdict, f.types) for f in found.findings] == [(f.verdict, f.types) for f in expected.findings]
    assert found.run["thresholds"]["min_similarity"] == theirs.min_similarity != ours.min_similarity


def test_the_command_writes_what_the_settings_read(crowded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "checker.toml"
    file.write_text('top_k = 7  # few\n\n[severity]\nN101 = "note"\n', encoding="utf-8")
    pairs = _pairs(tmp_path)
    for _ in range(2):  # the second run replaces what the first wrote
        assert run(["calibrate", str(pairs), "--encoder", str(crowded), "--output", str(file)]) == 0
    assert "36 pairs" in capsys.readouterr().err
    text = file.read_text(encoding="utf-8")
    assert text.startswith('top_k = 7  # few\n\n[severity]\nN101 = "note"\n')
    assert text.count("[encoders.") == 1
    settings = load(file, encoder=str(crowded))
    calibration = settings.encoders[str(crowded)].calibration
    assert calibration is not None
    assert calibration.chance > 0.3
    encoder = chosen_encoder(settings)
    assert calibration_of(encoder) == calibration
    assert min_similarity(settings, encoder) == calibration.min_similarity
    assert calibration_notices(encoder) == []


def test_without_output_the_table_is_printed(crowded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["calibrate", str(_pairs(tmp_path)), "--encoder", str(crowded)]) == 0
    table = tomllib.loads(capsys.readouterr().out)["encoders"][str(crowded)]
    assert set(table) == {"revision", "min_similarity", "chance", "spread"}


def test_a_model_without_calibration_is_noticed_in_the_report(crowded: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Published: 4 March 2025\n\nThe storm closed a bridge in Marvelle.\n", encoding="utf-8")
    made = report([tmp_path / "a.txt"], settings=Settings(encoder=str(crowded)))
    assert [n.message for n in made.notices if n.code == "encoder" and "checker calibrate" in n.message]


def test_a_calibration_of_another_revision_is_noticed(crowded: Path) -> None:
    encoder = CalibratedEncoder(load_encoder(str(crowded)), CROWDED)
    (notice,) = calibration_notices(encoder)
    assert "calibrated at revision r1" in notice.message


def test_a_set_similarity_comes_before_the_calibrated_one(crowded: Path) -> None:
    encoder = CalibratedEncoder(load_encoder(str(crowded)), CROWDED)
    assert min_similarity(Settings(), encoder) == 0.8
    assert min_similarity(Settings(min_similarity=0.5), encoder) == 0.5


def test_a_prompt_from_the_settings_is_put_before_the_texts(crowded: Path, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text(f'encoder = "{crowded}"\n[encoders."{crowded}"]\nprompt = "storm "\n', encoding="utf-8")
    with_prompt = chosen_encoder(load(folder=tmp_path)).encode(["wheat"])
    np.testing.assert_array_equal(with_prompt, load_encoder(str(crowded)).encode(["storm wheat"]))
    assert (with_prompt != load_encoder(str(crowded)).encode(["wheat"])).any()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("encoders = 3", "encoders must be tables"),
        ("[encoders]\nmine = 3", "of 'mine': must be a table"),
        ("[encoders.mine]\nchance = 0.5\nspread = 0.1", "min_similarity must be given too"),
        ("[encoders.mine]\nmin_similarity = 0.6\nchance = 0.5\nspread = 0.0", "spread must be above 0"),
        ("[encoders.mine]\nmin_similarity = 3\nchance = 0.1\nspread = 0.5", "min_similarity must be a number from -1 to 1"),
        ("[encoders.mine]\npromt = 'query: '", "did you mean 'prompt'?"),
    ],
)
def test_what_is_wrong_with_an_encoders_table_is_said(tmp_path: Path, lines: str, said: str) -> None:
    (tmp_path / "checker.toml").write_text(lines + "\n", encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        load(folder=tmp_path)
    assert said in " ".join(error.value.problems)


def test_too_few_pairs_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="only 5 related pairs"):
        calibrate(load_encoder(), [_pairs(tmp_path, related=5)])


def test_a_model_that_cannot_tell_is_refused(tmp_path: Path) -> None:
    class Constant(InOneCorner):
        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            return np.full((len(texts), 4), 0.5, dtype=np.float32)

    with pytest.raises(InputError, match="hardly nearer"):
        calibrate(Constant(), [_pairs(tmp_path)])


@pytest.mark.parametrize(
    "before",
    [
        "",
        "top_k = 3\n",
        'top_k = 3\n[encoders."a b"]\nprompt = "x"\n# the old one\n[severity]\nN101 = "note"\n',
        '[encoders.other]\nprompt = "[y]"\n\n[encoders."a b"]\nchance = 0.1',
    ],
)
def test_only_the_encoders_own_table_changes(tmp_path: Path, before: str) -> None:
    made = calibrate(load_encoder(), [_pairs(tmp_path)])
    made = type(made)("a b", made.calibration, None, made.related, made.total)
    file = tmp_path / "checker.toml"
    file.write_text(before, encoding="utf-8")
    after = put_into(made, file)
    was, now = tomllib.loads(before), tomllib.loads(after)
    assert now["encoders"].pop("a b")["spread"] == made.calibration.spread
    was.get("encoders", {}).pop("a b", None)
    assert {k: v for k, v in now.items() if v} == {k: v for k, v in was.items() if v}


def test_in_a_pyproject_the_table_stands_with_the_other_settings(tmp_path: Path) -> None:
    made = calibrate(load_encoder(), [_pairs(tmp_path)])
    file = tmp_path / "pyproject.toml"
    file.write_text("[project]\nname = 'desk'\n", encoding="utf-8")
    assert "bundled" in tomllib.loads(put_into(made, file))["tool"]["checker"]["encoders"]


def test_a_table_in_another_form_is_left_alone(tmp_path: Path) -> None:
    made = calibrate(load_encoder(), [_pairs(tmp_path)])
    file = tmp_path / "checker.toml"
    file.write_text("encoders = {bundled = {prompt = 'x'}}\n", encoding="utf-8")
    with pytest.raises(InputError, match="take it out"):
        put_into(made, file)
    assert as_toml(made).startswith("[encoders.bundled]\n")
