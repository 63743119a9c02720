"""The notebook of a save: what a debrief writes down, in a chain of its own beside the log.

A debrief reads a game without holding it. The notebook is therefore opened for the moment of a
writing only, without reading the log, and never while somebody plays.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from wargame.errors import SaveError
from wargame.model.debrief_entries import DebriefEntry, EntryRecord
from wargame.storage import codec
from wargame.storage.chain import next_hash
from wargame.storage.connection import connect_file, fold_log
from wargame.storage.examination import header_of
from wargame.storage.file_format import SCHEMA_VERSION, real_path
from wargame.storage.notebook_chain import EntryRow, whole_rows
from wargame.storage.opening import in_use, open_save
from wargame.storage.quiet_view import check_is_save, has_log, is_held, quiet_view
from wargame.storage.refusals import READING_ERRORS, SaveInUseError, check_writing, refusal

_FIRST_WITH_NOTEBOOK = 3
_INSERT = "INSERT INTO debrief (number, at, kind, payload, hash) VALUES (?, ?, ?, ?, ?)"


def read_entries(path: Path) -> tuple[EntryRecord, ...]:
    """What a notebook holds, oldest first; nothing of the file is locked or changed.

    Entries behind a damaged one are left out, and so are kinds that only a later version knows.

    Raises:
        SaveError: The file is no save or cannot be read.
    """
    with quiet_view(real_path(path)) as view:
        if check_is_save(view, path) < _FIRST_WITH_NOTEBOOK:
            return ()
        rows, _ = whole_rows(view, header_of(view, path))
    return tuple(_known(rows))


def first_damaged(path: Path) -> int:
    """Number of the first entry that is damaged, from 1; 0 where all are whole.

    Raises:
        SaveError: The file is no save or cannot be read.
    """
    with quiet_view(real_path(path)) as view:
        if check_is_save(view, path) < _FIRST_WITH_NOTEBOOK:
            return 0
        _, end = whole_rows(view, header_of(view, path))
    return 0 if end.is_whole else end.number + 1


def write_entries(path: Path, entries: Sequence[DebriefEntry], at: str) -> tuple[EntryRecord, ...]:
    """Adds entries to a notebook in one transaction; they are on disk when this returns.

    A save of an earlier version is brought to this one first, with a copy kept beside it.

    Args:
        path: The save.
        entries: What is written down, in order.
        at: When, ISO 8601 in UTC with milliseconds.

    Raises:
        SaveInUseError: Somebody plays in the file.
        SaveError: It may only be read, cannot be written, or its notebook is damaged.
        InternalError: An entry holds NaN or a value of the wrong type.
    """
    path = real_path(path)
    with quiet_view(path) as view:
        version = check_is_save(view, path)
        title = header_of(view, path).title
    if has_log(path) and is_held(path):
        raise in_use(path)
    check_writing(path, title, "added to")
    if version < SCHEMA_VERSION:
        open_save(path).close()
    try:
        with closing(connect_file(path)) as raw:
            written = _append(raw, path, entries, at)
            fold_log(raw)
            return written
    except READING_ERRORS as error:
        refused = refusal(error, path, title)
        raise (in_use(path) if isinstance(refused, SaveInUseError) else refused) from error


def _append(
    raw: sqlite3.Connection, path: Path, entries: Sequence[DebriefEntry], at: str
) -> tuple[EntryRecord, ...]:
    header = header_of(raw, path)
    _, end = whole_rows(raw, header)
    if not end.is_whole:
        raise SaveError(
            f"Nothing can be added to the notes on “{header.title}”: note {end.number + 1} in "
            f"{path.name} is damaged. Make a copy of the last good state first.",
            path,
        )
    number, tail = end.number, end.hash
    records, rows = [], []
    for entry in entries:
        payload, read_back = codec.encode_entry(entry)
        number += 1
        tail = next_hash(tail, number, at, entry.kind, payload)
        records.append(EntryRecord(number, at, read_back))
        rows.append((number, at, entry.kind, payload, tail))
    raw.execute("BEGIN IMMEDIATE")
    try:
        raw.executemany(_INSERT, rows)
        raw.execute("COMMIT")
    except sqlite3.Error:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    return tuple(records)


def _known(rows: Sequence[EntryRow]) -> Iterator[EntryRecord]:
    for number, at, kind, payload, _ in rows:
        if codec.is_entry_kind(kind):
            yield EntryRecord(number, at, codec.decode_entry(kind, payload))
