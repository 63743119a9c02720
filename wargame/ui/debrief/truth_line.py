"""A line that says of what stands below it that it is the truth, not what a seat saw."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_8
from wargame.ui.widgets.icon_label import IconLabel
from wargame.ui.widgets.surface import Margins, row
from wargame.ui.widgets.text import ElidedLabel


class TruthLine(QWidget):
    """A muted line with an outline; takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None, *, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__(parent)
        self.words = ElidedLabel("", "table", 400, "t2")
        parts = row(self, spacing=SPACE_8, margins=margins)
        parts.addWidget(IconLabel("info", ink="t2", size=14))
        parts.addWidget(self.words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Say this; hide where it is empty."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
