"""An outline with a few words after it: a fact such as 12 seats, or a bare sign such as a clock."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.fonts import StyleName, Weight, line_height, text_font
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.icons import draw_icon
from wargame.ui.theme.paint import draw_text, mirrored, start_painting, text_width
from wargame.ui.theme.tokens import ColourRole

_GAP = 6


class IconLabel(QWidget):
    """One line: icon, then words; both in one colour unless the icon has its own."""

    def __init__(
        self,
        icon: IconName,
        text: str = "",
        style: StyleName = "table",
        ink: ColourRole = "t2",
        *,
        weight: Weight = 400,
        icon_ink: ColourRole | None = None,
        size: int = 16,
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._text = text
        self._style: StyleName = style
        self._weight: Weight = weight
        self._ink: ColourRole = ink
        self._icon_ink: ColourRole = icon_ink or ink
        self._size = size
        self._filled = filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_content(icon, text)

    def text(self) -> str:
        """The words."""
        return self._text

    def set_content(self, icon: IconName, text: str = "", *, filled: bool = False) -> None:
        """Show another outline and other words."""
        self._icon, self._text, self._filled = icon, text, filled or self._filled
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: ColourRole) -> None:
        """Change the colour token of both."""
        self._ink = self._icon_ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        wide = text_width(self._text, text_font(self._style, self._weight)) if self._text else 0
        tall = max(self._size, line_height(self._style) if self._text else 0)
        return QSize(self._size + (_GAP + wide if wide else 0), tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        spot = mirrored(self, QRect(0, 0, self._size, self.height()))
        shade = colour(self._icon_ink if self.isEnabled() else "t3")
        draw_icon(painter, spot, self._icon, shade, self._size, filled=self._filled)
        if self._text:
            left = self._size + _GAP
            words = mirrored(self, QRect(left, 0, max(0, self.width() - left), self.height()))
            ink = colour(self._ink if self.isEnabled() else "t3")
            draw_text(painter, words, self._text, text_font(self._style, self._weight), ink)
