"""The tables of a save, as SQLAlchemy Core knows them.

The schema of the current version only; how older files come to it is in ``migrations``, which
imports nothing from here.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()

SESSION = Table(
    "session",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("scenario", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("rules", Text, nullable=False),
)
"""One row: the key facts, covered by the first hash of the chain."""

SCENARIO = Table(
    "scenario",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
)
"""One row: the scenario's files as they were, packed, and their hash."""

EVENTS = Table(
    "events",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
"""The log: canonical JSON and the hash chain over it; numbers from 1 without gaps."""

SNAPSHOTS = Table(
    "snapshots",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("world", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
"""Worlds after an event; only a short cut, thrown away where the digest does not fit."""

DRAFTS = Table(
    "drafts",
    METADATA,
    Column("seat", Text, primary_key=True),
    Column("slot", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
"""Orders that are being written, outside the chain."""

DEBRIEF = Table(
    "debrief",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
"""The notebook: what a debrief wrote down, in a chain of its own; numbers from 1 without gaps."""

LATEST = Table(
    "latest",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("progress", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
"""One row: where the log ends, so that a shortened log is noticed, and what home shows."""

HOLDER = Table(
    "holder",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("process", Integer, nullable=False),
    Column("host", Text, nullable=False),
)
"""The program that has the file open, only for the sentence that refuses a second one.

SQLite's exclusive lock decides; a row that a killed program left behind means nothing.
"""
