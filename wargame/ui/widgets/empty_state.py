"""What a list shows when it has nothing: one line, and one thing to do about it if there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.widgets.buttons import SecondaryButton
from wargame.ui.widgets.surface import column
from wargame.ui.widgets.text import TextLabel


class EmptyState(QWidget):
    """One muted line, centred, with an optional button.

    Signals:
        action_requested(): The button was pressed.
    """

    action_requested = Signal()

    def __init__(self, text: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = TextLabel(text, "body", 400, "t3")
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._line.setWordWrap(True)
        layout = column(self, spacing=12, margins=(16, 16, 16, 16))
        layout.addStretch(1)
        layout.addWidget(self._line)
        if action:
            button = SecondaryButton(action)
            button.clicked.connect(self.action_requested)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def text(self) -> str:
        """The line."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._line.setText(text)
