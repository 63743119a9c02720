"""Has the law compiled while a person still looks at the start page, so that no session waits.

It begins a while after the page is shown, in a process of its own that gives way to everything
else, and ends as soon as a session opens, which then asks for the law itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from wargame.ui.exercise.law_watch import Law, LawWatch, is_wanted

QUIET_MS: Final = 2_000
"""How long the start page has stood before compiling begins: its own work is done by then."""


class EarlyLaw(QObject):
    """Asks for the compiled law once.

    Signals:
        done(): The law is compiled, or cannot be.
    """

    done = Signal()

    def __init__(self, make: Callable[[], Law], parent: QObject | None = None) -> None:
        """Nothing is begun yet.

        Args:
            make: Gives the law that is to be compiled; called when it begins.
            parent: Whose it is.
        """
        super().__init__(parent)
        self._make = make
        self._watch: LawWatch | None = None
        self._pause = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._pause.timeout.connect(self._start)

    def begin(self) -> None:
        """Begin after a while, where forecasts are wanted at all."""
        if is_wanted():
            self._pause.start()

    def end(self) -> None:
        """Begin no more, and stop what runs; may be called again."""
        self._pause.stop()
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _start(self) -> None:
        self._watch = watch = LawWatch(self._make(), self)
        watch.moved.connect(self._on_moved)
        watch.begin()

    def _on_moved(self) -> None:
        if self._watch is not None and (self._watch.is_ready or self._watch.fault):
            self.done.emit()
