"""What is said when a save cannot be used: one sentence with what, where and what now.

SQLite names its errors; each family has one sentence here, and nothing else in the package words
a refusal of the disk.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from wargame.errors import SaveError

READING_ERRORS = (sqlite3.Error, OSError, UnicodeError)
"""What reading a damaged file can raise; the last when SQLite's own message quotes its bytes."""


class DamagedSaveError(SaveError):
    """A save whose log is broken; the events before the break can still be had.

    Attributes:
        first_bad: Number of the first event that cannot be trusted; 0 when nothing can be had.
    """

    def __init__(self, message: str, path: Path | None, first_bad: int = 0) -> None:
        super().__init__(message, path)
        self.first_bad = first_bad


class SaveInUseError(SaveError):
    """A save that another program, or another window, has open."""


class NewerSaveError(SaveError):
    """A save written by a newer version of the program."""


def damaged_log(path: Path, title: str, first_bad: int) -> DamagedSaveError:
    """The refusal of a save whose log breaks at an event."""
    name = title or path.stem
    if first_bad <= 1:
        words = (
            f"“{name}” cannot be read: event 1 of the log in {path} is damaged, and with it all."
        )
        return DamagedSaveError(words, path, first_bad)
    words = (
        f"“{name}” cannot be read: event {first_bad} of the log in {path} is damaged. "
        f"The {first_bad - 1} before it are whole; open the last good copy to go on from there."
    )
    return DamagedSaveError(words, path, first_bad)


def damaged_file(path: Path, detail: str) -> DamagedSaveError:
    """The refusal of a save that is damaged outside its log.

    Args:
        path: The save.
        detail: What is wrong, as the end of a sentence, such as "its scenario is not whole".
    """
    words = f"{path.name} cannot be read: {detail}. The file was left as it is; use a copy of it."
    return DamagedSaveError(words, path)


def refusal(error: BaseException, path: Path, title: str = "") -> SaveError:
    """The sentence for what SQLite or the system said.

    Args:
        error: One of ``READING_ERRORS`` or SQLAlchemy's wrapping of the first.
        path: The save that was being used.
        title: The session's title where it is known.
    """
    cause = getattr(error, "orig", None) or error
    name = f"“{title}”" if title else path.name
    if isinstance(cause, OSError):
        return _system_refusal(cause, path, name)
    code = getattr(cause, "sqlite_errorname", None) or ""
    if code.startswith("SQLITE_FULL"):
        return _disk_full(path, name)
    if code.startswith("SQLITE_BUSY"):
        return SaveInUseError(f"{name} is open in another program. Close it there first.", path)
    if code.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return no_writing(path, name, path)
    if code.startswith("SQLITE_CANTOPEN"):
        return no_writing(path, name, path.parent)
    if code.startswith("SQLITE_IOERR"):
        return SaveError(
            f"{name} could not be read or written: the disk that holds {path} reports a fault. "
            "Check the disk and its free space, or save elsewhere.",
            path,
        )
    if code.startswith("SQLITE_NOTADB"):
        return SaveError(
            f"{path.name} is not a Wargame save; it was left as it is. Choose another file.", path
        )
    if isinstance(cause, sqlite3.Error | UnicodeError):
        return damaged_file(path, "the file is damaged")
    return SaveError(f"{name} could not be used: {cause}.", path)


def check_writing(path: Path, title: str, wish: str = "played on") -> None:
    """Looks whether a save may be written, before it is touched.

    Args:
        path: The save.
        title: The session's title.
        wish: What it was wanted for, as the end of "cannot be".

    Raises:
        SaveError: It, or its folder, may only be read.
    """
    for needed in (path, path.parent):
        if not os.access(needed, os.W_OK):
            raise no_writing(path, f"“{title}”", needed, wish)


def no_writing(path: Path, name: str, closed: Path, wish: str = "played on") -> SaveError:
    """The refusal of a save that may only be read.

    Args:
        path: The save.
        name: What to call it.
        closed: What does not allow writing: the save or its folder.
        wish: What it was wanted for, as the end of "cannot be".
    """
    return SaveError(
        f"{name} cannot be {wish}: {closed} may not be written. "
        "Allow writing to it or work on a copy elsewhere.",
        path,
    )


def no_making(error: OSError, path: Path, title: str = "") -> SaveError:
    """The refusal of a place where a new save cannot be made."""
    name = f"“{title}”" if title else path.name
    is_taken = isinstance(error, FileExistsError) and path.exists()
    if is_taken or error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _system_refusal(error, path, name)
    reason = error.strerror or type(error).__name__
    return SaveError(
        f"{name} cannot be kept in {path.parent}: {reason}. Choose another folder.", path
    )


def _disk_full(path: Path, name: str) -> SaveError:
    return SaveError(
        f"{name} could not be saved: the disk that holds {path} is full. "
        "Free some space or save elsewhere.",
        path,
    )


def _system_refusal(error: OSError, path: Path, name: str) -> SaveError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _disk_full(path, name)
    if isinstance(error, FileNotFoundError):
        return SaveError(f"There is no file {path}. Was it moved or renamed?", path)
    if isinstance(error, FileExistsError):
        return SaveError(f"{path} exists already. Choose another name.", path)
    if isinstance(error, PermissionError):
        return SaveError(
            f"{name} cannot be opened: you may not use {path}. Ask its owner or work on a copy.",
            path,
        )
    reason = error.strerror or type(error).__name__
    return SaveError(f"{name} cannot be used: {path} says “{reason}”. Try a copy of it.", path)
