"""Making a whole file appear at once: it is built beside its place and then moved there.

A program killed on the way leaves no half-made save behind that looks like one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, insert
from sqlalchemy.exc import DBAPIError

from wargame.storage.chain import Header, first_hash
from wargame.storage.connection import close_connection, create_file, fold_log, sqlalchemy_on
from wargame.storage.examination import latest_digest
from wargame.storage.file_format import log_beside
from wargame.storage.refusals import no_making, refusal
from wargame.storage.summary import Progress, encode_progress
from wargame.storage.tables import LATEST, METADATA, SCENARIO, SESSION


@contextmanager
def new_file(path: Path, title: str = "") -> Iterator[Path]:
    """A path to build a file at; it is moved to its place when the block ends well.

    Args:
        path: The place, where no file may be yet; its folder is made if need be.
        title: Title of the session, for refusals.

    Raises:
        SaveError: There is a file already, or the disk refused.
    """
    path = path.absolute()
    building = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb"):
            pass  # The name is ours from here on, whoever else wants it.
    except OSError as error:
        raise no_making(error, path, title) from error
    try:
        for left_by_a_crash in (building, log_beside(building)):
            left_by_a_crash.unlink(missing_ok=True)
        yield building
        building.replace(path)
    except BaseException as error:
        for left in (building, log_beside(building), path):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise refusal(error, path, title) from error
        raise


@contextmanager
def new_save_connection(path: Path, title: str = "") -> Iterator[Connection]:
    """A connection to a save that is being made; it is in its place when the block ends well.

    Raises:
        SaveError: There is a file already, or the disk refused.
    """
    with new_file(path, title) as building:
        try:
            raw = create_file(building)
            connection = sqlalchemy_on(raw)
            try:
                yield connection
                # Before the move: a log beside a file does not move with it.
                fold_log(raw)
            finally:
                close_connection(connection)
        except (DBAPIError, sqlite3.Error) as error:
            raise refusal(error, path, title) from error


def copy_whole(raw: sqlite3.Connection, path: Path, title: str = "") -> None:
    """Writes everything that a connection sees to a new file.

    Raises:
        SaveError: There is a file already, or the disk refused.
    """
    with new_file(path, title) as building:
        try:
            with closing(sqlite3.connect(building)) as target:
                raw.backup(target)
        except sqlite3.Error as error:
            raise refusal(error, path, title) from error


def write_first_rows(connection: Connection, header: Header, scenario_text: bytes) -> None:
    """Makes the tables of an empty file and writes what stands in them before event 1."""
    session = {"title": header.title, "scenario": header.scenario_id}
    session |= {"created": header.created, "rules": header.rules}
    scenario = {"sha256": header.scenario_sha256, "text": scenario_text}
    tail, progress = first_hash(header), encode_progress(Progress())
    end = {"number": 0, "at": "", "hash": tail, "progress": progress}
    digest = latest_digest(0, "", tail, progress)
    with connection.begin():
        METADATA.create_all(connection)
        connection.execute(insert(SESSION), {"id": 1, **session})
        connection.execute(insert(SCENARIO), {"id": 1, **scenario})
        connection.execute(insert(LATEST), {"id": 1, **end, "digest": digest})
