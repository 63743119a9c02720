"""Runs work off the window's thread: results come back as calls on the window's own thread.

A job belongs to an owner. When the owner goes, its jobs are told to stop and waited for, so that
no thread outlives what started it; a job therefore looks at its :class:`Progress` often.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from wargame.errors import WargameError

T = TypeVar("T")

OUR_FAULT = "Something went wrong inside the program. The details are in the log."
"""What a person reads when a job fails for a reason that no one foresaw."""

_log = logging.getLogger(__name__)


_BEHIND = 10
"""How much nicer than the window's thread those are that compute for long."""

_NICEST = 19


def give_way() -> None:
    """Let the window's thread go first from here on, for jobs that compute for seconds.

    Threads that the job starts afterwards inherit it. Only Linux sets single threads behind;
    elsewhere nothing changes.
    """
    if sys.platform == "linux":
        mine = threading.get_native_id()
        nice = os.getpriority(os.PRIO_PROCESS, mine) + _BEHIND
        os.setpriority(os.PRIO_PROCESS, mine, min(nice, _NICEST))


class JobCancelledError(Exception):
    """Raised inside a job by :meth:`Progress.check` once nobody wants its result."""


class Progress:
    """A job's line to the window; safe to use from the job's thread.

    Attributes:
        done: Steps finished, as last reported.
        total: Steps in all, as last reported; 0 when not known.
    """

    def __init__(self, notify: Callable[[], None]) -> None:
        self._cancelled = threading.Event()
        self._notify = notify
        self.done = 0
        self.total = 0

    @property
    def is_cancelled(self) -> bool:
        """Whether the job should end."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """End the job here if nobody wants it; call it at least every 50 ms.

        Raises:
            JobCancelledError: It has been cancelled. Let it pass through.
        """
        if self._cancelled.is_set():
            raise JobCancelledError

    def report(self, done: int, total: int) -> None:
        """Say how far the job is, and end it here if nobody wants it (see :meth:`check`)."""
        self.check()
        self.done, self.total = done, total
        self._notify()

    def cancel(self) -> None:
        """Ask the job to end."""
        self._cancelled.set()


class BackgroundJob(QObject, Generic[T]):
    """One run of a job; made by :func:`run_in_background`."""

    _ended = Signal()
    _moved = Signal()

    def __init__(
        self,
        owner: QObject,
        job: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[str], None],
        on_progress: Callable[[int, int], None] | None,
    ) -> None:
        super().__init__(owner)
        self._job = job
        self._on_done = on_done
        self._on_failed = on_failed
        self._on_progress = on_progress
        self._progress = Progress(self._moved.emit)
        self._results: list[T] = []
        self._fault = ""
        # Queued by name: the signals are sent from the job's thread.
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)
        owner.destroyed.connect(self._on_owner_gone, Qt.ConnectionType.DirectConnection)
        self._thread = threading.Thread(target=self._work, name="wargame job", daemon=True)

    @property
    def is_running(self) -> bool:
        """Whether the job's thread is at work."""
        return self._thread.is_alive()

    @property
    def is_cancelled(self) -> bool:
        """Whether its result will be dropped."""
        return self._progress.is_cancelled

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def cancel(self) -> None:
        """Drop the result and ask the job to end; returns at once."""
        self._progress.cancel()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the thread to end; says whether it has. For closing down and for tests."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        try:
            self._results.append(self._job(self._progress))
        except JobCancelledError:
            self._progress.cancel()
        except WargameError as error:
            self._fault = str(error) or OUR_FAULT
        except Exception:  # noqa: BLE001 - the edge: whatever happened becomes a sentence
            _log.exception("a job in the background failed")
            self._fault = OUR_FAULT
        self._ended.emit()

    def _on_moved(self) -> None:
        if self._on_progress is not None and not self.is_cancelled:
            self._on_progress(self._progress.done, self._progress.total)

    def _on_ended(self) -> None:
        self._thread.join()
        # Before the calls: one of them may close the window and with it this job.
        self.deleteLater()
        if not self.is_cancelled:
            if self._results:
                self._on_done(self._results[0])
            else:
                self._on_failed(self._fault)

    def _on_owner_gone(self) -> None:
        self._progress.cancel()
        self._thread.join()


def run_in_background(
    owner: QObject,
    job: Callable[[Progress], T],
    on_done: Callable[[T], None],
    on_failed: Callable[[str], None],
    on_progress: Callable[[int, int], None] | None = None,
) -> BackgroundJob[T]:
    """Start ``job`` on a thread of its own and give the handle that cancels it.

    Args:
        owner: Whose job it is; when it is destroyed the job ends with it.
        job: The work; it must not touch any widget.
        on_done: Called with the result, on the owner's thread, unless cancelled.
        on_failed: Called with one sentence, on the owner's thread, unless cancelled.
        on_progress: Called with steps done and in all, on the owner's thread.
    """
    run = BackgroundJob(owner, job, on_done, on_failed, on_progress)
    run.start()
    return run


class LatestJob(QObject):
    """A place for one job at a time: a newer run makes the older one's result unwanted."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._cancel: Callable[[], None] | None = None
        self._number = 0

    @property
    def number(self) -> int:
        """How many runs there have been; goes up with each."""
        return self._number

    def run(
        self,
        job: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[str], None],
        on_progress: Callable[[int, int], None] | None = None,
    ) -> BackgroundJob[T]:
        """Start a job as :func:`run_in_background` does and drop the one before it."""
        self.cancel()
        run = run_in_background(self, job, on_done, on_failed, on_progress)
        self._number += 1
        self._cancel = run.cancel
        return run

    def close(self) -> None:
        """Drop every job and wait until no thread of them is left."""
        self.cancel()
        for run in self.children():
            if isinstance(run, BackgroundJob):
                run.cancel()
                run.wait()

    def cancel(self) -> None:
        """Drop the job that runs, if any."""
        if self._cancel is not None:
            self._cancel()
            self._cancel = None
