"""A page under tabs that scrolls where it is low and shows the focus ring round its rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from wargame.ui.theme.metrics import SPACE_4, SPACE_12
from wargame.ui.theme.paint import draw_focus_ring, start_painting
from wargame.ui.widgets.surface import Surface, column


class _Ground(Surface):
    """Rows that paint to their own edges would lie under a ring of their own."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__("panel")
        self._rows = rows
        layout = column(self, margins=(SPACE_12, SPACE_4, SPACE_12, SPACE_4))
        layout.addWidget(rows)
        layout.addStretch(1)
        rows.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows.hasFocus():
            draw_focus_ring(start_painting(self), self.rect(), 0)


class TabPage(QScrollArea):
    """Holds rows that paint themselves."""

    def __init__(self, rows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(_Ground(rows))
