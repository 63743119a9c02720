"""The confirm step before control's screen, so that no team lands on it by accident.

It takes two different keys: Enter opens the step, and there Enter means staying where one is.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.handover.big_text import BigTitle
from wargame.ui.theme.metrics import SPACE_12, SPACE_24
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph

_WIDTH = 400


class ControlStep(QWidget):
    """Asks whether it is control who goes on.

    Signals:
        console_wished(): Control opens its console.
        seat_wished(): Control opens the seat without its PIN.
        stay_wished(): Back to the page before.
    """

    console_wished = Signal()
    seat_wished = Signal()
    stay_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = BigTitle("Only control goes on from here")
        self._words = Paragraph("", "body", "t2")
        self.stay = SecondaryButton("Stay here", "undo-2")
        self.seat = SecondaryButton("", "lock-open")
        self.console = SecondaryButton("Open control’s console", "user-cog")
        middle = Qt.AlignmentFlag.AlignHCenter
        layout = column(self, spacing=SPACE_24)
        layout.addWidget(self._title, 0, middle)
        narrow = QWidget()
        narrow.setFixedWidth(_WIDTH)
        answers = column(narrow, spacing=SPACE_12)
        answers.addWidget(self._words)
        answers.addSpacing(SPACE_12)
        for button in (self.stay, self.seat, self.console):
            answers.addWidget(button)
        layout.addWidget(narrow, 0, middle)
        self.stay.clicked.connect(self.stay_wished)
        self.seat.clicked.connect(self.seat_wished)
        self.console.clicked.connect(self.console_wished)

    def ask(self, seat_words: str) -> None:
        """Ask anew; ``seat_words`` labels the way into the seat, empty for none."""
        self.seat.setVisible(bool(seat_words))
        self.seat.setText(seat_words)
        also = " Control can also open this seat without its PIN." if seat_words else ""
        self._words.set_text(
            "The console shows the orders of every seat. Teams stay here and call control." + also
        )
        # A centred box asks its parts for their height at its own full width, which is too much.
        self._words.setMinimumHeight(self._words.heightForWidth(_WIDTH))
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stay_wished.emit()
            return
        super().keyPressEvent(event)
