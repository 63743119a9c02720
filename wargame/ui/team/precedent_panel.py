"""What happened when a move was made before, and where that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.metrics import SPACE_4, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import LinkButton
from wargame.ui.widgets.surface import Hairline, Surface, column, row
from wargame.ui.widgets.text import Paragraph, TextLabel

if TYPE_CHECKING:
    from wargame.model.seat_view import MoveOption


class PrecedentPanel(Surface):
    """Takes no room for a move without precedent and sources.

    Signals:
        sources_wished(): The list of sources.
    """

    sources_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._words = Paragraph("", "table", "t2")
        self.sources = LinkButton("", "book-open")
        self.sources.clicked.connect(self.sources_wished)
        whole = column(self)
        whole.addWidget(Hairline())
        inner = column(spacing=SPACE_4, margins=(SPACE_12, SPACE_12, SPACE_12, SPACE_8))
        inner.addWidget(TextLabel("Precedent", "body", 600))
        inner.addWidget(self._words)
        link = row(margins=(0, 0, 0, 0))
        link.addWidget(self.sources)
        link.addStretch(1)
        inner.addLayout(link)
        whole.addLayout(inner)
        self.hide()

    def show_move(self, option: MoveOption | None) -> None:
        """Show what is known of a move's past."""
        has_any = option is not None and bool(option.precedent or option.sources)
        self.setVisible(has_any)
        if option is None:
            return
        self._words.set_text(option.precedent or "No precedent is recorded in this scenario.")
        self.sources.setText(f"Sources, {len(option.sources)}")
        self.sources.setVisible(bool(option.sources))


class SourceList(QWidget):
    """Titles of sources under one another."""

    def __init__(self, option: MoveOption, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = column(self, spacing=SPACE_12)
        whole.addWidget(Paragraph(option.name, "body", "t2"))
        for title in option.sources:
            whole.addWidget(Paragraph(title, "body", "t1"))
        whole.addStretch(1)
