"""Writes a save as version 1 wrote it, without any live code of storage.

``saves/v1.wargame`` was made by ``python -m tests.storage.version_1`` and is kept as it is.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

STORED = Path(__file__).parent / "saves" / "v1.wargame"

_TABLES = """
CREATE TABLE session (
	id INTEGER NOT NULL,
	title TEXT NOT NULL,
	scenario TEXT NOT NULL,
	created TEXT NOT NULL,
	rules TEXT NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE scenario (
	id INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	text BLOB NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE events (
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	kind TEXT NOT NULL,
	payload BLOB NOT NULL,
	hash BLOB NOT NULL,
	PRIMARY KEY (number)
);
CREATE TABLE snapshots (
	number INTEGER NOT NULL,
	world BLOB NOT NULL,
	digest BLOB NOT NULL,
	PRIMARY KEY (number)
);
CREATE TABLE drafts (
	seat TEXT NOT NULL,
	slot INTEGER NOT NULL,
	at TEXT NOT NULL,
	payload BLOB NOT NULL,
	digest BLOB NOT NULL,
	PRIMARY KEY (seat, slot)
);
"""

TITLE, RULES, CREATED = "An early session", "rules-0", "2024-01-02T03:04:05.678+00:00"
SCENARIO = b"title: an early scenario\n"
SHA256 = hashlib.sha256(SCENARIO).hexdigest()

_SEAT = {"actor": "IRN", "controller": "people", "players": [], "pin": ""}
_SETTINGS = {"title": TITLE, "seed": 7, "start": "s", "plan_minutes": 0, "seats": [_SEAT]}
_ORDER = {
    "move": "M11",
    "target": "ISR",
    "salvo": [["drone", 3]],
    "warning_hours": 1.5,
    "told": [],
    "overt": True,
    "meant": None,
    "audience": [],
    "message": "שלום",
    "rationale": "",
    "condition": {"is": "struck", "rung": 10.0, "by": None, "whom": None},
}
EVENTS: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "session-started",
        {"scenario": "small", "scenario_sha256": SHA256, "rules": RULES, "settings": _SETTINGS},
    ),
    ("phase-began", {"turn": 1, "phase": "brief"}),
    ("phase-began", {"turn": 1, "phase": "plan"}),
    ("orders-sealed", {"seat": "IRN", "orders": [_ORDER]}),
)


def write_version_1(path: Path) -> None:
    """A small save of version 1 at a path where no file is."""
    before = hashlib.sha256(
        _text(["wargame-save", TITLE, "small", SHA256, RULES, CREATED])
    ).digest()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(f"PRAGMA application_id = {0x57474D45}")
        raw.execute("PRAGMA user_version = 1")
        raw.execute("PRAGMA journal_mode = WAL")
        raw.executescript(_TABLES)
        raw.execute("INSERT INTO session VALUES (1, ?, 'small', ?, ?)", (TITLE, CREATED, RULES))
        raw.execute("INSERT INTO scenario VALUES (1, ?, ?)", (SHA256, SCENARIO))
        for number, (kind, content) in enumerate(EVENTS, start=1):
            payload, at = _text(content), f"2024-01-02T03:05:0{number}.000+00:00"
            link = b"%b%b%b]" % (before, _text([number, at, kind])[:-1] + b",", payload)
            before = hashlib.sha256(link).digest()
            row = (number, at, kind, payload, before)
            raw.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?)", row)


def _text(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


if __name__ == "__main__":
    STORED.unlink(missing_ok=True)
    write_version_1(STORED)
