"""What durability and reading cost, as ratios to the bare thing measured in the same run.

For ``wargame bench`` and the tests; nothing of a game depends on it.
"""

from __future__ import annotations

import hashlib
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wargame.model.events import (
    ActResolved,
    Draw,
    Event,
    OrdersSealed,
    PhaseBegan,
    Record,
    Sighting,
    SystemSettled,
)
from wargame.model.ids import ActorId, FrontId, MoveId, Phase
from wargame.model.ledger import Entry
from wargame.model.orders import Order
from wargame.storage.codec import encode_event
from wargame.storage.connection import create_file
from wargame.storage.opening import create_save, open_save
from wargame.storage.save_file import SaveFile
from wargame.storage.summary import Progress

_AT = "2024-07-31T00:00:00.000+00:00"
_SEATS = tuple(map(ActorId, ("ISR", "IRN", "USA", "HZB", "HAM", "HTH", "IRQ", "SYR", "QAT")))


@dataclass(frozen=True, slots=True)
class Measurement:
    """One comparison.

    Attributes:
        name: What was measured.
        ours_ms: Median of ours, in milliseconds.
        reference_ms: Median of the reference, in milliseconds.
        reference: What the reference is.
    """

    name: str
    ours_ms: float
    reference_ms: float
    reference: str

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the reference."""
        return self.ours_ms / self.reference_ms


def typical_events(count: int) -> tuple[Event, ...]:
    """Events as a game writes them: phases, sealed orders, acts with twenty ledger entries."""
    return tuple(_typical_event(n) for n in range(count))


def append_latency(rounds: int = 9, appends: int = 60, folder: Path | None = None) -> Measurement:
    """A durable append of a seat's sealed orders against a bare ``sqlite3`` commit of the same row.

    Both write to the same disk with the same pragmas, turn about, so that a busy disk slows both.

    Args:
        rounds: How often the appends are done.
        appends: About how many appends a round has.
        folder: A folder on the disk to be measured; None for the system's temporary folder.
    """
    events = [event for event in typical_events(10 * appends) if event.kind == OrdersSealed.kind]
    payloads = [encode_event(event)[0] for event in events]
    ours, bare = list[float](), list[float]()
    with (
        tempfile.TemporaryDirectory(dir=folder) as place,
        _new_save(Path(place) / "ours.wargame") as save,
        closing(create_file(Path(place) / "bare.wargame")) as raw,
    ):
        raw.execute("CREATE TABLE events (number INTEGER PRIMARY KEY, at, kind, payload, hash)")
        raw.execute("CREATE TABLE latest (id INTEGER PRIMARY KEY, number, hash, progress)")
        raw.execute("INSERT INTO latest VALUES (1, 0, x'', x'')")
        for _ in range(rounds):
            for event, payload in zip(events, payloads, strict=True):
                ours.append(_seconds(partial(save.append, (event,), _AT, Progress(turn=1))))
                bare.append(_seconds(partial(_bare_commit, raw, event.kind, payload)))
    return _measurement("append", ours, bare, "a bare sqlite3 commit with the same pragmas")


def _bare_commit(raw: sqlite3.Connection, kind: str, payload: bytes) -> None:
    raw.execute("BEGIN IMMEDIATE")
    cursor = raw.execute(
        "INSERT INTO events (at, kind, payload, hash) VALUES (?, ?, ?, ?)",
        (_AT, kind, payload, b"h" * 32),
    )
    raw.execute("UPDATE latest SET number = ?, hash = ?", (cursor.lastrowid, b"h" * 32))
    raw.execute("COMMIT")


def reading_time(count: int = 10_000, rounds: int = 7, folder: Path | None = None) -> Measurement:
    """Opening a save, chain checked and every event decoded, against fetching and hashing its rows.

    Args:
        count: How many typical events.
        rounds: How often each is done.
        folder: A folder on the disk to be measured; None for the system's temporary folder.
    """
    ours, bare = [], []
    with tempfile.TemporaryDirectory(dir=folder) as place:
        path = Path(place) / "long.wargame"
        with _new_save(path) as save:
            save.append(typical_events(count), _AT)
        for _ in range(rounds):
            ours.append(_seconds(lambda: _open_and_read(path)))
            bare.append(_seconds(lambda: _fetch_and_hash(path)))
    return _measurement(f"open and decode {count} events", ours, bare, "fetching and hashing them")


def _open_and_read(path: Path) -> list[Record]:
    with open_save(path) as save:
        return save.record_list()


def _fetch_and_hash(path: Path) -> None:
    digest = hashlib.sha256()
    with closing(sqlite3.connect(path)) as raw:
        for (payload,) in raw.execute("SELECT payload FROM events ORDER BY number"):
            digest.update(payload)


def _typical_event(n: int) -> Event:
    """One of fifty events of a turn: phases, sealed orders, acts, what systems settled."""
    turn, place, seat = n // 50 + 1, n % 50, _SEATS[n % len(_SEATS)]
    if place < 3:
        return PhaseBegan(turn, tuple(Phase)[place])
    order = Order(MoveId("M11"), ActorId("ISR"), warning_hours=12.0, message="A measured reply.")
    if place < 15:
        return OrdersSealed(seat, (order, order))
    third = 1.0 / (3.0 + n)
    if place >= 45:
        return SystemSettled(
            turn, "time", "", (), public=False, draws=(), ledger=_entries(third, "time", 40)
        )
    return ActResolved(
        number=place,
        turn=turn,
        day=3.0 * turn + third,
        actor=seat,
        order=order,
        front=FrontId("direct"),
        rung=9.0,
        severity=12.0 * third,
        success=True,
        choreographed=False,
        warning_hours=12.0,
        weapons=(),
        killed=n % 7,
        displaced=0,
        attribution=0.9,
        sightings=tuple(
            Sighting(other, ((seat, 0.5 + third),), 9.0 + third, "public") for other in _SEATS[:6]
        ),
        draws=(Draw("covert.success", 0, third, 1.0), Draw("attribution", 1, third, 0.0)),
        ledger=_entries(third, f"act:{place}", 20),
    )


def _entries(start: float, cause: str, count: int) -> tuple[Entry, ...]:
    pairs = [(first, second) for first in _SEATS for second in _SEATS]
    return tuple(
        Entry("heat", first, second, start + k, start + k + 1, cause, "S23")
        for k, (first, second) in enumerate(pairs[:count])
    )


def _new_save(path: Path) -> SaveFile:
    text = b"scenario" * 20_000
    digest = hashlib.sha256(text).hexdigest()
    return create_save(path, text, digest, "bench", "Bench", "bench", _AT)


def _seconds(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    result = action()
    taken = time.perf_counter() - begun
    # What was made is thrown away only now: a game keeps it.
    del result
    return taken


def _measurement(name: str, ours: list[float], bare: list[float], reference: str) -> Measurement:
    milliseconds = (1000 * statistics.median(ours), 1000 * statistics.median(bare))
    return Measurement(name, *milliseconds, reference)
