"""What the home screen shows of a save, read without opening the game.

The live game leaves a few values beside each writing, so that nothing has to be folded; SQLAlchemy
is not needed either, and nothing of the file is locked or changed.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from wargame.errors import SaveError
from wargame.model.ids import Phase
from wargame.storage.examination import (
    check_scenario,
    end_of_log,
    header_of,
    latest_digest,
)
from wargame.storage.file_format import real_path
from wargame.storage.quiet_view import has_log, is_held, quiet_view
from wargame.storage.refusals import damaged_log


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a game has come, as the live game knows it after a command.

    Attributes:
        turn: The turn, from 1; 0 before the first.
        turns: How many turns the scenario has; 0 where that is open.
        phase: Phase of the turn; None where it is not known.
        index_path: The index at the start and after each adjudicated turn, 0 to 100.
        played: How it is played, in words, such as "3 teams, 9 computer seats".
        practice: Name of the actor that a student plays alone; empty for any other session.
    """

    turn: int = 0
    turns: int = 0
    phase: Phase | None = None
    index_path: tuple[float, ...] = ()
    played: str = ""
    practice: str = ""


@dataclass(frozen=True, slots=True)
class SaveSummary:
    """A save as the list of recent sessions shows it.

    Attributes:
        path: The file.
        title: Name of the session; the file's name where it cannot be read.
        scenario: Id of the scenario; empty where it cannot be read.
        created: When the session was created, ISO 8601 in UTC.
        written: When the log was last written, ISO 8601 in UTC; empty for never.
        events: How many events the log holds.
        progress: How far the game has come.
        error: Why it cannot be read, in a sentence; empty when it can.
        first_bad: Number of the first damaged event where there are whole ones before it, so that
            a last good copy can be had; 0 otherwise.
    """

    path: Path
    title: str
    scenario: str = ""
    created: str = ""
    written: str = ""
    events: int = 0
    progress: Progress = Progress()
    error: str = ""
    first_bad: int = 0


def summary_of(path: Path, *, thorough: bool = False) -> SaveSummary:
    """What there is to know about a save without opening it; never raises for a bad file.

    Args:
        path: The file.
        thorough: Check the hash chain too, which takes about 6 ms for 1,000 events; otherwise
            damage to the log is found, and said, when the save is opened.
    """
    try:
        with quiet_view(real_path(path)) as view:
            found = _read(view, path)
            return _with_log_checked(found, view) if thorough and not found.error else found
    except SaveError as error:
        return SaveSummary(path, path.stem, error=str(error))


def encode_progress(progress: Progress) -> bytes:
    """The bytes of a progress, for the row that says where the log ends."""
    return msgspec.json.encode(progress)


def _read(view: sqlite3.Connection, path: Path) -> SaveSummary:
    header = header_of(view, path)
    known = SaveSummary(path, header.title, header.scenario_id, header.created)
    if view.execute("PRAGMA user_version").fetchone() == (1,):
        return _read_version_1(view, known)
    rows = view.execute("SELECT number, at, hash, progress, digest FROM latest").fetchall()
    if len(rows) != 1:
        return _with_error(known, "the end of its log is not marked")
    number, at, tail, progress, digest = rows[0]
    if latest_digest(number, at, tail, progress) != digest:
        return _with_error(known, "the end of its log is damaged")
    try:
        read = msgspec.json.decode(progress, type=Progress)
    except msgspec.DecodeError:
        return _with_error(known, "the end of its log cannot be understood")
    return SaveSummary(path, header.title, header.scenario_id, header.created, at, number, read)


def _with_log_checked(found: SaveSummary, view: sqlite3.Connection) -> SaveSummary:
    header = header_of(view, found.path)
    check_scenario(view, found.path, header)
    end = end_of_log(view, header)
    if end.is_whole or (has_log(found.path) and is_held(found.path)):
        return found
    error = str(damaged_log(found.path, found.title, end.number + 1))
    return replace(found, error=error, first_bad=end.number + 1 if end.number else 0)


def _read_version_1(view: sqlite3.Connection, known: SaveSummary) -> SaveSummary:
    """Saves of version 1 held no progress: only what the log says at once."""
    events, written = view.execute("SELECT count(*), max(at) FROM events").fetchone()
    return SaveSummary(
        known.path, known.title, known.scenario, known.created, written or "", events
    )


def _with_error(known: SaveSummary, detail: str) -> SaveSummary:
    error = f"Cannot be read: {detail}."
    return SaveSummary(known.path, known.title, known.scenario, known.created, error=error)
