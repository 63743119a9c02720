"""Lets a game go on that the law would end with this turn: what ended it, and a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.model.rulings import LEAST_REASON
from wargame.ui.theme.metrics import SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.growing_text import GrowingText
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import Paragraph, TextLabel


class GoOnSheet(QWidget):
    """A field for the reason; the button waits for it.

    Args:
        words: How the game ended, as the law has it.

    Signals:
        reason_given(str): The game is to go on, for this reason.
    """

    reason_given = Signal(str)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = GrowingText("Reason", "Why, in one sentence", 2)
        self.keep = SecondaryButton("Let the game go on", "gavel")
        self.keep.setEnabled(False)
        after = "What ended it is taken back, the index follows, and the log keeps both."
        layout = column(self, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        layout.addWidget(Paragraph(words))
        layout.addWidget(Paragraph(after, "table", "t2"))
        layout.addWidget(TextLabel(f"Reason, at least {LEAST_REASON} characters", "table"))
        layout.addWidget(self.reason)
        layout.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addStretch(1)
        self.reason.text_written.connect(
            lambda text: self.keep.setEnabled(len(text.strip()) >= LEAST_REASON)
        )
        self.keep.clicked.connect(lambda: self.reason_given.emit(self.reason.toPlainText()))

    def focus_work(self) -> None:
        """The reason."""
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
