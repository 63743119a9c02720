"""Collects Python's cyclic garbage on the window's thread, and nowhere else.

Python collects on whichever thread happens to allocate. A job in the background would then now and
again destroy widgets that nobody needs any more, and Qt does not survive that.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 500
_THRESHOLDS: Final = (2000, 10, 10)
"""As Python's own, with a larger first: youngest objects, then rounds of the generation below."""


class GarbageCollector(QObject):
    """Switches Python's own collecting off for as long as it lives, and does it by a timer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        counts = gc.get_count()
        due = [number for number in range(3) if counts[number] > _THRESHOLDS[number]]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()
