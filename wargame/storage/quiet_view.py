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

_TRIES = 20
_LOG_HEAD = 32


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
        if not has_log(path):
            with closing(_immutable(path, lenient)) as view:
                check_is_save(view, path)
                yield view
            return
        # After a crash, or while a game is open elsewhere, the newest events are in the log. SQLite
        # would fold the log into the file; so it gets a copy of both.
        with tempfile.TemporaryDirectory(prefix="wargame-") as folder:
            copy = Path(folder) / "copy.wargame"
            _copy_with_log(path, copy)
            with closing(_connect(copy)) as recovered:
                check_is_save(recovered, path)
                yield recovered
    except READING_ERRORS as error:
        raise refusal(error, path) from error


def _copy_with_log(path: Path, copy: Path) -> None:
    """Copies a file and its log as they were at one moment.

    Raises:
        SaveInUseError: Another program keeps on writing into the file.
    """
    for _ in range(_TRIES):
        before = _traces_of_writing(path)
        # Lenient, for the file's last pages may still be only in the log.
        with closing(_immutable(path, lenient=True)) as view, closing(_connect(copy)) as target:
            check_is_save(view, path)
            # The copy lives for milliseconds: it need not survive anything.
            target.execute("PRAGMA synchronous = OFF")
            target.execute("PRAGMA journal_mode = MEMORY")
            view.backup(target)
        try:
            shutil.copyfile(log_beside(path), log_beside(copy))
        except FileNotFoundError:
            log_beside(copy).unlink(missing_ok=True)
        if _traces_of_writing(path) == before:
            return
    raise SaveInUseError(f"{path.name} is being written by another program. Try again.", path)


def _traces_of_writing(path: Path) -> tuple[int, int, bytes]:
    """What changes when the program that has a save open folds the log into the file.

    That the log grows is no such change: what has been copied of it is still a whole game.
    """
    try:
        with log_beside(path).open("rb") as log:
            head = log.read(_LOG_HEAD)
    except FileNotFoundError:
        head = b""
    state = path.stat()
    return state.st_mtime_ns, state.st_size, head


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
            "it was left as it is. Choose another file.",
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
        log_beside(path).stat()
    except OSError:
        return False
    return True


def is_held(path: Path) -> bool:
    """Whether some connection, here or in another program, has the save open for a game.

    Only for saves with a log beside them: the question itself would make one.
    """
    index = index_beside(path)
    was_there = index.exists()
    try:
        with closing(_connect(path, "ro")) as probe:
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


def _immutable(path: Path, lenient: bool = False) -> sqlite3.Connection:
    view = sqlite3.connect(
        uri_of(path, "ro", immutable=True), uri=True, timeout=0, isolation_level=None
    )
    if lenient:
        # What this really says is that a missing page need not stop the reading.
        view.execute("PRAGMA writable_schema = ON")
    return view


def _connect(path: Path, mode: str = "rwc") -> sqlite3.Connection:
    return sqlite3.connect(uri_of(path, mode), uri=True, timeout=0, isolation_level=None)
