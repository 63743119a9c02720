"""Examining a save before it is trusted: header, scenario, every link of the chain, its end.

Works on any ``sqlite3`` connection and on every schema version, since all of them keep session,
scenario and events alike. The events are decoded on the way, because whoever opens a save wants
them, and fetching them twice costs more than checking them.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wargame.errors import SaveError
from wargame.storage.chain import Header, first_hash, mark, next_hash
from wargame.storage.refusals import READING_ERRORS, damaged_file, damaged_log, refusal

_EVENTS = "SELECT number, at, kind, payload, hash FROM events ORDER BY number"

if TYPE_CHECKING:
    from wargame.model.events import Record


@dataclass(frozen=True, slots=True)
class LogEnd:
    """Where a log ends, or breaks.

    Attributes:
        number: Number of the last event that is whole; 0 for an empty log.
        hash: Its hash; the first hash of the chain for an empty log.
        at: When it was written; empty for an empty log.
        is_whole: Whether nothing is damaged or missing behind it.
    """

    number: int
    hash: bytes
    at: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Examined:
    """A save that was found whole.

    Attributes:
        header: The key facts of its session.
        end: Where its log ends.
        records: The log.
    """

    header: Header
    end: LogEnd
    records: list[Record]


def examine(view: sqlite3.Connection, path: Path) -> Examined:
    """What a save holds, once all of it is known to be whole.

    Raises:
        DamagedSaveError: Something is not as it was written; carries the first bad event.
    """
    # The start page reads the ends of saves with this module, and needs none of the events.
    from wargame.model.events import Record
    from wargame.storage import codec

    header = header_of(view, path)
    check_scenario(view, path, header)
    records: list[Record] = []

    def decode(number: int, at: str, kind: str, payload: bytes) -> None:
        records.append(Record(number, at, codec.decode_event(kind, payload)))

    with codec.without_collector():
        try:
            end = end_of_log(view, header, decode)
        except SaveError as error:
            raise damaged_log(path, header.title, len(records) + 1) from error
    if not end.is_whole:
        raise damaged_log(path, header.title, end.number + 1)
    return Examined(header, end, records)


def header_of(view: sqlite3.Connection, path: Path) -> Header:
    """The key facts of a session.

    Raises:
        SaveError: They are missing or not of their type.
    """
    try:
        rows = view.execute(
            "SELECT title, session.scenario, sha256, rules, created FROM session, scenario"
        ).fetchall()
    except READING_ERRORS as error:
        raise refusal(error, path) from error
    if len(rows) != 1 or not all(isinstance(value, str) for value in rows[0]):
        raise damaged_file(path, "its session is not as it was written")
    return Header(*rows[0])


def check_scenario(view: sqlite3.Connection, path: Path, header: Header) -> None:
    """Checks that the scenario is the one the game began with.

    Raises:
        DamagedSaveError: The text does not have the hash that stands beside it.
    """
    packed_scenario(view, path, header)


def packed_scenario(view: sqlite3.Connection, path: Path, header: Header) -> bytes:
    """The scenario that the game began with, packed as it was then.

    Raises:
        DamagedSaveError: The text does not have the hash that stands beside it.
    """
    try:
        ((text,),) = view.execute("SELECT text FROM scenario").fetchall()
    except (*READING_ERRORS, ValueError) as error:
        raise refusal(error, path, header.title) from error
    if not isinstance(text, bytes) or hashlib.sha256(text).hexdigest() != header.scenario_sha256:
        raise damaged_file(path, "its scenario is not as it was written")
    return text


def end_of_log(
    view: sqlite3.Connection,
    header: Header,
    visit: Callable[[int, str, str, bytes], None] | None = None,
) -> LogEnd:
    """The last event up to which the chain is whole.

    Args:
        view: A connection to the save.
        header: The key facts of its session, from which the first hash follows.
        visit: Is given number, time, kind and payload of each event whose hash is right.
    """
    last, last_at, before = 0, "", first_hash(header)
    try:
        for number, at, kind, payload, written in view.execute(_EVENTS):
            if number != last + 1 or not _is_row(at, kind, payload):
                return LogEnd(last, before, last_at, is_whole=False)
            after = next_hash(before, number, at, kind, payload)
            if after != written:
                return LogEnd(last, before, last_at, is_whole=False)
            last, last_at, before = number, at, after
            if visit:
                visit(number, at, kind, payload)
        is_whole = _reaches_its_mark(view, last, before)
    except READING_ERRORS:
        is_whole = False
    return LogEnd(last, before, last_at, is_whole)


def latest_digest(number: int, at: str, tail: bytes, progress: bytes) -> bytes:
    """The mark over the row that says where the log ends."""
    return mark(number, at, tail, progress)


def _is_row(at: object, kind: object, payload: object) -> bool:
    return isinstance(at, str) and isinstance(kind, str) and isinstance(payload, bytes)


def _reaches_its_mark(view: sqlite3.Connection, number: int, tail: bytes) -> bool:
    """Whether the log ends where the last writing said it does; version 1 did not say."""
    if view.execute("PRAGMA user_version").fetchone() == (1,):
        return True
    rows = view.execute("SELECT number, at, hash, progress, digest FROM latest").fetchall()
    if len(rows) != 1:
        return False
    *parts, digest = rows[0]
    return bool(parts[0] == number and parts[2] == tail and latest_digest(*parts) == digest)
