"""The first row of the move list, always: a move that no catalogue holds."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import RADIUS_CHIP, SPACE_12
from wargame.ui.theme.paint import (
    CENTRE,
    draw_box,
    draw_focus_ring,
    draw_hline,
    draw_text,
    mirrored,
    start_painting,
)

HEIGHT: Final = 36
_ICON: Final = 16
_CHIP: Final = 20


class OwnMoveRow(QAbstractButton):
    """A row with a pencil; checked while such a move is in the composer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText("Write your own move")
        self.setAccessibleName("Write your own move (N)")
        self.setCheckable(True)
        self._slot = 0
        self._is_hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    def set_slot(self, slot: int) -> None:
        """The first slot of the sheet that holds such a move; 0 for none."""
        self._slot = slot
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._is_hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._is_hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        whole = self.rect()
        if self.isChecked():
            painter.fillRect(whole, colour("accent_soft"))
        elif self._is_hovered:
            painter.fillRect(whole, colour("hover"))
        draw_hline(painter, 0, whole.width(), whole.bottom(), colour("line"))
        spot = mirrored(self, QRect(SPACE_12, (HEIGHT - _ICON) // 2, _ICON, _ICON))
        draw_icon(painter, spot, "pencil", colour("t2"), 14)
        left = SPACE_12 + _ICON + 6
        words = mirrored(self, QRect(left, 0, whole.width() - left - 2 * _CHIP - SPACE_12, HEIGHT))
        font = text_font("body", 600 if self.isChecked() else 500)
        draw_text(painter, words, self.text(), font, colour("t1"))
        chip = QRect(whole.width() - SPACE_12 - _CHIP, (HEIGHT - _CHIP) // 2, _CHIP, _CHIP)
        chip = mirrored(self, chip)
        if self._slot:
            draw_box(painter, chip, fill=colour("accent_fill"), radius=RADIUS_CHIP)
            shade, text = colour("on_accent"), str(self._slot)
        else:
            draw_box(painter, chip, border=colour("line2"), radius=RADIUS_CHIP)
            shade, text = colour("t2"), "N"
        draw_text(painter, chip, text, text_font("caption", 600), shade, align=CENTRE)
        if self.hasFocus():
            draw_focus_ring(painter, whole, 0)
