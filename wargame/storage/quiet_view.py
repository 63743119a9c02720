"""Looking into a file without touching it: no lock, no second file, not one changed byte.

A save is looked at like this before it is opened, and the home screen looks at nothing else. Reads
go through SQLite even for the first bytes: closing a file of one's own drops the locks that the
same program holds on it, and SQLite knows how not to.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from wargame.errors import SaveError
from wargame.storage.file_format import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    index_beside,
    log_beside,
)
from wargame.storage.refusals import (
    READING_ERRORS,
    NewerSaveError,
    SaveInUseError,
    damaged_file,
    refusal,
)
from wargame.storage.sqlite_uri import uri_of


@contextmanager
def quiet_view(path: Path, *, lenient: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection that reads a save as it is on disk, with what its write-ahead log holds.

    Args:
        path: The save.
        lenient: Read also from a file that was cut short, as far as it goes.

    Raises:
        SaveError: There is no such file, it is no save, or it was written by a newer version.
    """
    check_is_file(path)
    try:
        with closing(_immutable(path)) as view:
            is_in_use = has_log(path)
            if lenient or is_in_use:
                # What this really says is that a missing page need not stop the reading. While
                # there is a log, the file's last pages may still be only there.
                view.execute("PRAGMA writable_schema = ON")
            check_is_save(view, path)
            if not is_in_use:
                yield view
                return
            # After a crash, or while a game is open elsewhere, the newest events are in the log.
            # SQLite would fold the log into the file; so it gets a copy of both.
            with tempfile.TemporaryDirectory(prefix="wargame-") as folder:
                copy = Path(folder) / "copy.wargame"
                with closing(sqlite3.connect(copy)) as target:
                    view.backup(target)
                shutil.copyfile(log_beside(path), log_beside(copy))
                with closing(sqlite3.connect(copy, isolation_level=None)) as recovered:
                    check_is_save(recovered, path)
                    yield recovered
    except READING_ERRORS as error:
        raise refusal(error, path) from error


def check_is_file(path: Path) -> None:
    """Checks that there is a file that might be a save, before it is opened.

    Raises:
        SaveError: It is missing, a folder, empty, or may not be read.
    """
    try:
        if path.is_dir():
            raise SaveError(f"{path} is a folder, not a Wargame save. Choose a file.", path)
        size = path.stat().st_size
    except OSError as error:
        raise refusal(error, path) from error
    if not path.is_file():
        raise SaveError(f"{path} is no ordinary file and no Wargame save.", path)
    if size == 0:
        raise SaveError(
            f"{path.name} is empty: nothing was ever saved in it. Choose another file.", path
        )


def check_is_save(view: sqlite3.Connection, path: Path) -> int:
    """The schema version of a file, once it is known to be a save that can be read.

    Raises:
        SaveError: It is not a save, or it was written by a newer version.
    """
    (application,) = view.execute("PRAGMA application_id").fetchone()
    (version,) = view.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID or version < 1:
        raise SaveError(
            f"{path.name} is a database of another program, not a Wargame save; "
            "it was left as it is.",
            path,
        )
    if version > SCHEMA_VERSION:
        raise NewerSaveError(
            f"{path.name} was written by a newer version of Wargame (format {version}; this one "
            f"reads up to {SCHEMA_VERSION}). Update Wargame to open it; it was left as it is.",
            path,
        )
    odd = "SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table', 'index')"
    if view.execute(odd).fetchone() != (0,):
        raise damaged_file(path, "it holds parts that no save has")
    return int(version)


def has_log(path: Path) -> bool:
    """Whether a save has a write-ahead log beside it: it is open, or its program was killed."""
    try:
        return log_beside(path).stat().st_size > 0
    except OSError:
        return False


def is_held(path: Path) -> bool:
    """Whether some connection, here or in another program, has the save open for a game."""
    index = index_beside(path)
    was_there = index.exists()
    try:
        with closing(_connect(uri_of(path, "ro"))) as probe:
            probe.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except READING_ERRORS as error:
        return isinstance(refusal(error, path), SaveInUseError)
    finally:
        if not was_there:
            index.unlink(missing_ok=True)
    return False


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that last took a save, as it wrote itself down.

    Attributes:
        process: Its process number.
        host: The name of its machine.
        title: Title of the session.
    """

    process: int
    host: str
    title: str


def holder_of(path: Path) -> Holder | None:
    """Who holds a save, as far as the file says; None when it says nothing."""
    try:
        with closing(_immutable(path)) as view:
            row = view.execute(
                "SELECT process, host, title FROM holder, session LIMIT 1"
            ).fetchone()
    except READING_ERRORS:
        return None
    return Holder(*row) if row else None


def _immutable(path: Path) -> sqlite3.Connection:
    return _connect(uri_of(path, "ro", immutable=True))


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)
