"""The one connection to a save: exclusive, durable, and sure of both.

SQLAlchemy sits on a single ``sqlite3`` connection that is opened here, because the locking mode
has to be set before anything is read. Transactions begin with BEGIN IMMEDIATE and are written
through to the disk when they end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from wargame.errors import InternalError
from wargame.storage.file_format import APPLICATION_ID, PAGE_SIZE, SCHEMA_VERSION
from wargame.storage.sqlite_uri import uri_of

_ON_DISK = (
    # Exclusive before the journal mode: the log's index then lives in memory, not in a third file.
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    # FULL and not NORMAL: an order must survive the plug being pulled, not only a crash.
    ("synchronous", "FULL", 2),
)
_ANYWHERE = (
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
)


def connect_file(path: Path) -> sqlite3.Connection:
    """An exclusive connection to an existing save; nothing is written yet.

    Raises:
        sqlite3.Error: Another connection has the file, or it cannot be opened.
        InternalError: SQLite did not take a setting that durability rests on.
    """
    with _closed_on_failure(_plain_connection(uri_of(path, "rw"))) as raw:
        set_pragmas(raw, _ON_DISK + _ANYWHERE)
        # Reading makes an exclusive connection take its lock, and keep it.
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("COMMIT")
        return raw


def connect_memory(source: sqlite3.Connection) -> sqlite3.Connection:
    """A private copy in memory of everything that a connection can see."""
    with _closed_on_failure(_plain_connection("file::memory:")) as raw:
        source.backup(raw)
        set_pragmas(raw, _ANYWHERE)
        return raw


def create_file(path: Path) -> sqlite3.Connection:
    """A connection to a new, empty save with its marks set, before its tables are made.

    Raises:
        sqlite3.Error: The disk refused.
    """
    with _closed_on_failure(_plain_connection(uri_of(path, "rwc"))) as raw:
        raw.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        set_pragmas(raw, _ON_DISK + _ANYWHERE)
        return raw


@contextmanager
def _closed_on_failure(raw: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield raw
    except BaseException:
        raw.close()
        raise


def _plain_connection(uri: str) -> sqlite3.Connection:
    # No waiting for locks: whoever has the file has it for hours. SaveFile keeps threads apart.
    raw = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0, check_same_thread=False)
    # A damaged letter must not stop the reading of a row: its mark will not fit, and that is said.
    raw.text_factory = partial(str, encoding="utf-8", errors="replace")
    return raw


def sqlalchemy_on(raw: sqlite3.Connection) -> Connection:
    """SQLAlchemy on an open connection; ``close_connection`` closes both."""
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(_connection: Connection) -> None:
        raw.execute("BEGIN IMMEDIATE")

    return engine.connect()


def close_connection(connection: Connection) -> None:
    """Closes SQLAlchemy's connection and the file under it."""
    engine = connection.engine
    connection.close()
    engine.dispose()


def fold_log(raw: sqlite3.Connection) -> None:
    """Moves everything from the write-ahead log into the file itself, through to the disk.

    Raises:
        sqlite3.Error: The disk refused; the log still holds everything.
    """
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def set_pragmas(raw: sqlite3.Connection, pragmas: tuple[tuple[str, str, str | int], ...]) -> None:
    """Sets each pragma and reads it back.

    Raises:
        InternalError: SQLite answered with something else.
    """
    for name, wish, expected in pragmas:
        raw.execute(f"PRAGMA {name} = {wish}").fetchall()
        (taken,) = raw.execute(f"PRAGMA {name}").fetchone()
        if taken != expected:
            raise InternalError(f"SQLite took {name} = {taken} where {expected} was asked for.")
