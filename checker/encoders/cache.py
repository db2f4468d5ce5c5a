"""Vectors of slow encoders, kept between runs in the user's cache folder.

One SQLite file holds them by a hash of model, revision, prompt and text. It is only ever a shortcut: a
missing, locked or corrupt file costs time, never a run. ``CHECKER_CACHE=off`` switches it off.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.cache_folder import cache_folder
from checker.encoders.protocol import Encoder

LIMIT_BYTES = 512 * 1024 * 1024
_KEPT_SHARE = 0.8
_WAIT_SECONDS = 5.0
_AT_ONCE = 500
"""Keys asked for in one query; SQLite's oldest limit on parameters is 999."""


def cache_file() -> Path | None:
    """Where vectors are kept; ``None`` if the user has switched the cache off."""
    folder = cache_folder()
    return None if folder is None else folder / "embeddings.sqlite"


def cached(encoder: Encoder, prompt: str = "") -> Encoder:
    """``encoder`` with the cache before it, unless that is switched off or its state is unknown.

    ``prompt`` is what it puts before each text.
    """
    file = cache_file()
    return encoder if file is None or encoder.revision == "unknown" else CachedEncoder(encoder, Store(file), prompt)


@dataclass(frozen=True, slots=True)
class Store:
    """The file of vectors; every failure reads as "not there". Beyond ``limit`` bytes the oldest go."""

    file: Path
    limit: int = LIMIT_BYTES

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The known ones of ``keys``."""
        wanted = list(dict.fromkeys(keys))
        found: dict[bytes, bytes] = {}
        with self._attempt(), self._open() as db:
            for i in range(0, len(wanted), _AT_ONCE):
                some = wanted[i : i + _AT_ONCE]
                marks = ",".join("?" * len(some))
                found.update(db.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some).fetchall())  # noqa: S608 - only marks
        return found

    def put(self, vectors: Mapping[bytes, bytes]) -> None:
        """Keep ``vectors``."""
        with self._attempt(), self._open() as db, db:
            db.executemany("INSERT OR IGNORE INTO vectors (key, vector) VALUES (?, ?)", vectors.items())
            held = db.execute("SELECT coalesce(sum(length(vector)), 0) FROM vectors").fetchone()[0]
            if held > self.limit:
                db.execute(
                    "DELETE FROM vectors WHERE id IN (SELECT id FROM (SELECT id, sum(length(vector)) OVER (ORDER BY id DESC) AS newer "
                    "FROM vectors) WHERE newer > ?)",
                    (int(self.limit * _KEPT_SHARE),),
                )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self.file, timeout=_WAIT_SECONDS)) as db:
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("CREATE TABLE IF NOT EXISTS vectors (id INTEGER PRIMARY KEY, key BLOB UNIQUE NOT NULL, vector BLOB NOT NULL)")
            yield db

    @contextmanager
    def _attempt(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError:
            pass  # locked for too long, read-only, or full: go on without
        except sqlite3.DatabaseError:  # not a database, or damaged: start afresh next time
            with suppress(OSError):
                for suffix in ("", "-wal", "-shm"):
                    Path(f"{self.file}{suffix}").unlink(missing_ok=True)
        except OSError:
            pass  # no cache folder to be had


@dataclass(frozen=True, slots=True)
class CachedEncoder:
    """An encoder that asks ``store`` first."""

    inner: Encoder
    store: Store
    prompt: str = ""

    @property
    def name(self) -> str:
        """The inner encoder's name."""
        return self.inner.name

    @property
    def revision(self) -> str:
        """The inner encoder's revision."""
        return self.inner.revision

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return self.inner.dim

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row a text; only texts never seen before reach the model."""
        keys = [self._key(text) for text in texts]
        size = 4 * self.dim
        known = {key: np.frombuffer(data, dtype="<f4") for key, data in self.store.get(keys).items() if len(data) == size}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            fresh = dict(zip(missing, self.inner.encode(list(missing.values())), strict=True))
            self.store.put({key: vector.astype("<f4").tobytes() for key, vector in fresh.items()})
            known.update(fresh)
        vectors = [known[key] for key in keys]
        return np.array(vectors, dtype=np.float32).reshape(len(texts), self.dim)

    def _key(self, text: str) -> bytes:
        parts = (self.name, self.revision, self.prompt, text)
        return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
