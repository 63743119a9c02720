"""An answer to choose: a round mark, and words that may run over several lines."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wargame.ui.theme.current import colour
from wargame.ui.theme.metrics import RADIUS_CONTROL
from wargame.ui.theme.paint import draw_box, draw_focus_ring, mirrored, start_painting
from wargame.ui.theme.tokens import ColourRole
from wargame.ui.widgets.checks import RadioButton
from wargame.ui.widgets.surface import row
from wargame.ui.widgets.text import Paragraph

_MARK: Final = 16
_EDGE: Final = 12
_TALLEST: Final = 16_777_215


class AnswerButton(RadioButton):
    """One of several answers under one parent; disabled ones can still be read."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setMinimumHeight(0)
        self.setMaximumHeight(_TALLEST)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._words = Paragraph(text)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = row(self, spacing=0, margins=(_EDGE + _MARK + _EDGE, 10, _EDGE, 10))
        line.addWidget(self._words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """The answer."""
        return self._words.text()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start_painting(self)
        is_on, usable = self.isChecked(), self.isEnabled()
        fill: ColourRole = "raised" if usable and self.underMouse() else "panel"
        edge: ColourRole = "accent" if is_on and usable else "line2"
        draw_box(painter, self.rect(), fill=colour(fill), border=colour(edge))
        mark = QRect(_EDGE, (self.height() - _MARK) // 2, _MARK, _MARK)
        self.paint_indicator(painter, mirrored(self, mark))
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), RADIUS_CONTROL)
