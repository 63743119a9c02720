"""How a path is handed to SQLite, so that a question mark in a name is no option of the library."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def uri_of(path: Path, mode: str, *, immutable: bool = False) -> str:
    """The URI of a file for ``sqlite3.connect(..., uri=True)``.

    Args:
        path: The file.
        mode: ``ro``, ``rw`` or ``rwc``.
        immutable: Read without any lock and without looking at the write-ahead log.
    """
    plain = path.absolute().as_posix()
    root = "" if plain.startswith("/") else "/"
    return f"file://{root}{quote(os.fsencode(plain))}?mode={mode}" + (
        "&immutable=1" if immutable else ""
    )
