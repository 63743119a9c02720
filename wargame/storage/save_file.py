"""A save that is open: what is appended here is on disk when the call returns.

One connection, one writer, one transaction for each call. After a refusal by the disk nothing is
half-written, and the same call can be made again.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from sqlalchemy import Connection, delete, select
from sqlalchemy.exc import DBAPIError

from wargame.errors import InternalError, SaveError
from wargame.model.events import Event, Record
from wargame.model.ids import ActorId
from wargame.model.orders import Draft
from wargame.model.world import World
from wargame.storage import codec
from wargame.storage.beside_the_log import (
    delete_drafts,
    read_drafts,
    read_snapshot,
    write_draft,
    write_snapshot,
)
from wargame.storage.connection import close_connection, fold_log
from wargame.storage.differences import Difference, differences
from wargame.storage.event_log import chained, read_events, write_batch
from wargame.storage.examination import Examined
from wargame.storage.new_file import copy_whole
from wargame.storage.refusals import refusal
from wargame.storage.summary import Progress, encode_progress
from wargame.storage.tables import HOLDER, LATEST, SCENARIO

_BATCH = 500


class SaveFile:
    """An open save; made by ``create_save`` and ``open_save``.

    May be used from any thread; calls wait for one another.

    Attributes:
        path: The file.
        header: The key facts of the session.
        read_only: Whether it is a private copy in memory, which takes no writing.
        recovered_to: When the last event was written that had to be recovered after a crash,
            ISO 8601 in UTC; empty when the save had been closed properly.
        upgraded_from: Where the file was copied before it was brought to this version's schema;
            None when that was not needed.
    """

    def __init__(
        self,
        path: Path,
        connection: Connection,
        examined: Examined,
        *,
        read_only: bool = False,
        recovered_to: str = "",
        upgraded_from: Path | None = None,
    ) -> None:
        self.path = path
        self.header = examined.header
        self.read_only = read_only
        self.recovered_to = recovered_to
        self.upgraded_from = upgraded_from
        self._connection = connection
        self._end = examined.end
        self._read_at_opening: list[Record] | None = examined.records
        self._lock = threading.RLock()
        self._is_closed = False
        with self._reading() as reading:
            self._progress: bytes = reading.execute(select(LATEST.c.progress)).scalar_one()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # The log

    @property
    def last_number(self) -> int:
        """Number of the last event; 0 for an empty log."""
        return self._end.number

    @property
    def scenario_text(self) -> bytes:
        """The scenario's files, packed as they were when the session was created."""
        with self._reading() as connection:
            return cast("bytes", connection.execute(select(SCENARIO.c.text)).scalar_one())

    def append(
        self,
        events: Sequence[Event],
        at: str,
        progress: Progress | None = None,
        *,
        drop_drafts_of: Collection[ActorId] = (),
    ) -> tuple[Record, ...]:
        """Appends events in one transaction; they are on disk when this returns.

        Args:
            events: What happened, in order.
            at: When it is written, ISO 8601 in UTC with milliseconds.
            progress: What the home screen will show; None leaves it as it is.
            drop_drafts_of: Seats whose drafts these events settle, in the same transaction.

        Returns:
            The records, with the events as they will be read back: whole numbers in float fields
            have become floats.

        Raises:
            SaveError: The disk refused; nothing was written, and the call may be repeated.
            InternalError: An event holds NaN or a value of the wrong type.
        """
        with self._lock:
            batch = chained(events, at, self._end)
            if not batch.rows:
                return ()
            shown = self._progress if progress is None else encode_progress(progress)
            with self._writing() as connection:
                write_batch(self._raw(), batch, shown)
                for seat in drop_drafts_of:
                    delete_drafts(connection, seat)
            self._end, self._progress = batch.end, shown
            return batch.records

    def records(self, first: int = 1) -> Iterator[Record]:
        """The log from an event on, oldest first, read in pieces as it is asked for.

        Raises:
            SaveError: The disk refused, or the file was changed under our hands.
        """
        while first <= self._end.number:
            yield from self._read_list(first, first + _BATCH - 1)
            first += _BATCH

    def record_list(self, first: int = 1) -> list[Record]:
        """The log from an event on, all at once.

        The first call hands over what was read when the save was opened, which costs nothing; the
        list is the caller's then, and later calls read the file.

        Raises:
            SaveError: The disk refused, or the file was changed under our hands.
        """
        with self._lock:
            self._check_open()
            handed_over, self._read_at_opening = self._read_at_opening, None
            if handed_over is not None and len(handed_over) == self._end.number:
                return handed_over[first - 1 :] if first > 1 else handed_over
            return self._read_list(first, self._end.number)

    def check(self) -> list[Difference]:
        """Everything in the file that is not as it was written; empty when all is well.

        Recomputes the chain, decodes every event and encodes it again, and checks the marks of
        snapshots and drafts and SQLite's own pages.
        """
        with self._lock:
            self._check_open()
            return differences(self._raw(), self.path)

    # Drafts

    def keep_draft(self, draft: Draft, at: str) -> None:
        """Keeps an order that is being written, in place of what its slot held before."""
        with self._writing() as connection:
            write_draft(connection, draft, at)

    def drop_drafts(self, seat: ActorId, slot: int | None = None) -> None:
        """Throws away the drafts of a seat, or only the one in a slot."""
        with self._writing() as connection:
            delete_drafts(connection, seat, slot)

    def drafts(self) -> tuple[Draft, ...]:
        """Every draft that is whole, by seat and slot; a damaged one is left out."""
        with self._reading() as connection:
            return read_drafts(connection)

    # Snapshots

    def keep_snapshot(self, number: int, world: World) -> None:
        """Keeps the world after an event, so that later folds can begin there.

        Raises:
            InternalError: The world is not the one after that event.
        """
        if world.events != number:
            raise InternalError(f"A world of {world.events} events is none after event {number}.")
        packed = codec.encode_world(world)
        with self._writing() as connection:
            write_snapshot(connection, number, packed)
        # A turn is over: let the file itself hold it, so that whoever moves it loses little. What
        # cannot be folded in now stays in the log, which is as good.
        with self._lock, suppress(sqlite3.Error):
            fold_log(self._raw())

    def snapshot_before(
        self, number: int, known: Mapping[int, Event] | None = None
    ) -> tuple[int, World] | None:
        """The last kept world at or before an event, and the event's number; None for none.

        Args:
            number: The event.
            known: Events that the caller has decoded already, by number; the others are read.
        """
        with self._reading() as connection:
            found = read_snapshot(connection, number)
        if found is None:
            return None
        at, world, numbers = found
        wanted = {number for turn in numbers for number in turn}
        wanted |= {ruling.number for ruling in world.rulings.rulings}
        events = {n: known[n] for n in wanted if n in known} if known else {}
        if missing := wanted - events.keys():
            events |= {record.number: record.event for record in self._read_list(min(missing), at)}
        return at, codec.with_happenings(world, numbers, events)

    # The file

    def copy_to(self, target: Path) -> None:
        """Writes a copy of the save to another place, as it is now; this one stays open.

        Raises:
            SaveError: There is a file already, or the disk refused.
        """
        with self._lock:
            self._check_open()
            copy_whole(self._raw(), target, self.header.title)

    def close(self) -> None:
        """Folds the write-ahead log into the file, so that one portable file remains.

        Raises:
            SaveError: The disk refused; everything is kept, in the file and the log beside it.
        """
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
            try:
                if not self.read_only:
                    with self._connection.begin():
                        self._connection.execute(delete(HOLDER))
                    fold_log(self._raw())
            except (DBAPIError, sqlite3.Error) as error:
                raise refusal(error, self.path, self.header.title) from error
            finally:
                close_connection(self._connection)

    # Inside

    def _read_list(self, first: int, last: int) -> list[Record]:
        with self._reading() as connection:
            return read_events(connection, first, last, self.path, self.header.title)

    def _raw(self) -> sqlite3.Connection:
        return cast("sqlite3.Connection", self._connection.connection.driver_connection)

    def _check_open(self) -> None:
        if self._is_closed:
            raise SaveError(f"“{self.header.title}” is closed. Open it again.", self.path)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._lock:
            self._check_open()
            if self.read_only:
                raise SaveError(
                    f"“{self.header.title}” is open for reading only. Open it to play on.",
                    self.path,
                )
            try:
                with self._connection.begin():
                    yield self._connection
            except (DBAPIError, sqlite3.Error) as error:
                raise refusal(error, self.path, self.header.title) from error

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._lock:
            self._check_open()
            try:
                with self._connection.begin():
                    yield self._connection
            except DBAPIError as error:
                raise refusal(error, self.path, self.header.title) from error
