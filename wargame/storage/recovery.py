"""The last good copy: a new save with everything before the first damaged event.

The damaged file is only looked at. The copy has the same header and therefore the same chain, so
that every event in it proves itself.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
from sqlalchemy import Connection, insert, update

from wargame.model.events import PhaseBegan
from wargame.storage.chain import Header, mark
from wargame.storage.examination import (
    LogEnd,
    check_scenario,
    end_of_log,
    header_of,
    latest_digest,
)
from wargame.storage.file_format import free_name, real_path
from wargame.storage.new_file import new_save_connection, write_first_rows
from wargame.storage.notebook_chain import whole_rows
from wargame.storage.quiet_view import quiet_view
from wargame.storage.refusals import READING_ERRORS, damaged_file
from wargame.storage.summary import Progress, encode_progress
from wargame.storage.tables import DEBRIEF, DRAFTS, EVENTS, LATEST, SNAPSHOTS

_BATCH = 500


def free_recovery_path(path: Path) -> Path:
    """A free name for the last good copy of a save, beside it."""
    return free_name(path, "recovered")


def recover_copy(path: Path, target: Path) -> int:
    """Writes a new save with all events before the first bad one.

    Args:
        path: The damaged save; it is left as it is.
        target: The copy, where no file may be yet.

    Returns:
        How many events the copy holds.

    Raises:
        SaveError: Not even the session and its scenario are whole, no event is, or the copy cannot
            be written.
    """
    path = real_path(path)
    with quiet_view(path, lenient=True) as view:
        header = header_of(view, path)
        check_scenario(view, path, header)
        end = end_of_log(view, header)
        if end.number == 0:
            raise damaged_file(path, "no event of its log is whole")
        ((text,),) = view.execute("SELECT text FROM scenario").fetchall()
        with new_save_connection(target, header.title) as connection:
            write_first_rows(connection, header, text)
            with connection.begin():
                _copy_log(view, connection, end)
                _copy_short_cuts(view, connection, end)
                _copy_notebook(view, connection, header)
    return end.number


def _copy_log(view: sqlite3.Connection, connection: Connection, end: LogEnd) -> None:
    progress = Progress()
    names = ("number", "at", "kind", "payload", "hash")
    cursor = view.execute(
        f"SELECT {', '.join(names)} FROM events WHERE number <= ? ORDER BY number",  # noqa: S608
        (end.number,),
    )
    while rows := cursor.fetchmany(_BATCH):
        connection.execute(insert(EVENTS), [dict(zip(names, row, strict=True)) for row in rows])
        for _, _, kind, payload, _ in rows:
            if kind == PhaseBegan.kind:
                now = msgspec.json.decode(payload, type=PhaseBegan)
                progress = Progress(turn=now.turn, phase=now.phase)
    row = (end.number, end.at, end.hash, encode_progress(progress))
    names = ("number", "at", "hash", "progress", "digest")
    moved = dict(zip(names, (*row, latest_digest(*row)), strict=True))
    connection.execute(update(LATEST).values(moved))


def _copy_short_cuts(view: sqlite3.Connection, connection: Connection, end: LogEnd) -> None:
    """Snapshots and drafts that are whole; where their pages are damaged, there are none."""
    try:
        snapshots = view.execute(
            "SELECT number, world, digest, hash FROM snapshots JOIN events USING (number) "
            "WHERE number <= ?",
            (end.number,),
        ).fetchall()
        drafts = view.execute("SELECT seat, slot, at, payload, digest FROM drafts").fetchall()
    except READING_ERRORS:
        return
    for number, world, digest, tail in snapshots:
        if mark(number, tail, world) == digest:
            row = {"number": number, "world": world, "digest": digest}
            connection.execute(insert(SNAPSHOTS), row)
    for seat, slot, at, payload, digest in drafts:
        if mark(seat, slot, at, payload) == digest:
            place = {"seat": seat, "slot": slot, "at": at}
            connection.execute(insert(DRAFTS), {**place, "payload": payload, "digest": digest})


def _copy_notebook(view: sqlite3.Connection, connection: Connection, header: Header) -> None:
    """What a debrief wrote, as far as it is whole; saves of earlier versions have none."""
    try:
        rows, _ = whole_rows(view, header)
    except READING_ERRORS:
        return
    names = ("number", "at", "kind", "payload", "hash")
    if rows:
        connection.execute(insert(DEBRIEF), [dict(zip(names, row, strict=True)) for row in rows])
