"""Version 1 to 2: the mark of the log's end with what the home screen shows, and the holder.

In version 1 a log that had lost its last events could not be told from a shorter game, and the home
screen could show nothing but a title.
"""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(operations: Operations) -> None:
    """Makes the tables ``latest`` and ``holder`` and fills the first from the log."""
    operations.create_table(
        "latest",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("progress", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
    )
    operations.create_table(
        "holder",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("process", sa.Integer, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
    )
    bind = operations.get_bind()
    number, at, tail = _end_of_log(bind)
    progress = _progress(bind)
    digest = _mark(number, at, tail, progress)
    bind.execute(
        sa.text(
            "INSERT INTO latest (id, number, at, hash, progress, digest) "
            "VALUES (1, :number, :at, :hash, :progress, :digest)"
        ),
        {"number": number, "at": at, "hash": tail, "progress": progress, "digest": digest},
    )


def _end_of_log(bind: sa.Connection) -> tuple[int, str, bytes]:
    last = bind.execute(
        sa.text("SELECT number, at, hash FROM events ORDER BY number DESC LIMIT 1")
    ).first()
    if last is not None:
        return last[0], last[1], last[2]
    session = bind.execute(
        sa.text("SELECT title, session.scenario, sha256, rules, created FROM session, scenario")
    ).one()
    header = json.dumps(["wargame-save", *session], ensure_ascii=False, separators=(",", ":"))
    return 0, "", hashlib.sha256(header.encode()).digest()


def _progress(bind: sa.Connection) -> bytes:
    row = bind.execute(
        sa.text(
            "SELECT payload FROM events WHERE kind = 'phase-began' ORDER BY number DESC LIMIT 1"
        )
    ).first()
    now = json.loads(row[0]) if row is not None else {"turn": 0, "phase": None}
    shown: dict[str, object] = {
        "turn": now["turn"],
        "turns": 0,
        "phase": now["phase"],
        "index_path": [],
        "played": "",
    }
    return json.dumps(shown, separators=(",", ":")).encode()


def _mark(*parts: str | int | bytes) -> bytes:
    pieces = [part if isinstance(part, bytes) else str(part).encode() for part in parts]
    return hashlib.sha256(b"".join(b"%d:%b," % (len(piece), piece) for piece in pieces)).digest()
