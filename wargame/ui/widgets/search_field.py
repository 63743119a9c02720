"""A field that narrows a list while one types."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import text_font
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.metrics import RADIUS_CHIP
from wargame.ui.theme.paint import CENTRE, draw_box, draw_text, mirrored, start_painting, text_width


class SearchField(QLineEdit):
    """A line edit with a lens, an optional hint of the key that leads to it, and Esc to clear."""

    def __init__(
        self,
        placeholder: str,
        hint: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if small:
            self.setProperty("compact", "true")
        self._hint = hint
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFont(text_font("table" if small else "body"))
        self.setTextMargins(24, 0, 24 if hint else 0, 0)

    @property
    def hint(self) -> str:
        """The key that leads to it; empty for none."""
        return self._hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = start_painting(self)
        lens = mirrored(self, QRect(8, 0, 16, self.height()))
        draw_icon(painter, lens, "search", colour("t3"), 16)
        if self._hint and not self.text() and not self.hasFocus():
            font = text_font("caption", 500)
            wide = max(18, text_width(self._hint, font) + 8)
            box = QRect(self.width() - wide - 7, (self.height() - 18) // 2, wide, 18)
            box = mirrored(self, box)
            draw_box(painter, box, border=colour("line2"), radius=RADIUS_CHIP)
            draw_text(painter, box, self._hint, font, colour("t3"), align=CENTRE)
