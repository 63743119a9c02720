"""Writes a save as version 2 wrote it, without any live code of storage.

``saves/v2.wargame`` was made by ``python -m tests.storage.version_2`` and is kept as it is.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.storage.version_1 import EVENTS, write_version_1

__all__ = ["EVENTS"]
# A save of version 2 holds the same events; it differs in what stands beside them.

STORED = Path(__file__).parent / "saves" / "v2.wargame"

_TABLES = """
CREATE TABLE latest (
	id INTEGER NOT NULL,
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	hash BLOB NOT NULL,
	progress BLOB NOT NULL,
	digest BLOB NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE holder (
	id INTEGER NOT NULL,
	process INTEGER NOT NULL,
	host TEXT NOT NULL,
	PRIMARY KEY (id)
);
"""

_PROGRESS = {"turn": 1, "turns": 12, "phase": "plan", "index_path": [31.5], "played": "1 team"}


def write_version_2(path: Path) -> None:
    """A small save of version 2 at a path where no file is."""
    write_version_1(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA user_version = 2")
        raw.executescript(_TABLES)
        number, at, tail = raw.execute(
            "SELECT number, at, hash FROM events ORDER BY number DESC LIMIT 1"
        ).fetchone()
        progress = json.dumps(_PROGRESS, separators=(",", ":")).encode()
        parts = [str(number).encode(), at.encode(), tail, progress]
        digest = hashlib.sha256(b"".join(b"%d:%b," % (len(p), p) for p in parts)).digest()
        raw.execute(
            "INSERT INTO latest VALUES (1, ?, ?, ?, ?, ?)", (number, at, tail, progress, digest)
        )


if __name__ == "__main__":
    STORED.unlink(missing_ok=True)
    write_version_2(STORED)
