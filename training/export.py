"""Writing the shipped model folder: an eight-bit table with one scale a row."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from checker.encoders.bundled import MODULE
from checker.encoders.features import Features, fingerprint

MODULES = [{"idx": 0, "name": "0", "path": "", "type": MODULE}]


def export(table: np.ndarray, features: Features, out: Path) -> None:
    """Write the table and all that reads it to ``out``; the revision is a hash of the content."""
    out.mkdir(parents=True, exist_ok=True)
    codes, scales = quantise(table)
    save_file({"codes": codes, "scales": scales}, out / "model.safetensors")
    (out / "model.safetensors").chmod(0o644)  # the library writes it for its owner alone
    features.tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    digest = hashlib.sha256((out / "model.safetensors").read_bytes() + (out / "tokenizer.json").read_bytes()).hexdigest()
    _write(out / "modules.json", MODULES)
    _write(out / "config.json", {**features.shape.as_dict(), "revision": digest[:12], "fingerprint": fingerprint(features)})
    _write(out / "config_sentence_transformers.json", {"similarity_fn_name": "cosine", "prompts": {}, "default_prompt_name": None})


def quantise(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Eight-bit codes and the scale of each row."""
    scales = np.abs(table).max(axis=1).astype(np.float32) / 127
    codes = np.rint(table / np.maximum(scales, 1e-12)[:, None]).astype(np.int8)
    return codes, scales


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
