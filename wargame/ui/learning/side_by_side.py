"""Both answers beside each other, what the runs made of them, and what the model cannot say."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wargame.ui.learning.case_part import CasePart
from wargame.ui.learning.words import VERDICTS
from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from wargame.ui.widgets.surface import Surface, column, empty, row
from wargame.ui.widgets.text import Paragraph, TextLabel


class SideBySide(QWidget):
    """Two columns, and the limits below."""

    def __init__(self, limits: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = column(self, spacing=SPACE_16)
        whole.addWidget(TextLabel("Side by side", "caption", 600, "t3"))
        self._columns = row(spacing=SPACE_12)
        whole.addLayout(self._columns)
        below = column(spacing=SPACE_8)
        below.addWidget(TextLabel("What the model cannot say here", "body", 600))
        for text in limits:
            below.addWidget(Paragraph(text, "body", "t2"))
        whole.addLayout(below)

    def show_both(self, before: CasePart, after: CasePart) -> None:
        """Put the two answers beside each other."""
        empty(self._columns)
        for head, part in (("Before the first run", before), ("In the other case", after)):
            box = Surface("raised")
            lines = column(box, spacing=SPACE_4, margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_12))
            chosen, verdict = part.chosen, part.verdict
            lines.addWidget(TextLabel(head, "caption", 500, "t3"))
            lines.addWidget(Paragraph(chosen.text if chosen is not None else "", weight=600))
            lines.addWidget(Paragraph(VERDICTS[verdict] if verdict is not None else "", ink="t2"))
            lines.addStretch(1)
            self._columns.addWidget(box, 1)
