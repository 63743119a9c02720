"""Seats that think at the same time, one on each core, and all end as soon as nobody waits.

A seat alone shares its work out over the cores; many seats do better one to a core, because only
what the compiled law does runs beside other threads. What is decided depends on neither.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TypeVar

from wargame.model.ids import ActorId

T = TypeVar("T")

ASKED_EVERY_S = 0.02
"""Seconds between two questions whether anybody waits still."""

Told = Callable[[int, int], None]
"""Hears how many seats have decided, and of how many; raises where nobody waits any more."""

Think = Callable[[ActorId, Callable[[], None]], T]
"""Decides for a seat; what it is given is to be called often, and raises when it should end."""


class Cores:
    """The cores of this machine, shared out evenly to the seats that think at a moment."""

    def __init__(self, count: int) -> None:
        """Nobody thinks yet.

        Args:
            count: How many there are, from 1.
        """
        self.count = count
        self._thinking = 0
        self._lock = threading.Lock()

    def share(self) -> int:
        """Threads that a seat may use at this moment, 1 at least."""
        return max(1, self.count // max(1, self._thinking))

    @contextmanager
    def thinking(self) -> Iterator[None]:
        """While a seat thinks."""
        with self._lock:
            self._thinking += 1
        try:
            yield
        finally:
            with self._lock:
                self._thinking -= 1


class _StoppedError(Exception):
    """Ends a seat's thinking in its own thread; nobody outside ever meets it."""


def in_turn(seats: Sequence[ActorId], think: Think[T], told: Told) -> dict[ActorId, T]:
    """What seats decide, one after the other in the caller's thread; see :func:`side_by_side`."""
    found: dict[ActorId, T] = {}
    for done, seat in enumerate(seats):

        def check(done: int = done) -> None:
            told(done, len(seats))

        check()
        found[seat] = think(seat, check)
    told(len(seats), len(seats))
    return found


def side_by_side(
    seats: Sequence[ActorId], think: Think[T], told: Told, cores: Cores
) -> dict[ActorId, T]:
    """What seats decide, as many at a time as there are cores.

    No thread is left when this ends, whichever way it ends.

    Args:
        seats: The seats.
        think: Decides for one of them, in any thread.
        told: Called in this thread, before the first seat, after each and every few milliseconds;
            an error that it raises ends all of them and passes through.
        cores: The cores.
    """
    if min(cores.count, len(seats)) < 2:
        return in_turn(seats, think, told)
    stop = threading.Event()

    def check() -> None:
        if stop.is_set():
            raise _StoppedError

    def work(seat: ActorId) -> T:
        check()
        with cores.thinking():
            return think(seat, check)

    with ThreadPoolExecutor(cores.count, thread_name_prefix="wargame seat") as pool:
        try:
            told(0, len(seats))
            jobs = {seat: pool.submit(work, seat) for seat in seats}
            left = set(jobs.values())
            while left:
                ended, left = wait(left, ASKED_EVERY_S, FIRST_COMPLETED)
                for job in ended:
                    job.result()
                for passed in range(len(ended) - 1, -1, -1):
                    told(len(seats) - len(left) - passed, len(seats))
                if not ended:
                    told(len(seats) - len(left), len(seats))
        finally:
            stop.set()
    return {seat: job.result() for seat, job in jobs.items()}
