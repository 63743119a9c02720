"""A name, its value in words and a thin bar: how much of something is left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.paint import END, draw_text, mirrored, start_painting, text_width
from wargame.ui.widgets.text import plain_tip

_HEIGHT = 24
_BAR = 4


class LabelledBar(QWidget):
    """Shows a share between 0 and 1; the words say what the bar cannot."""

    def __init__(
        self, name: str, value_text: str = "", share: float = 0.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._value_text = value_text
        self._share = share
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(value_text, share)

    def set_value(self, value_text: str, share: float) -> None:
        """Show another value; a share outside 0..1 is drawn at the nearer end."""
        self._value_text = value_text
        self._share = min(1.0, max(0.0, share))
        words = f"{self._name}: {value_text}"
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.update()

    def sizeHint(self) -> QSize:
        wide = text_width(self._name, text_font("table"))
        return QSize(wide + 16 + text_width(self._value_text, text_font("table", 600)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        value_font = text_font("table", 600)
        value_wide = min(text_width(self._value_text, value_font), self.width() * 2 // 3)
        value = QRect(self.width() - value_wide, 0, value_wide, 16)
        name = QRect(0, 0, self.width() - value_wide - 8, 16)
        draw_text(painter, mirrored(self, name), self._name, text_font("table"), colour("t2"))
        draw_text(
            painter, mirrored(self, value), self._value_text, value_font, colour("t1"), align=END
        )
        track = QRect(0, _HEIGHT - _BAR, self.width(), _BAR)
        painter.fillRect(track, colour("hover"))
        filled = QRect(0, track.top(), round(self.width() * self._share), _BAR)
        painter.fillRect(mirrored(self, filled), colour("t2"))
