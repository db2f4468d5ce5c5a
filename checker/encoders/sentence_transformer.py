"""Any sentence-transformers model as an ``Encoder``.

Only a model that the user names is loaded, from a folder, from the local copy of an earlier
download, or, last, from the hub. Code from a model's repository is never run.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_HUB_NAME = re.compile(r"[\w-][\w.-]*(/[\w.-]+)?")
_E5 = re.compile(r"(^|[/_-])e5([_-]|$)", re.IGNORECASE)
_HUB_SECONDS = 10.0
_SYMMETRIC_PROMPTS = ("STS", "sts", "query")
"""Names under which models keep the prompt for texts that are compared with their like, best first."""


@dataclass(frozen=True, slots=True)
class SentenceTransformerEncoder:
    """A loaded model with the prompt its texts need."""

    name: str
    revision: str
    model: SentenceTransformer
    prompt: str | None
    dim: int

    @classmethod
    def load(cls, name: str, prompt: str | None = None) -> Self:
        """Load by hub name or folder, with a prompt of the user's if given; raises ``ModelError`` with the cure if that fails."""
        folder = Path(name)
        if folder.is_dir():
            model, revision = _from_folder(folder), content_hash(folder)
        elif _HUB_NAME.fullmatch(name) and not folder.exists():
            model = _from_hub(name)
            revision = _commit(model)
        else:
            raise ModelError(f"no model folder at {name}; give an existing folder or a hub name, or run with --encoder bundled")
        dim = model.get_embedding_dimension()
        if dim is None:
            dim = len(model.encode("a", show_progress_bar=False))
        if prompt is None:
            prompt = prompt_for(name, model.prompts, model.default_prompt_name)
        return cls(name, revision, model, prompt, dim)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row a text."""
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        vectors = self.model.encode(list(texts), prompt=self.prompt, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


def prompt_for(name: str, prompts: Mapping[str, str | None], default: str | None) -> str | None:
    """What to put before each text; ``None`` leaves it to the model's own default."""
    if default:
        return None
    own = next((prompts[key] for key in _SYMMETRIC_PROMPTS if prompts.get(key)), None)
    return own or ("query: " if _E5.search(name) else None)


def content_hash(folder: Path) -> str:
    """A short hash of all files of a model folder: a local model's revision."""
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "blake2b").digest())
    return digest.hexdigest()


def _from_folder(folder: Path) -> SentenceTransformer:
    try:
        return _load(str(folder), local_only=True)
    except Exception as error:  # a broken folder can fail anywhere in three libraries
        raise ModelError(
            f"cannot load the model in {folder} ({_first_line(error)}); save it again, or run with --encoder bundled"
        ) from error


def _from_hub(name: str) -> SentenceTransformer:
    try:
        return _load(name, local_only=True)
    except Exception:  # not downloaded yet, or only in part: now the hub may be asked
        try:
            _ask_hub(name)
            return _load(name, local_only=False)
        except Exception as error:
            raise ModelError(
                f"cannot load {name} ({_first_line(error)}); check the name and the connection, "
                "download it once with the hub's own tool, or run with --encoder bundled"
            ) from error


def _ask_hub(name: str) -> None:
    """Fail at once if the hub does not answer or has no such model; loading would try each file for a minute."""
    from huggingface_hub import HfApi
    from sentence_transformers.util import ORIGINAL_TRANSFORMER_MODELS

    is_whole = "/" in name or name.lower() in ORIGINAL_TRANSFORMER_MODELS
    HfApi().model_info(name if is_whole else f"sentence-transformers/{name}", timeout=_HUB_SECONDS)


def _load(name: str, *, local_only: bool) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call] # the command line has its own, and none in pipes
    try:
        return SentenceTransformer(name, trust_remote_code=False, local_files_only=local_only, model_kwargs={"use_safetensors": True})
    finally:
        if shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]


def _commit(model: SentenceTransformer) -> str:
    """The hub's commit, as the library notes it on loading."""
    return str(getattr(model.model_card_data, "base_model_revision", None) or "unknown")


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
