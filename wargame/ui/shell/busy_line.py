"""A thin moving line over the page while something is being read that takes longer than a blink."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

_QUIET_MS: Final = 300
"""Work shorter than this shows nothing."""

_HEIGHT: Final = 2


class BusyLine(QProgressBar):
    """Two pixels that move from end to end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setRange(0, 0)
        self.setFixedHeight(_HEIGHT)
        self._appear = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._appear.timeout.connect(self.show)
        self.hide()

    def set_busy(self, words: str) -> None:
        """Something is being done, said in words; nothing says that it is over."""
        self.setAccessibleName(words)
        if words and self.isHidden():
            self._appear.start()
        elif not words:
            self._appear.stop()
            self.hide()
