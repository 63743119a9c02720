"""What is painted first: the window's own colours and name, before anything else is imported."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font

_BAR = 48
_STATUS = 24
_TITLE_LEFT = 52


class Curtain(QWidget):
    """The bare frame of the start page, where its bars will be.

    Signals:
        painted(): It has been painted once; what is heavier may begin.
    """

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_painted = False
        self._words = ""

    def say(self, sentence: str) -> None:
        """Show why nothing else is coming."""
        self._words = sentence
        self.setAccessibleName(sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide, tall = self.width(), self.height()
        painter.fillRect(self.rect(), colour("win"))
        for top, height, line in ((0, _BAR, _BAR - 1), (tall - _STATUS, _STATUS, tall - _STATUS)):
            painter.fillRect(QRect(0, top, wide, height), colour("panel"))
            painter.fillRect(QRect(0, line, wide, 1), colour("line"))
        font = text_font("title", 600)
        painter.setFont(font)
        painter.setPen(colour("t1"))
        metrics = painter.fontMetrics()
        base = (_BAR - 1 + metrics.ascent() - metrics.descent()) // 2
        words = "Wargame"
        left = _TITLE_LEFT
        if self.isRightToLeft():
            left = wide - _TITLE_LEFT - metrics.horizontalAdvance(words)
        painter.drawText(left, base, words)
        if self._words:
            painter.setFont(text_font("body"))
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(_BAR, _BAR, -_BAR, -_BAR), centred, self._words)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()
