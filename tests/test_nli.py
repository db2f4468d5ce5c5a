"""A second opinion by an NLI model: its labels in any order, its word in the sum, and one line where it cannot be had.

The models are built here: tiny ones of random weights whose last layer always says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from checker import compare, report
from checker.encoders.nli import NliModel
from checker.errors import ModelError
from checker.model import Verdict
from checker.settings import Settings

LABELS = ("contradiction", "entailment", "neutral")
TEXTS = "The northern ferry of Brenn carries mail to the islands.", "The northern ferry of Brenn carries no mail to the islands."


def tiny(folder: Path, labels: Sequence[str], says: str) -> str:
    """A saved model with these labels that is nearly sure of one of them, whatever it reads."""
    import torch
    import transformers
    from transformers import BertConfig, BertForSequenceClassification

    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "ferry"]), "utf-8")
    config = BertConfig(
        vocab_size=7, hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8, id2label=dict(enumerate(labels))
    )
    model = BertForSequenceClassification(config)
    with torch.no_grad():
        model.classifier.weight.zero_()
        model.classifier.bias.copy_(torch.tensor([5.0 if label == says else 0.0 for label in labels]))
    model.save_pretrained(folder, safe_serialization=True)
    made_on_import = "BertTokenizerFast"  # which is why no type checker knows it
    getattr(transformers, made_on_import)(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    return str(folder)


@pytest.mark.parametrize("labels", [LABELS, LABELS[::-1], ("ENTAILMENT", "NEUTRAL", "CONTRADICTION")])
def test_the_order_of_the_labels_is_read_from_the_model(tmp_path: Path, labels: Sequence[str]) -> None:
    says = next(label for label in labels if label.casefold() == "contradiction")
    (opinion,) = NliModel.load(tiny(tmp_path / "nli", labels, says)).judge([TEXTS])
    assert opinion.contradiction > 0.95
    assert opinion.entailment < 0.05


def test_no_pairs_have_no_opinions(tmp_path: Path) -> None:
    assert NliModel.load(tiny(tmp_path / "nli", LABELS, "neutral")).judge([]) == []


def test_its_word_is_a_line_of_the_trace_and_moves_the_verdict(tmp_path: Path) -> None:
    against, agreed = (Settings(nli=tiny(tmp_path / word, LABELS, word)) for word in ("contradiction", "entailment"))
    clash, same = (compare(*TEXTS, lang=("en", "en"), settings=settings) for settings in (against, agreed))
    odds = [answer.judged.decision.probabilities[Verdict.CONTRADICTION] for answer in (clash, compare(*TEXTS, lang=("en", "en")), same)]
    assert odds == sorted(odds, reverse=True)
    assert odds[0] > odds[2]
    assert {"nli_contradiction", "nli_entailment"} <= {step.facet for step in clash.trace}


def test_a_report_says_which_model_gave_it(tmp_path: Path) -> None:
    for name, text in zip(("a.txt", "b.txt"), TEXTS, strict=True):
        (tmp_path / name).write_text(f"{text}\n\nPublished: 2025-05-04\n", "utf-8")
    settings = Settings(nli=tiny(tmp_path / "nli", LABELS, "neutral"))
    run = report([tmp_path / "a.txt", tmp_path / "b.txt"], settings=settings).run
    assert run["nli"]["name"] == settings.nli
    assert len(run["nli"]["revision"]) == 12
    assert "nli" not in report([tmp_path / "a.txt", tmp_path / "b.txt"]).run


def test_a_model_with_other_labels_is_refused_in_one_line(tmp_path: Path) -> None:
    folder = tiny(tmp_path / "other", ("entailment", "not_entailment"), "entailment")
    with pytest.raises(ModelError, match="has the labels entailment, not_entailment; give a cross-encoder") as error:
        NliModel.load(folder)
    assert "\n" not in str(error.value)


def test_a_folder_without_a_model_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot load the NLI model") as error:
        compare(*TEXTS, settings=Settings(nli=str(tmp_path)))
    assert "\n" not in str(error.value)
    assert str(tmp_path) in str(error.value)
