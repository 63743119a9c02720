"""Widgets are collected on the window's thread, whatever a job in the background allocates."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot


class _Knot(QObject):
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_that_garbage_made_during_a_job_goes_on_the_windows_thread(qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []
    knot = _Knot()
    watch = weakref.ref(knot, lambda _: gone.append(threading.current_thread()))
    del knot
    rest: list[list[object]] = []

    def allocate() -> None:
        rest.extend([] for _ in range(200_000))

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert watch() is not None
    qtbot.waitUntil(lambda: watch() is None, timeout=10_000)
    assert gone == [threading.main_thread()]
    assert not gc.isenabled()
