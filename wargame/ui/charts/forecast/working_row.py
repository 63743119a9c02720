"""How far a forecast is, in a row that otherwise shows something lasting, such as a legend.

Nothing for jobs under 0.3 s, a thin bar under 2 s, then a count and Cancel as well.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.theme.paint import mirrored, start_painting
from wargame.ui.widgets.buttons import LinkButton
from wargame.ui.widgets.surface import column, row, stack
from wargame.ui.widgets.text import ElidedLabel

_QUIET_MS: Final = 300
_PATIENT_MS: Final = 2000
_BAR: Final = 2
_APART: Final = 2
_HEIGHT: Final = 16


class WorkingRow(QWidget):
    """Shows ``lasting`` while nothing takes long, in a row of so many px.

    Signals:
        cancel_wished(): The person no longer wants the running job.
        resume_wished(): A job that was cancelled is to go on.
    """

    cancel_wished = Signal()
    resume_wished = Signal()

    def __init__(
        self, lasting: QWidget, *, height: int = _HEIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self._is_patient = False
        self._words = ElidedLabel("", "table", 400, "t2")
        self.cancel = LinkButton("Cancel")
        self.cancel.setFixedHeight(height)
        self.cancel.clicked.connect(self.cancel_wished)
        self.resume = LinkButton("Go on")
        self.resume.setFixedHeight(height)
        self.resume.clicked.connect(self.resume_wished)
        self.resume.hide()
        told = QWidget()
        line = row(told, spacing=SPACE_8)
        line.addWidget(self._words, 1)
        line.addWidget(self.cancel)
        line.addWidget(self.resume)
        whole = column(self, margins=(0, _BAR + _APART, 0, 0))
        self._pages = stack(whole)
        self._pages.addWidget(lasting)
        self._pages.addWidget(told)
        self.setFixedHeight(height + _BAR + _APART)
        self._appear = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._appear.timeout.connect(self.update)
        self._insist = QTimer(self, singleShot=True, interval=_PATIENT_MS)
        self._insist.timeout.connect(self._show_words)

    @property
    def text(self) -> str:
        """What the row says in place of its lasting content; empty while it says nothing."""
        return self._words.text() if self._pages.currentIndex() else ""

    @property
    def shows_bar(self) -> bool:
        """Whether the thin bar is drawn."""
        return self._share is not None and not self._appear.isActive()

    def set_progress(self, words: str, done: int, total: int, *, can_cancel: bool) -> None:
        """Say how far a job is; 0 in all draws no bar until that is known."""
        if self._share is None:
            self._appear.start()
            self._insist.start()
        self._share = min(1.0, done / total) if total else 0.0
        self._words.setText(words)
        self.cancel.setVisible(can_cancel)
        self.resume.hide()
        self.update()

    def say(self, words: str, *, can_resume: bool = False) -> None:
        """Say something at once that lasts, such as why there is nothing."""
        self._end_progress()
        self.resume.setVisible(can_resume)
        self._words.setText(words)
        self.cancel.hide()
        self._pages.setCurrentIndex(1)

    def clear(self) -> None:
        """Show the lasting content: nothing is being done."""
        self._end_progress()
        self._pages.setCurrentIndex(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._share is None or self._appear.isActive():
            return
        painter = start_painting(self)
        track = QRect(0, 0, self.width(), _BAR)
        painter.fillRect(track, colour("hover"))
        done = QRect(0, 0, round(self.width() * self._share), _BAR)
        painter.fillRect(mirrored(self, done), colour("accent"))

    def _show_words(self) -> None:
        if self._share is not None:
            self._pages.setCurrentIndex(1)

    def _end_progress(self) -> None:
        self._share = None
        self._appear.stop()
        self._insist.stop()
        self.update()
