"""A file that is written whole or not at all: a full disk leaves the earlier one as it was."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import get_ident


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there.

    Raises:
        OSError: It cannot be written; what was there before is there still.
    """
    target = path.resolve()  # A link goes on pointing to where it pointed.
    if target.exists():
        with target.open("r+b"):
            pass  # A file that may not be changed is not replaced, either.
        if not target.is_file():
            target.write_bytes(content)
            return
    building = target.with_name(f".{os.getpid()}-{get_ident()}.part")
    try:
        with building.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        building.replace(target)
    except BaseException:
        with suppress(OSError):
            building.unlink(missing_ok=True)
        raise
