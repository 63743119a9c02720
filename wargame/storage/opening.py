"""Making a save and opening one: looked at first without a touch, then locked, then used."""

from __future__ import annotations

import hashlib
import os
import socket
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, delete, insert
from sqlalchemy.exc import DBAPIError

from wargame.errors import InternalError
from wargame.storage.chain import Header
from wargame.storage.connection import close_connection, connect_file, connect_memory, sqlalchemy_on
from wargame.storage.examination import Examined, examine
from wargame.storage.file_format import SCHEMA_VERSION, real_path
from wargame.storage.new_file import new_save_connection, write_first_rows
from wargame.storage.quiet_view import check_is_save, has_log, holder_of, is_held, quiet_view
from wargame.storage.refusals import (
    READING_ERRORS,
    DamagedSaveError,
    SaveInUseError,
    check_writing,
    refusal,
)
from wargame.storage.save_file import SaveFile
from wargame.storage.tables import HOLDER


def create_save(
    path: Path,
    scenario_text: bytes,
    scenario_sha256: str,
    scenario_id: str,
    title: str,
    rules: str,
    at: str,
) -> SaveFile:
    """A new save, open, with an empty log.

    Args:
        path: Where; the folder is made if need be, the file must not exist.
        scenario_text: The scenario's files, packed; kept verbatim.
        scenario_sha256: SHA-256 over ``scenario_text``, in hexadecimal.
        scenario_id: Id of the scenario.
        title: Name of the session.
        rules: Version of the rules.
        at: Now, ISO 8601 in UTC with milliseconds.

    Raises:
        SaveError: There is such a file already, or it cannot be written.
        InternalError: The hash is not that of the text.
    """
    if hashlib.sha256(scenario_text).hexdigest() != scenario_sha256:
        raise InternalError("The scenario's hash is not that of its text.")
    header = Header(title, scenario_id, scenario_sha256, rules, at)
    with new_save_connection(path, title) as connection:
        write_first_rows(connection, header, scenario_text)
    return open_save(path)


def open_save(path: Path, read_only: bool = False) -> SaveFile:
    """A save, examined from its first byte to its last event, and open.

    Args:
        path: The file.
        read_only: Work on a private copy in memory: nothing is locked, nothing is written, and it
            does not matter who else has the file open.

    Raises:
        DamagedSaveError: Its log is broken; carries the first bad event.
        SaveInUseError: Another program or window has it open.
        SaveError: It cannot be opened for another reason; the file is as it was.
    """
    path = real_path(path)
    crashed_or_held = has_log(path)
    try:
        with quiet_view(path) as view:
            version = check_is_save(view, path)
            examined = examine(view, path)
            copy = connect_memory(view) if read_only else None
    except DamagedSaveError:
        # Only a file that nobody is writing can be called damaged.
        if crashed_or_held and is_held(path):
            raise in_use(path) from None
        raise
    if copy is not None:
        return _open_copy(sqlalchemy_on(copy), path, version, examined)
    recovered_to = examined.end.at if crashed_or_held else ""
    return _open_to_write(path, version, examined, recovered_to)


def _open_copy(connection: Connection, path: Path, version: int, examined: Examined) -> SaveFile:
    try:
        if version < SCHEMA_VERSION:
            from wargame.storage.upgrade import upgrade

            upgrade(connection, version)
        return SaveFile(path, connection, examined, read_only=True)
    except BaseException:
        close_connection(connection)
        raise


def _open_to_write(path: Path, version: int, examined: Examined, recovered_to: str) -> SaveFile:
    title = examined.header.title
    check_writing(path, title)
    try:
        raw = connect_file(path)
    except READING_ERRORS as error:
        refused = refusal(error, path, title)
        raise (in_use(path) if isinstance(refused, SaveInUseError) else refused) from error
    connection = sqlalchemy_on(raw)
    try:
        copied_to = _upgrade_file(connection, raw, version, path)
        _check_unchanged(raw, path, examined)
        with connection.begin():
            connection.execute(delete(HOLDER))
            me = {"id": 1, "process": os.getpid(), "host": socket.gethostname()}
            connection.execute(insert(HOLDER), me)
        # Into the file itself, where a second program can read it without a lock.
        raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        return SaveFile(
            path, connection, examined, recovered_to=recovered_to, upgraded_from=copied_to
        )
    except BaseException as error:
        close_connection(connection)
        if isinstance(error, DBAPIError | sqlite3.Error | UnicodeError):
            raise refusal(error, path, title) from error
        raise


def _check_unchanged(raw: sqlite3.Connection, path: Path, examined: Examined) -> None:
    """Checks that nobody wrote between the look and the lock."""
    tail = raw.execute("SELECT number, hash FROM latest").fetchone()
    if tail != (examined.end.number, examined.end.hash):
        raise SaveInUseError(
            f"“{examined.header.title}” was being written by another program just now. "
            "Open it again.",
            path,
        )


def _upgrade_file(
    connection: Connection, raw: sqlite3.Connection, version: int, path: Path
) -> Path | None:
    """Brings an older file to this schema; gives the copy that was made before, if any."""
    if version == SCHEMA_VERSION:
        return None
    # Here and not above: Alembic comes with it, and is needed for files that are behind only.
    from wargame.storage.upgrade import copy_before_upgrade, upgrade

    copy = copy_before_upgrade(raw, path)
    try:
        upgrade(connection, version)
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


def in_use(path: Path) -> SaveInUseError:
    """The refusal of a save that somebody has open, with who that is as far as is known."""
    holder = holder_of(path)
    if holder is None:
        return SaveInUseError(
            f"{path.name} is open in another program. Close it there first.", path
        )
    if holder.process == os.getpid() and holder.host == socket.gethostname():
        return SaveInUseError(f"“{holder.title}” is open in this program already.", path)
    return SaveInUseError(
        f"“{holder.title}” is open in another Wargame window (process {holder.process} on "
        f"{holder.host}). Close it there first.",
        path,
    )
