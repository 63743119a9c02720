"""Something that was written down, with a way to take it out again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph


class KeptLine(QWidget):
    """Words, a muted line below them, and a bin.

    Signals:
        dropped(): It is to be taken out.
    """

    dropped = Signal()

    def __init__(
        self, words: str, below: str, drop_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.words = Paragraph(words, "body", "t1")
        self.bin = IconButton("trash-2", drop_name, 14, small=True)
        self.bin.clicked.connect(self.dropped)
        text = column(spacing=2)
        text.addWidget(self.words)
        if below:
            text.addWidget(Paragraph(below, "table", "t3"))
        line = row(self, spacing=8)
        line.addLayout(text, 1)
        line.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignTop)
