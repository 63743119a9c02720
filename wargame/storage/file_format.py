"""What a save file is, in numbers and names, without any library.

Everything that looks at a file before it trusts it starts from these constants.
"""

from __future__ import annotations

import os
from pathlib import Path

SUFFIX = ".wargame"

APPLICATION_ID = 0x57474D45
"""Bytes 68 to 71 of the file, ``WGME`` in ASCII: how SQLite files are told apart."""

SCHEMA_VERSION = 3
"""SQLite's ``user_version``.

Version 1 had no summary, no holder and no mark of the log's end; version 2 no notebook.
"""

PAGE_SIZE = 4096

_MANY_COPIES = 1000


def real_path(path: Path) -> Path:
    """The file that a path stands for; SQLite keeps its log there, not by a link to it."""
    return Path(os.path.realpath(path))


def log_beside(path: Path) -> Path:
    """SQLite's write-ahead log of a save; it exists while a game is open and after a crash."""
    return path.with_name(path.name + "-wal")


def index_beside(path: Path) -> Path:
    """SQLite's shared index of the write-ahead log; a probe for a lock may leave one behind."""
    return path.with_name(path.name + "-shm")


def free_name(path: Path, word: str) -> Path:
    """A name beside a save that is still free, such as ``College B.before-upgrade.wargame``."""
    for n in range(1, _MANY_COPIES):
        mark = word if n == 1 else f"{word}-{n}"
        candidate = path.with_name(f"{path.stem}.{mark}{SUFFIX}")
        if not candidate.exists():
            return candidate
    return path.with_name(f"{path.stem}.{word}-{_MANY_COPIES}{SUFFIX}")
