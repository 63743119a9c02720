"""The log of events: linking new ones to the chain, writing them, reading them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from wargame.errors import SaveError
from wargame.model.events import Event, Record
from wargame.storage import codec
from wargame.storage.chain import next_hash
from wargame.storage.examination import LogEnd, latest_digest
from wargame.storage.refusals import damaged_log
from wargame.storage.tables import EVENTS

EventRow = tuple[int, str, str, bytes, bytes]

# The two statements of an append go to the driver itself, inside SQLAlchemy's transaction: composed
# from expressions they would cost half as much as writing through to the disk does.
_INSERT_EVENT = "INSERT INTO events (number, at, kind, payload, hash) VALUES (?, ?, ?, ?, ?)"
_MOVE_END = "UPDATE latest SET number = ?, at = ?, hash = ?, progress = ?, digest = ?"
_READ_EVENTS = select(EVENTS.c.number, EVENTS.c.at, EVENTS.c.kind, EVENTS.c.payload).order_by(
    EVENTS.c.number
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Events that are linked to the chain and ready to be written.

    Attributes:
        records: The events as they will be read back.
        rows: What is written of them.
        end: Where the log will end.
    """

    records: tuple[Record, ...]
    rows: list[EventRow]
    end: LogEnd


def chained(events: Sequence[Event], at: str, end: LogEnd) -> Batch:
    """Events linked to the end of a log.

    Raises:
        InternalError: An event holds NaN or a value of the wrong type.
    """
    number, tail = end.number, end.hash
    records, rows = list[Record](), list[EventRow]()
    for event in events:
        payload, read_back = codec.encode_event(event)
        number += 1
        tail = next_hash(tail, number, at, event.kind, payload)
        records.append(Record(number, at, read_back))
        rows.append((number, at, event.kind, payload, tail))
    return Batch(tuple(records), rows, LogEnd(number, tail, at, is_whole=True))


def write_batch(raw: sqlite3.Connection, batch: Batch, progress: bytes) -> None:
    """Writes events and the mark of the new end, inside the transaction that is open."""
    end = (batch.end.number, batch.end.at, batch.end.hash, progress)
    raw.executemany(_INSERT_EVENT, batch.rows)
    raw.execute(_MOVE_END, (*end, latest_digest(*end)))


def read_events(
    connection: Connection, first: int, last: int, path: Path, title: str
) -> list[Record]:
    """The events from one number to another.

    Raises:
        DamagedSaveError: An event does not hold what its kind promises.
    """
    with codec.without_collector():
        rows = connection.execute(_READ_EVENTS.where(EVENTS.c.number.between(first, last)))
        records = list[Record]()
        for number, at, kind, payload in rows:
            try:
                records.append(Record(number, at, codec.decode_event(kind, payload)))
            except SaveError as error:
                raise damaged_log(path, title, number) from error
        return records
