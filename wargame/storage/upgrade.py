"""Bringing an older save to the current schema, on its open connection.

Imported only when a file is behind, and Alembic with it. Each step is a numbered file in
``migrations`` that imports nothing of the live code, so that it goes on doing what it did when it
was written. ``user_version`` is the only record of how far a file has come.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from wargame.storage.file_format import SCHEMA_VERSION, free_name
from wargame.storage.migrations import to_2, to_3
from wargame.storage.new_file import copy_whole

_STEPS = {2: to_2.upgrade, 3: to_3.upgrade}


def upgrade(connection: Connection, version: int) -> None:
    """Takes every step from a version to the current one, in one transaction.

    Args:
        connection: An open connection outside a transaction.
        version: The file's version.
    """
    with connection.begin():
        operations = Operations(MigrationContext.configure(connection))
        for step in range(version + 1, SCHEMA_VERSION + 1):
            _STEPS[step](operations)
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def copy_before_upgrade(raw: sqlite3.Connection, path: Path) -> Path:
    """Copies a save beside itself before it is changed, and gives the copy's path.

    Raises:
        SaveError: The disk refused the copy; nothing was changed.
    """
    copy = free_name(path, "before-upgrade")
    copy_whole(raw, copy)
    return copy
